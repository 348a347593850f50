"""Templates that a lawyer owns, through the command line: checked, copied, edited, tried, set aside."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.text import WD_COLOR_INDEX

from drafter import paths
from drafter.__main__ import main
from drafter.app.library import Library
from drafter.app.my_templates import MyTemplates
from drafter.app.template_check import check, known_ids
from drafter.errors import BadInputError, DrafterError
from drafter.render import isolated
from drafter.render.outline import to_text

ROOT = Path(__file__).parents[2]
SHIPPED = ROOT / "templates"
TODAY = date(2026, 11, 21)
TEMPLATES = sorted(path for folder in ("documents", "grounds") for path in (SHIPPED / folder).glob("*.docx"))


@dataclass
class Run:
    """What one call printed and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - whatever the command prints
        return json.loads(self.out)


Drafter = Callable[..., Run]


@pytest.fixture
def drafter(data_dir: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Drafter:
    """The program on a day that stays the same."""

    def opened(cls: type[Library], folder: Path | None = None) -> Library:
        return cls(paths.data_folder(folder), today=lambda: TODAY)

    def run(*arguments: object) -> Run:
        code = main(["--data-dir", str(data_dir), *map(str, arguments)])
        printed = capsys.readouterr()
        return Run(code, printed.out, printed.err)

    monkeypatch.setattr(Library, "open", classmethod(opened))
    return run


@pytest.fixture(scope="module", autouse=True)
def _child_ends() -> Any:  # noqa: ANN401 - a generator
    yield
    isolated.close()


@pytest.fixture
def newer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str, str], None]:
    """A newer program, in one shipped template of which other words stand."""
    later = tmp_path / "later"
    shutil.copytree(SHIPPED, later)
    real = paths._shipped

    def change(name: str, old: str, new: str) -> None:
        edit(later / name, old, new)
        monkeypatch.setattr(
            paths, "_shipped", lambda folder: later if folder == "templates" else real(folder)
        )

    return change


def edit(path: Path, old: str, new: str) -> None:
    """Change words as a person does in Word, and save."""
    document = docx.Document(str(path))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    paragraphs = [*document.paragraphs, *(one for cell in cells for one in cell.paragraphs)]
    found = [run for paragraph in paragraphs for run in paragraph.runs if old in run.text]
    assert found, f"{old} is not in {path}"
    for run in found:
        run.text = run.text.replace(old, new)
    document.save(str(path))


def text_of(run: Run) -> str:
    (file,) = run.json["files"]
    return to_text(Path(file).read_bytes())


def line_of(drafter: Drafter, template: str) -> dict[str, Any]:
    """The line of ``template`` in the list."""
    (line,) = (one for one in drafter("template", "list", "--json").json if one["id"] == template)
    return dict(line)


def drafted(drafter: Drafter, tmp_path: Path, sample: str = "complete") -> Run:
    case = int(drafter("new", "--sample", sample, "--json").json["case"])
    return drafter("draft", case, "--out", tmp_path / "O", "--json")


# ---- check


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_shipped_template_has_a_fault(path: Path) -> None:
    checked = check(path)
    assert (checked.against, checked.findings) == (path.stem, ())


def test_the_ids_of_documents_and_grounds_are_all_different() -> None:
    assert len(set(known_ids())) == len(known_ids())
    assert {path.stem for path in TEMPLATES} <= set(known_ids())


def test_a_fault_is_told_with_place_nearest_name_and_exit_code_1(drafter: Drafter, tmp_path: Path) -> None:
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


def test_the_faults_are_written_into_a_copy_as_word_comments(drafter: Drafter, tmp_path: Path) -> None:
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


def test_nothing_of_a_hostile_template_is_run_in_a_real_process(tmp_path: Path) -> None:
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


# ---- my templates


def test_a_copy_is_used_in_place_of_the_shipped_template(
    drafter: Drafter, tmp_path: Path, data_dir: Path
) -> None:
    copied = drafter("template", "copy", "motion", "--json").json
    path = Path(copied["path"])
    assert path == data_dir / "my templates" / "documents" / "motion.docx"
    assert path.read_bytes() == (SHIPPED / "documents" / "motion.docx").read_bytes()
    edit(path, "Hearing requested", "ORAL ARGUMENT ASKED BY THE FIRM")
    run = drafted(drafter, tmp_path)
    assert "ORAL ARGUMENT ASKED BY THE FIRM" in text_of(run)
    uses = {(use["id"], use["kind"]): use for use in run.json["templates"]}
    assert uses["motion", "document"]["mine"] is True
    assert uses["b3D", "ground"]["mine"] is False
    assert all(re.fullmatch("[0-9a-f]{64}", use["sha256"]) for use in uses.values())


