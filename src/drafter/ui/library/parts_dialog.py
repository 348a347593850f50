"""A new case from parts of another: its title, and the sections whose answers it takes over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from drafter.ui.manual import help_key
from drafter.ui.settings import sized
from drafter.ui.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.core.question import Section


class PartsDialog(QDialog):
    """``title`` and ``sections`` are what was chosen; every section is ticked at first, Space unticks one."""

    def __init__(self, parent: QWidget, source: str, sections: Sequence[Section]) -> None:
        """Offer the ``sections`` of the case ``source``."""
        super().__init__(parent)
        self.setWindowTitle("New from parts of a case")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        help_key(self, "cases")
        self._line = QLineEdit()
        self._line.setPlaceholderText("United States v. Doe")
        self._line.setAccessibleName("Title of the new case")
        self.rows = QListWidget()
        self.rows.setAccessibleName("Sections to take over")
        for section in sections:
            row = QListWidgetItem(section.title, self.rows)
            row.setData(Qt.ItemDataRole.UserRole, section.id)
            row.setFlags(row.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            row.setCheckState(Qt.CheckState.Checked)
        self.rows.setCurrentRow(0)
        kinds = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(kinds.Ok | kinds.Cancel)
        buttons.button(kinds.Ok).setText("Make the case")
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(Words("Title of the new case:"))
        column.addWidget(self._line)
        column.addWidget(Words(f"Take over from “{source}” the answers to these sections (Space ticks):"))
        column.addWidget(self.rows, 1)
        column.addWidget(buttons)
        sized(self, 520, 520)

    @property
    def title(self) -> str:
        """The title of the new case, empty where none was typed."""
        return self._line.text().strip()

    @property
    def sections(self) -> tuple[str, ...]:
        """The ids of the sections that are ticked."""
        rows = (self.rows.item(place) for place in range(self.rows.count()))
        return tuple(
            str(row.data(Qt.ItemDataRole.UserRole))
            for row in rows
            if row.checkState() == Qt.CheckState.Checked
        )
