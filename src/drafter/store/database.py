"""Opening the database of cases: rights, durability, encryption, migrations, refusals that protect it."""

from __future__ import annotations

import os
import time
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from sqlcipher3 import dbapi2 as sqlite

from drafter.errors import StoreError, WrongPassphraseError
from drafter.store.faults import gone, told
from drafter.store.header import begins_plain, salt_of
from drafter.store.moments import now
from drafter.store.read_only import address, may_be_read_alone, refuse_older

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from drafter.store.keys import Key

#: The file in the data folder.
FILE_NAME: Final = "drafter.sqlite"
#: The number of migrations in :mod:`schema`; stored as ``PRAGMA user_version``.
VERSION: Final = 3
#: ``PRAGMA application_id``: marks a file as ours, whatever its name ("drft" in ASCII).
APPLICATION_ID: Final = 0x64726674
#: Under this name the library keeps when anything that a backup is for was changed last.
CHANGED: Final = "changed"
#: How long another program may hold the file before the user is told, in milliseconds.
_BUSY_MS: Final = 3000
#: Seconds between two tries where SQLite itself does not try again.
_PAUSE: Final = 0.02
#: The page cache in KiB: searching 100,000 cases reads some tens of megabytes again and again.
_CACHE_KIB: Final = 64_000


class Database:
    """One open database.  Use it from the thread that made it.

    Every commit is on the disk when it returns (WAL with ``synchronous=FULL``), temporary tables stay in
    memory, and what is deleted is overwritten.
    """

    def __init__(self, path: Path, key: Key | None = None) -> None:
        """Open, and create or migrate if need be, the database at ``path``.

        Raises :class:`StoreError` for a newer database, a foreign file, a read-only place or a full disk, and
        :class:`~drafter.errors.WrongPassphraseError` where ``key`` does not open it.
        """
        self.path = path
        self.key = key
        self.closed = False
        with told(path):
            before = _identity(path) if path.exists() else None
            #: Whether nothing can be written where it lies: it is read, and every change is refused.
            self.read_only = may_be_read_alone(path)
            self.connection = _unlocked(path, key, read_only=self.read_only)
            try:
                found = _version_found(self.connection, path, key)
                if self.read_only:
                    refuse_older(path, found, VERSION)
                else:
                    _make_durable(self.connection)
                if found < VERSION:
                    self._migrate()
                self._file = before or _identity(path)
                self.insist_on_its_file()  # it may have been replaced while it was opened
            except BaseException:
                self.connection.close()
                raise

    def _migrate(self) -> None:
        """Bring the tables up to date, all or nothing; another program may have done it meanwhile."""
        from drafter.store import schema

        self.connection.execute("BEGIN IMMEDIATE")
        try:
            found = _version_found(self.connection, self.path, self.key)
            if 0 < found < VERSION:
                _keep_copy(self.path, self.key, found)
            if found < VERSION:
                schema.migrate(self.connection)
                self.connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                self.connection.execute(f"PRAGMA user_version = {VERSION}")
            self.connection.execute("COMMIT")
        except BaseException:
            if self.connection.in_transaction:
                self.connection.execute("ROLLBACK")
            raise

    def close(self) -> None:
        """Close the database."""
        self.connection.close()
        self.closed = True

    @contextmanager
    def transaction(self, *, quiet: bool = False) -> Iterator[None]:
        """One transaction; it is on the disk when the block ends, or nothing of it happened.

        It notes that there is something to back up, unless it is ``quiet``: it changes no more than an index
        or where a person was last, or a case whose ``modified`` says so by itself.
        """
        with told(self.path):
            before = self.connection.total_changes
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                self.insist_on_its_file()  # while nobody else may write, and so put another in its place
                yield
                if not quiet and self.connection.total_changes != before:
                    self.connection.execute("INSERT OR REPLACE INTO kept VALUES (?, ?)", (CHANGED, now()))
                self.connection.execute("COMMIT")
            except BaseException:
                # A failed COMMIT (full disk) may have rolled back by itself.
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise

    def insist_on_its_file(self) -> None:
        """Refuse to write where the file is gone or another was put in place: it would be lost.

        Raises :class:`StoreError`.
        """
        try:
            found = _identity(self.path)
        except FileNotFoundError as fault:
            raise gone(self.path) from fault
        if found != self._file:
            raise StoreError(
                f"{self.path} was replaced by another program, so the last change is not saved; "
                "close the library and open it again."
            )

    def rows(self, statement: str, *values: object) -> list[tuple[object, ...]]:
        """Return what ``statement`` selects."""
        with told(self.path):
            found: list[tuple[object, ...]] = self.connection.execute(statement, values).fetchall()
        return found

    def row(self, statement: str, *values: object) -> tuple[object, ...] | None:
        """Return the first row that ``statement`` selects, None where there is none."""
        with told(self.path):
            found: tuple[object, ...] | None = self.connection.execute(statement, values).fetchone()
        return found

    def empty_log(self) -> None:
        """Move what the write-ahead log holds into the database, and empty the log."""
        with told(self.path):
            self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def check(self) -> str:
        """Return "ok", or what SQLite's own checks find wrong in tables, references and search index."""
        with told(self.path):
            try:
                found = [str(row[0]) for row in self.connection.execute("PRAGMA integrity_check")]
            except sqlite.DatabaseError as fault:  # so damaged that the check itself cannot go on
                return f"the database cannot be read through ({fault})"
            lost = self.connection.execute("PRAGMA foreign_key_check")
            found += [f"a row of {row[0]} refers to nothing" for row in lost]
            if self.read_only:  # the index is checked by writing to it
                return "; ".join(line for line in found if line != "ok") or "ok"
            try:
                self.connection.execute("INSERT INTO search (search) VALUES ('integrity-check')")
            except sqlite.DatabaseError:
                found.append("the search index is damaged")
        return "; ".join(line for line in found if line != "ok") or "ok"


