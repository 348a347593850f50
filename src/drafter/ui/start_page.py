"""The first page: the cases that there are, and the ways to a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from drafter.ui.case_table import CaseTable, CaseView
from drafter.ui.labels import HEADING, TITLE, Told, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.app.library import CaseLine

#: Milliseconds after the last key until the database is searched.
_SEARCH_AFTER: Final = 150


class StartPage(QWidget):
    """The page tells what is asked of it; the window does it.

    It is built without a look at the database, so that it is seen at once; :meth:`show_cases` fills it.
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
        self.search = QLineEdit()
        self.search.setPlaceholderText("Search in all cases")
        self.search.setAccessibleName("Search in all cases")
        self.table = CaseTable(self)
        self.view = CaseView(self.table)
        self.told = Told()
        self.open_button = _button("Open")
        self.new_button = _button("New case")
        self.new_from_button = _button("New from selected")
        self.sample_button = _button("Sample case")
        self.sample_button.setMenu(samples)
        self._empty = self._empty_pages()
        self._lay_out()
        self._connect()
        self._enable()

    def _empty_pages(self) -> QStackedWidget:
        """The table, or what stands in its place: nothing while it loads, a welcome, no hit."""
        pages = QStackedWidget()
        self.welcome_sample = _button("Open the sample case")
        self.welcome_new = _button("Start a new case")
        nothing = Words("No case contains these words.", muted=True)
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for page in (QWidget(), self.view, self._welcome(), nothing):
            pages.addWidget(page)
        return pages

    def _welcome(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.addStretch(1)
        column.addWidget(Words("There is no case here yet.", share=HEADING, bold=True))
        column.addWidget(
            Words(
                "drafter asks for the facts in the order in which a judge reads, keeps every answer on this"
                " computer only, and writes the motion as a Word file. Nothing is sent anywhere.\n\n"
                "The sample is a real, public case with the gaps that such cases have: look around in it"
                " first.",
                muted=True,
            )
        )
        row = QHBoxLayout()
        row.addWidget(self.welcome_sample)
        row.addWidget(self.welcome_new)
        row.addStretch(1)
        column.addSpacing(8)
        column.addLayout(row)
        column.addStretch(2)
        return page

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        for button in (self.open_button, self.new_button, self.new_from_button, self.sample_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(36, 24, 36, 24)
        column.setSpacing(10)
        column.addWidget(Words("Motions for a sentence reduction", share=TITLE, bold=True))
        column.addWidget(Words("18 U.S.C. § 3582(c)(1)(A)", muted=True))
        for widget in (self.search, self.told):
            column.addWidget(widget)
        column.addWidget(self._empty, 1)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SEARCH_AFTER)
        self._timer.timeout.connect(lambda: self.searched.emit(self.search.text()))
        self.search.textChanged.connect(self._expect_search)
        self.search.returnPressed.connect(self._open)
        self.view.opened.connect(self._open)
        self.view.delete_asked.connect(lambda: self._tell(self.delete_asked))
        self.view.rename_asked.connect(lambda: self._tell(self.rename_asked))
        self.view.selectionModel().selectionChanged.connect(self._enable)
        self.open_button.clicked.connect(self._open)
        self.new_button.clicked.connect(self.new_asked)
        self.welcome_new.clicked.connect(self.new_asked)
        self.new_from_button.clicked.connect(lambda: self._tell(self.new_from_asked))
        self.welcome_sample.clicked.connect(self.sample_asked)

    # --- what is shown -------------------------------------------------------------------------------

    def show_cases(self, lines: Sequence[CaseLine]) -> None:
        """Show ``lines`` and choose the newest, or the one that was chosen before."""
        before = self.chosen()
        self.search.setClearButtonEnabled(
            True
        )  # its icon takes 5 ms, which are better spent after the first paint
        self.told.tell("")
        self.table.show(lines)
        ids = [line.id for line in lines]
        if ids:
            self.view.selectRow(ids.index(before) if before in ids else 0)
        searching = bool(self.search.text().strip())
        self._empty.setCurrentIndex(1 if ids else 3 if searching else 2)
        self._enable()

    def show_fault(self, message: str) -> None:
        """Tell why the cases cannot be listed."""
        self.told.tell(message)

    def chosen(self) -> int | None:
        """Return the id of the chosen case."""
        row = self.view.currentIndex().row()
        return self.table.lines[row].id if 0 <= row < len(self.table.lines) else None

    def take_keyboard(self) -> None:
        """Put the keyboard where the next key is most useful."""
        if self.table.lines:
            self.view.setFocus()
        elif self.welcome_sample.isVisible():
            self.welcome_sample.setFocus()
        else:
            self.search.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the search to the list with the arrow, and back out of the search with Escape."""
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus() and self.table.lines:
            self.view.setFocus()
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
