"""The editor of a list: a table that is typed into like a sheet of paper with lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from drafter.core.kinds import Choice, Date, Number, YesNo
from drafter.core.rows import ListOf
from drafter.ui.editors.base import Editor, keep_keys
from drafter.ui.editors.cell import CellDelegate
from drafter.ui.editors.rows_model import RowsModel, cells_of

if TYPE_CHECKING:
    from drafter.core.answers import Answer
    from drafter.core.question import Question

_HIGHEST: Final = 380
_PADDING: Final = 10  # pixels around a heading
#: Characters for which an empty column has room, by its kind.
_SHARES: Final[dict[type[Any], int]] = {Number: 7, YesNo: 7, Date: 12, Choice: 14}
EndEdit: Final = QAbstractItemDelegate.EndEditHint
_KEYS: Final = "Ctrl+Delete removes the row, Alt+Up and Alt+Down move it, Ctrl+V pastes cells"


class ListEditor(Editor):
    """A table with an empty row always at its end, and buttons for its rows."""

    def __init__(self, question: Question[Any]) -> None:
        """Make the table."""
        super().__init__(question)
        if not isinstance(question.kind, ListOf):
            raise TypeError(question.id)
        self.model = RowsModel(question.kind, self)
        self.view = RowsView(self.model, self)
        self._removed: tuple[int, list[str]] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.view)
        column.addLayout(self._buttons())
        self.model.edited.connect(self.edited)
        self.view.advance.connect(self.advance)
        self.view.remove_asked.connect(self._remove)
        self.view.move_asked.connect(self._move)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        self._restore = _button("Undo remove", "Bring the removed row back", self._put_back)
        for button in (
            _button("Move up", "Alt+Up", lambda: self._move(-1)),
            _button("Move down", "Alt+Down", lambda: self._move(1)),
            _button("Remove row", "Ctrl+Delete", self._remove),
            self._restore,
        ):
            button.setAccessibleName(f"{button.text()}: {self.question.ask}")
            row.addWidget(button)
        self._restore.hide()
        row.addStretch(1)
        return row

    def raw(self) -> object:
        """Return the rows; a cell that cannot be read is left out and named by :meth:`faults`."""
        return self.model.raw()

    def faults(self) -> tuple[str, ...]:
        """Return a sentence for each cell that cannot be read, except the one being typed into."""
        return self.model.faults(skip=self.view.typing_in())

    def show_answer(self, answer: Answer | None) -> None:
        """Show the rows of ``answer``."""
        self.model.show(() if answer is None or answer.unknown else answer.value)

    def fields(self) -> tuple[QWidget, ...]:
        """Return the table."""
        return (self.view,)

    def describe(self, description: str) -> None:
        """Tell the keys of the table as well."""
        super().describe(f"{description} {_KEYS}.".strip())

    def _remove(self) -> None:
        row = self.view.currentIndex().row()
        if not 0 <= row < self.model.rowCount() - 1:
            return
        place = self.view.currentIndex().column()
        self._removed = row, self.model.take(row)
        self._restore.show()
        self.view.setCurrentIndex(self.model.index(min(row, self.model.rowCount() - 1), place))

    def _put_back(self) -> None:
        if self._removed is not None:
            self.model.insert(*self._removed)
            self._removed = None
            self._restore.hide()

    def _move(self, step: int) -> None:
        here = self.view.currentIndex()
        if self.model.swap(here.row(), here.row() + step):
            self.view.setCurrentIndex(self.model.index(here.row() + step, here.column()))


class RowsView(QTableView):
    """The table.  While a cell is typed into, Tab and Enter go on to the next; else Tab leaves."""

    advance = Signal()
    remove_asked = Signal()
    move_asked = Signal(int)

    def __init__(self, model: RowsModel, parent: QWidget) -> None:
        """Show ``model``."""
        super().__init__(parent)
        self._rows = model
        self.setModel(model)
        self._cells = CellDelegate(model.kind, self)
        self._cells.cells_pasted.connect(self._paste)
        self.setItemDelegate(self._cells)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            trigger.AnyKeyPressed | trigger.EditKeyPressed | trigger.DoubleClicked | trigger.SelectedClicked
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
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
        least = [max(map(metrics.horizontalAdvance, self._heading(c).split(" "))) + _PADDING for c in columns]
        shares = [self._share_of(column) for column in columns]
        spare = max(0, self.viewport().width() - sum(least))
        highest = 0
        for column in columns:
            before, after = sum(shares[:column]), sum(shares[: column + 1])
            width = least[column] + spare * after // sum(shares) - spare * before // sum(shares)
            self.setColumnWidth(column, width)
            room = QRect(0, 0, width - _PADDING // 2, 1000)
            bounds = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, self._heading(column))
            highest = max(highest, bounds.height())
        self.horizontalHeader().setFixedHeight(highest + _PADDING)

    def _share_of(self, column: int) -> int:
        """The share of a column: by its longest text, in an empty table by its kind."""
        cells = (str(self._rows.index(row, column).data()) for row in range(self._rows.rowCount()))
        longest = max((len(text) for text in cells), default=0)
        return min(longest, 44) or _SHARES.get(type(self._rows.kind.columns[column].kind), 16)

    def _heading(self, place: int) -> str:
        return str(self._rows.headerData(place, Qt.Orientation.Horizontal))

    def _fit(self) -> None:
        height = self.horizontalHeader().height() + self.verticalHeader().length() + 2 * self.frameWidth()
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
        """Read the keys of whole rows and of pasting; typing goes into the cell."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        match event.key():
            case Qt.Key.Key_Delete if control:
                self.remove_asked.emit()
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
                self._rows.setData(self.currentIndex(), "")
            case Qt.Key.Key_Up | Qt.Key.Key_Down if alt:
                self.move_asked.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if control:
                self.advance.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.edit(self.currentIndex())
            case _ if event.matches(QKeySequence.StandardKey.Paste):
                self.paste()
            case _ if event.matches(QKeySequence.StandardKey.Copy):
                self.copy()
            case _:
                super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Go on to the next or the previous cell after Tab, Enter or Shift+Tab."""
        if hint == EndEdit.RevertModelCache:
            super().closeEditor(editor, hint)
            return
        super().closeEditor(editor, EndEdit.NoHint)
        if hint in (EndEdit.EditNextItem, EndEdit.SubmitModelCache):
            self._go(1, by_enter=hint == EndEdit.SubmitModelCache)
        elif hint == EndEdit.EditPreviousItem:
            self._go(-1)

    def _go(self, step: int, *, by_enter: bool = False) -> None:
        here = self.currentIndex()
        columns = self._rows.columnCount()
        place = here.row() * columns + here.column() + step
        in_empty = self._rows.is_empty_row(here.row()) and here.column() in (0, columns - 1)
        if place < 0 or (step > 0 and in_empty):
            if by_enter:
                self.advance.emit()
            else:
                self.focusNextPrevChild(step > 0)
            return
        target = self._rows.index(place // columns, place % columns)
        self.setCurrentIndex(target)
        self.edit(target)

    def paste(self) -> None:
        """Write the cells on the clipboard from the chosen cell on."""
        self._paste(QApplication.clipboard().text())

    def copy(self) -> None:
        """Put the text of the chosen cell on the clipboard."""
        QApplication.clipboard().setText(str(self.currentIndex().data() or ""))

    def _paste(self, pasted: str) -> None:
        here = self.currentIndex() if self.currentIndex().isValid() else self._rows.index(0, 0)
        row, place = here.row(), here.column()
        if cells := cells_of(pasted):
            self._rows.put(row, place, cells)
            self.setCurrentIndex(self._rows.index(min(row + len(cells), self._rows.rowCount() - 1), place))


def _button(text: str, keys: str, do: Any) -> QToolButton:  # noqa: ANN401 - any slot
    button = QToolButton()
    button.setText(text)
    button.setToolTip(keys)
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # each has its key in the table, so Tab need not stop here
    button.clicked.connect(do)
    return button
