"""One period of the law, looked up for the day of its event and counted into a deadline."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from drafter.law import NotInLawError
from drafter.law.deadlines import NOBODY, Counted, Deadline, Event, calendar_days, court_days
from drafter.law.model import Value
from drafter.practice.documents.facts import Facts

#: Counts so many days (or hours) from an event, with the holidays of a state.
Count: TypeAlias = Callable[[Event, int, str], Counted | None]

RULE_45 = "Fed. R. Crim. P. 45(a)"
RULE_26 = "Fed. R. App. P. 26(a)"
#: How the note on a duty of the Bureau begins.
DUTY = "A duty of the Bureau; where it was not kept, the motion may say so."

_UNKNOWN_HOLIDAYS = "The legal holidays of that time are not known, so nothing is counted: check the year."


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A period before it is counted; ``value`` is the id of its number in the law.

    ``rule`` and ``verified`` are those of the number unless they are given.
    """

    id: str
    what: str
    event: Event
    value: str
    count: Count = court_days
    counted_by: str = RULE_45
    whose: str = NOBODY
    rule: str = ""
    verified: bool | None = None
    note: str = ""


def by_calendar(event: Event, days: int, _state: str) -> Counted | None:
    """Count calendar days, whatever the state."""
    return calendar_days(event, days)


def number(facts: Facts, value: str, event: Event) -> Value | None:
    """The number in force on the day of the event; None where the law did not know the period then."""
    try:
        return facts.law.value(value, event.day or facts.on)
    except NotInLawError:
        return None


def counted(facts: Facts, period: Period) -> Iterator[Deadline]:
    """Yield the deadline of ``period`` as of today; nothing where the law did not know the period."""
    value = number(facts, period.value, period.event)
    if value is None:
        return
    found = period.count(period.event, value.number, state(facts))
    rule = period.rule or "; ".join(value.source)
    unknown = _UNKNOWN_HOLIDAYS if found is None and period.event.day else ""
    notes = (period.note, found.note if found else "", unknown)
    yield Deadline(
        id=period.id,
        what=period.what,
        event=period.event,
        due=found.due if found else None,
        on=facts.today or facts.on,
        rule=f"{rule}; counted by {period.counted_by}" if period.counted_by else rule,
        working=found.working if found else (waits(period.event),),
        verified=value.verified if period.verified is None else period.verified,
        note=" ".join(note for note in notes if note),
        whose=period.whose,
    )


def state(facts: Facts) -> str:
    """The state of the district court, empty while the court is unknown."""
    district = facts.value("case.district")
    return facts.law.district(district).state if district else ""


def waits(event: Event) -> str:
    """The line that stands in place of a count."""
    return f"Waiting for the day on which {event.says}."


def receipt(facts: Facts) -> Event:
    """The receipt of the request by the warden; the question is the first of the two that lacks its answer."""
    sent = facts.yes("warden.sent")
    question = "warden.received_on" if sent else "warden.sent"
    return Event("the warden received the request", facts.day("warden.received_on"), question)
