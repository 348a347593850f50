"""Backups, two programs on one library, and the start after a crash, in the real window."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from drafter.app.backups import Backups
from drafter.app.library import Library
from drafter.app.presence import Holder, found, leave_word
from drafter.ui.library.backups_dialog import BackupsDialog
from drafter.ui.main_window import MainWindow
from drafter.ui.theme import Theme

Hand = Any  # conftest.Hand


def started(qapp: QApplication, qtbot: QtBot, library: Library) -> MainWindow:
    window = MainWindow(library, Theme(qapp))
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.desk.backups is not None)
    return window


def test_a_backup_is_made_at_the_end_of_a_first_session(case: Hand, data_dir: Path) -> None:
    case.answer("case.number", "1:21-cr-1")
    case.window.close()
    (backup,) = Backups(data_dir).all()
    assert backup.path.stat().st_size > 0


def test_a_due_backup_is_made_while_the_window_is_open(case: Hand, data_dir: Path, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: case.window.desk.backups is not None)
    case.window.desk.backups.look()
    qtbot.waitUntil(lambda: len(Backups(data_dir).all()) == 1)
    case.window.desk.backups.look()
    case.window.desk.backups._thread.join()
    assert len(Backups(data_dir).all()) == 1


def test_a_backup_is_restored_beside_the_library_in_use(
    hand: Hand, library: Library, data_dir: Path, qtbot: QtBot
) -> None:
    library.new("before")
    qtbot.waitUntil(lambda: hand.window.desk.backups is not None)
    hand.window.desk.show_backups()
    dialog = hand.window.findChild(BackupsDialog)
    dialog.now.click()
    assert dialog.rows.count() == 1
    library.new("after")
    dialog.restore.click()
    box = hand.window.findChild(QMessageBox)
    assert "is a library of its own" in box.text()
    box.close()
    (folder,) = data_dir.parent.glob(f"{data_dir.name} restored *")
    other = Library.open(folder)
    assert [line.title for line in other.cases()] == ["before"]
    other.close()
    assert len(library.cases()) == 2


def test_after_a_crash_it_is_said_up_to_when_everything_is_there(
    qapp: QApplication, qtbot: QtBot, data_dir: Path
) -> None:
    library = Library.open(data_dir)
    library.new("Roe")
    leave_word(data_dir, Holder("here", "roe", 1, "2026-11-25T08:00:00+00:00"))
    window = started(qapp, qtbot, library)
    assert "did not close last time; everything up to" in window.start.notices.texts[0]
    window.close()
    assert found(data_dir) is None
    library.close()


def test_another_program_that_holds_the_library_is_named_and_it_stays_shut(
    qapp: QApplication, qtbot: QtBot, data_dir: Path
) -> None:
    script = (
        "import sys\n"
        "from PySide6.QtCore import QLockFile\n"
        f"lock = QLockFile({str(data_dir / 'drafter.lock')!r})\n"
        "assert lock.tryLock(0)\n"
        "print('held', flush=True)\n"
        "sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=dict(os.environ),
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        leave_word(data_dir, Holder("desk-7", "paralegal", other.pid, "2026-11-25T08:00:00+00:00"))
        library = Library.open(data_dir)
        window = MainWindow(library, Theme(qapp))
        qtbot.addWidget(window)
        told: list[str] = []

        def quit_it(dialog: QWidget) -> None:
            assert isinstance(dialog, QMessageBox)
            told.append(dialog.text())
            next(b for b in dialog.findChildren(QPushButton) if b.text() == "Quit").click()

        _when_modal(quit_it)
        window.show()
        qtbot.waitUntil(lambda: told != [] and not window.isVisible())
        assert "paralegal on desk-7, since November 25, 2026" in told[0]
        assert window.start.cases is None
        assert found(data_dir) is not None, "the word of the other one stays"
        other.communicate("")
        library.close()


def _when_modal(do: Any) -> None:  # noqa: ANN401 - a function on the dialog
    from PySide6.QtCore import QTimer

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(20, act)
        else:
            do(dialog)

    QTimer.singleShot(0, act)
