"""Work that may take long: in a thread, with a window that tells so after half a second and can stop it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QProgressDialog

from drafter.ui.words import announce

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

T = TypeVar("T")
_TOLD_AFTER: Final = 500  # milliseconds


class _Done(QObject):
    """Tells the window's thread that the work is done."""

    told = Signal()


def work(parent: QWidget, words: str, do: Callable[[Callable[[], bool]], T]) -> T:
    """Return what ``do`` returns, or raise what it raises, while the window goes on painting itself.

    ``do`` runs in a thread of its own, so it may use values but never a case's connection.  What it is given
    returns True once the person wants to stop.  Keys typed before the window with ``words`` appears wait.
    """
    stop, done, loop = threading.Event(), _Done(), QEventLoop()
    results: list[T] = []
    faults: list[BaseException] = []

    def run() -> None:
        try:
            results.append(do(stop.is_set))
        except BaseException as fault:  # noqa: BLE001 - it is raised again below, in the thread that asked
            faults.append(fault)
        done.told.emit()

    done.told.connect(loop.quit, Qt.ConnectionType.QueuedConnection)
    thread = threading.Thread(target=run, name="drafter-work", daemon=True)
    patience = QTimer()
    patience.setSingleShot(True)
    patience.timeout.connect(loop.quit)
    patience.start(_TOLD_AFTER)
    thread.start()
    loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    if thread.is_alive():
        _tell(parent, words, stop, thread, loop)
    thread.join()
    if faults:
        raise faults[0]
    return results[0]


def _tell(
    parent: QWidget, words: str, stop: threading.Event, thread: threading.Thread, loop: QEventLoop
) -> None:
    keyboard = QApplication.focusWidget()
    dialog = QProgressDialog(words, "Stop", 0, 0, parent)
    dialog.setWindowTitle("drafter")
    dialog.setWindowModality(Qt.WindowModality.ApplicationModal)
    dialog.setAutoClose(False)
    dialog.setAutoReset(False)
    dialog.canceled.connect(stop.set)
    dialog.show()
    announce(dialog, words)
    watch = QTimer()  # should the thread have ended between two looks at it, nothing else would end the loop
    watch.timeout.connect(lambda: None if thread.is_alive() else loop.quit())
    watch.start(100)
    while thread.is_alive():
        loop.exec()
    dialog.close()
    dialog.deleteLater()
    parent.activateWindow()
    if keyboard is not None:
        keyboard.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
