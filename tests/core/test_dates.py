"""Ages and anniversaries, on the day and on the day before."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.core.dates import MONTHS, long_date, read_date, years_between

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


def test_every_month_is_read_by_its_name_and_by_its_number() -> None:
    for number, name in enumerate(MONTHS, start=1):
        assert read_date(f"{name[:3]}. 3, 2021") == read_date(f"{number}/3/2021") == date(2021, number, 3)
    assert read_date("Sept. 3, 2021") == date(2021, 9, 3)
