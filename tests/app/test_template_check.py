"""The check of templates through the command line, the list of fields, and the trial of a template."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml.ns import qn
from docx.text.run import Run

from drafter.app.template_check import check, known_ids
from drafter.errors import BadInputError
from drafter.render import isolated
from drafter.render.outline import to_text

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "templates"
TEMPLATES = sorted(path for folder in ("documents", "grounds") for path in (SHIPPED / folder).glob("*.docx"))
Drafter = Callable[..., Any]  # conftest.Drafter; the tests' folders are no packages
Edit = Callable[[Path, str, str], None]


@pytest.fixture(scope="module", autouse=True)
def _child_ends() -> Any:  # noqa: ANN401 - a generator
    yield
    isolated.close()


# ---- check


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_shipped_template_has_a_fault(path: Path) -> None:
    checked = check(path)
    assert (checked.against, checked.findings) == (path.stem, ())


def test_the_ids_of_documents_and_grounds_are_all_different() -> None:
    assert len(set(known_ids())) == len(known_ids())
    assert {path.stem for path in TEMPLATES} <= set(known_ids())


def test_a_fault_is_told_with_place_nearest_name_and_exit_code_1(
    edit: Edit, drafter: Drafter, tmp_path: Path
) -> None:
    path = tmp_path / "motion.docx"
    shutil.copy(SHIPPED / "documents" / "motion.docx", path)
    edit(path, "movant.register_number", "movant.register_nmber")
    edit(path, "Hearing requested", "{{ counsel.pro_se }}")
    run = drafter("template", "check", path)
    assert (run.code, run.err) == (1, "")
    head, *lines = run.out.splitlines()
    assert head == f"motion.docx, checked as template of “motion”: {len(lines)} faults."
    assert any("did you mean movant.register_number." in line and "body" in line for line in lines)
    assert any("“counsel.pro_se” is a yes/no and cannot be printed" in line for line in lines)
    told = drafter("template", "check", path, "--json")
    assert told.code == 1
    rows = told.json["findings"]
    assert told.json["document"] == "motion"
    keys = {
        "template",
        "place",
        "part",
        "quote",
        "problem",
        "mend",
        "severity",
        "field",
        "suggestion",
        "message",
    }
    assert all(keys <= set(row) for row in rows)
    row = next(row for row in rows if row["field"] == "movant.register_nmber")
    assert (row["suggestion"], row["part"]) == ("movant.register_number", "word/document.xml")


def test_a_sound_file_ends_with_0_and_a_file_that_is_none_with_2(drafter: Drafter, tmp_path: Path) -> None:
    assert drafter("template", "check", SHIPPED / "grounds" / "b3D.docx").code == 0
    letter = tmp_path / "letter.doc"
    letter.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100)
    for path, told in (
        (letter, "old .doc file"),
        (tmp_path / "none.docx", "cannot be read"),
        (tmp_path, "cannot"),
    ):
        run = drafter("template", "check", path)
        assert (run.code, run.out) == (2, "")
        assert told in run.err
        assert len(run.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "against"),
    [
        ("motion.docx", "motion"),
        ("Motion (2).docx", "motion"),
        ("B3D - Copy.docx", "b3D"),
        ("Smith & Partners house style.docx", "motion"),  # by the title in its properties
    ],
)
def test_the_document_is_recognised_by_title_or_name(name: str, against: str, tmp_path: Path) -> None:
    source = SHIPPED / ("grounds/b3D.docx" if against == "b3D" else "documents/motion.docx")
    shutil.copy(source, tmp_path / name)
    assert check(tmp_path / name).against == against


def test_an_unknown_document_is_checked_against_all_fields(tmp_path: Path) -> None:
    path = tmp_path / "letterhead.docx"
    document = docx.Document()
    document.add_paragraph("{{ movant.name }} {{ ground.physician }} {{ movant.nme }}")
    document.save(str(path))
    checked = check(path)
    assert checked.against == ""
    assert [finding.fault.field for finding in checked.findings] == ["movant.nme"]
    # As the motion itself it has no ground in sight, and no place for the grounds.
    told = [(finding.fault.rule, finding.fault.field) for finding in check(path, "motion").findings]
    assert told == [("unknown", "ground"), ("unknown", "movant.nme"), ("marker", "")]
    with pytest.raises(BadInputError, match="no document or ground “memo”"):
        check(path, "memo")


def test_the_faults_are_written_into_a_copy_as_word_comments(
    edit: Edit, drafter: Drafter, tmp_path: Path
) -> None:
    path, copy = tmp_path / "b3D.docx", tmp_path / "with comments.docx"
    shutil.copy(SHIPPED / "grounds" / "b3D.docx", path)
    edit(path, "ground.physician", "ground.doctor")
    before = path.read_bytes()
    run = drafter("template", "check", path, "--comments", copy)
    assert run.code == 1
    assert str(copy) in run.out
    (comment,) = docx.Document(str(copy)).comments
    assert "“ground.doctor” is no field of the ground “b3D”" in comment.text
    assert path.read_bytes() == before
    again = drafter("template", "check", path, "--comments", copy)
    assert again.code == 2
    assert "is there already" in again.err


def test_nothing_of_a_hostile_template_is_run_in_a_real_process(edit: Edit, tmp_path: Path) -> None:
    path, canary = tmp_path / "motion.docx", tmp_path / "canary"
    shutil.copy(SHIPPED / "documents" / "motion.docx", path)
    edit(
        path, "Hearing requested", f"{{{{ cycler.__init__.__globals__.os.popen('touch {canary}').read() }}}}"
    )
    data = tmp_path / "data"
    program = [sys.executable, "-m", "drafter", "--data-dir", str(data)]

    def run(*arguments: object) -> subprocess.CompletedProcess[str]:
        command = [*program, *map(str, arguments)]
        return subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ)

    checked = run("template", "check", path)
    assert checked.returncode == 1
    assert "does what no template may do: it calls something" in checked.stdout
    assert run("template", "copy", "motion").returncode == 0
    shutil.copy(path, data / "my templates" / "documents" / "motion.docx")
    case = run("new", "--sample", "complete").stdout.strip()
    refused = run("draft", case, "--out", tmp_path / "O")
    assert refused.returncode == 2
    assert refused.stderr.startswith("drafter: my documents/motion.docx: a tag is wrong (it calls something")
    assert "Traceback" not in refused.stderr + checked.stderr
    assert not canary.exists()
    assert not (tmp_path / "O").exists()


# ---- fields and trial


def test_every_field_has_a_tag_that_the_check_accepts(drafter: Drafter, tmp_path: Path) -> None:
    """The tags of the list, copied one below the other into a document, are a sound template."""
    rows = drafter("template", "fields", "motion", "--json").json
    assert {"movant.name", "counsel.pro_se", "flags", "exhibit.title"} <= {row["field"] for row in rows}
    assert len(rows) > 400
    document = docx.Document()
    document.add_paragraph("[[grounds]]")
    for row in rows:
        if row["kind"] in ("text", "yes_no", "list of texts") and not row["inside"]:
            for line in row["tag"].split("\n"):
                document.add_paragraph(line)
    path = tmp_path / "motion.docx"
    document.save(str(path))
    assert check(path).findings == ()


def test_the_fields_have_the_values_of_the_complete_sample(drafter: Drafter) -> None:
    rows = {row["field"]: row for row in drafter("template", "fields", "motion", "--json").json}
    assert rows["movant.name"]["sample"] == "Jordan Avery Doe"
    assert rows["movant.name"]["tag"] == "{{ movant.name }}"
    assert rows["exhibit.title"]["inside"] == ["{%tr for exhibit in exhibits %}"]
    assert rows["exhibit.title"]["sample"]
    assert rows["counsel.pro_se"]["sample"] in ("yes", "no")
    listed = drafter("template", "fields", "b5")
    assert listed.code == 0
    assert "{{ ground.label }}   (U.S.S.G. § 1B1.13(b)(5))" in listed.out
    assert drafter("template", "fields", "memo").code == 2


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_trial_fills_every_template_and_highlights_what_it_filled(
    path: Path, drafter: Drafter, tmp_path: Path
) -> None:
    run = drafter("template", "try", path, "--document", path.stem, "--out", tmp_path, "--json")
    assert run.code == 0
    assert run.json["undefined"] == []
    document = docx.Document(run.json["files"][0])
    runs = [Run(run, document) for run in document.element.body.iter(qn("w:r"))]  # those of the tables too
    lit = {run.text for run in runs if run.font.highlight_color == WD_COLOR_INDEX.YELLOW}
    dark = {run.text for run in runs if run.font.highlight_color is None}
    assert any("Jordan Avery Doe" in text for text in lit)
    assert not any("Jordan" in text for text in dark)
    if path.parent.name == "grounds":  # its own words are there, whatever the sample pleads
        own = max(re.split(r"\{[{%].*?[%}]\}", to_text(path.read_bytes())), key=len).strip("#* \n")
        assert own.split("\n")[0] in to_text(Path(run.json["files"][0]).read_bytes())


def test_a_trial_names_what_the_template_asks_for_in_vain(
    edit: Edit, drafter: Drafter, tmp_path: Path
) -> None:
    path = tmp_path / "motion.docx"
    shutil.copy(SHIPPED / "documents" / "motion.docx", path)
    edit(path, "Hearing requested", "{{ movant.nme }}")
    run = drafter("template", "try", path, "--document", "motion", "--out", tmp_path)
    assert run.code == 1
    assert "“nme” is no field" in run.out
    assert drafter("template", "try", path, "--document", "memo", "--out", tmp_path).code == 2
