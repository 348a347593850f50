"""The table of a list: typed into cell by cell, pasted into, its rows moved and removed."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QPlainTextEdit

from drafter.ui.editors.table import ListEditor

Hand = Any  # conftest.Hand
_COUNTS = "offense.counts"
_MOTIONS = "sentence.proceedings"


@pytest.fixture
def counts(case: Hand) -> ListEditor:
    block = case.go_to(_COUNTS)
    assert isinstance(block.editor, ListEditor)
    return block.editor


def test_tab_and_enter_go_from_cell_to_cell_and_row_to_row(case: Hand, counts: ListEditor) -> None:
    case.type("One\tfraud\t")
    case.press(Qt.Key.Key_Return)
    case.type("12 months\tnone\t\tTwo\ttheft\t")
    case.page.go_to("case.number")
    assert case.value(_COUNTS) == [
        {"count": "One", "offense": "fraud", "term": "12 months", "minimum": "none"},
        {"count": "Two", "offense": "theft"},
    ]
    assert counts.model.rowCount() == 3


def test_tab_leaves_the_table_from_its_empty_row(case: Hand, counts: ListEditor) -> None:
    case.press(Qt.Key.Key_Tab)
    assert not counts.isAncestorOf(case.focus)


def test_cells_of_a_spreadsheet_are_pasted(case: Hand, counts: ListEditor, qapp: QApplication) -> None:
    qapp.clipboard().setText('One\tfraud\t18 U.S.C. § 1343\t12 months\nTwo\t"theft,\nof mail"\n')
    case.control(Qt.Key.Key_V)
    case.page.go_to("case.number")
    assert case.value(_COUNTS) == [
        {"count": "One", "offense": "fraud", "statute": "18 U.S.C. § 1343", "term": "12 months"},
        {"count": "Two", "offense": "theft, of mail"},
    ]
    assert counts.model.rowCount() == 3


def test_cells_are_pasted_also_while_a_cell_is_typed_into(
    case: Hand, counts: ListEditor, qapp: QApplication
) -> None:
    qapp.clipboard().setText("One\tfraud\nTwo\ttheft")
    case.type("x")
    case.control(Qt.Key.Key_V)
    case.page.go_to("case.number")
    assert case.value(_COUNTS) == [{"count": "One", "offense": "fraud"}, {"count": "Two", "offense": "theft"}]
    assert counts.model.rowCount() == 3


def test_rows_are_moved_removed_and_brought_back(case: Hand, counts: ListEditor, qapp: QApplication) -> None:
    qapp.clipboard().setText("One\nTwo\nThree")
    case.control(Qt.Key.Key_V)
    counts.view.setCurrentIndex(counts.model.index(2, 0))
    case.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [row["count"] for row in counts.model.raw()] == ["One", "Three", "Two"]
    case.control(Qt.Key.Key_Delete)
    assert [row["count"] for row in counts.model.raw()] == ["One", "Two"]
    counts._restore.click()
    case.page.go_to("case.number")
    assert case.value(_COUNTS) == [{"count": "One"}, {"count": "Three"}, {"count": "Two"}]


def test_a_cell_that_cannot_be_read_is_told_and_the_others_are_stored(case: Hand) -> None:
    block = case.go_to(_MOTIONS)
    case.type("4th Cir.\t09-4414\t3/99/2010\taffirmed\t")
    case.page.go_to("case.number")
    assert case.value(_MOTIONS) == [{"court": "4th Cir.", "number": "09-4414", "outcome": "affirmed"}]
    assert "Row 1" in block.told.text
    assert "3/99/2010" in block.told.text
    assert block.unread()
    assert block.editor.model.index(0, 2).data() == "3/99/2010"


def test_a_choice_in_a_cell_is_a_list_of_its_options(case: Hand) -> None:
    block = case.go_to("exhibits.list")
    case.type("A\tJudgment\t")
    box = case.focus
    assert isinstance(box, QComboBox)
    case.press(Qt.Key.Key_Down)
    case.press(Qt.Key.Key_Tab)
    case.page.go_to("case.number")
    assert case.value("exhibits.list") == [{"letter": "A", "title": "Judgment", "status": "have"}]
    assert block.told.text == ""


def test_a_needed_cell_is_named_while_it_is_empty(case: Hand, counts: ListEditor) -> None:
    case.type("One\t")
    index = counts.model.index(0, 1)
    assert counts.view._cells._needed(index)
    assert not counts.view._cells._needed(counts.model.index(1, 1))


def test_a_cell_of_long_text_keeps_its_paragraphs(case: Hand) -> None:
    block = case.go_to("reply.points")
    case.type("The illness is managed\tat 7\tOne visit took place.")
    cell = case.focus
    assert isinstance(cell, QPlainTextEdit)
    case.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    case.type("None has  followed.")
    case.press(Qt.Key.Key_Return)
    assert not cell.isVisible(), "Enter alone leaves the cell"
    case.page.go_to("case.number")
    (row,) = case.value("reply.points")
    assert row["answer"] == "One visit took place.\nNone has followed."
    assert block.editor.model.index(0, 2).data() == row["answer"]
