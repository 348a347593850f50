"""The editor of a list: a table that is typed into like a spreadsheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from drafter.core.rows import ListOf
from drafter.ui.editors.base import Editor
from drafter.ui.editors.rows_model import RowsModel
from drafter.ui.editors.rows_view import RowsView
from drafter.ui.words import Told
from drafter.ui.wrapping import WrappingRow

if TYPE_CHECKING:
    from drafter.core.answers import Answer
    from drafter.core.question import Question

_KEYS: Final = (
    "Enter types into a cell and goes on to the row below, Tab goes on to the next cell;"
    " Alt+Insert inserts a row, Ctrl+Delete removes it, Alt+Up and Alt+Down move it,"
    " Ctrl+Z takes a change back, Ctrl+V pastes cells"
)


class ListEditor(Editor):
    """A table with an empty row always at its end, and buttons for its rows."""

    def __init__(self, question: Question[Any]) -> None:
        """Make the table."""
        super().__init__(question)
        if not isinstance(question.kind, ListOf):
            raise TypeError(question.id)
        self.model = RowsModel(question.kind, self)
        self.view = RowsView(self.model, self)
        self.told = Told()
        self.undo_button = self._button(
            "Undo", "Take the last change of the table back (Ctrl+Z)", self.view.undo
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.view, 1)
        column.addWidget(self.told)
        column.addLayout(self._buttons())
        self.model.edited.connect(self._edit)
        self.view.refused.connect(self.told.tell)
        self.view.advance.connect(self.advance)

    def _buttons(self) -> WrappingRow:
        self.undo_button.setEnabled(False)
        return WrappingRow(
            self._button("Insert row", "Insert a row above this one (Alt+Insert)", self.view.insert_row),
            self._button("Remove row", "Remove this row (Ctrl+Delete)", self.view.remove_rows),
            self._button("Move up", "Move this row up (Alt+Up)", lambda: self.view.move_row(-1)),
            self._button("Move down", "Move this row down (Alt+Down)", lambda: self.view.move_row(1)),
            self.undo_button,
        )

    def _button(self, text: str, tip: str, do: Any) -> QToolButton:  # noqa: ANN401 - any slot
        button = QToolButton()
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(f"{text}: {self.question.ask}")
        button.setAutoRaise(True)
        button.setFocusPolicy(
            Qt.FocusPolicy.NoFocus
        )  # each has its key in the table, so Tab need not stop here
        button.clicked.connect(do)
        return button

    def _edit(self) -> None:
        self.told.tell("")
        self.undo_button.setEnabled(self.model.can_undo)
        self.edited.emit()

    def raw(self) -> object:
        """Return the rows; a cell that cannot be read is left out and named by :meth:`faults`."""
        return self.model.raw()

    def faults(self) -> tuple[str, ...]:
        """Return a sentence for each cell that cannot be read, except the one being typed into."""
        return self.model.faults(skip=self.view.typing_in())

    def show_answer(self, answer: Answer | None) -> None:
        """Show the rows of ``answer``."""
        self.model.show(() if answer is None or answer.unknown else answer.value)
        self.undo_button.setEnabled(self.model.can_undo)

    def half_typed(self) -> object | None:
        """Return the texts of all cells where one of them cannot be read."""
        return self.model.texts() if self.model.faults() else None

    def show_typed(self, typed: object) -> bool:
        """Show the texts of all cells again."""
        return self.model.show_texts(typed)

    def fields(self) -> tuple[QWidget, ...]:
        """Return the table."""
        return (self.view,)

    def describe(self, description: str) -> None:
        """Tell the keys of the table as well."""
        super().describe(f"{description} {_KEYS}.".strip())
