"""The timeline of a case: its dated events in order, from the answers and the arithmetic of the law.

An event whose day is not known is not told.  Birth dates and answers that never print are left out, because
the picture of a timeline may be filed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from drafter.core.dates import long_date
from drafter.law.deadlines import AHEAD, TODAY
from drafter.practice.deadlines import deadlines, letters
from drafter.practice.documents.exhaustion_part import clock
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.served import count, term

#: The kinds of events and what they are called.
COURT, CUSTODY, WARDEN, HEALTH, MOTION, DEADLINE = (
    "court",
    "custody",
    "warden",
    "health",
    "motion",
    "deadline",
)
KINDS: Final = {
    COURT: "Conviction, sentence and later proceedings",
    CUSTODY: "Custody and release",
    WARDEN: "Request to the warden",
    HEALTH: "Health",
    MOTION: "Motion and order",
    DEADLINE: "Deadline",
}
_DISPOSITIONS: Final = {
    "plea": "Plea entered",
    "trial": "Verdict returned",
    "stipulated": "Decided on stipulated facts",
}
_RESPONSES: Final = {
    "denied": "Warden denied the request",
    "returned": "Warden returned the request without a decision",
    "granted": "Warden granted the request or sent it on",
}
_RULINGS: Final = {
    "granted": "Motion granted",
    "in_part": "Motion granted in part",
    "denied": "Motion denied",
}
_FORMS: Final = {"bp9": "BP-9", "bp10": "BP-10", "bp11": "BP-11"}


@dataclass(frozen=True, slots=True)
class TimelineEvent:
    """What happened, or is due, on ``day``; ``kind`` is a key of :data:`KINDS`.

    ``question`` is the id of the question that holds the day, or from whose day it is counted.  ``ahead`` is
    True for a day after the one as of which the timeline is told.
    """

    day: date
    label: str
    kind: str
    question: str
    ahead: bool

    @property
    def words(self) -> str:
        """The event as one line to read."""
        return f"{long_date(self.day)}{' (ahead)' if self.ahead else ''}: {self.label}"


def timeline(facts: Facts) -> tuple[TimelineEvent, ...]:
    """Every dated event of the case as of today, in the order of time; of one day, in the order of a case."""
    sources = (_court, _custody, _warden, _health, _motion, _deadlines)
    today = facts.today or facts.on
    found = [
        TimelineEvent(day, label, kind, question, day > today)
        for source in sources
        for day, label, kind, question in source(facts)
        if day is not None
    ]
    return tuple(sorted(dict.fromkeys(found), key=lambda event: event.day))


_Found = Iterator[tuple[date | None, str, str, str]]


def _court(facts: Facts) -> _Found:
    yield facts.day("offense.charged_on"), "Charged", COURT, "offense.charged_on"
    how = _DISPOSITIONS.get(facts.choice("offense.disposition"), "Plea or verdict")
    yield facts.day("offense.disposition_on"), how, COURT, "offense.disposition_on"
    whole = term(facts)
    sentence = f"Sentence imposed: {'life' if whole.life else whole.words}" if whole else "Sentence imposed"
    yield facts.day("sentence.imposed_on"), sentence, COURT, "sentence.imposed_on"
    for row in facts.value("sentence.proceedings") or ():
        yield row["filed"], f"{row['court']}: filed", COURT, "sentence.proceedings"
        yield row["decided"], f"{row['court']}: {row['outcome'] or 'decided'}", COURT, "sentence.proceedings"
    yield from _earlier_motions(facts)


def _earlier_motions(facts: Facts) -> _Found:
    rows = facts.value("prior.motions") or ()
    for row in rows:
        yield row["filed"], "Earlier motion filed", COURT, "prior.motions"
        yield row["ruled"], f"Earlier motion: {row['ruling'] or 'ruled on'}", COURT, "prior.motions"
    denied = facts.day("prior.denied_on")
    if denied not in {row["ruled"] for row in rows}:
        yield denied, "Earlier motion denied", COURT, "prior.denied_on"


def _custody(facts: Facts) -> _Found:
    yield facts.day("custody.since"), "The Bureau counts the sentence from here", CUSTODY, "custody.since"
    yield facts.day("conduct.clear_since"), "Discipline record clear since", CUSTODY, "conduct.clear_since"
    for question, label in (
        ("custody.prerelease_date", "Reentry center planned"),
        ("custody.home_confinement_date", "Home confinement eligibility date"),
    ):
        yield facts.day(question), label, CUSTODY, question
    yield from _ends(facts)


def _ends(facts: Facts) -> _Found:
    """The Bureau's dates of the end where they are known, for they prevail; else those that are counted."""
    time = count(facts)
    for question, label, ours in (
        ("custody.projected_release", "Projected release", time.projected_release if time else None),
        ("custody.full_term_date", "Full term ends", time.full_term_date if time else None),
    ):
        theirs = facts.day(question)
        if theirs is not None:
            yield theirs, f"{label} (date of the Bureau)", CUSTODY, question
        else:
            yield ours, f"{label} (counted, an estimate)", CUSTODY, "custody.since"


