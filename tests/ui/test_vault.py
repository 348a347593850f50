"""The passphrase in the window: protecting, locking, unlocking, changing, removing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from drafter.app.library import Library
from drafter.app.my_words import NAME, MyWords
from drafter.ui.case.spelling import Spelling
from drafter.ui.main_window import MainWindow
from drafter.ui.theme import Theme
from drafter.ui.vault.passphrase_dialog import PassphraseDialog

Hand = Any  # conftest.Hand
SECRET = "four unconnected words here"  # noqa: S105 - of a test


def protect(window: MainWindow, passphrase: str, current: str = "") -> None:
    """Fill the window that asks for a new passphrase with keys."""
    window.vault.protect()
    dialog = window.findChildren(PassphraseDialog)[-1]
    QTest.keyClicks(dialog.old, current)
    QTest.keyClicks(dialog.first, passphrase)
    QTest.keyClicks(dialog.second, passphrase)
    QTest.keyClick(dialog.second, Qt.Key.Key_Return)
    window.activateWindow()  # offscreen, no window manager does it when the dialog closes
    QTest.qWaitForWindowActive(window)


def unlock(window: MainWindow, passphrase: str) -> None:
    page = window.vault.page
    assert page is not None
    page.line.clear()
    QTest.keyClicks(page.line, passphrase)
    QTest.keyClick(page.line, Qt.Key.Key_Return)


def texts(window: QWidget) -> str:
    """Every text that any part of the window holds for eyes or screen readers."""
    parts = [window, *window.findChildren(QWidget)]
    shown = [one for one in parts if one.isVisible()]
    found = [str(one.property(name)) for one in shown for name in ("text", "accessibleName", "windowTitle")]
    return "\n".join(found)


def test_a_protected_library_locks_and_opens_where_it_was(case: Hand, data_dir: Path) -> None:
    protect(case.window, SECRET)
    assert not (data_dir / "drafter.sqlite").read_bytes().startswith(b"SQLite format 3")
    case.window.open_case(1)
    case.go_to("case.number")
    case.type("1:21-cr-77")
    case.control(Qt.Key.Key_L)
    assert case.window.page is None
    assert case.window.windowTitle() == "drafter"
    for word in ("Roe", "cr-77"):
        assert word not in texts(case.window)
    assert case.window.start.cases.table.lines == []
    unlock(case.window, "wrong")
    assert "does not open" in case.window.vault.page.told.text
    assert "Roe" not in texts(case.window)
    unlock(case.window, SECRET)
    assert case.session.answers.stored("case.number") == "1:21-cr-77"
    assert case.page.form.blocks["case.number"].isAncestorOf(case.window.focusWidget())


def test_while_locked_no_command_reaches_a_case(case: Hand) -> None:
    protect(case.window, SECRET)
    case.window.vault.lock()
    offered = [
        action.text() for action in case.window.actions_.every() if action.isEnabled() and action.text()
    ]
    assert offered == ["&Quit", "&Manual", "&Keyboard shortcuts"]  # which hold no word of any case
    unlock(case.window, SECRET)
    assert len([action for action in case.window.actions_.every() if action.isEnabled()]) > 10


def test_it_locks_by_itself_and_what_is_typed_is_saved_before(case: Hand, library: Library) -> None:
    protect(case.window, SECRET)
    assert case.window.vault.idle.isActive()
    case.window.open_case(1)
    case.go_to("case.number")
    case.type("1:21-cr-77")
    case.window.vault.idle.timeout.emit()
    assert library.locked
    library.unlock(SECRET)
    assert library.open_case(1).answers.stored("case.number") == "1:21-cr-77"


def test_ones_own_words_are_known_in_an_encrypted_library_and_after_it_was_locked(
    case: Hand, library: Library, qtbot: QtBot
) -> None:
    protect(case.window, SECRET)
    MyWords(library.kept_text(NAME)).add("quillfeather")
    case.window.open_case(1)
    spelling = case.window.findChild(Spelling)
    spelling.prepare()
    qtbot.waitUntil(lambda: "quillfeather" in spelling._my_words)
    case.window.vault.lock()
    unlock(case.window, SECRET)
    spelling.add("inkwell’s")
    assert set(MyWords(library.kept_text(NAME)).words()) == {"quillfeather", "inkwell"}


def test_every_key_begins_the_minutes_anew(case: Hand) -> None:
    protect(case.window, SECRET)
    idle = case.window.vault.idle
    idle.setTimerType(Qt.TimerType.PreciseTimer)
    idle.start(1_000_000)
    QTest.qWait(30)
    left = idle.remainingTime()
    QTest.keyClick(case.window.start.search, Qt.Key.Key_A)
    assert idle.remainingTime() > left


def test_a_passphrase_is_changed_only_with_the_one_in_use_and_removed_again(
    hand: Hand, library: Library, data_dir: Path
) -> None:
    library.new("one")
    protect(hand.window, SECRET)
    protect(hand.window, "another one", current="not it")
    dialog = hand.window.findChildren(PassphraseDialog)[-1]
    assert "not the passphrase in use" in dialog.told.text
    dialog.reject()
    protect(hand.window, "another one", current=SECRET)
    assert library.opens_with("another one")

    def remove(asked: QWidget) -> None:
        assert isinstance(asked, QInputDialog)
        line = asked.findChild(QLineEdit)
        assert line is not None
        QTest.keyClicks(line, "another one")
        QTest.keyClick(line, Qt.Key.Key_Return)

    hand.in_dialog(remove)
    hand.window.vault.remove()
    assert not library.encrypted
    assert (data_dir / "drafter.sqlite").read_bytes().startswith(b"SQLite format 3")
    assert [line.title for line in library.cases()] == ["one"]


def test_two_entries_that_differ_protect_nothing(hand: Hand, library: Library) -> None:
    hand.window.vault.protect()
    dialog = hand.window.findChildren(PassphraseDialog)[-1]
    QTest.keyClicks(dialog.first, "one thing")
    assert dialog.said.text() != ""
    QTest.keyClicks(dialog.second, "another")
    QTest.keyClick(dialog.second, Qt.Key.Key_Return)
    assert "differ" in dialog.told.text
    assert not library.encrypted
    dialog.reject()


def test_a_locked_library_asks_at_the_start_and_shows_nothing_before(
    qapp: QApplication, qtbot: QtBot, data_dir: Path
) -> None:
    library = Library.open(data_dir)
    library.new("Roe")
    library.set_passphrase(SECRET)
    library.lock()
    window = MainWindow(library, Theme(qapp))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.vault.page is not None)
    assert texts(window).count("The library is locked.") > 0
    assert window.start.cases is None
    unlock(window, SECRET)
    assert [line.title for line in window.start.complete().table.lines] == ["Roe"]
    window.close()
    library.close()


def test_a_passphrase_is_offered_once_on_the_first_run(
    hand: Hand, library: Library, qapp: QApplication, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: hand.window.start.notices.texts != [])
    assert "not encrypted yet" in hand.window.start.notices.texts[0]
    hand.window.close()
    again = MainWindow(library, Theme(qapp))
    qtbot.addWidget(again)
    again.show()
    qtbot.waitUntil(lambda: again.start.cases is not None)
    QTest.qWait(50)
    assert again.start.notices.texts == []
