"""The list of cases as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.app.library import CaseLine

Index = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()
_COLUMNS: Final = ("Title", "Movant", "Court", "Drafts", "Last changed")


class CaseTable(QAbstractTableModel):
    """The cases, newest first."""

    def __init__(self, parent: QObject) -> None:
        """Start empty."""
        super().__init__(parent)
        self.lines: list[CaseLine] = []

    def show(self, lines: Sequence[CaseLine]) -> None:
        """Show ``lines``."""
        self.beginResetModel()
        self.lines = list(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of cases."""
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(_COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401 - Qt's own signature
        """Return the heading of a column."""
        shown = role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal
        return _COLUMNS[section] if shown else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's own signature
        """Return a cell; a screen reader hears the whole case on its title."""
        if not index.isValid():
            return None
        cells = self._cells(self.lines[index.row()])
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return cells[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if index.column():
                return f"{_COLUMNS[index.column()]}: {cells[index.column()]}"
            return ", ".join(
                cell for cell in (cells[0], cells[1], cells[2], f"last changed {cells[4]}") if cell
            )
        return None

    @staticmethod
    def _cells(line: CaseLine) -> tuple[str, str, str, str, str]:
        from drafter.core.dates import long_date  # the dates' patterns are compiled after the first paint

        modified = line.modified.astimezone()
        changed = f"{long_date(modified.date())}, {modified:%H:%M}"
        return line.title, line.movant, line.court, str(line.drafts or ""), changed


class CaseView(QTableView):
    """The table: Enter opens, Delete asks to delete, F2 asks to rename the chosen case."""

    opened = Signal()
    delete_asked = Signal()
    rename_asked = Signal()

    def __init__(self, rows: CaseTable) -> None:
        """Show ``rows``."""
        super().__init__()
        self.setModel(rows)
        self.setAccessibleName("Cases")
        self.setAccessibleDescription("Enter opens a case, F2 renames it, Delete deletes it.")
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        across = self.horizontalHeader()
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        across.setHighlightSections(False)
        across.setSectionsClickable(False)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.doubleClicked.connect(self.opened)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read the keys of the chosen case."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.opened.emit()
            case Qt.Key.Key_Delete:
                self.delete_asked.emit()
            case Qt.Key.Key_F2:
                self.rename_asked.emit()
            case _:
                super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width: the title gets what the others leave."""
        super().resizeEvent(event)
        shares = (38, 18, 20, 6, 18)
        room = self.viewport().width()
        for column, share in enumerate(shares):
            self.setColumnWidth(column, room * share // sum(shares))
