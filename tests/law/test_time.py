"""The arithmetic of a sentence, against the table computed from 28 C.F.R. § 523.20."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.law import Law
from drafter.law.time import SentenceTime, add_months, impossibilities, sentence_time

START = date(2026, 1, 5)
# months, days, days in the term, most good conduct time, days to serve, percent of the term to serve
TABLE = [
    (12, 0, 365, 0, 365, 100.0),
    (12, 1, 366, 54, 312, 85.2),
    (18, 0, 546, 80, 466, 85.3),
    (24, 0, 730, 108, 622, 85.2),
    (30, 0, 912, 134, 778, 85.3),
    (36, 0, 1096, 162, 934, 85.2),
    (46, 0, 1400, 206, 1194, 85.3),
    (60, 0, 1826, 270, 1556, 85.2),
    (87, 0, 2647, 391, 2256, 85.2),
    (120, 0, 3652, 540, 3112, 85.2),
    (151, 0, 4595, 679, 3916, 85.2),
    (240, 0, 7305, 1080, 6225, 85.2),
    (360, 0, 10957, 1620, 9337, 85.2),
]
STARTS = st.dates(date(1990, 1, 1), date(2040, 12, 31))


def number(found: int | None) -> int:
    assert found is not None
    return found


def day(found: date | None) -> date:
    assert found is not None
    return found


@pytest.mark.parametrize(("months", "days", "term", "gct", "serve", "percent"), TABLE)
def test_the_table(  # noqa: PLR0917 -- one argument for each column
    months: int, days: int, term: int, gct: int, serve: int, percent: float
) -> None:
    found = sentence_time(start=START, months=months, days=days, on=START)
    assert (found.term_days, found.gct_days, found.statutory_days) == (term, gct, serve)
    assert round(100 * serve / term, 1) == percent
    assert day(found.full_term_date) == START + timedelta(days=term - 1)
    assert day(found.projected_release) == START + timedelta(days=serve - 1)


def test_life_has_no_dates_and_no_good_time() -> None:
    found = sentence_time(start=START, months=0, life=True, jail_credit=10, on=date(2036, 1, 5))
    assert (found.full_term_date, found.projected_release, found.term_days, found.gct_days) == (
        None,
        None,
        None,
        0,
    )
    assert (found.percent_full_term, found.percent_statutory_term, found.served_percent(75)) == (
        None,
        None,
        None,
    )
    assert found.served_days == 3662
    assert found.served_years(10)
    assert any("life" in line for line in found.working)


def test_the_42_day_track_and_lost_days() -> None:
    assert sentence_time(start=START, months=120, on=START, rate=42).gct_days == 420
    assert sentence_time(start=START, months=18, on=START, rate=42).gct_days == 42 + 42 * 181 // 365
    lost = sentence_time(start=START, months=120, on=START, gct_lost=41)
    assert lost.gct_days == 499
    assert day(lost.projected_release) - START == timedelta(days=3652 - 499 - 1)
    assert sentence_time(start=START, months=120, on=START, gct_lost=9999).gct_days == 0


def test_jail_credit_moves_the_beginning_and_counts_as_served() -> None:
    found = sentence_time(start=START, months=120, jail_credit=365, on=START)
    assert found.begins == date(2025, 1, 5)
    assert found.full_term_date == date(2035, 1, 4)
    assert (found.served_days, found.percent_full_term) == (365, 9.9)
    assert any("§ 3585(b)" in line for line in found.working)


def test_both_percents_and_the_thresholds_are_never_rounded_up() -> None:
    term = 3652
    eve = START + timedelta(days=term * 3 // 4 - 1)
    before = sentence_time(start=START, months=120, on=eve)
    reached = sentence_time(start=START, months=120, on=eve + timedelta(days=1))
    assert (before.percent_full_term, before.served_percent(75)) == (74.9, False)
    assert (reached.percent_full_term, reached.served_percent(75)) == (75.0, True)
    assert reached.percent_statutory_term == 2739 * 1000 // 3112 / 10
    assert not sentence_time(start=START, months=240, on=date(2036, 1, 4)).served_years(10)
    assert sentence_time(start=START, months=240, on=date(2036, 1, 5)).served_years(10)


def test_the_working_shows_the_sum_and_names_the_assumptions() -> None:
    lines = "\n".join(sentence_time(start=START, months=18, on=date(2026, 7, 5)).working)
    assert "54 × 1 + 54 × 181 ÷ 365" in lines
    assert "= 80 days" in lines
    assert "none of it lost" in lines
    assert "computation sheet prevails" in lines
    assert "after the projected release" not in lines
    late = sentence_time(start=START, months=18, on=date(2030, 1, 1))
    assert any("after the projected release" in line for line in late.working)
    assert late.percent_full_term == 100.0


@pytest.mark.parametrize(
    ("given_", "word"),
    [
        ({"months": -1}, "months of the term"),
        ({"months": 12, "days": -1}, "days of the term"),
        ({"months": 12, "jail_credit": -1}, "jail credit"),
        ({"months": 12, "gct_lost": -1}, "good conduct time lost"),
        ({"months": 0}, "no length"),
        ({"months": 120_000}, "calendar"),
        ({"months": 12, "days": 10**10}, "calendar"),
        ({"months": 12, "jail_credit": 10**7}, "calendar"),
    ],
)
def test_nonsense_is_refused_in_a_sentence(given_: dict[str, int], word: str) -> None:
    with pytest.raises(ValueError, match=word):
        sentence_time(start=START, on=START, **given_)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("start", "months", "credit", "lost", "words"),
    [
        (START, 24, 621, 540, "more than the 108 days"),
        (START, 24, 621, 109, "more than the 108 days"),
        (START, 24, 622, 0, "projected release of 2026-01-04 is before"),
        (START, 24, 729, 0, "projected release"),
        (START, 24, 731, 0, "jail credit of 731 days is the whole term of 731"),
        (date(1987, 11, 1), 600, 1, 0, "begins on 1987-10-31"),
    ],
)
def test_what_cannot_be_true_is_said_in_one_sentence(
    start: date, months: int, credit: int, lost: int, words: str
) -> None:
    time = sentence_time(start=start, months=months, jail_credit=credit, gct_lost=lost, on=start)
    (said,) = impossibilities(time, start, lost)
    assert words in said
    assert said.endswith(".")


@pytest.mark.parametrize(
    ("start", "credit", "lost"),
    [(START, 621, 0), (START, 0, 108), (date(1987, 11, 1), 0, 0), (date(1987, 11, 2), 1, 0)],
)
def test_the_last_that_can_be_true_is_not_refused(start: date, credit: int, lost: int) -> None:
    time = sentence_time(start=start, months=24, jail_credit=credit, gct_lost=lost, on=start)
    assert impossibilities(time, start, lost) == ()


def test_a_life_sentence_can_lose_no_good_time() -> None:
    time = sentence_time(start=START, months=0, life=True, on=START)
    assert impossibilities(time, START, 0) == ()
    assert len(impossibilities(time, START, 1)) == 1


def test_the_share_of_the_statutory_term_ends_at_all_of_it() -> None:
    time = sentence_time(start=START, months=24, on=START + timedelta(days=700))
    assert (time.served_days, time.percent_full_term) == (700, 95.8)
    assert time.percent_statutory_term == 100.0
    assert any("622 of 622 days served = 100.0 percent" in line for line in time.working)


@pytest.mark.parametrize(
    ("day_", "months", "expected"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 5, 5), 0, date(2026, 5, 5)),
    ],
)
def test_months_end_where_the_month_ends(day_: date, months: int, expected: date) -> None:
    assert add_months(day_, months) == expected


def test_the_sample_sentences_of_240_and_250_months(law: Law) -> None:
    rate = law.value("gct.days_per_year", date(2021, 9, 22)).number
    on = date(2021, 9, 22)
    found = [sentence_time(start=date(2007, 8, 1), months=m, on=on, rate=rate) for m in (240, 250)]
    assert [one.gct_days for one in found] == [1080, 1080 + 54 * 305 // 365]
    assert [one.full_term_date for one in found] == [date(2027, 7, 31), date(2028, 5, 31)]


def made(start: date, months: int, days: int, credit: int, after: int) -> SentenceTime:
    return sentence_time(
        start=start, months=months, days=days, jail_credit=credit, on=start + timedelta(days=after)
    )


@given(STARTS, st.integers(0, 600), st.integers(0, 364), st.integers(0, 2000), st.integers(0, 20000))
def test_what_holds_for_every_sentence(start: date, months: int, days: int, credit: int, after: int) -> None:
    found = made(start, months, days or 1, credit, after)
    term, statutory = number(found.term_days), number(found.statutory_days)
    assert 0 <= found.served_days <= term
    assert 0 <= found.gct_days <= term * 54 // 365 + 1
    assert 0 < statutory <= term
    assert (day(found.full_term_date) - day(found.projected_release)).days == found.gct_days
    assert (day(found.full_term_date) - found.begins).days == term - 1
    assert (found.percent_full_term or 0) <= (found.percent_statutory_term or 0)
    assert 0 <= (found.percent_full_term or 0) <= 100


@given(STARTS, st.integers(0, 600), st.integers(1, 364))
def test_good_time_never_falls_when_the_sentence_grows(start: date, months: int, days: int) -> None:
    shorter, longer = made(start, months, days, 0, 0), made(start, months, days + 1, 0, 0)
    assert shorter.gct_days <= longer.gct_days
    jump = longer.gct_days - shorter.gct_days
    assert jump <= 1 or (shorter.gct_days == 0 and jump == 54) or shorter.gct_days % 54 == 53
