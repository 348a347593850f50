"""Running the application: nothing heavy is loaded before the window is painted."""

from __future__ import annotations

import sys
import traceback
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from drafter.errors import DrafterError
from drafter.ui.main_window import MainWindow
from drafter.ui.theme import Theme

if TYPE_CHECKING:
    from types import TracebackType

    from drafter.app.library import Library

_UNEXPECTED = (
    "Something went wrong inside the program ({fault}). What you typed before is saved. Please report this"
    " with the lines that it wrote to the console; they hold no answers."
)


def open_window(library: Library, *, sample: str | None = None, case: int | None = None) -> int:
    """Run the application on ``library`` until its window closes and return the exit code.

    ``sample`` opens a sample case at once, ``case`` the case with this id.
    """
    application = QApplication.instance()
    if not isinstance(application, QApplication):
        application = QApplication(sys.argv[:1])
    application.setApplicationName("drafter")
    application.setApplicationDisplayName("drafter")
    window = MainWindow(library, Theme(application), lambda opened: _open_first(opened, sample, case))
    _catch(window)
    window.show()
    try:
        return application.exec()
    finally:
        library.close()


def _open_first(window: MainWindow, sample: str | None, case: int | None) -> None:
    if case is not None:
        window.open_case(case)
    elif sample is not None:
        window.open_sample(sample)


def _catch(window: MainWindow) -> None:
    """Tell errors that no one expected instead of letting them vanish in a console nobody sees."""

    def tell(kind: type[BaseException], fault: BaseException, trace: TracebackType | None) -> None:
        if isinstance(fault, DrafterError):
            window.warn(fault)
            return
        traceback.print_exception(kind, fault, trace)
        if isinstance(fault, Exception):
            window.warn(RuntimeError(_UNEXPECTED.format(fault=kind.__name__)))

    sys.excepthook = tell
