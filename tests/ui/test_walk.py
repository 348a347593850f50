"""The whole walk through the window, with keys: a new case, an answer of each kind, a draft."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QApplication, QCalendarWidget, QFileDialog
from pytestqt.qtbot import QtBot

Hand = Any  # conftest.Hand; the tests' folders are no packages, so it cannot be imported by name


def test_first_run_offers_the_sample(hand: Hand, qtbot: QtBot) -> None:
    assert hand.focus is hand.window.start.cases.welcome.sample
    hand.press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: hand.window.page is not None)
    assert "Vailes" in hand.session.title


def test_an_answer_of_each_kind_is_stored_when_its_field_is_left(case: Hand) -> None:
    case.answer("case.number", "1:21-cr-00042-RJC-1")
    case.answer("case.district", "United States District Court for the Western District of North Carolina")
    case.answer("case.filing_date", "11/30/2026")
    case.go_to("movant.name")
    case.type("Robin Q.\tRoe\tJr.\t")
    case.go_to("movant.facility_address")
    case.type("Two Mile Drive\tOtisville\tNY\t10963\t")
    case.go_to("movant.pronouns")
    case.press(Qt.Key.Key_Down)
    case.press(Qt.Key.Key_Tab)
    case.answer("offense.conduct", "Mr. Roe drove a car.")
    case.go_to("sentence.life")
    case.type("n")
    case.answer("sentence.months", "250")
    case.answer("sentence.fine", "$1,250")
    case.go_to("offense.counts")
    case.type("One\tconspiracy\t21 U.S.C. § 846\t250 months\t\t")
    case.page.go_to("case.number")

    assert case.value("case.number") == "1:21-cr-00042-RJC-1"
    assert case.value("case.district") == "ncwd"
    assert case.value("case.filing_date") == "2026-11-30"
    assert case.value("movant.name") == {"given": "Robin Q.", "family": "Roe", "suffix": "Jr."}
    assert case.value("movant.facility_address") == {
        "street": "Two Mile Drive",
        "city": "Otisville",
        "state": "NY",
        "postal_code": "10963",
    }
    assert case.value("movant.pronouns") == "he"
    assert case.value("offense.conduct") == "Mr. Roe drove a car."
    assert case.value("sentence.life") is False
    assert case.value("sentence.months") == 250
    assert case.value("sentence.fine") == "$1,250.00"
    assert case.value("offense.counts") == [
        {"count": "One", "offense": "conspiracy", "statute": "21 U.S.C. § 846", "term": "250 months"}
    ]


def test_a_question_appears_below_when_an_answer_calls_for_it(case: Hand) -> None:
    case.go_to("case.emergency")
    place = case.page.form.verticalScrollBar().value()
    assert "case.emergency_reason" not in case.page.form.blocks
    case.type("y")
    block = case.page.form.blocks["case.emergency_reason"]
    assert block.isVisible()
    assert case.page.form.blocks["case.emergency"].isAncestorOf(case.focus)
    assert case.page.form.verticalScrollBar().value() == place
    case.press(Qt.Key.Key_Return)
    assert block.isAncestorOf(case.focus)


def test_a_hidden_answer_is_kept_but_masked(case: Hand) -> None:
    case.go_to("case.emergency")
    case.type("y")
    case.answer("case.emergency_reason", "surgery on 1 December")
    case.go_to("case.emergency")
    case.type("n")
    assert case.page.form.blocks["case.emergency_reason"].isHidden()
    assert case.value("case.emergency_reason") == "surgery on 1 December"
    assert "case.emergency_reason" not in case.session.flow.answers
    case.type("y")
    assert case.page.form.blocks["case.emergency_reason"].editor.raw() == "surgery on 1 December"


def test_a_wrong_date_is_told_beside_its_field_and_not_stored(case: Hand) -> None:
    block = case.answer("case.filing_date", "2/30/2026")
    assert "no day of the calendar" in block.told.text
    assert block.told.isVisible()
    assert case.stored("case.filing_date") is None
    assert block.editor.raw() == "2/30/2026"
    case.answer("case.number", "1:21-cr-1")
    assert case.value("case.number") == "1:21-cr-1"
    case.answer("case.filing_date", "2/28/2026")
    assert block.told.text == ""
    assert block.editor.raw() == "February 28, 2026"
    assert case.value("case.filing_date") == "2026-02-28"


def test_a_wrong_date_is_not_told_while_it_is_typed(case: Hand, qtbot: QtBot) -> None:
    block = case.go_to("case.filing_date")
    case.type("2/3")
    qtbot.waitUntil(lambda: not block.dirty)
    assert block.fault
    assert block.told.text == ""


def test_a_day_is_picked_from_the_calendar(case: Hand) -> None:
    block = case.go_to("case.filing_date")
    case.type("11/30/2026")
    case.press(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = QApplication.activePopupWidget()
    assert isinstance(calendar, QCalendarWidget)
    assert calendar.selectedDate().toString(Qt.DateFormat.ISODate) == "2026-11-30"
    calendar.activated.emit(calendar.selectedDate().addDays(1))
    assert block.editor.raw() == "December 1, 2026"
    assert case.value("case.filing_date") == "2026-12-01"


def test_what_is_not_in_a_long_list_is_told_briefly(case: Hand) -> None:
    block = case.answer("case.district", "District of Nowhere")
    assert "is not in the list" in block.told.text
    assert len(block.told.text) < 200
    assert case.stored("case.district") is None


def test_an_unknown_fact_is_noted_and_listed(case: Hand, qtbot: QtBot) -> None:
    block = case.go_to("movant.register_number")
    case.control(Qt.Key.Key_U)
    assert block.proof.how.hasFocus()
    assert block.editor.isHidden()
    case.type("judgment, page 1")
    case.press(Qt.Key.Key_Return)
    answer = case.stored("movant.register_number")
    assert answer is not None
    assert (answer.unknown, answer.note) == (True, "judgment, page 1")
    qtbot.waitUntil(
        lambda: any("judgment, page 1" in str(case.page.to_do.rows.index(row, 0).data()) for row in range(80))
    )
    case.go_to("movant.register_number")
    case.control(Qt.Key.Key_U)
    assert block.editor.isVisible()
    assert case.stored("movant.register_number") is None


@pytest.mark.parametrize(
    "question",
    [
        "case.number",
        "case.district",
        "case.emergency",
        "case.filing_date",
        "movant.name",
        "movant.facility_address",
        "movant.pronouns",
        "offense.conduct",
        "offense.counts",
        "custody.jail_credit",
        "sentence.fine",
    ],
)
def test_every_kind_of_answer_is_made_unknown_by_one_key_and_from_the_menu(case: Hand, question: str) -> None:
    block = case.go_to(question)
    case.control(Qt.Key.Key_U)
    answer = case.stored(question)
    assert answer is not None
    assert answer.unknown
    (command,) = (one for one in case.window.actions_.every() if "Ctrl+U" in one.text())
    command.trigger()
    assert case.stored(question) is None
    assert block.editor.isVisible()


def test_proof_is_kept_beside_the_answer(case: Hand) -> None:
    block = case.answer("movant.register_number", "12345-058")
    case.go_to("movant.register_number")
    case.control(Qt.Key.Key_E)
    case.type("Ex. B at 12; PSR ¶ 9")
    case.press(Qt.Key.Key_Return)
    answer = case.stored("movant.register_number")
    assert answer is not None
    assert [piece.show() for piece in answer.evidence] == ["Ex. B at 12", "PSR ¶ 9"]
    assert answer.stored == "12345-058"
    assert block.proof.fault() == ""


def test_the_preview_follows_and_leads_back(case: Hand, qtbot: QtBot) -> None:
    case.answer("case.number", "1:21-cr-00042-RJC-1")
    browser = case.page.draft.browser
    qtbot.waitUntil(lambda: "1:21-cr-00042-RJC-1" in browser.toPlainText())
    case.page.step(3)
    browser.anchorClicked.emit(QUrl("question:case.number"))
    assert case.page.form.blocks["case.number"].isAncestorOf(case.focus)


def test_a_draft_is_written_with_its_blanks(
    case: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case.answer("case.number", "1:21-cr-00042-RJC-1")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    case.control(Qt.Key.Key_D)
    (paper,) = tmp_path.glob("*.docx")
    tables = [cell.text for table in docx.Document(str(paper)).tables for cell in table._cells]
    assert any("1:21-cr-00042-RJC-1" in text for text in tables)
    assert str(tmp_path) in case.page.result.words.text()
    assert case.page.result.isVisible()


def test_the_whole_kit_is_written_with_one_key(
    case: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case.session.set_answer("counsel.status", "retained")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    case.press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    expected = case.session.documents()
    assert len(list(tmp_path.glob("*.docx"))) >= len(expected) > 1
    told = case.page.result.words.text()
    assert "written to" in told
    case.come_back(case.page.form.blocks["case.district"].fields()[0])  # from the window of progress
    case.press(
        Qt.Key.Key_D,
        Qt.KeyboardModifier.ControlModifier
        | Qt.KeyboardModifier.AltModifier
        | Qt.KeyboardModifier.ShiftModifier,
    )
    assert "not written" in case.page.result.words.text()


def test_tables_without_page_numbers_are_told_with_what_to_do(
    case: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    monkeypatch.setattr("drafter.paths.office_program", lambda: None)
    case.go_to("form.tables")
    case.type("y")
    case.control(Qt.Key.Key_D)
    told = case.page.result.words.text()
    assert told.endswith("let it update its fields, or install LibreOffice and draft again.")
    listed = sum(finding.stops_final for finding in case.session.findings())
    assert (f"{listed} problem" in told) == bool(listed)


def test_a_final_with_open_points_is_refused_and_they_are_shown(
    case: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    case.press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert list(tmp_path.iterdir()) == []
    assert "not written" in case.page.result.words.text()
    assert case.page.to_do.view.hasFocus()
    case.press(Qt.Key.Key_Home)
    case.press(Qt.Key.Key_Return)
    assert case.page.form.isAncestorOf(case.focus)


def test_an_unreadable_entry_keeps_the_saved_answer_and_stops_a_final(
    case: Hand, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case.answer("case.filing_date", "11/30/2026")
    block = case.answer("case.filing_date", "2/30/2026")
    assert "The saved answer is still November 30, 2026." in block.told.text
    assert case.value("case.filing_date") == "2026-11-30"
    qtbot.waitUntil(lambda: "2/30/2026" in str(case.page.to_do.rows.index(1, 0).data()))
    monkeypatch.setattr(case.session, "making", None)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    case.press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert "cannot be read" in case.page.result.words.text()


def test_the_next_missing_fact_is_one_key_away(case: Hand) -> None:
    missing = [item.question.id for item in case.session.flow.missing]
    case.page.outline.setFocus()
    case.press(Qt.Key.Key_F8)
    assert case.page.form.blocks[missing[0]].isAncestorOf(case.focus)
    case.press(Qt.Key.Key_F8)
    assert case.page.form.blocks[missing[1]].isAncestorOf(case.focus)


def test_closing_goes_back_to_the_list_with_the_case_on_top(case: Hand) -> None:
    case.answer("movant.name", "Robin\tRoe")
    case.control(Qt.Key.Key_W)
    assert case.window.page is None
    assert case.window.start.cases.view.hasFocus()
    line = case.window.start.cases.table.lines[0]
    assert (line.title, line.movant) == ("United States v. Roe", "Robin Roe")
    case.press(Qt.Key.Key_Return)
    assert case.page.form.blocks["movant.name"].editor.raw()["family"] == "Roe"
