"""The window of the templates: whose Word file each paper is made with, and what can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHeaderView,
    QListWidget,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from drafter.errors import DrafterError
from drafter.ui.manual import help_key
from drafter.ui.settings import sized
from drafter.ui.tables import plain_rows
from drafter.ui.words import Words, announce

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from drafter.app.my_templates import MyTemplates, TemplateLine
    from drafter.practice.questions.own import OwnField

_COLUMNS: Final = ("Template", "For", "Used")
_KINDS: Final = {"document": "document", "ground": "ground", "block": "your paragraphs"}
_BLOCK: Final = "block"
_PER_ROW: Final = 3


class TemplatesDialog(QDialog):
    """Lists the templates; its buttons copy, check, compare and set aside the chosen one."""

    #: Another file is used for a paper now.
    changed = Signal()

    def __init__(
        self, parent: QWidget, templates: MyTemplates, own: Callable[[], Sequence[OwnField]]
    ) -> None:
        """List ``templates``; they may print the firm's ``own`` fields."""
        from drafter.app.template_check import titles

        super().__init__(parent)
        self._templates = templates
        self._own = own
        self._titles = titles()
        self._lines: tuple[TemplateLine, ...] = ()
        self.setWindowTitle("Templates")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        help_key(self, "templates")
        self.table = _table()
        self.told = Words()
        # Named otherwise than QDialog's own result().
        self.findings = QListWidget()
        self.findings.setWordWrap(True)
        self.findings.setAccessibleName("What was found")
        self.findings.hide()
        self.buttons: dict[str, QPushButton] = {}
        self._lay_out()
        self.table.currentCellChanged.connect(self._enable)
        self._fill()
        self.table.setFocus()
        sized(self, 760, 620)

    def _lay_out(self) -> None:
        intro = Words(
            "Every paper is made with a Word template. Copy one to your templates to edit it in Word; your"
            " copy is used from then on, and a newer program never overwrites it."
        )
        buttons = QGridLayout()
        commands: tuple[tuple[str, Callable[[], None]], ...] = (
            ("&Copy to my templates", self._copy),
            ("&Open folder", self._open_folder),
            ("Chec&k", self._check),
            ("&What changed", self._show_changes),
            ("Mark as re&viewed", self._mark_reviewed),
            ("&Reset", self._reset),
        )
        for place, (text, do) in enumerate(commands):
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, do=do: self._try(do))
            buttons.addWidget(button, *divmod(place, _PER_ROW))
            self.buttons[text.replace("&", "")] = button
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(intro)
        column.addWidget(self.table, 3)
        column.addLayout(buttons)
        column.addWidget(self.told)
        column.addWidget(self.findings, 2)
        column.addWidget(close)

    def _fill(self) -> None:
        """List the templates anew and stay on the same one."""
        row = max(self.table.currentRow(), 0)
        try:
            self._lines = self._templates.lines()
        except DrafterError as fault:
            self._tell(str(fault))
            return
        self.table.setRowCount(len(self._lines))
        for place, line in enumerate(self._lines):
            title = self._titles.get(line.id, line.id)
            cells = (f"{title} ({line.id})", _KINDS[line.kind], line.state)
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, ": ".join(cells))
                self.table.setItem(place, column, item)
        self.table.resizeRowsToContents()
        self.table.setCurrentCell(min(row, len(self._lines) - 1), 0)
        self._enable()

    @property
    def line(self) -> TemplateLine:
        """The template that is chosen."""
        return self._lines[max(self.table.currentRow(), 0)]

    def _enable(self) -> None:
        copied = self.line.mine and self.line.kind != _BLOCK
        self.buttons["Copy to my templates"].setEnabled(not self.line.mine)
        for name in ("What changed", "Reset"):
            self.buttons[name].setEnabled(copied)
        self.buttons["Mark as reviewed"].setEnabled(self.line.outdated)

    def _try(self, do: Callable[[], None]) -> None:
        self.findings.clear()
        self.findings.hide()
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            do()
        except DrafterError as fault:
            self._tell(str(fault))
        finally:
            QApplication.restoreOverrideCursor()

    def _tell(self, message: str, *rows: str) -> None:
        self.told.setText(message)
        self.findings.addItems(rows)
        self.findings.setVisible(bool(rows))
        announce(self.told, message)

    def _changed(self, message: str) -> None:
        self._fill()
        self._tell(message)
        self.changed.emit()

    # ---- the buttons

    def _copy(self) -> None:
        path = self._templates.copy(self.line.id)
        self._changed(f"Copied to {path}; papers are made with your copy now.")

    def _open_folder(self) -> None:
        folder = self._templates.prepare()
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
        self._tell(f"Your templates are in {folder}.")

    def _check(self) -> None:
        from drafter.app.template_check import check

        line = self.line
        against = "" if line.stray else line.id
        findings = check(line.path, against, self._own()).findings
        count = len(findings)
        found = "no fault" if not count else "one fault" if count == 1 else f"{count} faults"
        self._tell(f"{line.path.name}: {found} found.", *map(str, findings))

    def _show_changes(self) -> None:
        changes = self._templates.changes(self.line.id)
        told = "has changed" if changes else "has not changed"
        self._tell(f"The shipped original of {self.line.id} {told} since you copied it.", *changes)

    def _mark_reviewed(self) -> None:
        self._templates.mark_reviewed(self.line.id)
        self._changed(f"Your {self.line.id} is compared with today’s original from now on.")

    def _reset(self) -> None:
        path = self._templates.reset(self.line.id)
        self._changed(f"Your copy is now {path}; papers are made with the shipped template again.")


def _table() -> QTableWidget:
    table = QTableWidget(0, len(_COLUMNS))
    plain_rows(table, "Templates", _COLUMNS)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setStretchLastSection(True)
    return table
