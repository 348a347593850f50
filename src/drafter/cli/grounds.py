"""The command grounds: each ground of a case on the filing date, element by element."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from drafter.cli.command import CASE, FILING_DATE, FINE, Command, shown
from drafter.core.dates import long_date

if TYPE_CHECKING:
    from drafter.app.library import Library
    from drafter.practice.elements.standing import ElementStanding, GroundStanding


def _grounds(library: Library, options: argparse.Namespace) -> int:
    session = library.open_case(options.case)
    standings = session.grounds(options.filing_date)
    head = f"The grounds under the law of {long_date(session.filing_date(options.filing_date))}"
    told = [line for one in standings for line in _lines(one)]
    shown(options, [_as_json(one) for one in standings], [head, *told])
    return FINE


def _as_json(one: GroundStanding) -> dict[str, object]:
    return {
        "id": one.ground.id,
        "title": one.ground.title,
        "asserted": one.asserted,
        "state": one.state,
        "reason": one.reason,
        "authority": one.authority,
        "elements": [_element_as_json(element) for element in one.elements],
    }


def _element_as_json(one: ElementStanding) -> dict[str, object]:
    return {
        "id": one.element.id,
        "title": one.element.title,
        "state": one.state,
        "reason": one.reason,
        "questions": list(one.element.questions),
        "proof": list(one.element.proof),
        "authority": one.authority,
    }


def _lines(one: GroundStanding) -> Iterator[str]:
    """Yield the line of a ground, and of each element where the ground is asserted."""
    state = one.state.replace("_", " ")
    yield f"{one.ground.id:<4} {state:<13} {one.ground.title}: {one.reason} Authority: {one.authority}."
    for element in one.elements if one.asserted else ():
        state = element.state.replace("_", " ")
        proof = "" if element.state == "met" or not element.element.proof else _proof(element)
        # A finer place in the law than the ground's is worth its room; the same place again is not.
        finer = "" if element.authority == one.authority else f" Authority: {element.authority}."
        yield f"       {state:<13} {element.element.title}: {element.reason}{proof}{finer}"


def _proof(one: ElementStanding) -> str:
    return f" Proof: {'; '.join(one.element.proof)}."


COMMANDS: dict[str, Command] = {
    "grounds": (
        _grounds,
        "Show each ground and element: met, missing or foreclosed, and why.",
        (CASE, FILING_DATE),
    ),
}
