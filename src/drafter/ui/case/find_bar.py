"""The bar that finds words in the open case: in questions, answers, notes and proof."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QToolButton, QVBoxLayout

from drafter.app.finding import find, words_of
from drafter.ui.labels import Caption
from drafter.ui.words import announce

if TYPE_CHECKING:
    from drafter.app.finding import Hit
    from drafter.ui.case.case_page import CasePage


class FindBar(QFrame):
    """Enter and F3 go to the next place, Shift+F3 to the one before; Escape goes to the question found."""

    def __init__(self, page: CasePage) -> None:
        """Find in the case of ``page``."""
        super().__init__()
        self._page = page
        self.hits: tuple[Hit, ...] = ()
        self.place = -1
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.line = QLineEdit()
        self.line.setPlaceholderText("Find in this case")
        self.line.setAccessibleName("Find in this case: questions, answers, notes and proof")
        self.before, self.after = QPushButton("Previous"), QPushButton("Next")
        self.close_button = QToolButton()
        self.close_button.setText("Close")
        self.close_button.setAutoRaise(True)
        self.close_button.setAccessibleName("Close the search in this case")
        self.told = Caption()
        self.told.setTextFormat(Qt.TextFormat.RichText)  # everything in it is escaped
        row = QHBoxLayout()
        row.addWidget(self.line, 1)
        for button in (self.before, self.after, self.close_button):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 6, 6)
        column.addLayout(row)
        column.addWidget(self.told)
        self.line.textChanged.connect(self._search)
        self.line.returnPressed.connect(lambda: self.step(1))
        self.before.clicked.connect(lambda: self.step(-1))
        self.after.clicked.connect(lambda: self.step(1))
        self.close_button.clicked.connect(self.leave)
        escape_key = QShortcut(QKeySequence("Esc"), self, self.leave)
        escape_key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def ask(self) -> None:
        """Show the bar with the keyboard in it."""
        self.show()
        self.line.selectAll()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search()

    def leave(self) -> None:
        """Hide the bar and put the keyboard into the question that was found last."""
        self.hide()
        if 0 <= self.place < len(self.hits):
            self._page.go_to(self.hits[self.place].question)
        else:
            self._page.form.resume()

    def _look(self) -> None:
        session = self._page.session
        self.hits = find(session.flow.shown, session.answers, self.line.text())

    def _search(self) -> None:
        self._look()
        self.place = -1
        number = len(self.hits)
        nothing = "Nothing in this case has these words." if self.line.text().strip() else ""
        self.told.setText(
            f"{number} place{'s' * (number != 1)}. Enter goes to the first." if number else nothing
        )

    def step(self, steps: int) -> None:
        """Go to a later or an earlier place; after the last comes the first."""
        self._look()  # again: answers may have changed since
        if not self.hits:
            self._search()
            announce(self, self.told.text())
            return
        first = 0 if steps > 0 else len(self.hits) - 1
        self.place = (self.place + steps) % len(self.hits) if self.place >= 0 else first
        hit = self.hits[self.place]
        typing = self.line.hasFocus()
        self._page.go_to(hit.question)
        if typing:
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._mark(hit)  # after that, because a field that loses the keyboard drops what is selected
        where = f"{self.place + 1} of {len(self.hits)} · {hit.part} · {hit.ask}"
        shown = "" if hit.part == "Question" else f": {hit.text}"
        self.told.setText(_bold(f"{where}{shown}", words_of(self.line.text())))
        announce(self, f"{where}{shown}")

    def _mark(self, hit: Hit) -> None:
        """Select the first word in the field that holds it, so that it is seen."""
        word = words_of(self.line.text())[0]
        for field in self._page.form.blocks[hit.question].fields():
            if isinstance(field, QLineEdit) and (place := field.text().casefold().find(word)) >= 0:
                field.setSelection(place, len(word))
                return


def _bold(text: str, words: tuple[str, ...]) -> str:
    """Return ``text`` as HTML with each of ``words`` bold."""
    parts = re.split("|".join(f"({re.escape(word)})" for word in words), text, flags=re.IGNORECASE)
    known = set(words)
    return "".join(
        f"<b>{escape(part)}</b>" if part.casefold() in known else escape(part) for part in parts if part
    )
