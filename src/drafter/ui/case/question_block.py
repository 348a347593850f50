"""One question as it stands on the form: what is asked, help, editor, what is wrong, and the proof."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QToolButton, QToolTip, QVBoxLayout, QWidget

from drafter.practice.guidance.about import lines
from drafter.ui.case.proof_row import ProofRow
from drafter.ui.editors import editor_for
from drafter.ui.labels import SMALL
from drafter.ui.theme import missing_colour
from drafter.ui.unbroken import unbroken
from drafter.ui.words import Told, Words, paint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.core.answers import Answer
    from drafter.core.question import Question


class Entry(NamedTuple):
    """What a person has typed for one question, ready for :meth:`CaseSession.set_answer`."""

    raw: object
    unknown: bool
    note: str | None
    evidence: list[str] | None


class QuestionBlock(QWidget):
    """``edited`` is sent on every change, ``settled`` when it is complete, ``advance`` for the next question.

    ``dirty`` is True while something typed was not yet offered to the store; ``fault`` is what the store or
    the kind said against it, empty when it is stored.
    """

    edited = Signal()
    settled = Signal()
    advance = Signal()

    def __init__(self, question: Question[Any]) -> None:
        """Make the block of ``question``, without an answer."""
        super().__init__()
        self.question = question
        self.dirty = False
        self.fault = ""
        self._problems: tuple[str, ...] = ()
        self._missing = False
        self.ask = Words(
            unbroken(question.ask).replace("&", "&&")
        )  # a label with a buddy takes & for its key
        self.tag = Words(share=SMALL, muted=True)
        self.editor = editor_for(question)
        self.told = Told()
        self.proof = ProofRow(question, self)
        self.note = Words(share=SMALL, muted=True)
        self.note.hide()
        self.plain: Words | None = None
        self.why = self._why_button()
        self._lay_out()
        self._connect()
        self.editor.describe(question.help)
        self.ask.setBuddy(self.editor.fields()[0])
        self._tag()

    def _why_button(self) -> QToolButton:
        button = QToolButton()
        button.setText("?")
        button.setFixedHeight(QFontMetrics(QApplication.font()).height() + 4)
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Shift+F1 does the same from the editor
        button.setToolTip(self.reasons())
        button.setAccessibleName(f"Why this is asked: {self.question.ask}")
        button.setAccessibleDescription(self.reasons())
        button.clicked.connect(self.explain)
        keys = QShortcut(QKeySequence("Shift+F1"), self, self.explain)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        return button

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.ask, 1)
        self.tag.setWordWrap(False)
        head.addWidget(self.tag, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.why, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 8)
        column.setSpacing(3)
        column.addLayout(head)
        if self.question.help:
            column.addWidget(Words(unbroken(self.question.help), share=SMALL, muted=True))
        for widget in (self.editor, self.told, self.proof, self.note):
            column.addWidget(widget)

    def _connect(self) -> None:
        self.editor.edited.connect(self._edit)
        self.editor.settled.connect(self.settled)
        self.proof.edited.connect(self._edit)
        self.proof.toggled.connect(self._toggle)
        for part in (self.editor, self.proof):
            part.advance.connect(self.advance)

    # --- what is typed -------------------------------------------------------------------------------

    def entry(self) -> Entry:
        """Return what is typed now."""
        unknown = self.proof.is_unknown
        raw = None if unknown else self.editor.raw()
        return Entry(raw, unknown, self.proof.note if unknown else None, self.proof.evidence())

    def show_answer(self, answer: Answer | None) -> None:
        """Show ``answer`` in place of what is typed."""
        self.editor.show_answer(answer)
        self.proof.show_answer(answer)
        self.editor.setVisible(not self.proof.is_unknown)
        self._show_note(answer)
        self.dirty, self.fault = False, ""
        self._tell(leaving=True)

    def type_again(self, typed: object) -> bool:
        """Put what could not be read back into its field; return False where that cannot be done."""
        self.dirty = self.editor.show_typed(typed)
        return self.dirty

    def accept(self, answer: Answer | None, *, leaving: bool) -> None:
        """Take note that what was typed is stored as ``answer``."""
        self.dirty, self.fault = False, ""
        self.proof.stored()
        self._show_note(answer)
        if leaving and answer is not None and not answer.unknown:
            self.editor.tidy(answer)
        self._tell(leaving=leaving)

    def _show_note(self, answer: Answer | None) -> None:
        """Show the note on a known answer, such as sources that disagree; an unknown one has its field."""
        words = answer.note if answer is not None and not answer.unknown else ""
        self.note.setText(f"Note: {words}" if words else "")
        self.note.setVisible(bool(words))

    def refuse(self, message: str, before: Answer | None, *, leaving: bool) -> None:
        """Keep what was typed and tell ``message``, once the person has left the field.

        ``before`` is the answer that stays stored, which the person must know as it is what a paper prints.
        """
        stands = ""
        if before is not None and not before.unknown:
            stands = f" The saved answer is still {self.question.kind.show(before.value)}."
        self.dirty, self.fault = False, f"Not saved: {self.editor.explain(message)}{stands}"
        self._tell(leaving=leaving)

    def unread(self) -> tuple[str, ...]:
        """Return what is wrong with each thing typed here that could not be read and is stored nowhere."""
        return tuple(fault for fault in (self.fault, *self.editor.faults(), self.proof.fault()) if fault)

    # --- what is told --------------------------------------------------------------------------------

    def show_state(self, *, missing: bool, problems: Sequence[str]) -> None:
        """Tell whether the fact is missing and what contradicts it."""
        if self._missing != missing:
            self._missing = missing
            self._tag()
        if self._problems != tuple(problems):
            self._problems = tuple(problems)
            self._tell(leaving=True)

    def tell_now(self) -> None:
        """Tell what is wrong, because the person has left the question."""
        self._tell(leaving=True)

    def explain(self) -> None:
        """Show why the question is asked and what calls for it, beside the question."""
        QToolTip.showText(self.why.mapToGlobal(QPoint(0, self.why.height())), self.reasons(), self.why)

    def reasons(self) -> str:
        """Return why the question is asked, what calls for it, who knows the answer and where it stands."""
        return "\n\n".join(lines(self.question))

    def show_plain(self, shown: bool) -> None:
        """Show the question as it is read to a client, or not."""
        if shown and self.plain is None and self.question.plain:
            self.plain = Words(f"To the client: {self.question.plain}", share=SMALL)
            column = self.layout()
            if isinstance(column, QVBoxLayout):
                column.insertWidget(1, self.plain)
        if self.plain is not None:
            self.plain.setVisible(shown)

    def fields(self) -> tuple[QWidget, ...]:
        """Return everything here that takes the keyboard, in the order in which it is seen."""
        return (*self.editor.fields(), *self.proof.fields())

    def field_of(self, widget: QWidget | None) -> QWidget | None:
        """Return the part of the block that ``widget`` belongs to, popups included; None for any other."""
        while widget is not None and widget not in (self.editor, self.proof):
            widget = widget.parentWidget()
        return widget

    def take_keyboard(self) -> None:
        """Put the keyboard into the first field that can be typed into."""
        field = self.editor.fields()[0] if not self.proof.is_unknown else self.proof.how
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "tag"):
            self._tag()
        if event.type() == QEvent.Type.FontChange and hasattr(self, "why"):
            self.why.setFixedHeight(QFontMetrics(QApplication.font()).height() + 4)

    def _tag(self) -> None:
        self.ask.make_bold(self._missing)
        words = "Needed" if self._missing else ""
        if self.question.confidential:
            words = "Never printed" if not words else f"{words} · never printed"
        self.tag.setText(words)
        paint(self.tag, missing_colour(self.palette()) if self._missing else None)

    def _tell(self, *, leaving: bool) -> None:
        # While the person is still typing, a half-written date is not wrong yet; what was told stays told
        # until it is mended.
        faults = (self.fault, *self.editor.faults())
        if leaving or not any(faults):
            self.told.tell("\n".join(text for text in (*faults, *self._problems) if text))

    def _edit(self) -> None:
        self.dirty = True
        self.edited.emit()

    def _toggle(self, ticked: bool) -> None:
        self.editor.setVisible(not ticked)
        if not ticked:
            self.take_keyboard()
        self._edit()
        self.settled.emit()
