"""Deadlines: a day counted from the day of an event, with its working.

Three ways of counting.  A period of the rules of court or of a statute leaves out the day of the event,
counts every other day, and ends on the next day that is no Saturday, Sunday or legal holiday (Fed. R.
Crim. P. 45(a)(1); Fed. R. App. P. 26(a)(1) counts the same way).  A period in hours, of whose event only
the day is known, is counted from the end of that day and runs on in the same way (Rule 45(a)(2)).  The
calendar days of a regulation of the Bureau of Prisons are counted as they stand: it says nothing of
weekends, so none is skipped.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from drafter.core.dates import far_off, long_date
from drafter.law.exhaustion import legal_holidays, rolled_forward

#: The states of a deadline on the day as of which it is told.
PASSED, TODAY, AHEAD, WAITING = "passed", "today", "ahead", "waiting"
#: What to know where the state of the court, and so its holidays, are not known.
COURT_UNKNOWN = (
    "The court is not known, so holidays of its state, which count too, are not among those skipped."
)
#: Whose act a deadline is for; a day on which something becomes possible is for nobody's.
MOVANT, GOVERNMENT, BUREAU, NOBODY = "movant", "government", "bureau", ""

_HOURS_IN_DAY = 24
# Not strftime: a window may set the locale of the system, and a paper of an American court is in English.
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Event:
    """What a period is counted from: in words ("the order was entered"), with its day, None while unknown.

    ``question`` names whatever holds the day, for a reader who wants to go there; counting ignores it.
    """

    says: str
    day: date | None
    question: str = ""


@dataclass(frozen=True, slots=True)
class Counted:
    """A counted period: its last day, the lines that show how, and what to know besides."""

    due: date
    working: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """One deadline: ``what`` is due, counted from ``event`` by ``rule`` (a citation), told as of ``on``.

    ``due`` is None while the day of the event is unknown: nothing is guessed then.  ``verified`` is False
    where nobody has verified the number or the rule of law it rests on.
    """

    id: str
    what: str
    event: Event
    due: date | None
    on: date
    rule: str
    working: tuple[str, ...]
    verified: bool
    note: str = ""
    whose: str = NOBODY

    @property
    def days_left(self) -> int | None:
        """Days from ``on`` to the due day, below zero once it has passed; None while it is unknown."""
        return None if self.due is None else (self.due - self.on).days

    @property
    def when(self) -> str:
        """How far off it is, in words: ``in 5 days``, ``today``, ``1 day ago``, ``waiting``."""
        return "waiting" if self.due is None else far_off(self.due, self.on)

    @property
    def state(self) -> str:
        """PASSED, TODAY, AHEAD, or WAITING for a date."""
        left = self.days_left
        if left is None:
            return WAITING
        return TODAY if left == 0 else AHEAD if left > 0 else PASSED


@dataclass(frozen=True, slots=True)
class Holidays:
    """The legal holidays around the end of a period: the federal ones, and those of the court's state.

    ``state`` is the state's name, empty while the court is unknown.
    """

    federal: frozenset[date]
    state: str = ""
    of_state: frozenset[date] = field(default=frozenset())

    @property
    def every(self) -> frozenset[date]:
        """All of them."""
        return self.federal | self.of_state


def holidays_around(day: date, state: str = "") -> Holidays | None:
    """The legal holidays of the year of ``day`` and the next; None where those years' are not known."""
    years = (day.year, day.year + 1)
    if not all(legal_holidays([year]) for year in years):
        return None
    federal = legal_holidays(years)
    return Holidays(federal, state, legal_holidays(years, state) - federal if state else frozenset())


def court_days(event: Event, days: int, state: str = "") -> Counted | None:
    """Count ``days`` by Rule 45(a)(1); None where the day is unknown, or the holidays of its year are.

    ``state`` is that of the district court, whose holidays count too (Rule 45(a)(6)(C)).
    """
    if event.day is None:
        return None
    last = event.day + timedelta(days=days)
    return _run_on(event, last, f"Day {days} is {named(last)}.", state)


def court_hours(event: Event, hours: int, state: str = "") -> Counted | None:
    """Count ``hours`` by Rule 45(a)(2) from the end of the event's day; None as in :func:`court_days`."""
    if event.day is None:
        return None
    last = event.day + timedelta(days=-(-hours // _HOURS_IN_DAY))
    return _run_on(event, last, f"{hours} hours after that day has ended: {named(last)}.", state)


def calendar_days(event: Event, days: int) -> Counted | None:
    """Count ``days`` as they stand in the calendar; None where the day of the event is unknown."""
    if event.day is None:
        return None
    last = event.day + timedelta(days=days)
    working = (_begins(event), f"Day {days} is {named(last)}; calendar days, so no weekend is skipped.")
    return Counted(last, working)


def _run_on(event: Event, last: date, counted: str, state: str) -> Counted | None:
    holidays = holidays_around(last, state)
    if holidays is None:
        return None
    due = rolled_forward(last, holidays.every)
    working = [_begins(event), counted]
    if due != last:
        working.append(
            f"A Saturday, Sunday or legal holiday does not end the period, so it runs on to {named(due)}."
        )
    return Counted(due, tuple(working), _state_note(last, due, holidays))


def _begins(event: Event) -> str:
    day = "" if event.day is None else named(event.day)
    return f"{event.says[:1].upper()}{event.says[1:]} on {day}; that day is not counted."


def _state_note(last: date, due: date, holidays: Holidays) -> str:
    """What to know where the end hangs on holidays of a state: the program's list of them is no court's."""
    sooner = rolled_forward(last, holidays.federal)
    if sooner != due:
        return (
            f"Only a holiday of {holidays.state} moves the end from {named(sooner)}; ask the clerk’s office "
            "whether it counts, and keep to the earlier day for what you must do yourself."
        )
    if not holidays.state:
        return COURT_UNKNOWN
    return ""


def named(day: date) -> str:
    """``day`` with its weekday: ``November 3, 2026 (Tuesday)``."""
    return f"{long_date(day)} ({_WEEKDAYS[day.weekday()]})"
