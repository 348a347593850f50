"""Every answer in one list, by section, to be narrowed, gone through and printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from drafter.app.review import FILTERS, counts
from drafter.ui.review.paper import print_page, save_page
from drafter.ui.review.summary import summary
from drafter.ui.review.wrapped import WrappedRows
from drafter.ui.theme import missing_colour
from drafter.ui.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.app.notes import NoteLine
    from drafter.app.review import ReviewLine

_QUESTION: Final = Qt.ItemDataRole.UserRole
_COLUMNS: Final = ("Question", "Answer", "Proof", "To do")
_WIDTHS: Final = (400, 470, 190)
#: A longer answer is cut in the list; the whole of it stands below.
_LONGEST: Final = 220


class AnswersTab(QWidget):
    """The list, the whole of the chosen answer below it, and what prints it; ``chosen`` names a question."""

    chosen = Signal(str)

    def __init__(self, title: str) -> None:
        """Start empty; ``title`` is that of the case."""
        super().__init__()
        self._title = title
        self.lines: tuple[ReviewLine, ...] = ()
        self._notes: tuple[NoteLine, ...] = ()
        self.filter = QComboBox()
        self.print_button = QPushButton("&Print…")
        self.save_button = QPushButton("Save as P&DF…")
        self.told = Words(muted=True)
        self.rows = QStandardItemModel(self)
        self.view = QTreeView()
        self.whole = QPlainTextEdit()
        self._lay_out()
        self.setFocusProxy(self.view)
        for name, label in FILTERS.items():
            self.filter.addItem(label, name)
        self.filter.currentIndexChanged.connect(self._fill)
        self.view.activated.connect(self._go)
        self.view.header().sectionResized.connect(self.view.scheduleDelayedItemsLayout)
        self.view.selectionModel().currentChanged.connect(self._explain)
        self.print_button.clicked.connect(lambda: print_page(self, self._page()))
        self.save_button.clicked.connect(self._save)

    def _lay_out(self) -> None:
        label = QLabel("&Show:")
        label.setBuddy(self.filter)
        self.filter.setAccessibleName("Which questions are shown")
        head = QHBoxLayout()
        head.addWidget(label)
        head.addWidget(self.filter)
        head.addWidget(self.told, 1)
        head.addWidget(self.print_button)
        head.addWidget(self.save_button)
        view = self.view
        view.setModel(self.rows)
        view.setAccessibleName("Answers by section")
        view.setAlternatingRowColors(True)
        view.setWordWrap(True)
        view.setItemDelegate(WrappedRows(view))
        view.setUniformRowHeights(False)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setAllColumnsShowFocus(True)
        self.whole.setReadOnly(True)
        self.whole.setTabChangesFocus(True)
        self.whole.setAccessibleName("The chosen answer in full")
        self.whole.setFixedHeight(6 * self.fontMetrics().lineSpacing())
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addLayout(head)
        column.addWidget(view, 1)
        column.addWidget(self.whole)

    # --- what is shown -------------------------------------------------------------------------------

    def show_lines(self, lines: Sequence[ReviewLine], notes: Sequence[NoteLine] = ()) -> None:
        """Show ``lines`` through the filter and keep the place in the list; ``notes`` print with them."""
        self.lines, self._notes = tuple(lines), tuple(notes)
        for place, (name, number) in enumerate(counts(self.lines).items()):
            self.filter.setItemText(place, f"{FILTERS[name]} ({number})")
        self._fill()

    def shown(self) -> tuple[ReviewLine, ...]:
        """The lines that pass the filter."""
        name = str(self.filter.currentData())
        return tuple(line for line in self.lines if line.passes(name))

    def _fill(self) -> None:
        current, top = self._current(), self.view.verticalScrollBar().value()
        self.rows.clear()
        self.rows.setHorizontalHeaderLabels(list(_COLUMNS))
        sections: dict[str, QStandardItem] = {}
        chosen = None
        for line in self.shown():
            if line.section not in sections:
                sections[line.section] = _heading(line.section, self._notes)
                self.rows.appendRow(sections[line.section])
            cells = self._cells(line)
            sections[line.section].appendRow(cells)
            chosen = cells[0] if line.question == current or chosen is None else chosen
        self._open(chosen)
        self.view.verticalScrollBar().setValue(top)
        number = len(self.shown())
        self.told.setText("No question." if not number else f"{number} question{'s' * (number > 1)}.")

    def _open(self, chosen: QStandardItem | None) -> None:
        view = self.view
        for row in range(self.rows.rowCount()):
            view.setFirstColumnSpanned(row, QModelIndex(), True)
        view.expandAll()
        header = view.header()
        header.setStretchLastSection(True)
        for column, width in enumerate(_WIDTHS):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            header.resizeSection(column, width)
        view.doItemsLayout()  # the words are wrapped anew in the widths that hold now
        if chosen is not None:
            view.setCurrentIndex(chosen.index())
        else:
            self.whole.clear()

    def _cells(self, line: ReviewLine) -> list[QStandardItem]:
        marks = [*(f"{_SIGNS[mark]} {mark}" for mark in line.marks), *(f"○ {one}" for one in line.lacks)]
        cells = [
            QStandardItem(text) for text in (line.asked, _cut(line.answer), line.proof, "\n".join(marks))
        ]
        cells[0].setData(line.question, _QUESTION)
        cells[3].setForeground(missing_colour(self.palette()))
        for cell in cells:
            cell.setData(spoken(line), Qt.ItemDataRole.AccessibleTextRole)
            cell.setTextAlignment(Qt.AlignmentFlag.AlignTop)
        return cells

    # --- what is done --------------------------------------------------------------------------------

    def _current(self) -> str:
        index = self.view.currentIndex()
        return str(index.siblingAtColumn(0).data(_QUESTION) or "")

    def _line(self) -> ReviewLine | None:
        current = self._current()
        return next((line for line in self.lines if line.question == current), None)

    def _go(self, index: QModelIndex) -> None:
        if name := index.siblingAtColumn(0).data(_QUESTION):
            self.chosen.emit(name)

    def _explain(self) -> None:
        line = self._line()
        self.whole.setPlainText(_in_full(line) if line else "")

    def _page(self) -> str:
        return summary(self._title, self.shown(), FILTERS[str(self.filter.currentData())], self._notes)

    def _save(self) -> None:
        save_page(self, self._page(), f"{self._title} – answers.pdf")

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "lines"):
            self._fill()


_SIGNS: Final = {"Missing": "○", "Must be obtained": "?", "Without proof": "!", "Changed": "△"}


def spoken(line: ReviewLine) -> str:
    """The whole row in one, for a screen reader."""
    parts = [line.asked, f"Answer: {line.answer}." if line.answer else "Not answered."]
    parts += [f"Proof: {line.proof}."] if line.proof else []
    parts += [f"{mark}." for mark in (*line.marks, *line.lacks)]
    return " ".join(parts)


def _heading(title: str, notes: Sequence[NoteLine]) -> QStandardItem:
    signed = [note.words for note in notes if note.signs and note.title == title]
    item = QStandardItem(" – ".join((title, *signed[-1:])))
    font = QFont()
    font.setBold(True)
    item.setFont(font)
    return item


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"


def _in_full(line: ReviewLine) -> str:
    note = f"Note: {line.note}" if line.note else ""
    return "\n".join(part for part in (line.asked, line.answer or "Not answered.", note) if part)
