"""Ages and anniversaries, on the day and on the day before."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.core.dates import MONTHS, full_date, long_date, read_date, relative_date, years_between
from drafter.core.problem import Unreadable

DAYS = st.dates(date(1900, 1, 1), date(2150, 12, 31))


@pytest.mark.parametrize(
    ("earlier", "later", "years"),
    [
        (date(1961, 11, 21), date(2026, 11, 20), 64),
        (date(1961, 11, 21), date(2026, 11, 21), 65),
        (date(1961, 12, 1), date(2026, 11, 30), 64),
        (date(1960, 2, 29), date(2025, 2, 28), 64),
        (date(1960, 2, 29), date(2025, 3, 1), 65),
        (date(1960, 2, 29), date(2024, 2, 29), 64),
        (date(2026, 1, 2), date(2026, 1, 1), -1),
    ],
)
def test_a_year_is_whole_on_its_anniversary_and_not_the_day_before(
    earlier: date, later: date, years: int
) -> None:
    assert years_between(earlier, later) == years


@given(DAYS)
def test_a_day_reads_back_as_it_prints(day: date) -> None:
    assert read_date(long_date(day)) == day


@given(DAYS)
def test_a_day_reads_back_with_its_day_of_the_week(day: date) -> None:
    assert read_date(full_date(day)) == day


@pytest.mark.parametrize(("typed", "year"), [("00", 2000), ("39", 2039), ("60", 1960), ("99", 1999)])
def test_a_year_of_two_digits_is_read_where_only_one_century_can_be_meant(typed: str, year: int) -> None:
    assert read_date(f"3/4/{typed}") == date(year, 3, 4)


@pytest.mark.parametrize("typed", ["40", "59"])
def test_a_year_of_two_digits_that_could_be_a_birth_or_a_release_is_not_guessed(typed: str) -> None:
    with pytest.raises(Unreadable, match="four digits"):
        read_date(f"3/4/{typed}")


def test_days_are_named_from_today() -> None:
    today = date(2026, 3, 1)
    assert relative_date(" Today ", today) == today
    assert relative_date("yesterday", today) == date(2026, 2, 28)
    assert relative_date("tomorrow", today) == date(2026, 3, 2)
    assert relative_date("3/4/2024", today) is None


def test_every_month_is_read_by_its_name_and_by_its_number() -> None:
    for number, name in enumerate(MONTHS, start=1):
        assert read_date(f"{name[:3]}. 3, 2021") == read_date(f"{number}/3/2021") == date(2021, number, 3)
    assert read_date("Sept. 3, 2021") == date(2021, 9, 3)