def connected(path: Path, key: Key | None) -> sqlite.Connection:
    """Return a connection to the database at ``path``, a new one for this user alone if there is none."""
    connection = _unlocked(path, key)
    try:
        _make_durable(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _unlocked(path: Path, key: Key | None, *, read_only: bool = False) -> sqlite.Connection:
    """Open the file and give its key; nothing in it is read or changed yet."""
    if path.exists() and path.stat().st_size:
        _refuse_foreign(path, key)
    else:
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    place = address(path) if read_only else path
    connection = sqlite.connect(place, timeout=_BUSY_MS / 1000, isolation_level=None, uri=read_only)
    connection.execute("PRAGMA cipher_log_level = NONE")  # what is wrong is told as an error of ours
    if key is not None:
        connection.execute(f'PRAGMA key = "{key.literal}"')
    return connection


def _refuse_foreign(path: Path, key: Key | None) -> None:
    encrypted = salt_of(path) is not None
    if not encrypted and not begins_plain(path):
        # SQLite itself takes a shorter foreign file for an empty database and would overwrite it.
        raise sqlite.DatabaseError("file is not a database")
    if encrypted and key is None:
        raise WrongPassphraseError(f"{path} is encrypted or is no database of drafter; give its passphrase.")


def _make_durable(connection: sqlite.Connection) -> None:
    connection.execute("PRAGMA temp_store = MEMORY")
    _keep_log(connection)
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")


def _keep_log(connection: sqlite.Connection) -> None:
    """Let the database have a write-ahead log; SQLite itself does not wait for another that does the same."""
    until = time.monotonic() + _BUSY_MS / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite.OperationalError as fault:
            if "locked" not in str(fault) or time.monotonic() > until:
                raise
            time.sleep(_PAUSE)
        else:
            return


def numbers_of(connection: sqlite.Connection, path: Path, key: Key | None) -> tuple[int, int]:
    """Return the version of the tables and the number of the program that made the file at ``path``.

    Raises :class:`~drafter.errors.WrongPassphraseError` where ``key`` does not open it.
    """
    try:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (application,) = connection.execute("PRAGMA application_id").fetchone()
    except sqlite.DatabaseError as fault:
        if key is not None and "not a database" in str(fault):
            raise WrongPassphraseError(
                f"The passphrase does not open {path}; type it again (capital letters count)."
            ) from fault
        raise
    return version, application


def _version_found(connection: sqlite.Connection, path: Path, key: Key | None) -> int:
    version, application = numbers_of(connection, path, key)
    if application not in (0, APPLICATION_ID) or (application == 0 and version):
        raise StoreError(
            f"{path} is a database of another program; choose another data folder or move this file away."
        )
    if version > VERSION:
        raise StoreError(
            f"{path} was written by a newer version of drafter, and this one would damage it; "
            "install the newest drafter and open it again."
        )
    return int(version)


def _identity(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino


def copy_whole(source: sqlite.Connection, target: Path, key: Key | None) -> None:
    """Copy the open database to the new file ``target`` under the same key, and check the copy.

    It has another name until it is whole.  Raises :class:`StoreError` where the copy is not sound.
    """
    unfinished = target.with_name(f"{target.name}.{os.urandom(6).hex()}.unfinished")
    try:
        with closing(connected(unfinished, key)) as copy:
            source.backup(copy)
            if copy.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                raise StoreError(f"The safety copy {target} is not sound, so the database is left as it is.")
            copy.execute("PRAGMA journal_mode = DELETE")
        unfinished.replace(target)
    finally:
        for ending in ("", "-wal", "-shm", "-journal"):
            unfinished.with_name(unfinished.name + ending).unlink(missing_ok=True)


def _keep_copy(path: Path, key: Key | None, version: int) -> None:
    """Copy the database aside, and check the copy, before its tables are changed."""
    folder = path.parent / "backups"
    folder.mkdir(mode=0o700, exist_ok=True)
    stamp = datetime.now(tz=UTC).strftime("%Y%m%dT%H%M%SZ")
    # SQLite copies from no connection that may write.
    with told(path, "it stays as it is"), closing(connected(path, key)) as reading:
        copy_whole(reading, folder / f"before-version-{version + 1}-{stamp}.sqlite", key)
