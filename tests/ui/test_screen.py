"""The program on a real screen: a virtual X server, the xcb platform, a picture of what it shows."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

#: Opens the sample, waits until it has painted, saves a picture of its window and ends.
SHOWN = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

application = QApplication([])

def finish():
    (window,) = (widget for widget in application.topLevelWidgets() if isinstance(widget, QMainWindow))
    assert application.platformName() == "xcb", application.platformName()
    window.grab().save(sys.argv[1])
    print(window.windowTitle())
    application.quit()

QTimer.singleShot(3000, finish)
from drafter.__main__ import main
sys.exit(main(["--open-sample", "vailes"]))
"""


@pytest.fixture
def screen(tool: Callable[..., str]) -> Iterator[str]:
    """The name of a virtual screen that nobody else uses."""
    if sys.platform != "linux":
        pytest.skip("Xvfb is for Linux")
    reading, writing = os.pipe()
    command = [tool("Xvfb"), "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        os.close(writing)
        with os.fdopen(reading) as told:
            number = told.readline().strip()
        try:
            yield f":{number}"
        finally:
            server.terminate()


def test_the_sample_opens_on_a_real_screen(screen: str, tmp_path: Path) -> None:
    picture = tmp_path / "window.png"
    env = {**os.environ, "DISPLAY": screen, "QT_QPA_PLATFORM": "xcb"}
    shown = subprocess.run(
        [sys.executable, "-c", SHOWN, str(picture)],
        env=env,
        check=False,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )
    assert shown.returncode == 0, shown.stderr
    assert "Vailes" in shown.stdout
    assert picture.stat().st_size > 20_000


@pytest.mark.parametrize("walk", ["test_whole_sample.py", "test_new_user.py"])
def test_a_person_without_a_mouse_gets_through_on_a_real_screen(screen: str, walk: str) -> None:
    env = {**os.environ, "DISPLAY": screen, "QT_QPA_PLATFORM": "xcb"}
    walked = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-x",
            "-p",
            "no:cacheprovider",
            Path(__file__).with_name(walk),
        ],
        env=env,
        check=False,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )
    assert walked.returncode == 0, walked.stdout
    assert " passed" in walked.stdout
