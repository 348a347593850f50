"""What the program holds after long work in one window: memory, timers and objects of Qt.

``python3 dev.py bench --actions 3600`` does so many things one after the other in the real window with the
complete sample, as a person would in an hour at one a second: types into a question and leaves it, goes to
the next section, takes a step back and does it again, looks at each tab beside the form, searches the list,
opens the review, and closes and opens the case.  Each tenth of the way prints one line.  What grows without
end shows as a line that goes on rising after the first ones.
"""

from __future__ import annotations

import gc
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import keyboard
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from drafter.app.library import Library
from drafter.ui.case import beside_commands, case_commands
from drafter.ui.case.case_page import CasePage
from drafter.ui.main_window import MainWindow
from drafter.ui.theme import Theme

#: Every so many actions the case is closed and opened again.
REOPEN_EVERY = 120


def measured(actions: int) -> Iterator[str]:
    """The lines of the report."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    held = QApplication.instance()
    application = held if isinstance(held, QApplication) else QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        library = Library(Path(folder))
        window = MainWindow(library, Theme(application))
        window.resize(1366, 768)
        window.show()
        window.activateWindow()
        keyboard.until(lambda: QApplication.focusWidget() is not None)
        window.open_sample("complete")
        yield f"{'actions':>8}{'MB resident':>14}{'MB of its own':>15}{'objects of Qt':>15}{'of Python':>12}"
        work = _work(window)
        for done in range(actions + 1):
            if done % max(1, actions // 10) == 0:
                yield _line(done, window)
            next(work)
        window.close()
        library.close()


def _line(done: int, window: MainWindow) -> str:
    gc.collect()
    resident, own = memory()
    objects = len(window.findChildren(QObject))
    return f"{done:8}{resident:14.1f}{own:15.1f}{objects:15}{len(gc.get_objects()):12}"


def memory() -> tuple[float, float]:
    """The memory of this process in megabytes: resident, and its own alone (Linux)."""
    sizes = {}
    for line in Path("/proc/self/smaps_rollup").read_text(encoding="ascii").splitlines()[1:]:
        name, _, size = line.partition(":")
        sizes[name] = int(size.split()[0]) / 1024
    return sizes["Rss"], sizes["Private_Clean"] + sizes["Private_Dirty"]


def _work(window: MainWindow) -> Iterator[None]:
    """One action after the other, without end."""
    done = 0
    while True:
        for action in (_type, _undo, _go_on, _look_beside, _type, _go_on, _review, _type, _go_on, _missing):
            if done % REOPEN_EVERY == REOPEN_EVERY - 1:
                _reopen(window)
            action(window)
            _settle(window)
            done += 1
            yield


def _page(window: MainWindow) -> CasePage:
    if window.page is None:
        raise RuntimeError("No case is open")
    return window.page


def _type(window: MainWindow) -> None:
    focus = QApplication.focusWidget()
    if isinstance(focus, QLineEdit) and not focus.isReadOnly():
        keyboard.press("x")
        _settle(window)
        keyboard.press("", key=Qt.Key.Key_Backspace)
    keyboard.press("", key=Qt.Key.Key_Tab)


def _undo(window: MainWindow) -> None:
    window.edit_text("undo")
    window.edit_text("redo")


def _go_on(window: MainWindow) -> None:
    page = _page(window)
    last = len(page.session.sections) - 1
    case_commands.step(window, 1 if page.place < last else -last)


def _look_beside(window: MainWindow) -> None:
    shows: tuple[Callable[[MainWindow], None], ...] = (
        beside_commands.show_proof,
        beside_commands.show_to_do,
        beside_commands.show_deadlines,
        beside_commands.show_law,
    )
    for show in shows:
        show(window)
        QApplication.processEvents()
    page = _page(window)
    page.tabs.setCurrentWidget(page.draft)
    page.draft.refresh()


def _review(window: MainWindow) -> None:
    case_commands.review(window)
    QApplication.processEvents()
    case_commands.review(window)


def _missing(window: MainWindow) -> None:
    case_commands.next_missing(window)


def _reopen(window: MainWindow) -> None:
    case = _page(window).session.id
    window.close_case()
    window.start.search.setText("Doe")
    _settle(window)
    window.start.search.clear()
    _settle(window)
    window.open_case(case)


def _settle(window: QWidget) -> None:
    """Wait until nothing single is expected any more."""
    keyboard.until(lambda: not any(t.isActive() for t in window.findChildren(QTimer) if t.isSingleShot()))
    # What is to be deleted later is deleted by the loop of the program, which does not run here.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
