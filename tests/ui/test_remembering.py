"""A passphrase that this computer remembers: the library opens without it, and locks as before."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from keyring.errors import KeyringLocked
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from drafter.app.library import Library
from drafter.app.remembered_key import MARK
from drafter.ui.main_window import MainWindow
from drafter.ui.theme import Theme
from drafter.ui.vault.lock_page import LockPage
from drafter.ui.vault.passphrase_dialog import PassphraseDialog

Ring = Any  # fake_ring.FakeRing
SECRET, OTHER = "four unconnected words here", "quite other words"  # of a test


@pytest.fixture
def start(qapp: QApplication, qtbot: QtBot, data_dir: Path) -> Iterator[Callable[[], MainWindow]]:
    """Start the program over an encrypted library, as often as wanted; the window before is closed."""
    made = Library.open(data_dir)
    made.new("Roe")
    made.set_passphrase(SECRET)
    made.close()
    running: list[tuple[MainWindow, Library]] = []

    def end() -> None:
        for window, library in running:
            window.close()
            library.close()
        running.clear()

    def begin() -> MainWindow:
        end()
        library = Library.open(data_dir)
        window = MainWindow(library, Theme(qapp))
        qtbot.addWidget(window)
        running.append((window, library))
        window.show()
        qtbot.waitUntil(lambda: window.vault.page is not None)
        return window

    yield begin
    end()


def page_of(window: MainWindow) -> LockPage:
    assert window.vault.page is not None
    return window.vault.page


def unlock(window: MainWindow, passphrase: str = SECRET) -> None:
    line = page_of(window).line
    line.clear()
    QTest.keyClicks(line, passphrase)
    QTest.keyClick(line, Qt.Key.Key_Return)


def titles(window: MainWindow) -> list[str]:
    return [line.title for line in window.start.complete().table.lines]


def remember(window: MainWindow, qtbot: QtBot, ring: Ring) -> None:
    """Unlock with the box ticked, and wait until the keyring has it."""
    box = page_of(window).remember
    qtbot.waitUntil(box.isVisible)
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert box.isChecked()
    unlock(window)
    qtbot.waitUntil(lambda: bool(ring.entries))


def settled(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until the keyring has answered everything."""
    remembering = window.vault._remembering
    assert remembering is not None
    qtbot.waitUntil(lambda: not remembering._open)


def answer_dialog(passphrase: str) -> None:
    """Type ``passphrase`` into the window that the next command opens."""

    def act() -> None:
        asked = QApplication.activeModalWidget()
        if asked is None:
            QTimer.singleShot(20, act)
            return
        line = asked.findChild(QLineEdit)
        assert line is not None
        QTest.keyClicks(line, passphrase)
        QTest.keyClick(line, Qt.Key.Key_Return)

    QTimer.singleShot(0, act)


def change(window: MainWindow, new: str) -> None:
    window.vault.protect()
    dialog = window.findChildren(PassphraseDialog)[-1]
    QTest.keyClicks(dialog.old, SECRET)
    QTest.keyClicks(dialog.first, new)
    QTest.keyClicks(dialog.second, new)
    QTest.keyClick(dialog.second, Qt.Key.Key_Return)


def test_what_is_remembered_opens_the_library_at_the_next_start_without_asking(
    start: Callable[[], MainWindow], ring: Ring, qtbot: QtBot
) -> None:
    window = start()
    remember(window, qtbot, ring)
    assert titles(window) == ["Roe"]
    again = start()
    qtbot.waitUntil(lambda: not again.vault.locked)
    assert titles(again) == ["Roe"]
    assert page_of(again).isHidden()
    assert again.vault.idle.isActive()
    assert len([action for action in again.actions_.every() if action.isEnabled()]) > 10


@pytest.mark.parametrize("by_hand", [True, False])
def test_once_locked_it_asks_again_although_it_is_remembered(
    start: Callable[[], MainWindow], ring: Ring, qtbot: QtBot, by_hand: bool
) -> None:
    remember(start(), qtbot, ring)
    window = start()
    qtbot.waitUntil(lambda: not window.vault.locked)
    before = ring.asked
    if by_hand:
        window.vault.lock()
    else:
        window.vault.idle.timeout.emit()
    QTest.qWait(100)
    settled(window, qtbot)
    assert window.vault.locked
    assert page_of(window).isVisible()
    assert page_of(window).remember.isChecked()
    assert ring.asked == before
    unlock(window)
    assert titles(window) == ["Roe"]
    assert len(ring.entries) == 1


def test_the_box_unticked_forgets_what_was_remembered(
    start: Callable[[], MainWindow], ring: Ring, qtbot: QtBot, data_dir: Path
) -> None:
    window = start()
    remember(window, qtbot, ring)
    window.vault.lock()
    page_of(window).remember.setChecked(False)
    unlock(window)
    settled(window, qtbot)
    assert ring.entries == {}
    assert not (data_dir / MARK).exists()


def test_unlocking_without_the_box_puts_nothing_into_the_keyring(
    start: Callable[[], MainWindow], ring: Ring, qtbot: QtBot
) -> None:
    window = start()
    qtbot.waitUntil(page_of(window).remember.isVisible)
    assert not page_of(window).remember.isChecked()
    unlock(window)
    assert not window.vault.locked
    settled(window, qtbot)
    assert ring.asked == 0


