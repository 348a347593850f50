"""What stands beside the form of a case: its draft, the law, the proof, the checks and the deadlines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QSplitter

from drafter.errors import DrafterError
from drafter.ui.case.deadline_list import DeadlineList
from drafter.ui.case.draft_pane import DraftPane
from drafter.ui.case.law_pane import LawPane
from drafter.ui.case.proof_pane import ProofPane
from drafter.ui.case.to_do import ToDo
from drafter.ui.folding_tabs import FoldingTabs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from drafter.app.session import CaseSession
    from drafter.core.problem import Problem

#: Letters to a line below which the draft cannot be read, and the share of the window for it at most.
_LETTERS: Final = 40
_SHARE: Final = 0.4
_NAME = "Draft, law, proof, checks and deadlines"


class BesidePane(FoldingTabs):
    """The tabs beside the form of the case of ``session``, whose titles count what is to be done.

    ``preview`` gives a paper of the case, as a page of HTML, by the name of its document.
    """

    def __init__(self, session: CaseSession, preview: Callable[[str], str]) -> None:
        """Make the tabs; :meth:`check` fills them."""
        super().__init__(_NAME)
        self._session = session
        self.draft = DraftPane(preview, session.papers, self._named)
        self.law = LawPane(session.law_beside, session.law_entry, session.question)
        self.proof = ProofPane()
        self.to_do = ToDo()
        self.deadlines = DeadlineList()
        self._titles = {
            self.draft: "Draf&t",
            self.law: "&Law",
            self.proof: "P&roof",
            self.to_do: "Chec&ks",
            self.deadlines: "&Deadlines",
        }
        for pane, title in self._titles.items():
            self.addTab(pane, title)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room in which a line can be read, where it was hidden for larger text."""
        super().showEvent(event)
        panes = self.parentWidget()
        least = _LETTERS * self.fontMetrics().averageCharWidth()
        if not isinstance(panes, QSplitter) or self.width() >= min(least, panes.width() * _SHARE):
            return
        others = panes.sizes()[:-1]
        wanted = round(min(least, panes.width() * _SHARE))
        handles = panes.handleWidth() * sum(size > 0 for size in others)
        left = max(0, panes.width() - wanted - handles) / max(1, sum(others))
        panes.setSizes([*(round(size * left) for size in others), wanted])

    def keyboard(self) -> QWidget:
        """Return what takes the keyboard in the tab that is open."""
        views: dict[QWidget | None, QWidget] = {
            self.law: self.law.browser,
            self.proof: self.proof.view,
            self.to_do: self.to_do.view,
            self.deadlines: self.deadlines.view,
        }
        return views.get(self.currentWidget(), self.draft.browser)

    def check(self, unread: Sequence[Problem]) -> None:
        """Make checks, proof and deadlines anew; ``unread`` is what is typed but is no answer.

        Raises :class:`DrafterError` where the checks cannot be made.
        """
        missing, problems = self._session.flow.missing, self._session.findings()
        self.to_do.show_state(missing, (*unread, *problems))
        self._count(self.to_do, len(self.to_do))
        self._check_proof()
        self.check_deadlines()

    def _check_proof(self) -> None:
        try:
            self.proof.show_proof(self._session, self.draft.paper, self.draft.paper_title)
        except DrafterError as fault:
            self.proof.show_fault(str(fault))
        self._count(self.proof, self.proof.unproved)

    def check_deadlines(self) -> None:
        """Make the deadlines anew."""
        try:
            self.deadlines.show_deadlines(self._session.deadlines())
        except DrafterError as fault:
            self.deadlines.show_fault(str(fault))
        self._count(self.deadlines, self.deadlines.ahead)

    def _count(self, pane: QWidget, number: int) -> None:
        title = self._titles[pane]
        self.setTabText(self.indexOf(pane), f"{title} ({number})" if number else title)

    def _named(self, question: str) -> str:
        """The question of a printed answer in its words, and what proves the answer."""
        answer = self._session.answers.get(question)
        proof = "; ".join(piece.show() for piece in answer.evidence) if answer is not None else ""
        return f"{self._session.question(question).ask}{proof and f' – {proof}'}"
