"""A screen reader's walk: names, roles, rows that speak, and a Tab that follows sight, on every page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6 import QtGui
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFileDialog,
    QLabel,
    QListView,
    QMenu,
    QMenuBar,
    QScrollArea,
    QTabWidget,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from drafter.app.samples import SAMPLES
from drafter.app.text_blocks import TextBlocks
from drafter.law.changes import LawChange
from drafter.ui.case import beside_commands, case_commands
from drafter.ui.case.text_blocks_dialog import TextBlockForm, TextBlocksDialog
from drafter.ui.dialogs import law_changes_dialog, warn
from drafter.ui.editors.rows_view import RowsView
from drafter.ui.manual import Manual
from drafter.ui.review.compare_dialog import CompareDialog
from drafter.ui.review.page import ReviewPage

Hand = Any  # conftest.Hand; the tests' folders are no packages, so it cannot be imported by name

_SPOKEN = Qt.ItemDataRole.AccessibleTextRole
#: What says nothing of what a widget is; Qt gives it to a scroll area and to the frame around tabs alone.
_MUTE = (QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Window)
_FRAMES = (QScrollArea, QTabWidget)


def visible(root: QWidget) -> Iterator[QWidget]:
    """Every widget in sight, ``root`` first; menus show their own texts."""
    for widget in (root, *root.findChildren(QWidget)):
        if widget.isVisible() and not isinstance(widget, QMenu | QMenuBar):
            yield widget


def unnamed(root: QWidget) -> list[str]:
    """What takes the keyboard and has no name, no role, or rows that say nothing."""
    faults = []
    for widget in visible(root):
        spoken = QAccessible.queryAccessibleInterface(widget)
        if not spoken.state().focusable or widget.focusProxy() is not None:
            continue
        name = spoken.text(QAccessible.Text.Name).strip()
        if not name:
            faults.append(f"{type(widget).__name__} in {type(widget.parent()).__name__} has no name")
        if spoken.role() in _MUTE and not isinstance(widget, _FRAMES):
            faults.append(f"{type(widget).__name__} “{name}” has no role")
        if isinstance(widget, QAbstractItemView):
            faults += [f"“{name}”, row {row}, says nothing" for row in silent_rows(widget.model(), widget)]
    return faults


def silent_rows(model: QAbstractItemModel, view: QAbstractItemView) -> Iterator[int]:
    """The rows whose first cell does not speak for the whole row; one that is typed into speaks by cell."""
    if isinstance(view, RowsView):
        return
    width = 1 if isinstance(view, QListView) else model.columnCount(QModelIndex())
    for index in rows_below(model, QModelIndex()):
        whole = str(index.data(_SPOKEN) or "").strip()
        others = any(index.siblingAtColumn(column).data() for column in range(1, width))
        if not whole and (others or not str(index.data() or "").strip()):
            yield index.row()


def rows_below(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[QModelIndex]:
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        yield index
        yield from rows_below(model, index)


def way_of_tab(root: QWidget) -> list[QWidget]:
    """What Tab visits in ``root``, in order."""
    way = []
    widget = root.nextInFocusChain()
    while widget is not None and widget is not root:
        takes = widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if root.isAncestorOf(widget) and widget.isVisible() and takes and widget.focusProxy() is None:
            way.append(widget)
        widget = widget.nextInFocusChain()
    return way


def steps_back(root: QWidget) -> list[str]:
    """Where Tab goes up, or back to the left in one line, from the uppermost on: Tab goes round."""
    faults = []
    way = way_of_tab(root)
    if not way:
        return []
    places = [widget.mapTo(root, QPoint(0, 0)) for widget in way]
    highest = min(range(len(way)), key=lambda place: places[place].y())
    edge = places[highest].y() + way[highest].height() // 2  # in its line, some stand a few pixels lower
    in_first_line = (place for place in range(len(way)) if places[place].y() < edge)
    top = min(in_first_line, key=lambda place: places[place].x())
    for one, other in pairwise(way[top:] + way[:top]):
        here, there = (widget.mapTo(root, QPoint(0, 0)) for widget in (one, other))
        above = there.y() + other.height() <= here.y() + 1
        in_line = there.y() < here.y() + one.height() and here.y() < there.y() + other.height()
        if above or (in_line and there.x() < here.x()):
            faults.append(f"from {called(one)} back to {called(other)}")
    return faults


def called(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


@pytest.fixture(autouse=True)
def _reader() -> Iterator[None]:
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is asked to say."""
    said: list[str] = []

    class Reader(QAccessible):
        @staticmethod
        def updateAccessibility(event: object) -> None:  # noqa: N802 - Qt's name
            assert isinstance(event, QAccessibleAnnouncementEvent)
            said.append(event.message())

    monkeypatch.setattr(QtGui, "QAccessible", Reader)
    return said


