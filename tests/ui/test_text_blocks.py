"""Text blocks in the window: found, read and inserted by keys into the long text that has the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from drafter.app.library import Library
from drafter.app.text_blocks import TextBlocks
from drafter.ui.case.text_blocks_dialog import TextBlockForm, TextBlocksDialog
from drafter.ui.editors.text import Paragraphs

Hand = Any  # conftest.Hand
CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
EDUCATION = "conduct.education"
CONDITIONS = "The unit was locked down.\nMr. [name] had no visits."
PLAN = "He will live with his mother."


@pytest.fixture
def blocks(library: Library) -> TextBlocks:
    """Three blocks of the library."""
    found = TextBlocks(library)
    for name, text in (("Conditions", CONDITIONS), ("Release plan", PLAN), ("visits", "None came.")):
        found.add(name, text)
    return found


def field_of(hand: Hand, text: str = "", *, at: int = 0, to: int = 0) -> Paragraphs:
    """The long text of a question with ``text`` typed into it, and the letters ``at`` … ``to`` selected."""
    hand.go_to(EDUCATION)
    field = hand.focus
    assert isinstance(field, Paragraphs)
    hand.type(text)
    cursor = field.textCursor()
    cursor.setPosition(at)
    cursor.setPosition(to, QTextCursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)
    return field


def shown(kind: type[QWidget], hand: Hand) -> Any:  # noqa: ANN401 - of the kind
    (found,) = (one for one in hand.window.findChildren(kind) if one.isVisible())
    return found


def opened(hand: Hand, qtbot: QtBot) -> TextBlocksDialog:
    """The dialog as the key opens it, once it has the keyboard."""
    hand.press(Qt.Key.Key_B, CONTROL_SHIFT)
    dialog: TextBlocksDialog = shown(TextBlocksDialog, hand)
    qtbot.waitUntil(lambda: dialog.isAncestorOf(QApplication.focusWidget() or hand.window))
    return dialog


def form_of(hand: Hand, qtbot: QtBot, open_form: Callable[[], object]) -> TextBlockForm:
    open_form()
    form: TextBlockForm = shown(TextBlockForm, hand)
    qtbot.waitUntil(lambda: form.isAncestorOf(QApplication.focusWidget() or hand.window))
    return form


def names(dialog: TextBlocksDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def told(hand: Hand) -> str:
    return str(hand.window.statusBar().currentMessage())


# --- inserting ---------------------------------------------------------------------------------------


def test_a_block_goes_in_place_of_the_selection_as_one_step_and_is_saved_as_typing_is(
    case: Hand, blocks: TextBlocks, qtbot: QtBot
) -> None:
    field = field_of(case, "Before. here After.", at=8, to=12)
    dialog = opened(case, qtbot)
    case.type("visits")
    assert names(dialog) == ["visits", "Conditions"]
    case.press(Qt.Key.Key_Down)
    assert dialog.text.toPlainText() == CONDITIONS
    case.press(Qt.Key.Key_Return)
    whole = f"Before. {CONDITIONS} After."
    assert field.toPlainText() == whole
    assert not dialog.isVisible()
    assert told(case) == "“Conditions” is inserted. To be filled in: [name]"
    qtbot.waitUntil(lambda: case.value(EDUCATION) == whole)
    case.come_back(field)
    case.type("!")
    assert field.toPlainText() == f"Before. {CONDITIONS}! After.", "the cursor stands behind the block"
    case.control(Qt.Key.Key_Z)
    assert field.toPlainText() == whole
    case.control(Qt.Key.Key_Z)
    assert field.toPlainText() == "Before. here After."
    case.control(Qt.Key.Key_Y)
    assert field.toPlainText() == whole
    assert blocks.found("conditions").text == CONDITIONS


@pytest.mark.parametrize("block", ["Release plan", "Conditions"])
def test_typing_before_and_behind_a_block_are_steps_of_their_own(
    case: Hand, blocks: TextBlocks, qtbot: QtBot, block: str
) -> None:
    field = field_of(case, "He hopes. ", at=10, to=10)
    dialog = opened(case, qtbot)
    dialog.line.setText(block)
    case.press(Qt.Key.Key_Return)
    case.come_back(field)
    case.type(" So he says.")
    text = blocks.found(block).text
    for left in (f"He hopes. {text}", "He hopes. ", ""):
        case.control(Qt.Key.Key_Z)
        assert field.toPlainText() == left


def test_the_answer_is_no_link_to_the_block(case: Hand, blocks: TextBlocks, qtbot: QtBot) -> None:
    field = field_of(case)
    opened(case, qtbot).insert.click()
    case.come_back(field)
    case.press(Qt.Key.Key_Tab)
    blocks.change("Conditions", "Other words.")
    blocks.remove("Conditions")
    assert case.value(EDUCATION) == CONDITIONS
    block = case.page.form.blocks[EDUCATION]
    assert "still has [name] to be filled in" in block.told.text
    assert [one.question for one in case.session.findings() if "[name]" in one.message] == [EDUCATION]


@pytest.mark.parametrize("question", ["case.number", "sentence.life", "offense.counts"])
def test_where_no_long_text_has_the_keyboard_that_is_told(
    case: Hand, blocks: TextBlocks, question: str
) -> None:
    assert len(blocks.all()) == 3
    case.go_to(question)
    case.press(Qt.Key.Key_B, CONTROL_SHIFT)
    assert told(case) == "Text blocks are inserted into longer texts; go to one and press Ctrl+Shift+B there."
    assert QApplication.activeModalWidget() is None


def test_a_note_on_how_to_obtain_a_fact_takes_no_block(case: Hand, blocks: TextBlocks) -> None:
    assert len(blocks.all()) == 3
    case.go_to(EDUCATION)
    case.control(Qt.Key.Key_U)
    assert isinstance(case.focus, Paragraphs)
    case.press(Qt.Key.Key_B, CONTROL_SHIFT)
    assert told(case).startswith("Text blocks are inserted into longer texts")
    assert not [text for text in texts(context_menu(case, case.focus, qtbot=None)) if "block" in text]


def test_the_menu_knows_the_text_that_had_the_keyboard(case: Hand, blocks: TextBlocks, qtbot: QtBot) -> None:
    field = field_of(case)
    case.press(Qt.Key.Key_E, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert menu is not None
    QTest.keyClick(menu, Qt.Key.Key_B)
    shown(TextBlocksDialog, case).insert.click()
    assert field.toPlainText() == blocks.found("conditions").text


def test_it_is_offered_only_while_a_case_is_open(hand: Hand) -> None:
    (command,) = (one for one in hand.window.actions_.every() if one.text() == "Insert text &block…")
    assert not command.isEnabled()
    hand.new_case()
    assert command.isEnabled()


def test_escape_leaves_the_answer_as_it_was(case: Hand, blocks: TextBlocks, qtbot: QtBot) -> None:
    assert len(blocks.all()) == 3
    field = field_of(case, "As it was.")
    dialog = opened(case, qtbot)
    case.press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert field.toPlainText() == "As it was."


def test_locking_closes_the_dialog_and_shows_nothing_of_a_block(
    case: Hand, blocks: TextBlocks, library: Library, qtbot: QtBot
) -> None:
    library.set_passphrase("correct horse battery")
    field_of(case)
    dialog = opened(case, qtbot)
    form_of(case, qtbot, dialog.new.click)
    case.window.vault.lock()
    assert not [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not case.window]
    library.unlock("correct horse battery")
    assert len(blocks.all()) == 3


# --- finding -----------------------------------------------------------------------------------------


def test_the_list_follows_what_is_searched_for(case: Hand, blocks: TextBlocks, qtbot: QtBot) -> None:
    field_of(case)
    dialog = opened(case, qtbot)
    assert QApplication.focusWidget() is dialog.line
    assert names(dialog) == [one.name for one in blocks.all()]
    assert dialog.text.toPlainText() == CONDITIONS
    assert dialog.state.text() == "To be filled in after it is inserted: [name]"
    case.type("MOTHER")
    assert names(dialog) == ["Release plan"]
    assert (dialog.text.toPlainText(), dialog.state.text().strip()) == (PLAN, "")
    case.type("x")
    assert (names(dialog), dialog.text.toPlainText()) == ([], "")
    assert dialog.state.text() == "No text block has these words."
    assert not any(one.isEnabled() for one in (dialog.insert, dialog.change, dialog.delete))
    case.press(Qt.Key.Key_Return)
    assert dialog.isVisible(), "there is nothing to insert"


def test_a_library_without_blocks_says_how_one_is_made(case: Hand, qtbot: QtBot) -> None:
    field_of(case)
    dialog = opened(case, qtbot)
    assert dialog.state.text().startswith("There is no text block yet.")
    assert QApplication.focusWidget() is dialog.new
    dialog.reject()


def test_blocks_that_cannot_be_read_are_told_in_the_dialog(
    case: Hand, library: Library, qtbot: QtBot
) -> None:
    library.keep("text blocks", "[5]")
    field_of(case)
    dialog = opened(case, qtbot)
    assert dialog.told.text.startswith("The text blocks cannot be read")
    assert not dialog.insert.isEnabled()


# --- keeping -----------------------------------------------------------------------------------------


def test_the_selected_text_is_kept_as_a_block(case: Hand, blocks: TextBlocks, qtbot: QtBot) -> None:
    field_of(case, "He learned to weld. Then he taught.", at=0, to=19)
    dialog = opened(case, qtbot)
    form = form_of(case, qtbot, dialog.new.click)
    assert form.text.toPlainText() == "He learned to weld."
    assert QApplication.focusWidget() is form.name
    case.type("CONDITIONS")
    case.press(Qt.Key.Key_Return)
    assert form.told.text == "There is a text block “CONDITIONS” already; choose another name."
    assert form.name.hasFocus()
    form.name.setText("Welding")
    form.keep.click()
    assert not form.isVisible()
    assert blocks.found("welding").text == "He learned to weld."
    assert names(dialog) == ["Conditions", "Release plan", "visits", "Welding"]
    assert dialog.list.currentItem().text() == "Welding"


def test_a_block_is_changed_and_what_cannot_be_kept_stays_as_it_was_typed(
    case: Hand, blocks: TextBlocks, qtbot: QtBot
) -> None:
    field_of(case)
    dialog = opened(case, qtbot)
    case.type("mother")
    form = form_of(case, qtbot, dialog.change.click)
    assert (form.name.text(), form.text.toPlainText()) == ("Release plan", PLAN)
    form.text.setPlainText("  ")
    form.keep.click()
    assert form.told.text == "A text block needs a text; write or paste what it shall insert."
    assert form.text.hasFocus()
    form.text.setPlainText("He will live with an aunt.")
    form.name.setText("Plan")
    form.keep.click()
    assert names(dialog) == ["Conditions", "Plan", "visits"], "the search that hides it is given up"
    assert dialog.list.currentItem().text() == "Plan"
    assert blocks.found("plan").text == "He will live with an aunt."


def test_a_paste_into_a_block_tidies_itself(case: Hand, qtbot: QtBot) -> None:
    field_of(case)
    dialog = opened(case, qtbot)
    form = form_of(case, qtbot, dialog.new.click)
    form.text.setFocus()
    QApplication.clipboard().setText("He  teaches un\xadder §\u202f3.")
    QTest.keyClick(form.text, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert form.text.toPlainText() == "He teaches under § 3."
    QTest.keyClick(form.text, Qt.Key.Key_Tab)
    assert not form.text.hasFocus()


def test_a_block_is_deleted_only_after_a_yes(
    case: Hand, blocks: TextBlocks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    answer = QMessageBox.StandardButton.No

    def question(_parent: object, _title: str, text: str, *_: object) -> QMessageBox.StandardButton:
        asked.append(text)
        return answer

    monkeypatch.setattr(QMessageBox, "question", question)
    field_of(case)
    dialog = opened(case, qtbot)
    dialog.list.setCurrentRow(1)
    dialog.delete.click()
    assert asked == [
        "Delete the text block “Release plan” for all cases? Answers into which it was inserted keep it."
    ]
    assert len(blocks.all()) == 3
    answer = QMessageBox.StandardButton.Yes
    for left, chosen in ((["Conditions", "visits"], "visits"), (["Conditions"], "Conditions"), ([], None)):
        dialog.delete.click()
        assert [one.name for one in blocks.all()] == names(dialog) == left
        assert (dialog.list.currentItem().text() if left else None) == chosen
    assert dialog.state.text().startswith("There is no text block yet.")


# --- the menu of the field ---------------------------------------------------------------------------


def context_menu(hand: Hand, field: QWidget, qtbot: QtBot | None) -> QMenu:
    """The menu that a right click into ``field`` opens."""
    assert isinstance(field, Paragraphs)
    at = QPoint(2, 2)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, field.viewport().mapToGlobal(at))
    QApplication.sendEvent(field.viewport(), event)
    if qtbot is not None:
        qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu), hand.window
    return menu


def texts(menu: QMenu) -> list[str]:
    return [action.text().split("\t")[0].replace("&", "") for action in menu.actions()]


def test_the_menu_of_the_field_inserts_and_keeps(case: Hand, blocks: TextBlocks, qtbot: QtBot) -> None:
    field = field_of(case, "He learned to weld.")
    menu = context_menu(case, field, qtbot)
    assert any("Paste" in text for text in texts(menu))
    assert texts(menu)[-2:] == ["Insert text block…", "Keep as text block…"]
    assert not menu.actions()[-1].isEnabled(), "nothing is selected"
    menu.actions()[-2].trigger()
    shown(TextBlocksDialog, case).insert.click()
    assert field.toPlainText() == f"{CONDITIONS}He learned to weld."
    case.come_back(field)
    field.selectAll()
    menu = context_menu(case, field, qtbot)
    form = form_of(case, qtbot, menu.actions()[-1].trigger)
    form.name.setText("Weld")
    form.keep.click()
    assert blocks.found("weld").text == field.toPlainText()
    assert told(case) == "“Weld” is a text block now."


# --- what is spoken ----------------------------------------------------------------------------------


def test_every_part_of_both_windows_has_a_name_and_every_label_its_field(
    case: Hand, blocks: TextBlocks, qtbot: QtBot
) -> None:
    assert len(blocks.all()) == 3
    field_of(case)
    dialog = opened(case, qtbot)
    form = form_of(case, qtbot, dialog.change.click)
    for window in (dialog, form):
        labels = [one for one in window.findChildren(QLabel) if one.window() is window and "&" in one.text()]
        assert len(labels) >= 2
        assert all(one.buddy() is not None for one in labels)
        buttons = [one for one in window.findChildren(QPushButton) if one.window() is window]
        marked = [*(one.text() for one in labels), *(one.text() for one in buttons)]
        keys = [text[text.index("&") + 1].lower() for text in marked if "&" in text]
        assert len(keys) == len(set(keys))
    assert QAccessible.queryAccessibleInterface(dialog.list).text(QAccessible.Text.Name) == "Text blocks"


def test_without_a_case_the_blocks_are_listed_and_changed_and_none_can_be_inserted(
    hand: Hand, blocks: TextBlocks, qtbot: QtBot
) -> None:
    (action,) = (one for one in hand.window.actions_.every() if one.text() == "Te&xt blocks…")
    assert action.isEnabled()
    action.trigger()
    dialog: TextBlocksDialog = shown(TextBlocksDialog, hand)
    assert not dialog.insert.isVisible()
    QTest.keyClicks(dialog.line, "mother")
    QTest.keyClick(dialog.line, Qt.Key.Key_Return)
    form: TextBlockForm = shown(TextBlockForm, hand)
    assert form.name.text() == "Release plan"
    form.text.setPlainText("He will live with his sister.")
    form.keep.click()
    qtbot.waitUntil(lambda: not form.isVisible())
    assert blocks.found("release plan").text == "He will live with his sister."
    assert dialog.isVisible()
