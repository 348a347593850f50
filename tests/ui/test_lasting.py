"""The program outlives any number of calls of Qt, also where Python counts the references of ``None``."""

from __future__ import annotations

import subprocess
import sys

_CALLS = """
import drafter.ui
from PySide6.QtCore import QCoreApplication, QTimer
application = QCoreApplication([])
timer = QTimer()
for _ in range(300_000):
    timer.stop()
    timer.isActive()
    timer.isSingleShot()
print("alive")
"""


def test_hundreds_of_thousands_of_calls_of_qt_do_not_end_the_program() -> None:
    done = subprocess.run([sys.executable, "-c", _CALLS], capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout.strip()) == (0, "alive"), done.stderr
