"""A library of many cases, plain and encrypted, beside raw sqlite3 with FTS5 as its defaults are.

``python3 dev.py bench --cases 100000`` fills one library of each kind with made-up cases of about 6 KB and
measures, all inside one run and in milliseconds where nothing else is said:

* **loading** through the store, list lines and search index included, in seconds;
* **size** of the file against the cases as plain JSON;
* **opening** the library until its newest 50 cases are listed, and listing them again;
* **a key of a search** until the first 50 cases are there, every key of every word typed; the words shown
  under the first ten lines are measured apart;
* **a search for conflicts of interest**: one name in every case, its similar spellings too;
* **opening a case**: its answers read from the disk, and the whole session, ready to be shown;
* **a durable save** of one answer, with its history, and one raw commit of the same size.

The raw library has one row for each case, its JSON, indexed by FTS5 without options, searched by rank.
"""

from __future__ import annotations

import json
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from made_up import Writer, filled, writer_for

from drafter.app.library import Library
from drafter.store.catalogue import Listing

SEARCHES = 150
NAMES = 40
ROUNDS = 200


def measured(cases: int) -> Iterator[str]:
    """The lines of the report."""
    with tempfile.TemporaryDirectory() as folder:
        yield from _raw(Path(folder), cases)
        for name, passphrase in (("plain", ""), ("encrypted", "correct horse battery")):
            yield from _library(Path(folder) / name, name, passphrase, cases)


def _library(folder: Path, name: str, passphrase: str, cases: int) -> Iterator[str]:
    made = filled(folder, cases, passphrase)
    size = made.library._store.path.stat().st_size  # noqa: SLF001 - what is measured
    yield f"{name}: loading {cases} cases of {made.plain / cases / 1000:.1f} KB: {made.seconds:.1f} s"
    yield f"{name}: file {size / 1e6:.0f} MB, {size / made.plain:.2f} of the plain JSON"
    yield from _used(made.library, name, made.writer)
    made.library.close()


def _used(library: Library, name: str, writer: Writer) -> Iterator[str]:
    folder, newest = library.folder, Listing(limit=50)
    library.close()
    opened = []
    for _ in range(20):
        begun = time.perf_counter()
        library.cases(listing=newest)
        opened.append(time.perf_counter() - begun)
        library.close()
    yield _line(f"{name}: open the library and list the newest 50", opened)
    yield _line(f"{name}: list the newest 50 again", _times(lambda _: library.cases(listing=newest), ROUNDS))
    typed = list(_typed(writer))
    yield _line(f"{name}: a key of a search", _times(lambda n: library.cases(typed[n], newest), len(typed)))
    some = [(library.cases(words, newest), words) for words in typed[::20]]
    yield _line(
        f"{name}: the words found in the first 10",
        _times(lambda n: [library.matches(one.id, some[n][1]) for one in some[n][0][:10]], len(some)),
    )
    movants = [line.movant for line in library.cases(listing=Listing(limit=NAMES, order="title"))]
    yield _line(
        f"{name}: a search for conflicts of interest",
        _times(lambda n: library.conflicts([movants[n]]), len(movants)),
    )
    ids = [line.id for line in library.cases(listing=Listing(limit=ROUNDS, order="title", descending=False))]
    yield _line(f"{name}: read a case", _times(lambda n: library._store.answers(ids[n]), len(ids)))  # noqa: SLF001
    yield _line(f"{name}: open a case", _times(lambda n: library.open_case(ids[n]), len(ids)))
    yield from _saves(library, name, ids[0], folder)


def _saves(library: Library, name: str, case: int, folder: Path) -> Iterator[str]:
    session = library.open_case(case)
    raw = sqlite3.connect(folder / "raw.sqlite", isolation_level=None)
    raw.execute("PRAGMA journal_mode = WAL")
    raw.execute("PRAGMA synchronous = FULL")
    raw.execute("CREATE TABLE answers (question TEXT PRIMARY KEY, value TEXT)")
    ours, bound = [], []
    for round_ in range(ROUNDS * 3):
        text = f"Roe {round_} {'word ' * 20}"
        begun = time.perf_counter()
        raw.execute("INSERT OR REPLACE INTO answers VALUES ('movant.aliases', ?)", (text,))
        between = time.perf_counter()
        session.set_answer("movant.aliases", text)
        ours.append(time.perf_counter() - between)
        bound.append(between - begun)
    raw.close()
    yield _line(f"{name}: a durable save", ours)
    yield _line(f"{name}: one raw commit, in turn with it", bound)


def _raw(folder: Path, cases: int) -> Iterator[str]:
    library = Library(folder / "questions")
    writer = writer_for(library)
    connection = sqlite3.connect(folder / "raw.sqlite", isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("CREATE VIRTUAL TABLE cases USING fts5(answers)")
    seconds, plain = 0.0, 0
    connection.execute("BEGIN")
    for _ in range(cases):
        text = json.dumps(writer.answers(), ensure_ascii=False, separators=(",", ":"))
        plain += len(text.encode())
        begun = time.perf_counter()
        connection.execute("INSERT INTO cases VALUES (?)", (text,))
        seconds += time.perf_counter() - begun
    begun = time.perf_counter()
    connection.execute("COMMIT")
    seconds += time.perf_counter() - begun
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    size = (folder / "raw.sqlite").stat().st_size
    yield f"raw: loading {seconds:.1f} s; file {size / 1e6:.0f} MB, {size / plain:.2f} of the plain JSON"
    typed = list(_typed(writer))[::10]

    def search(number: int) -> None:
        asked = " ".join(f'"{word}"*' for word in typed[number].split())
        connection.execute(
            "SELECT rowid FROM cases WHERE cases MATCH ? ORDER BY rank LIMIT 50", (asked,)
        ).fetchall()

    yield _line("raw: a key of a search, by rank", _times(search, len(typed)))
    connection.close()
    library.close()
    (folder / "raw.sqlite").unlink()


def _typed(writer: Writer) -> Iterator[str]:
    """What stands in the search field after each key: frequent words, rare ones, two together."""
    pick = random.Random(3)  # noqa: S311 - not for secrets
    for number in range(SEARCHES):
        frequent, rare = pick.choice(writer.vocabulary[:300]), pick.choice(writer.vocabulary[3000:])
        text = (frequent, rare, f"{frequent} {rare}", f"{rare} {frequent}")[number % 4]
        yield from (text[:end] for end in range(1, len(text) + 1) if text[end - 1] != " ")


def _times(do: object, rounds: int) -> list[float]:
    found = []
    for number in range(rounds):
        begun = time.perf_counter()
        do(number)  # type: ignore[operator]
        found.append(time.perf_counter() - begun)
    return found


def _line(name: str, seconds: Sequence[float]) -> str:
    ordered = sorted(one * 1000 for one in seconds)
    worst = ordered[min(len(ordered) - 1, round(len(ordered) * 0.99))]
    return f"{name:56}{statistics.median(ordered):9.2f} median{worst:9.2f} p99   ({len(ordered)} times)"
