"""The notes on one section of a case and its sign-off: what was said, by whom, and what changed since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from drafter.ui.manual import help_key
from drafter.ui.settings import sized
from drafter.ui.tables import fill, reading_table
from drafter.ui.words import Told, Words

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafter.app.notes import CaseNotes, NoteLine
    from drafter.core.question import Section
    from drafter.ui.main_window import MainWindow

#: Where the name is remembered with which somebody signed last on this computer.
_WHO = "notes/who"
_LINES = 4


def show_notes(window: MainWindow) -> None:
    """Show the notes on the section that is open."""
    page = window.page
    if page is None or not page.save():
        return
    session, settings = page.session, window.settings
    section = session.sections[page.place]
    dialog = NotesDialog(window, session.notes, section, settings.text(_WHO))
    dialog.kept.connect(lambda who: settings.remember(_WHO, who))
    dialog.kept.connect(lambda: page.outline.rows.show(session.outline()))
    dialog.open()


class NotesDialog(QDialog):
    """``kept`` carries the name of whoever wrote a note or signed off."""

    kept = Signal(str)

    def __init__(self, parent: QWidget, notes: CaseNotes, section: Section, who: str) -> None:
        """Show the ``notes`` on ``section``; ``who`` is the name that is offered."""
        super().__init__(parent)
        self._notes, self._section = notes, section
        self.setWindowTitle("Notes and sign-off")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        help_key(self, "review")
        self.table = reading_table(
            "Notes and sign-offs, the latest first", ("When", "Who", "What", "Changed since"), (2, 3)
        )
        self.state = Words(muted=True)
        self.text = QPlainTextEdit()
        self.who = QLineEdit(who)
        self.told = Told()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        roles = QDialogButtonBox.ButtonRole
        self.note = self.buttons.addButton("Add the &note", roles.ActionRole)
        self.sign = self.buttons.addButton("&Sign off this section", roles.ActionRole)
        self._lay_out()
        self.note.clicked.connect(lambda: self._keep(self._add))
        self.sign.clicked.connect(lambda: self._keep(self._sign_off))
        self.buttons.rejected.connect(self.reject)
        self._list()
        self.text.setFocus()

    def _lay_out(self) -> None:
        for button in (self.note, self.sign):
            button.setAutoDefault(False)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("Note, or words with the sign-off")
        self.text.setFixedHeight(_LINES * self.fontMetrics().lineSpacing() + 2 * self.text.frameWidth())
        self.who.setAccessibleName("Your name")
        words, name = QLabel("Note, &or words with the sign-off:"), QLabel("&Your name:")
        words.setBuddy(self.text)
        name.setBuddy(self.who)
        row = QHBoxLayout()
        row.addWidget(name)
        row.addWidget(self.who, 1)
        column = QVBoxLayout(self)
        column.addWidget(Words(self._section.title, bold=True))
        column.addWidget(self.state)
        column.addWidget(self.table, 1)
        column.addWidget(words)
        column.addWidget(self.text)
        column.addLayout(row)
        column.addWidget(self.told)
        column.addWidget(self.buttons)
        sized(self, 760, 520)

    def _list(self) -> None:
        lines = self._notes.of(self._section.id)
        fill(self.table, [(line.when, line.who, _what(line), _changed(line)) for line in lines])
        last = next((line for line in lines if line.signs), None)
        self.state.setText(last.words if last else "Nobody has signed this section off.")

    def _add(self, who: str, text: str) -> None:
        self._notes.add(self._section.id, text, who)

    def _sign_off(self, who: str, text: str) -> None:
        self._notes.sign_off(self._section.id, who, text)

    def _keep(self, do: Callable[[str, str], None]) -> None:
        who = self.who.text().strip()
        if not self.told.attempt(lambda: do(who, self.text.toPlainText())):
            (self.text if who else self.who).setFocus()
            return
        self.text.clear()
        self._list()
        self.kept.emit(who)


def _what(line: NoteLine) -> str:
    return "\n".join(filter(None, ("✓ Signed off" if line.signs else "", line.text)))


def _changed(line: NoteLine) -> str:
    return "\n".join(question.ask for question in line.changed)
