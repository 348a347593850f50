"""The thirty days, and the days that do not end them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.law import Law
from drafter.law.exhaustion import (
    Exhaustion,
    Request,
    exhaustion,
    holidays_after,
    impossibilities,
    legal_holidays,
    rolled_forward,
)

DAYS = st.dates(date(2019, 1, 1), date(2035, 12, 31))


def count(received: date, on: date, denied: date | None = None, state: str = "") -> Exhaustion:
    holidays = holidays_after(received, 30, state)
    return exhaustion(Request(received, denied), on=on, lapse_days=30, holidays=holidays, appeal_days=20)


@pytest.mark.parametrize(
    ("received", "last", "lapse", "earliest"),
    [
        (date(2026, 9, 1), date(2026, 10, 1), date(2026, 10, 1), date(2026, 10, 2)),  # a Thursday
        (date(2026, 9, 3), date(2026, 10, 3), date(2026, 10, 5), date(2026, 10, 6)),  # a Saturday
        (date(2026, 9, 4), date(2026, 10, 4), date(2026, 10, 5), date(2026, 10, 6)),  # a Sunday
        (date(2026, 9, 12), date(2026, 10, 12), date(2026, 10, 13), date(2026, 10, 14)),  # Columbus Day
        (date(2026, 9, 10), date(2026, 10, 10), date(2026, 10, 13), date(2026, 10, 14)),  # Saturday before it
        (date(2026, 10, 27), date(2026, 11, 26), date(2026, 11, 27), date(2026, 11, 28)),  # Thanksgiving
        (date(2026, 6, 3), date(2026, 7, 3), date(2026, 7, 6), date(2026, 7, 7)),  # July 4 observed on Friday
        (
            date(2022, 11, 25),
            date(2022, 12, 25),
            date(2022, 12, 27),
            date(2022, 12, 28),
        ),  # Christmas on Sunday
        (
            date(2021, 12, 1),
            date(2021, 12, 31),
            date(2022, 1, 3),
            date(2022, 1, 4),
        ),  # New Year observed in 2021
        (date(2026, 1, 30), date(2026, 3, 1), date(2026, 3, 2), date(2026, 3, 3)),  # over February
    ],
)
def test_the_last_day_rolls_forward_and_filing_waits_a_day(
    received: date, last: date, lapse: date, earliest: date
) -> None:
    found = count(received, earliest)
    assert (found.last_counted, found.lapse_day, found.earliest_filing) == (last, lapse, earliest)
    assert found.ripe
    assert not count(received, lapse).ripe


def test_the_law_gives_the_thirty_days(law: Law) -> None:
    lapse_days = law.value("exhaustion.lapse_days", date(2026, 9, 1)).number
    found = exhaustion(
        Request(date(2026, 9, 1)),
        on=date(2026, 9, 30),
        lapse_days=lapse_days,
        holidays=frozenset(),
        appeal_days=20,
    )
    assert (found.days_elapsed, found.ripe) == (29, False)
    assert any("2026-10-02" in note for note in found.notes)


def test_a_denial_gives_the_day_for_the_bp9_and_does_not_stop_the_clock() -> None:
    found = count(date(2026, 9, 1), date(2026, 10, 2), denied=date(2026, 9, 10))
    assert found.ripe
    assert any("2026-09-30" in note and "BP-9" in note for note in found.notes)
    assert any("does not force" in note for note in found.notes)
    late = count(date(2026, 9, 1), date(2026, 11, 2), denied=date(2026, 10, 20))
    assert not any("does not force" in note for note in late.notes)


def test_a_denial_before_the_receipt_is_refused() -> None:
    with pytest.raises(ValueError, match="one date is wrong"):
        count(date(2026, 9, 1), date(2026, 10, 2), denied=date(2026, 8, 31))


@pytest.mark.parametrize(
    ("received", "filing", "words"),
    [
        (date(2026, 9, 1), date(2026, 8, 31), "one date is wrong"),
        (date(26, 9, 1), None, "check the year"),
        (date(9998, 9, 1), None, "check the year"),
        (date.max, None, "check the year"),
    ],
)
def test_what_cannot_be_true_is_said_in_one_sentence(received: date, filing: date | None, words: str) -> None:
    (said,) = impossibilities(Request(received), 30, filing)
    assert words in said
    assert said.endswith(".")


@pytest.mark.parametrize("filing", [None, date(2026, 9, 1), date(2026, 12, 1)])
def test_what_can_be_true_is_not_refused(filing: date | None) -> None:
    assert impossibilities(Request(date(2026, 9, 1)), 30, filing) == ()


def test_a_day_before_the_receipt_is_said() -> None:
    found = count(date(2026, 9, 1), date(2026, 8, 1))
    assert (found.days_elapsed, found.ripe) == (-31, False)
    assert any("before the warden received" in note for note in found.notes)


def test_the_working_names_the_days() -> None:
    working = "\n".join(count(date(2026, 9, 3), date(2026, 10, 1)).working)
    assert "2026-10-03 (Saturday)" in working
    assert "runs on to 2026-10-05 (Monday)" in working
    assert "weekend" not in "\n".join(count(date(2026, 9, 1), date(2026, 10, 1)).working)


@pytest.mark.parametrize("year", range(2022, 2036))
def test_federal_holidays_are_those_of_5_usc_6103(year: int) -> None:
    def nth(month: int, weekday: int, n: int) -> date:
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (n - 1))

    memorial = max(date(year, 5, d) for d in range(25, 32) if date(year, 5, d).weekday() == 0)
    fixed = [date(year, m, d) for m, d in ((1, 1), (6, 19), (7, 4), (11, 11), (12, 25))]
    floating = [nth(1, 0, 3), nth(2, 0, 3), memorial, nth(9, 0, 1), nth(10, 0, 2), nth(11, 3, 4)]
    # § 6103(b): a Saturday holiday is kept on the Friday; E.O. 11582: a Sunday holiday on the Monday
    moved = [d + timedelta(days={5: -1, 6: 1}[d.weekday()]) for d in fixed if d.weekday() >= 5]
    next_new_year = date(year + 1, 1, 1)
    if next_new_year.weekday() == 5:
        moved.append(date(year, 12, 31))
    expected = {d for d in (*fixed, *floating, *moved) if d.year == year}
    assert legal_holidays([year]) == expected


def test_state_holidays_are_added_and_none_is_lost(law: Law) -> None:
    federal = legal_holidays([2026])
    for one in law.districts.values():
        assert federal <= legal_holidays([2026], one.state), one.id
    assert date(2026, 4, 20) in legal_holidays([2026], "Massachusetts")  # Patriots' Day
    assert date(2026, 4, 20) not in federal
    assert count(date(2026, 3, 21), date(2026, 5, 1), state="Massachusetts").lapse_day == date(2026, 4, 21)
    assert count(date(2026, 3, 21), date(2026, 5, 1)).lapse_day == date(2026, 4, 20)


@given(DAYS, st.integers(-100, 400))
def test_what_holds_for_every_request(received: date, later: int) -> None:
    on = received + timedelta(days=later)
    found = count(received, on)
    assert found.last_counted - received == timedelta(days=30)
    assert timedelta(0) <= found.lapse_day - found.last_counted <= timedelta(days=5)
    assert found.earliest_filing == found.lapse_day + timedelta(days=1)
    assert found.lapse_day.weekday() < 5
    assert found.ripe == (on >= found.earliest_filing)
    assert found.days_elapsed == later
    assert not found.ripe or found.days_elapsed > 30


@given(DAYS, st.frozensets(DAYS, max_size=40))
def test_rolling_stops_at_the_first_working_day(start: date, holidays: frozenset[date]) -> None:
    end = rolled_forward(start, holidays)
    skipped = [start + timedelta(days=n) for n in range((end - start).days)]
    assert all(one.weekday() >= 5 or one in holidays for one in skipped)
    assert end.weekday() < 5
    assert end not in holidays
