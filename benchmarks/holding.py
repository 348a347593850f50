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
from dataclasses import replace
from itertools import accumulate, islice
from pathlib import Path

from drafter.app.library import Library
from drafter.app.lines import listed
from drafter.store.catalogue import Listing
from drafter.store.records import NewCase, StoredAnswer

BATCH = 1000
WORDS_OF_A_CASE = 700
SEARCHES = 150
NAMES = 40
ROUNDS = 200
_SYLLABLES = [
    "ba",
    "bo",
    "car",
    "dan",
    "del",
    "der",
    "en",
    "er",
    "ford",
    "gan",
    "gor",
    "har",
    "il",
    "ka",
    "kel",
    "lan",
]
_SYLLABLES += [
    "li",
    "lo",
    "ma",
    "mar",
    "mi",
    "mon",
    "na",
    "ner",
    "ni",
    "o",
    "pa",
    "per",
    "ra",
    "ren",
    "ri",
    "ro",
    "sa",
]
_SYLLABLES += [
    "sen",
    "so",
    "sta",
    "ster",
    "ter",
    "ti",
    "tor",
    "un",
    "va",
    "ver",
    "vi",
    "wel",
    "wick",
    "y",
    "za",
]


class Writer:
    """Makes cases up: the same ones for the same seed."""

    def __init__(self, seed: int, questions: Sequence[str], districts: Sequence[str]) -> None:
        """Answer ``questions`` with texts of a vocabulary as skewed as that of real texts."""
        self._random = random.Random(seed)  # noqa: S311 - not for secrets
        self._questions = questions
        self._districts = districts
        self.vocabulary = sorted({self._word() for _ in range(40_000)})
        self._random.shuffle(self.vocabulary)
        self._weights = list(accumulate(1 / (rank + 5) for rank in range(len(self.vocabulary))))

    def _word(self) -> str:
        return "".join(self._random.choice(_SYLLABLES) for _ in range(self._random.randint(1, 4)))

    def answers(self) -> dict[str, object]:
        """The answers of one case."""
        pick = self._random
        words = pick.choices(self.vocabulary, cum_weights=self._weights, k=WORDS_OF_A_CASE)
        rest = iter(words)
        rows: dict[str, object] = {
            "movant.name": {"given": next(rest).title(), "family": self._word().title()},
            "case.district": pick.choice(self._districts),
            "case.number": f"{pick.randint(1, 9)}:{pick.randint(2, 26):02}-cr-{pick.randint(1, 99999):05}",
        }
        for question in self._questions:
            text = " ".join(islice(rest, pick.choice((1, 2, 3, 5, 40))))
            if text:
                rows[question] = text
        return rows


def measured(cases: int) -> Iterator[str]:
    """The lines of the report."""
    with tempfile.TemporaryDirectory() as folder:
        yield from _raw(Path(folder), cases)
        for name, passphrase in (("plain", ""), ("encrypted", "correct horse battery")):
            yield from _library(Path(folder) / name, name, passphrase, cases)


def _writer(library: Library) -> Writer:
    questions = [
        key
        for key, question in library.drafting.questions.items()
        if type(question.kind).__name__ == "LongText"
    ]
    return Writer(7, questions[:60], sorted(library.law.districts))


def _library(folder: Path, name: str, passphrase: str, cases: int) -> Iterator[str]:
    library = Library(folder)
    if passphrase:
        library.set_passphrase(passphrase)
    writer, law, store = _writer(library), library.law, library._store  # noqa: SLF001 - what is measured
    seconds, plain = 0.0, 0
    for start in range(0, cases, BATCH):
        batch = []
        for number in range(start, min(start + BATCH, cases)):
            values = writer.answers()
            plain += len(json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode())
            answers = {key: StoredAnswer(value) for key, value in values.items()}
            batch.append(NewCase(f"United States v. {number}", answers))
        begun = time.perf_counter()
        store.create_all(replace(one, listed=listed(one.answers, law)) for one in batch)
        seconds += time.perf_counter() - begun
    begun = time.perf_counter()
    store.database.empty_log()
    seconds += time.perf_counter() - begun
    size = store.path.stat().st_size
    yield f"{name}: loading {cases} cases of {plain / cases / 1000:.1f} KB: {seconds:.1f} s"
    yield f"{name}: file {size / 1e6:.0f} MB, {size / plain:.2f} of the plain JSON"
    yield from _used(library, name, writer)
    library.close()


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
    writer = _writer(library)
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
