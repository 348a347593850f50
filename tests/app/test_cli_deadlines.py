"""The command deadlines, run as a user runs it on a day that stays the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from command_line import Drafter

KEYS = {"id", "what", "due", "from", "rule", "state", "days_left", "working", "verified", "note"}


@pytest.fixture
def case(drafter: Drafter, tmp_path: Path) -> int:
    """The complete sample, denied on November 12, 2026."""
    made: int = drafter("new", "--sample", "complete", "--json").json["case"]
    answers = tmp_path / "answers.json"
    order = {"order.ruling": "denied", "order.entered_on": "2026-11-12", "case.filing_date": "2026-08-10"}
    answers.write_text(json.dumps(order))
    assert drafter("fill", made, answers).code == 0
    return made


def test_every_deadline_has_the_fixed_keys(drafter: Drafter, case: int) -> None:
    listed = drafter("deadlines", case, "--json").json
    assert all(set(one) == KEYS for one in listed)
    by_id = {one["id"]: one for one in listed}
    appeal = by_id["order.appeal"]
    # Thanksgiving, and Lincoln's Day, which West Virginia keeps on the Friday after it
    assert (appeal["due"], appeal["state"], appeal["days_left"]) == ("2026-11-30", "ahead", 9)
    assert appeal["from"] == {
        "event": "the order on this motion was entered",
        "day": "2026-11-12",
        "question": "order.entered_on",
    }
    assert by_id["exhaustion.earliest_filing"]["due"] == "2026-08-06"
    assert by_id["exhaustion.earliest_filing"]["state"] == "passed"


def test_the_list_for_people_has_a_line_and_the_working_for_each(drafter: Drafter, case: int) -> None:
    told = drafter("deadlines", case).out
    assert told.startswith("Deadlines as of November 21, 2026, filing date August 10, 2026\n")
    assert "2026-11-30  in 9 days     Notice of appeal  [order.appeal]\n" in told
    assert "    Day 14 is November 26, 2026 (Thursday).\n" in told
    assert "Only a holiday of West Virginia moves the end from November 27, 2026 (Friday)" in told
    for one in drafter("deadlines", case, "--json").json:
        assert f"[{one['id']}]" in told


def test_whatever_is_not_verified_says_so(drafter: Drafter, case: int) -> None:
    lines = drafter("deadlines", case).out.splitlines()
    for one in drafter("deadlines", case, "--json").json:
        rule = next(lines[n + 1] for n, line in enumerate(lines) if line.endswith(f"[{one['id']}]"))
        assert rule.startswith(f"    {one['rule']}")
        assert rule.endswith("[NOT VERIFIED, confirm before filing]") == (not one["verified"])


def test_another_filing_date_measures_the_letters_anew(drafter: Drafter, tmp_path: Path) -> None:
    case = drafter("new", "--sample", "complete", "--json").json["case"]
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps({"case.filing_date": "2026-08-10"}))
    assert drafter("fill", case, answers).code == 0

    def letter(*more: str) -> Any:  # noqa: ANN401 - one entry
        listed = drafter("deadlines", case, *more, "--json").json
        return next(one for one in listed if one["id"] == "letter.b3C")

    assert (letter()["due"], letter()["state"], letter()["days_left"]) == ("2026-10-20", "ahead", 71)
    late = letter("--filing-date", "2026-12-01")
    assert (late["due"], late["state"], late["days_left"]) == ("2026-10-20", "passed", -42)


def test_a_day_before_the_law_and_an_unknown_case_are_told_in_one_line(drafter: Drafter, case: int) -> None:
    for call, words in (
        ((case, "--filing-date", "2010-01-01"), "holds none of"),
        ((77,), "There is no case 77"),
    ):
        run = drafter("deadlines", *call)
        assert (run.code, run.out) == (2, "")
        assert words in run.err
        assert len(run.err.splitlines()) == 1
