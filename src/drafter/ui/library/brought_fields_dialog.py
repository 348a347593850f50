"""The question whether this library asks the fields of another office's own that a case file defines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from drafter.ui.library.merge_dialog import plain_list
from drafter.ui.manual import help_key
from drafter.ui.settings import sized
from drafter.ui.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.app.brought_fields import BroughtFields


class BroughtFieldsDialog(QDialog):
    """It is accepted where the new fields shall be asked here; where none is new it only tells the others."""

    def __init__(self, parent: QWidget, fields: BroughtFields) -> None:
        """List ``fields``, of which there is at least one."""
        super().__init__(parent)
        self.setWindowTitle("Fields of the sender’s own")
        help_key(self, "case-files")
        self._column = QVBoxLayout(self)
        button = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(button.Yes | button.No if fields.new else button.Ok)
        if fields.other:
            self._list("This library asks these otherwise:", [one.told for one in fields.other])
        if fields.new:
            self._list(
                "The case answers questions of the sender’s own, which this library does not ask:",
                [f"{one.ask}\n{one.tag} ({one.kind_told})" for one in fields.new],
            )
            self._column.addWidget(
                Words(
                    "Ask them here as well, in every case? If not, the answers are kept with the case,"
                    " but cannot be seen."
                )
            )
        self._column.addWidget(self.buttons)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        sized(self, 620, 360)
        default = self.buttons.button(button.Yes if fields.new else button.Ok)
        default.setDefault(True)
        default.setFocus(Qt.FocusReason.OtherFocusReason)

    def _list(self, words: str, lines: Sequence[str]) -> None:
        self._column.addWidget(Words(words))
        self._column.addWidget(plain_list(lines, words.rstrip(":")), 1)


def shall_be_asked(parent: QWidget, fields: BroughtFields) -> bool:
    """Tell which ``fields`` a file brings, and return whether the new ones shall be asked here as well."""
    if not (fields.new or fields.other):
        return False
    dialog = BroughtFieldsDialog(parent, fields)
    try:
        return bool(dialog.exec()) and bool(fields.new)
    finally:
        dialog.deleteLater()
