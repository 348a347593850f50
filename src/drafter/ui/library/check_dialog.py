"""Help › Check data: what was found, and the two things that can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout

from drafter.app.checking import check, rescue
from drafter.errors import DrafterError
from drafter.ui.manual import help_key
from drafter.ui.settings import sized
from drafter.ui.words import Words, announce
from drafter.ui.working import work

if TYPE_CHECKING:
    from drafter.app.library import Library
    from drafter.ui.main_window import MainWindow


class CheckDialog(QDialog):
    """Checks the library when it is made; its buttons write the index anew and rescue what can be read."""

    def __init__(self, window: MainWindow, library: Library) -> None:
        """Check ``library``, in a thread of its own."""
        super().__init__(window)
        self._window = window
        self._library = library
        self.setWindowTitle("Check data")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        help_key(self, "backups")
        self.words = Words()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.index = buttons.addButton("Make the search &index anew", role)
        self.rescue = buttons.addButton("&Rescue into a new library", role)
        self.index.clicked.connect(self._reindex)
        self.rescue.clicked.connect(self._rescue)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.words, 1)
        column.addWidget(buttons)
        sized(self, 560, 140)
        self._check()

    def _check(self) -> None:
        other = self._library.beside()

        def run(_stopped: object) -> str:
            try:
                return check(other)
            finally:
                other.close()

        found = work(self._window, "Checking the library…", run, can_stop=False)
        sound = found == "ok"
        self.rescue.setEnabled(not sound)
        self._tell(
            "The library is sound: its tables, their references and the search index."
            if sound
            else f"The library is damaged: {found}\n\nRestore the newest backup (File › Backups), or rescue"
            " what can still be read into a new library; the damaged one stays as it is."
        )

    def _tell(self, words: str) -> None:
        self.words.setText(words)
        announce(self, words)

    def _reindex(self) -> None:
        try:
            self._library.reindex()
        except DrafterError as fault:
            self._tell(str(fault))
            return
        self._check()

    def _rescue(self) -> None:
        try:
            made = work(self._window, "Rescuing…", lambda _stopped: rescue(self._library), can_stop=False)
        except DrafterError as fault:
            self._tell(str(fault))
            return
        self._tell(
            f"{made.counts['cases']} cases with {made.counts['answers']} answers are in a new library:"
            f" {made.folder}. Compare it with the newest backup before you go on with it."
        )
