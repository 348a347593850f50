"""The row under an answer: "unknown – must obtain" with how to obtain it, and where the fact is proved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from drafter.core.answers import Evidence
from drafter.core.problem import Unreadable
from drafter.ui.editors.base import keep_keys
from drafter.ui.editors.text import Paragraphs
from drafter.ui.folding_row import FoldingRow
from drafter.ui.words import Told

if TYPE_CHECKING:
    from drafter.core.answers import Answer
    from drafter.core.question import Question

#: Letters of a proof that are seen at once at least: an exhibit, its page and one more.
_LETTERS: Final = 30
_PROOF_EXAMPLE = "Ex. B at 12; PSR ¶ 9; ECF No. 41 at 3"


class ProofRow(QWidget):
    """``edited`` is sent on every change; ``toggled`` when "unknown" is ticked or unticked by a person."""

    edited = Signal()
    toggled = Signal(bool)
    advance = Signal()

    def __init__(self, question: Question[Any], keys_for: QWidget) -> None:
        """Serve ``question``; Ctrl+U and Ctrl+E work anywhere in the widget ``keys_for``."""
        super().__init__()
        ask = question.ask
        self.unknown = QCheckBox("Unknown – must obtain")
        self.unknown.setAccessibleName(f"Unknown, must obtain: {ask}")
        self.unknown.setToolTip(
            "The fact is not known yet: a bracketed blank is printed, and it is listed (Ctrl+U)"
        )
        self.how = Paragraphs(self, fewest=1, one_paragraph=True)
        self.how.setPlaceholderText("How to obtain it: from whom, by when")
        self.how.setAccessibleName(f"How to obtain: {ask}")
        self.how.textChanged.connect(self._type_note)
        self.how.next_asked.connect(self.advance)
        self._shown = False
        self.add = QPushButton("Add proof")
        self.add.setFlat(True)
        self.add.setAccessibleName(f"Add proof: {ask}")
        self.add.setToolTip("Say where the record shows this (Ctrl+E)")
        self.label = QLabel("Proof")
        self.proof = self._line(_PROOF_EXAMPLE, f"Proof: {ask}")
        self.label.setBuddy(self.proof)
        self.proof.setAccessibleDescription(
            f"Exhibits and documents with pages, divided by semicolons: {_PROOF_EXAMPLE}"
        )
        self._fault = Told()
        self._proof_typed = False
        self._lay_out()
        self.unknown.clicked.connect(self._tick)
        self.add.clicked.connect(self.open_proof)
        self.proof.textEdited.connect(self._type_proof)
        for keys, do in (("Ctrl+U", self.unknown.click), ("Ctrl+E", self.open_proof)):
            shortcut = QShortcut(QKeySequence(keys), keys_for, do)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _line(self, example: str, name: str) -> QLineEdit:
        line = QLineEdit()
        line.setPlaceholderText(example)
        line.setAccessibleName(name)
        line.textEdited.connect(self.edited)
        line.returnPressed.connect(self.advance)
        line.hide()
        keep_keys(line)
        return line

    def _lay_out(self) -> None:
        self.row = row = FoldingRow(self._least)
        for part in (row, row.first, row.second):
            part.setSpacing(8)
        row.first.addWidget(self.unknown)
        row.first.addWidget(self.add)
        row.second.addWidget(self.label)
        row.second.addWidget(self.proof, 4)
        row.second.addStretch(1)
        self.label.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.how)
        column.addLayout(row)
        column.addWidget(self._fault)

    def _least(self) -> int:
        """The width in which the beginning of a proof can be read beside the box to tick."""
        if self.proof.isHidden():
            return 0
        letters = _LETTERS * self.fontMetrics().averageCharWidth()
        return self.unknown.sizeHint().width() + self.label.sizeHint().width() + letters

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the proof below the box to tick where both do not fit."""
        super().resizeEvent(event)
        self.row.fold(self.width())

    @property
    def is_unknown(self) -> bool:
        """Whether the fact is said to be unknown."""
        return self.unknown.isChecked()

    @property
    def note(self) -> str:
        """How the fact may be obtained."""
        return self.how.toPlainText()

    def evidence(self) -> list[str] | None:
        """Return the pieces of proof that are typed; None when they were not touched or cannot be read."""
        pieces = [piece.strip() for piece in self.proof.text().split(";") if piece.strip()]
        try:
            for piece in pieces:
                Evidence.from_json(piece)
        except Unreadable as fault:
            self._fault.tell(str(fault))
            return None
        self._fault.tell("")
        return pieces if self._proof_typed else None

    def fault(self) -> str:
        """Return what is wrong with the typed proof, empty when nothing is."""
        return self._fault.text

    def stored(self) -> None:
        """Take note that what is typed is stored."""
        self._proof_typed = self._proof_typed and bool(self._fault.text)

    def show_answer(self, answer: Answer | None) -> None:
        """Show note and proof of ``answer``."""
        self.unknown.setChecked(answer is not None and answer.unknown)
        self._shown = True
        self.how.setPlainText(answer.note if answer is not None else "")
        self._shown = False
        self.proof.setText("; ".join(piece.show() for piece in answer.evidence) if answer is not None else "")
        self.proof.setCursorPosition(0)  # a long proof is read from its start
        self._proof_typed = False
        self._fault.tell("")
        self._reveal()

    def fields(self) -> tuple[QWidget, ...]:
        """Return what takes the keyboard, in the order in which it is seen."""
        return (self.how, self.unknown, self.add, self.proof)

    def open_proof(self) -> None:
        """Show the line for the proof and go there."""
        self._show_proof(wanted=True)
        self.proof.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _type_note(self) -> None:
        if not self._shown:
            self.edited.emit()

    def _type_proof(self) -> None:
        self._proof_typed = True

    def _tick(self, ticked: bool) -> None:
        self._reveal()
        if ticked:
            self.how.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.toggled.emit(ticked)

    def _reveal(self) -> None:
        self.how.setVisible(self.is_unknown)
        self._show_proof(wanted=bool(self.proof.text()))

    def _show_proof(self, *, wanted: bool) -> None:
        self.add.setVisible(not wanted)
        self.label.setVisible(wanted)
        self.proof.setVisible(wanted)
        self.row.fold(self.width())
