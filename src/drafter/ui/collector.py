"""Python's search for cyclic garbage, in the thread of the window alone.

Python searches in whatever thread happens to make the object that is one too many.  What it finds may be a
closed page with its timers, and Qt ends the program where those are destroyed in another thread than their
own: a spelling check or a backup must not come upon them.
"""

from __future__ import annotations

import gc
from typing import ClassVar, Final

from PySide6.QtCore import QObject, QTimer

_EVERY: Final = 1000  # milliseconds
#: Searches of the middle generation after which all objects are searched, once nothing else is done.
_ROUNDS: Final = 2


class Collector(QObject):
    """Searches from time to time in place of Python, as long as its parent lives."""

    _alive: ClassVar[int] = 0

    def __init__(self, parent: QObject) -> None:
        """Begin to search."""
        super().__init__(parent)
        Collector._alive += 1
        gc.disable()
        parent.destroyed.connect(_end)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.search)
        self._timer.start(_EVERY)

    def search(self) -> None:
        """Search the young objects where there are many; all, which takes longer, in a quiet second."""
        young, middle, old = gc.get_count()
        most_young, most_middle, _ = gc.get_threshold()
        if young > most_young:
            gc.collect(1 if middle > most_middle else 0)
        elif old > _ROUNDS:
            gc.collect()


def _end() -> None:
    Collector._alive -= 1  # noqa: SLF001 - the class's own
    if not Collector._alive:  # noqa: SLF001
        gc.enable()
