"""Editors of what is chosen: yes or no, one of a few options, one of many."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QCompleter,
    QLineEdit,
    QRadioButton,
    QToolButton,
    QWidget,
)

from drafter.core.kinds import Choice
from drafter.ui.editors.base import Editor, keep_keys, keep_wheel
from drafter.ui.editors.text import whole_width

if TYPE_CHECKING:
    from drafter.core.answers import Answer
    from drafter.core.question import Question

_NARROWEST: Final = 160
#: Letters for which a list of options has room at most.
_MOST: Final = 60
NOTHING: Final = "–"  # what a list shows for "no answer"


class YesNoEditor(Editor):
    """Two buttons, of which neither is pressed at first; Y and N choose, Delete takes the choice back."""

    def __init__(self, question: Question[Any]) -> None:
        """Make the buttons."""
        super().__init__(question)
        self.yes, self.no = QRadioButton("Yes", self), QRadioButton("No", self)
        self.clear = QToolButton(self)
        self.clear.setText("Clear")
        self.clear.setAutoRaise(True)
        self.clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Delete does the same, one Tab less
        self.clear.setAccessibleName(f"Clear: {question.ask}")
        self.clear.setToolTip("Take the answer back (Delete)")
        self.clear.clicked.connect(lambda: self._choose(None))
        self._group = QButtonGroup(self)
        row = whole_width(self)
        row.setSpacing(18)
        for button, word in ((self.yes, "Yes"), (self.no, "No")):
            button.setAccessibleName(f"{question.ask}: {word}")
            button.installEventFilter(self)
            keep_keys(button)
            self._group.addButton(button)
            row.addWidget(button)
        row.addWidget(self.clear)
        row.addStretch(1)
        self._group.buttonToggled.connect(self._toggled)
        self._shown = False
        self.clear.setVisible(False)

    def raw(self) -> object:
        """Return True, False, or None while neither is chosen."""
        return True if self.yes.isChecked() else False if self.no.isChecked() else None

    def show_answer(self, answer: Answer | None) -> None:
        """Press the button of ``answer``, or neither."""
        self._shown = True
        self._press(None if answer is None or answer.unknown else bool(answer.value))
        self._shown = False

    def fields(self) -> tuple[QWidget, ...]:
        """Return both buttons."""
        return (self.yes, self.no)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Read the keys that choose."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            chosen = {Qt.Key.Key_Y: True, Qt.Key.Key_N: False}
            if event.key() in chosen and not event.modifiers():
                self._choose(chosen[Qt.Key(event.key())])
                return True
            if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
                self._choose(None)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.advance.emit()
                return True
        return super().eventFilter(watched, event)

    def _choose(self, choice: bool | None) -> None:
        had_focus = self.yes.hasFocus() or self.no.hasFocus()
        self._press(choice)
        if had_focus:
            (self.no if choice is False else self.yes).setFocus()
        if choice is None:
            self._report()

    def _press(self, choice: bool | None) -> None:
        self._group.setExclusive(False)
        self.yes.setChecked(choice is True)
        self.no.setChecked(choice is False)
        self._group.setExclusive(True)
        self.clear.setVisible(choice is not None)

    def _toggled(self, _button: QRadioButton, pressed: bool) -> None:
        if pressed and not self._shown:
            self.clear.setVisible(True)
            self._report()

    def _report(self) -> None:
        self.edited.emit()
        self.settled.emit()


class ChoiceEditor(Editor):
    """A short list of options, the first of which takes the answer back."""

    def __init__(self, question: Question[Any]) -> None:
        """Fill the list."""
        super().__init__(question)
        self.box = options_box(question.kind, self)
        self.box.activated.connect(self._report)
        row = whole_width(self)
        row.addWidget(self.box)
        row.addStretch(1)

    def raw(self) -> object:
        """Return the stored word of the option, empty for none."""
        return str(self.box.currentData() or "")

    def show_answer(self, answer: Answer | None) -> None:
        """Show the option of ``answer``."""
        word = "" if answer is None or answer.unknown else answer.stored
        self.box.setCurrentIndex(max(0, self.box.findData(word)))

    def fields(self) -> tuple[QWidget, ...]:
        """Return the list."""
        return (self.box,)

    def _report(self) -> None:
        self.edited.emit()
        self.settled.emit()


class LongChoiceEditor(Editor):
    """A long list in which typing any part of an option's name finds it."""

    def __init__(self, question: Question[Any]) -> None:
        """Fill the list and make it searchable."""
        super().__init__(question)
        self.box = options_box(question.kind, self)
        self.box.setItemText(0, "")
        self.line = QLineEdit(self.box)
        self.box.setLineEdit(self.line)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.line.setPlaceholderText("Type a part of the name, or open the list")
        self.line.textEdited.connect(self.edited)
        self.line.returnPressed.connect(self.advance)
        keep_keys(self.line)
        completer = QCompleter(self.box.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.box.setCompleter(completer)
        completer.activated.connect(self._report)
        self.box.activated.connect(self._report)
        whole_width(self).addWidget(self.box)

    def raw(self) -> object:
        """Return the stored word of the option whose name is typed, else the typed text itself."""
        typed = self.box.currentText()
        found = self.box.findText(typed, Qt.MatchFlag.MatchFixedString)
        return str(self.box.itemData(found) or "") if found > 0 else typed

    def show_answer(self, answer: Answer | None) -> None:
        """Show the name of the option of ``answer``."""
        word = "" if answer is None or answer.unknown else answer.stored
        self.box.setCurrentIndex(max(0, self.box.findData(word)))
        self.line.setText(self.box.itemText(self.box.currentIndex()))
        self.line.setCursorPosition(0)

    def show_typed(self, typed: object) -> bool:
        """Show a name that no option has."""
        self.line.setText(str(typed))
        return True

    def tidy(self, answer: Answer) -> None:
        """Show the option's whole name."""
        self.show_answer(answer)

    def fields(self) -> tuple[QWidget, ...]:
        """Return the list."""
        return (self.box,)

    def explain(self, _message: str) -> str:
        """Say it without naming dozens of options."""
        typed = self.box.currentText()
        return f"“{typed}” is not in the list; type a part of the name and choose from what is found."

    def describe(self, description: str) -> None:
        """Name the line inside the list as well."""
        super().describe(description)
        self.line.setAccessibleName(self.question.ask)
        self.line.setAccessibleDescription(description)

    def _report(self) -> None:
        self.edited.emit()
        self.settled.emit()


def options_box(kind: object, parent: QWidget) -> QComboBox:
    """Return a list with an empty first line and the options of the choice ``kind``."""
    box = QComboBox(parent)
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumWidth(
        _NARROWEST
    )  # with large text the choice is cut, not the form; the list shows it whole
    box.addItem(NOTHING, "")
    if isinstance(kind, Choice):
        for word, label in kind.options:
            box.addItem(label, word)
        metrics = box.fontMetrics()  # Qt counts in letters X, which are wider than most
        longest = max((metrics.horizontalAdvance(label) for _, label in kind.options), default=0)
        box.setMinimumContentsLength(min(longest // metrics.horizontalAdvance("X") + 1, _MOST))
    keep_wheel(box)
    keep_keys(box)
    return box
