"""The camera of the pictures: takes the window as it settles, and types into it as a hand does."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from drafter.ui.case.case_page import CasePage
from drafter.ui.main_window import MainWindow

_SETTLED = 450  # milliseconds in which draft and checks are up to date


class Photographer:
    """Takes the pictures of one theme."""

    def __init__(self, window: MainWindow, folder: Path, theme: str) -> None:
        """Photograph ``window`` in ``theme`` into ``folder``."""
        self.window = window
        self._folder = folder
        self._theme = theme
        self.taken = 0

    @property
    def page(self) -> CasePage:
        """The page of the open case."""
        if self.window.page is None:
            raise RuntimeError("No case is open")
        return self.window.page

    def take(self, name: str, widget: QWidget | None = None) -> None:
        """Take a picture of the window, or of ``widget``, as it settles."""
        QTest.qWait(_SETTLED)
        (widget or self.window).grab().save(str(self._folder / f"{self._theme}-{name}.png"))
        self.taken += 1

    def back_in(self) -> None:
        """Give the window the keyboard; offscreen, no window manager does this when a small window closes."""
        self.window.activateWindow()
        QTest.qWait(100)

    def zoom(self, steps: int) -> None:
        """Make the text some steps larger, or as large as usual for 0; what is told of it is not pictured."""
        self.window.zoom(steps)
        self.window.statusBar().clearMessage()

    def answer(self, question: str, text: str) -> None:
        """Type ``text`` over the answer to ``question`` and leave the field."""
        self.back_in()
        self.page.go_to(question)
        field = self.page.form.blocks[question].fields()[0]
        if isinstance(field, QLineEdit):
            field.selectAll()
        for character in text:
            QApplication.sendEvent(field, typed(character))
        self.page.form.go_on_from(self.page.form.blocks[question])


def focused() -> QWidget:
    """The widget that has the keyboard."""
    widget = QApplication.focusWidget()
    if widget is None:
        raise RuntimeError("Nothing has the keyboard")
    return widget


def typed(character: str) -> QKeyEvent:
    """The press of the key that types ``character``."""
    return QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, character)
