"""The evidence map: what proves each element, what is there, and what must still be obtained."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from every_answer import facts, sample_answers

from drafter.core.answers import Answer
from drafter.practice.elements import ELEMENTS, grounds
from drafter.practice.evidence_map import NEEDED, REQUESTED, MapLine, ToObtain, evidence_map, to_obtain

ON = date(2026, 11, 25)


def lines(raw: dict[str, Any]) -> tuple[MapLine, ...]:
    known = facts(raw, ON, ON)
    return evidence_map(known, grounds(known))


def wanted(raw: dict[str, Any]) -> tuple[ToObtain, ...]:
    return to_obtain(facts(raw, ON, ON))


def exhibits(raw: dict[str, Any]) -> list[dict[str, Any]]:
    """The rows of the list of exhibits, to be changed."""
    held: Any = raw["exhibits.list"]
    return [dict(row) for row in getattr(held, "stored", held)]


def test_a_case_that_asserts_nothing_has_no_line() -> None:
    assert lines({}) == ()
    assert wanted({}) == ()


@pytest.mark.parametrize("name", ["complete", "vailes", "vailes-2021"])
def test_each_element_of_each_asserted_ground_has_a_line_as_the_test_of_the_ground_finds_it(
    name: str,
) -> None:
    raw = sample_answers(name)
    known = facts(raw, ON, ON)
    asserted = [one for one in grounds(known) if one.asserted]
    assert asserted
    found = lines(raw)
    assert [(line.ground, line.element, line.state) for line in found] == [
        (one.ground.id, element.element.title, element.state) for one in asserted for element in one.elements
    ]
    for line in found:
        element = next(one for one in ELEMENTS[line.ground] if one.title == line.element)
        assert line.question in element.questions
        assert line.needed == element.proof
        if line.state == "met":
            assert line.have or not element.proof


def test_an_exhibit_that_is_not_in_hand_is_awaited_and_stands_on_the_list() -> None:
    raw = sample_answers("complete")
    assert all((line.have or not line.needed) and not line.awaited for line in lines(raw))
    rows = exhibits(raw)
    letter = next(row for row in rows if row["letter"] == "F")
    letter |= {"status": "requested", "custodian": "Dr. Loe", "asked": "2026-11-01", "due": "2026-12-01"}
    raw["exhibits.list"] = rows
    awaited = [line for line in lines(raw) if line.awaited]
    assert awaited
    assert all(place.startswith("Ex. F") for line in awaited for place in line.awaited)
    (one,) = wanted(raw)
    assert (one.who, one.state, one.asked, one.due) == (
        "Dr. Loe",
        REQUESTED,
        date(2026, 11, 1),
        date(2026, 12, 1),
    )
    assert one.what.startswith("Ex. F: ")


def test_a_fact_that_is_known_to_be_unknown_says_who_knows_and_how_to_ask() -> None:
    raw = sample_answers("complete")
    raw["custody.projected_release"] = Answer(unknown=True, note="ask the case manager")
    (one,) = wanted(raw)
    assert (one.question, one.how, one.state) == (
        "custody.projected_release",
        "ask the case manager",
        NEEDED,
    )
    assert one.who


def test_what_is_due_first_comes_first() -> None:
    raw = sample_answers("complete")
    rows = exhibits(raw)
    for row, due in zip(rows, ("2027-01-01", "", "2026-12-01"), strict=False):
        row.update(status="need", due=due)
    raw["exhibits.list"] = rows
    assert [one.due for one in wanted(raw)] == [date(2026, 12, 1), date(2027, 1, 1), None]


def test_the_line_goes_to_what_is_open() -> None:
    raw = sample_answers("complete")
    del raw["b1C.risk"]
    (risk,) = (line for line in lines(raw) if "b1C.risk" in line.question)
    assert (risk.state, risk.question) == ("unknown", "b1C.risk")
    assert risk.missing
