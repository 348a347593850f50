"""Spelling marks in a field of text, and the menu that mends a word."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtGui import QFocusEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QTextEdit

from drafter.ui.case.spelling import spelling_of
from drafter.ui.theme import problem_colour

if TYPE_CHECKING:
    from drafter.app.spelling import Spot
    from drafter.ui.case.spelling import Spelling

#: Milliseconds from the last key to the marks: they are for a pause, not for the middle of a word.
_MARK_AFTER: Final = 250
_LOOK_ANEW: Final = (QEvent.Type.FocusIn, QEvent.Type.FocusOut, QEvent.Type.Show, QEvent.Type.PaletteChange)


class SpellingMarks(QObject):
    """Underlines what is misspelt in one field.

    The marks are the field's extra selections: they are drawn over the text and are no part of it, so making
    them neither changes the document nor its undo.
    """

    def __init__(self, field: QPlainTextEdit) -> None:
        """Mark the words of ``field``, as soon as it is seen in a window that checks the spelling."""
        super().__init__(field)
        self._field = field
        self._spelling: Spelling | None = None
        self._typing = False
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(_MARK_AFTER)
        self._clock.timeout.connect(self.mark)
        field.textChanged.connect(self._typed)
        field.cursorPositionChanged.connect(self._moved)
        field.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look again when the field comes into sight or into use, and when its colours change."""
        if event.type() in _LOOK_ANEW:
            if isinstance(event, QFocusEvent):
                self._typing = False
            self._clock.start()
        if event.type() == QEvent.Type.FocusIn and (spelling := self.spelling()) is not None:
            spelling.prepare()
        return False

    def _typed(self) -> None:
        self._typing = self._field.hasFocus()
        self._clock.start()

    def _moved(self) -> None:
        if self._field.hasFocus():
            self._clock.start()

    def spelling(self) -> Spelling | None:
        """Return the spelling check of the field's window, None where it has none."""
        if self._spelling is None:
            self._spelling = spelling_of(self._field)
            if self._spelling is not None:
                self._spelling.learned.connect(self._learned)
        return self._spelling

    def _learned(self) -> None:
        if self._field.isVisible():
            self._clock.start()

    # --- marks ---------------------------------------------------------------------------------------

    def faults(self) -> list[Spot]:
        """Return the misspelt words of the field, as far as they are known by now."""
        spelling = self.spelling()
        return [] if spelling is None else spelling.faults(self._field.toPlainText())

    def mark(self) -> None:
        """Underline the misspelt words, but not the one that is being typed."""
        if not self._field.isVisible():
            return
        here = self._field.textCursor().position() if self._typing else -1
        marks = [self._marked(spot) for spot in self.faults() if spot.end != here]
        self._field.setExtraSelections(marks)

    def _marked(self, spot: Spot) -> QTextEdit.ExtraSelection:
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(problem_colour(self._field.palette()))
        mark = QTextEdit.ExtraSelection()
        mark.format = look
        mark.cursor = self._cursor(spot)
        return mark

    def _cursor(self, spot: Spot) -> QTextCursor:
        cursor = QTextCursor(self._field.document())
        before = self._field.toPlainText()[: spot.start]
        start = len(before.encode("utf-16-le")) // 2  # Qt counts a character beyond the first 65,536 as two
        cursor.setPosition(start)
        length = len(spot.word.encode("utf-16-le")) // 2
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        return cursor

    # --- mending -------------------------------------------------------------------------------------

    def mend_next(self) -> None:
        """Offer what may be meant by the misspelt word at the cursor, else by the next one after it."""
        spelling = self.spelling()
        if spelling is None or not spelling.on:
            return
        spelling.when_known(self._field.toPlainText(), self, lambda: self._offer_next(spelling))

    def _offer_next(self, spelling: Spelling) -> None:
        here = self._field.textCursor().position()
        cursors = [self._cursor(spot) for spot in self.faults()]
        ahead = (cursor for cursor in cursors if cursor.selectionEnd() >= here)
        cursor = next(ahead, next(iter(cursors), None))
        if cursor is None:
            spelling.told.emit("No word is misspelt in this text.")
            return
        self._field.setTextCursor(cursor)
        self._field.ensureCursorVisible()
        below = self._field.cursorRect().bottomLeft()
        self.offer(cursor, self._field.viewport().mapToGlobal(below), QMenu(self._field))

    def faulted_at(self, position: int) -> QTextCursor | None:
        """Return the misspelt word at a position of the document, None where there is none."""
        cursors = map(self._cursor, self.faults())
        return next((one for one in cursors if one.selectionStart() <= position <= one.selectionEnd()), None)

    def offer(self, word: QTextCursor, place: QPoint, menu: QMenu) -> None:
        """Show ``menu`` at ``place``, in a moment, with what may be meant by ``word`` before all else."""
        spelling = self.spelling()
        if spelling is not None:
            written = word.selectedText()
            spelling.suggest(written, self, lambda found: self._show(spelling, word, place, menu, found))

    def _show(
        self, spelling: Spelling, word: QTextCursor, place: QPoint, menu: QMenu, found: tuple[str, ...]
    ) -> None:
        first = menu.actions()[0] if menu.actions() else None
        written = word.selectedText()
        entries = QMenu(menu)
        for suggestion in found:
            entries.addAction(suggestion).triggered.connect(lambda *_, one=suggestion: self._mend(word, one))
        if not found:
            entries.addAction("No suggestion").setEnabled(False)
        entries.addSeparator()
        entries.addAction(f"&Add “{written}” to my words").triggered.connect(lambda: spelling.add(written))
        entries.addSeparator()
        if first is None:
            menu.addActions(entries.actions())
        else:
            menu.insertActions(first, entries.actions())
        menu.setAccessibleName(f"Spelling of “{written}”")
        if found or first is None:
            menu.setActiveAction(menu.actions()[0])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _mend(self, word: QTextCursor, written: str) -> None:
        word.insertText(written)
        self._field.setTextCursor(word)
