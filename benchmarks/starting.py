"""From process start to the first painted window: drafter against an empty PySide6 window, by turns."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time

#: Prints the clock when the window and all in it have painted, then ends the program.  The event is posted
#: by the window's own ``paintEvent``, which costs an empty window and a full one the same.
WATCH = """
import sys, time
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QMainWindow

HIGH, PAINTED = 1, QEvent.Type(QEvent.Type.User)

def watched(window):
    class Watched(window):
        told = False
        def paintEvent(self, event):
            super().paintEvent(event)
            if not self.told:
                self.told = True
                QCoreApplication.postEvent(self, QEvent(PAINTED), HIGH)
        def customEvent(self, event):
            print(time.monotonic_ns(), flush=True)
            QApplication.exit(0)
    return Watched
"""
EMPTY = """
application = QApplication([])
window = watched(QMainWindow)()
window.resize(1100, 700)
window.show()
application.exec()
"""
OURS = """
from drafter.__main__ import main
import drafter.ui.app
drafter.ui.app.MainWindow = watched(drafter.ui.app.MainWindow)
main(sys.argv[1:])
"""


def _started(script: str, *arguments: str) -> float:
    begun = time.monotonic_ns()
    command = (sys.executable, "-c", WATCH + script, *arguments)
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8", timeout=60)
    return (int(done.stdout.split()[0]) - begun) / 1e6


def measured(repeats: int) -> tuple[list[float], list[float]]:
    """Times to the painted window in milliseconds: ours, and the empty window's."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    ours, bound = [], []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(repeats):
            bound.append(_started(EMPTY))
            ours.append(_started(OURS, "--data-dir", folder))
    return ours, bound
