"""The middle of the first page: the table of cases, or why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from drafter.ui.labels import HEADING
from drafter.ui.library.case_table import CaseTable, CaseView
from drafter.ui.words import Told, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from drafter.app.lines import CaseLine


#: The way of a new user, each step one key.
_PATH: Final = (
    "1.  Open the sample: a real, public case with the gaps that such cases have.",
    "2.  Press F8: you stand in the next missing fact. Type it, or press Ctrl+U: it must be obtained.",
    "3.  Press Ctrl+D and choose a folder: the motion is there as a Word file, each gap a bracket in it.",
    "4.  Press Ctrl+W and start a case of your own. F1 opens the manual wherever you are.",
)
_LOWEST = 40  # pixels: with large text the lines above and below leave no more on a small screen


class CaseList(QStackedWidget):
    """The cases in ``table``, shown by ``view``; ``sample`` and ``new`` are the buttons of the welcome."""

    def __init__(self) -> None:
        """Start without cases."""
        super().__init__()
        self.table = CaseTable(self)
        self.view = CaseView(self.table)
        self.sample = QPushButton("Open the sample case")
        self.new = QPushButton("Start a new case")
        self.told = Told()
        self.nothing = nothing = Words(muted=True)
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for page in (self.view, self._welcome(), nothing, self._trouble()):
            page.setMinimumHeight(_LOWEST)
            self.addWidget(page)

    def _trouble(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.addWidget(self.told)
        column.addStretch(1)
        return page

    def _welcome(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.addStretch(1)
        column.addWidget(Words("There is no case here yet.", share=HEADING, bold=True))
        column.addWidget(
            Words(
                "drafter asks for the facts in the order in which a judge reads, keeps every answer on this"
                " computer only, and writes the motion as a Word file. Nothing is sent anywhere.",
                muted=True,
            )
        )
        column.addSpacing(8)
        column.addWidget(Words("Two minutes to a first draft", bold=True))
        for step in _PATH:
            column.addWidget(Words(step))
        row = QHBoxLayout()
        for button in (self.sample, self.new):
            button.setAutoDefault(True)
            row.addWidget(button)
        row.addStretch(1)
        column.addSpacing(8)
        column.addLayout(row)
        column.addStretch(2)
        around = QScrollArea()  # so that large text does not make the window higher than its screen
        around.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        around.setFrameShape(QFrame.Shape.NoFrame)
        around.setWidgetResizable(True)
        around.setWidget(page)
        return around

    def show_cases(
        self,
        lines: Sequence[CaseLine],
        total: int,
        more: Callable[[int], Sequence[CaseLine]],
        *,
        nothing: str,
    ) -> None:
        """Show ``lines``, the first of ``total``, and choose the first, or the one that was chosen before.

        ``more`` returns the lines from a number on.  Where there is none, ``nothing`` says why; empty where
        the library itself is.
        """
        before = self.chosen()
        self.table.show(lines, total, more)
        self.nothing.setText(nothing)
        ids = [line.id for line in lines]
        if ids:
            self.view.selectRow(ids.index(before) if before in ids else 0)
        self.setCurrentIndex(0 if ids else 2 if nothing else 1)

    def show_fault(self, message: str) -> None:
        """Tell why the cases cannot be listed."""
        self.table.show(())
        self.told.tell(message)
        self.setCurrentIndex(3)

    def chosen(self) -> int | None:
        """Return the id of the chosen case."""
        row = self.view.currentIndex().row()
        return self.table.lines[row].id if 0 <= row < len(self.table.lines) else None
