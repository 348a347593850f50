"""Long text: misspelt words are marked and mended by keys, words are counted, a paste tidies itself."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCharFormat, QTextCursor
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from drafter.app.my_words import NAME
from drafter.errors import StoreError
from drafter.ui.editors.text import LongTextEditor, Paragraphs

Hand = Any  # conftest.Hand
EDUCATION = "conduct.education"
WORK = "conduct.work"
PARAGRAPH = (
    "Mr. Roe completed the welding course and then taught it to others for three years, and the institution "
    "wrote that no one who had worked in that shop before him had done as much for the men who came to it."
)


def field_of(hand: Hand, question: str) -> Paragraphs:
    hand.go_to(question)
    field = hand.focus
    assert isinstance(field, Paragraphs)
    return field


def marked(field: Paragraphs) -> list[str]:
    return [mark.cursor.selectedText() for mark in field.extraSelections()]


def wait_for(qtbot: QtBot, field: Paragraphs, words: list[str]) -> None:
    qtbot.waitUntil(lambda: marked(field) == words, timeout=15_000)


def with_menu(qtbot: QtBot, open_menu: Callable[[], object]) -> QMenu:
    open_menu()
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu), timeout=15_000)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def texts(menu: QMenu) -> list[str]:
    return [action.text().split("\t")[0] for action in menu.actions() if not action.isSeparator()]


def paste(hand: Hand, text: str) -> None:
    clip = QMimeData()
    clip.setText(text)
    QApplication.clipboard().setMimeData(clip)
    hand.control(Qt.Key.Key_V)


def test_a_misspelt_word_is_underlined_with_a_wave_once_it_is_finished(case: Hand, qtbot: QtBot) -> None:
    field = field_of(case, EDUCATION)
    case.type("He took wlding")
    case.type(" and metformin (18 U.S.C. § 3582). Recieved")
    wait_for(qtbot, field, ["wlding"])  # the last word is not finished: the cursor stands at its end
    case.type(" ")
    wait_for(qtbot, field, ["wlding", "Recieved"])
    first = field.extraSelections()[0]  # it owns its format
    assert first.format.underlineStyle() == QTextCharFormat.UnderlineStyle.WaveUnderline


def test_the_word_that_is_being_typed_is_marked_when_the_field_is_left(case: Hand, qtbot: QtBot) -> None:
    field = field_of(case, EDUCATION)
    case.type("He was comited")
    case.press(Qt.Key.Key_Tab)
    wait_for(qtbot, field, ["comited"])


def test_marks_neither_change_the_answer_nor_its_undo(sample: Hand, qtbot: QtBot) -> None:
    sample.session.set_answer(EDUCATION, "He took wlding.")
    block = sample.go_to(EDUCATION)
    sample.page.form.show_answers([EDUCATION])
    field = block.editor.fields()[0]
    changed = QSignalSpy(field.textChanged)
    edited = QSignalSpy(block.edited)
    wait_for(qtbot, field, ["wlding"])
    assert (changed.count(), edited.count(), block.dirty) == (0, 0, False)
    assert not field.document().isUndoAvailable()
    assert not field.document().isModified()


def test_f4_offers_words_and_enter_takes_the_first(case: Hand, qtbot: QtBot) -> None:
    field = field_of(case, EDUCATION)
    case.type("A good sentance. He took the welding course and taught the wleding.")
    menu = with_menu(qtbot, lambda: case.press(Qt.Key.Key_F4))
    assert texts(menu)[0] == "sentence"
    assert texts(menu)[-1] == "&Add “sentance” to my words"
    QTest.keyClick(menu, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "A good sentence." in field.toPlainText())
    case.come_back(field)
    QTest.keyClick(with_menu(qtbot, lambda: case.press(Qt.Key.Key_F4)), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: field.toPlainText().endswith("taught the welding."))
    case.come_back(field)
    case.control(Qt.Key.Key_Z)
    assert field.toPlainText().endswith("taught the wleding."), "one Undo takes back one word"
    case.press(Qt.Key.Key_Tab)
    assert "A good sentence." in str(case.value(EDUCATION))


def test_f4_tells_where_nothing_is_misspelt(case: Hand, qtbot: QtBot) -> None:
    field_of(case, EDUCATION)
    case.type("He works.")
    case.press(Qt.Key.Key_F4)
    told = "No word is misspelt in this text."
    qtbot.waitUntil(lambda: case.window.statusBar().currentMessage() == told, timeout=15_000)
    assert QApplication.activePopupWidget() is None


def test_the_usual_menu_has_the_suggestions_above_it(case: Hand, qtbot: QtBot) -> None:
    field = field_of(case, EDUCATION)
    case.type("The goverment agreed. ")
    wait_for(qtbot, field, ["goverment"])
    cursor = QTextCursor(field.document())
    cursor.setPosition(6)
    place = field.cursorRect(cursor).center()

    def click(at: QPoint) -> None:
        reason = QContextMenuEvent.Reason.Mouse
        event = QContextMenuEvent(reason, at, field.viewport().mapToGlobal(at))
        QApplication.sendEvent(field.viewport(), event)

    menu = with_menu(qtbot, lambda: click(place))
    assert texts(menu)[0] == "government"
    assert any("Paste" in text for text in texts(menu))
    menu.close()


def test_a_word_that_is_added_is_known_at_once_in_every_field_and_kept(case: Hand, qtbot: QtBot) -> None:
    field = field_of(case, EDUCATION)
    case.type("The Quillfeather program. ")
    other = field_of(case, WORK)
    case.type("The Quillfeather’s shop. ")
    wait_for(qtbot, field, ["Quillfeather"])
    wait_for(qtbot, other, ["Quillfeather’s"])
    menu = with_menu(qtbot, lambda: case.press(Qt.Key.Key_F4))
    next(action for action in menu.actions() if "my words" in action.text()).trigger()
    menu.close()
    wait_for(qtbot, field, [])
    wait_for(qtbot, other, [])
    assert (case.window.folder / NAME).read_text(encoding="utf-8") == "Quillfeather\n"


def test_a_list_that_cannot_be_read_is_told_and_spelling_is_still_checked(case: Hand, qtbot: QtBot) -> None:
    path: Path = case.window.folder / NAME
    path.write_bytes(b"caf\xe9\n")
    field = field_of(case, EDUCATION)
    case.type("He took wlding ")
    wait_for(qtbot, field, ["wlding"])
    assert "my words.txt cannot be read" in case.window.statusBar().currentMessage()


def test_lists_that_cannot_be_read_are_told_and_nothing_is_called_right(
    case: Hand, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> str:
        raise StoreError(f"The program's own file {name} cannot be read.")

    monkeypatch.setattr("drafter.ui.case.spelling.resource_text", missing)
    field = field_of(case, EDUCATION)
    case.type("He took wlding ")
    told = "The program's own file words/legal.txt cannot be read."
    qtbot.waitUntil(lambda: case.window.statusBar().currentMessage() == told, timeout=15_000)
    case.window.tell("")
    case.press(Qt.Key.Key_F4)
    assert case.window.statusBar().currentMessage() == told
    assert marked(field) == []


def test_the_names_of_the_case_are_known_as_soon_as_they_are_answered(case: Hand, qtbot: QtBot) -> None:
    field = field_of(case, EDUCATION)
    case.type("Mr. Zyskowqi teaches welding. ")
    wait_for(qtbot, field, ["Zyskowqi"])
    case.session.set_answer("movant.name", "Jan Zyskowqi")
    case.type("He works. ")
    wait_for(qtbot, field, [])


def test_spelling_can_be_switched_off_and_stays_so(case: Hand, qtbot: QtBot) -> None:
    field = field_of(case, EDUCATION)
    case.type("He took wlding ")
    wait_for(qtbot, field, ["wlding"])
    case.window.actions_.spelling.trigger()
    wait_for(qtbot, field, [])
    assert case.window.settings.number("view/spelling", 1) == 0
    case.press(Qt.Key.Key_F4)
    assert QApplication.activePopupWidget() is None
    case.window.actions_.spelling.trigger()
    wait_for(qtbot, field, ["wlding"])


def test_characters_that_qt_counts_twice_do_not_move_the_marks(case: Hand, qtbot: QtBot) -> None:
    field = field_of(case, EDUCATION)
    paste(case, "\N{SMILING FACE WITH SUNGLASSES}\U0001d49c He took wlding today. ")
    wait_for(qtbot, field, ["wlding"])


def test_words_are_counted_while_the_text_is_in_use(case: Hand) -> None:
    block = case.go_to(EDUCATION)
    editor = block.editor
    assert isinstance(editor, LongTextEditor)
    height = block.height()
    assert editor.count.text().strip() == ""
    case.type("One")
    assert editor.count.text() == "1 word"
    case.type(" two three")
    assert editor.count.text() == "3 words"
    case.press(Qt.Key.Key_Tab)
    assert editor.count.text().strip() == ""
    assert block.height() == height, "nothing moves on the page"


def test_a_paste_tidies_itself_and_one_undo_gives_back_what_was_pasted(case: Hand) -> None:
    field = field_of(case, EDUCATION)
    raw = textwrap.fill(PARAGRAPH, 70) + "\n\nHe  teaches un\xadder §\u202f3."
    case.type("Before: ")
    paste(case, raw)
    assert field.toPlainText() == f"Before: {PARAGRAPH}\n\nHe teaches under § 3."
    assert field.textCursor().atEnd()
    case.control(Qt.Key.Key_Z)
    assert field.toPlainText() == f"Before: {raw}"
    case.control(Qt.Key.Key_Z)
    assert field.toPlainText() == "Before: "
    case.control(Qt.Key.Key_Y)
    case.control(Qt.Key.Key_Y)
    case.press(Qt.Key.Key_Tab)
    assert case.value(EDUCATION) == f"Before: {PARAGRAPH}\n\nHe teaches under § 3."


def test_a_paste_replaces_what_is_selected(case: Hand) -> None:
    field = field_of(case, EDUCATION)
    case.type("old text")
    case.control(Qt.Key.Key_A)
    paste(case, "new\xa0 text")
    assert field.toPlainText() == "new text"


def test_a_hyphen_at_a_line_end_is_mended_where_the_word_is_known(case: Hand, qtbot: QtBot) -> None:
    field = field_of(case, EDUCATION)
    spelling = field.marks.spelling()
    assert spelling is not None
    qtbot.waitUntil(lambda: spelling.knows("compassionate"), timeout=15_000)  # the keyboard came, so it loads
    lines = (
        "The movant asks for a reduction because of the compas-",
        "sionate release statute and on account of his long-",
        "term illness, for which no treatment is to be had there.",
    )
    paste(case, "\n".join(lines))
    assert field.toPlainText() == (
        "The movant asks for a reduction because of the compassionate release statute and on account of his "
        "long-term illness, for which no treatment is to be had there."
    )


def test_a_paste_of_clean_text_is_one_step_of_undo(case: Hand) -> None:
    field = field_of(case, EDUCATION)
    paste(case, "P.O. Box 1600\nButner, NC 27509")
    assert field.toPlainText() == "P.O. Box 1600\nButner, NC 27509"
    case.control(Qt.Key.Key_Z)
    assert field.toPlainText() == ""


@pytest.mark.parametrize("closed", ["case", "window"])
def test_a_window_may_close_while_words_are_looked_up(case: Hand, qtbot: QtBot, closed: str) -> None:
    field = field_of(case, EDUCATION)
    case.type("He took wlding ")
    case.press(Qt.Key.Key_F4)
    assert (case.window.close_case if closed == "case" else case.window.close)()
    qtbot.wait(300)
    assert QApplication.activePopupWidget() is None
    assert not isValid(field)
