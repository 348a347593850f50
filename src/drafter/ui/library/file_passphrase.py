"""Asking for the passphrase under which a case file is written."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from drafter.ui.manual import help_key
from drafter.ui.settings import sized
from drafter.ui.words import Told, Words

#: Fewer letters are found by trying.
LEAST: Final = 8


class FilePassphrase(QDialog):
    """Asks twice, or for the plain word that the file shall have none."""

    def __init__(self, parent: QWidget) -> None:
        """Begin with empty fields."""
        super().__init__(parent)
        self.setWindowTitle("Passphrase of the case file")
        help_key(self, "case-files")
        self.first, self.again = QLineEdit(), QLineEdit()
        for line in (self.first, self.again):
            line.setEchoMode(QLineEdit.EchoMode.Password)
            line.textChanged.connect(self._check)
        self.plain = QCheckBox("&No passphrase: anyone who has the file can read it")
        self.plain.toggled.connect(self._check)
        self.told = Told()
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        fields = QFormLayout()
        fields.addRow("&Passphrase:", self.first)
        fields.addRow("Passphrase &again:", self.again)
        column = QVBoxLayout(self)
        column.addWidget(
            Words(
                "The file holds everything of the case. Whoever opens it needs this passphrase; tell it by"
                " another way than the file. If it is forgotten, the file cannot be opened by anyone."
            )
        )
        column.addLayout(fields)
        column.addWidget(self.plain)
        column.addWidget(self.told)
        column.addStretch(1)
        column.addWidget(self.buttons)
        sized(self, 460, 240)
        self._check()
        self.first.setFocus()

    @property
    def passphrase(self) -> str:
        """What was typed, empty where the file shall be plain."""
        return "" if self.plain.isChecked() else self.first.text()

    def _check(self) -> None:
        plain, first, again = self.plain.isChecked(), self.first.text(), self.again.text()
        for line in (self.first, self.again):
            line.setEnabled(not plain)
        wrong = ""
        if not plain and again and first != again:
            wrong = "The two are not the same; type the passphrase again."
        elif not plain and again and len(first) < LEAST:
            wrong = f"This is too short to keep anyone out; write at least {LEAST} letters."
        self.told.tell(wrong)
        save = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setEnabled(plain or (bool(again) and not wrong))


def new_passphrase(parent: QWidget) -> str | None:
    """Ask for a passphrase; return it, empty for a plain file, None where the person gives up."""
    dialog = FilePassphrase(parent)
    try:
        return dialog.passphrase if dialog.exec() == QDialog.DialogCode.Accepted else None
    finally:
        dialog.deleteLater()
