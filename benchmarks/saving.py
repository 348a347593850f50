"""One durable answer through the session against one raw sqlite3 commit, both ``synchronous=FULL``."""

from __future__ import annotations

import sqlite3
import tempfile
import time
from pathlib import Path

from drafter.app.library import Library

ROUNDS = 40


def measured(repeats: int) -> tuple[list[float], list[float]]:
    """Times of one save in milliseconds: ours on the complete sample, and the raw commit's."""
    ours, bound = [], []
    with tempfile.TemporaryDirectory() as folder:
        library = Library(Path(folder))
        session = library.open_case(library.new_sample("complete"))
        raw = sqlite3.connect(Path(folder) / "raw.sqlite", isolation_level=None)
        raw.execute("PRAGMA journal_mode = WAL")
        raw.execute("PRAGMA synchronous = FULL")
        raw.execute("CREATE TABLE answers (question TEXT PRIMARY KEY, value TEXT)")
        for round_ in range(repeats * ROUNDS):
            begun = time.perf_counter()
            raw.execute("INSERT OR REPLACE INTO answers VALUES ('movant.aliases', ?)", (f"Roe {round_}",))
            between = time.perf_counter()
            session.set_answer("movant.aliases", f"Roe {round_}")
            ended = time.perf_counter()
            bound.append((between - begun) * 1000)
            ours.append((ended - between) * 1000)
        raw.close()
        library.close()
    return ours, bound
