"""The list of cases as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QTimer,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from drafter.app.lines import CaseLine

Index = QModelIndex | QPersistentModelIndex
# The numbers of Qt's own enumerations, which the start does without: see labels.py.
_DISPLAY, _TOOL_TIP, _ACCESSIBLE_TEXT = 0, 3, 11  # Qt.ItemDataRole
_LEFT_IN_THE_MIDDLE: Final = 0x81  # Qt.AlignmentFlag
#: What a cell says; all else it leaves to the view.
_WORDS: Final = frozenset((_DISPLAY, _TOOL_TIP, _ACCESSIBLE_TEXT))
_COLUMNS: Final = ("Title", "Movant", "Court", "Next deadline", "Drafts", "Last changed", "Status")
_DEADLINE, _STATUS = 3, 6
#: Columns as wide as the longest text that they can have; the others share the rest by what they hold.
_LONGEST: Final = {4: "Drafts", 5: "September 30, 2026, 00:00"}
_AROUND: Final = 14  # pixels beside a text
_ROW: Final = 30  # pixels of a row with text of the usual size
#: Lines that are looked through for the longest text of a column, and how many letters of it count.
_LOOKED_THROUGH: Final = 50
_LETTERS: Final = 45
#: What a click on the heading of each column sorts by; the number of drafts is nothing to sort by.
_ORDERS: Final = ("title", "movant", "court", "due", "", "modified", "status")
#: Whether a heading that sorts does so from the greatest down → what it shows after its words, and says.
_WAYS: Final = {False: (" ▲", ", sorted"), True: (" ▼", ", sorted from the last")}


class CaseTable(QStandardItemModel):
    """The cases in the order of the library; those beyond the first are read when they come into sight.

    Qt's own model keeps the headings and counts the rows; what stands in them is asked of the cases.
    ``changed`` is sent when other words stand in them.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        """Start empty."""
        super().__init__(0, len(_COLUMNS), parent)
        self.setHorizontalHeaderLabels(_COLUMNS)
        self.lines: list[CaseLine] = []
        self._cells: dict[int, tuple[str, ...]] = {}
        self._count: Callable[[int], CaseLine | None] | None = None
        self._looked_at = 0
        self._total = 0
        self._more: Callable[[int], Sequence[CaseLine]] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._count_one)

    def show(
        self,
        lines: Sequence[CaseLine],
        total: int = 0,
        more: Callable[[int], Sequence[CaseLine]] | None = None,
    ) -> None:
        """Show ``lines``, the first of ``total``; ``more`` returns those from a number on."""
        self._timer.stop()
        self.setRowCount(0)
        self._cells.clear()
        self.lines = list(lines)
        self._total, self._more, self._looked_at = total, more, 0
        self.setRowCount(len(self.lines))
        self.changed.emit()

    def longest(self, column: int) -> str:
        """The longest text of the heading and of the first lines of a column that has no width of its own."""
        texts = [_heading(column), *(_words(line, column) for line in self.lines[:_LOOKED_THROUGH])]
        return max(texts, key=len)[:_LETTERS]

    def show_order(self, order: str, *, descending: bool) -> None:
        """Show on its heading what the list is sorted by, and say it to a screen reader."""
        for column, words in enumerate(_COLUMNS):
            sorted_by = _ORDERS[column] == order
            shown, said = _WAYS[descending] if sorted_by else ("", "")
            heading = self.horizontalHeaderItem(column)
            heading.setText(words + shown)
            heading.setAccessibleText(words + said)

    def count_deadlines(self, count: Callable[[int], CaseLine | None], after: int = 0) -> None:
        """Count the deadlines that must be counted anew, one case at a time, so that no key waits.

        ``count`` returns the line of a case with its deadline.  It begins ``after`` so many milliseconds.
        """
        self._count = count
        self._timer.start(after)

    def canFetchMore(self, parent: Index) -> bool:
        """Return whether there are cases that are not read yet."""
        return not parent.isValid() and self._more is not None and len(self.lines) < self._total

    def fetchMore(self, _parent: Index) -> None:
        """Read the next cases."""
        found = list(self._more(len(self.lines))) if self._more is not None else []
        if not found:
            self._total = len(self.lines)
            return
        self.lines += found
        self.setRowCount(len(self.lines))
        if self._count is not None:
            self._timer.start(0)

    def _count_one(self) -> None:
        rows = range(self._looked_at, len(self.lines))
        row = next((row for row in rows if not self.lines[row].counted), None)
        if row is None or self._count is None:
            self._looked_at = len(self.lines)
            self._timer.stop()
            self.changed.emit()
            return
        self._looked_at = row + 1
        self._timer.setInterval(0)
        if (line := self._count(self.lines[row].id)) is not None:
            self.lines[row] = line
            self._cells.pop(row, None)
            self.dataChanged.emit(self.index(row, _DEADLINE), self.index(row, _DEADLINE))

    def data(self, index: Index, role: int = _DISPLAY) -> Any:  # noqa: ANN401 - Qt's own signature
        """Return a cell; a screen reader hears the whole case on its title."""
        if not index.isValid() or role not in _WORDS:  # Qt asks every cell for seven more
            return None
        row = index.row()
        line = self.lines[row]
        if row not in self._cells:  # each cell is asked for several times
            self._cells[row] = _cells(line)
        cells = self._cells[row]
        if role == _TOOL_TIP and index.column() == _DEADLINE and line.due is not None:
            return _in_full(line)
        if role in (_DISPLAY, _TOOL_TIP):
            return cells[index.column()]
        if role == _ACCESSIBLE_TEXT:
            if index.column():
                return f"{_COLUMNS[index.column()]}: {cells[index.column()]}"
            return ", ".join(
                cell
                for cell in (
                    *cells[:_DEADLINE],
                    _in_full(line),
                    f"last changed {cells[5]}",
                    "" if cells[6] == "open" else cells[6],
                )
                if cell
            )
        return None


