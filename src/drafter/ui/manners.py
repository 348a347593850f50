"""What every desktop program can do: find a command, find words, tell what it is."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from drafter.errors import DrafterError

if TYPE_CHECKING:
    import tempfile

    from drafter.app.library import Library
    from drafter.app.session import CaseSession
    from drafter.ui.case.find_bar import FindBar
    from drafter.ui.case.spelling import Spelling
    from drafter.ui.editors.text import Paragraphs
    from drafter.ui.library.case_files import CaseFiles
    from drafter.ui.main_window import MainWindow


#: Letters across the window below which three panes cannot be read beside each other.
_LETTERS_FOR_THREE: Final = 100


class Manners:
    """The commands; each loads its window when it is first asked for."""

    def __init__(self, window: MainWindow, library: Library) -> None:
        """Serve ``window``, which shows ``library``."""
        self._window = window
        self._library = library
        #: What was printed lies here until the program ends: the viewer reads it.
        self._printed: tempfile.TemporaryDirectory[str] | None = None
        self._spelling: Spelling | None = None

    @cached_property
    def files(self) -> CaseFiles:
        """Handing cases over and taking them in."""
        from drafter.ui.library.case_files import CaseFiles

        return CaseFiles(self._window, self._library)

    def save_file(self) -> None:
        """Write the open case to a file."""
        self.files.save()

    def open_file(self) -> None:
        """Take a case file in."""
        self.files.open()

    def take_table(self) -> None:
        """Make a case of every row of a table."""
        self.files.take_table()

    def search(self) -> None:
        """Ask for a command, section, question or case, and go there."""
        from drafter.ui.command_search import CommandSearch, cases, commands, places

        window = self._window
        try:
            lines = self._library.cases()
        except DrafterError:  # the start page tells it; commands can be found all the same
            lines = []
        page = window.page
        goals = [
            *commands(window.actions_.every()),
            *(places(page) if page is not None else ()),
            *cases(lines, window.open_case),
        ]
        CommandSearch(window, goals).open()

    def find(self) -> None:
        """Find words in the open case."""
        if (bar := self._bar()) is not None:
            bar.ask()

    def find_next(self, steps: int) -> None:
        """Go to a later or an earlier place of the words that were found last."""
        bar = self._bar()
        if bar is None:
            return
        if bar.line.text().strip():
            bar.step(steps)
        else:
            bar.ask()

    def _bar(self) -> FindBar | None:
        from drafter.ui.case.find_bar import FindBar

        page = self._window.page
        if page is None:
            return None
        bar = page.findChild(FindBar)
        if bar is None:
            bar = FindBar(page)
            bar.hide()
            column = page.layout()
            if column is not None:
                column.addWidget(bar)
        return bar

    def print_draft(self) -> None:
        """Print the motion as it stands."""
        from drafter.ui.case.printing import print_draft

        if self._window.page is not None:
            if self._printed is None:
                import tempfile  # seldom needed

                self._printed = tempfile.TemporaryDirectory(prefix="drafter-", ignore_cleanup_errors=True)
            print_draft(self._window, self._window.page, Path(self._printed.name))

    def forget_printed(self) -> None:
        """Throw away what was made to be printed."""
        if self._printed is not None:
            self._printed.cleanup()
            self._printed = None

    def save_pdf(self) -> None:
        """Save the motion as it stands as a PDF."""
        from drafter.ui.case.printing import save_pdf

        if self._window.page is not None:
            save_pdf(self._window, self._window.page)

    def make_room(self) -> str:
        """Hide the preview where text became too large for three panes; return what to tell of it."""
        window, preview = self._window, self._window.actions_.panes["draft"]
        letters = window.width() / QFontMetrics(QApplication.font()).averageCharWidth()
        if window.page is None or letters >= _LETTERS_FOR_THREE or not preview.isChecked():
            return ""
        preview.setChecked(False)
        window.show_panes()
        window.page.panes.setSizes([window.width() // 4, window.width() * 3 // 4, 0])
        return " The preview is hidden; the menu View shows it."

    def check_spelling(self, session: CaseSession) -> None:
        """Check the long texts of the case of ``session``, where that is wanted."""
        from drafter.ui.case.spelling import Spelling

        if self._spelling is None:
            on = self._window.actions_.spelling.isChecked()
            self._spelling = Spelling(self._window, self._library, on=on)
            self._spelling.told.connect(self._window.tell)
        self._spelling.serve(session)

    def switch_spelling(self) -> None:
        """Check the spelling or do not, as the menu says, and remember it."""
        on = self._window.actions_.spelling.isChecked()
        self._window.settings.remember("view/spelling", int(on))
        if self._spelling is not None:
            self._spelling.switch(on=on)

    def mend_spelling(self) -> None:
        """Offer what may be meant by the next misspelt word of the text in use."""
        from drafter.ui.editors.text import Paragraphs

        field = QApplication.focusWidget()
        if isinstance(field, Paragraphs):
            field.marks.mend_next()
        else:
            self._window.tell("Spelling is checked in longer texts; go to one and press F4 there.")

    def insert_block(self, field: Paragraphs | None = None) -> None:
        """Let a text block be chosen and insert it into ``field``, else into the text in use."""
        from drafter.ui.case.text_blocks import insert_block

        insert_block(self._window, self._library, field or QApplication.focusWidget())

    def show_blocks(self) -> None:
        """List the text blocks, to read, write, change and delete them."""
        from drafter.ui.case.text_blocks import show_blocks

        show_blocks(self._window, self._library)

    def keep_block(self, field: Paragraphs) -> None:
        """Keep what is selected in ``field`` as a text block."""
        from drafter.ui.case.text_blocks import keep_block

        keep_block(self._window, self._library, field)

    def show_versions(self) -> None:
        """List the versions of the open case."""
        from drafter.ui.case.versions_dialog import show_versions

        show_versions(self._window, self._library)

    def show_notes(self) -> None:
        """Show the notes on the section that is open, and its sign-off."""
        from drafter.ui.case.notes_dialog import show_notes

        show_notes(self._window)

    def show_conflicts(self) -> None:
        """Look for persons' names in every case."""
        from drafter.ui.library.conflicts_dialog import show_conflicts

        show_conflicts(self._window, self._library)

    def show_own_fields(self) -> None:
        """List the questions that the firm asks besides those of the program."""
        from drafter.ui.library.own_fields_dialog import show_own_fields

        show_own_fields(self._window, self._library)

    def explain(self) -> None:
        """Say why the question in hand is asked."""
        from drafter.ui.case.form import block_of

        block = block_of(QApplication.focusWidget())
        if block is not None:
            block.explain()

    def show_manual(self) -> None:
        """Open the manual at the page that fits where the keyboard is."""
        from drafter.ui.manual import fitting_page, open_manual

        open_manual(self._window, fitting_page(self._window.page, QApplication.focusWidget()))

    def show_about(self) -> None:
        """Show versions, the age of the law, the data folder, and lines to copy."""
        from drafter.ui.about import about_dialog

        about_dialog(self._window, self._library, self._window.look()).open()
