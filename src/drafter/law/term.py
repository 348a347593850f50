"""A term of imprisonment: one count or several, concurrent or consecutive, as one aggregate term.

The Bureau of Prisons treats the terms of several counts as a single, aggregate term (18 U.S.C. § 3584(c)):
of terms that run together the longest governs, and terms that run after it are added.
"""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS_IN_YEAR = 12


@dataclass(frozen=True, slots=True)
class Count:
    """The term of one count: ``months`` and ``days``, or ``life``.

    ``consecutive`` is True where the term runs after all that are not.
    """

    months: int = 0
    days: int = 0
    life: bool = False
    consecutive: bool = False

    @property
    def words(self) -> str:
        """The length as a reader says it: "120 months and 15 days", "life"."""
        if self.life:
            return "life"
        parts = [(self.months, "month"), (self.days, "day")]
        return " and ".join(f"{n:,} {word}{'' if n == 1 else 's'}" for n, word in parts if n) or "0 months"


@dataclass(frozen=True, slots=True)
class Term:
    """The aggregate of the counts of a judgment, in months and days, or for life; ``working`` says how."""

    months: int
    days: int
    life: bool
    working: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The whole length as a reader says it."""
        return Count(self.months, self.days, self.life).words

    def end(self, start: date) -> date:
        """The first day after the term that begins on ``start``; OverflowError past the calendar."""
        return add_months(start, self.months) + timedelta(days=self.days)


def aggregate(counts: Sequence[Count], start: date) -> Term:
    """Make one term of ``counts``, which all begin on ``start`` but for the consecutive ones.

    ``start`` decides which of two terms told in other units is the longer.  Raises ValueError, in a plain
    sentence, for no count, a count of no length or below zero, or for life and for a number at once.
    """
    if not counts:
        raise ValueError("There is no term to count: give its months or days, or say that it is life.")
    for count in counts:
        _check(count)
    if any(count.life for count in counts):
        return _for_life(counts)
    together = [count for count in counts if not count.consecutive]
    added = [count for count in counts if count.consecutive]
    longest = _longest(together, start)
    kept = ([longest] if longest else []) + added
    months, days = sum(one.months for one in kept), sum(one.days for one in kept)
    return Term(months, days, life=False, working=_working(together, longest, added, (months, days)))


def _longest(together: Sequence[Count], start: date) -> Count | None:
    try:
        return max(together, key=lambda one: Term(one.months, one.days, life=False).end(start), default=None)
    except OverflowError:
        raise ValueError("The term outruns the calendar: check the start and the length.") from None


def add_months(day: date, months: int) -> date:
    """The same day of the month ``months`` later, or the month's last day; OverflowError past year 9999."""
    year, month = divmod(day.year * MONTHS_IN_YEAR + day.month - 1 + months, MONTHS_IN_YEAR)
    if not date.min.year <= year <= date.max.year:
        raise OverflowError
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def length(start: date, end: date) -> Count:
    """The time from ``start`` up to, but not on, ``end`` in whole months and further days; none if past.

    ``add_months(start, months)`` plus the days is ``end`` again.
    """
    months = max(0, (end.year - start.year) * MONTHS_IN_YEAR + end.month - start.month)
    while months and add_months(start, months) > end:
        months -= 1
    return Count(months, max(0, (end - add_months(start, months)).days))


def _check(count: Count) -> None:
    if count.months < 0:
        raise ValueError("The months of the term cannot be below zero.")
    if count.days < 0:
        raise ValueError("The days of the term cannot be below zero.")
    if count.life and (count.months or count.days):
        raise ValueError("A term is for life or for a number of months and days: give one of the two.")
    if not (count.life or count.months or count.days):
        raise ValueError("A term of no length: give its months or days, or say that it is life.")


def _for_life(counts: Sequence[Count]) -> Term:
    if len(counts) == 1:
        return Term(0, 0, life=True)
    line = "One of the terms is for life, so the whole is: the other terms change no date."
    return Term(0, 0, life=True, working=(line,))


def _working(
    together: Sequence[Count], longest: Count | None, added: Sequence[Count], total: tuple[int, int]
) -> tuple[str, ...]:
    """The lines that say how several counts became one term; none for a single count."""
    if len(together) + len(added) == 1:
        return ()
    lines = []
    if longest is not None and len(together) > 1:
        terms = "; ".join(one.words for one in together)
        lines.append(f"Concurrent terms of {terms}: the longest, {longest.words}, governs.")
    if added:
        base = [longest] if longest else []
        terms = " + ".join(one.words for one in (*base, *added))
        lines.append(f"Consecutive terms are added: {terms} = {Count(*total).words}.")
    lines.append("The terms are counted as one aggregate term.")
    return tuple(lines)
