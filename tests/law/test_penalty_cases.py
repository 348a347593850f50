"""The terms of 21 U.S.C. § 841(b)(1), case by case as the files tell it, each with its source."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from drafter.law import Law, LawFileError, NotInLawError

FOLDER = Path(__file__).parent / "penalty"
TODAY = date(2026, 11, 25)


def cases() -> Iterator[Any]:
    for file in sorted(FOLDER.glob("*.toml")):
        told = tomllib.loads(file.read_text(encoding="utf-8"))
        assert told["source"], file.name
        for case in told["case"]:
            yield pytest.param(case, id=f"{file.stem}: {case['name']}")


@pytest.mark.parametrize("case", list(cases()))
def test_a_count_carries_what_its_source_says(law: Law, case: dict[str, Any]) -> None:
    found = law.penalties.on(
        case["on"], case["drug"], case["amount"], case.get("priors", 0), death=case.get("death", False)
    )
    assert found.term.words == case["words"]
    assert case.get("says", "") in found.term.says
    assert found.verified == case.get("verified", True)


def test_every_drug_has_a_term_on_every_day_that_the_table_holds(law: Law) -> None:
    table = law.penalties
    for one in table.thresholds:
        for day in (one.in_force.start, one.in_force.end or TODAY):
            for priors in range(4):
                for death in (False, True):
                    assert table.on(day, one.drug, one.amount, priors, death=death).term.words


def test_the_spans_of_one_row_neither_overlap_nor_leave_a_gap(law: Law) -> None:
    groups: dict[Any, list[Any]] = {}
    for threshold in law.penalties.thresholds:
        groups.setdefault((threshold.drug, threshold.tier), []).append(threshold)
    for term in law.penalties.terms:
        groups.setdefault((term.tier, term.priors, term.death), []).append(term)
    for group in groups.values():
        spans = sorted((one.in_force for one in group), key=lambda span: span.start)
        assert all(before.end == after.start for before, after in pairwise(spans))
        assert spans[-1].end is None


def test_a_heavier_amount_never_carries_less(law: Law) -> None:
    for drug in law.penalties.drugs:
        found = [
            law.penalties.on(TODAY, drug, amount, 0, death=False).term for amount in (0, 7, 60, 450, 10**7)
        ]
        assert [one.least for one in found] == sorted(one.least for one in found)


@pytest.mark.parametrize(("amount", "priors"), [(-1, 0), (1, -1)])
def test_numbers_below_zero_are_refused(law: Law, amount: int, priors: int) -> None:
    with pytest.raises(ValueError, match="below zero"):
        law.penalties.on(TODAY, "heroin", amount, priors, death=False)


@pytest.mark.parametrize(
    ("on", "drug", "words"),
    [
        (TODAY, "sugar", "knows no drug “sugar”"),
        (date(2025, 7, 15), "fentanyl_related", "no amounts of a fentanyl-related substance"),
        (date(1980, 1, 1), "heroin", "no amounts of heroin"),
    ],
)
def test_what_the_table_does_not_hold_is_said(law: Law, on: date, drug: str, words: str) -> None:
    with pytest.raises(NotInLawError, match=words):
        law.penalties.on(on, drug, 1000, 0, death=False)


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [("amount = 1000\n", "amount = 0\n", "amount"), ('tier = "A"', 'tier = "Z"', "tier")],
)
def test_a_mistake_in_the_file_names_file_and_key(
    spoilt: Callable[[str, str, str], Law], old: str, new: str, key: str
) -> None:
    with pytest.raises(LawFileError, match=rf"law/penalties\.toml.*“{key}”"):
        _ = spoilt("law/penalties.toml", old, new).penalties


def test_a_day_without_a_term_is_said(spoilt: Callable[[str, str, str], Law]) -> None:
    law = spoilt(
        "law/penalties.toml", 'tier = "C"\npriors = 0\ndeath = false', 'tier = "C"\npriors = 1\ndeath = false'
    )
    with pytest.raises(NotInLawError, match=r"no term of 21 U\.S\.C\. § 841\(b\)\(1\)\(C\)"):
        law.penalties.on(TODAY, "heroin", 1, 0, death=False)
