"""The page of an open case: sections, the questions of one, and beside them draft, law, proof and checks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QStyle,
    QVBoxLayout,
    QWidget,
)

from drafter.core.dates import long_date
from drafter.core.problem import Problem
from drafter.errors import DrafterError
from drafter.ui.case.autosave import Autosave
from drafter.ui.case.beside import BesidePane
from drafter.ui.case.form import SectionForm, block_of
from drafter.ui.case.outline import Outline
from drafter.ui.dialogs import law_changes_dialog
from drafter.ui.elided import Elided
from drafter.ui.labels import HEADING
from drafter.ui.message_bar import MessageBar
from drafter.ui.review import ReviewPlace

if TYPE_CHECKING:
    from drafter.app.session import CaseSession, Change
    from drafter.core.question import Question
    from drafter.ui.case.question_block import QuestionBlock

#: First widths of outline, form and draft: at 1366 pixels all three can be read without scrolling sideways.
_WIDTHS: Final = (220, 640, 480)
_LOWEST: Final = 160  # large text may not make the window higher than its screen
#: Milliseconds after a change until the checks that look at the law are made anew.
_CHECK_AFTER: Final = 300


class CasePage(QWidget):
    """An open case.  It stores by itself; the window above it opens, closes and drafts."""

    draft_asked = Signal()
    final_asked = Signal()
    told = Signal(str)

    def __init__(self, session: CaseSession) -> None:
        """Show the case of ``session`` at its first section."""
        super().__init__()
        self.session = session
        self.autosave = Autosave(session, self)
        self.outline = Outline()
        self.forms = QStackedWidget()
        self._forms: dict[int, SectionForm] = {}
        self._plain = False
        self.tabs = BesidePane(session, self._preview)
        self.draft, self.law_pane, self.proof = self.tabs.draft, self.tabs.law, self.tabs.proof
        self.to_do, self.deadlines = self.tabs.to_do, self.tabs.deadlines
        self.title = Elided(session.title, share=HEADING, bold=True)
        self.fault = MessageBar(QStyle.StandardPixmap.SP_MessageBoxCritical)
        self.result = MessageBar(QStyle.StandardPixmap.SP_MessageBoxInformation)
        self.law = MessageBar(QStyle.StandardPixmap.SP_MessageBoxWarning)
        self._checks = QTimer(self)
        self._checks.setSingleShot(True)
        self._checks.setInterval(_CHECK_AFTER)
        self._lay_out()
        self._connect()
        self.outline.rows.show(session.outline())
        self.check()
        self.check_law()
        self.outline.go_to(0)

    def _lay_out(self) -> None:
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        self.panes.setChildrenCollapsible(False)
        for place, (pane, least) in enumerate(((self.outline, 150), (self.forms, 420), (self.tabs, 260))):
            pane.setMinimumSize(least, _LOWEST)
            self.panes.addWidget(pane)
            self.panes.setStretchFactor(place, (0, 3, 2)[place])
        self.panes.setSizes(list(_WIDTHS))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(self.fault)
        column.addWidget(self.result)
        column.addWidget(self.law)
        self.review = ReviewPlace(self.panes, self.session)
        column.addWidget(self.review, 1)

    def _head(self) -> QHBoxLayout:
        self.draft_button = QPushButton("Draft…")
        self.draft_button.setToolTip("Write the motion as it stands, with its blanks (Ctrl+D)")
        self.final_button = QPushButton("Draft final…")
        self.final_button.setToolTip(
            "Write the motion for filing, if nothing stands in the way (Ctrl+Shift+D)"
        )
        self.title.setMinimumWidth(80)
        row = QHBoxLayout()
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(self.title, 1)
        row.addWidget(self.draft_button)
        row.addWidget(self.final_button)
        return row

    def _connect(self) -> None:
        self.outline.chosen.connect(self._open)
        self.to_do.chosen.connect(self.go_to)
        self.deadlines.chosen.connect(self.go_to)
        self.draft.chosen.connect(self.go_to)
        self.draft.switched.connect(self._checks.start)
        self.proof.chosen.connect(self._go_to_proof)
        self.law_pane.chosen.connect(self.go_to)
        self.law_pane.left.connect(self._to_question)
        self.review.chosen.connect(self.go_to)
        self.review.left.connect(self._to_question)
        self.draft_button.clicked.connect(self.draft_asked)
        self.final_button.clicked.connect(self.final_asked)
        self.autosave.changed.connect(self._follow)
        self.autosave.typed.connect(self.draft.schedule)
        self.autosave.typed.connect(self.law_pane.hold)
        self.autosave.refused.connect(self._checks.start)
        self.autosave.failed.connect(self._tell_failure)
        self.autosave.recovered.connect(self._tell_recovery)
        self._checks.timeout.connect(self.check)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)
            application.applicationStateChanged.connect(self._application_left)

    # --- going about ---------------------------------------------------------------------------------

    @property
    def form(self) -> SectionForm:
        """The form that is open."""
        form = self.forms.currentWidget()
        if not isinstance(form, SectionForm):
            raise TypeError("No section is open")
        return form

    @property
    def place(self) -> int:
        """The number of the section that is open, from 0."""
        return max(0, self.outline.currentIndex().row())

    def step(self, steps: int) -> None:
        """Go to a later or an earlier section and put the keyboard into its first question."""
        self.review.leave()
        place = self.place + steps
        if 0 <= place < len(self.session.sections):
            self.outline.go_to(place)
            self.form.start()

    def go_to(self, name: str) -> None:
        """Go to the question ``name`` and put the keyboard there."""
        self.review.leave()
        for place, section in enumerate(self.session.sections):
            if any(question.id == name for question in section):
                self.outline.go_to(place)
                if not self.form.go_to(name):
                    self.told.emit("This question is not asked at the moment, because of another answer.")
                return

    def _go_to_proof(self, name: str) -> None:
        self.go_to(name)
        block = block_of(QApplication.focusWidget())
        if block is not None and block.question.id == name:
            block.proof.open_proof()

    def next_pane(self, steps: int) -> None:
        """Put the keyboard into the next or the previous pane that is shown."""
        self.review.leave()
        panes = [pane for pane in (self.outline, self.forms, self.tabs) if pane.isVisible()]
        focus: QWidget | None = QApplication.focusWidget()
        while focus is not None and focus not in panes:
            focus = focus.parentWidget()
        here = panes.index(focus) if focus is not None else 0
        pane = panes[(here + steps) % len(panes)]
        if pane is self.forms:
            self.form.resume()
            return
        (self.tabs.keyboard() if pane is self.tabs else pane).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _to_question(self) -> None:
        self.form.resume()

    def toggle_unknown(self) -> None:
        """Say that the fact in hand is unknown and must be obtained, or take that back."""
        block = block_of(QApplication.focusWidget())
        if block is not None:
            block.proof.unknown.click()

    def next_missing(self) -> None:
        """Go to the next fact that is missing, after the last to the first."""
        order = {question.id: place for place, question in enumerate(self._all_questions())}
        missing = [item.question.id for item in self.session.flow.missing]
        if not missing:
            self.told.emit("No fact is missing.")
            return
        block = block_of(QApplication.focusWidget())
        here = order[block.question.id] if block else -1 + min(order[q.id] for q in self.form.section)
        self.go_to(next((name for name in missing if order[name] > here), missing[0]))

    def _all_questions(self) -> list[Question[Any]]:
        return [question for section in self.session.sections for question in section]

    def _open(self, place: int) -> None:
        self.autosave.flush()
        form = self._forms.get(place) or self._make_form(place)
        shown = (block.question.id for block in form.in_order() if not block.isHidden())
        self.law_pane.follow(next(shown, self.law_pane.question))
        self.forms.setCurrentWidget(form)  # after that, because the keyboard may go with it into a question

    def show_plain(self, shown: bool) -> None:
        """Show every question also as it is read to a client, or not."""
        self._plain = shown
        for form in self._forms.values():
            form.show_plain(shown)

    def _make_form(self, place: int) -> SectionForm:
        sections = self.session.sections
        form = self._forms[place] = SectionForm(sections[place], self.session, self.autosave, self.outline)
        form.name_next(sections[place + 1].title if place + 1 < len(sections) else "")
        form.next_asked.connect(lambda: self.step(1))
        form.show_plain(self._plain)
        self.forms.addWidget(form)  # before it is filled: Qt keeps the order of Tab inside one window only
        form.follow()
        return form

    # --- following the case --------------------------------------------------------------------------

    def _follow(self) -> None:
        self.form.follow()
        self.outline.rows.show(self.session.outline())
        self._checks.start()
        self.draft.schedule()
        self.law_pane.schedule()

    def read_facts(self) -> None:
        """Propose answers from the pasted text of a paper."""
        from drafter.ui.case.reading_dialog import ReadingDialog  # seldom needed

        if self.save():
            dialog = ReadingDialog(self, self.session)
            dialog.filled.connect(self.show_filled)
            dialog.open()

    def show_filled(self, change: Change) -> None:
        """Show answers that were given elsewhere than on the forms."""
        for form in self._forms.values():
            form.show_answers(change.changed)
        self._follow()

    def _preview(self, document: str) -> str:
        return self.session.preview(document=document, typed=self.autosave.unstored())

    def check(self) -> None:
        """Make checks, proof and deadlines anew now."""
        try:
            self.tabs.check(self._unread())
        except DrafterError as fault:
            self.fault.tell(str(fault))

    def check_law(self) -> None:
        """Tell whether the law has changed since the last draft; after a new draft it has not."""
        try:
            changes, drafted = self.session.law_changes(), self.session.drafted_at()
        except DrafterError as fault:
            self.fault.tell(str(fault))
            return
        self.law.hide()
        if not changes or drafted is None:
            return
        number = "1 entry" if len(changes) == 1 else f"{len(changes)} entries"
        told = (
            f"The law changed since the last draft of {long_date(drafted.astimezone().date())}:"
            f" {number} that may concern this case."
        )
        self.law.tell(told, "What changed…", lambda: law_changes_dialog(self, told, changes).open())

    def _unread(self) -> list[Problem]:
        """What is typed in the form but not in the answers: a paper would say something else."""
        return [
            Problem(block.question.id, fault) for block in self.autosave.unread() for fault in block.unread()
        ]

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        left = block_of(old)
        if left is not None and self.isAncestorOf(left) and left.field_of(old) is not left.field_of(new):
            self.autosave.commit(left, leaving=True)
        entered = block_of(new)
        if entered is not None and self.isAncestorOf(entered):
            self.law_pane.follow(entered.question.id)
            self.draft.follow(entered.question.id)

    def _application_left(self, state: Qt.ApplicationState) -> None:
        if state != Qt.ApplicationState.ApplicationActive:
            self.autosave.flush()

    # --- telling -------------------------------------------------------------------------------------

    def _tell_failure(self, message: str) -> None:
        self.fault.tell(
            f"Not saved: {message} What you typed stays here and is tried again.", "Try now", self.save
        )

    def _tell_recovery(self) -> None:
        self.fault.hide()
        self.told.emit("Everything is saved.")

    def save(self) -> bool:
        """Store everything now; return False when the disk does not take it."""
        stored = self.autosave.flush()
        if stored:
            unread = self.autosave.unread()
            self.told.emit(_unread_words(unread) if unread else "Everything is saved.")
        return stored

    def show_to_do(self) -> None:
        """Show the checks and put the keyboard there."""
        self.review.leave()
        self.check()
        self.tabs.setCurrentWidget(self.to_do)
        self.to_do.view.setFocus()

    def show_deadlines(self) -> None:
        """Show the deadlines and put the keyboard there."""
        self.review.leave()
        self.tabs.check_deadlines()
        self.tabs.setCurrentWidget(self.deadlines)
        self.deadlines.view.setFocus()

    def show_review(self) -> None:
        """Show the review of the case as it is stored, or go back from it."""
        if self.review.currentWidget() is not self.panes:
            self.review.leave()
            self._to_question()
        elif self.save():
            self.review.enter()

    def show_law(self) -> None:
        """Show the law beside the question and put the keyboard there, or back where it was there already."""
        self.review.leave()
        if self.law_pane.isAncestorOf(QApplication.focusWidget() or self):
            self._to_question()
            return
        self.tabs.setCurrentWidget(self.law_pane)
        self.law_pane.refresh()
        self.law_pane.browser.setFocus(Qt.FocusReason.ShortcutFocusReason)


def _unread_words(blocks: list[QuestionBlock]) -> str:
    number = len(blocks)
    entries = "1 entry that cannot be read is" if number == 1 else f"{number} entries that cannot be read are"
    return f"Everything else is saved; {entries} marked on the form: {blocks[0].question.ask}"
