"""A day as it is typed and as it is picked, and what was read of it beside the field."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from drafter.ui.editors.date import Calendar

Hand = Any  # conftest.Hand
_DAY = "case.filing_date"


@pytest.mark.parametrize("typed", ["3/4/24", "March 4, 2024", "4 Mar 2024", "2024-03-04"])
def test_what_was_read_is_shown_in_words_at_once(case: Hand, typed: str) -> None:
    block = case.go_to(_DAY)
    case.type(typed)
    assert block.editor.read.text() in ("Monday, March 4, 2024", "Monday")
    case.press(Qt.Key.Key_Tab)
    assert block.editor.line.text() == "March 4, 2024"
    assert block.editor.read.text() == "Monday"
    assert case.value(_DAY) == "2024-03-04"


@pytest.mark.parametrize(("word", "days"), [("today", 0), ("Yesterday", -1)])
def test_a_day_is_named_from_today(case: Hand, word: str, days: int) -> None:
    before = date.today()  # noqa: DTZ011 - as the person's calendar has it
    case.answer(_DAY, word)
    after = date.today()  # noqa: DTZ011
    assert case.value(_DAY) in {(day + timedelta(days)).isoformat() for day in (before, after)}


def test_a_year_that_could_be_either_is_told_beside_the_field_and_kept(case: Hand) -> None:
    block = case.answer(_DAY, "3/4/45")
    assert "1945 or 2045" in block.told.text
    assert block.told.isVisible()
    assert block.editor.read.text() == ""
    assert block.editor.line.text() == "3/4/45"
    assert case.stored(_DAY) is None


def test_the_calendar_is_opened_walked_and_left_by_key(case: Hand) -> None:
    block = case.go_to(_DAY)
    case.type("3/4/24")
    case.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = QApplication.activePopupWidget()
    assert isinstance(calendar, Calendar)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Return):
        QTest.keyClick(calendar.focusWidget(), key)
    assert block.editor.line.hasFocus()
    assert case.value(_DAY) == "2024-04-12"


@pytest.mark.parametrize(
    ("key", "held"),
    [
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier),
    ],
)
def test_the_calendar_closes_without_taking_a_day(case: Hand, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    block = case.answer(_DAY, "3/4/24")
    case.go_to(_DAY)
    case.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = QApplication.activePopupWidget()
    assert isinstance(calendar, Calendar)
    QTest.keyClick(calendar.focusWidget(), Qt.Key.Key_Right)
    QTest.keyClick(calendar.focusWidget(), key, held)
    assert not calendar.isVisible()
    assert block.editor.line.text() == "March 4, 2024"
