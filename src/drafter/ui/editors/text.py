"""Editors of what is simply written: a line, paragraphs, a number, an amount of money."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QWidget

from drafter.core.kinds import Number
from drafter.ui.editors.base import Editor, LineEditor, keep_keys

if TYPE_CHECKING:
    from drafter.core.answers import Answer
    from drafter.core.question import Question

_FEWEST_LINES: Final = 3
_MOST_LINES: Final = 16
_DIGITS_WIDE: Final = 18


class TextEditor(LineEditor):
    """A line of text."""

    def __init__(self, question: Question[Any]) -> None:
        """Make the line as wide as the form."""
        super().__init__(question)
        whole_width(self).addWidget(self.line)


class NumberEditor(LineEditor):
    """A whole number, with its unit beside it."""

    def __init__(self, question: Question[Any]) -> None:
        """Make a short line and name the unit."""
        super().__init__(question)
        row = whole_width(self)
        short(self.line)
        row.addWidget(self.line)
        kind = question.kind
        if isinstance(kind, Number) and kind.unit:
            row.addWidget(QLabel(kind.unit))
            self.line.setAccessibleName(f"{question.ask} ({kind.unit})")
        row.addStretch(1)

    def tidy(self, answer: Answer) -> None:
        """Show the digits alone."""
        self.show_answer(answer)


class MoneyEditor(LineEditor):
    """An amount in dollars."""

    def __init__(self, question: Question[Any]) -> None:
        """Make a short line."""
        super().__init__(question)
        row = whole_width(self)
        short(self.line)
        row.addWidget(self.line)
        row.addStretch(1)

    def tidy(self, answer: Answer) -> None:
        """Show dollars and cents."""
        self.show_answer(answer)


class LongTextEditor(Editor):
    """Paragraphs of text, in a field that grows with them."""

    def __init__(self, question: Question[Any]) -> None:
        """Make the field."""
        super().__init__(question)
        self.text = Paragraphs(self)
        self.text.textChanged.connect(self._tell)
        self.text.next_asked.connect(self.advance)
        self._shown = False
        whole_width(self).addWidget(self.text)

    def raw(self) -> object:
        """Return the paragraphs."""
        return self.text.toPlainText()

    def show_answer(self, answer: Answer | None) -> None:
        """Show the paragraphs of ``answer``."""
        text = "" if answer is None or answer.unknown else self.question.kind.show(answer.value)
        if text != self.text.toPlainText():
            self._shown = True
            self.text.setPlainText(text)
            self._shown = False

    def fields(self) -> tuple[QWidget, ...]:
        """Return the field."""
        return (self.text,)

    def _tell(self) -> None:
        if not self._shown:
            self.edited.emit()


class Paragraphs(QPlainTextEdit):
    """A field of text as high as what it holds, between ``fewest`` lines and sixteen; Tab leaves it.

    Ctrl+Enter asks for the next question; where ``one_paragraph`` is True, Enter alone does.
    """

    next_asked = Signal()

    def __init__(self, parent: QWidget, *, fewest: int = _FEWEST_LINES, one_paragraph: bool = False) -> None:
        """Make an empty field."""
        super().__init__(parent)
        self._fewest = fewest
        self._one_paragraph = one_paragraph
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        keep_keys(self)
        self._grow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read the key that goes to the next question; everything else is text."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and (self._one_paragraph or event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            self.next_asked.emit()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Count the lines again at the new width."""
        super().resizeEvent(event)
        self._grow()

    def changeEvent(self, event: QEvent) -> None:
        """Count the lines again at the new size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._grow()

    def _grow(self) -> None:
        lines = round(self.document().documentLayout().documentSize().height())
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOn if lines > _MOST_LINES else policy.ScrollBarAlwaysOff
        )
        lines = max(self._fewest, min(lines, _MOST_LINES))
        edges = 2 * (self.frameWidth() + round(self.document().documentMargin()))
        height = lines * self.fontMetrics().lineSpacing() + edges
        if height != self.minimumHeight():
            self.setFixedHeight(height)


def whole_width(editor: QWidget) -> QHBoxLayout:
    """Lay ``editor`` out as a row without margins and return the row."""
    row = QHBoxLayout(editor)
    row.setContentsMargins(0, 0, 0, 0)
    return row


def short(line: QWidget) -> None:
    """Make ``line`` as wide as a date or an amount needs."""
    line.setMinimumWidth(line.fontMetrics().averageCharWidth() * _DIGITS_WIDE)
