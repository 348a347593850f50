"""A damaged library: its index written anew, or what can still be read of it copied into a new one."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Final

from sqlcipher3 import dbapi2 as sqlite

from drafter.store.database import Database, connected
from drafter.store.faults import told

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from drafter.store.keys import Key

#: What a library consists of; the search index is made anew.
_TABLES: Final = (
    "cases", "answers", "law_editions", "versions", "drafts", "steps", "history", "attachments", "notes",
    "tags", "half_typed", "kept", "purged",
)  # fmt: skip


def reindex(database: Database) -> None:
    """Throw the search index away; it is made anew before the next list."""
    with database.transaction():
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
    with told(source):
        damaged = connected(source, key)
    with closing(damaged), closing(Database(target, key)) as new:
        new.connection.execute("PRAGMA foreign_keys = OFF")
        damaged.execute("BEGIN")  # all of one moment, whatever another program writes meanwhile
        counts = {}
        for table in _TABLES:
            with new.transaction():
                counts[table] = _copied(damaged, new, table)
        with new.transaction():
            _drop_orphans(new)
            _forget_index(new)
    return counts


def _copied(damaged: sqlite.Connection, new: Database, table: str) -> int:
    for row in (*_readable(damaged, table, "ASC"), *_readable(damaged, table, "DESC")):
        marks = ", ".join("?" for _ in row)
        new.connection.execute(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", row)  # noqa: S608 - own names
    found = new.row(f"SELECT count(*) FROM {table}")  # noqa: S608 - own names
    return 0 if found is None else int(str(found[0]))


def _readable(damaged: sqlite.Connection, table: str, way: str) -> Iterator[tuple[object, ...]]:
    """The rows from one end of the table up to the first that cannot be read."""
    try:
        yield from damaged.execute(f"SELECT * FROM {table} ORDER BY 1 {way}")  # noqa: S608 - own names
    except sqlite.DatabaseError:
        return


def _drop_orphans(new: Database) -> None:
    """Take away rows whose case or step could not be read, and what then refers to them."""
    while lost := {str(table) for table, *_ in new.connection.execute("PRAGMA foreign_key_check")}:
        for table in lost:
            for _, _, parent, child, key, *_ in new.rows(f"PRAGMA foreign_key_list({table})"):
                new.connection.execute(
                    f"DELETE FROM {table} WHERE {child} NOT IN (SELECT {key or 'id'} FROM {parent})"  # noqa: S608 - own names
                )


def _forget_index(database: Database) -> None:
    database.connection.execute("DELETE FROM searched")
    database.connection.execute("INSERT OR IGNORE INTO unsearched SELECT id FROM cases")
