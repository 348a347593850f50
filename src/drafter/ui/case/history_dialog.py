"""The history of one answer: when it changed, from what to what; any of it can be used again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from drafter.app.past import PastChange, past, use_again
from drafter.core.dates import long_date
from drafter.errors import DrafterError
from drafter.ui.manual import help_key
from drafter.ui.settings import sized
from drafter.ui.tables import fill, reading_table
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
        help_key(self, "undo")
        self.table = reading_table("Changes of the answer, the latest first", _COLUMNS, (2, 3))
        fill(self.table, [(_when(one), one.how, one.before, one.after) for one in self.changes])
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


def _when(change: PastChange) -> str:
    at = change.at.astimezone()
    return f"{long_date(at.date())}, {at:%H:%M}"
