"""The table of a list as it is seen, gone through and typed into."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyle,
    QTableView,
    QWidget,
)

from drafter.core.kinds import Choice, Date, Number, YesNo
from drafter.ui.editors.base import keep_keys
from drafter.ui.editors.cell import CellDelegate
from drafter.ui.editors.rows_text import copied_cells, text_of, without_heading

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafter.ui.editors.rows_model import RowsModel

_HIGHEST: Final = 380
_PADDING: Final = 10  # pixels around a heading
#: Characters for which an empty column has room, by its kind.
_SHARES: Final[dict[type[Any], int]] = {Number: 7, YesNo: 7, Date: 12, Choice: 14}
Index = QModelIndex | QPersistentModelIndex
EndEdit: Final = QAbstractItemDelegate.EndEditHint
#: Rows down and columns to the right.
_ARROWS: Final[dict[int, tuple[int, int]]] = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


class RowsView(QTableView):
    """The table.

    While a cell is typed into, Tab goes on to the next one and Enter to the row below, where the row of Tabs
    began; otherwise Tab leaves the table.  ``refused`` carries a sentence on cells that were not pasted,
    ``advance`` is sent when the person asks for the next question.
    """

    advance = Signal()
    refused = Signal(str)

    def __init__(self, model: RowsModel, parent: QWidget) -> None:
        """Show ``model``."""
        super().__init__(parent)
        self._rows = model
        self.setModel(model)
        self._cells = CellDelegate(model.kind, self)
        self._cells.cells_pasted.connect(self.paste)
        self._cells.row_keys.connect(self._row_key)
        self._cells.stepped.connect(self._step)
        self._cells.undo_asked.connect(self.undo)
        self._begun: int | None = None  # the column in which the row of Tabs began
        self._anchor = QPersistentModelIndex()  # the cell from which Shift and arrows choose
        self.setItemDelegate(self._cells)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            trigger.AnyKeyPressed | trigger.EditKeyPressed | trigger.DoubleClicked | trigger.SelectedClicked
        )
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._lay_out_headers()
        for change in (model.rowsInserted, model.rowsRemoved, model.dataChanged, model.modelReset):
            change.connect(self._fit)
        model.modelReset.connect(self._share_width)
        keep_keys(self)
        self._fit()

    def _lay_out_headers(self) -> None:
        across, down = self.horizontalHeader(), self.verticalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        across.setDefaultAlignment(flags | Qt.TextFlag.TextWordWrap)
        across.setHighlightSections(False)
        across.setSectionsClickable(False)
        across.setMinimumSectionSize(24)
        down.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        down.setSectionsClickable(False)
        down.setHighlightSections(False)

    # --- size ----------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns by what they hold."""
        super().resizeEvent(event)
        self._share_width()
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._share_width()
            self._fit()

    def _share_width(self) -> None:
        columns = range(self._rows.columnCount())
        metrics = self.fontMetrics()
        margins = 2 * self.style().pixelMetric(QStyle.PixelMetric.PM_HeaderMargin, None, self) + 1
        whole = [self._widest_word(column, with_cells=True) for column in columns]
        least = [self._widest_word(column, with_cells=False) for column in columns]
        if sum(whole) <= self.viewport().width() or sum(least) > self.viewport().width():
            least = whole  # in the second case, with very large text, the table scrolls sideways
        shares = [self._share_of(column) for column in columns]
        spare = max(0, self.viewport().width() - sum(least))
        highest = 0
        for column in columns:
            before, after = sum(shares[:column]), sum(shares[: column + 1])
            width = least[column] + spare * after // sum(shares) - spare * before // sum(shares)
            self.setColumnWidth(column, width)
            room = QRect(0, 0, width - margins, 1000)
            bounds = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, self._heading(column))
            highest = max(highest, bounds.height())
        self.horizontalHeader().setFixedHeight(highest + _PADDING)
        self.resizeRowsToContents()  # a narrower column has more lines

    def _widest_word(self, column: int, *, with_cells: bool) -> int:
        """The pixels in which no word of the heading, or of the cells either, is cut off."""
        texts = [self._heading(column), *(self._cells_of(column) if with_cells else ())]
        words = (word for text in texts for word in text.split(" "))
        return max(map(self.fontMetrics().horizontalAdvance, words), default=0) + _PADDING

    def _cells_of(self, column: int) -> list[str]:
        return [str(self._rows.index(row, column).data() or "") for row in range(self._rows.rowCount())]

    def _share_of(self, column: int) -> int:
        """The share of a column: by its longest text; an empty one has a share in an empty table alone."""
        longest = max(map(len, self._cells_of(column)), default=0)
        if not longest and self._rows.rowCount() > 1:
            return 1
        return min(longest, 44) or _SHARES.get(type(self._rows.kind.columns[column].kind), 16)

    def _heading(self, place: int) -> str:
        return str(self._rows.headerData(place, Qt.Orientation.Horizontal))

    def _fit(self) -> None:
        height = self.horizontalHeader().height() + self.verticalHeader().length() + 2 * self.frameWidth()
        if self.horizontalHeader().length() > self.viewport().width():
            height += self.horizontalScrollBar().sizeHint().height()
        if (height := min(height, _HIGHEST)) != self.minimumHeight():
            self.setFixedHeight(height)

    # --- keys ----------------------------------------------------------------------------------------

    def typing_in(self) -> tuple[int, int] | None:
        """Return row and column of the cell that is being typed into, else None."""
        if self.state() != QAbstractItemView.State.EditingState:
            return None
        return self.currentIndex().row(), self.currentIndex().column()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Start in the empty row when the table is entered by key for the first time."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._rows.index(self._rows.rowCount() - 1, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read the keys of whole rows and cells; typing goes into the cell."""
        if self._row_key(event):
            return
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._rows.clear(self._chosen())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit(self.currentIndex())
        elif event.key() in _ARROWS and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._extend(*_ARROWS[event.key()])
        else:
            super().keyPressEvent(event)

    def _row_key(self, event: QKeyEvent) -> bool:
        """Do what a key with Ctrl, Alt or Shift does to rows; return False where it does nothing to them."""
        held = event.modifiers()
        control, alt = held & Qt.KeyboardModifier.ControlModifier, held & Qt.KeyboardModifier.AltModifier
        match event.key():
            case Qt.Key.Key_Delete if control:
                self.remove_rows()
            case Qt.Key.Key_Insert if alt:
                self.insert_row()
            case Qt.Key.Key_Up | Qt.Key.Key_Down if alt:
                self.move_row(-1 if event.key() == Qt.Key.Key_Up else 1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if control:
                self.advance.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if held & Qt.KeyboardModifier.ShiftModifier:
                self._go_down(-1)
            case _:
                return False
        return True

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Forget where the row of Tabs began, unless :meth:`_open` remembers it."""
        super().currentChanged(current, previous)
        self._begun = None
        self._anchor = QPersistentModelIndex(current)

    def _extend(self, down: int, across: int) -> None:
        """Choose all cells from where choosing began to the next one in a direction.

        Qt's own Shift and arrows begin where an arrow went last, not where Tab or a paste has led.
        """
        anchor, here = self._anchor, self.currentIndex()
        target = self._rows.index(here.row() + down, here.column() + across)
        if not target.isValid() or not anchor.isValid():
            return
        rows, places = sorted((anchor.row(), target.row())), sorted((anchor.column(), target.column()))
        corners = (self._rows.index(row, place) for row, place in zip(rows, places, strict=True))
        chosen = self.selectionModel()
        chosen.setCurrentIndex(target, QItemSelectionModel.SelectionFlag.NoUpdate)
        chosen.select(QItemSelection(*corners), QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._anchor = anchor

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go on to another cell after Tab, Enter or Shift+Tab; Escape takes back what was typed."""
        super().closeEditor(editor, EndEdit.NoHint)
        if hint == EndEdit.RevertModelCache:
            if self._rows.is_typed_into:
                self._keeping_place(self._rows.undo)
            return
        self._rows.leave_cell(self.currentIndex())
        if hint == EndEdit.SubmitModelCache:
            self._go_down(1)
        elif hint == EndEdit.EditNextItem:
            self._go_across(1)
        elif hint == EndEdit.EditPreviousItem:
            self._go_across(-1)

    def _go_across(self, step: int) -> None:
        here, columns = self.currentIndex(), self._rows.columnCount()
        place = here.row() * columns + here.column() + step
        at_end = self._rows.is_last(here.row()) and here.column() in (0, columns - 1)
        if place < 0 or (step > 0 and at_end and self._rows.is_empty_row(here.row())):
            self.focusNextPrevChild(step > 0)
            return
        begun = here.column() if self._begun is None else self._begun
        target = self._rows.index(place // columns, place % columns)
        self._open(target, 0 if target.row() > here.row() else begun)

    def _go_down(self, rows: int) -> None:
        here = self.currentIndex()
        if rows > 0 and self._rows.is_last(here.row()):
            self.advance.emit()
        elif here.row() + rows >= 0:
            place = here.column() if self._begun is None else self._begun
            self._open(self._rows.index(here.row() + rows, place), None)

    def _open(self, target: QModelIndex, begun: int | None) -> None:
        self.setCurrentIndex(target)
        self._begun = begun
        self.edit(target)

    def _step(self, rows: int) -> None:
        row = self.currentIndex().row() + rows
        if 0 <= row < self._rows.rowCount():
            self.setCurrentIndex(self._rows.index(row, self.currentIndex().column()))

    # --- rows ----------------------------------------------------------------------------------------

    def remove_rows(self) -> None:
        """Remove the rows of the chosen cells."""
        self._close_cell()
        here = self.currentIndex()
        rows = {row for row, _ in self._chosen()}
        if self._rows.remove(rows):
            self._choose(min(rows), here.column())

    def insert_row(self) -> None:
        """Insert an empty row above the chosen cell."""
        self._close_cell()
        here = self.currentIndex()
        if here.isValid():
            row, place = here.row(), here.column()
            self._rows.insert(row)
            self._choose(row, place)

    def move_row(self, step: int) -> None:
        """Exchange the row of the chosen cell with the one above or below."""
        self._close_cell()
        here = self.currentIndex()
        if self._rows.swap(here.row(), here.row() + step):
            self._choose(here.row() + step, here.column())

    def undo(self) -> None:
        """Take the last change of the table back."""
        self._close_cell()
        self._keeping_place(self._rows.undo)

    def redo(self) -> None:
        """Make again what was taken back last."""
        self._close_cell()
        self._keeping_place(self._rows.redo)

    def _close_cell(self) -> None:
        """Close the cell that is typed into; its keys are in the model already."""
        cell = self.indexWidget(self.currentIndex())
        if cell is not None:
            super().closeEditor(cell, EndEdit.NoHint)
            self._rows.leave_cell(self.currentIndex())
            self.setFocus()

    def _keeping_place(self, change: Callable[[], None]) -> None:
        here = self.currentIndex()
        row, place = here.row(), here.column()
        change()
        self._choose(row, place)

    def _choose(self, row: int, place: int) -> None:
        self.setCurrentIndex(self._rows.index(min(max(row, 0), self._rows.rowCount() - 1), max(place, 0)))

    # --- the clipboard -------------------------------------------------------------------------------

    def paste(self) -> None:
        """Write the cells on the clipboard from the chosen cell on."""
        self._close_cell()
        found = QApplication.clipboard().mimeData()
        row, place = min(self._chosen(), default=(0, 0))
        headings = [column.label for column in self._rows.kind.columns[place:]]
        cells = without_heading(copied_cells(found.text(), found.html() if found.hasHtml() else ""), headings)
        widest = max((_width(line) for line in cells), default=0)
        if widest > len(headings):
            fit = f"only {len(headings)} fit" if len(headings) > 1 else "only 1 fits"
            self.refused.emit(
                f"Nothing was pasted: the copied rows are {widest} cells wide and {fit} from here;"
                " choose a cell further to the left or copy fewer columns."
            )
        elif cells:
            self._rows.put(row, place, cells)
            self._choose(row + len(cells), place)

    def copy(self) -> None:
        """Put the texts of the chosen cells on the clipboard."""
        chosen = self._chosen()
        if not chosen:
            return
        rows, places = {row for row, _ in chosen}, {place for _, place in chosen}
        cells = (
            [
                self._text(row, place) if (row, place) in chosen else ""
                for place in range(min(places), max(places) + 1)
            ]
            for row in range(min(rows), max(rows) + 1)
        )
        QApplication.clipboard().setText(text_of(cells))

    def cut(self) -> None:
        """Put the texts of the chosen cells on the clipboard and empty the cells."""
        self.copy()
        self._rows.clear(self._chosen())

    def _text(self, row: int, place: int) -> str:
        return str(self._rows.index(row, place).data(Qt.ItemDataRole.EditRole) or "")

    def _chosen(self) -> set[tuple[int, int]]:
        """Row and column of each chosen cell: those selected around the current one, or that one alone."""
        here, selected = self.currentIndex(), self.selectedIndexes()
        indexes = selected if here in selected else [here]
        return {(index.row(), index.column()) for index in indexes if index.isValid()}


def _width(line: list[str]) -> int:
    """The number of cells up to the last that is not empty."""
    return max((place for place, text in enumerate(line, start=1) if text.strip()), default=0)
