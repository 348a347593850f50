"""What helps to get an answer: beside the law, behind the question mark, and in words for the client."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from drafter.practice.registry import QUESTIONS

Hand = Any  # conftest.Hand
_CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def test_what_is_known_about_a_question_stands_before_its_law(sample: Hand) -> None:
    sample.go_to("warden.received_on")
    sample.press(Qt.Key.Key_F9)
    question = QUESTIONS["warden.received_on"]
    text = sample.page.law_pane.browser.toPlainText().replace("\xa0", " ")
    for words in (question.plain, question.knows, question.found_in, question.expects):
        assert words in text
    assert text.index("About the question") < text.index("Law of ")


def test_plain_words_for_the_client_are_shown_on_request_and_remembered(case: Hand) -> None:
    block = case.go_to("case.number")
    assert not block.plain
    case.press(Qt.Key.Key_L, _CONTROL_SHIFT)
    assert block.plain is not None
    assert block.plain.isVisible()
    assert block.plain.text() == f"To the client: {QUESTIONS['case.number'].plain}"
    assert case.go_to("sentence.imposed_on").plain.isVisible(), "a page that is opened later shows them too"
    assert case.window.settings.number("view/plain", 0) == 1
    case.press(Qt.Key.Key_L, _CONTROL_SHIFT)
    assert case.page.form.blocks["sentence.imposed_on"].plain.isHidden()


def test_why_a_question_is_asked_tells_also_who_knows_and_where_it_stands(sample: Hand) -> None:
    reasons = sample.go_to("warden.received_on").reasons()
    question = QUESTIONS["warden.received_on"]
    for words in (question.why, question.knows, question.found_in, question.expects, question.source):
        assert words in reasons
