"""The window: the first page, the page of an open case, and what belongs to both."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QStackedWidget, QWidget

from drafter.errors import DrafterError
from drafter.ui.actions import Actions
from drafter.ui.case import case_commands
from drafter.ui.collector import Collector
from drafter.ui.labels import Caption
from drafter.ui.library.library_commands import LibraryCommands
from drafter.ui.library.presence import Presence
from drafter.ui.library.start_page import StartPage
from drafter.ui.manners import Manners
from drafter.ui.settings import WindowSettings
from drafter.ui.theme import Theme
from drafter.ui.vault.vault import Vault

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafter.app.library import Library
    from drafter.ui.case.case_page import CasePage

_TOLD_FOR = 6000  # milliseconds
_REST_AFTER = 300  # milliseconds after the list: the person has begun to read it


class MainWindow(QMainWindow):
    """``first`` is called once, after the window has been painted for the first time."""

    def __init__(
        self, library: Library, theme: Theme, first: Callable[[MainWindow], None] | None = None
    ) -> None:
        """Build the start page; the database is not looked at before the window is painted."""
        super().__init__()
        self._collector = Collector(self)
        self._library = library
        self._theme = theme
        self._first = first
        self._painted = False
        self._closing = False
        self.page: CasePage | None = None
        self.folder = library.folder
        self.settings = WindowSettings(self.folder)
        self.setWindowTitle("drafter")
        self.samples = QMenu("Open &sample", self)
        self.samples.aboutToShow.connect(self._fill_samples)
        self.start = StartPage(self.samples)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.start)
        self.setCentralWidget(self._pages)
        self.manners = Manners(self, library)
        self.desk = LibraryCommands(self, library)
        self.vault = Vault(self, library, self._open_library)
        self.presence = Presence(self.folder)
        self.actions_ = Actions(self)
        self._connect()
        self._recall()

    def _connect(self) -> None:
        start = self.start
        start.searched.connect(self.list_cases)
        start.new_asked.connect(self.new_case)
        start.sample_asked.connect(lambda: self.open_sample("vailes"))
        start.open_asked.connect(self.open_case)
        start.new_from_asked.connect(self._new_from)
        start.delete_asked.connect(self.desk.delete)
        start.rename_asked.connect(self.desk.rename)

    def _recall(self) -> None:
        self._theme.choose(self.settings.text("view/theme", "system"))
        self._theme.zoom(self.settings.number("view/scale", 100))
        self.settings.place(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Go on with what is slow once there is something to look at."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self._begin)

    def _begin(self) -> None:
        self._complete()
        if self.presence.claim(self):
            self.vault.begin()
        else:
            self.close()

    def _open_library(self) -> None:
        """List the cases and open what is to be opened, once the library may be looked at."""
        self.list_cases()
        if self._first is not None:
            self._first(self)
            self._first = None
        if self.page is None:
            self.desk.reopen()
        if self.page is None:
            self.start.take_keyboard()
        QTimer.singleShot(0, self.desk.begin)
        QTimer.singleShot(_REST_AFTER, self._theme.follow_contrast)

    def _complete(self) -> None:
        """Make what is not seen at first: the commands in the menus, the status bar."""
        if not self.actions_.case:
            self.actions_.fill(self.samples)
            self.actions_.enable(in_case=False)
            self.actions_.themes[self._theme.name].setChecked(True)
            self.statusBar()

    # --- the start page ------------------------------------------------------------------------------

    def list_cases(self) -> None:
        """List the cases that contain the words searched for."""
        self.desk.listing.show()

    def new_case(self) -> None:
        """Ask for a title, make a case and open it."""
        title = self._ask_title("New case")
        if title is not None:
            self.make(lambda: self._library.new(title))

    def open_sample(self, name: str) -> None:
        """Open the sample ``name``, making a case from it unless there is one already."""
        self.make(lambda: self._sample(name))

    def _sample(self, name: str) -> int:
        from drafter.app.samples import SAMPLES  # not needed before the window is painted

        made = (line.id for line in self._library.cases() if line.title == SAMPLES.get(name))
        return next(made, None) or self._library.new_sample(name)

    def new_from_this(self) -> None:
        """Make a case with the answers of the one that is open, and open it."""
        if self.page is not None:
            self.page.save()
            self._new_from(self.page.session.id)

    def _new_from(self, case: int) -> None:
        title = self._ask_title("New from this case")
        if title is not None:
            self.make(lambda: self._library.new_from(case, title))

    def make(self, maker: Callable[[], int]) -> None:
        """Make a case with ``maker`` and open it."""
        try:
            case = maker()
        except DrafterError as fault:
            self.warn(fault)
            return
        self.open_case(case)

    def retitle(self, case: int, before: str) -> str | None:
        """Ask for another title of a case; return it once it is stored."""
        title = self._ask_title("Rename case", before)
        return title if title and self._try(lambda: self._library.rename(case, title)) else None

    def _ask_title(self, heading: str, before: str = "") -> str | None:
        from drafter.ui.dialogs import ask_title  # not needed before the window is painted

        return ask_title(self, heading, before)

    def _fill_samples(self) -> None:
        if self.samples.isEmpty():
            from drafter.app.samples import SAMPLES

            for name, label in SAMPLES.items():
                self._add_sample(name, label)

    def _add_sample(self, name: str, label: str) -> None:
        self.samples.addAction(label).triggered.connect(lambda: self.open_sample(name))

    # --- the page of a case --------------------------------------------------------------------------

    def open_case(self, case: int) -> None:
        """Open the case with this id in place of the one that is open."""
        if not self.close_case():
            return
        self._complete()
        from PySide6.QtCore import Qt  # see labels.py: not before the first paint

        from drafter.ui.case.case_page import CasePage

        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            page = CasePage(self._library.open_case(case))
        except DrafterError as fault:
            self.warn(fault)
            return
        finally:
            QApplication.restoreOverrideCursor()
        self._show(page)

    def _show(self, page: CasePage) -> None:
        self.page = page
        self.manners.check_spelling(page.session)
        page.told.connect(self.tell)
        page.draft_asked.connect(lambda: case_commands.draft(self))
        page.final_asked.connect(lambda: case_commands.draft(self, final=True))
        page.show_plain(self.settings.number("view/plain", 0) == 1)
        page.panes.restoreState(self.settings.state("window/panes"))
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        self.setWindowTitle(f"{page.session.title} – drafter")
        self.actions_.enable(in_case=True)
        self.show_panes()
        page.form.start()
        self.desk.resume()

    def close_case(self) -> bool:
        """Store everything and go back to the start page; return False when the person wants to stay."""
        from drafter.ui.case.leaving import may_leave

        page = self.page
        if page is None:
            return True
        if not may_leave(self, page.autosave):
            return False
        self.put_away(open_still=self._closing)
        self.list_cases()
        self.start.take_keyboard()
        return True

    def put_away(self, *, open_still: bool) -> None:
        """Take the page of the open case away; ``open_still`` opens it again at the next start."""
        page = self.page
        if page is None:
            return
        self.settings.remember("window/panes", page.panes.saveState())
        self.desk.remember(open_still=open_still)
        self.page = None
        self._pages.setCurrentWidget(self.start)
        self._pages.removeWidget(page)
        page.deleteLater()
        self.setWindowTitle("drafter")
        self.actions_.enable(in_case=False)

    def add_page(self, page: QWidget) -> None:
        """Take in a page that is shown in place of all others when it is its turn."""
        self._pages.addWidget(page)

    def show_page(self, page: QWidget) -> None:
        """Show ``page`` and nothing of any case."""
        self._pages.setCurrentWidget(page)
        self.setWindowTitle("drafter")
        self.statusBar().clearMessage()

    def show_start(self) -> None:
        """Show the first page."""
        self._pages.setCurrentWidget(self.start)

    def show_panes(self) -> None:
        """Show the panes that are ticked in the menu."""
        if self.page is not None:
            self.page.outline.setVisible(self.actions_.panes["outline"].isChecked())
            self.page.tabs.setVisible(self.actions_.panes["draft"].isChecked())

    # --- everywhere ----------------------------------------------------------------------------------

    def edit_text(self, slot: str) -> None:
        """Undo, redo, cut, copy, paste or select all in the field that has the keyboard."""
        if slot in ("undo", "redo"):
            from drafter.ui.case.undoing import edit

            edit(self, slot)
            return
        do = getattr(QApplication.focusWidget(), slot, None)
        if callable(do):
            do()

    def zoom(self, steps: int) -> None:
        """Show all text larger or smaller; 0 shows it in the system's size."""
        if steps:
            self._theme.step(steps)
        else:
            self._theme.zoom(100)
        self.settings.remember("view/scale", self._theme.scale)
        self.tell(f"Text at {self._theme.scale} % of the system’s size.{self.manners.make_room()}")

    def choose_theme(self, name: str) -> None:
        """Use light, dark, high contrast, or what the system uses."""
        self._theme.choose(name)
        self.settings.remember("view/theme", name)

    def show_shortcuts(self) -> None:
        """Show all keys."""
        from drafter.ui.dialogs import shortcuts_dialog

        shortcuts_dialog(self, self.actions_.every()).open()

    def show_templates(self) -> None:
        """Show whose templates are used; the preview follows what is done there."""
        from drafter.ui.library.templates_dialog import TemplatesDialog

        dialog = TemplatesDialog(self, self._library.templates, self._library.own_fields.all)
        if self.page is not None:
            dialog.changed.connect(self.page.draft.refresh)
        dialog.open()

    def look(self) -> str:
        """Name the theme and the size of text."""
        return f"{self._theme.name}, text at {self._theme.scale} %"

    def tell(self, message: str) -> None:
        """Say ``message`` in the status bar for a while."""
        self.statusBar().showMessage(message, _TOLD_FOR)

    def warn(self, fault: Exception) -> None:
        """Tell what went wrong; the person goes on when it is read."""
        from drafter.ui.dialogs import warn  # seldom needed

        warn(self, str(fault))

    def _try(self, do: Callable[[], object]) -> bool:
        try:
            do()
        except DrafterError as fault:
            self.warn(fault)
            return False
        return True

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of the application's text."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.ApplicationFontChange, QEvent.Type.FontChange):
            for words in self.findChildren(Caption):
                words.resize_text()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Store everything before the window goes."""
        self._closing = True
        if not self.close_case():
            self._closing = False
            event.ignore()
            return
        self.desk.end()
        self.presence.release()
        self.settings.keep_place(self)
        self.manners.forget_printed()
        super().closeEvent(event)
