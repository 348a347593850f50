"""A window over a real library, and a hand that uses it as a person does: with keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from drafter.app.library import Library
from drafter.app.session import CaseSession
from drafter.core.answers import Answer
from drafter.ui.case.case_page import CasePage
from drafter.ui.case.question_block import QuestionBlock
from drafter.ui.main_window import MainWindow
from drafter.ui.theme import Theme


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Ignore what the offscreen platform says of every window; it means nothing."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


_PLAIN = Qt.KeyboardModifier.NoModifier
_KEYS = {"\t": Qt.Key.Key_Tab, "y": Qt.Key.Key_Y, "n": Qt.Key.Key_N}


class Hand:
    """Types into whatever has the keyboard."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        self._bot = qtbot
        self.window = window

    @property
    def page(self) -> CasePage:
        assert self.window.page is not None
        return self.window.page

    @property
    def session(self) -> CaseSession:
        return self.page.session

    @property
    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None, "nothing has the keyboard"
        return widget

    def type(self, text: str) -> None:
        """Type ``text`` key by key; the keyboard may move on while it is typed."""
        for character in text:
            key = _KEYS.get(character, 0)
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self.focus, QKeyEvent(kind, key, _PLAIN, character))

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.focus, key, modifier)

    def control(self, key: Qt.Key) -> None:
        self.press(key, Qt.KeyboardModifier.ControlModifier)

    def go_to(self, question: str) -> QuestionBlock:
        self.page.go_to(question)
        block = self.page.form.blocks[question]
        assert block.isAncestorOf(self.focus), f"the keyboard is not in {question}"
        return block

    def answer(self, question: str, text: str) -> QuestionBlock:
        """Go to ``question``, type ``text`` over what is there, and leave with Tab."""
        block = self.go_to(question)
        self.control(Qt.Key.Key_A)
        self.type(text)
        self.press(Qt.Key.Key_Tab)
        return block

    def stored(self, question: str) -> Answer | None:
        """What the database holds: read by a second library, not from the window's memory."""
        other = Library.open(self.window.folder)
        try:
            return other.open_case(self.session.id).answers.get(question)
        finally:
            other.close()

    def value(self, question: str) -> object:
        answer = self.stored(question)
        return None if answer is None else answer.stored

    def in_dialog(self, do: Callable[[QWidget], None]) -> None:
        """Do something in the modal window that the next key opens."""

        def act() -> None:
            dialog = QApplication.activeModalWidget()
            if dialog is None:
                QTimer.singleShot(20, act)
                return
            try:
                do(dialog)
            except BaseException:
                dialog.close()  # or the test would wait for ever
                raise

        QTimer.singleShot(0, act)

    def zoom(self, steps: int) -> None:
        """Make all text larger while the application runs; only then does Qt tell every widget."""

        def act() -> None:
            self.window.zoom(steps)
            QTimer.singleShot(50, lambda: QApplication.exit(0))

        QTimer.singleShot(0, act)
        QApplication.exec()

    def give_title(self, title: str) -> None:
        """Type ``title`` into the window that asks for one, which the next key opens."""

        def fill(dialog: QWidget) -> None:
            assert isinstance(dialog, QInputDialog)
            line = dialog.findChild(QLineEdit)
            assert line is not None
            line.selectAll()
            QTest.keyClicks(line, title)
            QTest.keyClick(line, Qt.Key.Key_Return)

        self.in_dialog(fill)

    def come_back(self, widget: QWidget) -> None:
        """Go back to ``widget`` after a dialog; offscreen, no window manager does it."""
        self.window.activateWindow()
        widget.setFocus()
        self._bot.waitUntil(lambda: QApplication.focusWidget() is widget)

    def new_case(self, title: str = "United States v. Roe") -> None:
        self.give_title(title)
        self.control(Qt.Key.Key_N)
        self.window.activateWindow()  # offscreen, no window manager does this when the dialog closes
        self._bot.waitUntil(lambda: self.window.page is not None and QApplication.focusWidget() is not None)


@pytest.fixture
def library(data_dir: Path) -> Iterator[Library]:
    opened = Library.open(data_dir)
    yield opened
    opened.close()


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, library: Library) -> Iterator[MainWindow]:
    theme = Theme(qapp)
    opened = MainWindow(library, theme)
    qtbot.addWidget(opened, before_close_func=_forget)
    opened.resize(1366, 768)
    opened.show()
    opened.activateWindow()
    qtbot.waitUntil(lambda: opened.start.cases is not None and QApplication.focusWidget() is not None)
    yield opened
    theme.choose("system")
    theme.zoom(100)
    theme.deleteLater()


def _forget(window: QWidget) -> None:
    """Let the window close without asking about entries that a test left unreadable on purpose."""
    assert isinstance(window, MainWindow)
    if window.page is not None:
        window.page.autosave.forget()


@pytest.fixture
def hand(qtbot: QtBot, window: MainWindow) -> Hand:
    return Hand(qtbot, window)


@pytest.fixture
def case(hand: Hand) -> Hand:
    """A hand in a new, empty case."""
    hand.new_case()
    return hand


@pytest.fixture
def sample(hand: Hand) -> Hand:
    """A hand in the sample case with every fact present."""
    hand.window.open_sample("complete")
    return hand
