"""What is done with the cases of the list: status and tags, archive, templates, trash; going on with one."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from drafter.errors import BadInputError, DrafterError
from drafter.ui.library.case_listing import CaseListing

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafter.app.library import Library
    from drafter.app.lines import CaseLine
    from drafter.app.receipts import Receipt
    from drafter.ui.library.backup_commands import BackupCommands
    from drafter.ui.main_window import MainWindow

#: Under this name the library keeps which case was open last, and at which question.
_LAST: Final = "window/last"
_PLACE_TOLD: Final = "vault/place-told"
_LEFT: Final = "window/left/"


class LibraryCommands:
    """The commands of the list of ``library`` in ``window``; the list is made after the first paint."""

    def __init__(self, window: MainWindow, library: Library) -> None:
        """Serve ``window``."""
        self._window = window
        self._library = library
        self.listing = CaseListing(window, library, self.show_menu)
        self.backups: BackupCommands | None = None

    # --- one case ------------------------------------------------------------------------------------

    def chosen(self) -> int | None:
        """Return the case that a command is about: the open one, else the chosen one."""
        page = self._window.page
        return page.session.id if page is not None else self._window.start.chosen()

    def show_menu(self, place: QPoint) -> None:
        """Show what can be done with the chosen case at ``place`` on the screen."""
        menu = QMenu(self._window)
        self.fill(menu)
        if not menu.isEmpty():
            menu.popup(place)

    def fill(self, menu: QMenu) -> None:
        """Put what can be done with the chosen case into ``menu``."""
        menu.clear()
        case = self.chosen()
        line = self._line(case)
        if line is None:
            menu.addAction("No case is chosen").setEnabled(False)
        elif line.trashed is not None:
            self._offer(menu, "&Take back from the trash", lambda: self._library.take_back(line.id))
            menu.addAction("Delete for &good…").triggered.connect(lambda: self.purge(line))
        else:
            self._fill_living(menu, line)

    def _fill_living(self, menu: QMenu, line: CaseLine) -> None:
        from drafter.app.shelf import STATUSES

        status = menu.addMenu("&Status")
        for one in dict.fromkeys((*STATUSES, line.status)):
            action = self._offer(
                status, one.replace("&", "&&"), partial(self._library.set_status, line.id, one)
            )
            action.setCheckable(True)
            action.setChecked(one == line.status)
        status.addAction("&Other…").triggered.connect(lambda: self._ask_status(line))
        menu.addAction("Ta&gs…").triggered.connect(lambda: self._ask_tags(line))
        menu.addAction("New from &parts of it…").triggered.connect(lambda: self.new_from_parts(line))
        menu.addSeparator()
        words = "Take out of the &archive" if line.archived else "Put into the &archive"
        self._offer(menu, words, partial(self._library.archive, line.id, archived=not line.archived))
        words = "Make it a &case again" if line.template else "Make it a te&mplate"
        self._offer(menu, words, partial(self._library.make_template, line.id, template=not line.template))
        if self._window.page is None:
            menu.addAction("Put into the t&rash…").triggered.connect(lambda: self.delete(line.id))

    def _offer(self, menu: QMenu, words: str, do: Callable[[], object]) -> QAction:
        action = menu.addAction(words)
        action.triggered.connect(lambda: self._do(do))
        return action

    def _line(self, case: int | None) -> CaseLine | None:
        try:
            return self._library.line(case) if case is not None else None
        except DrafterError:  # the list tells it
            return None

    def _do(self, do: Callable[[], object]) -> bool:
        try:
            do()
        except DrafterError as fault:
            self._window.warn(fault)
            return False
        if self._window.page is None:
            self.listing.show()
        return True

    def _ask_status(self, line: CaseLine) -> None:
        from PySide6.QtWidgets import QInputDialog  # its class and enumerations are not made for the start

        status, given = QInputDialog.getText(
            self._window, "Status", f"How “{line.title}” stands:", text=line.status
        )
        if given:
            self._do(lambda: self._library.set_status(line.id, status))

    def _ask_tags(self, line: CaseLine) -> None:
        from PySide6.QtWidgets import QInputDialog  # as above

        tags, given = QInputDialog.getText(
            self._window, "Tags", f"Tags of “{line.title}”, separated by commas:", text=", ".join(line.tags)
        )
        if given:
            self._do(lambda: self._library.set_tags(line.id, tuple(tags.split(","))))

    def new_from_parts(self, line: CaseLine) -> None:
        """Ask which sections of a case to take over, make a case of them and open it."""
        from drafter.ui.library.parts_dialog import PartsDialog

        dialog = PartsDialog(self._window, line.title, self._library.drafting.sections)
        dialog.accepted.connect(
            lambda: self._window.make(lambda: self._library.new_from(line.id, dialog.title, dialog.sections))
        )
        dialog.open()

    def rename(self, case: int) -> None:
        """Ask for another title of a case of the list."""
        line = self._line(case)
        if line is not None and self._window.retitle(case, line.title):
            self.listing.show()

    def rename_this(self) -> None:
        """Give the open case another title."""
        page = self._window.page
        if page is not None and (title := self._window.retitle(page.session.id, page.title.text())):
            page.title.setText(title)
            self._window.setWindowTitle(f"{title} – drafter")

    def keep_firm(self) -> None:
        """Let every new case begin with the lawyers and the office of the open one."""
        if self._window.page is None or not self._window.page.save():
            return
        try:
            kept = self._library.keep_firm(self._window.page.session.id)
        except DrafterError as fault:
            self._window.warn(fault)
            return
        self._window.tell(f"New cases begin with the counsel of this case ({len(kept)} answers).")

    def delete(self, case: int) -> None:
        """Put a case of the list into the trash, or delete for good what lies there, after a yes."""
        from drafter.ui.dialogs import may_delete

        line = self._line(case)
        if line is None:
            return
        if line.trashed is not None:
            self.purge(line)
        elif may_delete(self._window, line.title):
            self._do(lambda: self._library.delete(case))

    def purge(self, line: CaseLine) -> None:
        """Delete a case of the trash for good, after a yes, and give the receipt."""
        from drafter.app.receipts import purged
        from drafter.ui.library.receipt_dialog import ReceiptDialog, may_purge

        if not may_purge(self._window, line.title):
            return
        receipts: list[Receipt] = []
        if self._do(lambda: receipts.append(purged(self._library, line.id))):
            ReceiptDialog(self._window, receipts[0], self._save_receipt).open()

    def _save_receipt(self, receipt: Receipt) -> None:
        from PySide6.QtWidgets import QFileDialog  # as above

        folder = self._window.settings.papers_folder()
        name = str(folder / f"receipt {receipt.at:%Y-%m-%d} {receipt.uid[:8]}.txt")
        chosen, _ = QFileDialog.getSaveFileName(self._window, "Save the receipt", name, "Text (*.txt)")
        if chosen:
            self._do(lambda: _written(Path(chosen), receipt.text()))

    # --- where it was left ---------------------------------------------------------------------------

    def resume(self) -> None:
        """Go to where the case that has just been opened was left, and keep that it is open."""
        page = self._window.page
        if page is None:
            return
        try:
            question = self._library.kept(_LEFT + self._library.uid(page.session.id))
            self._library.remember(_LAST, str(page.session.id))
        except DrafterError:  # a full disk is told as soon as an answer is to be saved
            return
        if any(shown.id == question for shown in page.session.flow.shown):
            page.go_to(question)

    def remember(self, *, open_still: bool) -> None:
        """Keep at which question the open case is left, and whether it is open still."""
        page = self._window.page
        if page is None:
            return
        try:
            if question := page.form.last_question():
                self._library.remember(_LEFT + self._library.uid(page.session.id), question)
            self._library.remember(_LAST, str(page.session.id) if open_still else "")
        except DrafterError:  # leaving goes before remembering where
            return

    def reopen(self) -> None:
        """Open the case that was open when the program ended, where it was left."""
        try:
            last = self._library.kept(_LAST)
            line = self._library.line(int(last)) if last.isdecimal() else None
            if line is not None and line.trashed is None:
                self._window.open_case(int(last))
        except DrafterError:  # the list tells it
            return

    def begin(self) -> None:
        """Do what waits until the list is shown."""
        from drafter.ui.library.backup_commands import BackupCommands

        if self.backups is None:
            self._tell_read_only()
            self.backups = BackupCommands(self._window, self._library)
            self._tell_recovery()
            self._warn_of_place()
        self._empty_trash()
        self._window.vault.offer()

    def end(self) -> None:
        """Make the last backup before the program ends."""
        if self.backups is not None:
            self.backups.at_close()

    def show_backups(self) -> None:
        """List the backups."""
        if self.backups is not None:
            self.backups.show()

    def check_data(self) -> None:
        """Check whether the library is sound."""
        from drafter.ui.library.check_dialog import CheckDialog

        CheckDialog(self._window, self._library).open()

    def _tell_read_only(self) -> None:
        """Say below every page that nothing is saved, where that is so."""
        try:
            if not self._library.read_only:
                return
        except DrafterError:  # the list tells it
            return
        from drafter.ui.library.read_only import tell_read_only

        tell_read_only(self._window, self._library.folder)

    def _tell_recovery(self) -> None:
        """Say what is there where the program did not close last time."""
        from drafter.core.dates import long_date  # see case_table.py: not before the first paint

        if self._window.presence.fallen is None:
            return
        try:
            saved = self._library.last_saved()
        except DrafterError:  # the list tells it
            return
        if saved is not None:
            at = saved.astimezone()
            self._window.start.notices.tell(
                f"drafter did not close last time; everything up to {at:%H:%M} on {long_date(at.date())} is"
                " here."
            )

    def _warn_of_place(self) -> None:
        """Warn once of a data folder that is synchronised or on a network share."""
        from drafter.app.surroundings import warning

        told, settings = warning(self._library.folder), self._window.settings
        if told and not settings.number(_PLACE_TOLD, 0):
            settings.remember(_PLACE_TOLD, 1)
            self._window.start.notices.tell(told)

    def _empty_trash(self) -> None:
        """Delete for good what has lain in the trash for its thirty days."""
        try:
            gone = self._library.empty_trash()
        except DrafterError:  # it is tried again at the next start
            return
        if gone:
            number = "1 case" if len(gone) == 1 else f"{len(gone)} cases"
            self._window.tell(f"{number} had lain in the trash for 30 days and went for good.")


def _written(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as fault:
        raise BadInputError(
            f"The receipt cannot be written to {path} ({fault.strerror}); choose another place."
        ) from fault
