"""A pasted paper in its dialog: proposals beside their words, ticked, chosen, accepted, by key."""

from __future__ import annotations

from typing import Any

import pytest
from pasted_papers import DOCKET, JUDGMENT, SHEET
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableWidgetItem, QWidget
from pytestqt.qtbot import QtBot

from drafter.ui.case.reading_dialog import ReadingDialog

Hand = Any  # conftest.Hand


class Reader:
    """The dialog and the hand that uses it."""

    def __init__(self, hand: Hand, qtbot: QtBot, dialog: ReadingDialog) -> None:
        self.hand, self._bot, self.dialog = hand, qtbot, dialog

    def paste(self, text: str) -> None:
        QApplication.clipboard().setText(text)
        self.dialog.text.selectAll()
        QTest.keyClick(self.dialog.text, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        self._bot.waitUntil(lambda: not self.dialog._timer.isActive())

    def row(self, question: str, shown: str = "") -> int:
        rows = [
            row
            for row, one in enumerate(self.dialog._proposals)
            if one.question.id == question and shown in one.shown
        ]
        assert rows, question
        return rows[0]

    def cell(self, row: int, column: int) -> QTableWidgetItem:
        item = self.dialog.table.item(row, column)
        assert item is not None
        return item

    def ticked(self, question: str, shown: str = "") -> bool:
        return self.cell(self.row(question, shown), 0).checkState() == Qt.CheckState.Checked

    def tick(self, question: str, shown: str = "") -> None:
        self.dialog.table.setCurrentCell(self.row(question, shown), 2)
        QTest.keyClick(self.dialog.table, Qt.Key.Key_Space)

    def accept(self) -> None:
        QTest.keyClick(self.dialog.accept_button, Qt.Key.Key_Space)


@pytest.fixture
def reader(case: Hand, qtbot: QtBot) -> Reader:
    case.press(Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ReadingDialog)
    return Reader(case, qtbot, dialog)


def test_a_judgment_is_pasted_and_its_facts_are_accepted_by_key(reader: Reader) -> None:
    hand = reader.hand
    reader.paste(JUDGMENT)
    assert "Judgment in a criminal case" in reader.dialog.state.text()
    assert hand.stored("sentence.months") is None
    reader.accept()
    assert "answers are stored" in reader.dialog.state.text()
    assert hand.value("sentence.months") == 180
    assert hand.value("case.district") == "wvsd"
    assert hand.value("offense.counts")[0]["statute"] == "21 U.S.C. § 846"
    block = hand.page.form.blocks["case.number"]
    assert block.editor.raw() == "2:15-cr-00999-XYZ-1"
    assert not block.dirty


def test_the_words_and_the_present_answer_stand_beside_each_proposal(reader: Reader) -> None:
    reader.hand.session.set_answer("custody.jail_credit", "200")
    reader.paste(SHEET)
    row = reader.row("custody.jail_credit")
    cells = [reader.cell(row, column).text() for column in range(4)]
    assert cells[1:] == ["225", "200", "TOTAL PRIOR CREDIT TIME.........: 225"]
    said = reader.cell(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert all(text in said for text in cells)
    assert not reader.ticked("custody.jail_credit"), "an answer that exists is not replaced unasked"
    assert reader.ticked("custody.since")
    reader.accept()
    assert reader.hand.value("custody.jail_credit") == 200
    reader.tick("custody.jail_credit")
    reader.accept()
    assert reader.hand.value("custody.jail_credit") == 225
    assert "(the same)" in reader.cell(row, 2).text()


def test_an_unticked_proposal_is_not_stored(reader: Reader) -> None:
    reader.paste(SHEET)
    reader.tick("custody.since")
    reader.accept()
    assert reader.hand.stored("custody.since") is None
    assert reader.hand.value("custody.jail_credit") == 225


def test_of_two_candidates_none_is_ticked_and_only_one_can_be(reader: Reader) -> None:
    reader.paste(DOCKET + "\n04/18/2017\t80\tAMENDED JUDGMENT as to Jordan Avery Doe (1)\n")
    name = "sentence.judgment_docket"
    assert not reader.ticked(name, "61")
    assert not reader.ticked(name, "80")
    assert "1 question has more than one candidate" in reader.dialog.state.text()
    reader.tick(name, "61")
    reader.tick(name, "80")
    assert not reader.ticked(name, "61")
    reader.accept()
    assert reader.hand.value(name) == "ECF No. 80"


def test_a_text_that_is_not_known_is_told_and_can_be_named(reader: Reader, qtbot: QtBot) -> None:
    reader.paste("Case Number: 2:15-cr-00999-XYZ")
    assert "not clear which paper" in reader.dialog.state.text()
    assert not reader.dialog.accept_button.isEnabled()
    reader.dialog.paper.setFocus()
    QTest.keyClick(reader.dialog.paper, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: reader.dialog.table.rowCount() == 1)
    assert reader.ticked("case.number")


def test_an_unknown_fact_is_shown_as_such_and_not_replaced_unasked(reader: Reader) -> None:
    reader.hand.session.set_answer("custody.since", None, unknown=True, note="ask the case manager")
    reader.paste(SHEET)
    row = reader.row("custody.since")
    assert reader.cell(row, 2).text() == "Unknown – must obtain (ask the case manager)"
    assert not reader.ticked("custody.since")


def test_everything_in_the_dialog_has_a_name_and_is_reached_by_tab(reader: Reader) -> None:
    reader.paste(SHEET)
    reader.dialog.paper.setFocus()
    visited: list[QWidget] = []
    while (focus := reader.dialog.focusWidget()) not in visited:
        visited.append(focus)
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert {reader.dialog.paper, reader.dialog.text, reader.dialog.table, reader.dialog.accept_button} <= set(
        visited
    )
    for widget in visited:
        assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip()
