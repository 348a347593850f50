"""Form and draft work as one: the place of a question, the question of a place, the draft as it is typed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from tests.ui.conftest import Hand

from drafter.ui.case.draft_lines import Lines
from drafter.ui.case.draft_text import DraftText
from drafter.ui.main_window import MainWindow
from drafter.ui.theme import blank_colours, filled_colour, place_colours

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier


def text_of(hand: Hand) -> DraftText:
    return hand.page.draft.browser


def settled(hand: Hand, qtbot: QtBot) -> None:
    """Wait until the draft follows what was typed and where the keyboard is."""
    pane = hand.page.draft
    qtbot.waitUntil(lambda: not (pane._timer.isActive() or pane._follower.isActive() or pane._stale))


def in_sight(text: DraftText, question: str) -> bool:
    spots = [text._spot(place) for place in text.places.of(question)]
    return any(text.viewport().rect().contains(spot) for spot in spots)


def marked(text: DraftText) -> list[str]:
    return [selection.cursor.selectedText() for selection in text.extraSelections()]


def under(text: DraftText, question: str) -> QPoint:
    """The point of the window under which the first printed answer to ``question`` stands."""
    return text._spot(text.places.of(question)[0]).center() + QPoint(3, 0)


def test_the_place_of_the_question_in_hand_is_shown_and_all_its_places_are_marked(
    sample: Hand, qtbot: QtBot
) -> None:
    settled(sample, qtbot)
    text = text_of(sample)
    assert not in_sight(text, "plan.address")
    sample.go_to("plan.address")
    settled(sample, qtbot)
    assert in_sight(text, "plan.address")
    places = text.places.of("plan.address")
    assert len(places) > 1
    assert marked(text) == [place.cursor(text.document()).selectedText() for place in places]
    assert sample.page.draft.foot.text() == f"Printed in {len(places)} places."


def test_a_question_that_is_not_printed_says_so_and_the_draft_stays_where_it_is(
    sample: Hand, qtbot: QtBot
) -> None:
    sample.go_to("plan.address")
    settled(sample, qtbot)
    text = text_of(sample)
    before = text.verticalScrollBar().value()
    assert before > 0
    sample.go_to("movant.pronouns")
    settled(sample, qtbot)
    assert sample.page.draft.foot.text() == "This answer is not printed in the motion."
    assert marked(text) == []
    assert text.verticalScrollBar().value() == before


def test_a_click_on_a_printed_answer_goes_to_its_question_in_another_section(
    sample: Hand, qtbot: QtBot
) -> None:
    settled(sample, qtbot)
    section = sample.page.place
    text = text_of(sample)
    QTest.mouseClick(
        text.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        under(text, "counsel.name"),
    )
    block = sample.page.form.blocks["counsel.name"]
    assert sample.page.place != section
    assert block.isAncestorOf(sample.focus)
    assert (
        sample.page.form.viewport()
        .rect()
        .contains(block.ask.mapTo(sample.page.form.viewport(), QPoint(0, 0)))
    )


def test_the_blanks_are_walked_with_a_key_and_enter_goes_to_the_question_of_one(
    case: Hand, qtbot: QtBot
) -> None:
    settled(case, qtbot)
    text = text_of(case)
    blanks = text.places.blanks()
    case.press(Qt.Key.Key_F11)
    assert case.focus is text
    assert text.textCursor().selectedText() == blanks[0].cursor(text.document()).selectedText()
    assert text.textCursor().selectedText().startswith("[")
    assert case.page.draft.foot.text().startswith(f"Blank 1 of {len(blanks)}: ")
    case.press(Qt.Key.Key_F11)
    assert text.textCursor().selectionStart() == blanks[1].begins
    case.press(Qt.Key.Key_F11, _SHIFT)
    case.press(Qt.Key.Key_F11, _SHIFT)
    assert text.textCursor().selectionStart() == blanks[-1].begins, "before the first comes the last"
    case.press(Qt.Key.Key_Return)
    assert case.page.form.blocks[blanks[-1].question].isAncestorOf(case.focus)


def test_a_paper_without_blanks_says_so(sample: Hand, qtbot: QtBot) -> None:
    settled(sample, qtbot)
    assert text_of(sample).places.blanks() == []
    field = sample.focus
    sample.press(Qt.Key.Key_F11)
    assert sample.page.draft.foot.text() == "No blank is left in this paper."
    assert sample.focus is field


def test_the_draft_follows_what_is_typed_before_it_is_stored(sample: Hand, qtbot: QtBot) -> None:
    sample.go_to("movant.aliases")
    settled(sample, qtbot)
    text = text_of(sample)
    sample.control(Qt.Key.Key_A)
    sample.type("Jay Roe")
    qtbot.waitUntil(lambda: "a/k/a Jay Roe" in text.toPlainText())
    assert sample.value("movant.aliases") != "Jay Roe", "the disk is written when the field is left, or later"
    assert sample.page.autosave.flush()
    assert sample.value("movant.aliases") == "Jay Roe"
    assert "Jay Roe" in marked(text)


def test_what_cannot_be_read_yet_leaves_the_draft_as_it_was(sample: Hand, qtbot: QtBot) -> None:
    sample.go_to("sentence.imposed_on")
    settled(sample, qtbot)
    before = text_of(sample).toPlainText()
    sample.control(Qt.Key.Key_A)
    sample.type("13/4")
    settled(sample, qtbot)
    assert text_of(sample).toPlainText() == before


@pytest.mark.parametrize(
    ("question", "typed"),
    [
        ("movant.aliases", "Jay “J.” Roe & Sons <b>"),
        ("movant.register_number", "12345-067"),
        ("reasons.combination", "One reason.\n\nAnother reason, which is longer."),
        ("movant.aliases", ""),
        ("case.filing_date", "12/1/2026"),
    ],
)
def test_a_draft_that_was_patched_is_the_one_that_would_be_made_anew(
    sample: Hand, qtbot: QtBot, question: str, typed: str
) -> None:
    settled(sample, qtbot)
    text = text_of(sample)
    sample.session.set_answer(question, typed)
    sample.page.draft.refresh()
    fresh = DraftText()
    qtbot.addWidget(fresh)
    fresh.show_draft(sample.session.preview())
    assert text.document().toHtml() == fresh.document().toHtml()
    assert list(text.places.all()) == list(fresh.places.all())


@pytest.mark.parametrize("name", ["complete", "vailes"])
def test_every_paper_of_the_kit_has_one_line_for_each_block_of_the_document(
    hand: Hand, qtbot: QtBot, name: str
) -> None:
    hand.window.open_sample(name)
    for document, _ in hand.session.papers():
        shown = DraftText()
        qtbot.addWidget(shown)
        html = hand.session.preview(document=document)
        shown.show_draft(html)
        assert shown.document().blockCount() == len(Lines(html).lines), document


def test_a_changed_word_is_written_into_the_document_that_is_shown(
    sample: Hand, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    settled(sample, qtbot)
    monkeypatch.setattr(DraftText, "_put", None)
    sample.session.set_answer("movant.register_number", "12345-067")
    sample.page.draft.refresh()
    assert "12345-067" in text_of(sample).toPlainText()


def test_a_change_above_leaves_in_sight_what_is_in_sight(sample: Hand, qtbot: QtBot) -> None:
    sample.go_to("plan.address")
    settled(sample, qtbot)
    text = text_of(sample)
    seen = text.cursorForPosition(QPoint(20, 20)).block().text()
    sample.session.set_answer("case.emergency", "yes")  # brings a paragraph up on the first page
    sample.page.draft.refresh()
    assert text.cursorForPosition(QPoint(20, 20)).block().text() == seen


def test_filled_text_is_shown_and_blanks_keep_their_own_ground(sample: Hand, qtbot: QtBot) -> None:
    sample.answer("movant.register_number", "")
    settled(sample, qtbot)
    text = text_of(sample)
    sample.press(Qt.Key.Key_H, _CONTROL | _SHIFT)
    assert sample.page.draft.filled.isChecked()
    tinted = {(one.cursor.selectionStart(), one.cursor.selectionEnd()) for one in text.extraSelections()}
    places = list(text.places.all())
    assert {(place.begins, place.ends) for place in places if not place.blank} <= tinted
    others = [place for place in places if place.blank and place.question != text._question]
    assert not {(place.begins, place.ends) for place in others} & tinted
    sample.press(Qt.Key.Key_H, _CONTROL | _SHIFT)
    assert len(text.extraSelections()) < len(tinted)


def test_another_paper_of_the_kit_is_chosen_by_keyboard_and_its_answers_lead_to_the_form(
    sample: Hand, qtbot: QtBot
) -> None:
    settled(sample, qtbot)
    pane, text = sample.page.draft, text_of(sample)
    box = pane.paper_box
    assert [box.itemData(row) for row in range(box.count())] == list(sample.session.documents())
    assert pane.paper == "motion"
    box.setFocus()
    sample.press(Qt.Key.Key_Down)
    assert pane.paper != "motion"
    assert text.accessibleName() == f"Draft: {box.currentText()}"
    place = next(iter(text.places.all()))
    cursor = QTextCursor(text.document())
    cursor.setPosition(place.begins + 1)
    text.anchorClicked.emit(QUrl(cursor.charFormat().anchorHref()))
    assert sample.page.form.blocks[place.question].isAncestorOf(sample.focus)


def test_a_paper_that_leaves_the_kit_makes_way_for_the_motion(sample: Hand, qtbot: QtBot) -> None:
    settled(sample, qtbot)
    pane = sample.page.draft
    box = pane.paper_box
    box.setCurrentIndex(box.findData("seal"))
    box.activated.emit(box.currentIndex())
    assert pane.paper == "seal"
    sample.session.set_answer("kit.switches", [{"document": "seal", "use": "leave_out"}])
    pane.refresh()
    assert box.findData("seal") < 0
    assert pane.paper == "motion"


def test_the_pointer_on_a_printed_answer_tells_its_question_and_its_proof(sample: Hand, qtbot: QtBot) -> None:
    sample.go_to("movant.pronouns")
    settled(sample, qtbot)
    text = text_of(sample)
    text.highlighted.emit(QUrl("question:sentence.imposed_on"))
    told = sample.page.draft.foot.text()
    (proof, *_) = sample.session.answers["sentence.imposed_on"].evidence
    assert told.startswith(sample.session.question("sentence.imposed_on").ask)
    assert proof.show() in told
    text.highlighted.emit(QUrl())
    assert sample.page.draft.foot.text() == "This answer is not printed in the motion."


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_on_every_tint_can_be_read(window: MainWindow, theme: str) -> None:
    window.choose_theme(theme)
    palette = QApplication.palette()
    ground, line = place_colours(palette)
    blank, on_blank = map(QColor, blank_colours(palette))
    text = palette.text().color()
    assert contrast(text, ground) >= 4.5
    assert contrast(text, filled_colour(palette)) >= 4.5
    assert contrast(on_blank, blank) >= 4.5
    assert contrast(line, ground) >= 3, "the underline tells the place without the tint"
    assert contrast(line, blank) >= 3


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of the Web Content Accessibility Guidelines."""

    def luminance(colour: QColor) -> float:
        parts = (colour.redF(), colour.greenF(), colour.blueF())
        linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)
