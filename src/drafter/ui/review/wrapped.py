"""Rows of a tree as high as their wrapped words."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView

_PADDING: Final = 8  # pixels on both sides of a cell together


class WrappedRows(QStyledItemDelegate):
    """Rows as high as their wrapped words; of itself a tree shows one line and cuts the rest off."""

    def __init__(self, view: QTreeView) -> None:
        """Serve ``view``."""
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """The height of the words in the width of their column."""
        one_line = super().sizeHint(option, index)
        indent = 2 * self._view.indentation() if index.column() == 0 else 0
        spanned = self._view.isFirstColumnSpanned(index.row(), index.parent())
        across = self._view.header().length() if spanned else self._view.columnWidth(index.column())
        width = across - indent - _PADDING
        room = QRect(0, 0, max(width, _PADDING), 10_000)
        words = option.fontMetrics.boundingRect(room, Qt.TextFlag.TextWordWrap, str(index.data() or ""))
        return QSize(one_line.width(), max(one_line.height(), words.height()) + 4)
