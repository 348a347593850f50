"""Backups while the window is open: made when due, listed, and restored beside the library in use."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from drafter.errors import DrafterError

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.app.library import Library
    from drafter.ui.main_window import MainWindow

#: Milliseconds between two looks at whether a backup is due.
_LOOK_EVERY: Final = 60_000


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
        other, running = self._library.beside(), self._thread

        def run(_stopped: object) -> Path:
            if running is not None:
                running.join()  # two at once would write to one file of the same second
            try:
                return other.back_up()
            finally:
                other.close()

        from drafter.ui.working import work  # not before there is something to do

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
        from drafter.ui.library.backups_dialog import BackupsDialog  # seldom needed

        BackupsDialog(self, self._window, self._library.folder).open()

    def restore(self, file: Path) -> None:
        """Make a new library from a backup beside the one in use, and offer to open it."""
        from PySide6.QtCore import Qt  # what follows is seldom needed, and never for the start
        from PySide6.QtWidgets import QMessageBox

        from drafter.app.backups import BY_ITS_OWN, restored, under_another
        from drafter.ui.working import work

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
    from PySide6.QtCore import QProcess

    start = [] if getattr(sys, "frozen", False) else ["-m", "drafter"]
    QProcess.startDetached(sys.executable, [*start, "--data-dir", str(folder)])
