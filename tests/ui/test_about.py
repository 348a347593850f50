"""About and diagnostics: versions, law, places; never anything that a case holds."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPlainTextEdit, QPushButton

from drafter import __version__, paths
from drafter.app.library import Library
from drafter.cli.opening import window_options
from drafter.core.dates import long_date
from drafter.ui.settings import sized

Hand = Any  # conftest.Hand


def about(hand: Hand) -> QDialog:
    hand.window.manners.show_about()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    return dialog


def copied(dialog: QDialog) -> str:
    (copy,) = (button for button in dialog.findChildren(QPushButton) if "Copy" in button.text())
    QTest.keyClick(copy, Qt.Key.Key_Space)
    dialog.close()
    return QGuiApplication.clipboard().text()


def test_about_tells_the_law_the_folder_and_that_there_is_no_network(hand: Hand, data_dir: Path) -> None:
    dialog = about(hand)
    told = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "No network: drafter opens no connection." in told
    assert f"Law as of {long_date(Library.open(data_dir).law.as_of)}" in told
    assert "unverified" in told
    assert str(data_dir) in told
    assert [lines.accessibleName() for lines in dialog.findChildren(QPlainTextEdit)] != [""]
    dialog.close()


def test_diagnostics_hold_versions_and_no_text_of_an_open_case(sample: Hand) -> None:
    for question in ("movant.name", "case.number"):
        assert question in sample.session.answers
    lines = copied(about(sample))
    assert __version__ in lines
    assert qVersion() in lines
    assert "Cases: 1" in lines
    texts = [sample.session.title]
    for question in sample.session.flow.shown:
        answer = sample.session.answers.get(question.id)
        if answer is None:
            continue
        shown = "" if answer.unknown else question.kind.show(answer.value)
        texts += [shown, answer.note, *(piece.show() for piece in answer.evidence)]
    # Words of three letters or figures, such as "yes" or "12", say nothing about a case.
    assert [text for text in texts if len(text) > 3 and text in lines] == []


def test_the_name_of_the_home_folder_is_left_out(hand: Hand, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: hand.window.folder.parent)
    lines = copied(about(hand))
    assert f"Data folder: ~/{hand.window.folder.name}\n" in lines.replace("\\", "/")


def test_safe_mode_leaves_the_templates_of_the_firm_out(data_dir: Path) -> None:
    options = window_options(["--safe-mode"])
    assert options is not None
    assert options.safe_mode
    assert Library.open(data_dir, safe=True).templates.folder is None
    assert Library.open(data_dir).templates.folder is not None


def test_a_portable_program_keeps_its_files_beside_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(paths.DATA_DIR_VARIABLE)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "drafter"))
    assert tmp_path not in paths.data_folder().parents
    (tmp_path / "portable.txt").touch()
    assert paths.data_folder() == tmp_path / "drafter data"
    assert paths.data_folder(tmp_path / "other") == tmp_path / "other"
    monkeypatch.setenv(paths.DATA_DIR_VARIABLE, str(tmp_path / "named"))
    assert paths.data_folder() == tmp_path / "named"


def test_a_small_window_grows_with_its_text_but_never_beyond_its_screen(hand: Hand) -> None:
    dialog = QDialog(hand.window)
    sized(dialog, 400, 300)
    before = dialog.width()
    hand.window.zoom(3)
    sized(dialog, 400, 300)
    assert dialog.width() == pytest.approx(before * 1.5, abs=2)
    sized(dialog, 9000, 9000)
    assert dialog.width() < dialog.screen().availableGeometry().width()
    assert dialog.height() < dialog.screen().availableGeometry().height()
