"""Print, PDF and long work: never a frozen window, and a person can stop it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QProgressDialog

from drafter.app import office
from drafter.errors import BadInputError, StoppedError
from drafter.ui.working import work

Hand = Any  # conftest.Hand


def test_without_libreoffice_printing_says_what_to_do(case: Hand) -> None:
    case.control(Qt.Key.Key_P)
    assert case.page.result.words.text() == office.NO_OFFICE
    assert case.page.result.isVisible()


def test_the_draft_is_opened_as_a_pdf_to_be_printed(
    case: Hand, soffice: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert soffice
    opened: list[QUrl] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    case.control(Qt.Key.Key_P)
    (url,) = opened
    assert Path(url.toLocalFile()).read_bytes().startswith(b"%PDF-")
    assert "print it from there" in case.page.result.words.text()
    assert case.session.drafted_at() is None
    case.window.close()
    assert not Path(url.toLocalFile()).exists()


def test_the_draft_is_saved_as_a_pdf(
    case: Hand, soffice: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert soffice
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    case.window.manners.save_pdf()
    (paper,) = tmp_path.iterdir()
    assert paper.suffix == ".pdf"
    assert str(paper) in case.page.result.words.text()


def test_long_work_tells_itself_and_can_be_stopped(case: Hand) -> None:
    main = threading.get_ident()
    seen: list[int] = []

    def do(stopped: Callable[[], bool]) -> None:
        seen.append(threading.get_ident())
        while not stopped():
            threading.Event().wait(0.01)
        raise StoppedError

    def stop() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QProgressDialog):
            assert dialog.labelText() == "Counting …"
            dialog.canceled.emit()
        else:
            QTimer.singleShot(20, stop)

    QTimer.singleShot(0, stop)
    with pytest.raises(StoppedError):
        work(case.window, "Counting …", do)
    assert seen[0] != main


def test_short_work_shows_no_window_and_hands_on_its_fault(case: Hand) -> None:
    assert work(case.window, "Counting …", lambda _: 7) == 7

    def fail(_stopped: Callable[[], bool]) -> None:
        raise BadInputError("No.")

    with pytest.raises(BadInputError, match="No"):
        work(case.window, "Counting …", fail)
    assert case.window.findChildren(QProgressDialog) == []


def test_a_stopped_draft_writes_nothing(case: Hand, tmp_path: Path) -> None:
    with pytest.raises(StoppedError):
        case.session.making(tmp_path, final=False)(lambda: True)
    assert list(tmp_path.iterdir()) == []


def test_libreoffice_is_stopped_when_the_person_wants_it(soffice: str, tmp_path: Path) -> None:
    paper = tmp_path / "paper.docx"
    paper.write_bytes(b"")
    with pytest.raises(StoppedError):
        office.convert(soffice, paper, tmp_path, tmp_path / "profile", form=office.PDF, stopped=lambda: True)
