"""A library that can only be read is shown, and the window says on every page that nothing is saved."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from disks import Disk
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from drafter.app.library import Library
from drafter.ui.library.read_only import READ_ONLY
from drafter.ui.main_window import MainWindow
from drafter.ui.theme import Theme
from drafter.ui.words import Words

Hand = Any  # conftest.Hand; the tests' folders are no packages, so it cannot be imported by name


@pytest.fixture
def library(disk: Disk) -> Iterator[Library]:
    """A library with a case, on a disk that can only be read."""
    made = Library(disk.place / "library")
    made.open_case(made.new("United States v. Roe")).set_answer("case.number", "1:21-cr-00042")
    made.close()
    disk.let("ro")
    yield made
    made.close()
    disk.let("rw")


def said(window: MainWindow) -> list[str]:
    """What stands below the page for good."""
    words = window.statusBar().findChildren(Words)
    return [one.text() for one in words if one.isVisible() and one.width() >= one.sizeHint().width()]


def test_the_notice_stands_below_every_page_and_no_change_is_taken_for_saved(
    hand: Hand, qtbot: QtBot
) -> None:
    window = hand.window
    qtbot.waitUntil(lambda: said(window) == [READ_ONLY])
    assert [line.title for line in window.start.cases.table.lines] == ["United States v. Roe"]
    window.open_case(1)
    assert hand.page.form.blocks["case.number"].editor.raw() == "1:21-cr-00042"
    assert said(window) == [READ_ONLY]
    block = hand.answer("case.number", "1:21-cr-00043")
    assert hand.page.fault.isVisible()
    assert "may only be read" in hand.page.fault.words.text()
    assert block.dirty
    hand.page.autosave.forget()
    window.close_case()
    assert said(window) == [READ_ONLY]
    assert window._library.open_case(1).answers.stored("case.number") == "1:21-cr-00042"


def test_the_notice_has_room_beside_what_is_told_in_passing(hand: Hand, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: said(hand.window) == [READ_ONLY])
    hand.zoom(5)
    hand.window.tell("Everything is saved. " * 9)
    QApplication.processEvents()
    assert said(hand.window) == [READ_ONLY]
    assert hand.window.width() == 1366


def test_a_window_over_a_library_that_can_only_be_read_closes_in_order(
    library: Library, qapp: QApplication, qtbot: QtBot
) -> None:
    theme = Theme(qapp)
    window = MainWindow(library, theme)
    window.show()
    qtbot.waitUntil(lambda: said(window) == [READ_ONLY])
    assert window.close()
    assert not window.isVisible()
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    window.deleteLater()
    theme.deleteLater()


def test_a_library_that_can_be_written_says_nothing_of_it(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    theme, other = Theme(qapp), Library(tmp_path / "other")
    window = MainWindow(other, theme)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.desk.backups is not None)
    assert said(window) == []
    other.close()
    theme.deleteLater()
