"""The sentence as a bar: what is served, what is left, and what good conduct time and earned credits take off."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from drafter.core.dates import long_date
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.served import count, earned, long_dates, working
from drafter.practice.documents.words import counted, percent

#: The stretches of a sentence in their order, and what they are called.
SERVED, LEFT, EARNED, GOOD_CONDUCT = "served", "left", "earned", "good_conduct"
NAMES: Final = {
    SERVED: "Served, in custody",
    LEFT: "Left to serve",
    EARNED: "Earned time credits toward release",
    GOOD_CONDUCT: "Good conduct time",
}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the full term, in whole days; ``kind`` is a key of :data:`NAMES`."""

    kind: str
    days: int


@dataclass(frozen=True, slots=True)
class SentenceBar:
    """A sentence counted to the day ``on``; the days of the ``stretches`` add up to ``term_days``.

    A life sentence has no full term: its ``term_days`` is None and served time its only stretch.  ``lines``
    are what to read beside the bar, ``working`` how it is counted.
    """

    on: date
    term_days: int | None
    stretches: tuple[Stretch, ...]
    lines: tuple[str, ...]
    working: tuple[str, ...]

    def share(self, stretch: Stretch) -> float:
        """The part of the full term that ``stretch`` is, from 0 to 1; all of it for life."""
        return stretch.days / self.term_days if self.term_days else 1.0

    def says(self, stretch: Stretch) -> str:
        """The stretch in words; its percent is rounded down, as all percents of a sentence are."""
        told = f"{NAMES[stretch.kind]}: {counted(stretch.days, 'day')}"
        if not self.term_days:
            return told
        return f"{told}, {percent(stretch.days * 1000 // self.term_days / 10)} of the full term"


def sentence_bar(facts: Facts) -> SentenceBar | None:
    """The sentence of the case counted to the filing date; None while its start or its term is unknown.

    The credits are taken off the end of the term, as 18 U.S.C. § 3624(b) and (g)(3) do; what has already
    been served is never counted a second time as credit.
    """
    time = count(facts)
    if time is None:
        return None
    told = tuple(long_dates(line) for line in working(facts, time))
    if time.term_days is None:
        life = (f"{time.served_days:,} days served of a life sentence, which has no full term.",)
        return SentenceBar(time.on, None, (Stretch(SERVED, time.served_days),), life, told)
    credits_ = earned(facts, time)
    rest = time.term_days - time.served_days
    good = min(time.gct_days, rest)
    moved = min(credits_.toward_release if credits_ else 0, rest - good)
    days = {SERVED: time.served_days, LEFT: rest - good - moved, EARNED: moved, GOOD_CONDUCT: good}
    stretches = tuple(Stretch(kind, number) for kind, number in days.items() if number)
    lines = (
        f"{percent(time.percent_full_term or 0.0)} of the full term of {time.term_days:,} days.",
        f"{percent(time.percent_statutory_term or 0.0)} of the statutory term of {time.statutory_days:,} days (the full term less good conduct time).",
        *_release(facts, time.projected_release, credits_.release if credits_ else None),
    )
    return SentenceBar(time.on, time.term_days, stretches, lines, told)


def _release(facts: Facts, ours: date | None, with_credits: date | None) -> tuple[str, ...]:
    """The release as counted, with the credits, and as the Bureau has it, whose date prevails."""
    theirs = facts.day("custody.projected_release")
    lines = []
    if ours is not None:
        lines.append(f"Projected release as counted: {long_date(ours)}.")
    if with_credits is not None and with_credits != ours:
        lines.append(f"With the earned time credits as well: {long_date(with_credits)}.")
    if theirs is not None:
        lines.append(f"Projected release by the Bureau, which prevails: {long_date(theirs)}.")
    return tuple(lines)
