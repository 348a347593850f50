"""From process start to the first painted window: drafter against an empty PySide6 window, by turns."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time

#: Prints the clock when the first window has painted, then ends the program.
WATCH = """
import sys, time
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

class Watch(QObject):
    seen = False
    def eventFilter(self, watched, event):
        if not self.seen and event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self.seen = True  # the event below is handled when the whole window has painted
            QCoreApplication.postEvent(self, QEvent(QEvent.Type.User), Qt.EventPriority.HighEventPriority.value)
        return False
    def customEvent(self, event):
        print(time.monotonic_ns(), flush=True)
        QApplication.exit(0)

application = QApplication([])
watch = Watch()
application.installEventFilter(watch)
"""
EMPTY = WATCH + "window = QMainWindow(); window.resize(1100, 700); window.show(); application.exec()"
OURS = WATCH + "from drafter.__main__ import main; main(sys.argv[1:])"


def _started(script: str, *arguments: str) -> float:
    begun = time.monotonic_ns()
    command = (sys.executable, "-c", script, *arguments)
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
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
