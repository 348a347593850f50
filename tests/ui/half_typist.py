"""A person who leaves everything half typed: types into the fields of a case, waits a moment, and is killed.

Started by test_half_typed.py in a process of its own.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from drafter.app.library import Library
from drafter.ui.case.autosave import SAVE_AFTER
from drafter.ui.main_window import MainWindow
from drafter.ui.theme import Theme

_KEYS = {"\t": Qt.Key.Key_Tab, "\n": Qt.Key.Key_Return}


def _type(text: str) -> None:
    for character in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            focus = QApplication.focusWidget()
            assert focus is not None
            event = QKeyEvent(kind, _KEYS.get(character, 0), Qt.KeyboardModifier.NoModifier, character)
            QApplication.sendEvent(focus, event)


def _wait(application: QApplication, seconds: float) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        application.processEvents()
        time.sleep(0.002)


def main(folder: str, case: str, *entries: str) -> None:
    """Type every entry, “question=text”, into the open case and tell when the last was to be stored."""
    application = QApplication([])
    window = MainWindow(Library.open(Path(folder)), Theme(application))
    window.show()
    window.activateWindow()
    while QApplication.focusWidget() is None:
        application.processEvents()
    window.open_case(int(case))
    assert window.page is not None
    for entry in entries:
        question, _, text = entry.partition("=")
        window.page.go_to(question)
        _type(text)
    _wait(application, 1.2 * SAVE_AFTER / 1000)
    sys.stdout.write("typed\n")
    sys.stdout.flush()
    _wait(application, 60)


if __name__ == "__main__":
    main(*sys.argv[1:])
