"""The table of a list: typed into cell by cell, pasted into, its rows moved and removed."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPlainTextEdit

from drafter.core.dates import long_date
from drafter.ui.editors.rows_text import cells_of, copied_cells, text_of
from drafter.ui.editors.table import ListEditor

Hand = Any  # conftest.Hand
_COUNTS = "offense.counts"
_MOTIONS = "sentence.proceedings"


@pytest.fixture
def counts(case: Hand) -> ListEditor:
    block = case.go_to(_COUNTS)
    assert isinstance(block.editor, ListEditor)
    return block.editor


def test_tab_goes_from_cell_to_cell_and_on_to_the_next_row(case: Hand, counts: ListEditor) -> None:
    case.type("One\tfraud\t\t12 months\tnone\t\tTwo\ttheft\t")
    case.page.go_to("case.number")
    assert case.value(_COUNTS) == [
        {"count": "One", "offense": "fraud", "term": "12 months", "minimum": "none"},
        {"count": "Two", "offense": "theft"},
    ]
    assert counts.model.rowCount() == 3


def test_enter_goes_down_to_where_the_row_of_tabs_began(case: Hand, counts: ListEditor) -> None:
    case.type("One\tfraud\t18 U.S.C. § 1343")
    case.press(Qt.Key.Key_Return)
    case.type("Two")
    case.press(Qt.Key.Key_Return)
    case.type("Three\ttheft")
    case.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert counts.view.typing_in() == (1, 0)
    case.page.go_to("case.number")
    assert case.value(_COUNTS) == [
        {"count": "One", "offense": "fraud", "statute": "18 U.S.C. § 1343"},
        {"count": "Two"},
        {"count": "Three", "offense": "theft"},
    ]


def test_enter_in_the_empty_row_goes_to_the_next_question(case: Hand, counts: ListEditor) -> None:
    case.type("One")
    case.press(Qt.Key.Key_Return)
    case.press(Qt.Key.Key_Return)
    assert not counts.isAncestorOf(case.focus)


def test_shift_tab_goes_back_and_arrows_go_up_and_down(case: Hand, counts: ListEditor) -> None:
    case.type("One\tfraud\tx")
    case.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    case.type("theft")
    case.press(Qt.Key.Key_Down)
    case.type("arson")
    case.press(Qt.Key.Key_Up)
    assert counts.view.currentIndex().row() == 0
    case.page.go_to("case.number")
    assert case.value(_COUNTS) == [{"count": "One", "offense": "theft", "statute": "x"}, {"offense": "arson"}]


def test_escape_takes_back_what_was_typed_into_the_cell(case: Hand, counts: ListEditor) -> None:
    case.type("One\t")
    counts.view.setCurrentIndex(counts.model.index(0, 0))
    case.type("Two")
    assert counts.model.index(0, 0).data() == "Two"
    case.press(Qt.Key.Key_Escape)
    assert counts.model.index(0, 0).data() == "One"
    assert counts.view.hasFocus()


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


def rows_of(counts: ListEditor) -> list[str]:
    return [row["count"] for row in counts.model.raw()]


def filled(counts: ListEditor) -> list[dict[str, str]]:
    return [{column: text for column, text in row.items() if text} for row in counts.model.raw()]


def undo(case: Hand) -> None:
    case.control(Qt.Key.Key_Z)


def test_rows_are_moved_removed_and_brought_back(case: Hand, counts: ListEditor, qapp: QApplication) -> None:
    qapp.clipboard().setText("One\nTwo\nThree")
    case.control(Qt.Key.Key_V)
    counts.view.setCurrentIndex(counts.model.index(2, 0))
    case.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert rows_of(counts) == ["One", "Three", "Two"]
    case.control(Qt.Key.Key_Delete)
    assert rows_of(counts) == ["One", "Two"]
    undo(case)
    assert rows_of(counts) == ["One", "Three", "Two"]
    undo(case)
    assert rows_of(counts) == ["One", "Two", "Three"]
    QTest.keySequence(case.focus, QKeySequence(QKeySequence.StandardKey.Redo))
    assert rows_of(counts) == ["One", "Three", "Two"]
    counts.undo_button.click()
    case.control(Qt.Key.Key_Home)
    case.control(Qt.Key.Key_Delete)
    case.page.go_to("case.number")
    assert case.value(_COUNTS) == [{"count": "Two"}, {"count": "Three"}]


def test_several_rows_are_removed_at_once_and_come_back_at_once(
    case: Hand, counts: ListEditor, qapp: QApplication
) -> None:
    qapp.clipboard().setText("One\nTwo\nThree")
    case.control(Qt.Key.Key_V)
    counts.view.setCurrentIndex(counts.model.index(0, 0))
    case.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    case.control(Qt.Key.Key_Delete)
    assert rows_of(counts) == ["Three"]
    undo(case)
    assert rows_of(counts) == ["One", "Two", "Three"]


def test_a_row_is_inserted_while_another_is_typed_into(case: Hand) -> None:
    case.go_to(_COUNTS)
    case.type("Two")
    case.press(Qt.Key.Key_Insert, Qt.KeyboardModifier.AltModifier)
    case.type("One")
    case.page.go_to("case.number")
    assert case.value(_COUNTS) == [{"count": "One"}, {"count": "Two"}]


def test_a_row_that_is_typed_into_is_moved_with_what_is_typed(case: Hand) -> None:
    case.go_to(_COUNTS)
    case.type("One\t\t\t\t\t\tTwo\ttheft")
    case.press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    case.page.go_to("case.number")
    assert case.value(_COUNTS) == [{"count": "Two", "offense": "theft"}, {"count": "One"}]


def test_undo_in_an_untouched_cell_is_that_of_the_table(case: Hand, counts: ListEditor) -> None:
    case.type("One\tfraud\t")
    undo(case)
    assert filled(counts) == [{"count": "One"}]
    undo(case)
    assert counts.model.raw() == []


def test_chosen_cells_are_copied_as_a_spreadsheet_reads_them(
    case: Hand, counts: ListEditor, qapp: QApplication
) -> None:
    qapp.clipboard().setText('One\tfraud\nTwo\t"theft"')
    case.control(Qt.Key.Key_V)
    counts.view.setCurrentIndex(counts.model.index(0, 0))
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right):
        case.press(key, Qt.KeyboardModifier.ShiftModifier)
    case.control(Qt.Key.Key_X)
    assert qapp.clipboard().text() == 'One\tfraud\nTwo\t"""theft"""'
    assert counts.model.raw() == []
    undo(case)
    assert filled(counts)[1] == {"count": "Two", "offense": '"theft"'}


def test_rows_that_are_too_wide_are_refused_in_words_and_nothing_is_lost(
    case: Hand, counts: ListEditor, qapp: QApplication
) -> None:
    case.type("One\t")
    case.press(Qt.Key.Key_Escape)
    qapp.clipboard().setText("a\tb\tc\td\te\tf")
    case.control(Qt.Key.Key_V)
    assert "6 cells wide and only 5 fit" in counts.told.text
    assert counts.told.isVisible()
    assert filled(counts) == [{"count": "One"}]
    case.type("fraud")
    assert counts.told.text == ""


def test_a_table_of_a_web_page_is_pasted_where_there_is_no_text(
    case: Hand, counts: ListEditor, qapp: QApplication
) -> None:
    copied = QMimeData()
    copied.setHtml(
        "<table><tr><th>Count<th>Offense</tr><tr><td>One</td><td>wire <b>fraud</b></td></tr></table>"
    )
    copied.removeFormat("text/plain")
    qapp.clipboard().setMimeData(copied)
    case.control(Qt.Key.Key_V)
    assert filled(counts) == [{"count": "One", "offense": "wire fraud"}]


def test_a_pasted_cell_that_cannot_be_read_is_told_and_stays(case: Hand, qapp: QApplication) -> None:
    block = case.go_to(_MOTIONS)
    qapp.clipboard().setText("4th Cir.\t09-4414\tsoon\taffirmed\t3/4/24")
    case.control(Qt.Key.Key_V)
    case.page.go_to("case.number")
    assert "Row 1, Filed on: “soon” is not a date" in block.told.text
    assert [block.editor.model.index(0, place).data() for place in (2, 4)] == ["soon", "March 4, 2024"]
    assert case.value(_MOTIONS)[0]["decided"] == "2024-03-04"


def test_a_choice_that_is_no_option_is_not_lost_by_looking_at_it(case: Hand, qapp: QApplication) -> None:
    block = case.go_to("exhibits.list")
    qapp.clipboard().setText("A\tJudgment\tsomewhere")
    case.control(Qt.Key.Key_V)
    block.editor.view.setCurrentIndex(block.editor.model.index(0, 2))
    case.press(Qt.Key.Key_F2)
    assert isinstance(case.focus, QComboBox)
    case.press(Qt.Key.Key_Tab)
    case.page.go_to("case.number")
    assert block.editor.model.index(0, 2).data() == "somewhere"
    assert "somewhere" in block.told.text


def test_a_cell_that_cannot_be_read_is_told_and_the_others_are_stored(case: Hand) -> None:
    block = case.go_to(_MOTIONS)
    case.type("4th Cir.\t09-4414\t3/99/2010\taffirmed\t")
    case.page.go_to("case.number")
    assert case.value(_MOTIONS) == [{"court": "4th Cir.", "number": "09-4414", "outcome": "affirmed"}]
    assert "Row 1" in block.told.text
    assert "3/99/2010" in block.told.text
    assert block.unread()
    assert block.editor.model.index(0, 2).data() == "3/99/2010"


def test_a_day_in_a_cell_is_named_from_today_and_stands_in_words(case: Hand) -> None:
    block = case.go_to(_MOTIONS)
    case.type("4th Cir.\t\ttoday\taffirmed\t")
    case.page.go_to("case.number")
    (row,) = case.value(_MOTIONS)
    assert block.editor.model.index(0, 2).data() == long_date(date.fromisoformat(row["filed"]))


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


@pytest.mark.parametrize(
    ("copied", "cells"),
    [
        ('a\t"two\nlines"\tc', [["a", "two\nlines", "c"]]),
        ('"a ""quoted"" word"\tb\r\nc\td\r\n', [['a "quoted" word', "b"], ["c", "d"]]),
        ('"Ace" Roe\tb', [['"Ace" Roe', "b"]]),
        ('"never closed\tb\nc', [['"never closed', "b"], ["c"]]),
        ('"plain"\tb', [['"plain"', "b"]]),
        ("a\t\tc\n\n \t\nd", [["a", "", "c"], ["d"]]),
        ("", []),
        ('"', [['"']]),
    ],
)
def test_no_character_of_copied_text_is_lost(copied: str, cells: list[list[str]]) -> None:
    assert cells_of(copied) == cells


def test_a_cell_of_several_paragraphs_is_read_from_the_table_itself() -> None:
    html = "<table><tr><td><p>a</p><p>b</p></td><td colspan=2>c</td><td>d</table>"
    assert copied_cells("a\nb\tc\t\td", html) == [["\na\nb", "c", "", "d"]]
    assert copied_cells("a\tb", "<p>no table</p>") == [["a", "b"]]


def test_what_is_copied_reads_back_the_same() -> None:
    cells = [["a", 'say "b"'], ['"c"', ""], ['"', '""d""']]
    assert cells_of(text_of(cells)) == cells
