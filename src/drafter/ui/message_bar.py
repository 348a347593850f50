"""A bar that tells something and stays until it is dealt with: a full disk, a finished draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QStyle, QToolButton

from drafter.ui.words import Words, announce

if TYPE_CHECKING:
    from collections.abc import Callable


class MessageBar(QFrame):
    """Words, a sign, at most one thing to do, and a button that closes the bar; hidden at first."""

    def __init__(self, sign: QStyle.StandardPixmap) -> None:
        """Show ``sign`` before the words."""
        super().__init__()
        self._pixmap = sign
        self._do: Callable[[], object] | None = None
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self._sign, self.words = QLabel(), Words()
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.action = QPushButton()
        self.close_button = QToolButton()
        self.close_button.setText("Close")
        self.close_button.setAutoRaise(True)
        self.close_button.setAccessibleName("Close this message")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 6, 6)
        row.addWidget(self._sign)
        row.addWidget(self.words, 1)
        row.addWidget(self.action)
        row.addWidget(self.close_button)
        self.action.clicked.connect(self._act)
        self.close_button.clicked.connect(self.hide)
        self._draw()
        self.hide()

    def tell(self, message: str, action: str = "", do: Callable[[], object] | None = None) -> None:
        """Show ``message``, with the button ``action`` that calls ``do``."""
        self.words.setText(message)
        self.setAccessibleName(message)
        announce(self, message)
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self._do = do
        self.show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and size of text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange) and hasattr(self, "_sign"):
            self._draw()

    def _draw(self) -> None:
        size = round(self.fontMetrics().height() * 1.2)
        self._sign.setPixmap(self.style().standardIcon(self._pixmap, None, self).pixmap(size, size))

    def _act(self) -> None:
        if self._do is not None:
            self._do()
