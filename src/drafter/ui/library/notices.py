"""Lines at the top of the first page that stay until they are read: an offer, a warning, a recovery."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafter.ui.message_bar import MessageBar

_LOWEST = 40  # pixels


class Notices(QWidget):
    """A column of message bars, hidden while there is none; ``told`` is sent when there is one more."""

    told = Signal()

    def __init__(self) -> None:
        """Start without a notice."""
        super().__init__()
        self.bars: list[MessageBar] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def tell(self, message: str, action: str = "", do: Callable[[], object] | None = None) -> None:
        """Show ``message`` below those that are shown, with the button ``action`` that calls ``do``."""
        from PySide6.QtWidgets import QLayout, QStyle  # not before the window is painted

        from drafter.ui.message_bar import MessageBar

        # With large text a notice may be cut on a small screen, but never makes the window higher than it.
        self._column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setMinimumHeight(_LOWEST)
        bar = MessageBar(QStyle.StandardPixmap.SP_MessageBoxInformation)
        self.bars.append(bar)
        self._column.addWidget(bar)
        self.show()
        bar.tell(message, action, do)
        bar.close_button.clicked.connect(self._close)
        self.told.emit()

    def fields(self) -> list[QWidget]:
        """The buttons of what is told, from the top."""
        shown = (bar for bar in self.bars if not bar.isHidden())
        return [button for bar in shown for button in (bar.action, bar.close_button)]

    def clear(self) -> None:
        """Take every notice away."""
        for bar in self.bars:
            bar.hide()
        self._close()

    def _close(self) -> None:
        self.setVisible(any(not bar.isHidden() for bar in self.bars))

    @property
    def texts(self) -> list[str]:
        """What is told now."""
        return [bar.words.text() for bar in self.bars if not bar.isHidden()]
