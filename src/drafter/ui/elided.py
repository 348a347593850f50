"""Words on one line that say with an ellipsis where there is no room for all of them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent

from drafter.ui.words import Words


class Elided(Words):
    """A title; what is cut off is told by its tooltip, and a screen reader says all of it."""

    def __init__(self, text: str, *, share: float, bold: bool) -> None:
        """Show ``text``."""
        super().__init__(text, share=share, bold=bold)
        self.setWordWrap(False)

    def setText(self, text: str) -> None:
        """Show ``text``."""
        super().setText(text)
        self.setToolTip(text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much as there is room for."""
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter = QPainter(self)
        self.style().drawItemText(
            painter, room, self.alignment(), self.palette(), self.isEnabled(), shown, self.foregroundRole()
        )
        painter.end()
