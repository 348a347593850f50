"""Measure what a user waits for: each command as a process of its own, from start to end.

``python3 dev.py bench [REPEATS]`` prints the median and the least of the times, in milliseconds.  On a busy
machine trust the least.  The window's own start is measured offscreen.
"""

from __future__ import annotations

import compileall
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = (sys.executable, "-m", "drafter")
WINDOW_LIBRARIES = "from PySide6.QtWidgets import QApplication; QApplication([])"


def times(command: tuple[str, ...], env: dict[str, str], repeats: int) -> list[float]:
    """The wall-clock times of ``command`` in milliseconds."""
    measured = []
    for _ in range(repeats):
        begun = time.perf_counter()
        subprocess.run(command, env=env, check=True, stdout=subprocess.DEVNULL)
        measured.append((time.perf_counter() - begun) * 1000)
    return measured


def new_case(env: dict[str, str]) -> str:
    """The id of a fresh sample case."""
    command = (*PROGRAM, "new", "--sample", "vailes", "--json")
    done = subprocess.run(command, env=env, check=True, capture_output=True, encoding="utf-8")
    return str(json.loads(done.stdout)["case"])


def measured_commands(case: str, out: str) -> dict[str, tuple[str, ...]]:
    """What is measured, by the name under which it is printed."""
    return {
        "Python itself": (sys.executable, "-c", ""),
        "Qt alone, offscreen": (sys.executable, "-c", WINDOW_LIBRARIES),
        "drafter --help": (*PROGRAM, "--help"),
        "drafter new": (*PROGRAM, "new", "--sample", "vailes"),
        "drafter show": (*PROGRAM, "show", case),
        "drafter grounds": (*PROGRAM, "grounds", case),
        "drafter draft --kit": (*PROGRAM, "draft", case, "--kit", "--out", out),
        "drafter --self-test": (*PROGRAM, "--self-test"),
    }


def main() -> int:
    """Print one line for each command."""
    repeats = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    compileall.compile_dir(ROOT / "src", quiet=1)  # an installed program is compiled
    with tempfile.TemporaryDirectory() as folder:
        env = {**os.environ, "DRAFTER_DATA_DIR": str(Path(folder) / "data"), "QT_QPA_PLATFORM": "offscreen"}
        print(f"{'':24}{'median':>8}{'least':>8}   ms, {repeats} runs each")
        for name, command in measured_commands(new_case(env), str(Path(folder) / "out")).items():
            taken = times(command, env, repeats)
            print(f"{name:24}{statistics.median(taken):8.0f}{min(taken):8.0f}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
