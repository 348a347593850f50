"""The program's own words: titles, headings, muted explanations.

The start page is made of these, so nothing here names :class:`Qt`, whose many enumerations take PySide more
than 10 ms to make; the window is painted before it is needed.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QApplication, QLabel, QSizePolicy

TITLE: Final = 1.5
HEADING: Final = 1.18
TEXT: Final = 1.0
SMALL: Final = 0.92


class Caption(QLabel):
    """Wrapped text whose size is a share of the application's, also after the user changes that size."""

    def __init__(
        self, text: str = "", *, share: float = TEXT, bold: bool = False, muted: bool = False
    ) -> None:
        """Show ``text``, which must be the program's own: Qt takes what looks like markup for markup."""
        super().__init__(text)
        self._share = share
        self._bold = bold
        self.setWordWrap(True)
        # Without this a wrapped label asks for the height of its narrowest form.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        if muted:
            self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.resize_text()

    def make_bold(self, bold: bool) -> None:
        """Show the text bold or not."""
        if bold != self._bold:
            self._bold = bold
            self.resize_text()

    def resize_text(self) -> None:
        """Follow the size of the application's text; the window calls it, as Qt does not."""
        font = QFont(QApplication.font())
        font.setPointSizeF(font.pointSizeF() * self._share)
        font.setBold(self._bold)
        self.setFont(font)
