"""Templates that a firm owns: copied, edited, used, compared, set aside, and its own paragraphs."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

from drafter.app.my_templates import MyTemplates
from drafter.app.template_check import check
from drafter.errors import DrafterError
from drafter.render import isolated
from drafter.render.outline import to_text

SHIPPED = Path(__file__).parents[2] / "templates"
#: A font that the house style is not set in.
FONT = "Century Schoolbook"
Drafter = Callable[..., Any]  # conftest.Drafter; the tests' folders are no packages
Run = Any
Edit = Callable[[Path, str, str], None]


@pytest.fixture(scope="module", autouse=True)
def _child_ends() -> Any:  # noqa: ANN401 - a generator
    yield
    isolated.close()


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


# ---- my templates


def test_a_copy_is_used_in_place_of_the_shipped_template(
    edit: Edit, drafter: Drafter, tmp_path: Path, data_dir: Path
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


def test_the_stamp_of_a_draft_names_its_templates_and_nothing_else(
    edit: Edit, drafter: Drafter, tmp_path: Path
) -> None:
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


def test_a_copy_is_never_overwritten(edit: Edit, drafter: Drafter) -> None:
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
    edit: Edit, drafter: Drafter, tmp_path: Path, data_dir: Path
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
    edit: Edit, drafter: Drafter, tmp_path: Path, newer: Callable[[str, str, str], None]
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


def test_a_copy_that_is_changed_while_the_program_runs_is_read_again(edit: Edit, data_dir: Path) -> None:
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
    edit: Edit, drafter: Drafter, tmp_path: Path
) -> None:
    isolated.close()
    path = Path(drafter("template", "copy", "motion", "--json").json["path"])
    drafted(drafter, tmp_path)
    assert not isolated._children
    edit(path, "Hearing requested", "Hearing asked for")
    drafted(drafter, tmp_path)
    assert isolated._children


LOADED = """
import sys
from drafter.__main__ import main
case = sys.argv[1:3]
assert main([*case, "new", "--sample", "complete"]) == 0
assert main([*case, "draft", "1", "--out", sys.argv[3]]) == 0
print(sorted({"multiprocessing", "drafter.render.isolated"} & set(sys.modules)))
"""


def test_nothing_of_the_process_apart_is_loaded_for_shipped_templates(tmp_path: Path) -> None:
    command = [sys.executable, "-c", LOADED, "--data-dir", str(tmp_path / "data"), str(tmp_path / "O")]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


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


def test_a_block_leaves_the_look_of_the_court_to_the_paper(
    drafter: Drafter, tmp_path: Path, data_dir: Path
) -> None:
    case = int(drafter("new", "--sample", "complete", "--json").json["case"])
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps({"form.font": FONT}), encoding="utf-8")
    assert drafter("fill", case, answers).code == 0
    fonts = []
    for _ in ("without", "with"):
        run = drafter("draft", case, "--out", tmp_path / "O", "--json")
        (file,) = run.json["files"]
        fonts.append(set(re.findall(r'w:ascii="([^"]*)"', docx.Document(file).styles.element.xml)))
        block(data_dir / "my templates" / "blocks" / "b5.docx", "The firm adds a line.")
    assert fonts == [{FONT}, {FONT}]


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
