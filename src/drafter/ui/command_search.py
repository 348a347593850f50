"""One line that finds commands, sections, questions and cases; Enter goes there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QListWidget, QMenu, QVBoxLayout

from drafter.app.finding import rank, words_of
from drafter.ui.settings import sized
from drafter.ui.words import Words, announce

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from PySide6.QtCore import QEvent

    from drafter.app.lines import CaseLine
    from drafter.ui.case.case_page import CasePage

_SHOWN_AT_MOST: Final = 60
_LIST_KEYS: Final = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


@dataclass(frozen=True, slots=True)
class Goal:
    """Where one can go: its ``kind`` and ``label`` are shown, ``more`` is searched too, ``go`` goes there."""

    kind: str
    label: str
    more: str
    go: Callable[[], object]


def commands(actions: Iterable[QAction], above: str = "") -> Iterator[Goal]:
    """Yield the commands that can be given now, those of submenus included."""
    for action in actions:
        text = action.text().partition("\t")[0].replace("&", "")
        menu = action.menu()
        if isinstance(menu, QMenu):
            yield from commands(menu.actions(), f"{text}: ")
        elif text and action.isEnabled():
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            yield Goal("Command", f"{above}{text}", keys, action.trigger)


def places(page: CasePage) -> Iterator[Goal]:
    """Yield the sections of the open case and the questions that are asked now."""
    asked = {question.id for question in page.session.flow.shown}
    for place, section in enumerate(page.session.sections):
        yield Goal("Section", section.title, section.id, lambda place=place: page.step(place - page.place))  # type: ignore[misc]
        for question in section:
            if question.id in asked:
                more = f"{question.id} {question.help}"
                yield Goal("Question", question.ask, more, lambda name=question.id: page.go_to(name))  # type: ignore[misc]


def cases(lines: Iterable[CaseLine], go: Callable[[int], object]) -> Iterator[Goal]:
    """Yield the cases."""
    for line in lines:
        more = " · ".join(text for text in (line.movant, line.court) if text)
        yield Goal("Case", line.title, more, lambda case=line.id: go(case))  # type: ignore[misc]


class CommandSearch(QDialog):
    """The line and under it what it finds; the keyboard stays in the line."""

    def __init__(self, parent: QObject, goals: Sequence[Goal]) -> None:
        """Search in ``goals``."""
        super().__init__(parent)  # type: ignore[arg-type]
        self.setWindowTitle("Find a command, section, question or case")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._goals = goals
        self.found: list[Goal] = []
        self.line = QLineEdit()
        self.line.setPlaceholderText("Command, section, question or case")
        self.line.setAccessibleName("Find a command, section, question or case")
        self.line.setAccessibleDescription("Up and Down choose among what is found, Enter goes there.")
        self.list = QListWidget()
        self.list.setAccessibleName("What is found")
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.told = Words(muted=True)
        column = QVBoxLayout(self)
        for widget in (self.line, self.list, self.told):
            column.addWidget(widget)
        self.line.textChanged.connect(self._search)
        self.line.installEventFilter(self)
        self.list.itemActivated.connect(self._go)
        self.list.currentTextChanged.connect(lambda text: announce(self.list, text))
        sized(self, 620, 440)
        self._search("")
        self.line.setFocus()

    def _search(self, typed: str) -> None:
        words = words_of(typed)
        ranked = [
            (place, goal) for goal in self._goals if (place := rank(words, goal.label, goal.more)) is not None
        ]
        every = [goal for _, goal in sorted(ranked, key=lambda one: one[0])]
        self.found = every[:_SHOWN_AT_MOST]
        self.list.clear()
        for goal in self.found:
            beside = f"   {goal.more}" if goal.more and goal.kind in {"Command", "Case"} else ""
            self.list.addItem(f"{goal.kind}: {goal.label}{beside}")
        self.list.setCurrentRow(0)
        hidden = len(every) - len(self.found)
        self.told.setText(
            "Nothing has these words."
            if not every
            else f"{hidden} more; type another word."
            if hidden
            else ""
        )
        self.told.setVisible(bool(self.told.text()))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let the arrows move in the list and Enter go, while the keyboard is in the line."""
        if not isinstance(event, QKeyEvent) or event.type() != QKeyEvent.Type.KeyPress:
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go()
            return True
        if event.key() in _LIST_KEYS:
            QApplication.sendEvent(self.list, event)
            return True
        return False

    def _go(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self.found):
            self.accept()
            QTimer.singleShot(0, self.found[row].go)  # once this window has given the keyboard back