def _heading(column: int) -> str:
    """The heading with the sign that it has while the list is sorted by it."""
    return f"{_COLUMNS[column]} ▼"


def _cells(line: CaseLine) -> tuple[str, ...]:
    from drafter.core.dates import long_date  # the dates' patterns are compiled after the first paint

    modified = line.modified.astimezone()
    changed = f"{long_date(modified.date())}, {modified:%H:%M}"
    drafts = str(line.drafts or "")
    title, movant, court, due, status = (_words(line, column) for column in (0, 1, 2, _DEADLINE, _STATUS))
    return title, movant, court, due, drafts, changed, status


def _words(line: CaseLine, column: int) -> str:
    """What stands in a column that is neither a number nor a moment."""
    if column == _DEADLINE:
        return f"{line.due_when}: {line.due_what}" if line.due else ""
    if column == _STATUS:
        return " · ".join((line.status, *line.tags))
    return (line.title, line.movant, line.court)[column]


def _in_full(line: CaseLine) -> str:
    from drafter.core.dates import long_date  # as above

    if line.due is None:
        return ""
    return f"{line.due_what}, {line.due_when}, on {long_date(line.due)}"


class CaseView(QTableView):
    """The table: Enter opens, Delete asks to delete, F2 asks to rename the chosen case."""

    opened = Signal()
    delete_asked = Signal()
    rename_asked = Signal()
    sort_asked = Signal(str)
    menu_asked = Signal(QPoint)

    def __init__(self, rows: CaseTable) -> None:
        """Show ``rows``."""
        super().__init__()
        self._rows = rows
        self._room = 0  # pixels for the columns
        self.setModel(rows)
        rows.changed.connect(self._share_room)
        self.setAccessibleName("Cases")
        self.setAccessibleDescription(
            "Enter opens a case, F2 renames it, Delete puts it into the trash, the menu key has more."
        )
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        across = self.horizontalHeader()
        across.setProperty("defaultAlignment", _LEFT_IN_THE_MIDDLE)
        across.setHighlightSections(False)
        across.setSectionsClickable(True)
        across.sectionClicked.connect(self._sort)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.doubleClicked.connect(self.opened)

    def _sort(self, column: int) -> None:
        if _ORDERS[column]:
            self.sort_asked.emit(_ORDERS[column])

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the chosen case, also to the menu key."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        place = self.visualRect(self.currentIndex()).bottomLeft() if by_key else event.pos()
        self.menu_asked.emit(self.viewport().mapToGlobal(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read the keys of the chosen case."""
        from PySide6.QtCore import Qt  # see labels.py: not before there is a key

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
        """Give every column its part of the new width."""
        super().resizeEvent(event)
        self._room = event.size().width()  # of the viewport, which PySide takes 6 ms to hand out
        self._share_room()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text with rows and columns."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._share_room()

    def _share_room(self) -> None:
        """Let no text be cut where there is room; the title gets what the others leave."""
        self.verticalHeader().setDefaultSectionSize(max(_ROW, self.fontMetrics().height() + _AROUND // 2))
        fixed = {column: self._wide(text) for column, text in _LONGEST.items()}
        wanted = {
            column: self._wide(self._rows.longest(column))
            for column in range(len(_COLUMNS))
            if column not in fixed
        }
        least = {column: min(wide, self._wide(_heading(column))) for column, wide in wanted.items()}
        left = self._room - sum(fixed.values())
        more, needed = left - sum(least.values()), sum(wanted.values()) - sum(least.values())
        if needed > more:  # each has its heading, if the list must scroll for it, and its part of the rest
            share = max(more, 0) / max(needed, 1)
            wanted = {column: low + int((wanted[column] - low) * share) for column, low in least.items()}
        wanted[0] += max(0, left - sum(wanted.values()))
        for column, wide in (fixed | wanted).items():
            self.setColumnWidth(column, wide)

    def _wide(self, text: str) -> int:
        return self.fontMetrics().horizontalAdvance(text) + _AROUND
