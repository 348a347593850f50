"""The first page: the cases that there are, and the ways to a new one."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from drafter.ui.labels import TITLE, Caption
from drafter.ui.library.notices import Notices

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from drafter.app.lines import CaseLine
    from drafter.ui.library.case_filters import CaseFilters
    from drafter.ui.library.case_list import CaseList

#: Milliseconds after the last key until the database is searched.
_SEARCH_AFTER: Final = 150
_PLACE: Final = 4  # of the cases, between search and buttons


class StartPage(QWidget):
    """The page tells what is asked of it; the window does it.

    What is seen at once is built at once; the list of cases comes with :meth:`complete`, after the paint.
    """

    searched = Signal(str)
    new_asked = Signal()
    sample_asked = Signal()
    open_asked = Signal(int)
    new_from_asked = Signal(int)
    delete_asked = Signal(int)
    rename_asked = Signal(int)

    def __init__(self, samples: QMenu) -> None:
        """Make the page; ``samples`` is the menu of sample cases."""
        super().__init__()
        self.cases: CaseList | None = None
        self.filters: CaseFilters | None = None
        self.notices = Notices()
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search in all cases")
        self.search.setAccessibleName("Search in all cases")
        self.open_button = _button("Open")
        self.new_button = _button("New case…")
        self.new_from_button = _button("New from chosen…")
        self.sample_button = _button("Sample case")
        self.sample_button.setMenu(samples)
        self._column = QVBoxLayout(self)
        self._lay_out()
        self._connect()
        self._enable()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        for button in (self.open_button, self.new_button, self.new_from_button, self.sample_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = self._column
        column.setContentsMargins(36, 24, 36, 24)
        column.setSpacing(10)
        column.addWidget(Caption("Motions for a sentence reduction", share=TITLE, bold=True))
        column.addWidget(Caption("18 U.S.C. § 3582(c)(1)(A)", muted=True))
        column.addWidget(self.notices)
        column.addWidget(self.search)
        column.addStretch(1)  # the place of the cases
        column.addLayout(buttons)

    def _connect(self) -> None:
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SEARCH_AFTER)
        self._timer.timeout.connect(lambda: self.searched.emit(self.search.text()))
        self.notices.told.connect(self._order_tabs)
        self.search.textChanged.connect(self._expect_search)
        self.search.returnPressed.connect(self._open)
        self.open_button.clicked.connect(self._open)
        self.new_button.clicked.connect(self.new_asked)
        self.new_from_button.clicked.connect(lambda: self._tell(self.new_from_asked))

    def complete(self) -> CaseList:
        """Make the list of cases, unless it is there, and return it."""
        if self.cases is None:
            from drafter.ui.library.case_filters import CaseFilters
            from drafter.ui.library.case_list import CaseList

            self.cases = cases = CaseList()
            self.filters = CaseFilters()
            self._column.takeAt(_PLACE)
            self._column.insertWidget(_PLACE, self.filters)
            self._column.insertWidget(_PLACE + 1, cases, 1)
            self._column.insertWidget(_PLACE + 2, self.filters.found)
            cases.show()  # at once, so that it can take the keyboard
            self._order_tabs()
            self.search.setClearButtonEnabled(True)
            cases.view.opened.connect(self._open)
            cases.view.delete_asked.connect(lambda: self._tell(self.delete_asked))
            cases.view.rename_asked.connect(lambda: self._tell(self.rename_asked))
            cases.view.selectionModel().selectionChanged.connect(self._enable)
            cases.new_asked.connect(self.new_asked)
            cases.sample_asked.connect(self.sample_asked)
            cases.grown.connect(self._order_tabs)
        return self.cases

    def _order_tabs(self) -> None:
        """Let Tab go from the top of the page to its end, through what is told there as well."""
        lists = () if self.cases is None else self.cases.fields()
        fields = () if self.filters is None else self.filters.fields()
        buttons = (self.open_button, self.new_button, self.new_from_button, self.sample_button)
        for one, other in pairwise((*self.notices.fields(), self.search, *fields, *lists, *buttons)):
            QWidget.setTabOrder(one, other)

    # --- what is shown -------------------------------------------------------------------------------

    def show_cases(
        self, lines: Sequence[CaseLine], total: int, more: Callable[[int], Sequence[CaseLine]], nothing: str
    ) -> None:
        """Show ``lines`` as :meth:`CaseList.show_cases` does."""
        self.complete().show_cases(lines, total, more, nothing=nothing)
        self._enable()

    def offer_search(self, *, offered: bool) -> None:
        """Show what looks for cases, or hide it while there is none to look for."""
        self.search.setVisible(offered)
        if self.filters is not None:
            self.filters.setVisible(offered)

    def chosen(self) -> int | None:
        """Return the id of the chosen case."""
        return None if self.cases is None else self.cases.chosen()

    def take_keyboard(self) -> None:
        """Put the keyboard where the next key is most useful."""
        cases = self.complete()
        if cases.table.lines:
            cases.view.setFocus()
        elif cases.welcomes:
            cases.welcome.sample.setFocus()
        else:
            self.search.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the search to the list with the arrow, and back out of the search with Escape."""
        from PySide6.QtCore import Qt  # see labels.py: not before the first paint

        listed = self.cases is not None and self.cases.table.lines
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus() and listed:
            self.take_keyboard()
        elif event.key() == Qt.Key.Key_Escape:
            self.search.clear()
        else:
            super().keyPressEvent(event)

    def _enable(self) -> None:
        chosen = self.chosen() is not None
        self.open_button.setEnabled(chosen)
        self.new_from_button.setEnabled(chosen)

    def _expect_search(self) -> None:
        self._timer.start()

    def _open(self) -> None:
        if self._timer.isActive():  # Enter came before the search: search now, or the wrong case would open
            self._timer.stop()
            self.searched.emit(self.search.text())
        self._tell(self.open_asked)

    def _tell(self, signal: SignalInstance) -> None:
        case = self.chosen()
        if case is not None:
            signal.emit(case)


def _button(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(True)
    return button
