"""Every deadline of a case: counted from its facts, or waiting for the day from which it will be counted.

Nothing is guessed.  A period whose first day is not known waits for it; an act that is done has no
deadline any more; a period that the law did not know on the day of its event is not listed.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from drafter.law.deadlines import AHEAD, TODAY, Deadline
from drafter.practice.deadlines import illness, letters, orders, remedy, request
from drafter.practice.documents.facts import Facts

__all__ = ["Deadline", "deadlines", "nearest"]


def deadlines(facts: Facts) -> tuple[Deadline, ...]:
    """Every deadline of the case: first what is ahead, the soonest first, then what waits, then what is past."""
    sources = (request, orders, remedy, illness, letters)
    return tuple(sorted((one for source in sources for one in source.found(facts)), key=_place))


def nearest(found: Sequence[Deadline]) -> Deadline | None:
    """The deadline that comes next, or falls on the day itself; None where none is ahead.

    Letters are left out: they are measured against the filing date and not against today.
    """
    ahead = [one for one in found if one.state in {TODAY, AHEAD} and not letters.is_letter(one)]
    return min(ahead, key=lambda one: one.due or date.max, default=None)


def _place(one: Deadline) -> tuple[int, int]:
    """What is ahead in the order of time, then what waits, then what has passed, the latest first."""
    left = one.days_left
    if left is None:
        return 1, 0
    return (0, left) if left >= 0 else (2, -left)
