"""A damaged library: its index written anew, or what can still be read of it copied into a new one."""

from __future__ import annotations

import json
from contextlib import closing, suppress
from typing import TYPE_CHECKING, Any, Final

from sqlcipher3 import dbapi2 as sqlite

from drafter.store.database import Database, connected
from drafter.store.faults import told
from drafter.store.index_words import forget_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from drafter.store.keys import Key

#: What a library consists of; the search index is made anew.
_TABLES: Final = (
    "cases", "answers", "law_editions", "versions", "drafts", "steps", "history", "attachments", "notes",
    "tags", "half_typed", "kept", "purged",
)  # fmt: skip
#: The columns that hold JSON, in whatever table.
_JSON: Final = frozenset({"value", "evidence", "before", "after", "answers", "typed", "entries", "counts"})


def reindex(database: Database) -> None:
    """Throw the search index away; it is made anew before the next list."""
    with database.transaction(quiet=True):
        row = database.row("SELECT sql FROM sqlite_master WHERE name = 'search'")
        if row is not None:
            database.connection.execute("DROP TABLE search")
            database.connection.execute(str(row[0]))
        _forget_index(database)


def rescued(source: Path, key: Key | None, target: Path) -> dict[str, int]:
    """Copy every row of ``source`` that can be read into a new database ``target`` under the same key.

    Nothing of ``source`` is changed.  Returns how many rows of each table came through; raises
    :class:`~drafter.errors.StoreError` where nothing at all can be read or there is no room.
    """
    damaged = _Damaged(source, key)
    with closing(damaged), closing(Database(target, key)) as new:
        new.connection.execute("PRAGMA foreign_keys = OFF")
        with new.transaction(quiet=True):
            for table in _TABLES:
                _copy(damaged, new, table)
            _drop_orphans(new)
            _forget_index(new)
        return {table: _count(new, table) for table in _TABLES}


class _Damaged:
    """A database of which some pages cannot be read.

    After a fault it is opened anew: SQLCipher reads nothing more then, or takes a page that it could not
    decipher for an empty one.
    """

    def __init__(self, path: Path, key: Key | None) -> None:
        self._path = path
        self._key = key
        self._connection = self._opened()

    def _opened(self) -> sqlite.Connection:
        with told(self._path):
            connection = connected(self._path, self._key)
            connection.execute("BEGIN")  # all of one moment, whatever another program writes meanwhile
        return connection

    def rows(self, statement: str, *values: object) -> Iterator[tuple[Any, ...] | None]:
        """The rows up to the first that cannot be read, for which None comes."""
        try:
            yield from self._connection.execute(statement, values)
        except sqlite.DatabaseError:
            self.close()
            self._connection = self._opened()
            yield None

    def close(self) -> None:
        self._connection.close()


def _copy(damaged: _Damaged, new: Database, table: str) -> None:
    """Copy a table from both ends up to what cannot be read, and what lies between key by key."""
    columns, ends = _columns(new, table), list[int | None]()
    for way in ("ASC", "DESC"):
        last = None
        for row in damaged.rows(f"SELECT * FROM {table} ORDER BY 1 {way}"):  # noqa: S608 - own names
            if row is None:
                ends.append(last)
            else:
                _put(new, table, columns, row)
                last = row[0] if isinstance(row[0], int) else None
        if not ends:
            return
    if len(ends) < 2:  # noqa: PLR2004 - from one of the two ends, nothing was in the way
        return
    key = columns[0]
    span = next(damaged.rows(f"SELECT min({key}), max({key}) FROM {table}"))  # noqa: S608 - own names
    span = span or tuple(new.row("SELECT min(id), max(id) FROM cases") or ())
    first, last = (end if end is not None else side for end, side in zip(ends, span, strict=True))
    if isinstance(first, int) and isinstance(last, int):
        for between in range(first, last + 1):
            for row in damaged.rows(f"SELECT * FROM {table} WHERE {key} = ?", between):  # noqa: S608 - own names
                if row is not None:
                    _put(new, table, columns, row)


def _put(new: Database, table: str, columns: list[str], row: tuple[object, ...]) -> None:
    """Put a row in its place, unless what should be JSON is not or it has another kind of value."""
    with suppress(ValueError, sqlite.IntegrityError):
        for name, value in zip(columns, row, strict=True):
            if name in _JSON and value is not None:
                json.loads(str(value))
        marks = ", ".join("?" for _ in row)
        new.connection.execute(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", row)  # noqa: S608 - own names


def _columns(new: Database, table: str) -> list[str]:
    return [str(name) for _, name, *_ in new.connection.execute(f"PRAGMA table_info({table})")]


def _count(new: Database, table: str) -> int:
    found = new.row(f"SELECT count(*) FROM {table}")  # noqa: S608 - own names
    return 0 if found is None else int(str(found[0]))


def _drop_orphans(new: Database) -> None:
    """Take away rows whose case or step could not be read, and what then refers to them."""
    while lost := {str(table) for table, *_ in new.connection.execute("PRAGMA foreign_key_check")}:
        before = new.connection.total_changes
        for table in lost:
            for _, _, parent, child, key, *_ in new.rows(f"PRAGMA foreign_key_list({table})"):
                new.connection.execute(
                    f"DELETE FROM {table} WHERE {child} NOT IN (SELECT {key or 'id'} FROM {parent})"  # noqa: S608 - own names
                )
        if new.connection.total_changes == before:
            return


def _forget_index(database: Database) -> None:
    forget_words(database)
    database.connection.execute("DELETE FROM searched")
    database.connection.execute("INSERT OR IGNORE INTO unsearched SELECT id FROM cases")