def test_the_walk_finds_what_has_no_name_and_what_goes_back(qtbot: QtBot) -> None:
    """The walk itself: a nameless field under a later one is two faults."""
    from PySide6.QtWidgets import QLineEdit, QTableWidget, QTableWidgetItem

    page = QWidget()
    qtbot.addWidget(page)
    table, line = QTableWidget(1, 2, page), QLineEdit(page)
    for column in (0, 1):
        table.setItem(0, column, QTableWidgetItem("cell"))
    table.setGeometry(0, 60, 200, 100)
    line.setGeometry(0, 0, 200, 20)
    below = QLineEdit(page)
    below.setGeometry(0, 200, 200, 20)
    below.setAccessibleName("Below, but reached before the table")
    page.show()
    assert unnamed(page) == [
        "QTableWidget in QWidget has no name",
        "“”, row 0, says nothing",
        "QLineEdit in QWidget has no name",
    ]
    assert len(steps_back(page)) == 1


def test_the_first_page_speaks_with_and_without_cases(hand: Hand) -> None:
    for begin in (lambda: None, lambda: hand.window.open_sample("vailes")):
        begin()
        hand.window.close_case()
        assert unnamed(hand.window) == []
        assert steps_back(hand.window.start) == []


@pytest.mark.parametrize("name", SAMPLES)
def test_every_section_speaks(hand: Hand, name: str) -> None:
    hand.window.open_sample(name)
    for place in range(len(hand.session.sections)):
        hand.page.outline.go_to(place)
        hand.page.form.start()
        form = hand.page.form
        assert unnamed(hand.window) == []
        assert steps_back(form) == []
        for block in form.in_order():
            buddy = block.ask.buddy()
            assert buddy in block.fields(), block.question.id
            assert block.question.ask in buddy.accessibleName()  # a choice speaks by its label on Linux


@pytest.mark.parametrize("name", SAMPLES)
def test_every_tab_beside_the_form_speaks(hand: Hand, qtbot: QtBot, name: str) -> None:
    hand.window.open_sample(name)
    page = hand.page
    page.check()
    for place in range(page.tabs.count()):
        page.tabs.setCurrentIndex(place)
        qtbot.waitUntil(lambda: len(page.draft.browser.toPlainText()) > 1000)
        assert unnamed(page.tabs) == []
        assert steps_back(page.tabs) == []


def test_tab_goes_from_the_sections_through_the_form_to_the_panes_beside_it(sample: Hand) -> None:
    way = way_of_tab(sample.window)
    page = sample.page
    places = [way.index(widget) for widget in (page.draft_button, page.outline)]
    places += [way.index(field) for field in page.form.blocks["case.number"].fields() if field in way]
    places += [way.index(page.tabs.tabBar()), way.index(page.draft.browser)]
    assert places == sorted(places)


@pytest.mark.parametrize("name", SAMPLES)
def test_every_tab_of_the_review_speaks(hand: Hand, name: str) -> None:
    hand.window.open_sample(name)
    hand.control(Qt.Key.Key_R)
    review = hand.page.review.currentWidget()
    assert isinstance(review, ReviewPage)
    assert review.tabs.count() >= 5
    for place in range(review.tabs.count()):
        review.tabs.setCurrentIndex(place)
        assert unnamed(hand.window) == []
        assert steps_back(review) == []


def windows(hand: Hand, folder: Path) -> dict[str, Callable[[], object]]:
    """How each small window is opened."""
    window = hand.window
    hand.session.draft(folder)
    TextBlocks(window._library).add("Conditions", "The unit of [name] was locked down.")
    (file,) = folder.glob("*.docx")
    changes = [LawChange("treatment:x", ("CHANGED",), "The entry on x says more.", ("Source",))]
    return {
        "find a command": window.manners.search,
        "keys": window.show_shortcuts,
        "about": window.manners.show_about,
        "templates": window.show_templates,
        "text blocks": TextBlocksDialog(window, TextBlocks(window._library)).open,
        "a text block": TextBlockForm(window, TextBlocks(window._library)).open,
        "pasted papers": partial(case_commands.read_facts, window),
        "compare": CompareDialog(window, file.name, hand.session.compare(file)).open,
        "law changes": law_changes_dialog(window, "The law has changed.", changes).open,
        "a warning": lambda: warn(window, "The disk is full; free some space."),
    }


