"""The arithmetic of a sentence, against the table computed from 28 C.F.R. § 523.20."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.law import Law
from drafter.law.sheet import Sheet, earned_credits, overridden
from drafter.law.term import Count, Term, add_months, aggregate, length
from drafter.law.time import SentenceTime, TimeRules, impossibilities, sentence_time

START = date(2026, 1, 5)
RULES = TimeRules(rate=54, over_years=1, first_day=date(1987, 11, 1), cap_months=12)
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
LIFE = aggregate([Count(life=True)], START)
STARTS = st.dates(date(1990, 1, 1), date(2040, 12, 31))


def of(months: int, days: int = 0) -> Term:
    return aggregate([Count(months, days)], START)


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
    found = sentence_time(of(months, days), start=START, on=START, rules=RULES)
    assert (found.term_days, found.gct_days, found.statutory_days) == (term, gct, serve)
    assert round(100 * serve / term, 1) == percent
    assert day(found.full_term_date) == START + timedelta(days=term - 1)
    assert day(found.projected_release) == START + timedelta(days=serve - 1)


def test_life_has_no_dates_and_no_good_time() -> None:
    found = sentence_time(LIFE, start=START, jail_credit=10, on=date(2036, 1, 5), rules=RULES)
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


def test_both_percents_and_the_thresholds_are_never_rounded_up() -> None:
    term = 3652
    eve = START + timedelta(days=term * 3 // 4 - 1)
    before = sentence_time(of(120), start=START, on=eve, rules=RULES)
    reached = sentence_time(of(120), start=START, on=eve + timedelta(days=1), rules=RULES)
    assert (before.percent_full_term, before.served_percent(75)) == (74.9, False)
    assert (reached.percent_full_term, reached.served_percent(75)) == (75.0, True)
    assert reached.percent_statutory_term == 2739 * 1000 // 3112 / 10
    assert not sentence_time(of(240), start=START, on=date(2036, 1, 4), rules=RULES).served_years(10)
    assert sentence_time(of(240), start=START, on=date(2036, 1, 5), rules=RULES).served_years(10)


def test_the_working_shows_the_sum_and_names_the_assumptions() -> None:
    lines = "\n".join(sentence_time(of(18), start=START, on=date(2026, 7, 5), rules=RULES).working)
    assert "54 × 1 + 54 × 181 ÷ 365" in lines
    assert "= 80 days" in lines
    assert "none of it lost" in lines
    assert "computation sheet prevails" in lines
    assert "after the projected release" not in lines
    late = sentence_time(of(18), start=START, on=date(2030, 1, 1), rules=RULES)
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
    given_ = dict(given_)
    length = {key: given_.pop(key) for key in ("months", "days") if key in given_}
    with pytest.raises(ValueError, match=word):
        sentence_time(
            aggregate([Count(length.get("months", 0), length.get("days", 0))], START),
            start=START,
            on=START,
            rules=RULES,
            **given_,
        )


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
    time = sentence_time(of(months), start=start, jail_credit=credit, gct_lost=lost, on=start, rules=RULES)
    (said,) = impossibilities(time, start, lost, RULES)
    assert words in said
    assert said.endswith(".")


@pytest.mark.parametrize(
    ("start", "credit", "lost"),
    [(START, 621, 0), (START, 0, 108), (date(1987, 11, 1), 0, 0), (date(1987, 11, 2), 1, 0)],
)
def test_the_last_that_can_be_true_is_not_refused(start: date, credit: int, lost: int) -> None:
    time = sentence_time(of(24), start=start, jail_credit=credit, gct_lost=lost, on=start, rules=RULES)
    assert impossibilities(time, start, lost, RULES) == ()


def test_a_life_sentence_can_lose_no_good_time() -> None:
    time = sentence_time(LIFE, start=START, on=START, rules=RULES)
    assert impossibilities(time, START, 0, RULES) == ()
    assert len(impossibilities(time, START, 1, RULES)) == 1


def test_the_share_of_the_statutory_term_ends_at_all_of_it() -> None:
    time = sentence_time(of(24), start=START, on=START + timedelta(days=700), rules=RULES)
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
    on = date(2021, 9, 22)
    rules = TimeRules.read(lambda name: law.value(name, on))
    found = [sentence_time(of(m), start=date(2007, 8, 1), on=on, rules=rules) for m in (240, 250)]
    assert [one.gct_days for one in found] == [1080, 1080 + 54 * 305 // 365]
    assert [one.full_term_date for one in found] == [date(2027, 7, 31), date(2028, 5, 31)]


def test_before_the_first_step_act_took_effect_the_old_rate_counts(law: Law) -> None:
    eve, day_ = date(2019, 7, 18), date(2019, 7, 19)
    rates = [TimeRules.read(lambda name, on=on: law.value(name, on)).rate for on in (eve, day_)]  # type: ignore[misc]
    assert rates == [47, 54]


# ---- the Bureau's own sheets


TWO_YEARS = sentence_time(of(24), start=START, on=START, rules=RULES)


def test_a_sheet_that_agrees_is_said_to_agree() -> None:
    found = overridden(TWO_YEARS, Sheet(full_term_date=date(2028, 1, 4), dated=date(2026, 9, 1)))
    assert found.full_term_date == TWO_YEARS.full_term_date
    assert found.working[-1] == "The Bureau's sheet of 2026-09-01 gives the same full-term date, 2028-01-04."


def test_a_sheet_that_differs_prevails_with_its_reason() -> None:
    found = overridden(TWO_YEARS, Sheet(projected_release=date(2027, 9, 19), reason="a day lost in transit."))
    assert found.projected_release == date(2027, 9, 19)
    assert found.working[-1] == (
        "The Bureau's sheet gives 2027-09-19 as projected release; it prevails over the computed 2027-09-18 "
        "(1 day later). Reason: a day lost in transit."
    )


def test_an_earlier_date_of_the_sheet_says_by_how_many_days() -> None:
    found = overridden(TWO_YEARS, Sheet(projected_release=date(2027, 8, 19), reason="credits"))
    assert "(30 days earlier)" in found.working[-1]


def test_a_date_for_a_life_sentence_prevails_too() -> None:
    life = sentence_time(LIFE, start=START, on=START, rules=RULES)
    found = overridden(life, Sheet(projected_release=date(2050, 1, 1), reason="commuted"))
    assert found.projected_release == date(2050, 1, 1)
    assert "the computed none. Reason: commuted." in found.working[-1]


def test_a_sheet_that_differs_without_a_reason_is_refused() -> None:
    with pytest.raises(ValueError, match="give the reason"):
        overridden(TWO_YEARS, Sheet(projected_release=date(2027, 9, 19)))


def test_a_sheet_whose_dates_contradict_each_other_is_refused() -> None:
    with pytest.raises(ValueError, match="one date is wrong"):
        overridden(TWO_YEARS, Sheet(full_term_date=date(2027, 1, 1), reason="x"))


def test_credits_below_zero_are_refused_and_life_has_no_release_to_move() -> None:
    with pytest.raises(ValueError, match="cannot be below zero"):
        earned_credits(-1, date(2028, 1, 1), RULES, supervised_release=True)
    life = earned_credits(100, None, RULES, supervised_release=True)
    assert (life.release, life.toward_release, life.toward_prerelease) == (None, 0, 100)


# ---- several counts


def test_what_is_no_term_is_refused() -> None:
    with pytest.raises(ValueError, match="no term to count"):
        aggregate([], START)
    with pytest.raises(ValueError, match="give one of the two"):
        aggregate([Count(months=3, life=True)], START)


def test_the_working_says_how_several_counts_became_one() -> None:
    found = aggregate([Count(120), Count(90), Count(60, 1, consecutive=True)], START)
    assert found.words == "180 months and 1 day"
    assert found.working == (
        "Concurrent terms of 120 months; 90 months: the longest, 120 months, governs.",
        "Consecutive terms are added: 120 months + 60 months and 1 day = 180 months and 1 day.",
        "The terms are counted as one aggregate term.",
    )
    assert aggregate([Count(120)], START).working == ()


COUNTS = st.lists(
    st.builds(Count, st.integers(1, 400), st.integers(0, 60), consecutive=st.booleans()), min_size=1
)


@given(STARTS, COUNTS)
def test_no_order_of_the_counts_changes_the_term(start: date, counts: list[Count]) -> None:
    forward, backward = aggregate(counts, start), aggregate(counts[::-1], start)
    assert forward.end(start) == backward.end(start)
    ends = [Term(one.months, one.days, life=False).end(start) for one in counts]
    assert forward.end(start) >= max(ends)


def made(start: date, months: int, days: int, credit: int, after: int) -> SentenceTime:
    return sentence_time(
        aggregate([Count(months, days)], start),
        start=start,
        jail_credit=credit,
        on=start + timedelta(days=after),
        rules=RULES,
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


@given(STARTS, st.integers(0, 6000))
def test_a_length_in_months_and_days_leads_from_its_start_to_its_end(start: date, days: int) -> None:
    end = start + timedelta(days=days)
    found = length(start, end)
    assert add_months(start, found.months) + timedelta(days=found.days) == end
    assert add_months(start, found.months + 1) > end, "no further month fits"


def test_what_has_passed_has_no_length() -> None:
    assert length(START, START - timedelta(days=400)) == length(START, START) == Count()


@pytest.mark.parametrize(
    ("on", "days", "words"),
    [
        (START - timedelta(days=9), 730, "24 months"),
        (START, 730, "24 months"),
        (date(2026, 11, 23), 408, "13 months and 13 days"),
        (date(2028, 1, 4), 1, "1 day"),
        (date(2028, 1, 5), 0, "0 months"),
        (date(2030, 1, 1), 0, "0 months"),
    ],
)
def test_the_unserved_portion_is_the_full_term_less_what_is_served(on: date, days: int, words: str) -> None:
    found = sentence_time(of(24), start=START, on=on, rules=RULES)
    assert (found.unserved_days, found.unserved and found.unserved.words) == (days, words)
    if days and on >= START:
        assert day(found.full_term_date) == on + timedelta(days=days - 1)


def test_a_life_term_has_no_unserved_portion_to_count() -> None:
    found = sentence_time(LIFE, start=START, on=START, rules=RULES)
    assert (found.unserved, found.unserved_days) == (None, None)
