"""Each ground on its cases: tests/practice/grounds/<ground>.toml, to be read and added to without Python.

A file says what every one of its cases starts from (``[given]``); a case names what differs and what is
expected: the state of the ground, of every element that applies, and words of the reasons.

``answers`` are rows as an answers file has them, ``exhibits`` a letter with its status, ``without`` the
questions whose answers are taken away, ``unproved`` those whose evidence is.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from drafter import paths
from drafter.app.reading import read_row
from drafter.core.answers import Answers
from drafter.core.flow import follow
from drafter.law import Law
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.pleaded import pleaded
from drafter.practice.elements import ELEMENTS, grounds
from drafter.practice.grounds import CHANGED_LAW, GROUNDS
from drafter.practice.registry import interview

LAW = Law(paths.resource_text)
SECTIONS = interview({"districts": tuple((d.id, d.name) for d in LAW.districts.values())})
ASKED = {question.id: question for section in SECTIONS for question in section}
ALL_GROUNDS = {ground.id: ground for ground in (*GROUNDS, CHANGED_LAW)}
FOLDER = Path(__file__).parent / "grounds"
MET, NOT_MET, UNKNOWN, PROOF_MISSING = "met", "not_met", "unknown", "proof_missing"
_CASE_KEYS = {
    "name",
    "source",
    "filing_date",
    "district",
    "answers",
    "exhibits",
    "without",
    "unproved",
    "state",
    "elements",
    "says",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One case of one ground: its facts on a filing date in a district, and what is expected."""

    ground: str
    name: str
    source: str
    filing_date: date
    district: str
    answers: Mapping[str, Any]
    state: str
    elements: Mapping[str, str]
    says: Mapping[str, list[str]]

    def facts(self) -> Facts:
        """The facts as the program reads and masks them."""
        read = {key: read_row(ASKED[key], row) for key, row in self.answers.items()}
        flow = follow(SECTIONS, Answers({key: one for key, one in read.items() if one is not None}), ())
        return Facts(flow.answers, LAW, self.filing_date, questions=ASKED)


def load(file: Path) -> Iterator[Case]:
    told = tomllib.loads(file.read_text(encoding="utf-8"))
    assert set(told) == {"ground", "source", "given", "case"}, file.name
    given = told["given"]
    assert set(given) == {"filing_date", "district", "answers", "exhibits"}, file.name
    for case in told["case"]:
        assert set(case) <= _CASE_KEYS, f"{file.name}: {sorted(set(case) - _CASE_KEYS)}"
        both = given | case
        yield Case(
            ground=told["ground"],
            name=case["name"],
            source=case.get("source", told["source"]),
            filing_date=both["filing_date"],
            district=both["district"],
            answers=answers(given, case),
            state=case["state"],
            elements=case["elements"],
            says=case.get("says", {}),
        )


def answers(given: dict[str, Any], case: dict[str, Any]) -> dict[str, Any]:
    """The answers of a case: those given, less what it takes away, with its own, court and exhibits."""
    rows: dict[str, Any] = given["answers"] | case.get("answers", {})
    for question in case.get("without", ()):
        del rows[question]
    for question in case.get("unproved", ()):
        assert "evidence" in rows[question], f"{case['name']}: {question} has no evidence to take away"
        rows[question] = {"value": rows[question]["value"]}
    court = (given | case)["district"]
    exhibits = given["exhibits"] | case.get("exhibits", {})
    listed = [
        {"letter": letter, "title": f"Exhibit {letter}", "status": status}
        for letter, status in exhibits.items()
    ]
    return rows | ({"case.district": court} if court else {}) | {"exhibits.list": listed}


