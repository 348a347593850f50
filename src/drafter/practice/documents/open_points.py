"""What is still open in a case, as sheets of the file list it: facts, proof, findings, exhibits and deadlines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from drafter.core.dates import long_date
from drafter.core.flow import Missing, follow
from drafter.core.marks import plain
from drafter.core.problem import Problem
from drafter.law.deadlines import PASSED, TODAY, Deadline
from drafter.practice.checks import LEGAL_RULES, RULES
from drafter.practice.checks.exhibits_in_hand import exhibits_in_hand
from drafter.practice.deadlines import deadlines
from drafter.practice.documents.document import Paper
from drafter.practice.documents.facts import EMPTY, Facts
from drafter.practice.documents.words import capitalized
from drafter.practice.elements import grounds
from drafter.practice.elements.element import sentences
from drafter.practice.elements.standing import ElementStanding, GroundStanding
from drafter.practice.registry import SECTIONS

#: The box that a hand ticks, and the one that the answers have ticked.
OPEN, DONE = "☐", "☒"
_MET = "met"
_ELEMENT = {
    "met": "In hand.",
    "proof_missing": "Proof missing.",
    "unknown": "Facts missing.",
    "not_met": "Not met.",
}
_GROUND = {
    "met": "met",
    "half_met": "half met",
    "not_met": "not met",
    "unknown": "not known",
    "foreclosed": "foreclosed",
}
_EXHIBIT = {"have": "in hand", "requested": "requested", "need": "still needed"}
_ACCESS = {"public": "public", "redact": "public, redacted", "seal": "under seal"}
_STATE = {PASSED: "passed", TODAY: "today"}


@dataclass(frozen=True, slots=True)
class Gap:
    """A fact that a paper needs and the case does not have, and how it is to be had."""

    what: str
    how: str


@dataclass(frozen=True, slots=True)
class Gaps:
    """The missing facts of one section of the interview."""

    section: str
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """One element of a ground: the box, what would prove it, and how it stands."""

    box: str
    title: str
    proof: str
    state: str


@dataclass(frozen=True, slots=True)
class GroundSheet:
    """One asserted ground with its elements."""

    title: str
    place: str
    state: str
    reason: str
    elements: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class ExhibitState:
    """One exhibit: whether it is in hand, how it is filed, and where it comes from."""

    box: str
    letter: str
    title: str
    state: str
    filing: str
    custodian: str


@dataclass(frozen=True, slots=True)
class Due:
    """One deadline: the day, what is due, and what it is counted from and by."""

    day: str
    what: str
    counted: str


def gaps(facts: Facts) -> tuple[Gaps, ...]:
    """Every needed fact that is missing, section by section in the order of the interview."""
    section_of = {question.id: section.title for section in SECTIONS for question in section}
    missing = follow(SECTIONS, facts.answers).missing
    sections = groupby(missing, key=lambda one: section_of[one.question.id])
    return tuple(Gaps(section, tuple(_gap(one) for one in ones)) for section, ones in sections)


def _gap(missing: Missing) -> Gap:
    """A note on a confidential question stays in the case, like its answer."""
    what = f"{missing.question.blank}: {missing.what}" if missing.what else missing.question.blank
    if not missing.unknown:
        return Gap(what, "no answer yet")
    note = "" if missing.question.confidential else missing.note.strip()
    return Gap(what, f"to be obtained: {note}" if note else "to be obtained")


def ground_sheets(facts: Facts) -> tuple[GroundSheet, ...]:
    """Every asserted ground, element by element under the law of the filing date."""
    return tuple(_ground(one) for one in grounds(facts) if one.asserted)


def _ground(standing: GroundStanding) -> GroundSheet:
    return GroundSheet(
        title=standing.ground.title,
        place=plain(standing.authority),
        state=_GROUND[standing.state],
        reason=plain(standing.reason),
        elements=tuple(_element(one) for one in standing.elements),
    )


def _element(standing: ElementStanding) -> Shown:
    proof = "; ".join(standing.element.proof)
    return Shown(
        box=DONE if standing.state == _MET else OPEN,
        title=standing.element.title,
        proof=capitalized(proof) if proof else EMPTY,
        state=f"{_ELEMENT[standing.state]} {plain(standing.reason)}",
    )


def exhibit_states(facts: Facts) -> tuple[ExhibitState, ...]:
    """Every exhibit on the list."""
    if not facts.known("exhibits.list"):
        return ()
    return tuple(
        ExhibitState(
            box=DONE if row.value("status") == "have" else OPEN,
            letter=row.text("letter"),
            title=row.text("title"),
            state=_EXHIBIT.get(row.value("status") or "", EMPTY),
            filing=_ACCESS.get(row.value("access") or "", EMPTY),
            custodian=row.text("custodian"),
        )
        for row in facts.rows("exhibits.list")
    )


def findings(facts: Facts, papers: Iterable[Paper]) -> tuple[Problem, ...]:
    """What the checks find, and what the law has against ``papers``; exhibits have a table of their own."""
    own = facts.fresh()
    ruled = (one for rule in RULES if rule is not exhibits_in_hand for one in rule(facts.answers))
    legal = (one for rule in LEGAL_RULES for one in rule(own))
    every = list(papers)
    refused = (one for paper in every for one in paper.foreclosed)
    unread = (
        _unread(facts, ref) for ref in dict.fromkeys(ref for paper in every for ref in paper.unverified)
    )
    return tuple(dict.fromkeys((*ruled, *legal, *refused, *unread)))


def _unread(facts: Facts, ref: str) -> Problem:
    entry = facts.law.entry(ref)
    return Problem(
        "confirmations.law",
        f"Nobody has verified {entry.title} ({ref}); read it at its source ({entry.item.source[0]}) and enter "
        "who confirmed it.",
    )


def dues(facts: Facts) -> tuple[Due, ...]:
    """Every deadline of the case as of today, in the order in which the window lists them."""
    return tuple(_due(one) for one in deadlines(facts.fresh()))


def _due(deadline: Deadline) -> Due:
    """Of a day that has passed only the event is told: rule and note say how to keep it."""
    event, due = deadline.event, deadline.due
    state = _STATE.get(deadline.state, "")
    day = long_date(due) if due else "waiting"
    since = f"{event.says} on {long_date(event.day)}" if event.day else f"{event.says} (day not known yet)"
    rule = plain(deadline.rule).rstrip(".") + ("" if deadline.verified else ", not verified")
    kept = () if deadline.state == PASSED else (f"{rule}.", plain(deadline.note))
    return Due(
        day=f"{day} ({state})" if state else day,
        what=deadline.what,
        counted=sentences(f"{capitalized(since)}.", *kept),
    )