def test_without_a_keyring_no_box_is_shown(start: Callable[[], MainWindow], qtbot: QtBot) -> None:
    window = start()
    settled(window, qtbot)
    assert page_of(window).remember.isHidden()
    unlock(window)
    assert titles(window) == ["Roe"]


def test_a_key_that_no_longer_opens_the_file_is_forgotten_and_the_passphrase_asked(
    start: Callable[[], MainWindow], ring: Ring, qtbot: QtBot, data_dir: Path
) -> None:
    remember(start(), qtbot, ring)
    ring.entries.update(dict.fromkeys(ring.entries, "ab" * 32))
    window = start()
    settled(window, qtbot)
    assert window.vault.locked
    assert "does not open the library any more" in page_of(window).told.text
    assert ring.entries == {}
    assert not (data_dir / MARK).exists()
    assert not page_of(window).remember.isChecked()
    unlock(window)
    assert titles(window) == ["Roe"]


def test_a_passphrase_changed_elsewhere_is_asked_for(
    start: Callable[[], MainWindow], ring: Ring, qtbot: QtBot, data_dir: Path
) -> None:
    window = start()
    remember(window, qtbot, ring)
    window.close()
    elsewhere = Library.open(data_dir)
    elsewhere.unlock(SECRET)
    elsewhere.set_passphrase(OTHER)
    elsewhere.close()
    window = start()
    settled(window, qtbot)
    assert window.vault.locked
    assert "no longer remembers" in page_of(window).told.text
    assert ring.entries == {}
    unlock(window, OTHER)
    assert titles(window) == ["Roe"]


def test_a_changed_passphrase_is_remembered_in_place_of_the_former(
    start: Callable[[], MainWindow], ring: Ring, qtbot: QtBot
) -> None:
    window = start()
    remember(window, qtbot, ring)
    (former,) = ring.entries
    change(window, OTHER)
    settled(window, qtbot)
    assert len(ring.entries) == 1
    assert former not in ring.entries
    again = start()
    qtbot.waitUntil(lambda: not again.vault.locked)
    again.vault.lock()
    unlock(again, OTHER)
    assert titles(again) == ["Roe"]


def test_a_removed_passphrase_is_forgotten(start: Callable[[], MainWindow], ring: Ring, qtbot: QtBot) -> None:
    window = start()
    remember(window, qtbot, ring)
    answer_dialog(SECRET)
    window.vault.remove()
    settled(window, qtbot)
    assert ring.entries == {}
    assert titles(window) == ["Roe"]


def test_the_menu_forgets_it_and_says_so(
    start: Callable[[], MainWindow], ring: Ring, qtbot: QtBot, data_dir: Path
) -> None:
    window = start()
    remember(window, qtbot, ring)
    (command,) = [one for one in window.actions_.every() if one.text().startswith("Forget the passphrase")]
    command.trigger()
    settled(window, qtbot)
    assert "has forgotten" in window.statusBar().currentMessage()
    assert ring.entries == {}
    assert not (data_dir / MARK).exists()
    command.trigger()
    assert "does not remember" in window.statusBar().currentMessage()
    again = start()
    settled(again, qtbot)
    assert again.vault.locked


def test_a_keyring_that_fails_at_the_start_is_told_and_the_passphrase_opens(
    start: Callable[[], MainWindow], ring: Ring, qtbot: QtBot
) -> None:
    remember(start(), qtbot, ring)
    ring.fault = KeyringLocked("Failed to unlock the collection!")
    window = start()
    QTest.keyClicks(page_of(window).line, "four")
    settled(window, qtbot)
    told = page_of(window).told.text
    assert told == (
        "The system’s keyring did not give the key (Failed to unlock the collection!); type the passphrase."
    )
    assert page_of(window).line.text() == "four"
    unlock(window)
    assert titles(window) == ["Roe"]


def test_a_keyring_that_refuses_to_keep_is_told_and_the_library_is_open(
    start: Callable[[], MainWindow], ring: Ring, qtbot: QtBot, data_dir: Path
) -> None:
    window = start()
    qtbot.waitUntil(page_of(window).remember.isVisible)
    QTest.keyClick(page_of(window).remember, Qt.Key.Key_Space)
    ring.fault = OSError("no bus")
    unlock(window)
    settled(window, qtbot)
    assert titles(window) == ["Roe"]
    assert [told for told in window.start.notices.texts if "keyring" in told] == [
        "The system’s keyring did not keep the key (no bus); the passphrase is asked for at the next start."
    ]
    assert not (data_dir / MARK).exists()


def test_the_passphrase_opens_the_library_while_the_keyring_is_silent(
    start: Callable[[], MainWindow], ring: Ring, qtbot: QtBot
) -> None:
    remember(start(), qtbot, ring)
    ring.talks.clear()
    window = start()
    unlock(window)
    assert titles(window) == ["Roe"]
    window.open_sample("vailes")
    ring.talks.set()
    settled(window, qtbot)
    assert window.page is not None, "the case that was opened meanwhile stays"
    assert len(ring.entries) == 1
