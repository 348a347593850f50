"""The middle of the first page: the table of cases, or why there is none."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from drafter.ui.library.case_table import CaseTable, CaseView

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from drafter.app.lines import CaseLine
    from drafter.ui.library.welcome import Welcome
    from drafter.ui.words import Told, Words

_LOWEST = 40  # pixels: with large text the lines above and below leave no more on a small screen


class CaseList(QStackedWidget):
    """The cases in ``table``, shown by ``view``; each page in its place is made when it is first shown.

    ``grown`` is sent when there is another page, whose fields Tab has to reach.
    """

    grown = Signal()
    new_asked = Signal()
    sample_asked = Signal()

    def __init__(self) -> None:
        """Start without cases."""
        super().__init__()
        self.table = CaseTable(self)
        self.view = CaseView(self.table)
        self._show(self.view)

    @cached_property
    def welcome(self) -> Welcome:
        """What is shown in a library without a case."""
        from drafter.ui.library.welcome import Welcome

        welcome = Welcome()
        welcome.new.clicked.connect(self.new_asked)
        welcome.sample.clicked.connect(self.sample_asked)
        return welcome

    @cached_property
    def nothing(self) -> Words:
        """The words that say why no case is listed."""
        from PySide6.QtCore import Qt

        from drafter.ui.words import Words

        words = Words(muted=True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return words

    @cached_property
    def told(self) -> Told:
        """The line that tells why the cases cannot be read."""
        from drafter.ui.words import Told

        return Told()

    @cached_property
    def _trouble(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)  # in line with what is above and below
        column.addWidget(self.told)
        column.addStretch(1)
        return page

    def _show(self, page: QWidget) -> None:
        if self.indexOf(page) < 0:
            page.setMinimumHeight(_LOWEST)
            self.addWidget(page)
            self.grown.emit()
        self.setCurrentWidget(page)

    def fields(self) -> tuple[QWidget, ...]:
        """The fields that there are, in the order in which they are seen."""
        buttons = (self.welcome.sample, self.welcome.new) if "welcome" in self.__dict__ else ()
        return self.view, *buttons

    @property
    def welcomes(self) -> bool:
        """Whether the welcome is shown."""
        return "welcome" in self.__dict__ and self.currentWidget() is self.welcome

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
        ids = [line.id for line in lines]
        if ids:
            self.view.selectRow(ids.index(before) if before in ids else 0)
            self._show(self.view)
        elif nothing:
            self.nothing.setText(nothing)
            self._show(self.nothing)
        else:
            self._show(self.welcome)

    def show_fault(self, message: str) -> None:
        """Tell why the cases cannot be listed."""
        self.table.show(())
        self.told.tell(message)
        self._show(self._trouble)

    def chosen(self) -> int | None:
        """Return the id of the chosen case."""
        row = self.view.currentIndex().row()
        return self.table.lines[row].id if 0 <= row < len(self.table.lines) else None
