"""The backups of the library as a list, and what can be done with one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
)

from drafter.app.backups import Backups
from drafter.core.dates import long_date
from drafter.ui.manual import help_key
from drafter.ui.settings import sized
from drafter.ui.words import Words

if TYPE_CHECKING:
    from drafter.app.backups import Backup
    from drafter.ui.library.backup_commands import BackupCommands
    from drafter.ui.main_window import MainWindow

_MEGABYTE: Final = 1_000_000


class BackupsDialog(QDialog):
    """The backups with date and size, and what can be done with one."""

    def __init__(self, commands: BackupCommands, window: MainWindow, folder: Path) -> None:
        """List the backups of the library in ``folder``."""
        super().__init__(window)
        self._commands = commands
        self._backups = Backups(folder)
        self.setWindowTitle("Backups")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        help_key(self, "backups")
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
