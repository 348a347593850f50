"""Paste a paper, see which facts it words clearly, and accept those that are right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from drafter.app.proposals import LONGEST, PAPER_NAMES, Proposal, kind_of
from drafter.errors import DrafterError
from drafter.ui.dialogs import warn
from drafter.ui.manual import help_key
from drafter.ui.tables import plain_rows
from drafter.ui.words import Words, announce

if TYPE_CHECKING:
    from drafter.app.session import CaseSession

_READ_AFTER: Final = 200  # milliseconds after the last change of the text
_HEADINGS: Final = ("Question", "Proposed", "Now", "Read from these words")
_SHARES: Final = (3, 3, 3, 5)
_CHECKED: Final = Qt.CheckState.Checked
_UNCHECKED: Final = Qt.CheckState.Unchecked


class ReadingDialog(QDialog):
    """``filled`` carries the :class:`~drafter.app.session.Change` of the proposals that were accepted."""

    filled = Signal(object)

    def __init__(self, parent: QWidget, session: CaseSession) -> None:
        """Propose for the case of ``session``."""
        super().__init__(parent)
        self._session = session
        self._proposals: tuple[Proposal, ...] = ()
        self._paper: str | None = None  # the kind of paper that was read
        self._boxes: list[QTableWidgetItem] = []  # the cells with the ticks, one for each proposal
        self.setWindowTitle("Read facts from pasted text")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        help_key(self, "pasted-papers")
        self.paper = QComboBox()
        self.text = QPlainTextEdit()
        self.state = Words(muted=True)
        self.table = _ProposalTable()
        self.accept_button = QPushButton("&Accept ticked answers")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_READ_AFTER)
        self._lay_out()
        self._connect()
        self._read()
        self.text.setFocus()

    def _lay_out(self) -> None:
        self.paper.addItem("Tell by its words", "")
        for word, name in PAPER_NAMES.items():
            self.paper.addItem(name, word)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("Pasted text")
        self.text.setPlaceholderText("Paste the text of the paper here (Ctrl+V)")
        kind, pasted = QLabel("&Kind of paper:"), QLabel("Pasted &text:")
        kind.setBuddy(self.paper)
        pasted.setBuddy(self.text)
        above = QHBoxLayout()
        above.addWidget(kind)
        above.addWidget(self.paper)
        above.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.accept_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        for button in (self.accept_button, buttons.button(QDialogButtonBox.StandardButton.Close)):
            button.setAutoDefault(False)  # or Enter in the table would close the window
        column = QVBoxLayout(self)
        column.addWidget(
            Words(
                "Paste a docket, a docket entry, a judgment or the Bureau’s sentence sheet. What it words"
                " clearly is proposed below; nothing is stored until you accept it."
                " Compare each answer with the paper."
            )
        )
        column.addLayout(above)
        column.addWidget(pasted)
        column.addWidget(self.text, 2)
        column.addWidget(self.state)
        column.addWidget(self.table, 5)
        column.addWidget(buttons)
        screen = self.screen().availableGeometry()
        self.resize(min(1100, screen.width() - 40), min(680, screen.height() - 60))

    def _connect(self) -> None:
        self.text.textChanged.connect(self._timer.start)
        self.paper.activated.connect(self._read)
        self._timer.timeout.connect(self._read)
        self.table.itemChanged.connect(self._ticked)
        self.accept_button.clicked.connect(self._accept)

    # --- reading -------------------------------------------------------------------------------------

    def _read(self) -> None:
        text = self.text.toPlainText()
        self._paper = str(self.paper.currentData()) or kind_of(text)
        self._proposals = self._session.read_paper(self._paper, text) if self._paper else ()
        quiet = QSignalBlocker(self.table)
        self.table.setRowCount(len(self._proposals))
        self._boxes.clear()
        for row, proposal in enumerate(self._proposals):
            self._show(row, proposal)
        quiet.unblock()
        self.table.resizeRowsToContents()
        if self._proposals:
            self.table.setCurrentCell(0, 0)
        self._tell()

    def _show(self, row: int, proposal: Proposal) -> None:
        now = proposal.present if proposal.is_new else f"{proposal.present} (the same)"
        cells = (proposal.question.ask, proposal.shown, now or "–", proposal.words)
        items = [QTableWidgetItem(text) for text in cells]
        for column, (item, text) in enumerate(zip(items, cells, strict=True)):
            item.setToolTip(text)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            self.table.setItem(row, column, item)
        asked = items[0]
        self._boxes.append(asked)
        if proposal.is_new:
            asked.setFlags(asked.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            asked.setCheckState(_CHECKED if proposal.ready else _UNCHECKED)
        others = "" if proposal.alone else "; the paper has another candidate"
        asked.setData(
            Qt.ItemDataRole.AccessibleTextRole,
            f"{proposal.question.ask} Proposed: {proposal.shown}{others}. Now: {now or 'no answer'}."
            f" Read from: {proposal.words}",
        )

    def _tell(self) -> None:
        text, paper = self.text.toPlainText(), self._paper
        if not text.strip():
            told = ""
        elif paper is None:
            told = "It is not clear which paper this is; choose the kind of paper above."
        elif not self._proposals:
            told = f"{PAPER_NAMES[paper]}: nothing in it is worded clearly enough to be proposed."
        else:
            told = f"{PAPER_NAMES[paper]}: {self._counts()}"
        if len(text) > LONGEST:
            told = f"Only the first {LONGEST:,} characters were read. {told}"
        if told != self.state.text():
            self.state.setText(told)
            announce(self.text, told)
        self.accept_button.setEnabled(bool(self._chosen()))

    def _counts(self) -> str:
        several = len({one.question.id for one in self._proposals if not one.alone})
        found = "1 proposal" if len(self._proposals) == 1 else f"{len(self._proposals)} proposals"
        told = f"{found}, {len(self._chosen())} ticked."
        if several:
            told += (
                f" {several} question{'s have' if several > 1 else ' has'} more than one candidate: choose."
            )
        return told

    # --- accepting -----------------------------------------------------------------------------------

    def _chosen(self) -> list[Proposal]:
        return [
            proposal
            for proposal, box in zip(self._proposals, self._boxes, strict=True)
            if box.checkState() == _CHECKED
        ]

    def _ticked(self, item: QTableWidgetItem) -> None:
        """Keep one candidate at most for each question."""
        if item.checkState() == _CHECKED:
            question = self._proposals[item.row()].question.id
            for other, box in zip(self._proposals, self._boxes, strict=True):
                if other.question.id == question and box is not item:
                    box.setCheckState(_UNCHECKED)
        self._tell()

    def _accept(self) -> None:
        rows = {proposal.question.id: {"value": proposal.raw} for proposal in self._chosen()}
        try:
            change = self._session.fill(rows)
        except DrafterError as fault:
            warn(self, str(fault))
            return
        self.filled.emit(change)
        self._read()
        stored = "1 answer is stored." if len(rows) == 1 else f"{len(rows)} answers are stored."
        self.state.setText(f"{stored} {self.state.text()}")
        announce(self.table, stored)
        self.table.setFocus()


class _ProposalTable(QTableWidget):
    """A table whose rows are ticked with Space, wherever in the row the keyboard is."""

    def __init__(self) -> None:
        super().__init__(0, len(_HEADINGS))
        plain_rows(self, "Proposed answers", _HEADINGS)
        self.setAccessibleDescription("Space ticks an answer")
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick or untick the answer of the row."""
        item = self.item(self.currentRow(), 0)
        if event.key() != Qt.Key.Key_Space or item is None:
            super().keyPressEvent(event)
        elif item.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            item.setCheckState(_UNCHECKED if item.checkState() == _CHECKED else _CHECKED)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width among the columns."""
        super().resizeEvent(event)
        for column, share in enumerate(_SHARES):
            self.setColumnWidth(column, self.viewport().width() * share // sum(_SHARES))
        self.resizeRowsToContents()
