"""Two parts of a row beside each other, or one below the other where the widget is too narrow for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout

if TYPE_CHECKING:
    from collections.abc import Callable

_WAYS: Final = QBoxLayout.Direction


class FoldingRow(QBoxLayout):
    """Holds ``first`` and ``second``; its widget calls :meth:`fold` when its width or its text changes."""

    def __init__(self, least: Callable[[], int]) -> None:
        """Fold where the width is less than ``least`` says, in pixels."""
        super().__init__(_WAYS.LeftToRight)
        self._least = least
        self.first, self.second = QHBoxLayout(), QHBoxLayout()
        self.addLayout(self.first)
        self.addLayout(self.second, 1)

    @property
    def folded(self) -> bool:
        """Whether the second part stands below the first."""
        return self.direction() == _WAYS.TopToBottom

    def minimumSize(self) -> QSize:
        """Return the size of the wider part alone: there is room for the other below it."""
        widest = max(part.minimumSize().width() for part in (self.first, self.second))
        return QSize(widest, super().minimumSize().height())

    def fold(self, width: int) -> None:
        """Lay the parts out in this width."""
        way = _WAYS.LeftToRight if width >= self._least() else _WAYS.TopToBottom
        if way != self.direction():
            self.setDirection(way)
