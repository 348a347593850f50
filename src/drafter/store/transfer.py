"""One case as one file: a database of the same schema that holds this case alone, plain or encrypted.

A file is written under another name, read back and compared before it takes its own.  A file is read without
a write to it or beside it; one of an older schema is migrated as a copy in memory.  What it holds is
never trusted: see :mod:`drafter.store.contents`.

The definitions of the firm's own fields that the case answers lie where a library keeps its own, so that
programs that do not look for them read the file as they did.
"""

from __future__ import annotations

import json
import os
from contextlib import closing, contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from sqlcipher3 import dbapi2 as sqlite

from drafter.errors import BadInputError, DrafterError, StoreError, WrongPassphraseError
from drafter.store import schema
from drafter.store.abandoned import remove_abandoned
from drafter.store.arrival import arrived
from drafter.store.contents import CaseContents, contents_from
from drafter.store.database import APPLICATION_ID, VERSION, Database, numbers_of
from drafter.store.faults import told
from drafter.store.header import begins_plain, salt_of
from drafter.store.keys import Key
from drafter.store.records import OWN_FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

#: The ending of a case file.
ENDING: Final = ".drafter"
#: Table → its columns, for rows that hang on the case alone; the columns are keys of the contents as well.
_ROWS: Final = {
    "attachments": "uid, name, exhibit, sha256, added, content",
    "notes": "uid, section, kind, who, text, at",
}


def contents_of(connection: sqlite.Connection, case: int) -> CaseContents:
    """Return everything that belongs to the case; raise ValueError where a piece of it cannot be one."""
    return contents_from(_document(connection, case))


def _document(connection: sqlite.Connection, case: int) -> dict[str, Any]:
    columns = "uid, title, sample, status, template, archived, created, modified"
    (found,) = _rows(connection, f"SELECT {columns} FROM cases WHERE id = ?", case)  # noqa: S608 - own words
    document = dict(zip(columns.split(", "), found, strict=True))
    tags = _rows(connection, "SELECT tag FROM tags WHERE case_id = ? ORDER BY tag", case)
    document["tags"] = [tag for (tag,) in tags]
    document["answers"] = _answers(connection, case)
    document["steps"] = _steps(connection, case)
    document["versions"] = [
        {"uid": uid, "name": name, "kind": kind, "made": made, "answers": json.loads(answers)}
        for uid, name, kind, made, answers in _rows(
            connection,
            "SELECT uid, name, kind, made, answers FROM versions WHERE case_id = ? ORDER BY id",
            case,
        )
    ]
    document["drafts"] = _drafts(connection, case)
    document["laws"] = _laws(connection, case)
    for table, names in _ROWS.items():
        rows = _rows(connection, f"SELECT {names} FROM {table} WHERE case_id = ? ORDER BY id", case)  # noqa: S608 - own words
        document[table] = [dict(zip(names.split(", "), row, strict=True)) for row in rows]
    document["half_typed"] = [
        {"question": question, "typed": json.loads(typed), "at": at}
        for question, typed, at in _rows(
            connection, "SELECT question, typed, at FROM half_typed WHERE case_id = ? ORDER BY question", case
        )
    ]
    return document


def _rows(connection: sqlite.Connection, statement: str, *values: object) -> list[tuple[Any, ...]]:
    found: list[tuple[Any, ...]] = connection.execute(statement, values).fetchall()
    return found


def _answers(connection: sqlite.Connection, case: int) -> dict[str, Any]:
    statement = (
        "SELECT question, value, unknown, note, evidence FROM answers WHERE case_id = ? ORDER BY question"
    )
    return {
        question: {
            "value": None if value is None else json.loads(value),
            "unknown": unknown,
            "note": note or "",
            "evidence": json.loads(evidence or "[]"),
        }
        for question, value, unknown, note, evidence in _rows(connection, statement, case)
    }


