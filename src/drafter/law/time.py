"""A sentence in days: full term, good conduct time, projected release, and how much has been served.

The method is that of 28 C.F.R. § 523.20 (87 Fed. Reg. 7938, 7943, Feb. 11, 2022) under 18 U.S.C.
§ 3624(b)(1): so many days for each whole year of the sentence imposed; the last part of a year prorated on
its own days over 365, the fraction dropped (the "Alternative 3" rows of Table 1, 87 Fed. Reg. at 7938, which
tests/law/time hold); nothing for a sentence of one year or less or for life.  Jail credit moves the beginning
back, so that the term runs from there; taken off the full-term date instead it can give a neighbouring day,
which the working then names, because no published example of the Bureau decides between the two.  The
Bureau's own computation sheet prevails over every result.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from drafter.law.model import Value
from drafter.law.term import MONTHS_IN_YEAR, Count, Term, add_months, length

_DAYS_IN_YEAR = 365
_NAMES = {
    "jail_credit": "The days of jail credit",
    "gct_lost": "The days of good conduct time lost",
}


@dataclass(frozen=True, slots=True)
class TimeRules:
    """The numbers of the law of one day on which the arithmetic rests.

    ``rate`` is the good conduct time in days for a year; ``over_years`` the length that a sentence must
    exceed to earn any; ``first_day`` the first day of an offense that the method is for; ``cap_months`` the
    most by which earned time credits bring supervised release forward.
    """

    rate: int
    over_years: int
    first_day: date
    cap_months: int

    @classmethod
    def read(cls, value: Callable[[str], Value], rate: str = "gct.days_per_year") -> TimeRules:
        """Read the rules by ``value``, which gives the value in force for an id; ``rate`` names a track."""
        return cls(
            rate=value(rate).number,
            over_years=value("gct.sentence_over_years").number,
            first_day=value("gct.first_offense_day").day,
            cap_months=value("fsa.release_cap_months").number,
        )


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
    def unserved(self) -> Count | None:
        """What is left of the full term from the day counted to, without any credit; None for life."""
        if self.full_term_date is None:
            return None
        return length(max(self.on, self.begins), self.full_term_date + timedelta(days=1))

    @property
    def unserved_days(self) -> int | None:
        """The same in days."""
        return None if self.term_days is None else self.term_days - self.served_days

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
        return add_months(self.begins, years * MONTHS_IN_YEAR) <= self.on


def sentence_time(  # noqa: PLR0913 -- one keyword for each line of the computation sheet
    term: Term,
    *,
    start: date,
    on: date,
    rules: TimeRules,
    jail_credit: int = 0,
    gct_lost: int = 0,
) -> SentenceTime:
    """Count the aggregate ``term`` that commenced on ``start``, as of the day ``on``, by ``rules``.

    ``jail_credit`` are the days credited under 18 U.S.C. § 3585(b); ``gct_lost`` the days of good conduct
    time disallowed or forfeited.  Raises ValueError, in a plain sentence, for a negative number or a term
    that outruns the calendar.
    """
    _check(jail_credit=jail_credit, gct_lost=gct_lost)
    try:
        begins = start - timedelta(days=jail_credit)
        counted = _Counted(term, start, begins, term.end(begins), jail_credit, gct_lost, rules)
    except OverflowError:
        raise ValueError(
            "The sentence outruns the calendar: check the start, the term and the credit."
        ) from None
    return _life(counted, on) if term.life else _of_years(counted, on)


def impossibilities(time: SentenceTime, start: date, gct_lost: int, rules: TimeRules) -> tuple[str, ...]:
    """What cannot be true of a sentence that commenced on ``start``, each thing as one plain sentence.

    Empty where nothing contradicts itself.  ``gct_lost`` are the days of good conduct time lost.
    """
    credit = (start - time.begins).days
    found = []
    if time.begins < rules.first_day:
        found.append(
            f"The sentence, less its jail credit, begins on {time.begins}; this arithmetic is only for "
            f"offenses from {rules.first_day} on."
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


def gct_earned(begins: date, end: date, rules: TimeRules) -> tuple[int, int, int]:
    """Good conduct time for the sentence imposed, from ``begins`` up to, not including, ``end``.

    Returns (whole years, further days, days of good conduct time); the last is 0 for a sentence that is
    not longer than ``rules.over_years``.
    """
    years = end.year - begins.year
    while years and _anniversary(begins, years) > end:
        years -= 1
    rest = (end - _anniversary(begins, years)).days
    if end <= _anniversary(begins, rules.over_years):
        return years, rest, 0
    return years, rest, rules.rate * years + rules.rate * rest // _DAYS_IN_YEAR


@dataclass(frozen=True, slots=True)
class _Counted:
    """What was asked, with the first day after the full term (``end``)."""

    term: Term
    start: date
    begins: date
    end: date
    jail_credit: int
    gct_lost: int
    rules: TimeRules


def _anniversary(begins: date, years: int) -> date:
    return add_months(begins, years * MONTHS_IN_YEAR)


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


def _life(counted: _Counted, on: date) -> SentenceTime:
    begins = counted.begins
    served = _served(begins, on, None)
    working = (
        *_beginning(counted),
        *counted.term.working,
        "A life sentence has no full-term date and earns no good conduct time (18 U.S.C. § 3624(b)(1)).",
        _served_line(begins, on, served),
        _SHEET,
    )
    return SentenceTime(on, begins, None, None, 0, 0, None, served, working)


def _of_years(counted: _Counted, on: date) -> SentenceTime:
    begins, end = counted.begins, counted.end
    term_days = (end - begins).days
    full_term_date = end - timedelta(days=1)
    years, rest, earned = gct_earned(begins, end, counted.rules)
    gct_days = max(0, earned - counted.gct_lost)
    served = _served(begins, on, term_days)
    release = full_term_date - timedelta(days=gct_days)
    statutory = term_days - gct_days
    working = (
        *_beginning(counted),
        *counted.term.working,
        *_term_lines(counted, term_days, full_term_date),
        *_good_time_lines(years, rest, earned, gct_days, counted),
        f"Projected release: {full_term_date} less {gct_days:,} days = {release}.",
        *_weekend(release),
        _served_line(begins, min(on, end), served),
        *([f"{on} is after the projected release of {release}."] if on > release else []),
        *_share_lines(served, term_days, statutory),
        _SHEET,
    )
    return SentenceTime(on, begins, term_days, full_term_date, earned, gct_days, release, served, working)


_SHEET = "An estimate: the Bureau of Prisons' sentence computation sheet prevails."
_SATURDAY = 5


def _beginning(counted: _Counted) -> tuple[str, ...]:
    if not counted.jail_credit:
        return (f"Sentence commenced {counted.start}; no jail credit (18 U.S.C. § 3585).",)
    credit = f"{counted.jail_credit:,} days of jail credit (18 U.S.C. § 3585(b))"
    return (f"Sentence commenced {counted.start}, less {credit} = {counted.begins}.",)


def _term_lines(counted: _Counted, term_days: int, full_term_date: date) -> list[str]:
    line = f"Term: {counted.term.words} from {counted.begins}, to {full_term_date} = {term_days:,} days."
    instead = counted.term.end(counted.start) - timedelta(days=1 + counted.jail_credit)
    if instead == full_term_date:
        return [line]
    return [line, f"Counted from the day of commencement and credited at its end, it ends on {instead}."]


def _good_time_lines(years: int, rest: int, earned: int, kept: int, counted: _Counted) -> list[str]:
    rate, over = counted.rules.rate, counted.rules.over_years
    if not earned:
        limit = f"{over} year{'' if over == 1 else 's'}"
        return [f"No good conduct time: the sentence is not more than {limit} (18 U.S.C. § 3624(b)(1))."]
    part = f" + {rate} × {rest} ÷ 365, the fraction dropped" if rest else ""
    lines = [f"Good conduct time at {rate} days a year: {rate} × {years}{part} = {earned:,} days."]
    if counted.gct_lost:
        return [*lines, f"Less {counted.gct_lost:,} days disallowed or forfeited = {kept:,} days."]
    return [*lines, "Assumed: the most that can be earned, and none of it lost."]


def _weekend(release: date) -> list[str]:
    if release.weekday() < _SATURDAY:
        return []
    before = "the Bureau may release on the last weekday before"
    return [f"That day is a {release:%A}; {before} (18 U.S.C. § 3624(a))."]


def _served_line(begins: date, until: date, served: int) -> str:
    if until <= begins:
        return f"On {until} nothing of the sentence is served yet."
    return f"Served: from {begins} to the day before {until}, all of it in custody = {served:,} days."


def _share_lines(served: int, term_days: int, statutory: int) -> list[str]:
    of_statutory = _at_most(served, statutory)
    share = _percent(of_statutory, statutory)
    return [
        f"Full term: {served:,} of {term_days:,} days served = {_percent(served, term_days)} percent.",
        f"Statutory term: {of_statutory:,} of {statutory:,} days served = {share} percent.",
        "Good conduct time and earned time credits are not counted as served; percents are rounded down.",
    ]
