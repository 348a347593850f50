"""The versions of a case in the window: kept by name, compared with now, restored as a new case."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableWidget

from drafter.ui.case.versions_dialog import VersionsDialog
from drafter.ui.main_window import MainWindow

Hand = Any  # conftest.Hand
NUMBER = "case.number"


def opened(hand: Hand) -> VersionsDialog:
    next(one for one in hand.window.actions_.every() if one.text() == "&Versions…").trigger()
    window: MainWindow = hand.window
    (dialog,) = (one for one in window.findChildren(VersionsDialog) if one.isVisible())
    return dialog


def texts(table: QTableWidget) -> list[list[str]]:
    model = table.model()
    return [
        [str(model.index(row, column).data()) for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]


def kept(dialog: VersionsDialog, name: str) -> None:
    dialog.name.setText(name)
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)


def test_a_version_is_kept_by_name_and_compared_with_the_answers_of_now(case: Hand) -> None:
    case.answer(NUMBER, "1:21-cr-1")
    dialog = opened(case)
    assert dialog.found.text() == "No version is kept yet; every draft keeps one."
    assert not dialog.restore.isEnabled()
    kept(dialog, "as sent")
    assert [row[1:] for row in texts(dialog.table)] == [["Kept by name", "as sent"]]
    assert dialog.found.text() == "Nothing differs."
    dialog.close()
    case.window.activateWindow()
    case.answer(NUMBER, "1:21-cr-2")
    again = opened(case)
    assert texts(again.differences) == [[case.session.question(NUMBER).ask, "1:21-cr-1", "1:21-cr-2"]]
    assert again.found.text() == "1 answer differs."
    again.close()


def test_a_version_without_a_name_is_refused_in_the_dialog(case: Hand) -> None:
    dialog = opened(case)
    kept(dialog, "  ")
    assert dialog.told.text.startswith("A version needs a name")
    assert dialog.versions == ()
    kept(dialog, "first")
    assert dialog.told.text == ""
    dialog.close()


def test_two_versions_are_compared_with_each_other(case: Hand) -> None:
    for number in ("1:21-cr-1", "1:21-cr-2"):
        case.answer(NUMBER, number)
        case.session.keep_version(number)
    dialog = opened(case)
    dialog.table.selectRow(1)
    dialog.other.setCurrentIndex(1)
    assert [row[1:] for row in texts(dialog.differences)] == [["1:21-cr-1", "1:21-cr-2"]]
    dialog.close()


def test_a_draft_says_from_which_answers_its_papers_were_made(sample: Hand, tmp_path: Path) -> None:
    before = sample.session.answers.stored(NUMBER)
    assert isinstance(before, str)
    report = sample.session.draft(tmp_path)
    sample.answer(NUMBER, "9:21-cr-00009")
    dialog = opened(sample)
    (row,) = texts(dialog.table)
    assert row[1] == "Drafted from"
    assert report.files[0].name in row[2]
    ((asked, then, now),) = texts(dialog.differences)
    assert asked == sample.session.question(NUMBER).ask
    assert then.startswith(before)
    assert now.startswith("9:21-cr-00009")
    dialog.close()


@pytest.mark.parametrize("title", ["As filed", ""])
def test_a_version_is_restored_as_a_new_case_and_the_old_one_stays(case: Hand, title: str) -> None:
    case.answer(NUMBER, "1:21-cr-1")
    case.session.keep_version("as filed")
    case.answer(NUMBER, "1:21-cr-2")
    old, dialog = case.session.id, opened(case)
    case.give_title(title)
    dialog.restore.click()
    assert case.session.id != old
    assert case.session.answers.stored(NUMBER) == "1:21-cr-1"
    assert case.session.title == (title or "United States v. Roe (as filed)")
    case.window.open_case(old)
    assert case.session.answers.stored(NUMBER) == "1:21-cr-2"
