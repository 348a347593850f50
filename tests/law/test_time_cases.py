"""The arithmetic of a sentence, case by case as the files beside this one tell it, each with its source."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from drafter.law import Law
from drafter.law.sheet import earned_credits
from drafter.law.term import Count, aggregate
from drafter.law.time import SentenceTime, TimeRules, sentence_time

FOLDER = Path(__file__).parent / "time"
#: What a case gives; every other key is what it expects.
GIVEN = {
    "name", "start", "on", "months", "days", "life", "counts", "diploma", "jail_credit", "gct_lost",
    "earned_credits", "supervised_release",
}  # fmt: skip
OF_CREDITS = {"credited_release": "release", "toward_prerelease": "toward_prerelease"}


def cases() -> Iterator[Any]:
    for file in sorted(FOLDER.glob("*.toml")):
        told = tomllib.loads(file.read_text(encoding="utf-8"))
        assert told["source"], file.name
        for case in told["case"]:
            yield pytest.param({**told["defaults"], **case}, id=f"{file.stem}: {case['name']}")


def rules(law: Law, case: dict[str, Any]) -> TimeRules:
    on = date(2026, 11, 25)
    rate = "gct.days_per_year" if case.get("diploma", True) else "gct.days_per_year_without_ged"
    return TimeRules.read(lambda name: law.value(name, on), rate)


def counted(law: Law, case: dict[str, Any]) -> SentenceTime:
    one = {key: case[key] for key in ("months", "days", "life") if key in case}
    term = aggregate([Count(**count) for count in case.get("counts", [one])], case["start"])
    return sentence_time(
        term,
        start=case["start"],
        on=case.get("on", case["start"]),
        rules=rules(law, case),
        jail_credit=case.get("jail_credit", 0),
        gct_lost=case.get("gct_lost", 0),
    )


@pytest.mark.parametrize("case", list(cases()))
def test_a_case_comes_out_as_its_source_says(law: Law, case: dict[str, Any]) -> None:
    time = counted(law, case)
    credits_ = earned_credits(
        case.get("earned_credits", 0),
        time.projected_release,
        rules(law, case),
        supervised_release=case.get("supervised_release", True),
    )
    expected = {key: value for key, value in case.items() if key not in GIVEN}
    assert expected
    found = {
        key: getattr(credits_, OF_CREDITS[key]) if key in OF_CREDITS else getattr(time, key)
        for key in expected
    }
    assert found == expected


def test_every_file_of_cases_is_read() -> None:
    assert {file.stem for file in FOLDER.iterdir()} >= {"bureau_rule_2022", "statute", "counts", "served"}
