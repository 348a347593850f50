"""The list of the cases on the first page: what is asked for, how many there are, which answers are found."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer

from drafter.errors import DrafterError

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint

    from drafter.app.library import Library
    from drafter.app.lines import CaseLine
    from drafter.app.shelf import Shelf
    from drafter.ui.main_window import MainWindow

#: What the list says where nothing is in the part of it that is shown.
_NOTHING: Final = {
    "open": "No case is like that.",
    "archive": "The archive is empty.",
    "templates": "No case is a template; the menu of a case makes it one.",
    "trash": "The trash is empty.",
}
#: Cases whose deadlines are asked for at once before the list is sorted by them.
_BATCH: Final = 200
#: Milliseconds from the first list until deadlines are counted, which loads the law: time to press a key.
_COUNT_AFTER: Final = 1000


class CaseListing:
    """Fills the first page of ``window`` from ``library``; ``menu`` shows what can be done with a case."""

    def __init__(self, window: MainWindow, library: Library, menu: Callable[[QPoint], None]) -> None:
        """Look at nothing yet: the list is made after the first paint."""
        self._window = window
        self._library = library
        self._menu = menu
        self._connected = False
        self._shown = False
        self._waiting: list[int] = []
        self._timer = QTimer(window)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._count_one)

    def show(self) -> None:
        """List the cases that are asked for, with the words searched for."""
        start = self._window.start
        cases = start.complete()
        self._connect()
        if start.filters is None:
            return
        shelf = start.filters.shelf(start.search.text())
        try:
            lines = shelf.lines(self._library)
            total = shelf.count(self._library)
            start.offer_search(offered=total > 0 or not self._library.is_empty)
            start.filters.offer_tags(self._library.tags())
        except DrafterError as fault:
            cases.show_fault(str(fault))
            return
        cases.table.show_order(shelf.order, descending=shelf.descending)
        start.filters.show_count(total)
        for status in dict.fromkeys(line.status for line in lines):
            start.filters.offer_status(status)
        start.show_cases(lines, total, partial(self._more, shelf), self._nothing(shelf))
        cases.table.count_deadlines(self._counted, 0 if self._shown else _COUNT_AFTER)
        self._shown = True
        self._show_found()
        if shelf.order == "due":
            self._count_all()

    def _connect(self) -> None:
        start = self._window.start
        if self._connected or start.cases is None or start.filters is None:
            return
        self._connected = True
        view = start.cases.view
        start.filters.changed.connect(self.show)
        view.sort_asked.connect(start.filters.sort)
        view.menu_asked.connect(self._menu)
        view.selectionModel().currentRowChanged.connect(self._show_found)

    def _nothing(self, shelf: Shelf) -> str:
        if shelf.search.strip():
            return "No case contains these words."
        return "" if shelf.place == "open" and not shelf.narrowed else _NOTHING[shelf.place]

    def _more(self, shelf: Shelf, offset: int) -> list[CaseLine]:
        try:
            return shelf.lines(self._library, offset)
        except DrafterError as fault:
            self._window.warn(fault)
            return []

    def _show_found(self) -> None:
        """Show which answers of the chosen case hold the words searched for."""
        start = self._window.start
        case, words = start.chosen(), start.search.text()
        if start.filters is None:
            return
        try:
            found = self._library.matches(case, words) if case is not None and words.strip() else ()
        except DrafterError:  # it is told where the case is opened
            found = ()
        start.filters.show_found(found)

    def _counted(self, case: int) -> CaseLine | None:
        """Count the nearest deadline of a case and return its line."""
        try:
            self._library.nearest_deadline(case)
            return self._library.line(case)
        except DrafterError:  # it is told where the case is opened
            return None

    def _count_all(self) -> None:
        """Count the deadlines that sorting needs, one case at a time, so that no key waits."""
        if not self._timer.isActive():
            self._waiting = self._library.uncounted(_BATCH)
            if self._waiting:
                self._timer.start()

    def _count_one(self) -> None:
        start = self._window.start
        if self._window.page is not None or self._library.locked or start.filters is None:
            self._timer.stop()
        elif self._waiting:
            self._counted(self._waiting.pop())
        else:
            self._timer.stop()
            if start.filters.order.currentData() == "due":
                self.show()

    def forget(self) -> None:
        """Show no word of any case in the list, the search and the filters."""
        start = self._window.start
        start.search.clear()
        if start.cases is not None and start.filters is not None:
            start.cases.table.show(())
            start.filters.offer_tags(())
            start.filters.show_found(())
