"""A table to be read: rows of text, wrapped, with one row chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

#: Pixels between the text of a cell and the lines above and below it.
_ROOM: Final = 4


class _Roomy(QStyledItemDelegate):
    """Draws a cell with room above and below its text."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as the text with its room."""
        hint: QSize = super().sizeHint(option, index)
        return QSize(hint.width(), hint.height() + 2 * _ROOM)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the ground over the whole cell, then the text inside it."""
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        ground.text = ""
        ground.state &= ~QStyle.StateFlag.State_HasFocus
        table = option.widget
        table.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, table)
        option.rect = option.rect.adjusted(0, _ROOM, 0, -_ROOM)
        super().paint(painter, option, index)


def plain_rows(table: QTableWidget, name: str, columns: Sequence[str]) -> None:
    """Make ``table`` one to read, whose rows are told apart by their ground, without a grid.

    ``name`` is what a screen reader calls it.
    """
    table.setAccessibleName(name)
    table.setHorizontalHeaderLabels(list(columns))
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setTabKeyNavigation(False)
    table.setWordWrap(True)
    table.setShowGrid(False)
    table.setAlternatingRowColors(True)
    table.setItemDelegate(_Roomy(table))
    table.verticalHeader().hide()
    across = table.horizontalHeader()
    across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    across.setTextElideMode(Qt.TextElideMode.ElideRight)
    across.setHighlightSections(False)
    across.setSectionsClickable(False)


def reading_table(name: str, columns: Sequence[str], wide: Collection[int]) -> QTableWidget:
    """Return an empty table of ``columns``; those in ``wide`` share the room that is left."""
    table = QTableWidget(0, len(columns))
    plain_rows(table, name, columns)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    across = table.horizontalHeader()
    modes = QHeaderView.ResizeMode
    for column in range(len(columns)):
        across.setSectionResizeMode(column, modes.Stretch if column in wide else modes.ResizeToContents)
    _wrap_anew(table)
    return table


def _wrap_anew(table: QTableWidget) -> None:
    """Let the rows be as high as their text once the columns have their width."""
    settled = QTimer(table)
    settled.setSingleShot(True)
    settled.timeout.connect(table.resizeRowsToContents)
    table.horizontalHeader().sectionResized.connect(lambda *_: settled.start(0))


def fill(table: QTableWidget, rows: Sequence[Sequence[str]]) -> None:
    """Show ``rows`` in place of what was there and choose the first."""
    table.setRowCount(0)
    table.setRowCount(len(rows))
    head = table.horizontalHeader().model()
    across = Qt.Orientation.Horizontal
    heads = [str(head.headerData(column, across)) for column in range(table.columnCount())]
    for row, texts in enumerate(rows):
        spoken = ", ".join(f"{name}: {text}" for name, text in zip(heads, texts, strict=True) if text)
        for column, text in enumerate(texts):
            cell = QTableWidgetItem(text)
            cell.setTextAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            cell.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            table.setItem(row, column, cell)
    table.resizeRowsToContents()
    if rows:
        table.selectRow(0)
