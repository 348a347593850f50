"""The deadlines of the open case, by keyboard, and the next one of each case on the first page."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from drafter.ui.main_window import MainWindow

Hand = Any  # conftest.Hand
TODAY = date(2026, 11, 21)
_COLUMN = 3


@pytest.fixture(autouse=True)
def _day(window: MainWindow) -> None:
    """A day that stays the same."""
    window._library.today = lambda: TODAY


def lines(hand: Hand) -> list[str]:
    rows = hand.page.deadlines.rows
    return [rows.index(row, 0).data() for row in range(rows.rowCount())]


def spoken(hand: Hand, row: int) -> str:
    told: str = hand.page.deadlines.rows.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    return told


def name_of(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def log_denial(hand: Hand, entered: str) -> None:
    """Enter the order on the motion with keys: the third choice, then the day."""
    hand.go_to("order.ruling")
    for _ in range(3):
        hand.press(Qt.Key.Key_Down)
    hand.press(Qt.Key.Key_Tab)
    hand.answer("order.entered_on", entered)


def test_the_deadlines_are_reached_by_key_and_enter_goes_to_the_question(case: Hand) -> None:
    case.press(Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    shown = case.page.deadlines
    assert case.focus is shown.view
    assert name_of(shown.view) == "Deadlines"
    case.press(Qt.Key.Key_End)
    one = shown.shown[shown.view.currentIndex().row()]
    assert one.id == "order.government_appeal"
    assert shown.detail.text().startswith(
        "Waiting for the day on which the order on this motion was entered."
    )
    case.press(Qt.Key.Key_Return)
    assert case.page.form.blocks["order.ruling"].isAncestorOf(case.focus)


def test_an_order_that_is_logged_starts_the_time_to_appeal_at_once(case: Hand, qtbot: QtBot) -> None:
    log_denial(case, "11/20/2026")
    assert case.value("order.ruling") == "denied"
    appeal = "December 4, 2026, in 13 days: Notice of appeal\nFed. R. App. P. 4(b)(1)(A)(i)"
    qtbot.waitUntil(lambda: any(line.startswith(appeal) for line in lines(case)))
    assert case.page.tabs.tabText(case.page.tabs.indexOf(case.page.deadlines)) == "&Deadlines (2)"
    case.press(Qt.Key.Key_F7, Qt.KeyboardModifier.ShiftModifier)
    assert "Day 14 is December 4, 2026 (Friday)." in case.page.deadlines.detail.text()
    assert "Day 14 is December 4, 2026 (Friday)." in spoken(case, 0)
    assert case.page.deadlines.summary.text().startswith("2 ahead, 2 waiting for a date, 0 passed.")
    case.press(Qt.Key.Key_Return)
    assert case.page.form.blocks["order.entered_on"].isAncestorOf(case.focus)


def test_what_nobody_has_verified_says_so_in_its_line(case: Hand, qtbot: QtBot) -> None:
    log_denial(case, "11/20/2026")
    qtbot.waitUntil(lambda: case.page.deadlines.ahead == 2)
    for one, line in zip(case.page.deadlines.shown, lines(case), strict=True):
        assert ("Not verified: confirm before you rely on it." in line) == (not one.verified), line


def test_the_panes_are_gone_through_with_f6_and_the_list_keeps_its_place(case: Hand) -> None:
    case.page.show_deadlines()
    case.press(Qt.Key.Key_Down)
    place = case.page.deadlines.view.currentIndex().row()
    assert place == 1
    case.press(Qt.Key.Key_F6)
    assert case.focus is not case.page.deadlines.view
    case.press(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert case.focus is case.page.deadlines.view
    case.session.set_answer("order.ruling", "granted")
    case.page.show_deadlines()
    assert case.page.deadlines.view.currentIndex().row() == place


def test_a_filing_date_before_the_law_is_told_and_nothing_is_counted(case: Hand, qtbot: QtBot) -> None:
    case.answer("case.filing_date", "1/4/2010")
    shown = case.page.deadlines
    qtbot.waitUntil(lambda: "holds none of January 4, 2010" in shown.told.text)
    assert shown.shown == ()
    case.answer("case.filing_date", "12/4/2026")
    qtbot.waitUntil(lambda: shown.told.text == "" and len(shown.shown) > 0)


@pytest.mark.parametrize("name", ["complete", "vailes"])
def test_nothing_in_the_list_needs_to_be_scrolled_sideways(hand: Hand, name: str) -> None:
    hand.window.open_sample(name)
    hand.page.show_deadlines()
    view = hand.page.deadlines.view
    assert view.horizontalScrollBar().maximum() == 0
    for row in range(view.model().rowCount()):
        assert view.visualRect(view.model().index(row, 0)).width() <= view.viewport().width()


def test_the_first_page_shows_the_next_deadline_of_each_case(case: Hand, qtbot: QtBot) -> None:
    log_denial(case, "11/20/2026")
    case.window.close_case()
    case.window._library.new("Nothing known")
    case.window.list_cases()
    table = case.window.start.cases.table
    by_title = {line.title: row for row, line in enumerate(table.lines)}
    row = by_title["United States v. Roe"]
    assert table.headerData(_COLUMN, Qt.Orientation.Horizontal) == "Next deadline"
    qtbot.waitUntil(lambda: table.index(row, _COLUMN).data() == "in 13 days: Notice of appeal")
    told = table.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Notice of appeal, in 13 days, on December 4, 2026" in told
    assert table.index(row, _COLUMN).data(Qt.ItemDataRole.ToolTipRole).endswith("on December 4, 2026")
    qtbot.waitUntil(lambda: not table._timer.isActive())
    assert table.index(by_title["Nothing known"], _COLUMN).data() == ""


def test_the_list_of_cases_is_there_before_a_deadline_is_counted(case: Hand, qtbot: QtBot) -> None:
    log_denial(case, "11/20/2026")
    case.window.close_case()
    table = case.window.start.cases.table
    assert [line.title for line in table.lines] == ["United States v. Roe"]
    assert table.index(0, _COLUMN).data() == ""
    qtbot.waitUntil(lambda: table.index(0, _COLUMN).data() != "")
