"""The few small windows: what is asked or told in passing, the list of keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QInputDialog,
    QListWidget,
    QMessageBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from drafter.ui.settings import sized
from drafter.ui.tables import reading_table
from drafter.ui.words import Words
from drafter.ui.wrapped_list import wrap_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import QAction

    from drafter.law.changes import LawChange

#: Keys that work inside the form and stand in no menu.
_FORM_KEYS: Final = (
    ("Enter", "Go to the next question"),
    ("Ctrl+Return", "Go to the next question from a text of several paragraphs"),
    ("Ctrl+U", "This fact is unknown and must be obtained"),
    ("Ctrl+E", "Add where the record proves this fact"),
    ("Shift+F1", "Why this is asked, and what calls for it"),
    ("F4", "In a long text: the next misspelt word, and what may be meant"),
    ("Alt+Down", "Open the calendar of a date or the list of a choice"),
    ("Y, N, Delete", "Yes, no, no answer"),
    ("Tab, Shift+Tab", "In a list, while a cell is typed into: the next or the previous cell"),
    ("Enter, Shift+Enter", "In a list: type into the cell; then the row below or above"),
    ("Alt+Ins", "In a list: insert a row"),
    ("Ctrl+Del", "In a list: remove the rows of the chosen cells"),
    ("Alt+Up, Alt+Down", "In a list: move the row"),
    ("Ctrl+C, Ctrl+X, Ctrl+V", "In a list: copy, cut and paste cells, also from and to a spreadsheet"),
    ("Ctrl+Z", "In a list: take the last change back, removed rows too"),
    ("Escape", "In a list: leave the cell as it was before"),
    ("F6", "The next pane: sections, questions, preview"),
    ("Escape", "In the law: the page before, or back to the question"),
)


def shortcuts_dialog(parent: QWidget, actions: Iterable[QAction]) -> QDialog:
    """Return the list of all keys: those of ``actions`` and those of the form."""
    table = _table(key_rows(actions))
    dialog = _dialog(parent, "Keyboard shortcuts", table)
    sized(dialog, 560, 520)
    table.setFocus()
    return dialog


def key_rows(actions: Iterable[QAction]) -> list[tuple[str, str]]:
    """Return each key and what it does: those of ``actions``, then those of the form."""
    rows = [
        (action.shortcut().toString(QKeySequence.SequenceFormat.NativeText), action.text().replace("&", ""))
        for action in actions
        if not action.shortcut().isEmpty()
    ]
    return [*rows, *_FORM_KEYS]


def law_changes_dialog(parent: QWidget, heading: str, changes: Sequence[LawChange]) -> QDialog:
    """Return the list of what has changed in the law, each change in a sentence with its source."""
    rows = QListWidget()
    rows.setAccessibleName("What changed in the law")
    wrap_lines(rows)
    for one in changes:
        rows.addItem(f"{one.says}\nSource: {'; '.join(one.source)}" if one.source else one.says)
    rows.setCurrentRow(0)
    dialog = _dialog(parent, "What changed in the law", Words(heading), rows)
    sized(dialog, 680, 480)
    rows.setFocus()
    return dialog


def ask_title(parent: QWidget, heading: str, before: str = "") -> str | None:
    """Ask for the title of a case; None when the person does not want to after all."""
    asked = "Title of the case, for example United States v. Doe:"
    title, given = QInputDialog.getText(parent, heading, asked, text=before)
    return title.strip() if given else None


def may_delete(parent: QWidget, title: str) -> bool:
    """Ask whether the case ``title`` shall go into the trash; the answer at hand is no."""
    button = QMessageBox.StandardButton
    asked = f"Put “{title}” into the trash? It can be taken back from there for 30 days."
    answer = QMessageBox.question(parent, "Delete case", asked, button.Yes | button.No, button.No)
    return answer == button.Yes


def warn(parent: QWidget, message: str) -> None:
    """Tell what went wrong, once at a time; the person goes on when it is read."""
    if any(box.text() == message for box in parent.findChildren(QMessageBox)):
        return
    close = QMessageBox.StandardButton.Close
    box = QMessageBox(QMessageBox.Icon.Warning, "drafter", message, close, parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()


def _dialog(parent: QWidget, title: str, *parts: QWidget) -> QDialog:
    """A window of ``parts``, of which the last takes the room, with a button that closes it."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    column = QVBoxLayout(dialog)
    for part in parts:
        column.addWidget(part, int(part is parts[-1]))
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)  # after them, also for Tab
    buttons.rejected.connect(dialog.reject)
    column.addWidget(buttons)
    return dialog


def _table(rows: list[tuple[str, str]]) -> QTableWidget:
    table = reading_table("Keyboard shortcuts", ("Keys", "What they do"), (1,))
    table.setRowCount(len(rows))
    for place, cells in enumerate(rows):
        for column, text in enumerate(cells):
            item = QTableWidgetItem(text)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ": ".join(cells))
            table.setItem(place, column, item)
    table.resizeRowsToContents()
    return table
