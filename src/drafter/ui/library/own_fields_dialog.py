"""The fields of a firm's own: listed, added, worded otherwise, put into another order, taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QInputDialog,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QVBoxLayout,
)

from drafter.app.own_fields import proposed_id
from drafter.practice.questions.own import CHOICE, KINDS, OwnField
from drafter.ui.manual import help_key
from drafter.ui.settings import sized
from drafter.ui.tables import fill, reading_table
from drafter.ui.words import Told, Words, announce

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafter.app.library import Library
    from drafter.app.own_fields import OwnFields
    from drafter.ui.main_window import MainWindow

_COLUMNS: Final = ("Wording", "Kind", "In your templates", "Answered in")
_INTRO: Final = (
    "Questions that your firm asks in every case besides those of the program. They stand in the last"
    " section, and the answers print where a template of your own says so."
)


def show_own_fields(window: MainWindow, library: Library) -> None:
    """List the firm's own fields; a case that is open asks them as they are when the window is closed."""
    page = window.page
    if page is not None and not page.save():
        return
    dialog = OwnFieldsDialog(window, library.own_fields)

    def closed() -> None:
        if dialog.changed and window.page is not None:
            window.open_case(window.page.session.id)

    dialog.finished.connect(closed)
    dialog.open()


class OwnFieldsDialog(QDialog):
    """What is done here is stored at once; ``changed`` says whether anything was."""

    def __init__(self, window: MainWindow, fields: OwnFields) -> None:
        """List ``fields``."""
        super().__init__(window)
        self._fields = fields
        self._lines: tuple[OwnField, ...] = ()
        self._answered: dict[str, int] = {}
        self.changed = False
        self.setWindowTitle("Our own fields")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        help_key(self, "templates")
        self.table = reading_table("Fields of your own, in their order", _COLUMNS, (0, 2))
        self.ask, self.id, self.options = QLineEdit(), QLineEdit(), QLineEdit()
        self.kind = QComboBox()
        self.told = Told()
        self.buttons: dict[str, QPushButton] = {}
        self.add = QPushButton("&Add the field")
        self._lay_out()
        self.add.clicked.connect(lambda: self.told.attempt(self._add))
        self.ask.textEdited.connect(lambda text: self.id.setPlaceholderText(proposed_id(text)))
        self.kind.currentIndexChanged.connect(self._show_options)
        self.table.itemSelectionChanged.connect(self._enable)
        self._show_options()
        self.told.attempt(self._list)
        (self.table if self.table.rowCount() else self.ask).setFocus()

    def _lay_out(self) -> None:
        commands: tuple[tuple[str, Callable[[], None]], ...] = (
            ("Change the &wording…", self._rename),
            ("Move &up", lambda: self._move(-1)),
            ("Move &down", lambda: self._move(1)),
            ("&Copy the tag", self._copy),
            ("&Remove…", self._remove),
        )
        row = QHBoxLayout()
        for text, do in commands:
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, do=do: self.told.attempt(do))
            row.addWidget(button)
            self.buttons[text.replace("&", "")] = button
        row.addStretch()
        for key, name in KINDS.items():
            self.kind.addItem(name, key)
        self.ask.setPlaceholderText("Who is the probation officer?")
        self.options.setPlaceholderText("granted; denied; withdrawn")
        self.add.setAutoDefault(False)
        self.new = QFormLayout()
        for label, field in (
            ("&New question:", self.ask),
            ("&Kind:", self.kind),
            ("&Options, with semicolons between:", self.options),
            ("Name in &templates:", self.id),
        ):
            self.new.addRow(label, field)
            field.setAccessibleName(label.replace("&", "").rstrip(":"))
        last = QHBoxLayout()
        last.addWidget(self.add)
        last.addStretch()
        self.new.addRow("", last)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(Words(_INTRO, muted=True))
        column.addWidget(self.table, 1)
        column.addLayout(row)
        column.addLayout(self.new)
        column.addWidget(self.told)
        column.addWidget(close)
        sized(self, 820, 560)

    def _list(self) -> None:
        self._lines, self._answered = self._fields.all(), self._fields.answered()
        rows = [(one.ask, one.kind_told, f"{{{{ {one.tag} }}}}", self._cases(one)) for one in self._lines]
        fill(self.table, rows)
        self._enable()

    def _cases(self, one: OwnField) -> str:
        number = self._answered.get(one.id, 0)
        return "1 case" if number == 1 else f"{number} cases"

    def _enable(self) -> None:
        row = self.table.currentRow()
        for button in self.buttons.values():
            button.setEnabled(0 <= row < len(self._lines))
        if row == 0:
            self.buttons["Move up"].setEnabled(False)
        if row == len(self._lines) - 1:
            self.buttons["Move down"].setEnabled(False)

    def _show_options(self) -> None:
        self.new.setRowVisible(self.options, self.kind.currentData() == CHOICE)

    def _chosen(self) -> OwnField:
        return self._lines[self.table.currentRow()]

    def _stored(self, row: int) -> None:
        self.changed = True
        self._list()
        self.table.selectRow(min(row, len(self._lines) - 1))

    # ---- the buttons

    def _add(self) -> None:
        ask, kind = self.ask.text(), str(self.kind.currentData())
        options = self.options.text().split(";") if kind == CHOICE else ()
        one = self._fields.add(self.id.text() or proposed_id(ask), ask, kind, options)
        for field in (self.ask, self.id, self.options):
            field.clear()
        self.id.setPlaceholderText("")
        self._stored(len(self._lines))
        announce(self, f"Added: {one.ask}")
        self.ask.setFocus()

    def _rename(self) -> None:
        one, row = self._chosen(), self.table.currentRow()
        ask, given = QInputDialog.getText(self, "Change the wording", "What is asked:", text=one.ask)
        if given:
            self._fields.rename(one.id, ask)
            self._stored(row)

    def _move(self, steps: int) -> None:
        row = self.table.currentRow() + steps
        self._fields.move(self._chosen().id, row)
        self._stored(row)

    def _copy(self) -> None:
        QApplication.clipboard().setText(f"{{{{ {self._chosen().tag} }}}}")
        announce(self, "Copied.")

    def _remove(self) -> None:
        one, row = self._chosen(), self.table.currentRow()
        if self._may_remove(one):
            self._fields.remove(one.id)
            self._stored(row)

    def _may_remove(self, one: OwnField) -> bool:
        """Ask whether a field shall go; the answer at hand is no."""
        button = QMessageBox.StandardButton
        asked = (
            f"Ask “{one.ask}” no longer? It is answered in {self._cases(one)}. The answers stay there and are"
            f" shown again when a field “{one.id}” of the same kind is added. A template that prints it has a"
            " bracket in its place."
        )
        return (
            QMessageBox.warning(self, "Remove a field", asked, button.Yes | button.No, button.No)
            == button.Yes
        )
