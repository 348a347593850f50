"""What every editor of an answer can do, and the habits that their fields share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTableView, QWidget

if TYPE_CHECKING:
    from drafter.core.answers import Answer
    from drafter.core.question import Question

#: Keys of the program that some systems' text fields would take for editing (Ctrl+U deletes the line on X11).
_OURS: Final = tuple(
    QKeySequence(keys)
    for keys in (
        "Ctrl+U",
        "Ctrl+E",
        "Ctrl+D",
        "Ctrl+Shift+D",
        "Ctrl+N",
        "Ctrl+W",
        "Ctrl+PgDown",
        "Ctrl+PgUp",
        "Ctrl+K",
        "Ctrl+H",
        "Ctrl+Y",
    )
)
_UNDO: Final = QKeySequence.StandardKey.Undo
_REDO: Final = QKeySequence.StandardKey.Redo


class Editor(QWidget):
    """A widget in which one answer is typed.

    ``edited`` is sent on every change that a person makes, ``settled`` when that change is complete at once
    (a choice from a list), ``advance`` when the person asks for the next question.  An editor never parses:
    it hands on :meth:`raw` and shows what it is told.
    """

    edited = Signal()
    settled = Signal()
    advance = Signal()

    def __init__(self, question: Question[Any]) -> None:
        """Make an empty editor for ``question``."""
        super().__init__()
        self.question = question

    def raw(self) -> object:
        """Return what is typed, as :meth:`drafter.core.kinds.Kind.parse` reads it."""
        raise NotImplementedError

    def show_answer(self, answer: Answer | None) -> None:
        """Show ``answer`` in place of what is typed, without telling that anything was edited."""
        raise NotImplementedError

    def show_typed(self, _typed: object) -> bool:
        """Show what was typed before and could not be read; return False where there is no way."""
        return False

    def half_typed(self) -> object | None:
        """Return what is typed and cannot be read although :meth:`raw` can, None for nothing such."""
        return None

    def fields(self) -> tuple[QWidget, ...]:
        """Return the fields that take the keyboard, in the order in which they are seen."""
        raise NotImplementedError

    def tidy(self, answer: Answer) -> None:
        """Show ``answer``, which has just been read from this editor, in its usual form."""

    def faults(self) -> tuple[str, ...]:
        """Return what is typed here and cannot be read although :meth:`raw` can."""
        return ()

    def explain(self, message: str) -> str:
        """Return ``message``, the kind's own, as it is best told beside this editor."""
        return message

    def describe(self, description: str) -> None:
        """Tell assistive technology the question and the help that belong to the fields."""
        for field in self.fields():
            if not field.accessibleName():
                field.setAccessibleName(self.question.ask)
            field.setAccessibleDescription(description)


class LineEditor(Editor):
    """The base of editors that are one line of text."""

    def __init__(self, question: Question[Any]) -> None:
        """Make the line; subclasses lay it out."""
        super().__init__(question)
        self.line = line_edit(self)

    def raw(self) -> object:
        """Return the line."""
        return self.line.text()

    def show_answer(self, answer: Answer | None) -> None:
        """Show the answer as its kind shows it."""
        known = answer is not None and not answer.unknown
        text = self.question.kind.show(answer.value) if answer is not None and known else ""
        if text != self.line.text():
            self.line.setText(text)
            self.line.setCursorPosition(0)

    def show_typed(self, typed: object) -> bool:
        """Show a line that could not be read."""
        if not isinstance(typed, str):
            return False
        self.line.setText(typed)
        return True

    def fields(self) -> tuple[QWidget, ...]:
        """Return the line."""
        return (self.line,)


def line_edit(editor: Editor) -> QLineEdit:
    """Return a line of text that reports to ``editor``."""
    line = QLineEdit(editor)
    line.textEdited.connect(editor.edited)
    line.returnPressed.connect(editor.advance)
    line.editingFinished.connect(lambda: _end_typing(line))
    keep_keys(line)
    return line


def _end_typing(line: QLineEdit) -> None:
    """Let what was typed before the field was left be a step of the case, no longer of the field."""
    if line.isUndoAvailable() or line.isRedoAvailable():
        place = line.cursorPosition()
        line.setText(line.text())  # which empties Qt's own list of what to undo
        line.setCursorPosition(place)


def field_with_past(widget: QWidget | None, slot: str) -> QWidget | None:
    """Return the field or table at ``widget`` that has something of its own to ``slot``, None for none.

    ``slot`` is "undo" or "redo".  A cell that is typed into belongs to its table.
    """
    while widget is not None:
        past: object = False
        if isinstance(widget, QLineEdit):
            past = widget.isUndoAvailable() if slot == "undo" else widget.isRedoAvailable()
        elif isinstance(widget, QPlainTextEdit):
            document = widget.document()
            past = document.isUndoAvailable() if slot == "undo" else document.isRedoAvailable()
        elif isinstance(widget, QTableView):
            past = getattr(widget.model(), f"can_{slot}", False)
        if past:
            return widget
        widget = widget.parentWidget()
    return None


class _KeyKeeper(QObject):
    """Leaves the program's own keys to its menus and shortcuts."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Refuse the field's claim on a key of ours, so that the shortcut gets it."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        slot = "undo" if event.matches(_UNDO) else "redo" if event.matches(_REDO) else ""
        if slot and isinstance(watched, QWidget) and field_with_past(watched, slot) is watched:
            return False
        if not slot and QKeySequence(event.keyCombination()) not in _OURS:
            return False
        event.ignore()
        return True


class _WheelKeeper(QObject):
    """Leaves the mouse wheel to the form as long as the field is not the one in use."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Refuse wheel turns for a field without the keyboard focus."""
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False


def keep_keys(field: QWidget) -> None:
    """Keep the program's shortcuts working while ``field`` has the keyboard."""
    field.installEventFilter(_shared(_KeyKeeper))


def keep_wheel(field: QWidget) -> None:
    """Keep the mouse wheel from changing ``field`` while it is only scrolled past."""
    field.installEventFilter(_shared(_WheelKeeper))


def _shared(kind: type[QObject]) -> QObject:
    application = QApplication.instance()
    if application is None:
        raise RuntimeError("An editor needs a running application")
    found = application.findChild(kind)
    return kind(application) if found is None else found
