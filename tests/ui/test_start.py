"""The list of cases: opening, copying, renaming, deleting."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from drafter.errors import StoreError
from drafter.ui.main_window import MainWindow

Hand = Any  # conftest.Hand


@pytest.fixture
def listed(case: Hand) -> Hand:
    """A hand on the list with one case, which has a number."""
    case.answer("case.number", "1:21-cr-1")
    case.control(Qt.Key.Key_W)
    return case


def titles(window: MainWindow) -> list[str]:
    return [line.title for line in window.start.complete().table.lines]


def press_button(dialog: QWidget, text: str) -> None:
    assert isinstance(dialog, QMessageBox)
    button = next(b for b in dialog.findChildren(QPushButton) if b.text().replace("&", "") == text)
    QTest.keyClick(button, Qt.Key.Key_Space)


def test_a_case_is_deleted_only_after_a_yes(listed: Hand) -> None:
    listed.in_dialog(lambda dialog: press_button(dialog, "No"))
    listed.press(Qt.Key.Key_Delete)
    assert titles(listed.window) == ["United States v. Roe"]
    listed.come_back(listed.window.start.cases.view)
    listed.in_dialog(lambda dialog: press_button(dialog, "Yes"))
    listed.press(Qt.Key.Key_Delete)
    assert titles(listed.window) == []


def test_a_case_is_renamed(listed: Hand) -> None:
    listed.give_title("")
    listed.press(Qt.Key.Key_F2)
    assert titles(listed.window) == ["United States v. Roe"]
    listed.come_back(listed.window.start.cases.view)
    listed.give_title("United States v. Poe")
    listed.press(Qt.Key.Key_F2)
    assert titles(listed.window) == ["United States v. Poe"]


def test_a_new_case_takes_the_answers_of_the_selected_one(listed: Hand, qtbot: QtBot) -> None:
    listed.give_title("United States v. Poe")
    listed.window.start.new_from_button.click()
    qtbot.waitUntil(lambda: listed.window.page is not None)
    assert listed.session.title == "United States v. Poe"
    assert listed.value("case.number") == "1:21-cr-1"


def test_a_sample_is_made_once(hand: Hand) -> None:
    for _ in range(2):
        hand.window.open_sample("complete")
        hand.window.close_case()
    assert len(titles(hand.window)) == 1


def test_a_database_that_cannot_be_read_is_told_on_the_page(
    hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_asked: object) -> None:
        raise StoreError("This database was made by a newer drafter; install that one.")

    monkeypatch.setattr(hand.window._library, "cases", refuse)
    hand.window.list_cases()
    assert "newer drafter" in hand.window.start.cases.told.text
    assert hand.window.start.cases.told.isVisible()


def test_an_empty_library_offers_no_search_until_there_is_a_case(hand: Hand) -> None:
    start = hand.window.start
    assert not start.search.isVisible()
    assert not start.filters.isVisible()
    hand.new_case()
    hand.window.close_case()
    assert start.search.isVisible()
    assert start.filters.isVisible()
    case = start.chosen()
    assert case is not None
    hand.window._library.delete(case)
    hand.window.list_cases()
    assert start.filters.isVisible(), "the trash can still be looked at"
