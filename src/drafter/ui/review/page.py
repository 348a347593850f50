"""The review of a case as a page of tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from drafter.errors import DrafterError
from drafter.ui.folding_tabs import FoldingTabs
from drafter.ui.review.answers_tab import AnswersTab
from drafter.ui.review.changes_tab import ChangesTab
from drafter.ui.review.evidence_tab import EvidenceTab
from drafter.ui.review.time_tab import TimeTab
from drafter.ui.review.timeline_tab import TimelineTab
from drafter.ui.words import Told, Words

if TYPE_CHECKING:
    from drafter.app.session import CaseSession


class ReviewPage(QWidget):
    """``chosen`` is sent with the id of the question to go to, ``left`` when the person goes back."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, session: CaseSession) -> None:
        """Make the page of ``session``; :meth:`refresh` fills it."""
        super().__init__()
        self._session = session
        self.told = Told()
        self.back = QPushButton("← &Back to the questions")
        self.back.setToolTip("Escape does the same")
        self.answers = AnswersTab(session.title)
        self.changes = ChangesTab(session)
        self.evidence = EvidenceTab(session.title, session.kept_papers)
        self.timeline = TimelineTab(session.title)
        self.time = TimeTab()
        self.tabs = FoldingTabs("Answers, changes, evidence, timeline and time served")
        for tab, title in (
            (self.answers, "&Answers"),
            (self.changes, "C&hanges since the last draft"),
            (self.evidence, "&Evidence"),
            (self.timeline, "T&imeline"),
            (self.time, "Time se&rved"),
        ):
            self.tabs.addTab(tab, title)
        self._lay_out()
        for listing in (self.answers, self.changes, self.evidence, self.timeline):
            listing.chosen.connect(self.chosen)
        self.back.clicked.connect(self.left)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.left.emit)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 0, 12, 4)
        head.addWidget(self.back)
        head.addWidget(Words("Enter on a line goes to its question.", muted=True), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self.told)
        column.addWidget(self.tabs, 1)

    def refresh(self) -> None:
        """Show the case as it stands; what cannot be counted is told above, and its tab stays empty."""
        faults = []
        for do in (self._answers, self._changes, self._evidence, self._timeline, self._time):
            try:
                do()
            except DrafterError as fault:
                faults.append(str(fault))
        self.told.tell("\n".join(dict.fromkeys(faults)))

    def _answers(self) -> None:
        self.answers.show_lines(self._session.review(), self._session.notes.all())

    def _changes(self) -> None:
        self.changes.show_changes(self._session.changes_since_draft(), self._session.drafted_at())

    def _evidence(self) -> None:
        self.evidence.show_map(None)
        self.evidence.show_map(self._session.evidence())

    def _timeline(self) -> None:
        today = self._session.today
        self.timeline.show_events((), today)
        self.timeline.show_events(self._session.timeline(), today)

    def _time(self) -> None:
        self.time.show_bar(None)
        self.time.show_bar(self._session.sentence_bar())

    def take_keyboard(self) -> None:
        """Put the keyboard into the tab that is open."""
        tab = self.tabs.currentWidget()
        tab.setFocus(Qt.FocusReason.ShortcutFocusReason)
