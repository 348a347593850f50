"""A sentence in days: full term, good conduct time, projected release, and how much has been served.

The method is that of 28 C.F.R. § 523.20 (87 Fed. Reg. 7938, 7943, Feb. 11, 2022) under 18 U.S.C.
§ 3624(b)(1): so many days for each year of the sentence imposed, the last part of a year prorated and
its fraction dropped; nothing for a sentence of one year or less or for life.  The Bureau of Prisons' own
computation sheet prevails over every result; whether the Bureau drops or rounds the last fraction was
not found, so a result may be one day off.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

#: No sentence counted here begins earlier: 28 C.F.R. § 523.20 is for offenses from this day on, the day on
#: which the Sentencing Reform Act of 1984 took effect.
FIRST_DAY = date(1987, 11, 1)
_DAYS_IN_YEAR = 365
_MONTHS_IN_YEAR = 12
_NAMES = {
    "months": "The months of the term",
    "days": "The days of the term",
    "jail_credit": "The days of jail credit",
    "gct_lost": "The days of good conduct time lost",
    "rate": "The good conduct time for a year",
}


@dataclass(frozen=True, slots=True)
class SentenceTime:
    """A sentence counted as of one day.  Days are whole days; what a life sentence lacks is None.

    ``begins`` is the start moved back by the jail credit.  ``served_days`` are days in custody credited
    to this sentence, completed before ``on``, without good conduct time or earned credits.
    ``gct_earned`` is the most good conduct time the sentence can earn, ``gct_days`` what is left after
    days lost.  The percents are rounded down to one decimal, so that a threshold is never shown as met
    before it is, and end at 100.
    """

    on: date
    begins: date
    term_days: int | None
    full_term_date: date | None
    gct_earned: int
    gct_days: int
    projected_release: date | None
    served_days: int
    working: tuple[str, ...]

    @property
    def statutory_days(self) -> int | None:
        """The term less good conduct time, in days: the statutory term of the Bureau's sheet."""
        return None if self.term_days is None else self.term_days - self.gct_days

    @property
    def percent_full_term(self) -> float | None:
        """Percent of the full term served, rounded down to one decimal."""
        return _percent(self.served_days, self.term_days)

    @property
    def percent_statutory_term(self) -> float | None:
        """Percent of the statutory term served, rounded down to one decimal."""
        return _percent(_at_most(self.served_days, self.statutory_days), self.statutory_days)

    def served_percent(self, percent: int) -> bool | None:
        """Whether ``percent`` of the full term is served, exactly; None for life."""
        return None if self.term_days is None else self.served_days * 100 >= percent * self.term_days

    def served_years(self, years: int) -> bool:
        """Whether ``years`` whole calendar years are served."""
        return add_months(self.begins, years * _MONTHS_IN_YEAR) <= self.on


def sentence_time(  # noqa: PLR0913 -- one keyword for each line of the computation sheet
    *,
    start: date,
    months: int,
    days: int = 0,
    jail_credit: int = 0,
    gct_lost: int = 0,
    life: bool = False,
    on: date,
    rate: int = 54,
) -> SentenceTime:
    """Count a sentence of ``months`` and ``days`` that commenced on ``start``, as of the day ``on``.

    ``jail_credit`` are the days credited under 18 U.S.C. § 3585(b); ``gct_lost`` the days of good conduct
    time disallowed or forfeited; ``rate`` the good conduct time for a year, 54 days, or 42 on the track of
    28 C.F.R. § 523.20(d)(2).  For a life sentence months and days are not looked at.  Raises ValueError,
    in a plain sentence, for a negative number, a sentence of no length, or one that outruns the calendar.
    """
    _check(months=months, days=days, jail_credit=jail_credit, gct_lost=gct_lost, rate=rate)
    try:
        begins = start - timedelta(days=jail_credit)
        if life:
            return _life(start, begins, jail_credit, on)
        if not months and not days:
            raise ValueError("A sentence of no length: give its months or days, or say that it is life.")
        end = add_months(begins, months) + timedelta(days=days)
    except OverflowError:
        raise ValueError(
            "The sentence outruns the calendar: check the start, the term and the credit."
        ) from None
    return _term(_Term(start, begins, end, months, days, jail_credit, gct_lost, rate), on)


def impossibilities(time: SentenceTime, start: date, gct_lost: int) -> tuple[str, ...]:
    """What cannot be true of a sentence that commenced on ``start``, each thing as one plain sentence.

    Empty where nothing contradicts itself.  ``gct_lost`` are the days of good conduct time lost.
    """
    credit = (start - time.begins).days
    found = []
    if time.begins < FIRST_DAY:
        found.append(
            f"The sentence, less its jail credit, begins on {time.begins}; this arithmetic is only for "
            f"offenses from {FIRST_DAY} on."
        )
    if time.term_days is not None and credit >= time.term_days:
        found.append(f"The jail credit of {credit:,} days is the whole term of {time.term_days:,} or more.")
    elif time.projected_release is not None and time.projected_release < start:
        found.append(
            f"The projected release of {time.projected_release} is before the sentence commenced on {start}: "
            "check the start, the term and the jail credit."
        )
    if gct_lost > time.gct_earned:
        found.append(
            f"The {gct_lost:,} days of good conduct time lost are more than the {time.gct_earned:,} days "
            "that the sentence can earn."
        )
    return tuple(found)


