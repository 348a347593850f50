"""One window on a library at a time: who else has it open, and whether it was closed last time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QLockFile

from drafter import paths
from drafter.errors import DrafterError

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from drafter.app.presence import Holder

_FILE: Final = "drafter.lock"


class Presence:
    """The lock on the library in ``folder``."""

    def __init__(self, folder: Path) -> None:
        """Take no lock yet."""
        self._folder = folder
        self._lock: QLockFile | None = None
        #: Who had the library open and never closed it; None where it was closed in order.
        self.fallen: Holder | None = None

    def claim(self, parent: QWidget) -> bool:
        """Take the lock; where another program has it, ask.  Return whether to open the library."""
        from drafter.app.presence import found, leave_word, myself  # not before the window is painted

        try:
            paths.made_private(self._folder)
        except DrafterError:  # the list of cases tells it
            return True
        before, mine = found(self._folder), myself()
        lock = QLockFile(str(self._folder / _FILE))
        lock.setStaleLockTime(0)  # a lock of a dead program of this machine is broken at once, no other ever
        if lock.tryLock(0):
            self.fallen = before
        elif lock.error() == QLockFile.LockError.LockFailedError:
            known = before is not None and before.pid == mine.pid and before.machine == mine.machine
            if not known and not _may_open(parent, before):
                return False
        self._lock = lock
        leave_word(self._folder, mine)
        return True

    def release(self) -> None:
        """Give the lock back."""
        if self._lock is not None:
            from drafter.app.presence import take_word_back

            self._lock.unlock()
            self._lock = None
            take_word_back(self._folder)


def _may_open(parent: QWidget, holder: Holder | None) -> bool:
    from PySide6.QtWidgets import QMessageBox  # seldom needed

    who = "another program" if holder is None else holder.words
    told = (
        f"This library is open already: {who}. Two programs that write at the same time can overwrite each"
        " other’s answers; close the other one first, or open the library anyway if you know that it is"
        " closed."
    )
    box = QMessageBox(QMessageBox.Icon.Warning, "drafter", told, parent=parent)
    anyway = box.addButton("Open it anyway", QMessageBox.ButtonRole.DestructiveRole)
    leave = box.addButton("Quit", QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(leave)
    box.setEscapeButton(leave)
    box.exec()
    return box.clickedButton() is anyway
