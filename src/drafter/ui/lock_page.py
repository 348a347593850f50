"""The page of a locked library: it shows nothing of what is inside."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from drafter.ui.labels import HEADING
from drafter.ui.words import Told, Words


class LockPage(QWidget):
    """``given`` carries what was typed as the passphrase."""

    given = Signal(str)

    def __init__(self) -> None:
        """Ask for the passphrase."""
        super().__init__()
        self.line = QLineEdit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setAccessibleName("Passphrase")
        self.line.setMinimumWidth(self.line.fontMetrics().averageCharWidth() * 36)
        label = QLabel("&Passphrase:")
        label.setBuddy(self.line)
        self.button = QPushButton("&Unlock")
        self.told = Told()
        self.line.returnPressed.connect(self._give)
        self.button.clicked.connect(self._give)
        row = QHBoxLayout()
        for widget in (label, self.line, self.button):
            row.addWidget(widget)
        row.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addStretch(1)
        column.addWidget(Words("The library is locked.", share=HEADING, bold=True))
        column.addWidget(Words("Its cases are encrypted; the passphrase opens them.", muted=True))
        column.addLayout(row)
        column.addWidget(self.told)
        column.addStretch(2)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(36, 24, 36, 24)
        whole.addStretch(1)
        whole.addLayout(column, 2)
        whole.addStretch(1)

    def ask(self) -> None:
        """Begin again with an empty line that has the keyboard."""
        self.told.tell("")
        self.line.clear()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, message: str) -> None:
        """Say why what was typed does not open the library."""
        self.told.tell(message)
        self.line.selectAll()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self) -> None:
        if self.line.text():
            self.given.emit(self.line.text())
