"""Fields of another office’s own come with a case file: one question with a list, whose default is yes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFileDialog,
    QInputDialog,
    QListWidget,
    QMessageBox,
    QPushButton,
    QWidget,
)

from drafter.app.library import Library
from drafter.ui.library.brought_fields_dialog import BroughtFieldsDialog
from drafter.ui.library.merge_dialog import MergeDialog

Hand = Any  # conftest.Hand; the tests' folders are no packages, so it cannot be imported by name
OFFICER = "own.officer"


@pytest.fixture
def there(tmp_path: Path) -> Library:
    """The other office: it asks two questions of its own, and a case answers them."""
    library = Library(tmp_path / "there")
    library.own_fields.add("officer", "Who is the <b>officer</b>?", "text")
    library.own_fields.add("outcome", "Outcome", "choice", ("Granted", "Denied"))
    session = library.open_case(library.new("Travelling"))
    session.set_answer(OFFICER, "R. Roe")
    session.set_answer("own.outcome", "Denied")
    return library


def choose(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))


def lines(dialog: QWidget) -> list[str]:
    lists = dialog.findChildren(QListWidget)
    return [one.item(row).text() for one in lists for row in range(one.count())]


def answered(key: Qt.Key, seen: list[str]) -> Callable[[QWidget], None]:
    """Press a key in the question, where the keyboard is when it opens."""

    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, BroughtFieldsDialog)
        seen.extend(lines(dialog))
        yes = dialog.buttons.button(QDialogButtonBox.StandardButton.Yes)
        assert dialog.focusWidget() is yes
        QTest.keyClick(yes, key)

    return act


@pytest.mark.parametrize("passphrase", [None, "correct horse"])
@pytest.mark.parametrize(("key", "taken"), [(Qt.Key.Key_Return, True), (Qt.Key.Key_Escape, False)])
def test_the_fields_are_listed_and_return_asks_them_here(
    hand: Hand,
    there: Library,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    key: Qt.Key,
    *,
    taken: bool,
    passphrase: str | None,
) -> None:
    choose(there.transfer.export(1, tmp_path / "x.drafter", passphrase), monkeypatch)
    monkeypatch.setattr(QInputDialog, "getText", lambda *_: (passphrase, True))
    seen: list[str] = []
    hand.in_dialog(answered(key, seen))
    hand.window.manners.files.open()
    assert seen == [
        "Who is the <b>officer</b>?\nown.officer (Text)",
        "Outcome\nown.outcome (Choice: Granted; Denied)",
    ]
    library = hand.window._library
    assert [one.id for one in library.own_fields.all()] == (["officer", "outcome"] if taken else [])
    assert hand.session.title == "Travelling"
    assert (OFFICER in [one.id for section in hand.session.sections for one in section]) == taken
    if taken:
        assert hand.value(OFFICER) == "R. Roe"
    else:
        assert OFFICER in hand.window.statusBar().currentMessage()
        assert library.own_fields.answered() == {"officer": 1, "outcome": 1}


def test_a_case_without_such_fields_asks_nothing(
    hand: Hand, there: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(there.transfer.export(there.new("Plain"), tmp_path / "x.drafter"), monkeypatch)
    hand.window.manners.files.open()
    assert hand.session.title == "Plain"


def test_a_field_that_is_otherwise_here_is_told_and_stays(
    hand: Hand, there: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = hand.window._library
    library.own_fields.add("officer", "Officer’s room", "amount")
    library.own_fields.add("outcome", "How it ended", "choice", ("Granted", "Denied"))
    choose(there.transfer.export(1, tmp_path / "x.json"), monkeypatch)

    def read(dialog: QWidget) -> None:
        assert isinstance(dialog, BroughtFieldsDialog)
        (line,) = lines(dialog)
        assert line.startswith("own.officer is “Officer’s room” (Amount of money) here")
        (button,) = dialog.buttons.buttons()
        assert button is dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
        QTest.keyClick(button, Qt.Key.Key_Space)

    hand.in_dialog(read)
    hand.window.manners.files.open()
    assert [(one.id, one.kind) for one in library.own_fields.all()] == [
        ("officer", "amount"),
        ("outcome", "choice"),
    ]
    assert hand.value("own.outcome") == "denied"
    assert "own.officer" in hand.window.statusBar().currentMessage()


def test_a_merge_takes_the_fields_when_it_is_done_and_not_before(
    hand: Hand, there: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library, path = hand.window._library, tmp_path / "x.drafter"
    there.transfer.export(1, path)
    library.transfer.add(library.transfer.read(path))
    there.open_case(1).set_answer(OFFICER, "Q. Roe")
    choose(there.transfer.export(1, path, replace=True), monkeypatch)

    def merge(box: QWidget) -> None:
        assert isinstance(box, QMessageBox)
        hand.in_dialog(answered(Qt.Key.Key_Return, []))
        button = next(one for one in box.findChildren(QPushButton) if one.text() == "&Merge…")
        QTest.keyClick(button, Qt.Key.Key_Space)

    for done in (False, True):
        hand.in_dialog(merge)
        hand.window.manners.files.open()
        dialog = hand.window.findChildren(MergeDialog)[-1]
        assert any("Who is the <b>officer</b>?" in line for line in lines(dialog))
        assert library.own_fields.all() == ()
        if done:
            dialog.merge_button.click()
        else:
            dialog.reject()
    assert [one.id for one in library.own_fields.all()] == ["officer", "outcome"]
    assert hand.value(OFFICER) == "Q. Roe"
