"""How each ground stands on the filing date: element by element, and as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drafter.core.dates import long_date
from drafter.core.marks import plain
from drafter.law.model import Treatment
from drafter.practice.documents.binding import cited, unheard
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.pleaded import foreclosed
from drafter.practice.documents.words import joined, lowered
from drafter.practice.elements import changed_law
from drafter.practice.elements.authority import authority
from drafter.practice.elements.element import MET, NOT_MET, UNKNOWN, Element, Finding, sentences
from drafter.practice.grounds import CHANGED_LAW
from drafter.practice.grounds.ground import Ground

#: The states of a ground, besides those that it shares with its elements.
HALF_MET, FORECLOSED = "half_met", "foreclosed"
_WORDS = {"not_met": "not met", "unknown": "not known", "proof_missing": "without proof"}


@dataclass(frozen=True, slots=True)
class ElementStanding:
    """One element of a ground in this case: its state, why, what would prove it, and the authority."""

    element: Element
    state: str
    reason: str
    authority: str


@dataclass(frozen=True, slots=True)
class GroundStanding:
    """One ground in this case; ``state`` is met, half_met, not_met, unknown or foreclosed."""

    ground: Ground
    asserted: bool
    state: str
    reason: str
    authority: str
    elements: tuple[ElementStanding, ...]


def standing(facts: Facts, ground: Ground, elements: Sequence[Element]) -> GroundStanding:
    """Return how ``ground`` with its ``elements`` stands under the law of the filing date."""
    asserted = facts.yes(ground.asserted.id)
    found = [
        (one, one.test(facts) if asserted else _unasserted(facts, ground))
        for one in elements
        if one.applies(facts)
    ]
    shut = _foreclosed(facts, ground)
    if shut:
        state, reason = FORECLOSED, shut
    elif not asserted:
        state, reason = NOT_MET, _unasserted(facts, ground).reason
    else:
        state, reason = _whole(found)
    return GroundStanding(
        ground,
        asserted,
        state,
        reason,
        authority(facts, ground.id),
        tuple(
            ElementStanding(one, of.state, of.reason, authority(facts, ground.id, one.node))
            for one, of in found
        ),
    )


def _unasserted(facts: Facts, ground: Ground) -> Finding:
    known = facts.known(ground.asserted.id)
    return Finding(
        UNKNOWN, "Not asserted." if known else "Not asserted: its first question has no answer yet."
    )


def _whole(found: Sequence[tuple[Element, Finding]]) -> tuple[str, str]:
    """Return the state of an asserted ground, and what it lacks."""
    states = [of.state for _, of in found]
    met = states.count(MET)
    lacks = [f"{lowered(one.title)} ({_WORDS[of.state]})" for one, of in found if of.state != MET]
    missing = f"Lacking: {joined(lacks)}."
    if met == len(states):
        return MET, f"All {met} elements are answered and proved; whether they persuade is for the court."
    against = [of.reason for _, of in found if of.contrary]
    if against:
        return NOT_MET, sentences(*against, missing)
    # A point of law that stands, such as what the circuit holds, meets nothing by itself.
    of_fact = [of.state for one, of in found if one.proof]
    if set(of_fact) == {UNKNOWN}:
        return UNKNOWN, sentences("Asserted, but none of its elements is fully known yet.", missing)
    if MET not in of_fact:
        return NOT_MET, sentences(f"None of its {len(of_fact)} elements of fact is met.", missing)
    return HALF_MET, sentences(f"Half met: {met} of {len(states)} elements.", missing)


def _foreclosed(facts: Facts, ground: Ground) -> str:
    """Return why the law of the day refuses the ground here, with the routes that stay open; else nothing."""
    treatment = foreclosed(facts, ground)
    if treatment is not None:
        return _refusal(facts, treatment)
    return (changed_law.shut(facts) if ground.id == CHANGED_LAW.id else "") or unheard(facts, ground.id)


def _refusal(facts: Facts, treatment: Treatment) -> str:
    mark = facts.sources.mark(f"treatment:{treatment.id}", verified=treatment.verified)
    since = f"law since {long_date(treatment.in_force.start)}"
    said = f"{treatment.says.rstrip('.')} ({cited(facts, treatment.authority)}; {since}){mark}."
    routes = f"Open instead: {facts.sources.routes(treatment)}." if treatment.routes else ""
    return plain(sentences(said, routes, treatment.caution))
