"""The list of cases at work: sorted, narrowed, found, archived, thrown away and taken back."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from drafter.app.library import Library
from drafter.app.shelf import PAGE
from drafter.store.records import Listed, NewCase, StoredAnswer
from drafter.ui.library import case_table
from drafter.ui.library.parts_dialog import PartsDialog
from drafter.ui.library.receipt_dialog import ReceiptDialog

Hand = Any  # conftest.Hand
_TOLD = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


def titles(hand: Hand) -> list[str]:
    return [line.title for line in hand.window.start.complete().table.lines]


def choose(hand: Hand, title: str) -> None:
    start = hand.window.start
    start.cases.view.selectRow(titles(hand).index(title))
    start.cases.view.setFocus()


def trigger(menu: QMenu, words: str) -> None:
    action = next(one for one in menu.actions() if one.text().replace("&", "") == words)
    action.trigger()


def from_menu(hand: Hand, *path: str) -> None:
    """Go through the menu of the chosen case."""
    menu = QMenu(hand.window)
    hand.window.desk.fill(menu)
    for words in path[:-1]:
        below = next(one.menu() for one in menu.actions() if one.text().replace("&", "") == words)
        assert isinstance(below, QMenu)
        menu = below
    trigger(menu, path[-1])


def show(hand: Hand, place: str) -> None:
    combo = hand.window.start.filters.place
    combo.setCurrentIndex(combo.findData(place))


def press_yes(dialog: QWidget) -> None:
    assert isinstance(dialog, QMessageBox)
    button = next(b for b in dialog.findChildren(QPushButton) if b.text().replace("&", "") == "Yes")
    QTest.keyClick(button, Qt.Key.Key_Space)


def test_a_heading_sorts_and_a_second_click_turns_the_order_round(hand: Hand, library: Library) -> None:
    for title in ("beta", "Alpha", "gamma"):
        library.new(title)
    hand.window.list_cases()
    view = hand.window.start.cases.view
    header = view.horizontalHeader()
    place = header.sectionViewportPosition(0) + 20
    for expected in (["Alpha", "beta", "gamma"], ["gamma", "beta", "Alpha"]):
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place, 5))
        assert titles(hand) == expected
    table = hand.window.start.cases.table
    assert [table.headerData(0, Qt.Orientation.Horizontal, role) for role in _TOLD] == [
        "Title ▼",
        "Title, sorted from the last",
    ]
    assert table.headerData(5, Qt.Orientation.Horizontal) == "Last changed"
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place, 5))
    assert table.headerData(0, Qt.Orientation.Horizontal) == "Title ▲"


@pytest.mark.parametrize("percent", [100, 125, 150])
def test_no_word_is_cut_while_another_column_has_room(hand: Hand, library: Library, percent: int) -> None:
    line = Listed("Valon Bartholomew Vailes", "W.D. Tenn. 2:19-cr-20112-SHL")
    library.new_all(NewCase(title, {}, listed=line) for title in ("Vailes", "Roe"))
    hand.window._theme.zoom(percent)
    hand.window.resize(1366, 768)
    hand.window.list_cases()
    QTest.qWait(20)
    view, table = hand.window.start.cases.view, hand.window.start.cases.table
    cells = [table.index(row, column) for row in range(2) for column in range(table.columnCount())]
    assert len(cells) == 14
    texts = {cell: str(cell.data()) for cell in cells}
    texts |= {table.index(0, column): f"{case_table._COLUMNS[column]} ▼" for column in (0, 3, 6)}
    cut = [
        text
        for cell, text in texts.items()
        if view.fontMetrics().horizontalAdvance(text) >= view.columnWidth(cell.column())
    ]
    assert cut == []
    assert sum(view.columnWidth(column) for column in range(7)) <= view.viewport().width()


def test_where_there_is_no_room_every_heading_is_still_whole(hand: Hand, library: Library) -> None:
    library.new_all(
        NewCase("Vailes " * 9, {}, listed=Listed("Valon " * 9, "W.D. Tenn. " * 9)) for _ in range(2)
    )
    hand.window.resize(900, 600)
    hand.window.list_cases()
    QTest.qWait(20)
    view = hand.window.start.cases.view
    for column, heading in enumerate(case_table._COLUMNS):
        assert view.fontMetrics().horizontalAdvance(heading) < view.columnWidth(column), heading
    assert sum(view.columnWidth(column) for column in range(7)) <= view.viewport().width()


def test_with_the_largest_text_on_a_small_screen_the_list_scrolls_to_its_last_column(
    hand: Hand, library: Library
) -> None:
    library.new("Roe")
    hand.window._theme.zoom(300)
    hand.window.resize(1000, 700)
    hand.window.list_cases()
    QTest.qWait(20)
    view = hand.window.start.cases.view
    bar = view.horizontalScrollBar()
    assert bar.isVisible()
    bar.setValue(bar.maximum())
    last = view.columnViewportPosition(6) + view.columnWidth(6)
    assert last <= view.viewport().width()
    for column, heading in enumerate(case_table._COLUMNS):
        assert view.fontMetrics().horizontalAdvance(heading) < view.columnWidth(column), heading


def test_what_the_list_sets_by_number_is_what_qt_means_by_it(hand: Hand) -> None:
    assert Qt.ItemDataRole.DisplayRole == case_table._DISPLAY
    assert Qt.ItemDataRole.ToolTipRole == case_table._TOOL_TIP
    assert Qt.ItemDataRole.AccessibleTextRole == case_table._ACCESSIBLE_TEXT
    view, found = hand.window.start.complete().view, hand.window.start.filters.found
    alignment = view.horizontalHeader().defaultAlignment()
    assert alignment == Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    assert found.textFormat() == Qt.TextFormat.PlainText


def test_the_order_is_chosen_by_keys_too(hand: Hand, library: Library) -> None:
    for title in ("beta", "Alpha"):
        library.new(title)
    order = hand.window.start.filters.order
    order.setFocus()
    QTest.keyClicks(order, "Title")
    assert titles(hand) == ["Alpha", "beta"]


def test_the_nearest_deadline_sorts_first_and_what_has_none_last(
    hand: Hand, library: Library, qtbot: QtBot
) -> None:
    library.new("without a deadline")
    due = library.open_case(library.new("with a deadline"))
    due.set_answer("order.ruling", "denied")
    due.set_answer("order.entered_on", library.today().isoformat())
    library.new("newest")
    order = hand.window.start.filters.order
    order.setCurrentIndex(order.findData("due"))
    qtbot.waitUntil(lambda: titles(hand)[0] == "with a deadline")


def test_a_long_list_is_read_as_far_as_it_is_looked_at(hand: Hand, library: Library) -> None:
    number = 2 * PAGE + 7
    library._store.create_all(NewCase(f"Case {place:04}", {}) for place in range(number))
    hand.window.list_cases()
    table = hand.window.start.cases.table
    assert len(table.lines) == PAGE
    assert hand.window.start.filters.count.text() == f"{number} cases"
    hand.window.start.cases.view.setFocus()
    for _ in range(4):
        hand.control(Qt.Key.Key_End)
    assert len({line.id for line in table.lines}) == number


def test_the_words_searched_for_are_shown_below_the_list(hand: Hand, library: Library, qtbot: QtBot) -> None:
    library.new_sample("vailes")
    library.new("another")
    start = hand.window.start
    hand.window.list_cases()
    start.search.setFocus()
    hand.type("valon vail")
    qtbot.waitUntil(lambda: len(start.cases.table.lines) == 1)
    assert start.filters.found.isVisible()
    start.search.clear()
    qtbot.waitUntil(lambda: not start.filters.found.isVisible())


def test_status_and_tags_narrow_the_list(hand: Hand, library: Library) -> None:
    one, _other = library.new("one"), library.new("other")
    library.set_tags(one, ("medical",))
    hand.window.list_cases()
    choose(hand, "one")
    from_menu(hand, "Status", "granted")
    filters = hand.window.start.filters
    filters.status.setCurrentIndex(filters.status.findData("granted"))
    assert titles(hand) == ["one"]
    filters.status.setCurrentIndex(0)
    filters.tag.setCurrentIndex(filters.tag.findData("medical"))
    assert titles(hand) == ["one"]
    model = hand.window.start.cases.table
    assert model.index(0, 6).data() == "granted · medical"


def test_an_archived_case_leaves_the_list_and_comes_back(hand: Hand, library: Library) -> None:
    library.new("one")
    hand.window.list_cases()
    choose(hand, "one")
    from_menu(hand, "Put into the archive")
    assert titles(hand) == []
    show(hand, "archive")
    choose(hand, "one")
    from_menu(hand, "Take out of the archive")
    assert hand.window.start.cases.nothing.text() == "The archive is empty."
    show(hand, "open")
    assert titles(hand) == ["one"]


def test_what_is_thrown_away_is_taken_back(hand: Hand, library: Library) -> None:
    library.new("one")
    hand.window.list_cases()
    choose(hand, "one")
    hand.in_dialog(press_yes)
    hand.press(Qt.Key.Key_Delete)
    assert titles(hand) == []
    show(hand, "trash")
    choose(hand, "one")
    from_menu(hand, "Take back from the trash")
    show(hand, "open")
    assert titles(hand) == ["one"]


def test_a_case_deleted_for_good_leaves_a_receipt_without_a_word_of_it(hand: Hand, library: Library) -> None:
    case = library._store.create("Roe", {"case.number": StoredAnswer("1:21-cr-99")})
    uid = library.uid(case)
    library.delete(case)
    show(hand, "trash")
    choose(hand, "Roe")
    hand.in_dialog(press_yes)
    hand.press(Qt.Key.Key_Delete)
    dialog = hand.window.findChild(ReceiptDialog)
    text = dialog.text.toPlainText()
    assert uid in text
    assert "answers: 1" in text
    assert "Roe" not in text
    assert "cr-99" not in text
    assert library.line(case) is None
    dialog.close()


def test_a_new_case_takes_over_the_sections_that_stay_ticked(
    hand: Hand, library: Library, qtbot: QtBot
) -> None:
    library.new_sample("complete", "source")
    hand.window.list_cases()
    choose(hand, "source")
    from_menu(hand, "New from parts of it…")
    dialog = hand.window.findChild(PartsDialog)
    for place in range(dialog.rows.count()):
        row = dialog.rows.item(place)
        if row.data(Qt.ItemDataRole.UserRole) != "case":
            row.setCheckState(Qt.CheckState.Unchecked)
    kept = dialog.sections
    dialog.accept()
    qtbot.waitUntil(lambda: hand.window.page is not None)
    asked = {question.id for part in hand.session.sections if part.id in kept for question in part}
    assert kept
    assert set(hand.session.answers) <= asked
    assert "case.number" in hand.session.answers


def test_a_case_opens_where_it_was_left(case: Hand) -> None:
    case.go_to("warden.sent")
    number = case.session.id
    case.control(Qt.Key.Key_W)
    case.window.open_case(number)
    block = case.page.form.blocks["warden.sent"]
    assert block.isAncestorOf(case.focus)


def test_the_case_that_was_open_at_the_end_is_open_at_the_next_start(
    case: Hand, library: Library, qtbot: QtBot
) -> None:
    from PySide6.QtWidgets import QApplication

    from drafter.ui.main_window import MainWindow
    from drafter.ui.theme import Theme

    case.go_to("warden.sent")
    number = case.session.id
    case.window.close()
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    window = MainWindow(library, Theme(application))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.page is not None)
    assert window.page is not None
    assert window.page.session.id == number
    assert "warden.sent" in window.page.form.blocks