def _warden(facts: Facts) -> _Found:
    for row in facts.value("warden.earlier") or ():
        yield row["sent"], "Earlier request sent to a warden", WARDEN, "warden.earlier"
    yield facts.day("warden.sent_on"), "Request sent to the warden", WARDEN, "warden.sent_on"
    yield facts.day("warden.received_on"), "Warden received the request", WARDEN, "warden.received_on"
    response = _RESPONSES.get(facts.choice("warden.response"), "Warden responded")
    yield facts.day("warden.responded_on"), response, WARDEN, "warden.responded_on"
    time = clock(facts)
    if time is not None:
        days = facts.sources.value("exhaustion.lapse_days").number
        lapsed = f"The {days} days from the warden’s receipt have run"
        yield time.lapse_day, lapsed, WARDEN, "warden.received_on"
    for row in facts.value("warden.appeals") or ():
        form = _FORMS.get(row["level"], "Appeal")
        outcome = f": {row['outcome']}" if row["outcome"] else " answered"
        yield row["filed"], f"{form} filed", WARDEN, "warden.appeals"
        yield row["answered"], f"{form}{outcome}", WARDEN, "warden.appeals"


def _health(facts: Facts) -> _Found:
    diagnosis = facts.value("b1A.diagnosis")
    label = f"Diagnosed: {diagnosis}" if diagnosis else "Illness diagnosed"
    yield facts.day("b1A.diagnosed_on"), label, HEALTH, "b1A.diagnosed_on"
    for row in facts.value("medical.conditions") or ():
        yield row["noted"], f"First noted: {row['condition'] or 'a condition'}", HEALTH, "medical.conditions"


def _motion(facts: Facts) -> _Found:
    conferred = "Government asked for its position"
    yield facts.day("government.conferred_on"), conferred, MOTION, "government.conferred_on"
    filing = facts.day("case.filing_date")
    passed = filing is not None and filing <= (facts.today or facts.on)
    yield filing, "Filing date of the motion" if passed else "Motion to be filed", MOTION, "case.filing_date"
    ruling = _RULINGS.get(facts.choice("order.ruling"), "Order on the motion")
    dated, entered = facts.day("order.dated"), facts.day("order.entered_on")
    yield dated or entered, ruling, MOTION, "order.dated" if dated else "order.entered_on"


def _deadlines(facts: Facts) -> _Found:
    """What is due today or ahead; the age of a letter is no date of the case, and the lapse stands above."""
    for one in deadlines(facts):
        due = one.state in {TODAY, AHEAD}
        if due and one.id != "exhaustion.lapse" and not letters.is_letter(one):
            yield one.due, one.what, DEADLINE, one.event.question
