"""The elements of U.S.S.G. § 1B1.13(b)(6), for the days and circuits in which it could be pleaded at all."""

from __future__ import annotations

from drafter.law.model import Position
from drafter.practice.documents.binding import cited, sentence
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.pleaded import NONRETROACTIVE, amended_guideline
from drafter.practice.documents.words import joined
from drafter.practice.elements import served_enough
from drafter.practice.elements.authority import may_be_heard
from drafter.practice.elements.element import (
    MET,
    NOT_MET,
    UNKNOWN,
    Element,
    Finding,
    lacking,
    on_day,
    proved,
    shown,
)

_CHANGE = ("change.what", "change.kind", "change.retroactive")
_TERM = ("sentence.life", "sentence.months")
_TODAY = "change.sentence_now"
#: Each pair shows the size of the difference by itself.
_PAIRS = (("change.range_then", "change.range_now"), ("change.minimum_then", "change.minimum_now"))
_DISPARITY = (*_TERM, _TODAY, *_PAIRS[0], *_PAIRS[1])
#: The holdings under which no motion can plead such a change as a reason.
_SHUT = frozenset({"refused", "foreclosed"})


def _change(facts: Facts) -> Finding:
    retroactive = facts.choice("change.retroactive")
    if retroactive == "yes":
        return Finding(
            NOT_MET,
            "The change is retroactive, so it has a motion of its own and is no reason here.",
            contrary=True,
        )
    if retroactive == "unclear":
        return Finding(UNKNOWN, "Whether the change is retroactive is not settled yet.")
    excepted = amended_guideline(facts)
    if excepted is not None:
        return Finding(NOT_MET, excepted.says, contrary=True)
    return shown(facts, *_CHANGE)


def _disparity(facts: Facts) -> Finding:
    """Find whether the facts of the comparison are there; how gross it is, the motion has to argue."""
    missing = lacking(facts, *_TERM)
    sizes = [(_TODAY,), *_PAIRS]
    known = [size for size in sizes if all(facts.known(question) for question in size)]
    if not known:
        missing.append("sentence today, or the guideline ranges or mandatory minimums of both days")
    if missing:
        return Finding(UNKNOWN, f"Not known yet: {joined(missing)}.")
    because = (
        "Whether the sentence is unusually long and the disparity gross is for argument, not counted here."
    )
    return proved(facts, *(question for size in known for question in size), because=because)


def _served(facts: Facts) -> Finding:
    return served_enough.whole_years(facts, "long_sentence.served_years")


def _in_statement(facts: Facts) -> bool:
    return facts.law.policy_statement(facts.on).node("b6") is not None


def _circuit(facts: Facts) -> Finding:
    """Find what the circuit holds; it is a point of law and needs no proof of fact."""
    if not facts.sources.circuit:
        return Finding(UNKNOWN, "Not known yet: the district, and with it the circuit.")
    position = facts.sources.position(NONRETROACTIVE)
    if position is not None:
        state = NOT_MET if position.holds in _SHUT else MET
        return Finding(state, holding(facts, position), contrary=state == NOT_MET)
    if may_be_heard(facts):
        return Finding(
            MET, "The policy statement names the ground, and no decision of the circuit was found."
        )
    return Finding(UNKNOWN, f"No decision of the circuit that lets it be pleaded {on_day(facts)} was found.")


def shut(facts: Facts) -> str:
    """Return why the circuit's own decision shuts the ground, empty where it does not."""
    position = facts.sources.position(NONRETROACTIVE)
    return holding(facts, position) if position is not None and position.holds in _SHUT else ""


def holding(facts: Facts, position: Position) -> str:
    """Return what a circuit holds and by which decision, marked while nobody has verified it."""
    ref = f"position:{position.topic}:{position.circuit}:{position.in_force.start}"
    return sentence(facts, position.says, cited(facts, position.authority), ref, verified=position.verified)


ELEMENTS: tuple[Element, ...] = (
    Element(
        id="change",
        title="A change in the law that is not retroactive",
        questions=_CHANGE,
        proof=("the statute, guideline or decision, and its section on application",),
        test=_change,
    ),
    Element(
        id="disparity",
        title="A gross disparity between an unusually long sentence and the one likely today",
        questions=_DISPARITY,
        proof=(
            "the judgment and statement of reasons",
            "the computation of the sentence today, with its sources",
        ),
        test=_disparity,
    ),
    Element(
        id="served",
        title="Enough years served of the term",
        questions=served_enough.COUNTED,
        proof=served_enough.PROOF,
        test=_served,
        applies=_in_statement,
    ),
    Element(
        id="circuit",
        title="The circuit lets such a change be a reason",
        questions=("case.district",),
        proof=(),
        test=_circuit,
    ),
)
