"""Pull the plug at a random moment, again and again: at most two seconds of typing are lost."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from drafter.app.library import Library

_ROUNDS = int(os.environ.get("DRAFTER_KILLS", "6"))
_LIMIT = 2.0  # seconds that may be lost at most
_TYPIST = Path(__file__).parent / "typist.py"


def typed_until_killed(
    folder: Path, case: int, seed: int, seconds: float
) -> tuple[float, list[tuple[float, str, str]]]:
    """Let the typist type for ``seconds``; return the time of death and what was typed until then."""
    command = [sys.executable, str(_TYPIST), str(folder), str(case), str(seed)]
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONIOENCODING": "utf-8"}
    with subprocess.Popen(command, env=env, stdout=subprocess.PIPE, encoding="utf-8") as typist:
        assert typist.stdout is not None
        lines = [typist.stdout.readline()]
        assert lines[0], "the window did not open"
        end = time.time() + seconds
        while time.time() < end:
            lines.append(typist.stdout.readline())
        typist.kill()
        died = time.time()
        lines += typist.stdout.readlines()
    whole = [line for line in lines if line.endswith("\n")]
    return died, [json.loads(line) for line in whole]


def stored_text(library: Library, case: int, question: str) -> str:
    answer = library.open_case(case).answers.get(question)
    if answer is None:
        return ""
    return str(answer.value[0]["count"] if isinstance(answer.stored, list) else answer.value)


@pytest.mark.parametrize("seed", range(_ROUNDS))
def test_typing_survives_a_kill(data_dir: Path, seed: int) -> None:
    library = Library.open(data_dir)
    case = library.new("United States v. Roe")
    library.close()

    seconds = random.Random(seed).uniform(1.0, 5.0)  # noqa: S311 - only the moment of death
    died, lines = typed_until_killed(data_dir, case, seed, seconds)
    due = {question: text for stamp, question, text in lines if stamp < died - _LIMIT}

    library = Library.open(data_dir)
    assert library.integrity() == "ok"
    for question, text in due.items():
        # Without spaces: the one after the last word goes when a cell is left, and comes back with no word.
        stored = "".join(stored_text(library, case, question).split())
        assert stored.startswith("".join(text.split())), question
    library.close()
    assert due or seconds < _LIMIT, "nothing was typed early enough to be due"
