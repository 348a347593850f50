"""Backups while the window is open: made when due, listed, and restored beside the library in use."""

from __future__ import annotations

import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QProcess, Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QVBoxLayout,
)

from drafter.app.backups import BY_ITS_OWN, Backups, restored, under_another
from drafter.core.dates import long_date
from drafter.errors import DrafterError
from drafter.ui.settings import sized
from drafter.ui.words import Words
from drafter.ui.working import work

if TYPE_CHECKING:
    from drafter.app.backups import Backup
    from drafter.app.library import Library
    from drafter.ui.main_window import MainWindow

#: Milliseconds between two looks at whether a backup is due.
_LOOK_EVERY: Final = 60_000
_MEGABYTE: Final = 1_000_000


class BackupCommands(QObject):
    """Serves ``window``; the first look is a minute after the start."""

    def __init__(self, window: MainWindow, library: Library) -> None:
        """Look whether a backup is due as long as the window lives."""
        super().__init__(window)
        self._window = window
        self._library = library
        self._thread: threading.Thread | None = None
        self._faults: list[str] = []
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_LOOK_EVERY)

    def look(self) -> None:
        """Make a backup in the background where one is due and anything was saved since the last."""
        if self._faults:
            self._window.tell(self._faults.pop())
        if self._thread is not None and self._thread.is_alive():
            return
        try:
            if not self._library.wants_backup():
                return
        except (DrafterError, OSError):  # locked, or told where the library is opened
            return
        other = self._library.beside()

        def run() -> None:
            try:
                other.back_up()
            except DrafterError as fault:
                self._faults.append(str(fault))
            finally:
                other.close()

        self._thread = threading.Thread(target=run, name="drafter-backup")
        self._thread.start()

    def at_close(self) -> None:
        """Make a backup where one is due, before the program ends."""
        self._timer.stop()
        if self._thread is not None:
            self._thread.join()
        try:
            if self._library.wants_backup():
                self._back_up()
        except (DrafterError, OSError):  # the answers are saved; leaving is not held up by it
            return

    def _back_up(self) -> Path:
        other = self._library.beside()

        def run(_stopped: object) -> Path:
            try:
                return other.back_up()
            finally:
                other.close()

        return work(self._window, "Making a backup…", run, can_stop=False)

    def before_risk(self) -> None:
        """Make a backup before something that cannot be taken back, unless the newest holds every answer."""
        if self._library.behind():
            self._back_up()

    def back_up_now(self) -> None:
        """Make a backup and say where."""
        try:
            path = self._back_up()
        except DrafterError as fault:
            self._window.warn(fault)
            return
        self._window.tell(f"A checked backup is in {path}.")

    def show(self) -> None:
        """List the backups."""
        BackupsDialog(self, self._window, self._library.folder).open()

    def restore(self, file: Path) -> None:
        """Make a new library from a backup beside the one in use, and offer to open it."""
        try:
            self.before_risk()
            beside, key = self._library.folder, self._library.key
            folder = work(
                self._window, "Restoring…", lambda _stopped: restored(file, beside, key), can_stop=False
            )
        except DrafterError as fault:
            self._window.warn(fault)
            return
        told = f"The backup is a library of its own now, in {folder}. The library in use is as it was."
        if under_another(folder, beside):
            told = f"{told} {BY_ITS_OWN}"
        box = QMessageBox(QMessageBox.Icon.Information, "Restored", told, parent=self._window)
        open_it = box.addButton("&Open it in a new window", QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Close)
        open_it.clicked.connect(lambda: _open(folder))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()


def _open(folder: Path) -> None:
    start = [] if getattr(sys, "frozen", False) else ["-m", "drafter"]
    QProcess.startDetached(sys.executable, [*start, "--data-dir", str(folder)])


class BackupsDialog(QDialog):
    """The backups with date and size, and what can be done with one."""

    def __init__(self, commands: BackupCommands, window: MainWindow, folder: Path) -> None:
        """List the backups of the library in ``folder``."""
        super().__init__(window)
        self._commands = commands
        self._backups = Backups(folder)
        self.setWindowTitle("Backups")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.rows = QListWidget()
        self.rows.setAccessibleName("Backups, the newest first")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.restore = buttons.addButton("&Restore beside this library", role)
        self.now = buttons.addButton("&Back up now", role)
        self.other = buttons.addButton("Restore another &file…", role)
        self.restore.clicked.connect(self._restore)
        self.now.clicked.connect(self._make)
        self.other.clicked.connect(self._choose)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(
            Words(
                "A backup is made every half hour while something changes, at the end, and before anything"
                " risky; each is checked when it is written. They lie on this computer: copy them to another"
                " disk now and then."
            )
        )
        column.addWidget(self.rows, 1)
        column.addWidget(buttons)
        sized(self, 640, 440)
        self._fill()
        self.rows.setFocus()

    def _fill(self) -> None:
        self.rows.clear()
        for backup in self._backups.all():
            row = QListWidgetItem(_line(backup), self.rows)
            row.setData(Qt.ItemDataRole.UserRole, str(backup.path))
        self.rows.setCurrentRow(0)
        self.restore.setEnabled(self.rows.count() > 0)

    def _make(self) -> None:
        self._commands.back_up_now()
        self._fill()

    def _restore(self) -> None:
        row = self.rows.currentItem()
        if row is not None:
            self.accept()
            self._commands.restore(Path(str(row.data(Qt.ItemDataRole.UserRole))))

    def _choose(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, "Restore a backup", "", "Backups (*.sqlite)")
        if chosen:
            self.accept()
            self._commands.restore(Path(chosen))


def _line(backup: Backup) -> str:
    at = backup.made.astimezone()
    size = backup.path.stat().st_size / _MEGABYTE
    return f"{long_date(at.date())}, {at:%H:%M}   {size:,.1f} MB"
