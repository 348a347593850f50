"""Small pieces of text: headings, muted explanations, and lines that tell what is wrong."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QSizePolicy, QWidget

from drafter.ui.theme import problem_colour

TITLE: Final = 1.5
HEADING: Final = 1.18
TEXT: Final = 1.0
SMALL: Final = 0.92


class Words(QLabel):
    """Wrapped text whose size is a share of the application's, also after the user changes that size."""

    def __init__(
        self, text: str = "", *, share: float = TEXT, bold: bool = False, muted: bool = False
    ) -> None:
        """Show ``text`` as plain text, never as markup: it may hold what a user typed."""
        super().__init__(text)
        self._share = share
        self._bold = bold
        self.setTextFormat(Qt.TextFormat.PlainText)
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


class Told(QWidget):
    """A line that tells a problem: a warning sign and words in the colour of problems; hidden when empty."""

    def __init__(self) -> None:
        """Start hidden."""
        super().__init__()
        self._sign = QLabel()
        self._words = Words(share=SMALL)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        self.hide()

    @property
    def text(self) -> str:
        """What is told now; empty when nothing is."""
        return self._words.text()

    def tell(self, message: str) -> None:
        """Show ``message``, or hide when it is empty."""
        if message != self._words.text():
            self._words.setText(message)
            self.setAccessibleName(f"Problem: {message}" if message else "")
            announce(self, message)
        if message:
            self._colour()
        self.setVisible(bool(message))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange) and self._words.text():
            self._colour()
        super().changeEvent(event)

    def _colour(self) -> None:
        from PySide6.QtWidgets import QStyle  # 5 ms, which the start page can do without

        size = self.fontMetrics().height()
        icon = self.style().standardIcon(QStyle.StandardPixmap.SP_MessageBoxWarning, None, self)
        self._sign.setPixmap(icon.pixmap(size, size))
        paint(self._words, problem_colour(self.palette()))


def announce(widget: QWidget, message: str) -> None:
    """Let a screen reader say ``message``, which has appeared elsewhere than where the keyboard is."""
    if message and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, message))


def paint(label: QLabel, colour: QColor | None) -> None:
    """Show the text of ``label`` in ``colour``, or in its usual one."""
    palette = QPalette()
    if colour is not None:
        palette.setColor(label.foregroundRole(), colour)
    if label.palette().color(label.foregroundRole()) != palette.color(label.foregroundRole()):
        label.setPalette(palette)
