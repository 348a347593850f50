"""What gives way when text is large: rows grow, words wrap, parts fold, titles end in an ellipsis."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionHeader, QStyleOptionViewItem, QWidget
from pytestqt.qtbot import QtBot

from drafter.app.case_view import SectionState
from drafter.ui.case import beside_commands
from drafter.ui.case.outline import Outline
from drafter.ui.editors.rows_view import RowsView
from drafter.ui.elided import Elided
from drafter.ui.review.page import ReviewPage
from drafter.ui.unbroken import unbroken

Hand = Any  # conftest.Hand; the tests' folders are no packages, so it cannot be imported by name


def test_the_state_of_a_section_wraps_where_it_does_not_fit(qtbot: QtBot) -> None:
    outline = Outline()
    qtbot.addWidget(outline)
    outline.rows.show([SectionState("x", "Exhibits", "problem", 20, 30)])
    outline.show()

    def lines_at(width: int) -> int:
        outline.setFixedWidth(width)
        option = QStyleOptionViewItem()
        option.font = outline.font()
        hint: QSize = outline.itemDelegate().sizeHint(option, outline.rows.index(0))
        return int(hint.height() // outline.fontMetrics().lineSpacing())

    assert [lines_at(260), lines_at(120)] == [2, 3], "the title on one line, the state on one and on two"


def test_no_line_ends_between_a_section_sign_and_its_number() -> None:
    assert (
        unbroken("18 U.S.C. § 3142(g), §§ 841")
        == "18 U.S.C. §\N{NO-BREAK SPACE}3142(g), §§\N{NO-BREAK SPACE}841"
    )


@pytest.mark.parametrize("steps", [3, 5, 8])
def test_panes_shown_again_have_room_for_a_line_that_can_be_read(sample: Hand, steps: int) -> None:
    beside_commands.show_to_do(sample.window)
    sample.page.panes.setSizes([300, 1000, 0])
    sample.window.actions_.panes["draft"].setChecked(False)
    sample.window.show_panes()
    sample.zoom(steps)
    beside_commands.show_to_do(sample.window)
    QTest.qWait(1)
    letters = 40 * sample.page.tabs.fontMetrics().averageCharWidth()
    assert sample.page.tabs.width() >= min(letters, 0.39 * sample.window.width())
    assert sample.window.width() == 1366


def test_panes_that_a_person_made_narrow_but_readable_stay_so(sample: Hand) -> None:
    sample.page.panes.setSizes([300, 750, 300])
    narrow = sample.page.tabs.width()
    for shown in (False, True):
        sample.window.actions_.panes["draft"].setChecked(shown)
        sample.window.show_panes()
        QTest.qWait(1)
    assert abs(sample.page.tabs.width() - narrow) < 5
    sample.window.close_case()
    sample.window.open_sample("complete")
    QTest.qWait(1)
    assert abs(sample.page.tabs.width() - narrow) < 5


def test_a_proof_goes_below_the_box_to_tick_where_it_would_be_cut(sample: Hand) -> None:
    row = sample.page.form.blocks["case.emergency"].proof
    row.open_proof()
    row.proof.setText("ECF No. 12 at 1; PSR ¶ 9")
    sample.zoom(8)
    beside_commands.show_to_do(sample.window)
    QTest.qWait(50)
    assert row.row.folded
    assert row.proof.geometry().top() >= row.unknown.geometry().bottom()
    sample.zoom(0)
    QTest.qWait(50)
    assert not row.row.folded
    assert row.proof.geometry().left() > row.unknown.geometry().right()


def test_the_buttons_of_the_draft_go_below_its_paper_where_they_do_not_fit(sample: Hand) -> None:
    draft = sample.page.draft
    assert not draft.head.folded
    sample.zoom(8)
    beside_commands.switch_filled(sample.window)
    QTest.qWait(1)
    assert draft.head.folded
    assert draft.filled.geometry().top() >= draft.paper_box.geometry().bottom()
    title = draft.paper_box.fontMetrics().horizontalAdvance("Motion for a reduction")
    assert draft.paper_box.width() > title


def test_a_draft_breaks_no_word_and_its_line_for_a_signature_stays_one(sample: Hand) -> None:
    sample.page.draft.refresh()
    browser = sample.page.draft.browser
    assert "____" in browser.toPlainText()
    assert "_" * 15 not in browser.toPlainText()
    browser.setFixedWidth(300)
    QTest.qWait(1)
    block = browser.document().begin()
    while block.isValid():
        words, layout = block.text(), block.layout()
        for line in range(layout.lineCount() - 1):
            ends = layout.lineAt(line).textStart() + layout.lineAt(line).textLength()
            assert not (words[ends - 1].isalnum() and words[ends : ends + 1].isalnum()), words
        block = block.next()


def test_a_title_that_does_not_fit_says_so_and_its_tooltip_tells_it(qtbot: QtBot) -> None:
    title = Elided("United States v. Doe, a made-up case", share=1.0, bold=True)
    qtbot.addWidget(title)
    title.resize(title.sizeHint())
    whole = title.grab().toImage()
    title.resize(120, title.height())
    narrow = title.grab().toImage()
    assert narrow != whole.copy(narrow.rect()), "the end is an ellipsis, not half a letter"
    assert title.text() == title.toolTip() == "United States v. Doe, a made-up case"


def test_a_ground_in_the_evidence_map_takes_one_line(sample: Hand) -> None:
    sample.zoom(3)
    sample.page.show_review()
    review = sample.page.review.currentWidget()
    assert isinstance(review, ReviewPage)
    review.tabs.setCurrentWidget(review.evidence)
    QTest.qWait(20)
    view = review.evidence.view
    grounds = [review.evidence.rows.index(row, 0, QModelIndex()) for row in range(3)]
    assert max(view.visualRect(ground).height() for ground in grounds) < 2 * view.fontMetrics().lineSpacing()


@pytest.mark.parametrize("steps", [0, 5, 8])
def test_the_rows_of_the_list_of_cases_are_as_high_as_their_text(hand: Hand, steps: int) -> None:
    hand.window.open_sample("complete")
    if steps:
        hand.zoom(steps)
    hand.window.close_case()
    view = hand.window.start.cases.view
    assert view.rowHeight(0) >= view.fontMetrics().height()
    dates = view.fontMetrics().horizontalAdvance("September 30, 2026, 00:00")
    assert view.columnWidth(5) >= dates


def test_the_sign_of_the_chosen_line_is_as_large_as_the_others(sample: Hand) -> None:
    sample.session.set_answer("case.number", "")
    beside_commands.show_to_do(sample.window)
    for view in (sample.page.to_do.view, sample.page.deadlines.view):
        sign = view.model().index(1, 0).data(Qt.ItemDataRole.DecorationRole)
        sizes = {
            sign.pixmap(view.iconSize(), mode).size() for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected)
        }
        assert len(sizes) == 1
        assert view.iconSize().height() == view.fontMetrics().height()
    sample.zoom(5)
    assert view.iconSize().height() == view.fontMetrics().height()


@pytest.mark.parametrize("theme", ["light", "black-on-white"])
def test_the_headings_of_a_list_have_room_for_all_their_lines(sample: Hand, theme: str) -> None:
    sample.window.choose_theme(theme)
    sample.page.go_to("exhibits.list")
    QTest.qWait(20)
    view = sample.page.form.blocks["exhibits.list"].fields()[0]
    assert isinstance(view, RowsView)
    head = view.horizontalHeader()
    for column in range(head.count()):
        option = QStyleOptionHeader()
        option.rect = QRect(0, 0, head.sectionSize(column), head.height())
        room = head.style().subElementRect(QStyle.SubElement.SE_HeaderLabel, option, head)
        title = str(view.model().headerData(column, Qt.Orientation.Horizontal))
        wide = QRect(0, 0, room.width(), 1000)
        needed = head.fontMetrics().boundingRect(wide, Qt.TextFlag.TextWordWrap, title)
        assert needed.height() <= room.height(), title


@pytest.mark.parametrize("theme", ["system", "dark", "black-on-white"])
def test_text_made_larger_and_usual_again_leaves_every_widget_as_it_was(
    sample: Hand, qtbot: QtBot, theme: str
) -> None:
    def sizes() -> list[tuple[str, int]]:
        return [
            (type(one).__name__, one.height()) for one in sample.page.findChildren(QWidget) if one.isVisible()
        ]

    sample.window.choose_theme(theme)
    QTest.qWait(100)
    before = sizes()
    for percent in (200, 110, 300):
        sample.window._theme.zoom(percent)
        QTest.qWait(30)
        assert sizes() != before
    sample.window._theme.zoom(100)
    qtbot.waitUntil(lambda: sizes() == before)


def test_a_list_to_choose_from_is_no_higher_than_before_once_text_is_usual_again(hand: Hand) -> None:
    boxes = hand.window.start.complete().window().findChildren(QComboBox)
    before = [box.minimumSizeHint() for box in boxes]
    assert before
    for percent in (200, 100):
        hand.window._theme.zoom(percent)
        QTest.qWait(10)
        assert ([box.minimumSizeHint() for box in boxes] == before) == (percent == 100), "Qt keeps this size"
