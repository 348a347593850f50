"""Copies of a whole database: backups, and the same content under another key."""

from __future__ import annotations

import os
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from drafter.errors import StoreError
from drafter.store.database import APPLICATION_ID, connected, copy_whole
from drafter.store.faults import told

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from drafter.store.database import Database
    from drafter.store.keys import Key


def back_up(database: Database, target: Path) -> None:
    """Copy the database to the new file ``target`` under its own key, and check the copy.

    Raises :class:`StoreError` where there is no room or the copy is not sound; ``target`` is gone then.
    """
    with told(target, "no backup is made"):
        copy_whole(database.connection, target, database.key)


def write_under(database: Database, target: Path, key: Key | None) -> None:
    """Write the content of the database to the new file ``target`` under ``key``, plain where it is None.

    The new file is checked against the old one, row for row counted.  Raises :class:`StoreError` where it
    cannot be written or is not sound.
    """
    connection = database.connection
    with told(target):
        connected(target, key).close()
        literal = "" if key is None else key.literal
        connection.execute(f'ATTACH DATABASE ? AS copy KEY "{literal}"', (str(target),))
        try:
            connection.execute("SELECT sqlcipher_export('copy')")
            (version,) = connection.execute("PRAGMA main.user_version").fetchone()
            connection.execute(f"PRAGMA copy.user_version = {int(version)}")
            connection.execute(f"PRAGMA copy.application_id = {APPLICATION_ID}")
        finally:
            connection.execute("DETACH DATABASE copy")
        with closing(connected(target, key)) as copy:
            sound = copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            if not sound or _counts(copy) != _counts(connection):
                raise StoreError(f"The new database {target} is not sound, so the old one stays in use.")
            copy.execute("PRAGMA journal_mode = DELETE")


def _counts(connection: object) -> list[tuple[object, ...]]:
    tables = (
        "cases",
        "answers",
        "steps",
        "history",
        "versions",
        "drafts",
        "attachments",
        "notes",
        "searched",
    )
    counted = " UNION ALL ".join(f"SELECT '{table}', count(*) FROM {table}" for table in tables)  # noqa: S608 - own names
    return connection.execute(counted).fetchall()  # type: ignore[attr-defined, no-any-return]


@contextmanager
def alone(database: Database) -> Iterator[None]:
    """Let no other program write to the database meanwhile; raise :class:`StoreError` if one does."""
    with told(database.path), closing(connected(database.path, database.key)) as guard:
        guard.execute("BEGIN IMMEDIATE")
        database.insist_on_its_file()
        yield


def discard(new: Path) -> None:
    """Remove a database that is not to take another's place after all, and what lies beside it."""
    for ending in ("", "-wal", "-shm", "-journal"):
        new.with_name(new.name + ending).unlink(missing_ok=True)


def put_in_place(database: Database, new: Path) -> None:
    """Let the file ``new`` take the place of the database, which it closes; one of them is always there.

    Raises :class:`OSError` where the system does not let go of the old one, and :class:`StoreError` while
    another program reads what only the write-ahead log holds: a power cut just after that log is removed
    would lose it.
    """
    with told(database.path):
        _, logged, moved = database.connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
    if logged != moved:
        raise StoreError(
            f"{database.path} is in use by another program, so it stays as it is; close the other and go on."
        )
    with new.open("rb+") as file:
        os.fsync(file.fileno())
    database.close()
    # Nothing may come between these: a log begun by name here would be taken for that of the new file.
    for ending in ("-wal", "-shm"):
        database.path.with_name(database.path.name + ending).unlink(missing_ok=True)
    new.replace(database.path)
