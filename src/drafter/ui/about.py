"""What this program is, how old its law is, and lines to copy into a report, without client data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from drafter import __version__
from drafter.app.diagnostics import NO_NETWORK, diagnostics, law_line
from drafter.errors import DrafterError
from drafter.ui.labels import HEADING
from drafter.ui.settings import sized
from drafter.ui.words import Words

if TYPE_CHECKING:
    from drafter.app.library import Library


def about_dialog(parent: QWidget, library: Library, look: str) -> QDialog:
    """Return the window; ``look`` names theme and size of text."""
    dialog = QDialog(parent)
    dialog.setWindowTitle("About drafter")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    about = Words(
        "Drafts the federal motion for a sentence reduction under 18 U.S.C. § 3582(c)(1)(A) and what is filed"
        " with it. It is no lawyer: every paper is read and signed by a person who answers for it.\n\n"
        f"{_law(library)}\nCases are kept in {library.folder}\n{NO_NETWORK}"
    )
    lines = QPlainTextEdit(_lines(library, look))
    lines.setReadOnly(True)
    lines.setTabChangesFocus(True)
    lines.setAccessibleName("Diagnostics, without anything that a case holds")
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    copy = buttons.addButton("Copy diagnostics", QDialogButtonBox.ButtonRole.ActionRole)
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(lines.toPlainText()))
    buttons.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.addWidget(Words(f"drafter {__version__}", share=HEADING, bold=True))
    column.addWidget(about)
    column.addWidget(lines, 1)
    column.addWidget(buttons)
    QWidget.setTabOrder(copy, buttons.button(QDialogButtonBox.StandardButton.Close))
    sized(dialog, 620, 520)
    return dialog


def _law(library: Library) -> str:
    try:
        return law_line(library)
    except DrafterError as fault:
        return str(fault)


def _lines(library: Library, look: str) -> str:
    screens = ", ".join(
        f"{screen.size().width()}×{screen.size().height()} at {screen.devicePixelRatio():g}"
        for screen in QGuiApplication.screens()
    )
    style = QApplication.style().name()
    platform = QGuiApplication.platformName()
    try:
        return diagnostics(
            library, {"Qt": f"{qVersion()} ({platform}, {style})", "Screens": screens, "Look": look}
        )
    except DrafterError as fault:  # an unreadable database is what is reported most
        return str(fault)
