"""One line that finds everything, and a bar that finds words in the open case."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from drafter.app.finding import around, rank, words_of
from drafter.ui.case.find_bar import FindBar
from drafter.ui.command_search import CommandSearch

Hand = Any  # conftest.Hand
_SHIFT = Qt.KeyboardModifier.ShiftModifier


def ask(hand: Hand, words: str) -> CommandSearch:
    hand.control(Qt.Key.Key_K)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, CommandSearch)
    dialog.activateWindow()
    dialog.line.setFocus()
    for character in words:
        dialog.line.insert(character)
    return dialog


def enter(hand: Hand, dialog: CommandSearch) -> None:
    hand._bot.keyClick(dialog.line, Qt.Key.Key_Return)
    hand.window.activateWindow()


def test_a_question_is_found_by_its_words_and_enter_goes_there(sample: Hand, qtbot: QtBot) -> None:
    dialog = ask(sample, "criminal case number")
    assert dialog.found[0].label == sample.session.question("case.number").ask
    enter(sample, dialog)
    qtbot.waitUntil(lambda: sample.page.form.blocks["case.number"].isAncestorOf(sample.focus))


def test_a_question_is_found_by_its_id(sample: Hand) -> None:
    dialog = ask(sample, "warden.received_on")
    assert [goal.label for goal in dialog.found] == [sample.session.question("warden.received_on").ask]
    dialog.reject()


def test_a_section_is_found_from_within_a_field(sample: Hand, qtbot: QtBot) -> None:
    sample.go_to("case.number")
    enter(sample, ask(sample, "release plan"))
    titles = [section.title for section in sample.session.sections]
    qtbot.waitUntil(lambda: sample.page.place == titles.index("Release plan"))


def test_a_command_is_found_and_done(sample: Hand, qtbot: QtBot) -> None:
    dialog = ask(sample, "larger text")
    assert dialog.found[0].kind == "Command"
    enter(sample, dialog)
    qtbot.waitUntil(lambda: sample.window.settings.number("view/scale", 100) == 110)


def test_commands_of_submenus_are_found_and_those_without_a_case_are_not_offered(hand: Hand) -> None:
    dialog = ask(hand, "dark")
    assert "Theme: Dark" in [goal.label for goal in dialog.found]
    dialog.line.setText("draft final kit")
    assert dialog.found == []
    assert dialog.told.text() == "Nothing has these words."
    dialog.reject()


def test_a_case_is_found_and_opened(hand: Hand, qtbot: QtBot) -> None:
    hand.window.open_sample("vailes")
    hand.window.close_case()
    enter(hand, ask(hand, "vailes"))
    qtbot.waitUntil(lambda: hand.window.page is not None and "Vailes" in hand.session.title)


def test_the_arrows_choose_while_the_keyboard_stays_in_the_line(sample: Hand) -> None:
    dialog = ask(sample, "date")
    sample._bot.keyClick(dialog.line, Qt.Key.Key_Down)
    assert dialog.list.currentRow() == 1
    assert dialog.focusWidget() is dialog.line
    dialog.reject()


@pytest.mark.parametrize(
    ("typed", "expected"),
    [("draft fin", 0), ("final", 1), ("inal", 2), ("final ctrl", 3), ("final nowhere", None)],
)
def test_what_begins_as_typed_comes_first(typed: str, expected: int | None) -> None:
    assert rank(words_of(typed), "Draft final…", "Ctrl+D") == expected


def test_words_are_shown_with_what_stands_around_them() -> None:
    text = f"{'a ' * 60}Otisville{' b' * 60}"
    assert "Otisville" in around(text, ("otisville",))
    assert around(text, ("otisville",)).startswith("… ")
    assert around(text, ("otisville",)).endswith(" …")
    assert around("Otisville", ("otis",)) == "Otisville"


def bar_of(hand: Hand) -> FindBar:
    hand.control(Qt.Key.Key_F)
    bar = hand.page.findChild(FindBar)
    assert isinstance(bar, FindBar)
    assert bar.line.hasFocus()
    return bar


def test_an_answer_is_found_shown_and_gone_to(sample: Hand) -> None:
    sample.answer("case.number", "2:15-cr-00777-XYZ-1")
    bar = bar_of(sample)
    sample.type("00777")
    assert [(hit.question, hit.part) for hit in bar.hits] == [("case.number", "Answer")]
    sample.press(Qt.Key.Key_Return)
    assert "<b>00777</b>" in bar.told.text()
    assert "1 of 1" in bar.told.text()
    block = sample.page.form.blocks["case.number"]
    assert block.editor.line.selectedText() == "00777"
    sample.press(Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert block.isAncestorOf(sample.focus)


def test_next_and_previous_go_round_through_questions_and_notes(hand: Hand) -> None:
    hand.window.open_sample("vailes")
    bar = bar_of(hand)
    hand.type("judgment")
    assert {"Question", "Note"} <= {hit.part for hit in bar.hits}
    for place in range(3):
        hand.press(Qt.Key.Key_F3)
        assert bar.place == place
        assert hand.page.form.blocks[bar.hits[place].question].isVisible()
    hand.press(Qt.Key.Key_F3, _SHIFT)
    assert bar.place == 1
    hand.press(Qt.Key.Key_F3, _SHIFT)
    hand.press(Qt.Key.Key_F3, _SHIFT)
    assert bar.place == len(bar.hits) - 1


def test_markup_in_an_answer_is_shown_as_it_is(sample: Hand) -> None:
    sample.answer("case.number", "<img src=x> & 1")
    bar = bar_of(sample)
    sample.type("img")
    sample.press(Qt.Key.Key_Return)
    assert "&lt;<b>img</b> src=x&gt; &amp; 1" in bar.told.text()


def test_words_that_stand_nowhere_are_told(sample: Hand) -> None:
    bar = bar_of(sample)
    sample.type("qqzz")
    assert bar.told.text() == "Nothing in this case has these words."
    sample.press(Qt.Key.Key_Return)
    assert bar.place == -1
