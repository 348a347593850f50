"""Opening the database of cases: rights, durability, migrations, and the refusals that protect it."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from drafter.errors import StoreError
from drafter.store.faults import told

if TYPE_CHECKING:
    from pathlib import Path

    from sqlite_utils import Database

#: The file in the data folder.
FILE_NAME = "drafter.sqlite"
#: The first bytes of every SQLite file (https://www.sqlite.org/fileformat.html § 1.3): SQLite itself takes a
#: shorter foreign file for an empty database and would overwrite it.
_HEADER = b"SQLite format 3\0"
#: How long another program may hold the file before the user is told, in milliseconds.
_BUSY_MS = 3000


def open_database(path: Path) -> Database:
    """Open, and create or migrate if need be, the database at ``path``.

    Every commit is on the disk when it returns (WAL with ``synchronous=FULL``).  Raises
    :class:`StoreError` for a newer database, a foreign file, a read-only place or a full disk.
    """
    with told(path):
        found = _version_found(path)
        database = _connected(path)
        from drafter.store import schema

        if found < schema.VERSION:
            if found:
                _keep_copy(path, found)
            schema.migrations.apply(database)
            database.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
            database.execute(f"PRAGMA user_version = {schema.VERSION}")
        return database


def _connected(path: Path) -> Database:
    from sqlite_utils import Database

    if not path.exists():
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    connection = sqlite3.connect(path, timeout=_BUSY_MS / 1000, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    return Database(connection, execute_plugins=False)


def _version_found(path: Path) -> int:
    from drafter.store import schema

    if not path.exists() or path.stat().st_size == 0:
        return 0
    with path.open("rb") as file:
        if file.read(len(_HEADER)) != _HEADER:
            raise sqlite3.DatabaseError("file is not a database")
    with closing(sqlite3.connect(path)) as connection:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application not in (0, schema.APPLICATION_ID) or (application == 0 and version):
        message = (
            f"{path} is a database of another program; choose another data folder or move this file away."
        )
        raise StoreError(message)
    if version > schema.VERSION:
        message = (
            f"{path} was written by a newer version of drafter, and this one would damage it; "
            "install the newest drafter and open it again."
        )
        raise StoreError(message)
    return int(version)


def _keep_copy(path: Path, version: int) -> None:
    """Copy the database aside, and check the copy, before its tables are changed."""
    folder = path.parent / "backups"
    folder.mkdir(mode=0o700, exist_ok=True)
    stamp = datetime.now(tz=UTC).strftime("%Y%m%dT%H%M%SZ")
    copy = folder / f"before-version-{version + 1}-{stamp}.sqlite"
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
        if target.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            message = f"The safety copy {copy} of {path} is not sound, so the database is left as it is."
            raise StoreError(message)