def add_months(day: date, months: int) -> date:
    """The same day of the month ``months`` later, or the month's last day; OverflowError past year 9999."""
    year, month = divmod(day.year * _MONTHS_IN_YEAR + day.month - 1 + months, _MONTHS_IN_YEAR)
    if not date.min.year <= year <= date.max.year:
        raise OverflowError
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def gct_earned(begins: date, end: date, rate: int) -> tuple[int, int, int]:
    """Good conduct time for the term from ``begins`` up to, not including, ``end``.

    Returns (whole years, further days, days of good conduct time); the last is 0 for one year or less.
    """
    years = end.year - begins.year
    while years and _anniversary(begins, years) > end:
        years -= 1
    rest = (end - _anniversary(begins, years)).days
    if years == 0 or (years == 1 and rest == 0):
        return years, rest, 0
    return years, rest, rate * years + rate * rest // _DAYS_IN_YEAR


@dataclass(frozen=True, slots=True)
class _Term:
    """What was asked, with the first day after the full term (``end``)."""

    start: date
    begins: date
    end: date
    months: int
    days: int
    jail_credit: int
    gct_lost: int
    rate: int


def _anniversary(begins: date, years: int) -> date:
    return add_months(begins, years * _MONTHS_IN_YEAR)


def _check(**numbers: int) -> None:
    for name, number in numbers.items():
        if number < 0:
            raise ValueError(f"{_NAMES[name]} cannot be below zero.")


def _percent(served: int, whole: int | None) -> float | None:
    return None if not whole else (served * 1000 // whole) / 10


def _at_most(served: int, whole: int | None) -> int:
    return served if whole is None else min(served, whole)


def _served(begins: date, on: date, term_days: int | None) -> int:
    return _at_most(max(0, (on - begins).days), term_days)


def _life(start: date, begins: date, jail_credit: int, on: date) -> SentenceTime:
    served = _served(begins, on, None)
    working = (
        *_beginning(start, begins, jail_credit),
        "A life sentence has no full-term date and earns no good conduct time (18 U.S.C. § 3624(b)(1)).",
        _served_line(begins, on, served),
        _SHEET,
    )
    return SentenceTime(on, begins, None, None, 0, 0, None, served, working)


def _term(term: _Term, on: date) -> SentenceTime:
    term_days = (term.end - term.begins).days
    full_term_date = term.end - timedelta(days=1)
    years, rest, earned = gct_earned(term.begins, term.end, term.rate)
    gct_days = max(0, earned - term.gct_lost)
    served = _served(term.begins, on, term_days)
    release = full_term_date - timedelta(days=gct_days)
    statutory = term_days - gct_days
    of_statutory = _at_most(served, statutory)
    share = _percent(of_statutory, statutory)
    working = (
        *_beginning(term.start, term.begins, term.jail_credit),
        f"Term: {_length(term)}, to {full_term_date} = {term_days:,} days.",
        *_good_time_lines(years, rest, earned, gct_days, term),
        f"Projected release: {full_term_date} less {gct_days:,} days = {release}.",
        _served_line(term.begins, min(on, term.end), served),
        *([f"{on} is after the projected release of {release}."] if on > release else []),
        f"Full term: {served:,} of {term_days:,} days served = {_percent(served, term_days)} percent.",
        f"Statutory term: {of_statutory:,} of {statutory:,} days served = {share} percent.",
        "Good conduct time is not counted as served; percents are rounded down.",
        _SHEET,
    )
    return SentenceTime(
        on, term.begins, term_days, full_term_date, earned, gct_days, release, served, working
    )


_SHEET = (
    "An estimate: the Bureau of Prisons' sentence computation sheet prevails. "
    "Earned time credits are not counted."
)


def _length(term: _Term) -> str:
    parts = [(term.months, "month"), (term.days, "day")]
    return " and ".join(f"{n:,} {word}{'' if n == 1 else 's'}" for n, word in parts if n)


def _beginning(start: date, begins: date, jail_credit: int) -> tuple[str, ...]:
    if not jail_credit:
        return (f"Sentence commenced {start}; no jail credit (18 U.S.C. § 3585).",)
    credit = f"{jail_credit:,} days of jail credit (18 U.S.C. § 3585(b))"
    return (f"Sentence commenced {start}, less {credit} = {begins}.",)


def _served_line(begins: date, until: date, served: int) -> str:
    if until <= begins:
        return f"On {until} nothing of the sentence is served yet."
    return f"Served: from {begins} to the day before {until}, all of it in custody = {served:,} days."


def _good_time_lines(years: int, rest: int, earned: int, kept: int, term: _Term) -> list[str]:
    if not earned:
        return ["No good conduct time: the sentence is not more than one year (18 U.S.C. § 3624(b)(1))."]
    part = f" + {term.rate} × {rest} ÷ 365, the fraction dropped" if rest else ""
    lines = [f"Good conduct time at {term.rate} days a year: {term.rate} × {years}{part} = {earned:,} days."]
    if term.gct_lost:
        return [*lines, f"Less {term.gct_lost:,} days disallowed or forfeited = {kept:,} days."]
    return [*lines, "Assumed: the most that can be earned, and none of it lost."]