def _steps(connection: sqlite.Connection, case: int) -> list[dict[str, Any]]:
    steps: dict[int, dict[str, Any]] = {}
    statement = "SELECT id, kind, state, at FROM steps WHERE case_id = ? ORDER BY id"
    for step, kind, state, at in _rows(connection, statement, case):
        steps[step] = {"kind": kind, "state": state, "at": at, "edits": []}
    statement = (
        "SELECT step, question, before, after FROM history JOIN steps ON steps.id = step "
        "WHERE case_id = ? ORDER BY step, question"
    )
    for step, question, before, after in _rows(connection, statement, case):
        steps[step]["edits"].append(
            {
                "question": question,
                "before": None if before is None else json.loads(before),
                "after": None if after is None else json.loads(after),
            }
        )
    return list(steps.values())


def _drafts(connection: sqlite.Connection, case: int) -> list[dict[str, Any]]:
    names = "document, filing_date, final, path, sha256, made, version, law, docx"
    statement = (
        "SELECT document, filing_date, final, path, sha256, drafts.made, coalesce(versions.uid, ''), "
        "coalesce(law, ''), docx FROM drafts LEFT JOIN versions ON versions.id = version "
        "WHERE drafts.case_id = ? ORDER BY drafts.id"
    )
    return [dict(zip(names.split(", "), row, strict=True)) for row in _rows(connection, statement, case)]


def _laws(connection: sqlite.Connection, case: int) -> list[dict[str, Any]]:
    statement = (
        "SELECT digest, as_of, entries FROM law_editions "
        "WHERE digest IN (SELECT law FROM drafts WHERE case_id = ?) ORDER BY digest"
    )
    return [
        {"digest": digest, "as_of": as_of, "entries": json.loads(entries)}
        for digest, as_of, entries in _rows(connection, statement, case)
    ]


# --- a file is written ---------------------------------------------------------------------------------


def write_file(contents: CaseContents, target: Path, key: Key | None) -> None:
    """Write the case to ``target``, in place of what is there, under ``key``, plain where it is None.

    Raises :class:`StoreError` where it cannot be written or does not read back as it is; what was at
    ``target`` stays then.
    """
    unfinished = target.with_name(f".{target.name}.{os.urandom(6).hex()}.unfinished")
    remove_abandoned(target.parent.glob(f".*{ENDING}.*.unfinished*"))
    try:
        with told(target, "the case file is not written"):
            _write(contents, unfinished, key)
            if read_file(unfinished, key) != contents:
                raise StoreError(f"The case file {target} is not sound, so it is not written; try again.")
            with unfinished.open("rb+") as file:
                os.fsync(file.fileno())
            unfinished.replace(target)
    finally:
        for ending in ("", "-wal", "-shm", "-journal"):
            unfinished.with_name(unfinished.name + ending).unlink(missing_ok=True)


def _write(contents: CaseContents, path: Path, key: Key | None) -> None:
    database = Database(path, key)
    try:
        with database.transaction(quiet=True):
            arrived(database.connection, contents)
            if contents.fields:
                rows = json.dumps([asdict(one) for one in contents.fields], ensure_ascii=False)
                database.connection.execute("INSERT INTO kept VALUES (?, ?)", (OWN_FIELDS, rows))
        database.connection.execute("PRAGMA journal_mode = DELETE")
    finally:
        database.close()


# --- a file is read ------------------------------------------------------------------------------------


def read_file(path: Path, key: Key | None = None) -> CaseContents:
    """Return the case in the file, which is not touched.

    Raises :class:`WrongPassphraseError` where ``key`` does not open it, :class:`BadInputError` for a file
    that is none of one case, and :class:`StoreError` for a newer or a damaged one.
    """
    _insist(path, key)
    with _damage_told(path), closing(_opened(path, key)) as connection:
        if connection.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            raise ValueError("its pages do not agree with each other")
        cases = connection.execute("SELECT id FROM cases LIMIT 2").fetchall()
        if len(cases) != 1:
            raise BadInputError(
                f"{path} holds {'more than one case' if cases else 'no case'}, so it is no case file; "
                "open a file that was made with “Save case as a file”."
            )
        return contents_from({**_document(connection, cases[0][0]), "fields": _fields(connection)})


