"""A new user's first quarter of an hour, by keyboard alone, each action counted."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from drafter.ui.case.form import block_of

Hand = Any  # conftest.Hand; the tests' folders are no packages, so it cannot be imported by name

_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_PLAIN = Qt.KeyboardModifier.NoModifier


class Novice:
    """A person at the keyboard; one key with what is held down is one action, one entry that is typed too."""

    def __init__(self, hand: Hand) -> None:
        self.hand = hand
        self.actions = 0

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = _PLAIN) -> None:
        self.actions += 1
        self.hand.press(key, held)

    def answer(self, text: str) -> None:
        """Type ``text`` and go on with Enter."""
        self.actions += 1
        self.hand.type(text)
        self.press(Qt.Key.Key_Return)

    def title(self, text: str) -> None:
        """Make a new case called ``text``: a key, the words, Enter."""
        self.actions += 3
        self.hand.new_case(text)

    def draft_into(self, folder: Path, held: Qt.KeyboardModifier = _CONTROL) -> None:
        """Ask for a draft, type the folder into the window that asks for one, and Enter."""
        self.actions += 2

        def choose(dialog: QWidget) -> None:
            assert isinstance(dialog, QFileDialog)
            line = dialog.findChild(QLineEdit)
            assert line is not None
            line.setText(str(folder))
            QTest.keyClick(line, Qt.Key.Key_Return)

        self.hand.in_dialog(choose)
        self.press(Qt.Key.Key_D, held)


def words_of(file: Path) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(str(file)).paragraphs)


def test_the_first_page_shows_the_way_to_a_first_draft(hand: Hand) -> None:
    shown = " ".join(label.text() for label in hand.window.start.findChildren(QLabel) if label.isVisible())
    for key in ("F8", "Ctrl+U", "Ctrl+D", "Ctrl+W", "F1"):
        assert key in shown
    assert hand.focus is hand.window.start.cases.welcome.sample


def test_from_the_first_run_to_an_own_case_and_a_refused_final_in_under_forty_actions(
    hand: Hand, qtbot: QtBot, tmp_path: Path
) -> None:
    novice = Novice(hand)
    trial, papers, final = (tmp_path / name for name in ("trial", "papers", "final"))
    for folder in (trial, papers, final):
        folder.mkdir()

    novice.press(Qt.Key.Key_Space)  # the sample is at hand
    qtbot.waitUntil(lambda: hand.window.page is not None)
    novice.press(Qt.Key.Key_F8)
    assert block_of(hand.focus) is not None
    novice.draft_into(trial)
    (sample_motion,) = trial.glob("*.docx")
    assert "Vailes" in words_of(sample_motion)
    hand.come_back(hand.page.form.in_order()[0].fields()[0])
    novice.press(Qt.Key.Key_W, _CONTROL)
    assert hand.window.page is None

    novice.title("United States v. Roe")
    novice.answer("United States District Court for the Western District of North Carolina")
    novice.press(Qt.Key.Key_Return)  # the division is left open
    novice.answer("1:21-cr-00042-RJC-1")
    novice.press(Qt.Key.Key_F8)
    novice.press(Qt.Key.Key_U, _CONTROL)
    novice.draft_into(papers)
    (motion,) = papers.glob("*.docx")
    assert "WESTERN DISTRICT OF NORTH CAROLINA" in words_of(motion).upper()
    assert "[" in words_of(motion)

    hand.come_back(hand.page.form.in_order()[0].fields()[0])
    novice.press(Qt.Key.Key_F7)  # what is missing?
    assert hand.focus is hand.page.to_do.view
    lines = len(hand.page.to_do)
    assert lines > 10
    view = hand.page.to_do.view
    while not str(view.currentIndex().data()).startswith("Missing: "):
        novice.press(Qt.Key.Key_Down)
    missing = str(view.currentIndex().data())
    novice.press(Qt.Key.Key_Return)
    found = block_of(hand.focus)
    assert found is not None
    assert missing.startswith(f"Missing: {found.question.ask}")

    novice.draft_into(final, _CONTROL | _SHIFT)
    assert list(final.iterdir()) == []
    assert hand.page.result.words.text().startswith("The final was not written, because")
    assert hand.page.tabs.currentWidget() is hand.page.to_do
    assert len(hand.page.to_do) >= lines
    assert novice.actions < 40, novice.actions
