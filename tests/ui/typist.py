"""A person who types and types: opens the window on a case, types into its fields, and says what is typed.

Started by test_kill.py in a process of its own, which is then killed.  Every line on its standard output is
the time, the question, and all that has been typed into its field so far.
"""

from __future__ import annotations

import json
import random
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from drafter.app.library import Library
from drafter.ui.main_window import MainWindow
from drafter.ui.theme import Theme

_FIELDS = (
    "movant.aliases",
    "offense.conduct",
    "case.division",
    "offense.counts",
    "danger.offense",
    "plan.support",
)
_WORDS = ("the", "quick", "fox", "of", "§", "3582(c)", "“lazy”", "dogs,", "José", "Nuñez", "12/3", "&", "<b>")
_PAUSE = 0.015  # seconds between two keys: a fast typist


def press(application: QApplication, key: int, text: str) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        focus = QApplication.focusWidget()
        assert focus is not None
        QApplication.sendEvent(focus, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))
    until = time.time() + _PAUSE
    while time.time() < until:
        application.processEvents()
        time.sleep(0.002)


def main(folder: str, case: str, seed: str) -> None:
    chance = random.Random(seed)  # noqa: S311 - only the order of words
    application = QApplication([])
    window = MainWindow(Library.open(Path(folder)), Theme(application))
    window.show()
    window.activateWindow()
    while QApplication.focusWidget() is None:
        application.processEvents()
    window.open_case(int(case))
    assert window.page is not None
    typed = dict.fromkeys(_FIELDS, "")
    while True:
        field = chance.choice(_FIELDS)
        window.page.go_to(field)
        if typed[field]:  # go on at the end of what is there
            if field == "offense.counts":
                press(application, Qt.Key.Key_F2, "")
            press(application, Qt.Key.Key_End, "")
        for _ in range(chance.choice((3, 10, 400))):  # the last never leaves its field
            for character in f"{chance.choice(_WORDS)} ":
                press(application, 0, character)
                typed[field] += character
                sys.stdout.write(json.dumps([time.time(), field, typed[field]]) + "\n")
                sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
