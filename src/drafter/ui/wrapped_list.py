"""Lists whose lines wrap, apart from each other, each on a ground of its own."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem

_APART: Final = 2  # pixels around each line


class _Lines(QStyledItemDelegate):
    """Measures a line in the width in which it is drawn; Qt forgets the room around it and cuts its end."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as the wrapped words."""
        option.rect.setWidth(option.rect.width() - 2 * self._view.spacing())
        hint: QSize = super().sizeHint(option, index)
        return hint


def wrap_lines(view: QListView) -> None:
    """Let the lines of ``view`` wrap; it is to be read and gone through, and scrolls down alone."""
    view.setWordWrap(True)
    view.setAlternatingRowColors(True)
    view.setSpacing(_APART)
    view.setResizeMode(QListView.ResizeMode.Adjust)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setItemDelegate(_Lines(view))
