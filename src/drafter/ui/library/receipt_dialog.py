"""Deleting a case for good: the question before, the receipt after."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QMessageBox, QPlainTextEdit, QVBoxLayout, QWidget

from drafter.ui.manual import help_key
from drafter.ui.settings import sized

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafter.app.receipts import Receipt


def may_purge(parent: QWidget, title: str) -> bool:
    """Ask whether the case ``title`` shall go for good; the answer at hand is no."""
    button = QMessageBox.StandardButton
    asked = (
        f"Delete “{title}” for good? Its answers, history, versions and attached papers cannot be brought"
        " back after this. Papers already drafted, and backups, stay where they are."
    )
    answer = QMessageBox.warning(parent, "Delete for good", asked, button.Yes | button.No, button.No)
    return answer == button.Yes


class ReceiptDialog(QDialog):
    """Shows ``receipt``; ``save`` writes it into a file, Print prints it."""

    def __init__(self, parent: QWidget, receipt: Receipt, save: Callable[[Receipt], None]) -> None:
        """Show the receipt."""
        super().__init__(parent)
        self.setWindowTitle("Receipt")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        help_key(self, "cases")
        self.text = QPlainTextEdit(receipt.text())
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("Receipt")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.save = buttons.addButton("&Save…", QDialogButtonBox.ButtonRole.ActionRole)
        self.print = buttons.addButton("&Print…", QDialogButtonBox.ButtonRole.ActionRole)
        self.save.clicked.connect(lambda: save(receipt))
        self.print.clicked.connect(self._print)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.text)
        column.addWidget(buttons)
        sized(self, 620, 400)

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # seldom needed

        printer = QPrinter()
        if QPrintDialog(printer, self).exec() == QDialog.DialogCode.Accepted:
            self.text.document().print_(printer)
