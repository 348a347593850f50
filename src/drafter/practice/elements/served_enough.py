"""Whether enough of the sentence is served: years, or years or a percentage, whichever is less.

The text does not say whether good conduct time counts as served and no decision on it was found, so only
days in custody count, against the whole term as imposed.
"""

from __future__ import annotations

from datetime import date, timedelta

from drafter.core.dates import long_date
from drafter.law.term import MONTHS_IN_YEAR, add_months
from drafter.law.time import SentenceTime, impossibilities
from drafter.practice.documents import served
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.words import counted, joined, percent
from drafter.practice.elements.element import (
    NOT_MET,
    UNKNOWN,
    Finding,
    lacking,
    number,
    on_day,
    proved,
    sentences,
)

#: The questions from which time served is counted; the term is not asked of a sentence for life.
QUESTIONS = ("custody.since", "sentence.life", "sentence.months")
#: The rest of the working: answers that change the count where they are given.
COUNTED = (*QUESTIONS, "sentence.extra_days", "custody.jail_credit")
PROOF = ("the judgment", "the Bureau’s sentence computation sheet")
_WHOLE = 100
_NOT_COUNTED = "Good conduct time is not counted as served."


def years_or_percent(facts: Facts, years: str, share: str) -> Finding:
    """Find whether the years or the share of the term, whichever is less, are served; both are value ids."""
    time = _counted(facts)
    if isinstance(time, Finding):
        return time
    by_years, by_share = _days_of_both(facts, time, years, share)
    words = [f"{number(facts, years)} years are served on {long_date(by_years)}"]
    if by_share is None:
        words.append("a life sentence has no percentage")
    else:
        less = "the years are less" if by_years <= by_share else "the percentage is less"
        words.append(f"{number(facts, share)} percent of the full term on {long_date(by_share)}; {less}")
    because = sentences(_so_far(facts, time), f"{', '.join(words)}.", _NOT_COUNTED)
    enough = min(day for day in (by_years, by_share) if day) <= facts.on
    return proved(facts, *COUNTED, because=because) if enough else Finding(NOT_MET, because)


def _days_of_both(facts: Facts, time: SentenceTime, years: str, share: str) -> tuple[date, date | None]:
    """Return the first day on which the years, and the share, are served; no share for life."""
    by_years = _after_years(time, facts.sources.value(years).number)
    if time.term_days is None:
        return by_years, None
    needed = -(-facts.sources.value(share).number * time.term_days // _WHOLE)
    return by_years, time.begins + timedelta(days=needed)


def whole_years(facts: Facts, years: str) -> Finding:
    """Find whether so many whole years are served; ``years`` is the id of a value."""
    time = _counted(facts)
    if isinstance(time, Finding):
        return time
    needed = facts.sources.value(years).number
    day = long_date(_after_years(time, needed))
    because = sentences(
        _so_far(facts, time), f"{number(facts, years)} years are served on {day}.", _NOT_COUNTED
    )
    return (
        proved(facts, *COUNTED, because=because) if time.served_years(needed) else Finding(NOT_MET, because)
    )


def _counted(facts: Facts) -> SentenceTime | Finding:
    """Return the count, or why there is none: a fact is missing, or the facts contradict each other."""
    missing = lacking(facts, *QUESTIONS)
    if missing:
        return Finding(UNKNOWN, f"Not known yet: {joined(missing)}.")
    try:
        time = served.count(facts)
    except ValueError as fault:
        return Finding(UNKNOWN, f"The time served cannot be counted. {fault}")
    since = facts.day("custody.since")
    if time is None or since is None:
        return Finding(UNKNOWN, "The time served cannot be counted, because the sentence has no length.")
    against = impossibilities(time, since, facts.number("custody.gct_lost") or 0, served.rules(facts))
    return Finding(UNKNOWN, sentences("The time served cannot be counted.", *against)) if against else time


def _after_years(time: SentenceTime, years: int) -> date:
    return add_months(time.begins, years * MONTHS_IN_YEAR)


def _so_far(facts: Facts, time: SentenceTime) -> str:
    share = "" if time.percent_full_term is None else f", {percent(time.percent_full_term)} of the full term"
    return f"Served {on_day(facts)}: {counted(time.served_days, 'day')}{share}."
