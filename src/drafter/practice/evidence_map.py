"""The evidence map: for each ground its elements, what would prove them, what is there and what is not.

Beside it the list of what must be obtained: the exhibits that are not in hand, and the facts that are known
to be unknown, each with who has it, how to get it, since when it is asked for and when it is due.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from drafter.core.marks import plain
from drafter.practice.documents.words import capitalized
from drafter.practice.elements.element import in_hand, lacking, named_proof

if TYPE_CHECKING:
    from drafter.practice.documents.facts import Facts
    from drafter.practice.elements.element import Element
    from drafter.practice.elements.standing import GroundStanding

_EXHIBITS: Final = "exhibits.list"
#: How an exhibit that is not in hand stands.
REQUESTED, NEEDED = "requested", "needed"


@dataclass(frozen=True, slots=True)
class MapLine:
    """One element of a ground: ``needed`` would prove it, ``have`` and ``awaited`` are named on the answers.

    ``missing`` says in words which facts are not known; ``question`` is where to go on.
    """

    ground: str
    ground_title: str
    element: str
    state: str
    needed: tuple[str, ...]
    have: tuple[str, ...]
    awaited: tuple[str, ...]
    missing: tuple[str, ...]
    question: str


@dataclass(frozen=True, slots=True)
class ToObtain:
    """Something to be obtained: ``who`` has it, ``how`` to get it; days are None where none is named."""

    what: str
    who: str
    how: str
    state: str
    asked: date | None
    due: date | None
    question: str


def evidence_map(facts: Facts, grounds: tuple[GroundStanding, ...]) -> tuple[MapLine, ...]:
    """Return a line for each element of every ground that the case asserts, in the order of the statute."""
    own = facts.fresh()
    return tuple(
        _line(own, standing, one.element, one.state)
        for standing in grounds
        if standing.asserted
        for one in standing.elements
    )


def _line(facts: Facts, standing: GroundStanding, element: Element, state: str) -> MapLine:
    named = list(dict.fromkeys(place for key in element.questions for place in named_proof(facts, key)))
    have = tuple(plain(place) for place in named if in_hand(facts, place))
    missing = tuple(plain(what) for what in lacking(facts, *element.questions))
    return MapLine(
        standing.ground.id,
        standing.ground.title,
        element.title,
        state,
        element.proof,
        have,
        tuple(plain(place) for place in named if not in_hand(facts, place)),
        missing,
        _to_go_on(facts, element),
    )


def _to_go_on(facts: Facts, element: Element) -> str:
    """The first question that is open or without proof, else the first that is asked."""
    asked = [key for key in element.questions if facts.question(key).shown_when.holds(facts.answers)]
    opened = (key for key in asked if lacking(facts, key) or not list(named_proof(facts, key)))
    return next(opened, asked[0] if asked else element.questions[0])


def to_obtain(facts: Facts) -> tuple[ToObtain, ...]:
    """Return what must be obtained, what is due first before what has no day."""
    own = facts.fresh()
    found = [*_exhibits(own), *_unknown(own)]
    return tuple(sorted(found, key=lambda one: (one.due is None, one.due or date.max)))


def _exhibits(facts: Facts) -> Iterator[ToObtain]:
    for row in facts.value(_EXHIBITS) or ():
        if row.get("status") not in {None, "have"}:
            yield ToObtain(
                " ".join(part for part in (f"Ex. {_text(row, 'letter')}:", _text(row, "title")) if part),
                _text(row, "custodian"),
                "",
                REQUESTED if row.get("status") == "requested" else NEEDED,
                row.get("asked"),
                row.get("due"),
                _EXHIBITS,
            )


def _text(row: Any, column: str) -> str:  # noqa: ANN401 - a row holds values of any kind
    return str(row.get(column) or "")


def _unknown(facts: Facts) -> Iterator[ToObtain]:
    for key, answer in facts.answers.items():
        if answer.unknown:
            asked = facts.question(key)
            yield ToObtain(
                capitalized(asked.blank or asked.ask), asked.knows, answer.note, NEEDED, None, None, key
            )
