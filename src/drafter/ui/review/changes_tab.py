"""What changed since the last draft, question by question, with both answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from drafter.core.dates import long_date
from drafter.ui.tables import plain_rows
from drafter.ui.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from drafter.app.differences import AnswerDifference
    from drafter.app.session import CaseSession

_COLUMNS: Final = ("Section", "Question", "In the last draft", "Now")
_WIDTHS: Final = (170, 290, 400)
_QUESTION: Final = Qt.ItemDataRole.UserRole


class ChangesTab(QWidget):
    """The table of differences; ``chosen`` is sent with the id of a question."""

    chosen = Signal(str)

    def __init__(self, session: CaseSession) -> None:
        """Start empty; the papers of ``session`` can be compared from here."""
        super().__init__()
        self._session = session
        self.told = Words()
        self.compare_button = QPushButton("&Compare a paper…")
        self.compare_button.setToolTip("Shows an old draft beside the file as edited and a new draft")
        self.table = QTableWidget(0, len(_COLUMNS))
        self._lay_out()
        self.setFocusProxy(self.table)
        self.table.activated.connect(self._go)
        self.compare_button.clicked.connect(self._compare)

    def _lay_out(self) -> None:
        table = self.table
        plain_rows(table, "Answers that changed since the last draft", _COLUMNS)
        header = table.horizontalHeader()
        header.setStretchLastSection(True)
        for column, width in enumerate(_WIDTHS):
            table.setColumnWidth(column, width)
        header.sectionResized.connect(table.resizeRowsToContents)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head = QHBoxLayout()
        head.addWidget(self.told, 1)
        head.addWidget(self.compare_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(12, 8, 12, 8)
        whole.addLayout(head)
        whole.addWidget(table, 1)

    def show_changes(self, found: Sequence[AnswerDifference] | None, drafted: datetime | None) -> None:
        """Show ``found``; None says that nothing was ever drafted."""
        self.told.setText(_told(found, drafted))
        self.compare_button.setEnabled(found is not None)
        self.table.setRowCount(0)
        for row, one in enumerate(found or ()):
            self.table.insertRow(row)
            for column, text in enumerate((one.section, one.asked, one.before, one.after)):
                item = QTableWidgetItem(text)
                item.setData(_QUESTION, one.question)
                item.setTextAlignment(Qt.AlignmentFlag.AlignTop)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken(one))
                self.table.setItem(row, column, item)
        self.table.resizeRowsToContents()
        if found:
            self.table.setCurrentCell(0, 0)

    def showEvent(self, event: QShowEvent) -> None:
        """Make the rows as high as they need to be now that their widths are known."""
        super().showEvent(event)
        self.table.resizeRowsToContents()

    def _go(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(_QUESTION))

    def _compare(self) -> None:
        from drafter.ui.review.compare_dialog import compare

        compare(self, self._session)


def spoken(one: AnswerDifference) -> str:
    """The whole row in one, for a screen reader."""
    return f"{one.asked} In the last draft: {one.before}. Now: {one.after}."


def _told(found: Sequence[AnswerDifference] | None, drafted: datetime | None) -> str:
    if found is None or drafted is None:
        return "Nothing was drafted yet; once it is, the answers that change after it are listed here."
    day = long_date(drafted.astimezone().date())
    if not found:
        return f"No answer has changed since the last draft of {day}."
    number = "1 answer has" if len(found) == 1 else f"{len(found)} answers have"
    return f"{number} changed since the last draft of {day}."