CASES = [case for file in sorted(FOLDER.glob("*.toml")) for case in load(file)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.ground}: {case.name}")
def test_a_ground_stands_as_its_case_says(case: Case) -> None:
    found = next(one for one in grounds(case.facts()) if one.ground.id == case.ground)
    assert {one.element.id: one.state for one in found.elements} == case.elements
    assert found.state == case.state
    reasons = {one.element.id: one.reason for one in found.elements} | {"ground": found.reason}
    for what, words in case.says.items():
        for said in words:
            assert said in reasons[what].replace("\u00a0", " ")


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.ground}: {case.name}")
def test_what_is_foreclosed_is_not_pleaded_and_what_is_not_foreclosed_is_not_refused(case: Case) -> None:
    facts = case.facts()
    paper, asserted = pleaded(facts), ALL_GROUNDS[case.ground].asserted.id
    if case.state == "foreclosed":
        assert case.ground not in paper.ids
    elif case.ground != CHANGED_LAW.id:
        assert (case.ground in paper.ids) == facts.yes(asserted)
        assert asserted not in {problem.question for problem in paper.refused}


# ---- nothing is forgotten


def test_every_ground_has_its_file_and_every_file_its_ground() -> None:
    assert sorted(file.stem for file in FOLDER.glob("*.toml")) == sorted(ELEMENTS)
    assert all({case.ground for case in load(file)} == {file.stem} for file in FOLDER.glob("*.toml"))


@pytest.mark.parametrize("ground", ELEMENTS)
def test_every_element_is_met_in_one_case_and_fails_in_another_in_every_way_in_which_it_can(
    ground: str,
) -> None:
    seen: dict[str, set[str]] = {element.id: set() for element in ELEMENTS[ground]}
    for case in CASES:
        if case.ground == ground:
            for id_, state in case.elements.items():
                seen[id_].add(state)
    for element in ELEMENTS[ground]:
        assert MET in seen[element.id], f"{ground}: no case meets “{element.id}”"
        assert seen[element.id] & {NOT_MET, UNKNOWN}, f"{ground}: “{element.id}” is met whatever happens"
        assert not element.proof or PROOF_MISSING in seen[element.id], (
            f"{ground}: “{element.id}” asks no proof"
        )


@pytest.mark.parametrize("ground", ELEMENTS)
def test_every_ground_is_met_in_one_case_and_half_met_in_another(ground: str) -> None:
    assert {"met", "half_met"} <= {case.state for case in CASES if case.ground == ground}


#: Days of a term beyond its months only lengthen it, so that no ground hangs on them.
ONLY_LENGTHENS = {"sentence.extra_days"}
QUESTIONS = [
    (ground, element.id, question)
    for ground, elements in ELEMENTS.items()
    for element in elements
    for question in element.questions
    if question not in ONLY_LENGTHENS
]


@pytest.mark.parametrize(("ground", "element", "question"), QUESTIONS, ids=":".join)
def test_an_element_hangs_on_each_of_its_questions(ground: str, element: str, question: str) -> None:
    met = [case for case in CASES if case.ground == ground and case.elements.get(element) == MET]
    without = [
        replace(case, answers={key: row for key, row in case.answers.items() if key != question})
        for case in met
        if question in case.answers
    ]
    assert without, f"no case that meets “{element}” answers {question}"
    assert any(state_of(case, element) != MET for case in without), f"{question} makes no difference"


def state_of(case: Case, element: str) -> str:
    """The state of an element; where taking an answer away made it apply no longer, it is not met."""
    (ground,) = (one for one in grounds(case.facts()) if one.ground.id == case.ground)
    return {one.element.id: one.state for one in ground.elements}.get(element, NOT_MET)


def test_a_case_is_named_by_a_sentence_that_is_used_once_and_says_which_law_it_tests() -> None:
    names = [(case.ground, case.name) for case in CASES]
    assert len(set(names)) == len(names)
    for case in CASES:
        assert re.fullmatch(r"[A-Z].*[^.]", case.name), case.name
        assert len(case.name.split()) > 4, case.name
        assert re.match(r"(U\.S\.S\.G\.|18 U\.S\.C\.|28 U\.S\.C\.|[A-Z]\w+) ", case.source), case.source
