"""Editors of what is simply written: a line, paragraphs, a number, an amount of money."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from drafter.app.pasting import tidied
from drafter.app.spelling import count_words
from drafter.core.kinds import Number
from drafter.ui.case.text_blocks import offer_blocks
from drafter.ui.editors.base import Editor, LineEditor, keep_keys
from drafter.ui.editors.spelt import SpellingMarks
from drafter.ui.labels import SMALL
from drafter.ui.words import Words

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
    """Paragraphs of text, in a field that grows with them; its words are counted while it is in use."""

    def __init__(self, question: Question[Any]) -> None:
        """Make the field."""
        super().__init__(question)
        self.text = Paragraphs(self)
        self.text.textChanged.connect(self._tell)
        self.text.next_asked.connect(self.advance)
        self._shown = False
        self.count = Words(share=SMALL, muted=True)
        self.text.textChanged.connect(self._count)
        self.text.used.connect(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addWidget(self.text)
        column.addWidget(self.count, 0, Qt.AlignmentFlag.AlignRight)
        self._count()

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

    def _count(self) -> None:
        """Tell the number of words; the line keeps its room, or the page would jump as the keyboard moves."""
        number = count_words(self.text.toPlainText()) if self.text.hasFocus() else 0
        words = "1 word" if number == 1 else f"{number:,} words"
        self.count.setText(words if number else " ")


class TidyText(QPlainTextEdit):
    """Paragraphs of text that tidy what is pasted into them; Tab leaves the field."""

    def __init__(self, parent: QWidget) -> None:
        """Make an empty field."""
        super().__init__(parent)
        self.setTabChangesFocus(True)

    def selected(self) -> str:
        """Return the selected text, empty where nothing is selected."""
        return _plain(self.textCursor())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste what is on the clipboard and tidy it; the first Undo gives back what was pasted."""
        start = self.textCursor().selectionStart()
        super().insertFromMimeData(source)
        pasted = QTextCursor(self.textCursor())
        pasted.setPosition(start, QTextCursor.MoveMode.KeepAnchor)
        raw = _plain(pasted)
        tidy = tidied(raw, self.knows)
        if tidy != raw:
            pasted.insertText(tidy)
            self.ensureCursorVisible()

    def knows(self, _word: str) -> bool:
        """Whether a word is known to be spelt so, as far as the field can tell."""
        return False


class Paragraphs(TidyText):
    """A field of text as high as what it holds, between ``fewest`` lines and sixteen.

    Ctrl+Enter asks for the next question; where ``one_paragraph`` is True, Enter alone does.  ``used`` is
    sent when the keyboard comes and goes.  F4 offers what may be meant by the next misspelt word.
    """

    next_asked = Signal()
    used = Signal()

    def __init__(self, parent: QWidget, *, fewest: int = _FEWEST_LINES, one_paragraph: bool = False) -> None:
        """Make an empty field."""
        super().__init__(parent)
        self._fewest = fewest
        self.one_paragraph = one_paragraph
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        keep_keys(self)
        self.marks = SpellingMarks(self)
        self._grow()

    def knows(self, word: str) -> bool:
        """Whether the spelling check knows ``word`` by now."""
        spelling = self.marks.spelling()
        return spelling is not None and spelling.knows(word)

    def insert_block(self, text: str) -> None:
        """Put ``text`` in place of what is selected, else at the cursor, as one step of undo."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.insertText(f"{text} ")
        cursor.deletePreviousChar()  # or Qt takes what is typed next for a part of the same step
        cursor.endEditBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the usual menu with that of text blocks, on a misspelt word with what may be meant by it."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        cursor = self.textCursor() if by_key else self.cursorForPosition(event.pos())
        word = self.marks.faulted_at(cursor.position())
        menu = self.createStandardContextMenu()
        offer_blocks(self, menu)
        if word is None:
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(event.globalPos())
        else:
            self.marks.offer(word, event.globalPos(), menu)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the field is in use."""
        super().focusInEvent(event)
        self.used.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field is no longer in use."""
        super().focusOutEvent(event)
        self.used.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read the key that goes to the next question; everything else is text."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and (self.one_paragraph or event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            self.next_asked.emit()
            return
        if event.key() == Qt.Key.Key_F4 and not event.modifiers():
            self.marks.mend_next()
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


def _plain(cursor: QTextCursor) -> str:
    """The selected text; Qt gives the ends of its paragraphs as a character of their own."""
    return cursor.selectedText().replace("\N{PARAGRAPH SEPARATOR}", "\n").replace("\N{LINE SEPARATOR}", "\n")


def whole_width(editor: QWidget) -> QHBoxLayout:
    """Lay ``editor`` out as a row without margins and return the row."""
    row = QHBoxLayout(editor)
    row.setContentsMargins(0, 0, 0, 0)
    return row


def short(line: QWidget) -> None:
    """Make ``line`` as wide as a date or an amount needs."""
    line.setMinimumWidth(line.fontMetrics().averageCharWidth() * _DIGITS_WIDE)
