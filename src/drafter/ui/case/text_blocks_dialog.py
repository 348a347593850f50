"""The text blocks of the library: one is found, read and inserted; others are written, changed, deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from drafter.app.text_blocks import LONGEST_TEXT, TextBlock, TextBlocks, matching
from drafter.errors import DrafterError
from drafter.practice.checks.blanks_left import blanks
from drafter.ui.editors.text import TidyText
from drafter.ui.manual import help_key
from drafter.ui.settings import sized
from drafter.ui.words import Told, Words, announce
from drafter.ui.wrapped_list import wrap_lines

if TYPE_CHECKING:
    pass

_PAGE: Final = "text-blocks"
_LIST_KEYS: Final = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)
_NONE_YET: Final = "There is no text block yet. “New…” keeps a piece of text for all cases."
_SELECTED: Final = " Words that were selected in the answer are in it already."


class TextBlocksDialog(QDialog):
    """``chosen`` carries the block that is to be inserted; what else is done here is stored at once."""

    chosen = Signal(object)

    def __init__(
        self, parent: QWidget, blocks: TextBlocks, selected: str = "", *, into_text: bool = True
    ) -> None:
        """List ``blocks``; a new one begins with the text ``selected``.

        ``into_text`` is False where there is no text into which one could be inserted.
        """
        super().__init__(parent)
        self._blocks, self._selected = blocks, selected
        self._all: tuple[TextBlock, ...] = ()
        self.found: tuple[TextBlock, ...] = ()
        self.setWindowTitle("Text blocks")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        help_key(self, _PAGE)
        self.line, self.list, self.text = QLineEdit(), QListWidget(), QPlainTextEdit()
        self.state, self.told = Words(muted=True), Told()
        self.box = QDialogButtonBox()
        self.new, self.change, self.delete = (
            QPushButton(words) for words in ("&New…", "C&hange…", "&Delete…")
        )
        self.insert = self.box.addButton("&Insert", QDialogButtonBox.ButtonRole.AcceptRole)
        self.insert.setVisible(into_text)
        self._into_text = into_text
        self.close_button = self.box.addButton(QDialogButtonBox.StandardButton.Close)
        self._lay_out()
        self._connect()
        self.told.attempt(self._list)
        (self.line if self.list.count() else self.new).setFocus()

    def _lay_out(self) -> None:
        for widget, name in (
            (self.line, "Find a text block"),
            (self.list, "Text blocks"),
            (self.text, "Text of the chosen block"),
        ):
            widget.setAccessibleName(name)
        self.line.setPlaceholderText("A word of its name or text")
        enter = "Enter inserts it" if self._into_text else "Enter changes it"
        self.line.setAccessibleDescription(f"Up and Down choose among what is found, {enter}.")
        wrap_lines(self.list)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        grid = QGridLayout()
        for column, (words, field) in enumerate((("&Blocks:", self.list), ("&Text:", self.text))):
            label = QLabel(words)
            label.setBuddy(field)
            grid.addWidget(label, 0, column)
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, 2 + column)
        find = QLabel("&Find:")
        find.setBuddy(self.line)
        top, row = QHBoxLayout(), QHBoxLayout()
        top.addWidget(find)
        top.addWidget(self.line, 1)
        for button in (self.new, self.change, self.delete):
            row.addWidget(button)
        row.addStretch()
        row.addWidget(self.box)
        for button in (self.new, self.change, self.delete, self.close_button):
            button.setAutoDefault(False)
        (self.insert if self._into_text else self.change).setDefault(True)
        self._enable(False)
        column_of_all = QVBoxLayout(self)
        column_of_all.addLayout(top)
        column_of_all.addLayout(grid, 1)
        column_of_all.addWidget(self.state)
        column_of_all.addWidget(self.told)
        column_of_all.addLayout(row)
        sized(self, 760, 480)

    def _connect(self) -> None:
        self.line.textChanged.connect(lambda _typed: self._show())
        self.line.installEventFilter(self)
        self.list.currentRowChanged.connect(self._choose)
        self.list.itemDoubleClicked.connect(lambda _: self._insert() if self._into_text else self._revise())
        self.new.clicked.connect(self._add)
        self.change.clicked.connect(self._revise)
        self.delete.clicked.connect(lambda: self.told.attempt(self._remove))
        self.box.accepted.connect(self._insert)
        self.box.rejected.connect(self.reject)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let the arrows choose in the list while the keyboard is in the line."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in _LIST_KEYS
        ):
            QApplication.sendEvent(self.list, event)
            return True
        return False

    # --- what is shown -------------------------------------------------------------------------------

    def _list(self, name: str = "") -> None:
        """Read the blocks and choose the one of this name, wherever what is searched for hides it."""
        self._all = self._blocks.all()
        if name and name not in (one.name for one in matching(self._all, self.line.text())):
            self.line.clear()
        self._show(name)

    def _show(self, name: str = "") -> None:
        self.found = matching(self._all, self.line.text())
        quiet = QSignalBlocker(self.list)  # or every row that goes would be told
        self.list.clear()
        for one in self.found:
            item = QListWidgetItem(one.name, self.list)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, _spoken(one))
        names = [one.name for one in self.found]
        self.list.setCurrentRow(names.index(name) if name in names else 0)
        quiet.unblock()
        self._choose(self.list.currentRow())

    def _choose(self, row: int) -> None:
        one = self.found[row] if 0 <= row < len(self.found) else None
        self.text.setPlainText(one.text if one else "")
        self._enable(one is not None)
        self.state.setText((_to_fill(one) or " ") if one else self._nothing())
        if not self.list.hasFocus():  # which says its own rows
            announce(self.list, _spoken(one) if one else self._nothing())

    def _nothing(self) -> str:
        if self._all:
            return "No text block has these words."
        return _NONE_YET + (_SELECTED if self._into_text else "")

    def _enable(self, chosen: bool) -> None:
        for button in (self.insert, self.change, self.delete):
            button.setEnabled(chosen)

    def _chosen(self) -> TextBlock:
        return self.found[self.list.currentRow()]

    # --- the buttons ---------------------------------------------------------------------------------

    def _insert(self) -> None:
        if self._into_text and self.insert.isEnabled():
            one = self._chosen()
            self.accept()
            self.chosen.emit(one)

    def _add(self) -> None:
        self._write(TextBlockForm(self, self._blocks, text=self._selected))

    def _revise(self) -> None:
        self._write(TextBlockForm(self, self._blocks, self._chosen()))

    def _write(self, form: TextBlockForm) -> None:
        form.kept.connect(lambda one: self.told.attempt(lambda: self._list(one.name)))
        form.kept.connect(lambda _: self.list.setFocus())
        form.open()

    def _remove(self) -> None:
        one, row = self._chosen(), self.list.currentRow()
        if self._may_remove(one):
            self._blocks.remove(one.name)
            others = (*self.found[:row], *self.found[row + 1 :])
            self._list(others[min(row, len(others) - 1)].name if others else "")

    def _may_remove(self, one: TextBlock) -> bool:
        """Ask whether a block shall go; the answer at hand is no."""
        button = QMessageBox.StandardButton
        asked = (
            f"Delete the text block “{one.name}” for all cases? Answers into which it was inserted keep it."
        )
        answer = QMessageBox.question(self, "Delete a text block", asked, button.Yes | button.No, button.No)
        return answer == button.Yes


class TextBlockForm(QDialog):
    """Name and text of one block; ``kept`` carries it once it is stored."""

    kept = Signal(object)

    def __init__(
        self, parent: QWidget, blocks: TextBlocks, before: TextBlock | None = None, text: str = ""
    ) -> None:
        """Write a new one that begins with ``text``, or change the block ``before``."""
        super().__init__(parent)
        self._blocks, self._before = blocks, before
        self.setWindowTitle("New text block" if before is None else "Change a text block")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        help_key(self, _PAGE)
        self.name, self.text = QLineEdit(before.name if before else "", self), TidyText(self)
        self.text.setPlainText(before.text if before else text)
        self.told = Told()
        self.box = QDialogButtonBox()
        self.keep = self.box.addButton("&Keep the block", QDialogButtonBox.ButtonRole.AcceptRole)
        self.box.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.box.accepted.connect(self._keep)
        self.box.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for words, field in (("&Name:", self.name), ("&Text, as it shall be inserted:", self.text)):
            label = QLabel(words)
            label.setBuddy(field)
            field.setAccessibleName(words.replace("&", "").rstrip(":"))
            column.addWidget(label)
            column.addWidget(field)
        column.addWidget(self.told)
        column.addWidget(self.box)
        sized(self, 600, 420)
        self.name.setFocus()

    def _keep(self) -> None:
        name, text, before = self.name.text(), self.text.toPlainText(), self._before
        try:
            one = self._blocks.revise(before.name, name, text) if before else self._blocks.add(name, text)
        except DrafterError as fault:
            self.told.tell(str(fault))
            of_text = not text.strip() or len(text.strip()) > LONGEST_TEXT
            (self.text if name.strip() and of_text else self.name).setFocus()
            return
        self.accept()
        self.kept.emit(one)


def _to_fill(one: TextBlock) -> str:
    found = ", ".join(blanks(one.text))
    return f"To be filled in after it is inserted: {found}" if found else ""


def _spoken(one: TextBlock) -> str:
    return ". ".join(filter(None, (one.name, _to_fill(one))))
