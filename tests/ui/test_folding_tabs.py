"""Tabs whose titles do not fit are a list to choose from: by keys, by mouse, and for a screen reader."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QToolButton
from pytestqt.qtbot import QtBot

from drafter.ui.case import beside_commands
from drafter.ui.folding_tabs import FoldingBar
from drafter.ui.review.page import ReviewPage

Hand = Any  # conftest.Hand

_LARGER = {150: 3, 200: 5, 300: 8}  # steps to each size of text


def shown_beside(hand: Hand, scale: int) -> FoldingBar:
    """The bar of the tabs beside the form, at this size of text, with the keyboard in it."""
    hand.zoom(_LARGER.get(scale, 0))
    beside_commands.show_to_do(hand.window)
    bar: FoldingBar = hand.page.tabs.bar
    bar.setFocus()
    QTest.qWait(1)
    return bar


def arrows(bar: FoldingBar) -> list[QToolButton]:
    return [button for button in bar.findChildren(QToolButton) if button.isVisible()]


@pytest.mark.parametrize("scale", [100, 150, 200, 300])
def test_every_title_beside_the_form_is_seen_whole_or_the_bar_is_a_list(sample: Hand, scale: int) -> None:
    bar = shown_beside(sample, scale)
    ends = max(bar.tabRect(place).right() for place in range(bar.count()))
    assert bar.folded == (ends >= bar.width())
    assert bar.folded == (scale > 150)
    assert arrows(bar) == []
    assert bar.width() == sample.page.tabs.width()
    assert sample.window.width() == 1366


@pytest.mark.parametrize("scale", [100, 300])
def test_the_keys_go_through_the_tabs_folded_or_not(sample: Hand, scale: int) -> None:
    bar = shown_beside(sample, scale)
    sample.press(Qt.Key.Key_Left)
    assert sample.page.tabs.currentWidget() is sample.page.proof
    sample.press(Qt.Key.Key_Right)
    sample.press(Qt.Key.Key_Right)
    assert sample.page.tabs.currentWidget() is sample.page.deadlines
    sample.control(Qt.Key.Key_Tab)
    assert sample.page.tabs.currentWidget() is sample.page.draft
    assert bar.title(bar.currentIndex()) == "Draft"


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_folded_bar_opens_a_menu_of_every_title(sample: Hand, qtbot: QtBot, key: Qt.Key) -> None:
    bar = shown_beside(sample, 300)
    QTest.keyClick(bar, key)
    (menu,) = bar.findChildren(QMenu)
    titles = [action.text().replace("&", "") for action in menu.actions()]
    assert titles == ["Draft", "Law", "Proof", "Checks", "Deadlines"]
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["Chec&ks"]
    menu.actions()[1].trigger()
    assert sample.page.tabs.currentWidget() is sample.page.law_pane
    menu.close()
    qtbot.waitUntil(lambda: not bar.findChildren(QMenu))


def test_a_click_opens_the_menu_only_where_the_titles_do_not_fit(sample: Hand) -> None:
    bar = shown_beside(sample, 100)
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(4).center())
    assert bar.findChildren(QMenu) == []
    assert sample.page.tabs.currentWidget() is sample.page.deadlines
    shown_beside(sample, 300)
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton)
    (menu,) = bar.findChildren(QMenu)
    menu.close()


def test_a_screen_reader_finds_the_same_tabs_in_a_folded_bar(sample: Hand) -> None:
    bar = shown_beside(sample, 300)
    spoken = QAccessible.queryAccessibleInterface(bar)
    assert spoken.role() == QAccessible.Role.PageTabList
    assert spoken.text(QAccessible.Text.Name) == "Checks"
    tabs = [spoken.child(place) for place in range(spoken.childCount())]
    names = [tab.text(QAccessible.Text.Name) for tab in tabs if tab.role() == QAccessible.Role.PageTab]
    assert names == ["Draft", "Law", "Proof", "Checks", "Deadlines"]


def test_the_title_of_the_open_page_is_drawn_in_a_folded_bar(sample: Hand) -> None:
    bar = shown_beside(sample, 300)
    checks = bar.grab().toImage()
    sample.press(Qt.Key.Key_Right)
    deadlines = bar.grab().toImage()
    assert checks.size() == deadlines.size()
    assert checks != deadlines


@pytest.mark.parametrize("scale", [200, 300])
def test_the_tabs_of_the_review_fit_or_fold(sample: Hand, scale: int) -> None:
    sample.zoom(_LARGER[scale])
    sample.control(Qt.Key.Key_R)
    QTest.qWait(1)
    review = sample.page.review.currentWidget()
    assert isinstance(review, ReviewPage)
    bar = review.tabs.bar
    assert arrows(bar) == []
    assert bar.folded == (bar.tabRect(bar.count() - 1).right() >= bar.width())
    assert sample.window.width() == 1366
