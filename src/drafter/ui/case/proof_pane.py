"""What the paper in sight prints with proof and without; each line goes to the proof of its question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStyle, QVBoxLayout, QWidget

from drafter.ui.case.grouped_list import Group, GroupedList, Line
from drafter.ui.words import Told, Words

if TYPE_CHECKING:
    from drafter.app.session import CaseSession

_LONGEST: Final = 90  # characters of an answer that are enough to know it again


class ProofPane(QWidget):
    """The list; ``chosen`` is sent with the id of the question whose proof a person goes to."""

    chosen = Signal(str)

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.unproved = 0
        self.told = Told()
        self.summary = Words()
        self.view = GroupedList("Proof of what is printed")
        self.view.setAccessibleDescription("Enter goes to the proof of the question.")
        self.view.chosen.connect(self.chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.told)
        column.addWidget(self.summary)
        column.addWidget(self.view, 1)

    def show_fault(self, message: str) -> None:
        """Tell why nothing can be said of the proof; nothing stays that was said before."""
        self.unproved = 0
        self.summary.setText("")
        self.view.show_groups(())
        self.told.tell(message)

    def show_proof(self, session: CaseSession, document: str, title: str) -> None:
        """Show what ``document`` prints; raises :class:`BadInputError` for a day without law."""
        paper = session.printed(document)
        self.told.tell("")
        self.unproved = len(paper.unproved)
        signs = QStyle.StandardPixmap
        proved = [name for name in paper.printed if _evidence(session, name) and name not in paper.unproved]
        self.view.show_groups(
            (
                Group(
                    "Printed without proof",
                    [Line(name, _line(session, name), signs.SP_MessageBoxWarning) for name in paper.unproved],
                ),
                Group(
                    "Printed with proof",
                    [
                        Line(name, f"{_line(session, name)}\n{_evidence(session, name)}", signs.SP_FileIcon)
                        for name in proved
                    ],
                ),
            )
        )
        number = {0: "Nothing is", 1: "1 answer is"}.get(self.unproved, f"{self.unproved} answers are")
        self.summary.setText(f"{title}: {number} printed without proof. Enter goes to the proof.")


def _line(session: CaseSession, name: str) -> str:
    """The question and the beginning of its answer."""
    question, answer = session.question(name), session.answers.get(name)
    value = "" if answer is None or answer.unknown else " ".join(question.kind.show(answer.value).split())
    short = value if len(value) <= _LONGEST else f"{value[:_LONGEST].rsplit(' ', 1)[0]} …"
    return f"{question.ask}\n{short}" if short else question.ask


def _evidence(session: CaseSession, name: str) -> str:
    answer = session.answers.get(name)
    return "; ".join(piece.show() for piece in answer.evidence) if answer is not None else ""
