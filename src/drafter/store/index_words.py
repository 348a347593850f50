"""Every word of the search index, which FTS5 tells only by reading the whole of it.

A large library keeps its words beside the index, as they were at one of its entries; those of the cases that
were indexed since are added.  A word that no case holds any longer may stay until all are read the next time;
what is deleted for good takes the words that are kept with it.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from drafter.errors import StoreError
from drafter.store.search import texts_of
from drafter.store.values import answer_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from drafter.store.database import Database

#: The name under which the words are kept, after the entry up to which they are.
_NAME: Final = "words of the index"
#: Cases from which on it is worth while, and the share of them of which the words are made out one by one.
_MANY, _SHARE = 2000, 40


def words_of_index(database: Database) -> list[str]:
    """Return every word of the index, which must be up to date, without capitals and accents; few others."""
    newest, count = _numbers(database, "SELECT coalesce(max(entry), 0), count(*) FROM searched")
    if count < _MANY:
        return _all(database)
    kept = database.row("SELECT text FROM kept WHERE name = ?", _NAME)
    entry, *words = str(kept[0]).split(" ") if kept else ["-1"]
    since = [
        int(str(case))
        for (case,) in database.rows("SELECT case_id FROM searched WHERE entry > ?", int(entry))
    ]
    if kept and not since:
        return words
    found = sorted({*words, *_of(database, since)}) if len(since) * _SHARE < count else _all(database)
    with suppress(StoreError):  # it is quicker the next time, no more
        _keep(database, " ".join((str(newest), *found)))
    return found


def forget_words(database: Database) -> None:
    """Keep the words no longer, inside a transaction."""
    database.connection.execute("DELETE FROM kept WHERE name = ?", (_NAME,))


def _keep(database: Database, text: str) -> None:
    with database.transaction(quiet=True):
        database.connection.execute("INSERT OR REPLACE INTO kept VALUES (?, ?)", (_NAME, text))


def _numbers(database: Database, statement: str) -> tuple[int, int]:
    first, second = database.row(statement) or (0, 0)
    return int(str(first)), int(str(second))


def _all(database: Database) -> list[str]:
    database.rows("CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_words USING fts5vocab (main, search, row)")
    return [str(word) for (word,) in database.rows("SELECT term FROM temp.search_words")]


def _of(database: Database, cases: Sequence[int]) -> list[str]:
    """The words of these cases, as the index itself makes them out, by a small index of them alone."""
    (made,) = database.row("SELECT sql FROM sqlite_master WHERE name = 'search'") or ("",)
    database.rows(str(made).replace(" search ", " temp.some_cases ", 1))
    database.rows("CREATE VIRTUAL TABLE temp.some_words USING fts5vocab (temp, some_cases, row)")
    try:
        for case in cases:
            text = "\n".join(_texts(database, case))
            database.rows("INSERT INTO temp.some_cases (text) VALUES (?)", text)
        return [str(word) for (word,) in database.rows("SELECT term FROM temp.some_words")]
    finally:
        database.rows("DROP TABLE temp.some_words")
        database.rows("DROP TABLE temp.some_cases")


def _texts(database: Database, case: int) -> Iterator[str]:
    title = database.row("SELECT title FROM cases WHERE id = ?", case)
    rows = database.rows(
        "SELECT question, value, unknown, note, evidence FROM answers WHERE case_id = ?", case
    )
    return texts_of(str(title[0]) if title else "", {str(key): answer_of(row) for key, *row in rows})
