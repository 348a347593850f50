"""The page of one section: its questions in order, of which those that are not asked now are not there."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from drafter.ui.case.question_block import QuestionBlock
from drafter.ui.labels import HEADING, TITLE
from drafter.ui.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from drafter.app.session import CaseSession
    from drafter.core.problem import Problem
    from drafter.core.question import Part, Question, Section
    from drafter.ui.case.autosave import Autosave

_WIDEST: Final = 143  # letters; longer lines are hard to read


class SectionForm(QScrollArea):
    """One section.  A question's block is made when the question is first asked, and then only hidden.

    ``next_asked`` is sent by the button at the end of the page.
    """

    next_asked = Signal()

    def __init__(self, section: Section, session: CaseSession, autosave: Autosave, before: QWidget) -> None:
        """Make the page, which Tab reaches from ``before``; :meth:`follow` fills it."""
        super().__init__()
        self._before = before
        self.section = section
        self._session = session
        self._autosave = autosave
        self.blocks: dict[str, QuestionBlock] = {}
        self._plain = False
        self._parts = [_PartBox(part) for part in section.parts]
        self._page = QWidget()
        self._next = QPushButton("Next section")
        self._lay_out()
        self.setAccessibleName(f"Questions: {section.title}")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self._next.clicked.connect(self.next_asked)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._page)
        column.setContentsMargins(20, 14, 20, 20)
        column.setSpacing(8)
        column.addWidget(Words(self.section.title, share=TITLE, bold=True))
        if self.section.intro:
            column.addWidget(Words(self.section.intro, muted=True))
        for box in self._parts:
            column.addWidget(box)
        column.addWidget(self._next, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._limit_width()
        self._page.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setWidget(self._page)

    def _limit_width(self) -> None:
        """Keep lines short enough to be read, but larger text as many letters as usual."""
        self._page.setMaximumWidth(_WIDEST * self._page.fontMetrics().averageCharWidth())

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_page"):
            self._limit_width()

    def name_next(self, title: str) -> None:
        """Name the section that the button at the end goes to; empty at the last section."""
        self._next.setText(f"Next: {title}".replace("&", "&&"))
        self._next.setVisible(bool(title))

    def show_plain(self, shown: bool) -> None:
        """Show every question also as it is read to a client, or not."""
        self._plain = shown
        for block in self.blocks.values():
            block.show_plain(shown)

    # --- following the case --------------------------------------------------------------------------

    def follow(self) -> None:
        """Show the questions that are asked now, with what is missing and wrong; keep focus and place."""
        flow = self._session.flow
        asked = {question.id for question in flow.shown}
        missing = {item.question.id for item in flow.missing}
        problems = _by_question(flow.problems)
        anchor = self._anchor()
        top = _top_of(anchor, self) if anchor else 0
        made = [block for box in self._parts for block in box.follow(asked, self._make)]
        for name, block in self.blocks.items():
            block.show_state(missing=name in missing, problems=problems.get(name, ()))
        if made:
            self._order_tabs()
        if anchor:
            # The layout is brought up to date here and not in the event loop, so that nothing jumps in sight.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + _top_of(anchor, self) - top)

    def show_answers(self, questions: Iterable[str]) -> None:
        """Show the stored answers to ``questions`` in place of what stands on the page."""
        for name in questions:
            if name in self.blocks:
                self.blocks[name].show_answer(self._session.answers.get(name))

    def _make(self, question: Question[Any]) -> QuestionBlock:
        block = QuestionBlock(question)
        block.show_plain(self._plain)
        block.show_answer(self._session.answers.get(question.id))
        block.advance.connect(lambda: self.go_on_from(block))
        self._autosave.watch(block)
        self.blocks[question.id] = block
        return block

    def _anchor(self) -> QuestionBlock | None:
        block = block_of(QApplication.focusWidget())
        if block is None or not self.isAncestorOf(block) or not block.isVisible():
            return None
        return block

    def _order_tabs(self) -> None:
        fields = [field for block in self.in_order() for field in block.fields()]
        for one, other in pairwise((self._before, *fields, self._next)):
            QWidget.setTabOrder(one, other)

    # --- going about ---------------------------------------------------------------------------------

    def in_order(self) -> list[QuestionBlock]:
        """Return the blocks that are made, in the order of the page."""
        return [self.blocks[question.id] for question in self.section if question.id in self.blocks]

    def go_to(self, question: str) -> bool:
        """Put the keyboard into the block of ``question``; return False where it is not asked now."""
        block = self.blocks.get(question)
        if block is None or block.isHidden():
            return False
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        block.take_keyboard()
        self.bring_into_sight(block)
        return True

    def bring_into_sight(self, block: QuestionBlock) -> None:
        """Scroll so far that the whole of ``block`` is seen, its question first."""
        self.ensureWidgetVisible(block, 0, 12)
        top = _top_of(block, self)
        if top < 0:
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + top)

    def go_on_from(self, block: QuestionBlock) -> None:
        """Put the keyboard into the question after ``block``, or onto the button at the end."""
        shown = [other for other in self.in_order() if not other.isHidden()]
        place = shown.index(block) + 1
        if place < len(shown):
            self.go_to(shown[place].question.id)
        elif self._next.isVisible():
            self._next.setFocus(Qt.FocusReason.TabFocusReason)
            self.ensureWidgetVisible(self._next)

    def resume(self) -> None:
        """Put the keyboard back into the question that had it last, else into the first one in sight."""
        shown = [block for block in self.in_order() if not block.isHidden()]
        seen = [block for block in shown if _top_of(block, self) >= 0]
        last = self._page.focusWidget()
        if block_of(last) is not None and last.isVisible():
            last.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif block := next(iter(seen or shown), None):
            block.take_keyboard()

    def last_question(self) -> str:
        """Return the question that had the keyboard last, empty where none had."""
        block = block_of(self._page.focusWidget())
        return "" if block is None else block.question.id

    def start(self) -> None:
        """Put the keyboard into the first question."""
        for block in self.in_order():
            if not block.isHidden():
                block.take_keyboard()
                self.verticalScrollBar().setValue(0)
                return

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was answered on other pages."""
        self.follow()
        super().showEvent(event)