def test_the_stamp_of_a_draft_names_its_templates_and_nothing_else(drafter: Drafter, tmp_path: Path) -> None:
    shipped = drafted(drafter, tmp_path)
    path = Path(drafter("template", "copy", "motion", "--json").json["path"])
    same = drafted(drafter, tmp_path)
    edit(path, "Hearing requested", "Argument requested")
    other = drafted(drafter, tmp_path)

    def stamp(run: Run) -> str:
        properties = docx.Document(run.json["files"][0]).core_properties
        assert (properties.author, properties.last_modified_by, properties.keywords) == ("", "", "")
        return str(properties.version)

    assert stamp(shipped) == stamp(same)
    assert stamp(other) != stamp(same)
    digest = next(use["sha256"] for use in other.json["templates"] if use["id"] == "motion")
    assert re.fullmatch(f"motion {digest[:12]} [0-9a-f]{{12}}", stamp(other))


def test_a_copy_is_never_overwritten(drafter: Drafter) -> None:
    path = Path(drafter("template", "copy", "b3D", "--json").json["path"])
    edit(path, "is incapacitated", "cannot care for himself")
    edited = path.read_bytes()
    again = drafter("template", "copy", "b3D")
    assert again.code == 2
    assert "You have a copy of b3D already" in again.err
    assert path.read_bytes() == edited


def test_a_copy_of_a_ground_is_used_too(drafter: Drafter, tmp_path: Path) -> None:
    path = Path(drafter("template", "copy", "b5", "--json").json["path"])
    document = docx.Document(str(path))
    document.paragraphs[0].insert_paragraph_before("The firm’s own words on the other reasons.")
    document.save(str(path))
    assert "The firm’s own words on the other reasons." in text_of(drafted(drafter, tmp_path))


def test_reset_moves_the_copy_aside_with_a_number_and_deletes_nothing(
    drafter: Drafter, tmp_path: Path, data_dir: Path
) -> None:
    for number in (1, 2):
        path = Path(drafter("template", "copy", "motion", "--json").json["path"])
        edit(path, "Hearing requested", f"Version {number}")
        content = path.read_bytes()
        aside = Path(drafter("template", "reset", "motion", "--json").json["path"])
        assert aside == data_dir / "my templates" / "set aside" / f"motion {number}.docx"
        assert aside.read_bytes() == content
        assert not path.exists()
    assert "Version" not in text_of(drafted(drafter, tmp_path))
    told = drafter("template", "reset", "motion")
    assert (told.code, "You have no copy of motion" in told.err) == (2, True)


def test_a_newer_original_is_told_and_shown_and_the_copy_stays(
    drafter: Drafter, tmp_path: Path, newer: Callable[[str, str, str], None]
) -> None:
    path = Path(drafter("template", "copy", "motion", "--json").json["path"])
    edit(path, "Hearing requested", "The firm asks for a hearing")
    mine = path.read_bytes()
    assert line_of(drafter, "motion")["outdated"] is False
    assert "as it was when you copied it" in drafter("template", "changes", "motion").out
    newer("documents/motion.docx", "Hearing requested", "A hearing is requested")

    line = line_of(drafter, "motion")
    assert (line["mine"], line["edited"], line["outdated"]) == (True, True, True)
    assert "has changed since" in drafter("template", "list").out
    changes = drafter("template", "changes", "motion", "--json").json["changes"]
    assert {"-Hearing requested", "+A hearing is requested"} <= set(changes)
    assert not any("The firm" in change for change in changes)
    assert path.read_bytes() == mine
    assert "The firm asks for a hearing" in text_of(drafted(drafter, tmp_path))

    assert drafter("template", "changes", "motion", "--reviewed").code == 0
    assert line_of(drafter, "motion")["outdated"] is False
    assert path.read_bytes() == mine


def test_what_a_copy_was_made_from_may_be_unknown(drafter: Drafter, data_dir: Path) -> None:
    path = data_dir / "my templates" / "documents" / "motion.docx"
    path.parent.mkdir(parents=True)
    shutil.copy(SHIPPED / "documents" / "motion.docx", path)
    run = drafter("template", "changes", "motion")
    assert (run.code, "It is not known what your motion was made from" in run.err) == (2, True)
    line = line_of(drafter, "motion")
    assert (line["mine"], line["edited"], line["outdated"]) == (True, False, False)


def test_an_unknown_template_is_told(drafter: Drafter) -> None:
    for command in ("copy", "reset", "changes"):
        run = drafter("template", command, "memo")
        assert (run.code, "There is no template “memo”" in run.err) == (2, True)
    assert drafter("template").code == 2


def test_a_copy_that_is_changed_while_the_program_runs_is_read_again(data_dir: Path) -> None:
    mine = MyTemplates(data_dir)
    path = mine.copy("motion")
    before = mine.set_for("documents/motion.docx", pleads=True)
    assert before.ours
    edit(path, "Hearing requested", "Hearing asked for")
    after = mine.set_for("documents/motion.docx", pleads=True)
    assert not after.ours
    assert after.stamp != before.stamp
    mine.reset("motion")
    assert mine.set_for("documents/motion.docx", pleads=True).stamp == before.stamp


