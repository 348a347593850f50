"""The rows of a list as they are typed: a table of texts with one empty row always at its end."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from drafter.core.dates import long_date, relative_date
from drafter.core.kinds import Date, LongText, Text, is_blank
from drafter.core.problem import Unreadable

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from drafter.core.rows import Column, ListOf, Row

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
_ROLE: Final = Qt.ItemDataRole
_UNDOABLE: Final = 200  # changes


class RowsModel(QAbstractTableModel):
    """Texts in rows and columns; ``edited`` is sent on every change that a person makes.

    Every such change can be taken back with :meth:`undo`; the keys typed into one cell are one change.
    """

    edited = Signal()

    def __init__(self, kind: ListOf, parent: QObject) -> None:
        """Start with the one empty row."""
        super().__init__(parent)
        self.kind = kind
        self._rows: list[list[str]] = [self._empty()]
        self._past: list[list[list[str]]] = []
        self._future: list[list[list[str]]] = []
        self._cell: tuple[int, int] | None = (
            None  # the cell whose keys are one change, while it is typed into
        )

    def _empty(self) -> list[str]:
        return [""] * len(self.kind.columns)

    # --- what is typed -------------------------------------------------------------------------------

    def raw(self) -> list[dict[str, str]]:
        """Return the rows that are not empty; a cell that cannot be read is left out, never misread."""
        return [
            {
                column.id: _said(column, text)
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
        self._past.clear()
        self._future.clear()
        self._replace([*shown, self._empty()])

    def texts(self) -> list[list[str]]:
        """Return what is typed in every cell of the rows that are not empty."""
        return [list(row) for row in self._rows if not is_blank(row)]

    def show_texts(self, rows: object) -> bool:
        """Show what :meth:`texts` returned before; return False for what are no rows of this table."""
        wide = len(self.kind.columns)
        if not isinstance(rows, list) or any(not isinstance(row, list) or len(row) != wide for row in rows):
            return False
        self._replace([*([str(text) for text in row] for row in rows), self._empty()])
        return True

    def _replace(self, rows: list[list[str]]) -> None:
        self.beginResetModel()
        self._rows = rows
        self._cell = None
        self.endResetModel()

    def is_last(self, row: int) -> bool:
        """Whether ``row`` is the empty one at the end."""
        return row == len(self._rows) - 1

    def is_empty_row(self, row: int) -> bool:
        """Whether nothing is typed in ``row``."""
        return is_blank(self._rows[row])

    # --- changes by a person -------------------------------------------------------------------------

    def put(self, row: int, place: int, cells: Sequence[Sequence[str]]) -> None:
        """Write ``cells`` from ``row`` and column ``place`` on, adding rows as they are needed."""
        self._remember()
        self.beginResetModel()
        for offset, line in enumerate(cells):
            while row + offset >= len(self._rows):
                self._rows.append(self._empty())
            for column, text in enumerate(line[: len(self.kind.columns) - place], start=place):
                self._rows[row + offset][column] = _settled(self.kind.columns[column], text)
        self._end_with_empty()
        self.endResetModel()
        self.edited.emit()

    def clear(self, cells: Iterable[tuple[int, int]]) -> None:
        """Empty ``cells``, pairs of row and column."""
        full = [(row, place) for row, place in cells if self._rows[row][place]]
        if not full:
            return
        self._remember()
        for row, place in full:
            self._rows[row][place] = ""
            self.dataChanged.emit(self.index(row, place), self.index(row, place))
        self.edited.emit()

    def remove(self, rows: Collection[int]) -> bool:
        """Remove ``rows`` but for the empty one at the end; return False where there is none else."""
        gone = [row for row in sorted(rows, reverse=True) if not self.is_last(row)]
        if not gone:
            return False
        self._remember()
        for row in gone:
            self.beginRemoveRows(_NOWHERE, row, row)
            del self._rows[row]
            self.endRemoveRows()
        self.edited.emit()
        return True

    def insert(self, row: int) -> None:
        """Insert an empty row before ``row``."""
        self._remember()
        self.beginInsertRows(_NOWHERE, row, row)
        self._rows.insert(row, self._empty())
        self.endInsertRows()
        self.edited.emit()

    def swap(self, row: int, other: int) -> bool:
        """Exchange two rows; return False where one of them is not there or is the empty last one."""
        last = len(self._rows) - 1
        if not (0 <= row < last and 0 <= other < last):
            return False
        self._remember()
        self._rows[row], self._rows[other] = self._rows[other], self._rows[row]
        ends = self.index(min(row, other), 0), self.index(max(row, other), len(self.kind.columns) - 1)
        self.dataChanged.emit(*ends)
        self.edited.emit()
        return True

    def leave_cell(self, index: Index) -> None:
        """Show what was typed into a cell in its usual form; what is typed next is another change."""
        if self._cell is None or not index.isValid():
            return
        self._cell = None
        row, column = self._rows[index.row()], self.kind.columns[index.column()]
        text = _settled(column, row[index.column()])
        if text != row[index.column()]:
            row[index.column()] = text
            self.dataChanged.emit(index, index)
            self.edited.emit()

    def _end_with_empty(self) -> None:
        while len(self._rows) > 1 and is_blank(self._rows[-1]) and is_blank(self._rows[-2]):
            self._rows.pop()
        if not is_blank(self._rows[-1]):
            self._rows.append(self._empty())

    # --- taking back ---------------------------------------------------------------------------------

    @property
    def is_typed_into(self) -> bool:
        """Whether something was typed into a cell that is still open."""
        return self._cell is not None

    @property
    def can_undo(self) -> bool:
        """Whether there is a change to take back."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether there is a change to make again."""
        return bool(self._future)

    def undo(self) -> None:
        """Take the last change back."""
        self._go(self._past, self._future)

    def redo(self) -> None:
        """Make the change again that was taken back last."""
        self._go(self._future, self._past)

    def _go(self, here: list[list[list[str]]], there: list[list[list[str]]]) -> None:
        if here:
            there.append(self._copy())
            self._replace(here.pop())
            self.edited.emit()

    def _remember(self, cell: tuple[int, int] | None = None) -> None:
        if cell is None or cell != self._cell:
            self._past.append(self._copy())
            del self._past[:-_UNDOABLE]
            self._future.clear()
        self._cell = cell

    def _copy(self) -> list[list[str]]:
        return [list(row) for row in self._rows]

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
        self._remember((index.row(), index.column()))
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


def _said(column: Column, text: str) -> str:
    """The text of a cell, with today, yesterday and tomorrow as the day that they are."""
    day = relative_date(text, date.today()) if isinstance(column.kind, Date) else None  # noqa: DTZ011 - as the person's calendar has it
    return text if day is None else long_date(day)


def _fault(column: Column, text: str) -> str:
    """The sentence for a cell that cannot be read, else an empty text."""
    if is_blank(text):
        return ""
    try:
        column.kind.parse(_said(column, text))
    except Unreadable as fault:
        return str(fault)
    return ""


def _settled(column: Column, text: str) -> str:
    """The text of a cell in the usual form of its kind; one that cannot be read stays as it is."""
    text = _said(column, tidied(column, text))
    if isinstance(column.kind, (Text, LongText)) or is_blank(text) or _fault(column, text):
        return text
    return column.kind.show(column.kind.parse(text))
