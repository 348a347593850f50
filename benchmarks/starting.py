"""From process start to the painted window, and to the list of 1,000 cases: drafter against an empty one.

Both are processes of their own, started by turns.  *Painted* is when the window and all in it have painted
for the first time; *usable* is when the newest cases stand in the list, everything that was put off until
then is done and painted, and the program waits for a key; only whether the system wishes high contrast is
asked a moment later (``MainWindow``).  The memory is what the process holds by then.  drafter starts as its
icon starts it: with compiled modules, without arguments, its data folder where the system has it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from made_up import filled

from drafter.app.shelf import PAGE
from drafter.paths import DATA_DIR_VARIABLE
from drafter.store.catalogue import Listing

#: How many cases the library of the start has.
CASES = 1000
#: Prints the clock when the window has painted and when it is ready, and the memory then (kB, resident and
#: its own), and ends the program.  The event is posted by the window's own ``paintEvent``, which costs an
#: empty window and a full one the same.
WATCH = """
import sys, time
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

HIGH, PAINTED = 1, QEvent.Type(QEvent.Type.User)

def memory():
    try:
        lines = open("/proc/self/smaps_rollup").read().splitlines()[1:]
    except OSError:
        return 0, 0
    sizes = {line.split(":")[0]: int(line.split()[1]) for line in lines}
    return sizes["Rss"], sizes["Private_Clean"] + sizes["Private_Dirty"]

def watched(window, is_ready):
    class Watched(window):
        painted = 0
        def paintEvent(self, event):
            super().paintEvent(event)
            if not self.painted:
                self.painted = -1
                QCoreApplication.postEvent(self, QEvent(PAINTED), HIGH)
        def customEvent(self, event):
            self.painted = time.monotonic_ns()
            QTimer.singleShot(0, self.look)
        def look(self):
            if not is_ready(self):
                QTimer.singleShot(0, self.look)
                return
            self.repaint()
            QApplication.processEvents()
            print(self.painted, time.monotonic_ns(), *memory(), flush=True)
            self.close()  # in order, or the next start tells that this one fell
            QApplication.exit(0)
    return Watched
"""
EMPTY = f"""
{WATCH}
application = QApplication([])
window = watched(QMainWindow, lambda window: True)()
window.resize(1100, 700)
window.show()
application.exec()
"""
#: Python's search for garbage rests before Qt is loaded, as in :mod:`drafter.__main__`.
OURS = f"""
import gc
gc.disable()
{WATCH}
from drafter.__main__ import main
import drafter.ui.app
is_ready = lambda window: window.desk.backups is not None and window.start.chosen() is not None
drafter.ui.app.MainWindow = watched(drafter.ui.app.MainWindow, is_ready)
main(sys.argv[1:])
"""


@dataclass(frozen=True, slots=True)
class Start:
    """One start: milliseconds to the painted and to the usable window; megabytes resident, and its own."""

    painted: float
    usable: float
    resident: float
    own: float


def _started(script: str, home: Path) -> Start:
    """Start ``script`` as a user whose programs keep their files in ``home``."""
    command = [sys.executable, "-c", script]
    if not sys.platform.startswith("linux"):  # the other systems do not take the place from a variable
        command += ["--data-dir", str(home / "drafter")]
    settings = {"USER": "roe", **os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_DATA_HOME": str(home)}
    for kept in ("PYTHONDONTWRITEBYTECODE", DATA_DIR_VARIABLE):
        settings.pop(kept, None)
    begun = time.monotonic_ns()
    done = subprocess.run(
        command, check=True, capture_output=True, encoding="utf-8", timeout=60, env=settings
    )
    painted, usable, resident, own = map(int, done.stdout.split())
    return Start((painted - begun) / 1e6, (usable - begun) / 1e6, resident / 1024, own / 1024)


def measured(repeats: int) -> dict[str, tuple[list[float], list[float]]]:
    """What is compared → our times in milliseconds, and the empty window's; the memory in megabytes."""
    ours, bound = [], []
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home) / "drafter"
        library = filled(folder, CASES).library
        for line in library.cases(listing=Listing(limit=PAGE)):  # as an earlier session has left it
            library.nearest_deadline(line.id)
        library.close()
        (folder / "window.ini").write_text("[vault]\noffered=1\nplace-told=1\n", encoding="ascii")
        for _ in range(repeats):
            bound.append(_started(EMPTY, Path(home)))
            ours.append(_started(OURS, Path(home)))
    pairs = {
        "start to painted window / empty PySide6 window": "painted",
        f"start to list of {CASES:,} cases / the same": "usable",
        "MB resident by then / the same": "resident",
        "MB of its own by then / the same": "own",
    }
    return {
        name: ([getattr(one, field) for one in ours], [getattr(one, field) for one in bound])
        for name, field in pairs.items()
    }
