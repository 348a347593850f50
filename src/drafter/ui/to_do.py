"""The list of what is missing and what is wrong; each line goes to its question."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QVBoxLayout, QWidget

from drafter.ui.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.core.flow import Missing
    from drafter.core.problem import Problem

_QUESTION = Qt.ItemDataRole.UserRole


class Line(NamedTuple):
    """One line: the question to go to, what stands there, and the sign before it."""

    question: str
    text: str
    sign: QStyle.StandardPixmap


class ToDo(QWidget):
    """The list; ``chosen`` is sent with the id of the question that a person goes to."""

    chosen = Signal(str)

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._lines: list[Line] = []
        self.summary = Words()
        self.rows = QStandardItemModel(self)
        self.view = QListView()
        self.view.setModel(self.rows)
        self.view.setAccessibleName("To do: missing facts and problems")
        self.view.setWordWrap(True)
        self.view.setAlternatingRowColors(True)
        self.view.setSpacing(2)
        self.view.setResizeMode(QListView.ResizeMode.Adjust)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.activated.connect(lambda index: self.chosen.emit(index.data(_QUESTION)))
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.summary)
        column.addWidget(self.view, 1)

    def __len__(self) -> int:
        """Return the number of lines."""
        return len(self._lines)

    def show_state(self, missing: Sequence[Missing], problems: Sequence[Problem]) -> None:
        """Show the problems first, then what is missing, in the order of the interview."""
        lines = [_problem_line(problem) for problem in problems] + [_missing_line(item) for item in missing]
        if lines == self._lines and self.summary.text():
            return
        place, current = self.view.verticalScrollBar().value(), self.view.currentIndex().row()
        self._lines = lines
        self.rows.clear()
        for line in lines:
            item = QStandardItem(self.style().standardIcon(line.sign), line.text)
            item.setData(line.question, _QUESTION)
            self.rows.appendRow(item)
        self.summary.setText(_summary(len(missing), problems))
        if 0 <= current < len(lines):
            self.view.setCurrentIndex(self.rows.index(current, 0))
        self.view.verticalScrollBar().setValue(place)


def _problem_line(problem: Problem) -> Line:
    if problem.stops_final:
        return Line(
            problem.question, f"Problem: {problem.message}", QStyle.StandardPixmap.SP_MessageBoxWarning
        )
    return Line(problem.question, f"Note: {problem.message}", QStyle.StandardPixmap.SP_MessageBoxInformation)


def _missing_line(item: Missing) -> Line:
    asked = item.question.ask + (f" ({item.what})" if item.what else "")
    sign = QStyle.StandardPixmap.SP_FileIcon
    if item.unknown:
        how = f"\nHow: {item.note}" if item.note else "\nHow to obtain it is not noted yet."
        return Line(item.question.id, f"Must obtain: {asked}{how}", sign)
    return Line(item.question.id, f"Missing: {asked}", sign)


def _summary(missing: int, problems: Sequence[Problem]) -> str:
    stopping = sum(problem.stops_final for problem in problems)
    notes = len(problems) - stopping
    if not missing and not stopping:
        return "Nothing stands in the way of a final." + (
            f" {_count(notes, 'note')} to read." if notes else ""
        )
    parts = [_count(missing, "fact") + " missing"] if missing else []
    parts += [_count(stopping, "problem")] if stopping else []
    return f"{' and '.join(parts)} before a final. Enter goes to the question."


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
