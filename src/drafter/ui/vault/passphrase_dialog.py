"""Asking for a new passphrase: twice, with what it means to forget it, and how strong it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from drafter.app.passphrase import LOST, strength
from drafter.ui.labels import SMALL
from drafter.ui.manual import help_key
from drafter.ui.settings import sized
from drafter.ui.words import Told, Words

if TYPE_CHECKING:
    from collections.abc import Callable


class PassphraseDialog(QDialog):
    """``given`` carries the new passphrase; ``current`` checks the one in use, None where there is none."""

    given = Signal(str)

    def __init__(self, parent: QWidget, current: Callable[[str], bool] | None) -> None:
        """Ask for a passphrase, and for the one in use where there is one."""
        super().__init__(parent)
        self._current = current
        self.setWindowTitle("Change the passphrase" if current else "Protect with a passphrase")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        help_key(self, "passphrase")
        self.old = _field("Passphrase in use")
        self.first = _field("New passphrase")
        self.second = _field("New passphrase again")
        self.shown = QCheckBox("&Show what is typed")
        self.said = Words(share=SMALL, muted=True)
        self.told = Told()
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        self.buttons.button(kinds.Ok).setText("Change the passphrase" if current else "Encrypt the library")
        self.buttons.accepted.connect(self._accept)
        self.buttons.rejected.connect(self.reject)
        self.first.textChanged.connect(lambda text: self.said.setText(strength(text)))
        self.shown.toggled.connect(self._show)
        self._lay_out()
        sized(self, 560, 320)

    def _lay_out(self) -> None:
        form = QFormLayout()
        if self._current is not None:
            form.addRow("Passphrase in &use:", self.old)
        form.addRow("&New passphrase:", self.first)
        form.addRow("", self.said)
        form.addRow("New passphrase &again:", self.second)
        form.addRow("", self.shown)
        column = QVBoxLayout(self)
        column.addWidget(
            Words(
                "The whole library is encrypted: answers, history, drafts, attached papers, and every backup."
                " Whoever takes this computer or copies its disk reads nothing."
            )
        )
        column.addWidget(Words(LOST, bold=True))
        column.addLayout(form)
        column.addWidget(self.told)
        column.addStretch(1)
        column.addWidget(self.buttons)

    def _show(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        for field in (self.old, self.first, self.second):
            field.setEchoMode(mode)

    def _accept(self) -> None:
        if self._current is not None and not self._current(self.old.text()):
            self.told.tell("This is not the passphrase in use; type it again (capital letters count).")
            self.old.setFocus()
        elif not self.first.text():
            self.told.tell("Type a new passphrase, twice.")
            self.first.setFocus()
        elif self.first.text() != self.second.text():
            self.told.tell("The two entries differ; type the new passphrase again.")
            self.second.setFocus()
        else:
            self.accept()
            self.given.emit(self.first.text())


def _field(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setAccessibleName(name)
    return field
