"""Nothing is cut: every text has the room that it needs, and no widget reaches out of the one around it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStyleOptionViewItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from drafter.app.samples import SAMPLES
from drafter.ui.case import beside_commands, case_commands
from drafter.ui.case.outline import Outline
from drafter.ui.elided import Elided
from drafter.ui.review.page import ReviewPage

Hand = Any  # conftest.Hand; the tests' folders are no packages, so it cannot be imported by name

_LARGER = {100: 0, 150: 3, 200: 5}  # steps to each size of text
_LARGE_POINTS = 10  # from here on an option or a heading may end in an ellipsis


def inside(root: QWidget) -> Iterator[QWidget]:
    """The widgets of this program that are seen in ``root``; what Qt puts into its own is Qt's."""
    for widget in root.findChildren(QWidget):
        around = widget.parentWidget()
        if widget.isVisible() and not widget.isWindow() and widget.window() is root.window():
            if isinstance(around, QComboBox | QLineEdit | QAbstractScrollArea):
                continue
            yield widget


def cut(root: QWidget) -> list[str]:
    """What lacks room for its text, or reaches out of what is around it."""
    faults = []
    for widget in inside(root):
        said = widget.text() if isinstance(widget, QAbstractButton | QLabel) else widget.accessibleName()
        name = f"{type(widget).__name__} “{said}”"
        if isinstance(widget, QAbstractButton) and said:
            if widget.width() < widget.minimumSizeHint().width():
                faults.append(f"{name} is cut")
        elif isinstance(widget, QLabel) and said and not isinstance(widget, Elided):
            wrapped = widget.wordWrap()
            needed = widget.heightForWidth(widget.width()) if wrapped else widget.sizeHint().height()
            if widget.height() < needed or (not wrapped and widget.width() < widget.sizeHint().width()):
                faults.append(f"{name} is cut")
        around = widget.parentWidget()
        assert around is not None
        scrolled = isinstance(around.parentWidget(), QAbstractScrollArea)
        if not scrolled and not around.rect().contains(widget.geometry()):
            faults.append(f"{name} reaches out of {type(around).__name__}")
    return faults


def cut_lines(root: QWidget) -> list[str]:
    """The lines of lists that are higher, in the width in which they are drawn, than the room they have."""
    faults = []
    plain = QStyledItemDelegate()
    for view in root.findChildren(QListView):
        if not view.isVisible() or not view.wordWrap() or isinstance(view, Outline):
            continue
        for row in range(view.model().rowCount()):
            index, option = view.model().index(row, 0), QStyleOptionViewItem()
            view.initViewItemOption(option)
            place = view.visualRect(index)
            place.setRight(min(place.right(), view.viewport().width() - view.spacing()))
            option.rect = place
            if plain.sizeHint(option, index).height() > place.height():
                faults.append(f"“{index.data()}” is cut")
    return faults


def narrow(root: QWidget) -> list[str]:
    """The chosen options and the headings of tables that are not seen whole."""
    faults = []
    for box in root.findChildren(QComboBox):
        if box.isVisible() and not box.isEditable():
            option = QStyleOptionComboBox()
            box.initStyleOption(option)
            style, control = box.style(), QStyle.ComplexControl.CC_ComboBox
            room = style.subControlRect(control, option, QStyle.SubControl.SC_ComboBoxEditField, box)
            if room.width() < box.fontMetrics().horizontalAdvance(box.currentText()):
                faults.append(f"“{box.currentText()}” is cut")
    for head in root.findChildren(QHeaderView):
        if head.isVisible() and head.orientation() == Qt.Orientation.Horizontal:
            for place in range(head.count()):
                title = str(head.model().headerData(place, head.orientation()))
                wraps = head.defaultAlignment() & Qt.TextFlag.TextWordWrap
                words = title.split() if wraps else [title]
                if head.sectionSize(place) < max(map(head.fontMetrics().horizontalAdvance, words)):
                    faults.append(f"heading “{title}” is cut")
    return faults


def unfit(root: QWidget) -> list[str]:
    """What does not fit once all has its place: a row of a list is measured after the list is shown."""
    usual = QApplication.font().pointSizeF() < _LARGE_POINTS
    found = []
    for _ in range(50):
        QTest.qWait(20)
        found = cut(root) + cut_lines(root) + (narrow(root) if usual else [])
        if not found:
            break
    return found


def test_what_is_cut_and_what_reaches_out_is_found(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    label, button, box = QLabel("A title", around), QPushButton("A command", around), QComboBox(around)
    box.addItem("An option")
    around.resize(400, 200)
    for widget, top in ((label, 0), (button, 50), (box, 100)):
        widget.setGeometry(0, top, 300, 40)
    around.show()
    assert cut(around) + narrow(around) == []
    for widget in (label, button, box):
        widget.resize(20, 40)
    assert len(cut(around) + narrow(around)) == 3
    label.setGeometry(390, 0, 300, 40)
    assert "QLabel “A title” reaches out of QWidget" in cut(around)


@pytest.fixture(params=_LARGER)
def larger(hand: Hand, request: pytest.FixtureRequest) -> Hand:
    """A hand in a window with text of this size."""
    if request.param != 100:
        hand.zoom(_LARGER[request.param])
    return hand


def test_the_first_page_fits(larger: Hand) -> None:
    assert unfit(larger.window) == []
    welcome = larger.window.start.cases.welcome
    assert welcome.isVisible()
    assert welcome.verticalScrollBar().maximum() == 0, "its buttons are seen without scrolling"
    larger.window.open_sample("vailes")
    larger.window.close_case()
    assert unfit(larger.window) == []


@pytest.mark.parametrize("name", SAMPLES)
def test_every_section_fits(larger: Hand, name: str) -> None:
    larger.window.open_sample(name)
    for place, section in enumerate(larger.session.sections):
        larger.page.outline.go_to(place)
        assert unfit(larger.window) == [], section.id


def test_every_tab_beside_the_form_fits(larger: Hand) -> None:
    larger.window.open_sample("vailes")
    beside_commands.show_to_do(larger.window)
    for place in range(larger.page.tabs.count()):
        larger.page.tabs.setCurrentIndex(place)
        assert unfit(larger.window) == [], larger.page.tabs.tabText(place)


def test_every_tab_of_the_review_fits(larger: Hand) -> None:
    larger.window.open_sample("complete")
    larger.page.show_review()
    review = larger.page.review.currentWidget()
    assert isinstance(review, ReviewPage)
    for place in range(review.tabs.count()):
        review.tabs.setCurrentIndex(place)
        assert unfit(larger.window) == [], review.tabs.tabText(place)


def test_every_small_window_fits(larger: Hand, qtbot: QtBot) -> None:
    window = larger.window
    window.open_sample("complete")
    for show in (
        window.manners.search,
        window.show_shortcuts,
        window.manners.show_about,
        window.show_templates,
        window.manners.show_own_fields,
        window.manners.show_conflicts,
        window.manners.show_versions,
        window.manners.show_notes,
        window.vault.protect,
        window.desk.check_data,
        lambda: case_commands.read_facts(window),
    ):
        show()
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        assert unfit(dialog) == [], dialog.windowTitle()
        dialog.close()
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
