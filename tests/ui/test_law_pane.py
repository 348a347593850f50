"""The law beside the question: it follows the keyboard, leads to each item and back, and can be read."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAccessible, QPalette, QTextBlock, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from drafter.ui.case.law_html import BACK_WORDS
from drafter.ui.case.law_pane import LawPane

Hand = Any  # conftest.Hand


def pane_of(hand: Hand) -> LawPane:
    pane = hand.page.law_pane
    assert isinstance(pane, LawPane)
    return pane


def told(hand: Hand) -> str:
    return pane_of(hand).browser.toPlainText().replace("\xa0", " ")


def title(hand: Hand) -> str:
    return told(hand).removeprefix(f"{BACK_WORDS}\n").partition("\n")[0]


@pytest.fixture
def beside(sample: Hand, qtbot: QtBot) -> Hand:
    """A hand in the sample case, with the law shown beside a question about the warden."""
    sample.go_to("warden.grounds")
    sample.page.tabs.setCurrentWidget(sample.page.law_pane)
    qtbot.waitUntil(lambda: title(sample) == "Which grounds did the request put to the warden?")
    return sample


def link(hand: Hand, to: str) -> QTextCursor:
    """The first words that lead to ``to``."""
    document = pane_of(hand).browser.document()
    block: QTextBlock = document.begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            piece = pieces.fragment()
            if piece.charFormat().anchorHref() == to:
                cursor = QTextCursor(document)
                cursor.setPosition(piece.position())
                return cursor
            pieces += 1
        block = block.next()
    pytest.fail(f"nothing leads to {to}")


# ---- following


def test_the_law_follows_the_question_that_has_the_keyboard(beside: Hand, qtbot: QtBot) -> None:
    assert "28 C.F.R. § 571.61(a)(1)" in told(beside)
    beside.go_to("danger.health")
    assert (
        title(beside) == "Which grounds did the request put to the warden?"
    )  # not at once: typing comes first
    qtbot.waitUntil(lambda: title(beside) == "How do health and age lower the risk?")
    assert "18 U.S.C. § 3142(g)(3)(A)" in told(beside)


def test_the_law_follows_the_outline_too(beside: Hand, qtbot: QtBot) -> None:
    beside.page.outline.setFocus()
    beside.press(Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: title(beside) == "Which federal district court imposed the sentence?")


def test_the_law_follows_back_into_a_question_where_the_keyboard_was_before(
    beside: Hand, qtbot: QtBot
) -> None:
    beside.go_to("danger.health")
    beside.go_to("warden.grounds")
    qtbot.wait(300)
    assert title(beside) == "Which grounds did the request put to the warden?"


def test_a_pane_that_is_not_seen_makes_nothing_until_it_is(sample: Hand, qtbot: QtBot) -> None:
    sample.go_to("danger.health")
    qtbot.wait(300)
    assert told(sample) == ""
    sample.page.tabs.setCurrentWidget(sample.page.law_pane)
    qtbot.waitUntil(lambda: title(sample) == "How do health and age lower the risk?")


def test_typing_puts_the_new_page_off(beside: Hand, qtbot: QtBot) -> None:
    pane = pane_of(beside)
    beside.go_to("warden.transfer")
    for _ in range(6):
        beside.type("x")
        qtbot.wait(60)
        assert title(beside) == "Which grounds did the request put to the warden?"
    qtbot.waitUntil(lambda: pane.question == "warden.transfer" and "moved to another" in title(beside))


def test_another_filing_date_and_another_court_change_the_law(beside: Hand, qtbot: QtBot) -> None:
    beside.answer("case.filing_date", "5/27/2026")
    beside.go_to("change.any")
    qtbot.waitUntil(lambda: "Law of May 27, 2026" in told(beside))
    assert "Decided May 28, 2026." not in told(beside)
    beside.answer("case.filing_date", "5/28/2026")
    beside.answer("case.district", "United States District Court for the Eastern District of Michigan")
    beside.go_to("change.any")
    qtbot.waitUntil(lambda: "Law of May 28, 2026 · E.D. Mich. · Sixth Circuit" in told(beside))
    assert "Decided May 28, 2026." in told(beside)
    assert "What stays open:" in told(beside)


def test_a_day_before_the_law_is_told_and_no_other_law_is_left_standing(beside: Hand, qtbot: QtBot) -> None:
    beside.answer("case.filing_date", "12/20/2018")
    qtbot.waitUntil(lambda: "law begins on December 21, 2018" in pane_of(beside).told.text)
    assert told(beside) == ""
    beside.answer("case.filing_date", "12/1/2026")
    qtbot.waitUntil(lambda: "Law of December 1, 2026" in told(beside))
    assert pane_of(beside).told.text == ""


def test_the_same_page_keeps_its_place(beside: Hand, qtbot: QtBot) -> None:
    pane = pane_of(beside)
    bar = pane.browser.verticalScrollBar()
    assert bar.maximum() > 200
    bar.setValue(150)
    beside.session.set_answer("case.filing_date", "12/2/2026")
    beside.page.autosave.changed.emit(None)
    qtbot.waitUntil(lambda: "Law of December 2, 2026" in told(beside))
    assert bar.value() == 150
    beside.go_to("danger.health")
    qtbot.waitUntil(lambda: title(beside) == "How do health and age lower the risk?")
    assert bar.value() == 0


# ---- going about with keys


def test_one_key_goes_to_the_law_and_back(sample: Hand) -> None:
    block = sample.go_to("danger.health")
    sample.press(Qt.Key.Key_F9)
    assert pane_of(sample).browser.hasFocus()
    assert title(sample) == "How do health and age lower the risk?"
    sample.press(Qt.Key.Key_F9)
    assert block.isAncestorOf(sample.focus)
    sample.press(Qt.Key.Key_F9)
    sample.press(Qt.Key.Key_Escape)
    assert block.isAncestorOf(sample.focus)


def test_the_key_brings_back_panes_that_were_put_away(sample: Hand) -> None:
    sample.window.actions_.panes["draft"].trigger()
    assert not sample.page.tabs.isVisible()
    sample.press(Qt.Key.Key_F9)
    assert pane_of(sample).browser.hasFocus()


def test_the_next_pane_is_the_law_where_it_is_the_one_shown(beside: Hand) -> None:
    beside.press(Qt.Key.Key_F6)
    assert pane_of(beside).browser.hasFocus()


def test_tab_and_enter_open_an_item_and_escape_comes_back_to_the_same_place(beside: Hand) -> None:
    pane = pane_of(beside)
    beside.press(Qt.Key.Key_F9)
    for _ in range(3):
        beside.press(Qt.Key.Key_Tab)
        assert pane.browser.hasFocus()
    chosen = pane.browser.textCursor().charFormat().anchorHref()
    assert chosen.startswith("law:")
    place = pane.place
    beside.press(Qt.Key.Key_Return)
    assert title(beside) != "Which grounds did the request put to the warden?"
    assert chosen.removeprefix("law:") in told(beside)
    beside.press(Qt.Key.Key_Escape)
    assert title(beside) == "Which grounds did the request put to the warden?"
    assert pane.place == place
    assert pane.browser.hasFocus()


def test_an_item_in_full_leads_back_by_its_first_link_too(beside: Hand) -> None:
    pane = pane_of(beside)
    pane.browser.anchorClicked.emit(QUrl("law:authority:muhammad_4th"))
    assert told(beside).startswith(BACK_WORDS)
    assert "In the program’s words, not to be quoted:" in told(beside)
    assert "Status on" in told(beside)
    pane.browser.anchorClicked.emit(QUrl(link(beside, "back:").charFormat().anchorHref() or "back:"))
    assert title(beside) == "Which grounds did the request put to the warden?"
    assert not told(beside).startswith(BACK_WORDS)


def test_all_decisions_open_in_the_pane(beside: Hand) -> None:
    pane = pane_of(beside)
    before = told(beside).count("status: good")
    link(beside, "all:decisions")
    pane.browser.anchorClicked.emit(QUrl("all:decisions"))
    assert told(beside).count("status: good") > before == 5
    pane.back()
    assert told(beside).count("status: good") == before


def test_an_item_stays_open_while_the_same_question_has_the_keyboard(beside: Hand, qtbot: QtBot) -> None:
    pane_of(beside).browser.anchorClicked.emit(QUrl("law:text:cfr28_571_61"))
    beside.go_to("warden.grounds")
    qtbot.wait(300)
    assert told(beside).startswith(BACK_WORDS)
    beside.go_to("danger.health")
    qtbot.waitUntil(lambda: title(beside) == "How do health and age lower the risk?")
    assert not told(beside).startswith(BACK_WORDS)


def test_while_the_court_is_unknown_the_law_leads_to_its_question(case: Hand, qtbot: QtBot) -> None:
    case.go_to("warden.sent")
    case.press(Qt.Key.Key_F9)
    assert "The court is not known yet" in told(case)
    pane_of(case).browser.anchorClicked.emit(QUrl("question:case.district"))
    assert case.page.form.blocks["case.district"].isAncestorOf(case.focus)
    qtbot.waitUntil(lambda: title(case) == "Which federal district court imposed the sentence?")


# ---- being read


def test_the_pane_has_a_name_and_its_headings_are_headings(beside: Hand) -> None:
    browser = pane_of(beside).browser
    accessible = QAccessible.queryAccessibleInterface(browser)
    assert accessible.text(QAccessible.Text.Name) == "Law beside the question"
    levels = {}
    block: QTextBlock = browser.document().begin()
    while block.isValid():
        if block.blockFormat().headingLevel():
            levels[block.text()] = block.blockFormat().headingLevel()
        block = block.next()
    assert levels["Which grounds did the request put to the warden?"] == 2
    assert {"The law", "In plain words", "Numbers of the law"} <= set(levels)


def test_the_words_can_be_selected_and_copied_with_keys(beside: Hand) -> None:
    beside.press(Qt.Key.Key_F9)
    beside.control(Qt.Key.Key_A)
    beside.control(Qt.Key.Key_C)
    assert (
        "The extraordinary or compelling circumstances that the inmate believes"
        in QApplication.clipboard().text()
    )
    flags = pane_of(beside).browser.textInteractionFlags()
    assert flags & Qt.TextInteractionFlag.TextSelectableByKeyboard
    assert flags & Qt.TextInteractionFlag.TextSelectableByMouse


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_follows_the_theme(beside: Hand, qtbot: QtBot, theme: str) -> None:
    browser = pane_of(beside).browser
    beside.window.choose_theme("light" if theme == "dark" else "dark")
    beside.window.choose_theme(theme)
    roles = (QPalette.ColorRole.Text, QPalette.ColorRole.AlternateBase, QPalette.ColorRole.Link)
    colours = {QApplication.palette().color(role).name() for role in roles}
    qtbot.waitUntil(lambda: all(colour in browser.toHtml() for colour in colours))


def test_it_follows_the_size_of_the_text_and_is_never_scrolled_sideways(beside: Hand) -> None:
    browser = pane_of(beside).browser

    def points() -> float:
        cursor = QTextCursor(browser.document())
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
        return cursor.charFormat().fontPointSize()

    before = points()
    beside.zoom(3)
    assert beside.window._theme.scale == 150
    assert points() == pytest.approx(before * 1.5, rel=0.02)
    for question in ("b3C.incapacity", "case.district", "change.any"):
        beside.go_to(question)
        pane_of(beside).refresh()
        assert browser.horizontalScrollBar().maximum() == 0, question


def test_quotations_are_set_apart_from_the_programs_own_words_in_words(beside: Hand) -> None:
    beside.go_to("b3C.incapacity")
    pane_of(beside).refresh()
    lines = told(beside).split("\n")
    quoted = lines.index("Word for word:")
    assert lines[quoted + 1].startswith("(b) Extraordinary and Compelling Reasons.")
    own = lines.index("In the program’s words, not to be quoted:")
    assert lines[own + 1].startswith("(b)(3)(C) Family Circumstances of the Defendant.")
    assert lines[own + 2].startswith("Confirmed in this case (confidence medium).")
    assert lines[own + 2].endswith("policy:2023:b3C")
    beside.session.set_answer("confirmations.law", [])
    pane_of(beside).refresh()
    assert told(beside).split("\n")[own + 2].startswith("Confirm before filing (confidence medium).")
