"""The checks: what is wrong, missing and to be read, by weight; each line goes to its question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStyle, QVBoxLayout, QWidget

from drafter.ui.case.grouped_list import Group, GroupedList, Line
from drafter.ui.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.core.flow import Missing
    from drafter.core.problem import Problem


class ToDo(QWidget):
    """The list; ``chosen`` is sent with the id of the question that a person goes to."""

    chosen = Signal(str)

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._number = 0
        self.summary = Words()
        self.view = GroupedList("Checks: problems, missing facts and notes")
        self.rows = self.view.rows
        self.view.chosen.connect(self.chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.summary)
        column.addWidget(self.view, 1)

    def __len__(self) -> int:
        """Return the number of lines."""
        return self._number

    def show_state(self, missing: Sequence[Missing], problems: Sequence[Problem]) -> None:
        """Show the problems first, then what is missing, each in the order of the interview, then notes."""
        groups = (
            Group("Stands in the way of a final", [_problem(one) for one in problems if one.stops_final]),
            Group("Missing", [_missing(one) for one in missing if not one.unknown]),
            Group("To be obtained", [_missing(one) for one in missing if one.unknown]),
            Group("To be read", [_problem(one) for one in problems if not one.stops_final]),
        )
        self._number = sum(len(group.lines) for group in groups)
        if self.view.show_groups(groups):
            self.summary.setText(_summary(len(missing), problems))


def _problem(problem: Problem) -> Line:
    sign = QStyle.StandardPixmap
    if problem.stops_final:
        return Line(problem.question, f"Problem: {problem.message}", sign.SP_MessageBoxWarning)
    return Line(problem.question, f"Note: {problem.message}", sign.SP_MessageBoxInformation)


def _missing(item: Missing) -> Line:
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
