"""No word is lost: what is typed is stored without leaving the field, and a failing disk loses nothing."""

from __future__ import annotations

import time
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from drafter.errors import StoreError

Hand = Any  # conftest.Hand
_LIMIT = 2.0  # seconds that may be lost at most


def test_it_is_stored_within_two_seconds_without_leaving_the_field(case: Hand, qtbot: QtBot) -> None:
    case.go_to("movant.register_number")
    case.type("12345-058")
    assert case.stored("movant.register_number") is None
    qtbot.waitUntil(lambda: case.value("movant.register_number") == "12345-058", timeout=int(_LIMIT * 1000))


@pytest.mark.parametrize("question", ["movant.register_number", "offense.conduct"])
def test_who_never_pauses_never_has_more_than_two_seconds_unsaved(case: Hand, question: str) -> None:
    case.go_to(question)
    typed, stamps = "", []
    begun = time.monotonic()
    while time.monotonic() - begun < 4:
        typed += "x"
        stamps.append((time.monotonic(), typed))
        case.type("x")
        QTest.qWait(40)
        if time.monotonic() - begun > _LIMIT:
            old = [text for stamp, text in stamps if stamp < time.monotonic() - _LIMIT]
            assert str(case.value(question)).startswith(old[-1])
    assert len(typed) > 20


def test_a_cell_is_stored_while_it_is_typed_into(case: Hand, qtbot: QtBot) -> None:
    case.go_to("offense.counts")
    case.type("One")
    qtbot.waitUntil(lambda: case.value("offense.counts") == [{"count": "One"}], timeout=int(_LIMIT * 1000))
    case.type(" and Two")
    qtbot.waitUntil(
        lambda: case.value("offense.counts") == [{"count": "One and Two"}], timeout=int(_LIMIT * 1000)
    )


def test_going_to_another_section_stores_first(case: Hand) -> None:
    case.go_to("case.division")
    case.type("Charlotte Division")
    case.control(Qt.Key.Key_PageDown)
    assert case.page.place == 1
    assert case.value("case.division") == "Charlotte Division"


def test_leaving_the_program_for_another_stores_first(case: Hand, qapp: QApplication) -> None:
    case.go_to("case.division")
    case.type("Charlotte Division")
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert case.value("case.division") == "Charlotte Division"


def test_closing_the_window_stores_first(case: Hand) -> None:
    number = case.session.id
    case.go_to("case.division")
    case.type("Charlotte Division")
    assert case.window.close()
    case.window.open_case(number)
    assert case.value("case.division") == "Charlotte Division"


def test_save_now_says_that_everything_is_saved(case: Hand) -> None:
    case.go_to("case.division")
    case.type("Charlotte Division")
    case.control(Qt.Key.Key_S)
    assert case.window.statusBar().currentMessage() == "Everything is saved."
    assert case.value("case.division") == "Charlotte Division"


def test_a_full_disk_is_told_keeps_the_text_and_is_tried_again(
    case: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    full = "The disk is full; free some space."

    def refuse(*_edits: object, **_how: object) -> None:
        raise StoreError(full)

    with monkeypatch.context() as broken:
        broken.setattr(case.session._store, "write", refuse)
        block = case.answer("case.division", "Charlotte Division")
        assert full in case.page.fault.words.text()
        assert case.page.fault.isVisible()
        case.answer("case.number", "1:21-cr-1")
        assert block.editor.raw() == "Charlotte Division"
    assert case.stored("case.division") is None
    case.page.fault.action.click()
    assert case.page.fault.isHidden()
    assert (case.value("case.division"), case.value("case.number")) == ("Charlotte Division", "1:21-cr-1")


def test_an_unreadable_entry_is_asked_about_before_it_is_lost(case: Hand) -> None:
    def go_back(dialog: QWidget) -> None:
        assert isinstance(dialog, QMessageBox)
        assert "filing date" in dialog.text().lower() or "filed" in dialog.text().lower()
        button = next(b for b in dialog.findChildren(QPushButton) if b.text() == "Go back")
        QTest.keyClick(button, Qt.Key.Key_Space)

    block = case.answer("case.filing_date", "2/30/2026")
    case.in_dialog(go_back)
    case.control(Qt.Key.Key_W)
    assert case.window.page is not None
    assert block.editor.raw() == "2/30/2026"
