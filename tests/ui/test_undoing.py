"""Taking back and doing again, with keys: typing first, then the steps of the case, and the history."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

from drafter.ui.case.history_dialog import HistoryDialog

Hand = Any  # conftest.Hand

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def told(hand: Hand) -> str:
    return str(hand.window.statusBar().currentMessage())


def test_typing_is_taken_back_in_its_field_first(case: Hand) -> None:
    case.answer("case.number", "1:21-cr-1")
    block = case.go_to("case.number")
    case.press(Qt.Key.Key_End)
    case.type("9")
    case.control(Qt.Key.Key_Z)
    assert block.editor.line.text() == "1:21-cr-1"
    case.page.autosave.flush()
    assert case.value("case.number") == "1:21-cr-1"


def test_steps_are_taken_back_across_sections_and_done_again(case: Hand) -> None:
    case.answer("case.number", "1:21-cr-1")
    case.go_to("warden.sent")
    case.type("y")
    case.page.autosave.flush()
    assert case.value("warden.sent") is True
    case.go_to("case.judge")
    case.control(Qt.Key.Key_Z)
    assert case.value("warden.sent") is None
    assert "warden.sent" in case.page.form.blocks
    assert case.page.form.blocks["warden.sent"].isAncestorOf(case.focus)
    assert told(case).startswith("Taken back: ")
    case.control(Qt.Key.Key_Z)
    assert case.value("case.number") is None
    assert case.page.form.blocks["case.number"].editor.line.text() == ""
    for _ in range(2):
        case.press(Qt.Key.Key_Z, CONTROL_SHIFT)
    assert case.value("case.number") == "1:21-cr-1"
    assert case.value("warden.sent") is True
    case.control(Qt.Key.Key_Y)
    assert told(case) == "There is nothing to do again."


def test_what_was_done_before_a_restart_is_taken_back_too(case: Hand) -> None:
    case.answer("case.number", "1:21-cr-1")
    number = case.session.id
    case.control(Qt.Key.Key_W)
    case.window.open_case(number)
    case.control(Qt.Key.Key_Z)
    assert case.value("case.number") is None


def test_a_table_takes_its_own_changes_back_before_the_case_does(case: Hand) -> None:
    case.answer("case.number", "1:21-cr-1")
    case.go_to("offense.counts")
    view = case.page.form.blocks["offense.counts"].findChild(QTableView)
    case.press(Qt.Key.Key_Insert, Qt.KeyboardModifier.AltModifier)
    case.type("One")
    case.press(Qt.Key.Key_Tab)
    case.page.autosave.flush()
    assert case.value("offense.counts") is not None
    view.setFocus()
    while view.model().can_undo:
        case.control(Qt.Key.Key_Z)
    case.page.autosave.flush()
    assert case.value("offense.counts") is None
    assert case.value("case.number") == "1:21-cr-1"


def test_the_menu_says_what_is_taken_back(case: Hand) -> None:
    case.answer("case.number", "1:21-cr-1")
    undo = next(one for one in case.window.actions_.every() if one.text().startswith("&Undo"))
    case.window.actions_._menus[1].aboutToShow.emit()
    ask = case.session.question("case.number").ask
    assert undo.text() == f"&Undo: {ask}"


def test_an_earlier_answer_is_used_again_from_its_history(case: Hand) -> None:
    case.answer("case.number", "1:21-cr-1")
    case.answer("case.number", "1:21-cr-2")
    case.go_to("case.number")
    case.control(Qt.Key.Key_H)
    dialog = case.window.findChild(HistoryDialog)
    assert [one.after for one in dialog.changes] == ["1:21-cr-2", "1:21-cr-1"]
    dialog.table.selectRow(1)
    dialog.use.click()
    assert case.value("case.number") == "1:21-cr-1"
    assert case.page.form.blocks["case.number"].editor.line.text() == "1:21-cr-1"


def test_the_history_begins_with_no_answer(case: Hand) -> None:
    case.answer("case.number", "1:21-cr-1")
    case.go_to("case.number")
    case.control(Qt.Key.Key_H)
    dialog = case.window.findChild(HistoryDialog)
    assert dialog.table.item(0, 2).text() == "not answered"
    dialog.close()
