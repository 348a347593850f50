"""A whole sample entered into an empty case with keys alone: Tab leads to every question."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPlainTextEdit, QWidget

from drafter.app.session import CaseSession
from drafter.core.answers import Answer
from drafter.core.kinds import Choice, Date, LongText, YesNo
from drafter.core.question import Question
from drafter.core.rows import ListOf
from drafter.ui.case.form import block_of
from drafter.ui.editors.choice import ChoiceEditor, LongChoiceEditor, YesNoEditor
from drafter.ui.editors.parts import PartsEditor
from drafter.ui.editors.rows_view import RowsView

Hand = Any  # conftest.Hand; the tests' folders are no packages, so it cannot be imported by name

#: No section has so many stops of Tab.
_MANY = 1500
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Typist:
    """Enters answers with keys, wherever the keyboard is; counts them."""

    def __init__(self, hand: Hand) -> None:
        self.hand = hand
        self.keys = 0

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.keys += 1
        self.hand.press(key, held)

    def type(self, text: str) -> None:
        """Type ``text``; a line that ends is Enter, in a cell of a table with Shift held."""
        for place, line in enumerate(text.split("\n")):
            if place:
                self.press(Qt.Key.Key_Return, _SHIFT if _in_cell(self.hand.focus) else Qt.KeyboardModifier(0))
            self.keys += len(line)
            self.hand.type(line)

    def go_to(self, question: str) -> None:
        """Press Tab until the keyboard is in ``question``; it never leaves the section on the way."""
        for _ in range(_MANY):
            block = block_of(self.hand.focus)
            if block is not None and block.question.id == question:
                return
            self.press(Qt.Key.Key_Tab)
        pytest.fail(f"Tab does not lead to {question}")

    def answer(self, question: Question[Any], answer: Answer) -> None:
        """Type ``answer`` into the question that has the keyboard, then its note or its proof."""
        block = block_of(self.hand.focus)
        assert block is not None
        if answer.unknown:
            self.press(Qt.Key.Key_U, _CONTROL)
        else:
            self._value(block.editor, question, answer)
        if answer.unknown and answer.note:
            while self.hand.focus is not block.proof.how:
                self.press(Qt.Key.Key_Tab)
            self.type(answer.note)
        if answer.evidence:
            self.press(Qt.Key.Key_E, _CONTROL)
            assert self.hand.focus is block.proof.proof
            self.type("; ".join(piece.show() for piece in answer.evidence))

    def _value(self, editor: QWidget, question: Question[Any], answer: Answer) -> None:
        if isinstance(editor, YesNoEditor):
            self.type("y" if answer.value else "n")
        elif isinstance(editor, LongChoiceEditor):
            self.type(question.kind.show(answer.value))
            if popup := QApplication.activePopupWidget():  # what was found hangs below the line
                QTest.keyClick(popup, Qt.Key.Key_Escape)
        elif isinstance(editor, ChoiceEditor):
            self._choose(editor.box.findData(answer.stored))
        elif isinstance(editor, PartsEditor):
            parts = answer.stored
            assert isinstance(parts, dict)
            for part in editor.lines:
                self.type(str(parts[part] or ""))
                self.press(Qt.Key.Key_Tab)
            self.press(Qt.Key.Key_Backtab, _SHIFT)
        elif isinstance(question.kind, ListOf):
            self._rows(question.kind, answer.value)
        else:
            self.type(_typed(question.kind, answer.value))

    def _choose(self, place: int) -> None:
        for _ in range(place):
            self.press(Qt.Key.Key_Down)

    def _rows(self, kind: ListOf, rows: tuple[Any, ...]) -> None:
        for row in rows:
            begun = False
            for column in kind.columns:
                value = row.get(column.id)
                begun = begun or value is not None
                if value is not None:
                    self._cell(column.kind, value)
                if begun:
                    self.press(Qt.Key.Key_Tab)
                else:  # Tab would leave the table from an empty last row
                    self.press(Qt.Key.Key_Escape)
                    self.press(Qt.Key.Key_Right)

    def _cell(self, kind: Any, value: Any) -> None:  # noqa: ANN401 - of whatever kind
        if not isinstance(kind, (Choice, YesNo)):
            self.type(_typed(kind, value))
            return
        self.press(Qt.Key.Key_F2)
        box = self.hand.focus
        assert isinstance(box, QComboBox)
        self._choose(box.findText(kind.show(value)))


def _in_cell(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, RowsView):
        parent = parent.parentWidget()
    return parent is not None and isinstance(widget, QPlainTextEdit)


def _typed(kind: Any, value: Any) -> str:  # noqa: ANN401 - of whatever kind
    if isinstance(kind, LongText):
        return str(value)
    return value.isoformat() if isinstance(kind, Date) else str(kind.show(value))


def entered(session: CaseSession) -> dict[str, tuple[object, ...]]:
    """What each answer of a case says."""
    return {
        key: (answer.stored, answer.unknown, answer.note if answer.unknown else "", answer.evidence)
        for key, answer in session.answers.items()
    }


@pytest.mark.parametrize("name", ["vailes", "complete"])
def test_a_whole_sample_is_entered_without_a_mouse(case: Hand, name: str) -> None:
    library = case.window._library
    sample = library.open_case(library.new_sample(name))
    typist, done = Typist(case), set[str]()
    sections = len(case.session.sections)
    for place in range(sections):
        assert case.page.place == place
        while True:
            shown = {question.id for question in case.session.flow.shown}
            waiting = (
                question
                for question in case.session.sections[place]
                if question.id in shown and question.id in sample.answers and question.id not in done
            )
            question = next(waiting, None)
            if question is None:
                break
            typist.go_to(question.id)
            answer = sample.answers[question.id]
            typist.answer(question, answer)
            done.add(question.id)
            typist.press(Qt.Key.Key_Tab)
            case.page.autosave.flush()
        typist.press(Qt.Key.Key_S, _CONTROL)
        if place < sections - 1:
            typist.press(Qt.Key.Key_PageDown, _CONTROL)
    assert case.page.autosave.unread() == []
    assert entered(case.session) == entered(sample)
