"""The program opens no connection: the whole walk through the window, watched by the system itself."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

#: Opens every page of the window over a new folder; Python itself tells of each socket that it makes.
WALK = """
import socket, sys
from pathlib import Path
made = []
sys.addaudithook(lambda event, given: made.append((event, given)) if event.startswith("socket.") else None)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from drafter.app.library import Library
from drafter.ui.main_window import MainWindow
from drafter.ui.theme import Theme
application = QApplication([])
library = Library.open(Path(sys.argv[1]))
window = MainWindow(library, Theme(application))
window.show()
QTest.qWait(50)
window.open_sample("complete")
page = window.page
for place in range(len(page.session.sections)):
    page.outline.go_to(place)
    QTest.qWait(1)
for tab in range(page.tabs.count()):
    page.tabs.setCurrentIndex(tab)
    QTest.qWait(400)
for show in (window.manners.search, window.manners.show_about, window.show_shortcuts, window.show_templates):
    show()
    QTest.qWait(20)
    QApplication.activeModalWidget().close()
window.manners.find()
page.session.draft(Path(sys.argv[1]) / "papers")
if len(sys.argv) > 2:  # to see that the watch sees
    socket.socket().close()
window.close()
library.close()
needless = [name for name in sys.modules if "QtNetwork" in name or name == "keyring"]
print(made, needless, "walked")
"""


def walk(folder: Path, *more: str, before: tuple[str, ...] = ()) -> str:
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [*before, sys.executable, "-c", WALK, str(folder), *more]
    done = subprocess.run(command, env=env, check=False, capture_output=True, encoding="utf-8", timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_no_socket_is_made_and_qts_network_is_not_loaded(tmp_path: Path) -> None:
    assert walk(tmp_path) == "[] [] walked"


def test_the_watch_sees_a_socket(tmp_path: Path) -> None:
    assert "socket.__new__" in walk(tmp_path, "with a socket")


def test_the_system_sees_no_internet_socket(tmp_path: Path, tool: Callable[..., str]) -> None:
    if not sys.platform.startswith("linux"):
        pytest.skip("strace is for Linux")
    strace = tool("strace")
    for more in ((), ("with a socket",)):
        log = tmp_path / "calls.txt"
        walk(tmp_path / "data", *more, before=(strace, "-f", "-e", "trace=network", "-o", str(log)))
        assert ("AF_INET" in log.read_text(encoding="utf-8")) == bool(more)