def test_every_small_window_speaks(sample: Hand, tmp_path: Path, qtbot: QtBot) -> None:
    for what, show in windows(sample, tmp_path).items():
        show()
        dialog = QApplication.activeModalWidget()
        assert dialog is not None, what
        assert unnamed(dialog) == [], what
        assert steps_back(dialog) == [], what
        assert dialog.windowTitle(), what
        dialog.close()
        qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


def test_the_manual_speaks(sample: Hand) -> None:
    sample.press(Qt.Key.Key_F1)
    manual = sample.window.findChild(Manual)
    assert manual is not None
    assert unnamed(manual) == []
    assert steps_back(manual) == []


def test_labels_of_the_small_windows_name_what_they_stand_before(sample: Hand) -> None:
    case_commands.read_facts(sample.window)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    marked = [label for label in dialog.findChildren(QLabel) if "&" in label.text()]
    assert all(label.buddy() is not None for label in marked)
    dialog.close()


def test_the_find_bar_speaks_and_says_what_it_found(sample: Hand, heard: list[str]) -> None:
    sample.control(Qt.Key.Key_F)
    assert unnamed(sample.window) == []
    assert sample.focus in way_of_tab(sample.window)
    sample.type(sample.session.title.split()[-1])
    sample.press(Qt.Key.Key_Return)
    assert any("1 of" in line for line in heard), heard


def test_the_chosen_text_block_is_said_once_with_what_is_to_be_filled_in(
    sample: Hand, heard: list[str], qtbot: QtBot
) -> None:
    blocks = TextBlocks(sample.window._library)
    blocks.add("Conditions", "The unit of [name] was locked down.")
    blocks.add("Plan", "He will live with his mother.")
    dialog = TextBlocksDialog(sample.window, blocks)
    dialog.open()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.line)
    heard.clear()
    sample.press(Qt.Key.Key_Down)
    sample.press(Qt.Key.Key_Up)
    dialog.line.setText("mother")
    dialog.line.setText("nowhere")
    conditions = "Conditions. To be filled in after it is inserted: [name]"
    assert heard == ["Plan", conditions, "Plan", "No text block has these words."]
    dialog.line.clear()
    assert dialog.list.item(0).data(_SPOKEN) == conditions
    dialog.close()


def test_what_came_of_a_draft_is_said_and_its_line_speaks(
    sample: Hand, heard: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    sample.control(Qt.Key.Key_D)
    assert any(line.startswith(f"Draft written to {tmp_path}") for line in heard)
    assert unnamed(sample.page.result) == []
    assert steps_back(sample.page.result) == []


def test_a_problem_is_said_once_when_its_field_is_left(case: Hand, heard: list[str]) -> None:
    block = case.answer("case.filing_date", "2/30/2026")
    assert heard == [block.told.text]
    assert called(block.told) == f"Problem: {block.told.text}"


def test_a_refused_final_is_said(
    case: Hand, heard: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    case_commands.draft(case.window, final=True)
    assert any(line.startswith("The final was not written, because") for line in heard)


def test_the_tree_of_answers_says_the_whole_row_in_every_cell(sample: Hand) -> None:
    sample.control(Qt.Key.Key_R)
    review = sample.page.review.currentWidget()
    view = review.answers.view
    assert isinstance(view, QTreeView)
    section = view.model().index(0, 0)
    first = view.model().index(0, 0, section)
    said = {first.siblingAtColumn(column).data(_SPOKEN) for column in range(view.model().columnCount())}
    assert len(said) == 1
    assert first.data() in str(said.pop())


def test_the_proof_and_the_checks_take_the_keyboard_where_they_are_shown(sample: Hand) -> None:
    beside_commands.show_proof(sample.window)
    assert sample.focus is sample.page.proof.view
    sample.press(Qt.Key.Key_F7)
    assert sample.focus is sample.page.to_do.view
