"""Text that may hold what a user typed, lines that tell what is wrong, and what is said aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from drafter.errors import DrafterError
from drafter.ui.labels import SMALL, TEXT, Caption
from drafter.ui.theme import problem_colour

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QColor


#: ``Qt.TextFormat.PlainText``, whose enumeration is not made for the list of cases: see labels.py.
_PLAIN_TEXT: Final = 0


class Words(Caption):
    """A caption that shows every character as it is, never as markup: it may hold what a user typed."""

    def __init__(
        self, text: str = "", *, share: float = TEXT, bold: bool = False, muted: bool = False
    ) -> None:
        """Show ``text``."""
        super().__init__(share=share, bold=bold, muted=muted)
        self.setProperty("textFormat", _PLAIN_TEXT)
        self.setText(text)


class Told(QWidget):
    """A line that tells a problem: a warning sign and words in the colour of problems; hidden when empty."""

    def __init__(self) -> None:
        """Start hidden."""
        from PySide6.QtCore import Qt  # as above

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

    def attempt(self, do: Callable[[], object]) -> bool:
        """Do it, and tell why it did not go or that nothing is wrong any more; return whether it went."""
        try:
            do()
        except DrafterError as fault:
            self.tell(str(fault))
            return False
        self.tell("")
        return True

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange) and self._words.text():
            self._colour()
        super().changeEvent(event)

    def _colour(self) -> None:
        from PySide6.QtWidgets import QStyle  # as QAccessible below: not made for the start

        size = self.fontMetrics().height()
        icon = self.style().standardIcon(QStyle.StandardPixmap.SP_MessageBoxWarning, None, self)
        self._sign.setPixmap(icon.pixmap(size, size))
        paint(self._words, problem_colour(self.palette()))


def announce(widget: QWidget, message: str) -> None:
    """Let a screen reader say ``message``, which has appeared elsewhere than where the keyboard is."""
    if not message:
        return
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, message))


def paint(label: QLabel, colour: QColor | None) -> None:
    """Show the text of ``label`` in ``colour``, or in its usual one."""
    palette = QPalette()
    if colour is not None:
        palette.setColor(label.foregroundRole(), colour)
    if label.palette().color(label.foregroundRole()) != palette.color(label.foregroundRole()):
        label.setPalette(palette)