def test_a_copy_as_it_was_shipped_is_filled_in_this_process_and_an_edited_one_is_not(
    drafter: Drafter, tmp_path: Path
) -> None:
    isolated.close()
    path = Path(drafter("template", "copy", "motion", "--json").json["path"])
    drafted(drafter, tmp_path)
    assert not isolated._children
    edit(path, "Hearing requested", "Hearing asked for")
    drafted(drafter, tmp_path)
    assert isolated._children


def test_a_broken_copy_is_told_with_its_name(drafter: Drafter, tmp_path: Path) -> None:
    path = Path(drafter("template", "copy", "motion", "--json").json["path"])
    path.write_bytes(b"saved by something else")
    case = int(drafter("new", "--sample", "complete", "--json").json["case"])
    run = drafter("draft", case, "--out", tmp_path / "O")
    assert run.code == 2
    assert run.err.startswith("drafter: my documents/motion.docx: this is not a Word document")
    assert len(run.err.splitlines()) == 1


def test_a_folder_that_cannot_be_written_is_told(data_dir: Path) -> None:
    (data_dir / "my templates").write_text("a file in its place")
    with pytest.raises(DrafterError, match="cannot be"):
        MyTemplates(data_dir).copy("motion")


# ---- blocks


def block(path: Path, *texts: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    document.save(str(path))


def test_a_block_of_the_firm_is_printed_after_its_ground(
    drafter: Drafter, tmp_path: Path, data_dir: Path
) -> None:
    path = data_dir / "my templates" / "blocks" / "b5.docx"
    block(
        path,
        "{%p if ground.label %}",
        "The firm adds for {{ movant.name }}{{ ground.label }}.",
        "{%p endif %}",
    )
    run = drafted(drafter, tmp_path)
    text = text_of(run)
    added = re.search(
        r"^The firm adds for Jordan Avery Doe \(U\.S\.S\.G\. § 1B1\.13\(b\)\(5\)\)\.$", text, re.MULTILINE
    )
    assert added
    assert text.count("The firm adds") == 1
    heading = text.rindex("## ", 0, added.start())
    assert "short time" in text[heading : added.start()]
    (use,) = (use for use in run.json["templates"] if use["kind"] == "block")
    assert (use["id"], use["mine"]) == ("b5", True)
    assert check(path).findings == ()


def test_a_block_is_checked_like_its_ground_and_refused_like_any_template(
    drafter: Drafter, tmp_path: Path, data_dir: Path
) -> None:
    path = data_dir / "my templates" / "blocks" / "b5.docx"
    block(path, "{{ ground.circumstnce }}", "[[grounds]]")
    checked = check(path)
    assert checked.against == "b5"
    assert {finding.fault.rule for finding in checked.findings} == {"unknown", "marker"}
    case = int(drafter("new", "--sample", "complete", "--json").json["case"])
    run = drafter("draft", case, "--out", tmp_path / "O")
    assert run.code == 2
    assert run.err.startswith("drafter: blocks/b5.docx: a fragment cannot hold [[grounds]] itself")


def test_a_block_that_belongs_to_no_ground_is_told(drafter: Drafter, data_dir: Path, tmp_path: Path) -> None:
    block(data_dir / "my templates" / "blocks" / "b9.docx", "Nowhere.")
    (line,) = (line for line in drafter("template", "list", "--json").json if line["kind"] == "block")
    assert (line["id"], line["stray"]) == ("b9", True)
    assert "belongs to no ground" in drafter("template", "list").out
    assert "Nowhere." not in text_of(drafted(drafter, tmp_path))


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
    runs = [run for paragraph in document.paragraphs for run in paragraph.runs]
    lit = {run.text for run in runs if run.font.highlight_color == WD_COLOR_INDEX.YELLOW}
    dark = {run.text for run in runs if run.font.highlight_color is None}
    assert any("Jordan Avery Doe" in text for text in lit)
    assert not any("Jordan" in text for text in dark)
    if path.parent.name == "grounds":  # its own words are there, whatever the sample pleads
        own = max(re.split(r"\{[{%].*?[%}]\}", to_text(path.read_bytes())), key=len).strip("#* \n")
        assert own.split("\n")[0] in to_text(Path(run.json["files"][0]).read_bytes())


def test_a_trial_names_what_the_template_asks_for_in_vain(drafter: Drafter, tmp_path: Path) -> None:
    path = tmp_path / "motion.docx"
    shutil.copy(SHIPPED / "documents" / "motion.docx", path)
    edit(path, "Hearing requested", "{{ movant.nme }}")
    run = drafter("template", "try", path, "--document", "motion", "--out", tmp_path)
    assert run.code == 1
    assert "“nme” is no field" in run.out
    assert drafter("template", "try", path, "--document", "memo", "--out", tmp_path).code == 2
