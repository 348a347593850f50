"""Editors of what has parts: a person's name, an address."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from drafter.ui.editors.base import Editor, line_edit
from drafter.ui.labels import SMALL
from drafter.ui.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from drafter.core.answers import Answer
    from drafter.core.question import Question


class PartsEditor(Editor):
    """Several lines in one row, each under its own small heading."""

    #: Key of the part, its heading, its share of the width.
    parts: ClassVar[tuple[tuple[str, str, int], ...]] = ()

    def __init__(self, question: Question[Any]) -> None:
        """Make a line for each part."""
        super().__init__(question)
        self.lines: dict[str, QLineEdit] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(1)
        for place, (key, heading, share) in enumerate(self.parts):
            line = line_edit(self)
            line.setAccessibleName(f"{question.ask}: {heading}")
            label = Words(heading, share=SMALL, muted=True)
            label.setBuddy(line)
            grid.addWidget(label, 0, place)
            grid.addWidget(line, 1, place)
            grid.setColumnStretch(place, share)
            self.lines[key] = line

    def raw(self) -> object:
        """Return the parts, or an empty text when none is written."""
        typed = {key: line.text() for key, line in self.lines.items()}
        return typed if any(text.strip() for text in typed.values()) else ""

    def show_answer(self, answer: Answer | None) -> None:
        """Show the parts of ``answer``."""
        known = answer is not None and not answer.unknown
        stored = answer.stored if answer is not None and known else None
        parts: Mapping[str, object] = stored if isinstance(stored, dict) else {}
        for key, line in self.lines.items():
            text = str(parts.get(key) or "")
            if text != line.text():
                line.setText(text)
                line.setCursorPosition(0)

    def show_typed(self, typed: object) -> bool:
        """Show parts that could not be read together."""
        if not isinstance(typed, dict):
            return False
        for key, line in self.lines.items():
            line.setText(str(typed.get(key) or ""))
        return True

    def fields(self) -> tuple[QWidget, ...]:
        """Return the lines."""
        return tuple(self.lines.values())


class PersonEditor(PartsEditor):
    """A person's name."""

    parts = (
        ("given", "Given and middle names", 5),
        ("family", "Family name", 5),
        ("suffix", "Suffix (Jr., III)", 3),
    )


class AddressEditor(PartsEditor):
    """A postal address in the United States."""

    parts = (("street", "Street", 8), ("city", "City", 5), ("state", "State", 2), ("postal_code", "ZIP", 3))
