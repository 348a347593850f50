"""The window says that the law has changed since the last draft, and lists how; a new draft ends it."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QListWidget
from sqlcipher3 import dbapi2 as sqlite

from drafter import paths
from drafter.law import Law
from drafter.store.database import FILE_NAME
from drafter.ui.main_window import MainWindow

Hand = Any  # conftest.Hand
TODAY = date(2026, 11, 21)
APPEAL = 'id = "appeal.days"\nvalue = 14'


def other_law() -> Law:
    """A law whose values the next version of the program ships changed."""

    def read(name: str) -> str:
        text = paths.resource_text(name)
        if name != "law/values.toml":
            return text
        assert APPEAL in text
        return text.replace(APPEAL, APPEAL.replace("14", "21")).replace("value = 30", "value = 31", 1)

    return Law(read)


@pytest.fixture(autouse=True)
def _day(window: MainWindow) -> None:
    """A day that stays the same."""
    window._library.today = lambda: TODAY


@pytest.fixture
def drafted(hand: Hand, tmp_path: Path) -> Hand:
    """A hand on the first page, after the complete sample was drafted on November 3, 2026."""
    hand.window.open_sample("complete")
    hand.session.draft(tmp_path, on=date(2026, 11, 23))
    hand.window.close_case()
    with closing(sqlite.connect(hand.window.folder / FILE_NAME)) as connection:
        connection.execute("UPDATE drafts SET made = '2026-11-03T15:00:00.000+00:00'")
        connection.commit()
    return hand


def with_other_law(hand: Hand) -> None:
    """Let the program go on as its next version, which has read another law."""
    library = hand.window._library
    library.__dict__["law"] = other_law()
    library.__dict__.pop("drafting", None)


def test_a_case_that_was_never_drafted_has_no_banner(sample: Hand) -> None:
    assert sample.page.law.isHidden()


def test_a_case_whose_law_is_the_same_has_no_banner(drafted: Hand) -> None:
    drafted.window.open_sample("complete")
    assert drafted.page.law.isHidden()


def test_the_banner_tells_how_many_entries_and_its_button_lists_them(drafted: Hand) -> None:
    with_other_law(drafted)
    drafted.window.open_sample("complete")
    bar = drafted.page.law
    told = "The law changed since the last draft of November 3, 2026: 2 entries that may concern this case."
    assert bar.isVisible()
    assert bar.words.text() == told
    assert QAccessible.queryAccessibleInterface(bar).text(QAccessible.Text.Name) == told
    bar.action.setFocus()
    drafted.press(Qt.Key.Key_Space)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    rows = dialog.findChild(QListWidget)
    assert isinstance(rows, QListWidget)
    assert rows.accessibleName() == "What changed in the law"
    lines = [rows.item(row).text() for row in range(rows.count())]
    assert len(lines) == 2
    assert "the defendant’s notice of appeal (21 days)." in lines[1]
    assert lines[1].endswith("Source: Fed. R. App. P. 4(b)(1)(A)(i)")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() is None


def test_a_new_draft_takes_the_banner_away(
    drafted: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_other_law(drafted)
    drafted.window.open_sample("complete")
    assert drafted.page.law.isVisible()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    drafted.control(Qt.Key.Key_D)
    assert drafted.page.result.isVisible()
    assert drafted.page.law.isHidden()


def test_the_banner_can_be_closed_and_is_back_when_the_case_is_opened_again(drafted: Hand) -> None:
    with_other_law(drafted)
    drafted.window.open_sample("complete")
    drafted.page.law.close_button.click()
    assert drafted.page.law.isHidden()
    drafted.window.close_case()
    drafted.window.open_sample("complete")
    assert drafted.page.law.isVisible()
