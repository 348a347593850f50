"""The papers that are kept with a case: attach one, say which exhibit it is, write it to a file again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QInputDialog,
    QMessageBox,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from drafter.core.dates import long_date
from drafter.errors import DrafterError
from drafter.ui.dialogs import warn
from drafter.ui.tables import plain_rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafter.app.evidence import CasePapers
    from drafter.store.case_records import Attachment

#: Pixels: the table without a paper; what lies around the table and the buttons.
_LOWEST, _AROUND = 60, 24
_COLUMNS: Final = ("Paper kept with the case", "Exhibit", "Size", "Added")


class PapersKept(QWidget):
    """The table of papers and the buttons that work on the chosen one."""

    def __init__(self, papers: CasePapers) -> None:
        """Show ``papers``; :meth:`refresh` fills the table."""
        super().__init__()
        self._papers = papers
        self.every: list[Attachment] = []
        self.table = QTableWidget(0, len(_COLUMNS))
        self.attach_button = self._button("A&ttach a paper…", self._attach)
        self.exhibit_button = self._button("E&xhibit…", self._name_exhibit)
        self.save_button = self._button("Sa&ve as…", self._save)
        self.remove_button = self._button("Re&move…", self._remove)
        self._lay_out()

    def _button(self, text: str, do: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(lambda: self._told(do))
        return button

    def _lay_out(self) -> None:
        table = self.table
        plain_rows(table, "Papers kept with the case", _COLUMNS)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.horizontalHeader().setStretchLastSection(True)
        table.setColumnWidth(0, 480)
        row = QHBoxLayout()
        for button in (self.attach_button, self.exhibit_button, self.save_button, self.remove_button):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.addWidget(table, 1)
        column.addLayout(row)

    def refresh(self) -> None:
        """Show the papers as they are kept now."""
        self.every = self._papers.all()
        before = self.table.currentRow()
        self.table.setRowCount(len(self.every))
        for row, one in enumerate(self.every):
            added = long_date(one.added.astimezone().date())
            cells = (one.name, one.exhibit, f"{max(1, round(one.size / 1000))} KB", added)
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(cell for cell in cells if cell))
                self.table.setItem(row, column, item)
        self.table.resizeRowsToContents()
        if self.every:
            self.table.setCurrentCell(min(max(before, 0), len(self.every) - 1), 0)
        for button in (self.exhibit_button, self.save_button, self.remove_button):
            button.setEnabled(bool(self.every))

    def sizeHint(self) -> QSize:
        """As high as the papers and the buttons."""
        rows = self.table.horizontalHeader().height() + self.table.verticalHeader().length()
        hint = super().sizeHint()
        return QSize(hint.width(), max(rows, _LOWEST) + self.attach_button.sizeHint().height() + _AROUND)

    @property
    def chosen(self) -> Attachment:
        """The paper whose row is chosen."""
        return self.every[self.table.currentRow()]

    def _told(self, do: Callable[[], None]) -> None:
        try:
            do()
        except DrafterError as fault:
            warn(self, str(fault))
        self.refresh()

    def _attach(self) -> None:
        files, _ = QFileDialog.getOpenFileNames(self, "Attach papers to the case")
        for file in files:
            self._papers.attach(Path(file))

    def _name_exhibit(self) -> None:
        one = self.chosen
        letter, accepted = QInputDialog.getText(
            self, "Exhibit", f"Which exhibit is “{one.name}”? Its letter, or nothing:", text=one.exhibit
        )
        if accepted:
            self._papers.call(one.id, one.name, letter)

    def _save(self) -> None:
        target, _ = QFileDialog.getSaveFileName(self, "Save the paper", self.chosen.name)
        if target:
            self._papers.save(self.chosen.id, Path(target))

    def _remove(self) -> None:
        asked = f"“{self.chosen.name}” will no longer be kept with the case. The file it came from stays."
        if QMessageBox.question(self, "Remove the paper", asked) == QMessageBox.StandardButton.Yes:
            self._papers.remove(self.chosen.id)
