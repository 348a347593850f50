"""The review of a case by keyboard: answers, changes, timeline, time served, and what goes onto paper."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from drafter.practice.timeline import KINDS, TimelineEvent
from drafter.ui.main_window import MainWindow
from drafter.ui.review.compare_dialog import CompareDialog
from drafter.ui.review.timeline_layout import GAP, placed
from drafter.ui.review.timeline_picture import FILES, PAPER_WIDTH, TimelinePicture, paper_ink

Hand = Any  # conftest.Hand
TODAY = date(2026, 11, 21)


@pytest.fixture(autouse=True)
def _day(window: MainWindow) -> None:
    """A day that stays the same."""
    window._library.today = lambda: TODAY


def name_of(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def rows(hand: Hand) -> list[str]:
    """What a screen reader says of each question that is listed."""
    model = hand.page.review.page.answers.rows
    found = []
    for section in range(model.rowCount()):
        item = model.item(section)
        found += [item.child(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(item.rowCount())]
    return found


def choose(hand: Hand, name: str) -> None:
    box = hand.page.review.page.answers.filter
    box.setCurrentIndex(box.findData(name))


# ---- going in and out


def test_the_review_is_reached_by_key_and_left_by_key(sample: Hand) -> None:
    before = sample.focus
    sample.control(Qt.Key.Key_R)
    page = sample.page.review.page
    assert sample.focus is page.answers.view
    assert not sample.page.panes.isVisible()
    sample.press(Qt.Key.Key_Escape)
    assert sample.page.panes.isVisible()
    assert sample.focus is before
    sample.control(Qt.Key.Key_R)
    sample.control(Qt.Key.Key_R)
    assert sample.page.panes.isVisible()


def test_what_is_typed_is_in_the_review_at_once(case: Hand) -> None:
    case.go_to("case.number")
    case.type("3:07-cr-1")
    case.control(Qt.Key.Key_R)
    assert "What is the criminal case number? Answer: 3:07-cr-1." in rows(case)


def test_enter_on_a_line_goes_to_its_question(sample: Hand) -> None:
    sample.control(Qt.Key.Key_R)
    for _ in range(2):
        sample.press(Qt.Key.Key_Down)
    sample.press(Qt.Key.Key_Return)
    assert sample.page.panes.isVisible()
    assert sample.page.form.blocks["case.number"].isAncestorOf(sample.focus)


@pytest.mark.parametrize("key", [Qt.Key.Key_F7, Qt.Key.Key_F8, Qt.Key.Key_F6])
def test_every_way_to_another_pane_leaves_the_review(case: Hand, key: Qt.Key) -> None:
    case.control(Qt.Key.Key_R)
    case.press(key)
    assert case.page.panes.isVisible()


# ---- the answers


def test_the_lines_can_be_narrowed_and_each_tells_its_state_in_words(case: Hand) -> None:
    case.answer("movant.facility", "FCI Butner")
    case.go_to("case.number")
    case.control(Qt.Key.Key_U)
    case.control(Qt.Key.Key_R)
    every = rows(case)
    choose(case, "missing")
    missing = rows(case)
    assert 0 < len(missing) < len(every)
    assert all("Missing." in line for line in missing)
    choose(case, "unknown")
    assert rows(case) == [
        "What is the criminal case number? Answer: Unknown, must be obtained. Must be obtained."
    ]
    choose(case, "unproved")
    assert any(line.startswith("In which facility") and "Without proof." in line for line in rows(case))
    choose(case, "changed")
    assert rows(case) == []
    assert case.page.review.page.answers.told.text() == "No question."


def test_the_whole_of_a_long_answer_stands_below_the_list(sample: Hand) -> None:
    sample.control(Qt.Key.Key_R)
    tab = sample.page.review.page.answers
    long = next(line for line in tab.lines if len(line.answer) > 400)
    for section in range(tab.rows.rowCount()):
        item = tab.rows.item(section)
        for row in range(item.rowCount()):
            if item.child(row).data(Qt.ItemDataRole.UserRole) == long.question:
                assert item.child(row, 1).text().endswith(" …")
                tab.view.setCurrentIndex(item.child(row).index())
    assert long.answer in tab.whole.toPlainText()


def test_everything_in_the_review_that_takes_the_keyboard_has_a_name(sample: Hand) -> None:
    sample.control(Qt.Key.Key_R)
    page = sample.page.review.page
    for place in range(page.tabs.count()):
        page.tabs.setCurrentIndex(place)
        for widget in page.findChildren(QWidget):
            takes = widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisible()
            if takes and widget.focusProxy() is None:
                assert name_of(widget).strip(), widget


def saved(monkeypatch: pytest.MonkeyPatch, path: Path) -> Path:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    return path


def test_the_answers_go_onto_paper(sample: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sample.control(Qt.Key.Key_R)
    path = saved(monkeypatch, tmp_path / "answers.pdf")
    sample.page.review.page.answers.save_button.click()
    content = path.read_bytes()
    assert content.startswith(b"%PDF-")
    assert content.count(b"/Type /Page\n") > 5


def test_the_printed_summary_has_headings_and_every_answer(sample: Hand) -> None:
    sample.control(Qt.Key.Key_R)
    tab = sample.page.review.page.answers
    html = tab._page()
    assert html.count("<h2>") == len({line.section for line in tab.lines})
    browser = QTextBrowser()
    browser.setHtml(html)
    text = " ".join(browser.toPlainText().split())
    for line in tab.lines:
        assert " ".join(line.answer.split()) in text
    assert "For the file only" in text


def test_a_place_that_cannot_be_written_is_told(
    sample: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sample.control(Qt.Key.Key_R)
    blocked = tmp_path / "file"
    blocked.write_bytes(b"")
    saved(monkeypatch, blocked / "answers.pdf")
    tab = sample.page.review.page.answers
    tab.save_button.click()
    (box,) = tab.findChildren(QMessageBox)
    assert "cannot be written" in box.text()
    assert box.text().endswith("choose another folder.")
    box.close()


# ---- what changed


def test_changes_since_the_last_draft_are_listed_and_lead_to_their_questions(
    sample: Hand, tmp_path: Path
) -> None:
    sample.session.draft(tmp_path, on=date(2026, 11, 23))
    sample.answer("movant.facility", "FCI Butner")
    sample.control(Qt.Key.Key_R)
    page = sample.page.review.page
    page.tabs.setCurrentWidget(page.changes)
    table = page.changes.table
    assert page.changes.told.text().startswith("1 answer has changed since the last draft of ")
    assert [table.item(0, column).text() for column in range(4)] == [
        "Case and court",
        "In which facility is the movant held now?",
        "FCI Exampleton\nProof: Ex. D at 1",
        "FCI Butner\nProof: Ex. D at 1",
    ]
    table.setFocus()
    sample.press(Qt.Key.Key_Return)
    assert sample.page.form.blocks["movant.facility"].isAncestorOf(sample.focus)


def test_a_case_that_was_never_drafted_says_so(case: Hand) -> None:
    case.control(Qt.Key.Key_R)
    changes = case.page.review.page.changes
    assert changes.told.text().startswith("Nothing was drafted yet")
    assert not changes.compare_button.isEnabled()


def test_a_paper_is_compared_with_its_file_and_a_new_draft(
    sample: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    (file,) = sample.session.draft(tmp_path, on=date(2026, 11, 23)).files
    paper = docx.Document(str(file))
    paragraph = next(one for one in paper.paragraphs if one.text.startswith("Jordan"))
    by_hand = paragraph.text.replace("Jordan", "Jody", 1)
    for run in paragraph.runs[1:]:
        run.text = ""
    paragraph.runs[0].text = by_hand
    paper.save(str(file))
    sample.session.set_answer("offense.role", "only a courier")
    sample.control(Qt.Key.Key_R)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    changes = sample.page.review.page.changes
    changes.compare_button.click()
    (dialog,) = changes.findChildren(CompareDialog)
    text = dialog.browser.toPlainText()
    assert "[– Jordan –] [+ Jody +]" in text
    assert "Changed by hand; a new draft would not have it" in text
    assert "The program would draft otherwise now" in text
    html = dialog.browser.toHtml()
    assert "text-decoration: underline" in html
    assert "text-decoration: line-through" in html
    dialog.close()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)


# ---- the timeline


def test_the_timeline_is_a_list_that_leads_to_the_question_of_a_day(sample: Hand) -> None:
    sample.control(Qt.Key.Key_R)
    page = sample.page.review.page
    page.tabs.setCurrentWidget(page.timeline)
    page.timeline.view.setFocus()
    told = [page.timeline.rows.item(row).text() for row in range(page.timeline.rows.rowCount())]
    assert "July 6, 2026: Warden received the request" in told
    place = told.index("July 6, 2026: Warden received the request")
    page.timeline.view.setCurrentIndex(page.timeline.rows.index(place, 0))
    sample.press(Qt.Key.Key_Return)
    assert sample.page.form.blocks["warden.received_on"].isAncestorOf(sample.focus)


def test_deadlines_can_be_left_out_of_the_picture(sample: Hand) -> None:
    sample.session.set_answer("order.ruling", "denied")
    sample.session.set_answer("order.entered_on", "2026-11-20")
    sample.control(Qt.Key.Key_R)
    tab = sample.page.review.page.timeline
    labels = {event.label for event in tab.shown()}
    assert "Notice of appeal" in labels
    tab.with_deadlines.setChecked(False)
    assert {event.label for event in tab.shown()} < labels
    assert "Notice of appeal" not in {event.label for event in tab.shown()}


@pytest.mark.parametrize("suffix", [".pdf", ".png", ".svg"])
def test_the_timeline_becomes_a_file_for_an_exhibit(
    sample: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    sample.control(Qt.Key.Key_R)
    path = saved(monkeypatch, tmp_path / f"timeline{suffix}")
    sample.page.review.page.timeline.save_button.click()
    content = path.read_bytes()
    assert str(Path.home()).encode() not in content
    if suffix == ".pdf":
        assert content.startswith(b"%PDF-")
        assert content.count(b"/Type /Page\n") == 1
    elif suffix == ".svg":
        assert b"Warden received the request" in content
    else:
        image = QImage.fromData(content)
        assert image.width() == PAPER_WIDTH * 300 // 72
        assert round(image.dotsPerMeterX() * 0.0254) == 300


def grays(image: QImage) -> set[tuple[int, int, int]]:
    step = range(0, image.width(), 3)
    colours = (image.pixelColor(x, y) for x in step for y in range(0, image.height(), 3))
    return {(one.red(), one.green(), one.blue()) for one in colours}


def test_the_picture_on_paper_needs_no_colour(sample: Hand) -> None:
    events = sample.session.timeline()
    image = QImage.fromData(FILES[".png"](TimelinePicture("Roe", events, TODAY, paper_ink(), PAPER_WIDTH)))
    assert len(grays(image)) > 2
    assert all(red == green == blue for red, green, blue in grays(image))


def test_what_lies_ahead_is_hollow_and_dashed(qapp: QApplication) -> None:
    del qapp
    drawn = {}
    for ahead in (False, True):
        event = TimelineEvent(date(2027, 1, 1), "Projected release", "custody", "custody.since", ahead)
        drawn[ahead] = FILES[".svg"](TimelinePicture("Roe", [event], TODAY, paper_ink(), PAPER_WIDTH))
    assert b"stroke-dasharray" in drawn[True]
    filled = re.compile(rb'<g fill="#000000"[^>]*>\s*<(?:circle|ellipse)')
    assert filled.search(drawn[False])
    assert len(filled.findall(drawn[True])) == len(filled.findall(drawn[False])) - 1


EVENTS = st.lists(
    st.builds(
        TimelineEvent,
        day=st.dates(date(1990, 1, 1), date(2060, 1, 1)),
        label=st.text("abcdefg ", min_size=1, max_size=160),
        kind=st.sampled_from(sorted(KINDS)),
        question=st.just("case.number"),
        ahead=st.booleans(),
    ),
    max_size=40,
)


@given(EVENTS, st.integers(200, 900))
def test_labels_never_overlap_and_none_leaves_the_picture(events: list[TimelineEvent], width: int) -> None:
    line = 12.0
    ordered = sorted(events, key=lambda event: event.day)
    found = placed(ordered, TODAY, width=width, line=line, length=lambda text: 6.0 * len(text))
    free = 0.0
    for label, event in zip(found.labels, ordered, strict=True):
        assert label.event is event
        assert " ".join(label.lines) == " ".join(event.words.split())
        assert label.top >= free - 1e-6
        assert 0 <= label.at <= found.height
        free = label.top + label.height + GAP * line
    assert free - GAP * line <= found.height + 1e-6
    for (_, one), (_, other) in zip(found.years, found.years[1:], strict=False):
        assert other - one >= line


# ---- time served


def test_time_served_is_a_bar_with_its_working_on_demand(sample: Hand) -> None:
    sample.session.set_answer("case.filing_date", "2026-11-23")
    sample.control(Qt.Key.Key_R)
    page = sample.page.review.page
    page.tabs.setCurrentWidget(page.time)
    assert "Served, in custody: 4,130 days, 75.3 percent of the full term" in name_of(page.time.bar)
    assert page.time.bar.height() >= page.time.bar.sizeHint().height()
    assert "Good conduct time at 54 days a year" not in page.time.figures.toPlainText()
    page.time.with_working.setChecked(True)
    assert "Good conduct time at 54 days a year" in page.time.figures.toPlainText()
    assert page.time.bar.grab().size().height() > QSize(0, 0).height()


def test_a_sentence_that_cannot_be_counted_says_what_is_missing(case: Hand) -> None:
    case.control(Qt.Key.Key_R)
    time = case.page.review.page.time
    assert time.told.text().startswith("The sentence cannot be counted yet")
    assert time.bar.isHidden()


def test_a_day_before_the_law_is_told_above_the_tabs(sample: Hand) -> None:
    sample.session.set_answer("case.filing_date", "2015-01-01")
    sample.control(Qt.Key.Key_R)
    page = sample.page.review.page
    assert "take a later filing date" in page.told.text
    assert page.timeline.shown() == ()
    assert len(page.answers.lines) > 100
