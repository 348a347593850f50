"""A deadline is counted by its rule's own way, on the days on which the ways of counting differ."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.law import Law
from drafter.law.deadlines import (
    AHEAD,
    PASSED,
    TODAY,
    WAITING,
    Counted,
    Deadline,
    Event,
    calendar_days,
    court_days,
    court_hours,
    holidays_around,
)
from drafter.law.exhaustion import Request, exhaustion, holidays_after

DAYS = st.dates(date(2019, 1, 1), date(2035, 12, 31))
COUNTING: dict[str, Callable[[Event, int, str], Counted | None]] = {
    "court_days": court_days,
    "court_hours": court_hours,
    "calendar_days": lambda event, days, _state: calendar_days(event, days),
}


def cases() -> Iterator[Any]:
    """Every case of the files beside this one: plain TOML, so that a lawyer can read and check it."""
    for file in sorted((Path(__file__).parent / "deadlines").glob("*.toml")):
        table = tomllib.loads(file.read_text(encoding="utf-8"))
        for case in table["case"]:
            yield pytest.param(table["counting"], case, id=f"{file.stem}: {case['name']}")


@pytest.mark.parametrize(("counting", "case"), list(cases()))
def test_the_last_day_is_the_one_in_the_file(law: Law, counting: str, case: dict[str, Any]) -> None:
    assert case["source"].strip()
    number = law.value(case["value"], case["event"]).number
    found = COUNTING[counting](Event("it happened", case["event"]), number, case.get("state", ""))
    assert found is not None
    assert found.due == case["due"]
    assert case.get("note", "") in found.note
    if case.get("state") and "note" not in case:
        assert found.note == ""


def test_every_way_of_counting_has_its_file() -> None:
    files = (Path(__file__).parent / "deadlines").glob("*.toml")
    assert {tomllib.loads(file.read_text(encoding="utf-8"))["counting"] for file in files} == set(COUNTING)


@pytest.mark.parametrize("counting", COUNTING)
def test_nothing_is_counted_from_an_unknown_day(counting: str) -> None:
    assert COUNTING[counting](Event("it happened", None), 14, "Ohio") is None


def test_nothing_is_counted_where_the_holidays_are_not_known() -> None:
    assert holidays_around(date(9998, 1, 1)) is None
    assert court_days(Event("it happened", date(9990, 1, 1)), 14) is None


def test_the_working_names_every_step() -> None:
    found = court_days(Event("the order was entered", date(2026, 11, 12)), 14)
    assert found is not None
    assert found.working == (
        "The order was entered on November 12, 2026 (Thursday); that day is not counted.",
        "Day 14 is November 26, 2026 (Thursday).",
        (
            "A Saturday, Sunday or legal holiday does not end the period, so it runs on to "
            "November 27, 2026 (Friday)."
        ),
    )
    plain = court_days(Event("the order was entered", date(2026, 11, 6)), 14, "Ohio")
    assert plain is not None
    assert len(plain.working) == 2
    assert plain.note == ""


@pytest.mark.parametrize(
    ("due", "state", "left", "when"),
    [
        (date(2026, 11, 20), PASSED, -1, "1 day ago"),
        (date(2026, 11, 21), TODAY, 0, "today"),
        (date(2026, 11, 22), AHEAD, 1, "in 1 day"),
        (date(2029, 11, 21), AHEAD, 1096, "in 1,096 days"),
        (None, WAITING, None, "waiting"),
    ],
)
def test_a_deadline_says_how_far_off_it_is(due: date | None, state: str, left: int | None, when: str) -> None:
    one = Deadline(
        id="x",
        what="Notice of appeal",
        event=Event("the order was entered", None),
        due=due,
        on=date(2026, 11, 21),
        rule="Rule",
        working=(),
        verified=True,
    )
    assert (one.state, one.days_left, one.when) == (state, left, when)


@given(DAYS, st.integers(1, 60), st.sampled_from(["", "Ohio", "Massachusetts", "North Carolina"]))
def test_a_period_of_a_rule_ends_on_the_first_day_that_may_end_it(start: date, days: int, state: str) -> None:
    found = court_days(Event("it happened", start), days, state)
    holidays = holidays_around(start + timedelta(days=days), state)
    assert found is not None
    assert holidays is not None
    last = start + timedelta(days=days)
    skipped = [last + timedelta(days=n) for n in range((found.due - last).days)]
    assert all(day.weekday() >= 5 or day in holidays.every for day in skipped)
    assert found.due.weekday() < 5
    assert found.due not in holidays.every


@given(DAYS)
def test_thirty_days_are_counted_as_the_clock_of_exhaustion_counts_them(received: date) -> None:
    holidays = holidays_after(received, 30)
    clock = exhaustion(Request(received), on=received, lapse_days=30, holidays=holidays, appeal_days=20)
    found = court_days(Event("the warden received the request", received), 30)
    assert found is not None
    assert found.due == clock.lapse_day


@given(DAYS, st.integers(1, 60))
def test_calendar_days_end_where_they_end(start: date, days: int) -> None:
    found = calendar_days(Event("it happened", start), days)
    assert found is not None
    assert found.due == start + timedelta(days=days)
