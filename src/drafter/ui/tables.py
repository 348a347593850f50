"""A table to be read: rows of text, wrapped, with one row chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence


def reading_table(name: str, columns: Sequence[str], wide: Collection[int]) -> QTableWidget:
    """Return an empty table of ``columns``; those in ``wide`` share the room that is left."""
    table = QTableWidget(0, len(columns))
    table.setHorizontalHeaderLabels(list(columns))
    table.setAccessibleName(name)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    across = table.horizontalHeader()
    across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
    modes = QHeaderView.ResizeMode
    for column in range(len(columns)):
        across.setSectionResizeMode(column, modes.Stretch if column in wide else modes.ResizeToContents)
    return table


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
            cell.setToolTip(text)
            cell.setTextAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            cell.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            table.setItem(row, column, cell)
    table.resizeRowsToContents()
    if rows:
        table.selectRow(0)
