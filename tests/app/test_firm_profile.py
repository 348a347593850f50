"""The firm profile: kept once, in every new case, and never more of a case than its lawyers."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

from drafter.app.drafting import DraftingRoom
from drafter.app.firm_profile import NAME
from drafter.app.library import Library

Drafter = Callable[..., Any]
KEPT = {
    f"counsel.{name}" for name in ("name", "firm", "bar_number", "address", "phone", "email", "co_counsel")
}
#: How the papers of the house look in every case; type size and line numbers are the court's.
HOUSE = {"form.font": "Georgia", "form.letterhead": "Example Sentencing Clinic\n300 Example Street"}


def new(drafter: Drafter, *more: str) -> int:
    case: int = drafter("new", *more, "--json").json["case"]
    return case


def answers(library_folder: Path, case: int) -> dict[str, object]:
    library = Library(library_folder)
    try:
        return {key: answer.stored for key, answer in library.open_case(case).answers.items()}
    finally:
        library.close()


def test_a_new_case_begins_with_the_counsel_that_was_kept(drafter: Drafter, data_dir: Path) -> None:
    assert answers(data_dir, new(drafter)) == {}
    sample = new(drafter, "--sample", "complete")
    kept = drafter("firm", "keep", sample, "--json").json
    assert set(kept["kept"]) == KEPT
    begun, whole = answers(data_dir, new(drafter)), answers(data_dir, sample)
    assert begun == {key: whole[key] for key in KEPT}
    assert drafter("firm", "show", "--json").json == begun
    assert drafter("firm", "forget", "--json").json == {"forgotten": True}
    assert drafter("firm", "forget", "--json").json == {"forgotten": False}
    assert answers(data_dir, new(drafter)) == {}
    assert "firm keep" in drafter("firm", "show").out


def test_only_what_is_of_the_firm_is_marked(data_dir: Path) -> None:
    library = Library(data_dir)
    marked = {key for key, question in library.drafting.questions.items() if question.firm}
    assert marked == KEPT | HOUSE.keys()
    library.close()


def test_the_letterhead_and_the_font_of_the_house_are_kept_too_and_head_the_letters_of_a_new_case(
    drafter: Drafter, data_dir: Path, tmp_path: Path
) -> None:
    case = new(drafter, "--sample", "complete")
    (tmp_path / "house.json").write_text(json.dumps(HOUSE | {"form.size": 14}), encoding="utf-8")
    drafter("fill", case, tmp_path / "house.json")
    assert set(drafter("firm", "keep", case, "--json").json["kept"]) == KEPT | HOUSE.keys()
    begun = new(drafter)
    assert answers(data_dir, begun).items() >= HOUSE.items()
    assert "form.size" not in answers(data_dir, begun)
    run = drafter("draft", begun, "--out", tmp_path, "--document", "warden_request", "--json")
    opened = docx.Document(run.json["files"][0])
    head = [one.text for one in opened.paragraphs if one.style is not None and one.style.name == "Letterhead"]
    assert head == HOUSE["form.letterhead"].split("\n")


def test_a_house_without_counsel_is_no_firm(drafter: Drafter, data_dir: Path, tmp_path: Path) -> None:
    case = new(drafter)
    (tmp_path / "font.json").write_text('{"form.font": "Georgia"}', encoding="utf-8")
    drafter("fill", case, tmp_path / "font.json")
    assert drafter("firm", "keep", case).code == 2
    assert not (data_dir / NAME).exists()


def test_samples_and_copies_are_as_they_were(drafter: Drafter, data_dir: Path) -> None:
    complete = new(drafter, "--sample", "complete")
    before = answers(data_dir, new(drafter, "--sample", "vailes"))
    drafter("firm", "keep", complete)
    assert answers(data_dir, new(drafter, "--sample", "vailes")) == before


def test_the_profile_changes_with_no_case_and_no_case_with_it(
    drafter: Drafter, data_dir: Path, tmp_path: Path
) -> None:
    sample = new(drafter, "--sample", "complete")
    drafter("firm", "keep", sample)
    begun = new(drafter)
    (tmp_path / "more.json").write_text('{"counsel.phone": "304-555-9999"}', encoding="utf-8")
    assert drafter("fill", begun, tmp_path / "more.json").code == 0
    assert answers(data_dir, new(drafter))["counsel.phone"] != "304-555-9999"
    drafter("firm", "keep", begun)
    assert answers(data_dir, sample)["counsel.phone"] != "304-555-9999"
    assert answers(data_dir, new(drafter))["counsel.phone"] == "304-555-9999"


def test_no_evidence_and_no_note_goes_into_it(drafter: Drafter, data_dir: Path, tmp_path: Path) -> None:
    case = new(drafter)
    row = {"value": "304-555-0000", "evidence": ["Ex. B at 1"], "note": "call the clerk"}
    (tmp_path / "more.json").write_text(json.dumps({"counsel.phone": row}), encoding="utf-8")
    drafter("fill", case, tmp_path / "more.json")
    drafter("firm", "keep", case)
    assert json.loads((data_dir / NAME).read_text(encoding="utf-8")) == {"counsel.phone": "304-555-0000"}


def test_a_case_without_counsel_keeps_nothing(drafter: Drafter, data_dir: Path, tmp_path: Path) -> None:
    case = new(drafter)
    assert drafter("firm", "keep", case).code == 2
    (tmp_path / "more.json").write_text(
        '{"counsel.status": "pro_se", "movant.name": {"given": "A", "family": "B"}}', encoding="utf-8"
    )
    drafter("fill", case, tmp_path / "more.json")
    run = drafter("firm", "keep", case)
    assert (run.code, run.err.count("\n")) == (2, 1)
    assert "counsel" in run.err
    assert not (data_dir / NAME).exists()


@pytest.mark.parametrize(
    "content",
    [
        "no JSON",
        "[]",
        '{"movant.name": {"given": "A", "family": "B"}}',
        '{"counsel.address": {"planet": "Mars"}}',
    ],
)
def test_a_profile_that_cannot_be_read_is_told_in_one_sentence(
    content: str, drafter: Drafter, data_dir: Path
) -> None:
    new(drafter)
    (data_dir / NAME).write_text(content, encoding="utf-8")
    for command in (("new",), ("firm", "show")):
        run = drafter(*command)
        assert run.code == 2
        assert run.err.startswith(f"drafter: The firm profile {data_dir / NAME} cannot be read")
        assert "drafter firm forget" in run.err
        assert run.err.count("\n") == 1
    assert len(drafter("cases", "--json").json) == 1
    assert drafter("firm", "forget").code == 0
    assert drafter("new").code == 0


def test_without_a_profile_a_new_case_reads_no_question(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(_: DraftingRoom) -> dict[str, object]:
        message = "the questions were read"
        raise AssertionError(message)

    monkeypatch.setattr(DraftingRoom, "questions", property(never))
    library = Library(data_dir)
    assert library.new("Quick") == 1
    library.close()


def test_a_folder_that_takes_no_file_is_told(drafter: Drafter, data_dir: Path) -> None:
    sample = new(drafter, "--sample", "complete")
    (data_dir / NAME).mkdir()  # where the file would be written
    run = drafter("firm", "keep", sample)
    assert run.code == 2
    assert "cannot be written" in run.err
