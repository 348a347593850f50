"""Work that takes long: what cannot be stopped offers no Stop, and nothing closes its window early."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QProgressDialog, QPushButton, QWidget

from drafter.app.library import Library
from drafter.ui import working as in_thread
from drafter.ui.library import check_dialog
from drafter.ui.library.check_dialog import CheckDialog
from drafter.ui.vault.passphrase_dialog import PassphraseDialog
from drafter.ui.working import work

Hand = Any  # conftest.Hand


def stops(dialog: QWidget) -> list[str]:
    assert isinstance(dialog, QProgressDialog)
    return [button.text() for button in dialog.findChildren(QPushButton)]


def test_what_cannot_be_stopped_shows_no_button_and_no_key_closes_it(hand: Hand) -> None:
    over = threading.Event()
    seen: list[object] = []

    def look(dialog: QWidget) -> None:
        seen.append(stops(dialog))
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        dialog.close()
        seen.append(dialog.isVisible())
        over.set()

    hand.in_dialog(look)
    assert work(hand.window, "Working…", lambda stopped: (over.wait(10), stopped()), can_stop=False) == (
        True,
        False,
    )
    assert seen == [[], True]
    assert not any(
        isinstance(one, QProgressDialog) and one.isVisible() for one in QApplication.topLevelWidgets()
    )


def test_what_can_be_stopped_stops(hand: Hand) -> None:
    seen: list[list[str]] = []

    def look(dialog: QWidget) -> None:
        seen.append(stops(dialog))
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    def do(stopped: Any) -> bool:  # noqa: ANN401 - as the work gets it
        ended = threading.Event()
        while not stopped():
            ended.wait(0.01)
        return True

    hand.in_dialog(look)
    assert work(hand.window, "Working…", do)
    assert seen == [["Stop"]]


def test_a_backup_and_a_check_offer_no_stop_that_does_nothing(
    hand: Hand, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []

    def working(*given: Any, can_stop: bool = True) -> object:  # noqa: ANN401 - as work is called
        asked.append(can_stop)
        return work(*given, can_stop=can_stop)

    library.new("Doe")
    for module in (in_thread, check_dialog):
        monkeypatch.setattr(module, "work", working)
    hand.window.desk.begin()
    hand.window.desk.backups.back_up_now()
    CheckDialog(hand.window, library).reject()
    assert asked == [False, False]


def test_the_passphrase_in_use_is_checked_under_a_wait_cursor(
    hand: Hand, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.set_passphrase("correct horse")
    shapes: list[Qt.CursorShape] = []

    def opens_with(_passphrase: str) -> bool:
        cursor = QApplication.overrideCursor()
        shapes.append(Qt.CursorShape.ArrowCursor if cursor is None else cursor.shape())
        return False

    monkeypatch.setattr(library, "opens_with", opens_with)
    hand.window.vault.protect()
    dialog = hand.window.findChild(PassphraseDialog)
    QTest.keyClicks(dialog.findChildren(QLineEdit)[0], "guess")
    dialog.buttons.accepted.emit()
    assert shapes == [Qt.CursorShape.WaitCursor]
    assert QApplication.overrideCursor() is None
    dialog.reject()
