"""Notes and sign-offs on the command line: kept, listed, changed since, handed over with the case."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

Drafter = Any  # conftest.Drafter
NUMBER = "case.number"


@pytest.fixture
def case(drafter: Drafter) -> int:
    return int(drafter("new", "--sample", "complete", "--json").json["case"])


def test_notes_and_sign_offs_are_listed_in_order(drafter: Drafter, case: int) -> None:
    assert drafter("notes", case).out == "The case has no note yet.\n"
    said = drafter("note", case, "warden", "Ask for the receipt.", "--who", "R. Roe")
    assert said.code == 0
    assert said.out.startswith("warden: Note by R. Roe on ")
    drafter("sign-off", case, "case", "--who", "M. Lee", "--text", "all read")
    note, signed = drafter("notes", case, "--json").json
    assert (note["section"], note["kind"], note["text"]) == ("warden", "note", "Ask for the receipt.")
    assert (signed["section"], signed["kind"], signed["who"]) == ("case", "sign-off", "M. Lee")
    assert signed["changed_since"] == []
    assert ": all read" in drafter("notes", case).out


def test_a_sign_off_names_what_changed_after_it_and_not_what_changed_before(
    drafter: Drafter, case: int, tmp_path: Path
) -> None:
    answers = tmp_path / "a.json"
    answers.write_text('{"case.judge": null}', encoding="utf-8")
    drafter("fill", case, answers)
    drafter("sign-off", case, "case", "--who", "M. Lee")
    answers.write_text(f'{{"{NUMBER}": "2:16-cr-00111"}}', encoding="utf-8")
    drafter("fill", case, answers)
    drafter("sign-off", case, "case", "--who", "R. Roe")
    first, second = drafter("notes", case, "--json").json
    assert first["changed_since"] == [NUMBER]
    assert second["changed_since"] == []
    assert "(changed since: 1 answer)" in drafter("notes", case).out
    drafter("undo", case)
    assert drafter("notes", case, "--json").json[1]["changed_since"] == [NUMBER], "taking back is a change"


def test_a_note_on_no_section_or_by_nobody_is_refused(drafter: Drafter, case: int) -> None:
    refused = drafter("note", case, "wardens", "x", "--who", "R. Roe")
    assert refused.code == 2
    assert "There is no section “wardens”; there are: case, " in refused.err
    assert "give the name" in drafter("sign-off", case, "warden", "--who", " ").err
    assert "The note is empty" in drafter("note", case, "warden", " ", "--who", "R. Roe").err
    assert drafter("notes", case, "--json").json == []


def test_a_sign_off_travels_with_the_case(drafter: Drafter, case: int, tmp_path: Path) -> None:
    drafter("sign-off", case, "warden", "--who", "M. Lee")
    drafter("export", case, tmp_path / "x.drafter", "--plain")
    there = ("--data-dir", tmp_path / "there")
    drafter(*there, "import", tmp_path / "x.drafter")
    (signed,) = drafter(*there, "notes", 1, "--json").json
    assert (signed["who"], signed["changed_since"]) == ("M. Lee", [])
