"""A case goes out and comes back through the window: passphrase, merge with both values, tables."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QInputDialog,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QPushButton,
    QWidget,
)

from drafter.app.backups import Backups, restored
from drafter.app.library import Library
from drafter.store.header import salt_of
from drafter.ui.library.file_passphrase import FilePassphrase
from drafter.ui.library.merge_dialog import MergeDialog
from drafter.ui.words import Words

Hand = Any  # conftest.Hand; the tests' folders are no packages, so it cannot be imported by name
NUMBER, REGISTER = "case.number", "movant.register_number"


def save(
    hand: Hand, path: Path, monkeypatch: pytest.MonkeyPatch, do: Callable[[QWidget], None] | None = None
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), "Case file (*.drafter)"))
    if do is not None:
        hand.in_dialog(do)
    hand.window.manners.files.save()


def choose(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))


def plain(dialog: QWidget) -> None:
    assert isinstance(dialog, FilePassphrase)
    dialog.plain.setChecked(True)
    dialog.accept()


def button(box: QWidget, text: str) -> QPushButton:
    return next(one for one in box.findChildren(QPushButton) if one.text().replace("&", "") == text)


def press(name: str) -> Callable[[QWidget], None]:
    def act(box: QWidget) -> None:
        assert isinstance(box, QMessageBox)
        QTest.keyClick(button(box, name), Qt.Key.Key_Space)

    return act


def test_a_passphrase_is_typed_twice_and_opens_the_file(
    sample: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "case"

    def typed(dialog: QWidget) -> None:
        assert isinstance(dialog, FilePassphrase)
        button = dialog.buttons.button(QDialogButtonBox.StandardButton.Save)
        assert not button.isEnabled()
        QTest.keyClicks(dialog.first, "short")
        QTest.keyClicks(dialog.again, "short")
        assert "too short" in dialog.told.text
        QTest.keyClicks(dialog.first, " but longer")
        assert "not the same" in dialog.told.text
        assert not button.isEnabled()
        QTest.keyClicks(dialog.again, " but longer")
        assert (dialog.told.text, button.isEnabled()) == ("", True)
        QTest.keyClick(dialog.again, Qt.Key.Key_Return)

    save(sample, path, monkeypatch, typed)
    written = tmp_path / "case.drafter"
    assert salt_of(written) is not None
    tries = ["wrong", "short but longer"]

    def asked(*arguments: Any) -> tuple[str, bool]:  # noqa: ANN401 - as Qt calls it
        assert arguments[3] == QLineEdit.EchoMode.Password
        return tries.pop(0), True

    monkeypatch.setattr(QInputDialog, "getText", asked)
    choose(written, monkeypatch)
    first = sample.session.id
    sample.in_dialog(press("As another case"))
    sample.window.manners.files.open()
    assert tries == []
    assert sample.session.id != first, "the other case is open now"
    assert sample.session.title == sample.window._library.open_case(first).title


def test_a_merge_shows_both_values_and_does_nothing_before_each_is_decided(
    sample: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, case = sample.window, sample.session.id
    save(sample, tmp_path / "out.drafter", monkeypatch, plain)
    other = Library(tmp_path / "other")
    other.transfer.add(other.transfer.read(tmp_path / "out.drafter"))
    other.open_case(1).set_answer(NUMBER, "2:16-cr-00222")
    other.open_case(1).set_answer(REGISTER, "12345-678")
    other.transfer.export(1, tmp_path / "back.drafter")
    sample.session.set_answer(NUMBER, "2:16-cr-00111")
    choose(tmp_path / "back.drafter", monkeypatch)
    sample.in_dialog(press("Merge…"))
    window.manners.files.open()
    (dialog,) = window.findChildren(MergeDialog)
    assert window.page is None, "the case is closed while it is merged"
    (box,) = dialog.conflicts
    told = [words.text() for words in box.findChildren(QWidget) if hasattr(words, "textFormat")]
    assert {"2:16-cr-00111", "2:16-cr-00222"} <= {text.splitlines()[0] for text in told if text}
    assert "2:16-cr-00222" in box.radios["there"].accessibleName()
    lists = {one.accessibleName(): one for one in dialog.findChildren(QListWidget)}
    assert "12345-678" in lists["From the file"].item(0).text()
    assert not dialog.merge_button.isEnabled()
    assert "One answer" in dialog.open_.text()
    assert window._library.open_case(case).answers.stored(NUMBER) == "2:16-cr-00111"
    QTest.keyClick(box.radios["there"], Qt.Key.Key_Space)
    assert dialog.merge_button.isEnabled()
    QTest.keyClick(dialog.merge_button, Qt.Key.Key_Space)
    assert sample.session.id == case
    assert (sample.value(NUMBER), sample.value(REGISTER)) == ("2:16-cr-00222", "12345-678")
    backup = Backups(window.folder).all()[0]
    before = Library(restored(backup.path, window.folder))
    assert before.open_case(case).answers.stored(NUMBER) == "2:16-cr-00111"


def test_all_conflicts_are_decided_at_once_and_cancelling_changes_nothing(
    sample: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, case = sample.window, sample.session.id
    library = window._library
    save(sample, tmp_path / "out.json", monkeypatch)
    other = Library(tmp_path / "other")
    other.transfer.add(other.transfer.read(tmp_path / "out.json"))
    for source, tail in ((other.open_case(1), "22"), (sample.session, "11")):
        source.set_answer(NUMBER, f"2:16-cr-000{tail}")
        source.set_answer(REGISTER, f"123{tail}-678")
    other.transfer.export(1, tmp_path / "back.json")
    choose(tmp_path / "back.json", monkeypatch)
    for way in ("cancel", "merge"):
        sample.in_dialog(press("Merge…"))
        window.manners.files.open()
        dialog = window.findChildren(MergeDialog)[-1]
        headings = [words for words in dialog.findChildren(Words) if words.text() == "Case and court"]
        assert len(headings) == 1, "one for both questions of the section"
        assert [box.title() for box in dialog.conflicts] == ["", ""]
        QTest.keyClick(button(dialog, "Keep all from here"), Qt.Key.Key_Space)
        assert set(dialog.chosen.values()) == {"here"}
        QTest.keyClick(button(dialog, "Take all from the file"), Qt.Key.Key_Space)
        assert dialog.chosen == {NUMBER: "there", REGISTER: "there"}
        if way == "cancel":
            dialog.reject()
            assert library.open_case(case).answers.stored(NUMBER) == "2:16-cr-00011"
        else:
            dialog.merge_button.click()
    assert library.open_case(case).answers.stored(NUMBER) == "2:16-cr-00022"


def test_a_table_is_taken_in_or_its_bad_cells_are_listed(
    hand: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.csv"
    path.write_text("title,movant.birth_date\nRoe,soon\n", encoding="utf-8")
    choose(path, monkeypatch)
    hand.window.manners.files.take_table()
    dialog = next(one for one in hand.window.findChildren(QDialog) if one.findChildren(QListWidget))
    (rows,) = dialog.findChildren(QListWidget)
    assert rows.item(0).text().startswith("Row 2, movant.birth_date: ")
    dialog.reject()
    assert hand.window._library.cases() == []
    path.write_text("title,movant.birth_date\nRoe,1970-02-03\n", encoding="utf-8")
    hand.window.manners.files.take_table()
    assert [line.title for line in hand.window.start.complete().table.lines] == ["Roe"]


def test_a_file_that_cannot_be_read_is_told_and_changes_nothing(
    hand: Hand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.drafter"
    path.write_bytes(b"no case")
    choose(path, monkeypatch)
    hand.window.manners.files.open()
    (box,) = hand.window.findChildren(QMessageBox)
    assert "no case file" in box.text()
    assert hand.window.page is None
    assert hand.window._library.cases() == []
