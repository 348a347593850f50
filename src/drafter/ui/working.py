"""Work that may take long: in a thread, with a window that tells so after half a second and can stop it."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QEventLoop, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QProgressDialog

from drafter.ui.words import announce

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent
    from PySide6.QtWidgets import QWidget

T = TypeVar("T")
_TOLD_AFTER: Final = 500  # milliseconds


class _Done(QObject):
    """Tells the window's thread that the work is done."""

    told = Signal()


class _Unstoppable(QProgressDialog):
    """The window of a work that cannot be stopped half-way: it has no button, and no key closes it."""

    def reject(self) -> None:
        """Stay, whatever the person does."""

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay."""
        event.ignore()


def work(parent: QWidget, words: str, do: Callable[[Callable[[], bool]], T], *, can_stop: bool = True) -> T:
    """Return what ``do`` returns, or raise what it raises, while the window goes on painting itself.

    ``do`` runs in a thread of its own, so it may use values but never a case's connection.  What it is given
    returns True once the person wants to stop, which is offered unless ``can_stop`` is False.  Keys typed
    before the window with ``words`` appears wait.
    """
    stop, over, done, loop = threading.Event(), threading.Event(), _Done(), QEventLoop()
    results: list[T] = []
    faults: list[BaseException] = []

    def run() -> None:
        try:
            results.append(do(stop.is_set))
        except BaseException as fault:  # noqa: BLE001 - it is raised again below, in the thread that asked
            faults.append(fault)
        over.set()  # the thread itself may live on for a moment after it has told so
        done.told.emit()

    done.told.connect(loop.quit, Qt.ConnectionType.QueuedConnection)
    thread = threading.Thread(target=run, name="drafter-work", daemon=True)
    patience = QTimer()
    patience.setSingleShot(True)
    patience.timeout.connect(loop.quit)
    patience.start(_TOLD_AFTER)
    thread.start()
    loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    if not over.is_set():
        _tell(_dialog(parent, words, stop, can_stop=can_stop), parent, over, loop)
    thread.join()
    if faults:
        raise faults[0]
    return results[0]


def _dialog(parent: QWidget, words: str, stop: threading.Event, *, can_stop: bool) -> QProgressDialog:
    kind = QProgressDialog if can_stop else _Unstoppable
    dialog = kind(words, "Stop", 0, 0, parent)
    if not can_stop:
        dialog.setCancelButton(None)
    dialog.setWindowTitle("drafter")
    dialog.setWindowModality(Qt.WindowModality.ApplicationModal)
    dialog.setAutoClose(False)
    dialog.setAutoReset(False)
    dialog.canceled.connect(stop.set)
    return dialog


def _tell(dialog: QProgressDialog, parent: QWidget, over: threading.Event, loop: QEventLoop) -> None:
    keyboard = QApplication.focusWidget()
    dialog.show()
    announce(dialog, dialog.labelText())
    watch = QTimer()  # should it be over between two looks at it, nothing else would end the loop
    watch.timeout.connect(lambda: loop.quit() if over.is_set() else None)
    watch.start(100)
    while not over.is_set():
        loop.exec()
    dialog.done(0)  # close() is what the unstoppable one refuses
    dialog.deleteLater()
    parent.activateWindow()
    if keyboard is not None:
        keyboard.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