def _fields(connection: sqlite.Connection) -> object:
    """What the file says of the firm's own fields, whatever that is."""
    found = _rows(connection, "SELECT text FROM kept WHERE name = ?", OWN_FIELDS)
    try:
        return json.loads(found[0][0]) if found else ()
    except ValueError as fault:
        raise ValueError("fields is no JSON") from fault


def _insist(path: Path, key: Key | None) -> None:
    """Raise what can be told of the file by its first bytes."""
    try:
        plain = begins_plain(path)
    except OSError as fault:
        raise BadInputError(f"{path} cannot be read ({fault.strerror}); check its name.") from fault
    if not plain and salt_of(path) is None:
        raise BadInputError(f"{path} is no case file of drafter, or only a part of one; get it again.")
    if not plain and key is None:
        raise WrongPassphraseError(f"{path} is encrypted, or is no case file; give its passphrase.")


@contextmanager
def _damage_told(path: Path) -> Iterator[None]:
    """Tell whatever a file of unknown origin makes go wrong as one sentence."""
    try:
        yield
    except DrafterError:
        raise
    except sqlite.Error as fault:  # its own words may quote what stands in the file
        raise StoreError(f"The case file {path} is damaged (SQLite cannot read it); get it again.") from fault
    except (ValueError, TypeError, LookupError, ArithmeticError, RecursionError) as fault:
        why = " ".join(str(fault).split()).rstrip(".") or "it cannot be read"
        raise StoreError(f"The case file {path} is damaged ({why}); get it again.") from fault


def _opened(path: Path, key: Key | None) -> sqlite.Connection:
    """Return a connection to the file as it is, or to a migrated copy in memory where it is older."""
    key = key if salt_of(path) is not None else None
    connection = sqlite.connect(_address(path), uri=True, isolation_level=None)
    try:
        version = _version(connection, path, key)
        if version == VERSION:
            return connection
        connection.close()
        connection = _migrated(path, key)
    except BaseException:
        connection.close()
        raise
    return connection


def _address(path: Path) -> str:
    """The file as SQLite opens it to read and to do nothing else: no lock, no log, no file beside it."""
    posix = path.absolute().as_posix()
    return f"file://{'' if posix.startswith('/') else '/'}{quote(posix)}?mode=ro&immutable=1"


def _version(connection: sqlite.Connection, path: Path, key: Key | None) -> int:
    connection.execute("PRAGMA cipher_log_level = NONE")
    if key is not None:
        connection.execute(f'PRAGMA key = "{key.literal}"')
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute("PRAGMA temp_store = MEMORY")
    version, application = numbers_of(connection, path, key)
    if application != APPLICATION_ID:
        raise BadInputError(f"{path} is a database of another program; choose another file.")
    if version > VERSION:
        raise StoreError(f"{path} was written by a newer drafter; install the newest one and open it again.")
    if connection.execute("SELECT 1 FROM sqlite_master WHERE type IN ('trigger', 'view')").fetchone():
        raise ValueError("it holds commands of its own, which no case file does")
    return int(version)


def _migrated(path: Path, key: Key | None) -> sqlite.Connection:
    memory = sqlite.connect(":memory:", isolation_level=None, uri=True)
    try:
        memory.execute("PRAGMA trusted_schema = OFF")
        memory.execute(f'ATTACH DATABASE ? AS given KEY "{key.literal if key else ""}"', (_address(path),))
        memory.execute("SELECT sqlcipher_export('main', 'given')")
        memory.execute("DETACH DATABASE given")
        schema.migrate(memory)
    except BaseException:
        memory.close()
        raise
    return memory
