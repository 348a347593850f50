"""The history of one answer: when it changed, from what to what; any of it can be used again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from drafter.app.past import PastChange, past, use_again
from drafter.core.dates import long_date
from drafter.errors import DrafterError
from drafter.ui.settings import sized
from drafter.ui.words import Told, Words

if TYPE_CHECKING:
    from drafter.app.session import CaseSession

_COLUMNS: Final = ("When", "How", "Before", "After")


class HistoryDialog(QDialog):
    """``used`` carries the change that using an earlier answer again has made."""

    used = Signal(object)

    def __init__(self, parent: QWidget, session: CaseSession, question: str) -> None:
        """Show the history of the answer to ``question``."""
        super().__init__(parent)
        self._session, self._question = session, question
        self.changes: tuple[PastChange, ...] = past(session, question)
        self.setWindowTitle("History of an answer")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.table = self._table()
        self.told = Told()
        nothing = Words("The answer was never changed in this case.", muted=True)
        nothing.setVisible(not self.changes)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.use = buttons.addButton("&Use this again", QDialogButtonBox.ButtonRole.ActionRole)
        self.use.setEnabled(bool(self.changes))
        self.use.clicked.connect(self._use)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(Words(session.question(question).ask))
        for widget in (self.table, nothing, self.told, buttons):
            column.addWidget(widget)
        sized(self, 760, 420)
        self.table.setFocus()

    def _table(self) -> QTableWidget:
        table = QTableWidget(len(self.changes), len(_COLUMNS))
        table.setHorizontalHeaderLabels(list(_COLUMNS))
        table.setAccessibleName("Changes of the answer, the latest first")
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        across = table.horizontalHeader()
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        for column in range(len(_COLUMNS)):
            wide = column > 1
            across.setSectionResizeMode(
                column,
                QHeaderView.ResizeMode.Stretch if wide else QHeaderView.ResizeMode.ResizeToContents,
            )
        for row, one in enumerate(self.changes):
            at = one.at.astimezone()
            when = f"{long_date(at.date())}, {at:%H:%M}"
            for column, text in enumerate((when, one.how, one.before, one.after)):
                cell = QTableWidgetItem(text)
                cell.setToolTip(text)
                table.setItem(row, column, cell)
        table.resizeRowsToContents()
        if self.changes:
            table.selectRow(0)
        return table

    def _use(self) -> None:
        row = self.table.currentRow()
        if not 0 <= row < len(self.changes):
            return
        try:
            change = use_again(self._session, self._question, self.changes[row])
        except DrafterError as fault:
            self.told.tell(str(fault))
            return
        self.used.emit(change)
        self.accept()
