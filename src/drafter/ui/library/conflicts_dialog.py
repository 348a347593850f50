"""The search for conflicts of interest: names are written, and every case that holds one is listed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTableWidgetItem,
    QVBoxLayout,
)

from drafter.app.conflicts import LIMITS, Conflict, ConflictReport
from drafter.errors import DrafterError, StoppedError
from drafter.ui.manual import help_key
from drafter.ui.review.paper import print_page
from drafter.ui.settings import sized
from drafter.ui.tables import fill, reading_table
from drafter.ui.words import Told, Words, announce
from drafter.ui.working import work

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafter.app.library import Library
    from drafter.ui.main_window import MainWindow

_COLUMNS: Final = ("Case", "Place", "Found in", "Words", "How")
_LINES: Final = 5
#: Places of one name that the table shows; print and copy give all.
_SHOWN: Final = 300


def show_conflicts(window: MainWindow, library: Library) -> None:
    """Ask for names and list the cases that hold them."""
    if window.page is not None and not window.page.save():
        return
    dialog = ConflictsDialog(window, library)

    def go(case: int, question: str) -> None:
        dialog.accept()
        window.open_case(case)
        page = window.page
        if page is not None and any(shown.id == question for shown in page.session.flow.shown):
            page.go_to(question)

    dialog.case_asked.connect(go)
    dialog.open()


class ConflictsDialog(QDialog):
    """``case_asked`` carries the case that a person goes to, and the question that holds the name."""

    case_asked = Signal(int, str)

    def __init__(self, window: MainWindow, library: Library) -> None:
        """Search in ``library``."""
        super().__init__(window)
        self._library = library
        self.report: ConflictReport | None = None
        self._rows: list[Conflict | None] = []
        self.setWindowTitle("Search for conflicts of interest")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        help_key(self, "review")
        self.names = QPlainTextEdit()
        self.search = QPushButton("&Search")
        self.told = Told()
        self.found = Words(bold=True)
        self.table = reading_table("Cases that hold a name, name by name", _COLUMNS, (0, 2, 3))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.go = buttons.addButton("&Go to the case", role)
        self.copy = buttons.addButton("&Copy", role)
        self.print = buttons.addButton("&Print…", role)
        self.search.clicked.connect(self._search)
        self.go.clicked.connect(self._go)
        self.copy.clicked.connect(self._copy)
        self.print.clicked.connect(self._print)
        self.table.itemSelectionChanged.connect(self._offer)
        self.table.cellActivated.connect(self._go)
        buttons.rejected.connect(self.reject)
        self._lay_out(buttons)
        self._offer()

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        label = QLabel("&Names, each on a line of its own, such as Jordan Doe or Doe, Jordan:")
        label.setBuddy(self.names)
        self.names.setAccessibleName("Names to look for, each on a line of its own")
        self.names.setTabChangesFocus(True)
        around = self.names.frameWidth() + round(self.names.document().documentMargin())
        self.names.setFixedHeight(_LINES * self.fontMetrics().lineSpacing() + 2 * around)
        for button in (self.search, self.go, self.copy, self.print):
            button.setAutoDefault(False)
        row, column = QHBoxLayout(), QVBoxLayout(self)
        row.addWidget(self.names, 1)
        row.addWidget(self.search, 0, Qt.AlignmentFlag.AlignBottom)
        column.addWidget(label)
        column.addLayout(row)
        column.addWidget(self.told)
        column.addWidget(self.found)
        column.addWidget(self.table, 1)
        column.addWidget(Words(LIMITS, muted=True))
        column.addWidget(buttons)
        sized(self, 980, 680)

    def _search(self) -> None:
        names, other = self.names.toPlainText().splitlines(), self._library.beside()

        def run(stopped: Callable[[], bool]) -> ConflictReport:
            try:
                return other.conflicts(names, stopped)
            finally:
                other.close()

        try:
            report = work(self, "Searching every case…", run)
        except StoppedError:
            self.told.tell("The search was stopped; nothing is listed.")
            return
        except DrafterError as fault:
            self.told.tell(str(fault))
            self.names.setFocus()
            return
        self.told.tell("")
        self._show(report)

    def _show(self, report: ConflictReport) -> None:
        self.report = report
        self.found.setText(f"{report.heading}.")
        rows: list[tuple[str, ...]] = []
        self._rows, headings = [], []
        for name in report.names:
            headings.append(len(rows))
            found = report.of(name)
            more = f"; the first {_SHOWN} of {len(found):,} places are shown" if len(found) > _SHOWN else ""
            rows.append((f"{name}: {report.count(name)}{more}.", *("",) * (len(_COLUMNS) - 1)))
            rows += [
                (one.title, one.place, one.role, one.words, one.how or "the name") for one in found[:_SHOWN]
            ]
            self._rows += [None, *found[:_SHOWN]]
        self.table.clearSpans()
        fill(self.table, rows)
        for row in headings:
            self._head(row)
        self.table.resizeRowsToContents()
        self.table.selectRow(1 if len(rows) > 1 else 0)
        self.table.setFocus()
        announce(self, " ".join(rows[row][0] for row in headings))
        self._offer()

    def _head(self, row: int) -> None:
        font, cell = self.font(), QTableWidgetItem(self.table.model().index(row, 0).data())
        font.setBold(True)
        cell.setFont(font)
        cell.setData(Qt.ItemDataRole.AccessibleTextRole, cell.text())
        self.table.setItem(row, 0, cell)
        self.table.setSpan(row, 0, 1, len(_COLUMNS))

    def _offer(self) -> None:
        self.go.setEnabled(self._chosen() is not None)
        for button in (self.copy, self.print):
            button.setEnabled(self.report is not None)

    def _chosen(self) -> Conflict | None:
        row = self.table.currentRow()
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def _go(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self.case_asked.emit(chosen.case, chosen.question)

    def _copy(self) -> None:
        if self.report is not None:
            QApplication.clipboard().setText("\n".join(self.report.lines()))
            announce(self, "Copied.")

    def _print(self) -> None:
        if self.report is not None:
            print_page(self, self.report.html())
