"""The rows of a list as they are typed: a table of texts with one empty row always at its end."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from drafter.core.kinds import LongText, is_blank
from drafter.core.problem import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from drafter.core.rows import Column, ListOf, Row

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
_ROLE: Final = Qt.ItemDataRole


class RowsModel(QAbstractTableModel):
    """Texts in rows and columns; ``edited`` is sent on every change that a person makes."""

    edited = Signal()

    def __init__(self, kind: ListOf, parent: QObject) -> None:
        """Start with the one empty row."""
        super().__init__(parent)
        self.kind = kind
        self._rows: list[list[str]] = [self._empty()]

    def _empty(self) -> list[str]:
        return [""] * len(self.kind.columns)

    # --- what is typed -------------------------------------------------------------------------------

    def raw(self) -> list[dict[str, str]]:
        """Return the rows that are not empty; a cell that cannot be read is left out, never misread."""
        return [
            {
                column.id: text
                for column, text in zip(self.kind.columns, row, strict=True)
                if not _fault(column, text)
            }
            for row in self._rows
            if not is_blank(row)
        ]

    def faults(self, skip: tuple[int, int] | None = None) -> tuple[str, ...]:
        """Return a sentence for every cell that cannot be read, except the cell ``skip`` (row, column)."""
        found = (
            (number, column, _fault(column, text))
            for number, row in enumerate(self._rows)
            for place, (column, text) in enumerate(zip(self.kind.columns, row, strict=True))
            if (number, place) != skip
        )
        return tuple(f"Row {number + 1}, {column.label}: {fault}" for number, column, fault in found if fault)

    def show(self, rows: Iterable[Row]) -> None:
        """Show ``rows``, values of the list's kind, in place of what is typed."""
        shown = [[_shown(column, row) for column in self.kind.columns] for row in rows]
        if [*shown, self._empty()] == self._rows:
            return
        self.beginResetModel()
        self._rows = [*shown, self._empty()]
        self.endResetModel()

    def is_empty_row(self, row: int) -> bool:
        """Whether nothing is typed in ``row``."""
        return is_blank(self._rows[row])

    # --- changes by a person -------------------------------------------------------------------------

    def put(self, row: int, place: int, cells: Sequence[Sequence[str]]) -> None:
        """Write ``cells`` from ``row`` and column ``place`` on, adding rows as they are needed."""
        self.beginResetModel()
        for offset, line in enumerate(cells):
            while row + offset >= len(self._rows):
                self._rows.append(self._empty())
            for step, text in enumerate(line[: len(self.kind.columns) - place], place):
                self._rows[row + offset][step] = tidied(self.kind.columns[step], text)
        self._end_with_empty()
        self.endResetModel()
        self.edited.emit()

    def take(self, row: int) -> list[str]:
        """Remove ``row`` and return its texts."""
        self.beginRemoveRows(_NOWHERE, row, row)
        texts = self._rows.pop(row)
        self.endRemoveRows()
        if not self._rows or not is_blank(self._rows[-1]):
            self.beginInsertRows(_NOWHERE, len(self._rows), len(self._rows))
            self._rows.append(self._empty())
            self.endInsertRows()
        self.edited.emit()
        return texts

    def insert(self, row: int, texts: list[str]) -> None:
        """Insert a row of ``texts`` before ``row``."""
        row = min(row, len(self._rows) - 1)
        self.beginInsertRows(_NOWHERE, row, row)
        self._rows.insert(row, texts)
        self.endInsertRows()
        self.edited.emit()

    def swap(self, row: int, other: int) -> bool:
        """Exchange two rows; return False where one of them is not there or is the empty last one."""
        last = len(self._rows) - 1
        if not (0 <= row < last and 0 <= other < last):
            return False
        self._rows[row], self._rows[other] = self._rows[other], self._rows[row]
        ends = self.index(min(row, other), 0), self.index(max(row, other), len(self.kind.columns) - 1)
        self.dataChanged.emit(*ends)
        self.edited.emit()
        return True

    def _end_with_empty(self) -> None:
        while len(self._rows) > 1 and is_blank(self._rows[-1]) and is_blank(self._rows[-2]):
            self._rows.pop()
        if not is_blank(self._rows[-1]):
            self._rows.append(self._empty())

    # --- Qt's own questions --------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of rows, the empty one included."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.kind.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be typed into."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _ROLE.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own signature
        """Return the heading of a column; a star marks those that are needed."""
        if orientation == Qt.Orientation.Vertical:
            return section + 1 if role == _ROLE.DisplayRole else None
        column = self.kind.columns[section]
        if role == _ROLE.DisplayRole:
            return f"{column.label}\N{NO-BREAK SPACE}*" if column.required else column.label
        if role == _ROLE.ToolTipRole and column.required:
            return f"{column.label}: needed in every row"
        return None

    def data(self, index: Index, role: int = _ROLE.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own signature
        """Return the text of a cell, or what is wrong with it."""
        if not index.isValid():
            return None
        column, text = self.kind.columns[index.column()], self._rows[index.row()][index.column()]
        if role in (_ROLE.DisplayRole, _ROLE.EditRole):
            return text
        if role == _ROLE.AccessibleTextRole:
            return f"Row {index.row() + 1}, {column.label}: {text or 'empty'}"
        if role in (_ROLE.ToolTipRole, _ROLE.AccessibleDescriptionRole):
            return _fault(column, text)
        return None

    def setData(self, index: Index, value: Any, role: int = _ROLE.EditRole) -> bool:  # noqa: ANN401 - Qt's own signature
        """Take over what was typed into a cell."""
        text = tidied(self.kind.columns[index.column()], str(value or ""))
        row = self._rows[index.row()]
        if role != _ROLE.EditRole or row[index.column()] == text:
            return False
        row[index.column()] = text
        self.dataChanged.emit(index, index)
        if not is_blank(self._rows[-1]):
            self.beginInsertRows(_NOWHERE, len(self._rows), len(self._rows))
            self._rows.append(self._empty())
            self.endInsertRows()
        self.edited.emit()
        return True


def tidied(column: Column, text: str) -> str:
    """Return ``text`` as a cell of ``column`` holds it: in paragraphs where it may, else in one line."""
    lines = text.splitlines() if isinstance(column.kind, LongText) else [text]
    return "\n".join(line for line in (" ".join(line.split()) for line in lines) if line)


def _shown(column: Column, row: Row) -> str:
    value = row.get(column.id)
    return "" if value is None else column.kind.show(value)


def _fault(column: Column, text: str) -> str:
    """The sentence for a cell that cannot be read, else an empty text."""
    if is_blank(text):
        return ""
    try:
        column.kind.parse(text)
    except Unreadable as fault:
        return str(fault)
    return ""


def cells_of(pasted: str) -> list[list[str]]:
    """Return the cells of text copied from a spreadsheet or typed with tabs and line ends."""
    lines = csv.reader(io.StringIO(pasted), dialect="excel-tab")
    return [line for line in lines if not is_blank(line)]
