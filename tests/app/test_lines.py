"""The nearest deadline in the list of cases, as it was counted last."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from drafter.app.library import Library
from drafter.app.lines import CaseLine, counted_on

TODAY = date(2026, 11, 25)
DUE = date(2026, 12, 1)


@pytest.fixture
def library(tmp_path: Path) -> Library:
    """A library with one case whose nearest deadline was counted today."""
    made = Library(tmp_path, lambda: TODAY)
    made._store.catalogue.keep_due(made.new("Doe"), DUE.isoformat(), "Reply", counted_on(TODAY))
    return made


def listed(library: Library, today: date) -> CaseLine:
    library.today = lambda: today
    (line,) = library.cases()
    return line


def test_a_deadline_that_was_counted_today_is_shown_at_once(library: Library) -> None:
    line = listed(library, TODAY)
    assert (line.due, line.due_what, line.due_when, line.counted) == (DUE, "Reply", "in 6 days", True)


def test_a_deadline_counted_earlier_is_shown_as_of_today_and_counted_anew(library: Library) -> None:
    line = listed(library, DUE)
    assert (line.due, line.due_when, line.counted) == (DUE, "today", False)


def test_a_deadline_that_has_passed_is_the_nearest_no_more(library: Library) -> None:
    line = listed(library, DUE + timedelta(days=1))
    assert (line.due, line.due_what, line.due_when, line.counted) == (None, "", "", False)


def test_another_program_counts_every_deadline_anew(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert library.uncounted(-1) == []
    monkeypatch.setattr("drafter.app.lines.__version__", "99.0.0")
    assert not listed(library, TODAY).counted
    assert len(library.uncounted(-1)) == 1


def test_a_changed_answer_takes_the_deadline_away_until_it_is_counted(library: Library) -> None:
    (line,) = library.cases()
    library.open_case(line.id).set_answer("movant.aliases", "Roe")
    (line,) = library.cases()
    assert (line.due, line.counted) == (None, False)
    assert library.uncounted(-1) == [line.id]
