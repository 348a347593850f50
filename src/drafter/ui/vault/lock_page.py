"""The page of a locked library: it shows nothing of what is inside."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from drafter.ui.labels import HEADING
from drafter.ui.words import Told, Words, announce

_ABOUT: Final = "Its cases are encrypted; the passphrase opens them."


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
        self.remember = QCheckBox("&Remember on this computer (in the system’s keyring)")
        self.remember.hide()  # until it is known that there is a keyring
        self._about = Words(_ABOUT, muted=True)
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
        column.addWidget(self._about)
        column.addLayout(row)
        column.addWidget(self.remember)
        column.addWidget(self.told)
        column.addStretch(2)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(36, 24, 36, 24)
        whole.addStretch(1)
        whole.addLayout(column, 2)
        whole.addStretch(1)

    def ask(self) -> None:
        """Begin again with an empty line that has the keyboard."""
        self.ask_again("")
        self.line.clear()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, words: str) -> None:
        """Say what is going on instead of what opens the library."""
        self._about.setText(words)
        announce(self, words)

    def ask_again(self, message: str) -> None:
        """Say why the passphrase is needed after all; what is being typed stays."""
        self._about.setText(_ABOUT)
        self.told.tell(message)

    def refuse(self, message: str) -> None:
        """Say why what was typed does not open the library."""
        self.told.tell(message)
        self.line.selectAll()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self) -> None:
        if self.line.text():
            self.given.emit(self.line.text())
