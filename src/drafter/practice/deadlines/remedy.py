"""The administrative remedy (28 C.F.R. §§ 542.14, 542.15, 542.18): when each form and each answer is due."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter.core.dates import long_date
from drafter.law.deadlines import BUREAU, MOVANT, Deadline, Event, calendar_days
from drafter.practice.deadlines.period import Period, by_calendar, counted, number
from drafter.practice.documents.facts import Facts

if TYPE_CHECKING:
    from drafter.core.rows import Row


@dataclass(frozen=True, slots=True)
class _Level:
    """One level: its form, who answers it, in how many days, and the form that comes after."""

    id: str
    form: str
    officer: str
    response: str
    extension: str
    next_id: str = ""
    next_form: str = ""
    next_days: str = ""


_LEVELS = (
    _Level(
        "bp9",
        "BP-9",
        "warden",
        "remedy.warden_response_days",
        "remedy.warden_extension_days",
        "bp10",
        "BP-10 to the Regional Director",
        "remedy.bp10_days",
    ),
    _Level(
        "bp10",
        "BP-10",
        "Regional Director",
        "remedy.regional_response_days",
        "remedy.regional_extension_days",
        "bp11",
        "BP-11 to the General Counsel",
        "remedy.bp11_days",
    ),
    _Level(
        "bp11",
        "BP-11",
        "General Counsel",
        "remedy.general_counsel_response_days",
        "remedy.general_counsel_extension_days",
    ),
)
_APPEALS = "warden.appeals"
_OTHER_WAY = (
    "Only for the way through the administrative remedy; the lapse of the days from the warden’s receipt is "
    "the other (18 U.S.C. § 3582(c)(1)(A))."
)
_SILENCE = "Without an answer by then the movant may take the silence for a denial."


def found(facts: Facts) -> Iterator[Deadline]:
    """Yield what is due after the last form that was filed, or after the warden's denial while none was."""
    if not facts.yes("warden.sent"):
        return
    rows = {row["level"]: row for row in facts.value(_APPEALS) or ()}
    last = next((level for level in reversed(_LEVELS) if level.id in rows), None)
    if last is None:
        yield from _first(facts)
        return
    row = rows[last.id]
    if row["answered"] is None:
        yield from _answer(facts, last, row)
    if last.next_id:
        yield from _next(facts, last, row)


def _first(facts: Facts) -> Iterator[Deadline]:
    """The BP-9 against the warden's denial; not while the warden has been silent, returned or granted."""
    answered = facts.choice("warden.response")
    if answered not in {"", "denied"}:
        return
    question = "warden.responded_on" if answered else "warden.response"
    denied = Event("the warden denied the request", facts.day("warden.responded_on"), question)
    yield from counted(facts, _form("bp9", "BP-9 to the warden", denied, "remedy.bp9_days", _OTHER_WAY))


def _next(facts: Facts, level: _Level, row: Row) -> Iterator[Deadline]:
    signed = Event(f"the {level.officer} signed the answer to the {level.form}", row["answered"], _APPEALS)
    note = f"Counted from the signature; check that “Answered on” is its day. {_OTHER_WAY}"
    yield from counted(facts, _form(level.next_id, level.next_form, signed, level.next_days, note))


def _form(id_: str, what: str, event: Event, value: str, note: str) -> Period:
    return Period(
        id=f"remedy.{id_}",
        what=what,
        event=event,
        value=value,
        count=by_calendar,
        counted_by="",
        whose=MOVANT,
        note=note,
    )


def _answer(facts: Facts, level: _Level, row: Row) -> Iterator[Deadline]:
    filed = Event(f"the {level.form} was filed, that is, logged as received", row["filed"], _APPEALS)
    yield from counted(
        facts,
        Period(
            id=f"remedy.{level.id}_answer",
            what=f"The {level.officer}’s answer to the {level.form}",
            event=filed,
            value=level.response,
            count=by_calendar,
            counted_by="",
            whose=BUREAU,
            note=f"{_extended(facts, level, filed)} {_SILENCE}".strip(),
        ),
    )


def _extended(facts: Facts, level: _Level, filed: Event) -> str:
    """How far the time for the answer may be extended, once."""
    days, more = number(facts, level.response, filed), number(facts, level.extension, filed)
    if days is None or more is None:
        return ""
    until = calendar_days(filed, days.number + more.number)
    to = f", to {long_date(until.due)}," if until else ""
    return f"It may be extended once by {more.number} days{to} in writing ({more.source[0]})."
