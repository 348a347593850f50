"""How a cell of a list is drawn and typed into."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from drafter.core.kinds import Choice, LongText, YesNo
from drafter.ui.editors.base import keep_keys, keep_wheel
from drafter.ui.editors.rows_model import tidied
from drafter.ui.theme import problem_colour

if TYPE_CHECKING:
    from drafter.core.rows import ListOf

Index = QModelIndex | QPersistentModelIndex
_ABOVE_AND_BELOW: Final = 6  # pixels, together
_TYPING_WIDTH: Final = 260
_PARAGRAPHS_HEIGHT: Final = 120
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NEEDED: Final = "needed"
_HELD: Final = Qt.KeyboardModifier
_ROWS_DOWN: Final[dict[int, int]] = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class CellDelegate(QStyledItemDelegate):
    """Lines of text and lists of options as cells; every key goes into the model at once, so it is saved.

    In a cell of long text Shift+Enter begins a paragraph, as Enter alone goes on to the next row.
    The signals are for the table, once what is typed is in the model and the field is closed.

    ``row_keys`` carries a key that is about rows, ``stepped`` a number of rows to go down, ``undo_asked`` is
    sent when the field itself has nothing more to take back.
    """

    cells_pasted = Signal()
    row_keys = Signal(QKeyEvent)
    stepped = Signal(int)
    undo_asked = Signal()

    def __init__(self, kind: ListOf, parent: QWidget) -> None:
        """Serve a table of rows of ``kind``."""
        super().__init__(parent)
        self._kind = kind

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return a list of options for a choice, a field of long text, a line of text for anything else."""
        column = self._kind.columns[index.column()]
        options = _options(column.kind)
        cell: QComboBox | QPlainTextEdit | QLineEdit
        if options:
            cell = _box(parent, options)
            cell.activated.connect(lambda: self.commitData.emit(cell))
        elif isinstance(column.kind, LongText):
            cell = QPlainTextEdit(parent)
            cell.textChanged.connect(lambda: self.commitData.emit(cell))
        else:
            cell = _line(parent)
            cell.textEdited.connect(lambda: self.commitData.emit(cell))
        cell.setAccessibleName(f"Row {index.row() + 1}, {column.label}")
        keep_keys(cell)
        return cell

    def setEditorData(self, cell: QWidget, index: Index) -> None:
        """Show the cell's text, unless that is what the person has just typed."""
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(cell, QComboBox):
            _choose(cell, text)
        elif isinstance(cell, QLineEdit) and " ".join(cell.text().split()) != text:
            cell.setText(text)
        elif isinstance(cell, QPlainTextEdit) and self._typed(cell, index) != text:
            cell.setPlainText(text)

    def _typed(self, cell: QPlainTextEdit, index: Index) -> str:
        return tidied(self._kind.columns[index.column()], cell.toPlainText())

    def setModelData(self, cell: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand on what is typed."""
        if isinstance(cell, QComboBox):
            model.setData(index, str(cell.currentData() or ""))
        elif isinstance(cell, QLineEdit):
            model.setData(index, cell.text())
        elif isinstance(cell, QPlainTextEdit):
            model.setData(index, cell.toPlainText())

    def updateEditorGeometry(self, cell: QWidget, option: QStyleOptionViewItem, _index: Index) -> None:
        """Lay the field over the cell, wider than a narrow cell so that a sentence can be typed."""
        place = QRect(option.rect)
        parent = cell.parentWidget()
        room = parent.width() - place.left() if parent is not None else place.width()
        place.setWidth(max(place.width(), min(room, _TYPING_WIDTH)))
        height = _PARAGRAPHS_HEIGHT if isinstance(cell, QPlainTextEdit) else cell.sizeHint().height()
        place.setHeight(max(place.height(), height))
        if parent is not None:
            place.moveTop(max(0, min(place.top(), parent.height() - place.height())))
        cell.setGeometry(place)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """The size of the words and some room, so that they do not touch the lines above and below."""
        return super().sizeHint(option, index) + QSize(0, _ABOVE_AND_BELOW)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Show what is wrong in the colour of problems, and say where a needed cell is empty."""
        super().initStyleOption(option, index)
        role = QPalette.ColorRole.Text
        if index.data(Qt.ItemDataRole.AccessibleDescriptionRole):
            option.font.setUnderline(True)
            option.palette.setColor(role, problem_colour(option.palette))
        elif not option.text and self._needed(index):
            option.text = _NEEDED
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDisplay
            option.palette.setColor(role, option.palette.color(QPalette.ColorRole.PlaceholderText))

    def _needed(self, index: Index) -> bool:
        last = index.row() == index.model().rowCount() - 1
        return self._kind.columns[index.column()].required and not last

    def eventFilter(self, cell: QObject, event: QEvent) -> bool:
        """Let what concerns the table go to the table instead of into this one cell."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(cell, event)
        begins = isinstance(cell, QPlainTextEdit) and event.modifiers() & _HELD.ShiftModifier
        if isinstance(cell, QWidget) and event.key() in _ENTER and not begins:
            # Qt would do the same, but later, after keys that were already typed for the next cell.
            if event.modifiers() & (_HELD.ControlModifier | _HELD.ShiftModifier):
                self._close(cell)
                self.row_keys.emit(event)
            else:
                self._close(cell, QStyledItemDelegate.EndEditHint.SubmitModelCache)
            return True
        if isinstance(cell, QLineEdit) and self._leaves(cell, event):
            return True
        return super().eventFilter(cell, event)

    def _leaves(self, line: QLineEdit, event: QKeyEvent) -> bool:
        """Whether ``event`` is for the table; then it is done there."""
        down = _ROWS_DOWN.get(event.key(), 0)
        if event.modifiers() & _HELD.AltModifier and (down or event.key() == Qt.Key.Key_Insert):
            self._close(line)
            self.row_keys.emit(event)
        elif down and not event.modifiers() & _HELD.ShiftModifier:
            self._close(line)
            self.stepped.emit(down)
        elif event.matches(QKeySequence.StandardKey.Undo) and not line.isUndoAvailable():
            self._close(line)
            self.undo_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Paste) and _several_cells():
            self._close(line, QStyledItemDelegate.EndEditHint.RevertModelCache)
            self.cells_pasted.emit()
        else:
            return False
        return True

    def _close(
        self, cell: QWidget, then: QStyledItemDelegate.EndEditHint = QStyledItemDelegate.EndEditHint.NoHint
    ) -> None:
        if then != QStyledItemDelegate.EndEditHint.RevertModelCache:
            self.commitData.emit(cell)
        self.closeEditor.emit(cell, then)


def _several_cells() -> bool:
    on_clipboard = QApplication.clipboard().mimeData()
    text = on_clipboard.text()
    return "\t" in text or "\n" in text.strip() or (not text and on_clipboard.hasHtml())


def _options(kind: object) -> list[str]:
    if isinstance(kind, YesNo):
        return ["Yes", "No"]
    return [label for _, label in kind.options] if isinstance(kind, Choice) else []


def _box(parent: QWidget, options: list[str]) -> QComboBox:
    box = QComboBox(parent)
    box.addItem("–", "")
    for label in options:
        box.addItem(label, label)
    keep_wheel(box)
    return box


def _choose(box: QComboBox, text: str) -> None:
    """Show ``text`` in ``box``; one that is none of the options joins them, or looking would lose it."""
    place = box.findText(text, Qt.MatchFlag.MatchFixedString) if text else 0
    if place < 0:
        box.addItem(text, text)
        place = box.count() - 1
    box.setCurrentIndex(place)


def _line(parent: QWidget) -> QLineEdit:
    line = QLineEdit(parent)
    line.setAutoFillBackground(True)
    return line