class _PartBox(QWidget):
    """A titled group of questions; it is not there while none of them is asked."""

    def __init__(self, part: Part) -> None:
        super().__init__()
        self._questions = part.questions
        self._blocks: dict[str, QuestionBlock] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 10, 0, 0)
        self._column.setSpacing(2)
        rule = QFrame()
        rule.setFrameShape(QFrame.Shape.HLine)
        rule.setFrameShadow(QFrame.Shadow.Sunken)
        self._column.addWidget(rule)
        if part.title:
            self._column.addWidget(Words(part.title, share=HEADING, bold=True))
        if part.intro:
            self._column.addWidget(Words(part.intro, muted=True))
        self._above = self._column.count()
        self.hide()

    def follow(self, asked: set[str], make: Any) -> list[QuestionBlock]:  # noqa: ANN401 - a maker of blocks
        """Show the blocks of the questions in ``asked``; return those that had to be made."""
        made = []
        for question in self._questions:
            block = self._blocks.get(question.id)
            if block is None and question.id in asked:
                block = self._blocks[question.id] = make(question)
                made.append(block)
                self._column.insertWidget(self._place(question.id), block)
            if block is not None:
                block.setVisible(question.id in asked)
        self.setVisible(any(question.id in asked for question in self._questions))
        return made

    def _place(self, name: str) -> int:
        before = 0
        for question in self._questions:
            if question.id == name:
                break
            before += question.id in self._blocks
        return self._above + before


def block_of(widget: QWidget | None) -> QuestionBlock | None:
    """Return the block that ``widget`` belongs to, popups of its editors included."""
    while widget is not None and not isinstance(widget, QuestionBlock):
        widget = widget.parentWidget()
    return widget


def _top_of(block: QWidget, form: QScrollArea) -> int:
    return block.mapTo(form.viewport(), block.rect().topLeft()).y()


def _by_question(problems: Sequence[Problem]) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for problem in problems:
        found.setdefault(problem.question, []).append(problem.message)
    return found
