"""The request to the warden: the end of the waiting period, and the first day on which it is safe to file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from drafter.law.deadlines import COURT_UNKNOWN, Counted, Deadline
from drafter.practice.deadlines.period import Period, counted, receipt
from drafter.practice.documents.exhaustion_part import clock
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.served import long_dates

_VALUE = "exhaustion.lapse_days"
_CONTRADICTION = (
    "The dates of the request contradict each other, so nothing is counted; the checks say which."
)
_LATER = (
    "A day later than the rule asks: no decision was found on whether Rule 45(a) moves the end of a waiting "
    "period, and a motion filed too early can be dismissed."
)


def found(facts: Facts) -> Iterator[Deadline]:
    """Yield the two days, by the same clock that the motion prints."""
    time, event = clock(facts), receipt(facts)
    days = facts.law.value(_VALUE, facts.on).number
    court = "" if facts.known("case.district") else COURT_UNKNOWN
    if time is None:
        court = _CONTRADICTION if event.day else court
        event = replace(event, day=None)
    working = tuple(long_dates(line) for line in time.working) if time else ()
    # The last line of the clock's working is about the day after.
    lapse = Counted(time.lapse_day, working[:-1]) if time else None
    safe = Counted(time.earliest_filing, working) if time else None
    yield from counted(
        facts,
        Period(
            id="exhaustion.lapse",
            what=f"The {days} days from the receipt have run",
            event=event,
            value=_VALUE,
            count=lambda *_: lapse,
            note=court,
        ),
    )
    yield from counted(
        facts,
        Period(
            id="exhaustion.earliest_filing",
            what="First day on which it is safe to file",
            event=event,
            value=_VALUE,
            count=lambda *_: safe,
            note=f"{_LATER} {court}".strip(),
        ),
    )
