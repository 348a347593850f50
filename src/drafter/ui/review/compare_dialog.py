"""A paper compared: the draft as it was written, the file as it stands now, and what would be drafted now."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from drafter.app.wording import IN, OUT, pieces
from drafter.errors import DrafterError
from drafter.ui.dialogs import warn
from drafter.ui.manual import help_key
from drafter.ui.review.paper import save_page
from drafter.ui.theme import done_colour, problem_colour
from drafter.ui.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor

    from drafter.app.comparison import Difference
    from drafter.app.session import CaseSession

_SAME: Final = "Nothing differs: the file is the draft, and the same would be drafted now."
_KEY: Final = "[+ put in +] is underlined, [– taken out –] is struck through."
_WHO: Final = {
    "hand": "Changed by hand; a new draft would not have it",
    "program": "The program would draft otherwise now",
    "both": "Changed by hand, and the program would draft otherwise too: choose",
}


def compare(parent: QWidget, session: CaseSession) -> None:
    """Ask for a paper of the case and show what became of it."""
    chosen, _ = QFileDialog.getOpenFileName(parent, "Compare a paper", "", "Word files (*.docx)")
    if not chosen:
        return
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        found = session.compare(Path(chosen))
    except DrafterError as fault:
        warn(parent, str(fault))
        return
    finally:
        QApplication.restoreOverrideCursor()
    CompareDialog(parent, Path(chosen).name, found).open()


class CompareDialog(QDialog):
    """The passages that differ, each with the old draft, the file and the new draft."""

    def __init__(self, parent: QWidget, name: str, found: Sequence[Difference]) -> None:
        """Show ``found`` for the paper ``name``."""
        super().__init__(parent)
        self._name, self._found = name, tuple(found)
        self.setWindowTitle(f"Compare: {name}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        help_key(self, "review")
        self.browser = QTextBrowser()
        self.browser.setAccessibleName("What differs")
        self.browser.document().setDocumentMargin(12)
        self.save_button = QPushButton("Save as P&DF…")
        self.save_button.setAutoDefault(False)
        self.save_button.clicked.connect(self._save)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.save_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        number = f"{len(found)} passage{'s' * (len(found) != 1)} differ{'s' * (len(found) == 1)}."
        column.addWidget(Words(f"{number} {_KEY}" if found else _SAME))
        column.addWidget(self.browser, 1)
        column.addWidget(buttons)
        QWidget.setTabOrder(self.save_button, buttons.button(QDialogButtonBox.StandardButton.Close))
        self.resize(1000, 640)
        self._fill()
        self.browser.setFocus()

    def _fill(self) -> None:
        palette = self.palette()
        self.browser.setHtml(page(self._name, self._found, done_colour(palette), problem_colour(palette)))

    def _save(self) -> None:
        light = QPalette(Qt.GlobalColor.white)
        html = page(self._name, self._found, done_colour(light), problem_colour(light))
        save_page(self, html, f"{Path(self._name).stem} – compared.pdf")

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "browser"):
            self._fill()


def page(name: str, found: Sequence[Difference], put_in: QColor, taken_out: QColor) -> str:
    """Return the comparison as HTML; what was put in and taken out is told by signs as well as colours."""
    colours = {IN: put_in.name(), OUT: taken_out.name()}
    body = [f"<h2>{escape(name)}</h2>"]
    for number, one in enumerate(found, start=1):
        body += [f"<h3>{number}. {_WHO[one.by]}</h3>", "<p><b>Old draft</b></p>", _plain(one.draft)]
        if one.by != "program":
            body += ["<p><b>File as it stands</b></p>", _changed(one.draft, one.hand, colours)]
        if one.by != "hand":
            body += ["<p><b>New draft</b></p>", _changed(one.draft, one.program, colours)]
    return "".join(body)


def _plain(lines: Sequence[str]) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in lines) or "<p><i>(nothing)</i></p>"


def _changed(before: Sequence[str], after: Sequence[str], colours: dict[str, str]) -> str:
    told = []
    for piece in pieces("\n".join(before), "\n".join(after)):
        words = piece.text.rstrip()
        after = escape(piece.text[len(words) :])
        sign, tag = {IN: ("+", "u"), OUT: ("–", "s")}.get(piece.kind, ("", ""))
        text = escape(words)
        if tag:
            text = f'<{tag} style="color:{colours[piece.kind]}">[{sign} {text} {sign}]</{tag}>'
        told.append(text + (after or " "))
    return f"<p>{''.join(told)}</p>".replace("\n", "<br>")
