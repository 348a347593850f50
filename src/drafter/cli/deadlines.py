"""The command deadlines: every deadline of a case, with its working."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from drafter.cli.command import CASE, CONFIRM, FILING_DATE, FINE, Command, shown
from drafter.core.dates import long_date

if TYPE_CHECKING:
    from drafter.app.library import Library
    from drafter.law.deadlines import Deadline


def _deadlines(library: Library, options: argparse.Namespace) -> int:
    session = library.open_case(options.case)
    found = session.deadlines(options.filing_date)
    filing = session.filing_date(options.filing_date)
    head = f"Deadlines as of {long_date(library.today())}, filing date {long_date(filing)}"
    shown(options, [as_json(one) for one in found], [head, *(line for one in found for line in _lines(one))])
    return FINE


def as_json(one: Deadline) -> dict[str, object]:
    """Return the deadline as plain JSON; ``from`` is its event with the day, null while that is unknown."""
    event = one.event
    return {
        "id": one.id,
        "what": one.what,
        "due": one.due.isoformat() if one.due else None,
        "from": {
            "event": event.says,
            "day": event.day.isoformat() if event.day else None,
            "question": event.question,
        },
        "rule": one.rule,
        "state": one.state,
        "days_left": one.days_left,
        "working": list(one.working),
        "verified": one.verified,
        "note": one.note,
    }


def _lines(one: Deadline) -> Iterator[str]:
    due = one.due.isoformat() if one.due else "no day yet"
    yield f"{due}  {one.when:<13} {one.what}  [{one.id}]"
    mark = "" if one.verified else f" [{CONFIRM}]"
    yield f"    {one.rule}{mark}"
    for line in one.working:
        yield f"    {line}"
    if one.note:
        yield f"    note: {one.note}"


COMMANDS: dict[str, Command] = {
    "deadlines": (
        _deadlines,
        "List every deadline of a case, counted or waiting for a date, with its working.",
        (CASE, FILING_DATE),
    ),
}
