"""What comes from a case file is put into a library: a whole case, or what a case here lacks."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from drafter.store.values import columns, new_uid, packed, part, whole

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlcipher3 import dbapi2 as sqlite

    from drafter.store.contents import CaseContents, KeptStep


def arrived(connection: sqlite.Connection, contents: CaseContents, uid: str | None = None) -> int:
    """Put the whole case in place as it is, inside a transaction, and return its id.

    With ``uid`` it is another case: that is its identity, and all that belongs to it gets new ones.
    """
    case = connection.execute(
        "INSERT INTO cases (uid, title, sample, status, template, archived, created, modified) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(uid or contents.uid or new_uid(), contents.title, contents.sample, contents.status),
            *(contents.template, contents.archived, contents.created, contents.modified),
        ),
    ).lastrowid
    connection.executemany(
        "INSERT INTO answers VALUES (?, ?, ?, ?, ?, ?)",
        [(case, question, *columns(answer)) for question, answer in contents.answers.items()],
    )
    for step in contents.steps:
        _put_step(connection, case, step)
    put_missing(connection, case, contents, afresh=uid is not None)
    connection.execute("INSERT INTO unsearched VALUES (?)", (case,))
    return int(case)


def put_steps(connection: sqlite.Connection, case: int, steps: tuple[KeptStep, ...]) -> int:
    """Add to the history what the case here lacks of it, inside a transaction; return how many edits.

    They are past: nothing here can be undone by them.
    """
    statement = (
        "SELECT question, at, before, after FROM history JOIN steps ON steps.id = step WHERE case_id = ?"
    )
    there = {
        (question, at, whole(part(before)), whole(part(after)))
        for question, at, before, after in connection.execute(statement, (case,))
    }
    added = 0
    for step in steps:
        edits = tuple(
            (question, before, after)
            for question, before, after in step.edits
            if (question, step.at, whole(before), whole(after)) not in there
        )
        if edits:
            _put_step(
                connection, case, replace(step, kind=step.kind.partition(" ")[0], state="past", edits=edits)
            )
            added += len(edits)
    return added


def _put_step(connection: sqlite.Connection, case: int, step: KeptStep) -> None:
    row = connection.execute(
        "INSERT INTO steps (case_id, kind, state, at) VALUES (?, ?, ?, ?)",
        (case, step.kind, step.state, step.at),
    ).lastrowid
    connection.executemany(
        "INSERT INTO history (step, question, before, after) VALUES (?, ?, ?, ?)",
        [(row, question, whole(before), whole(after)) for question, before, after in step.edits],
    )


def put_missing(
    connection: sqlite.Connection, case: int, contents: CaseContents, *, afresh: bool = False
) -> dict[str, int]:
    """Add what belongs to the case and is not here yet, inside a transaction; return how many of each kind.

    Nothing is removed or replaced.  ``afresh`` gives everything an identity of its own.
    """
    connection.executemany("INSERT OR IGNORE INTO tags VALUES (?, ?)", [(case, tag) for tag in contents.tags])
    connection.executemany(
        "INSERT OR IGNORE INTO half_typed VALUES (?, ?, ?, ?)",
        [(case, one.question, packed(one.typed), one.at) for one in contents.half_typed],
    )
    versions = [
        (
            one.uid,
            one.name,
            one.kind,
            one.made,
            packed({key: row.as_json() for key, row in one.answers.items()}),
        )
        for one in contents.versions
    ]
    papers = [
        (one.uid, one.name, one.exhibit, one.sha256, one.added, one.content) for one in contents.attachments
    ]
    notes = [(one.uid, one.section, one.kind, one.who, one.text, one.at) for one in contents.notes]
    new = partial(_put_new, connection, case, afresh=afresh)
    before, ids = (
        _count(connection, "versions", case),
        new("versions", "uid, name, kind, made, answers", versions),
    )
    counts = {"versions": _count(connection, "versions", case) - before}
    for table, names, rows in (
        ("attachments", "uid, name, exhibit, sha256, added, content", papers),
        ("notes", "uid, section, kind, who, text, at", notes),
    ):
        before = _count(connection, table, case)
        new(table, names, rows)
        counts[table] = _count(connection, table, case) - before
    return counts | {"drafts": _put_drafts(connection, case, contents, ids)}


def _count(connection: sqlite.Connection, table: str, case: int) -> int:
    statement = f"SELECT count(*) FROM {table} WHERE case_id = ?"  # noqa: S608 - own words
    return int(connection.execute(statement, (case,)).fetchone()[0])


def _put_new(  # noqa: PLR0913 - which rows, and where to
    connection: sqlite.Connection,
    case: int,
    table: str,
    names: str,
    rows: Sequence[tuple[Any, ...]],
    *,
    afresh: bool,
) -> dict[str, int]:
    """Add those of ``rows``, the uid first, that the case does not have; return the id of each by its uid.

    An identity that another case of the library has already is not taken from it.
    """
    ids: dict[str, int] = {}
    marks = ", ".join("?" for _ in names.split(", "))
    for uid, *rest in rows:
        found = connection.execute(f"SELECT id, case_id FROM {table} WHERE uid = ?", (uid,)).fetchone()  # noqa: S608 - own words
        if found is not None and found[1] == case and not afresh:
            ids[uid] = found[0]
            continue
        own = new_uid() if afresh or found is not None else uid
        ids[uid] = connection.execute(
            f"INSERT INTO {table} (case_id, {names}) VALUES (?, {marks})",  # noqa: S608 - own words
            (case, own, *rest),
        ).lastrowid
    return ids


def _put_drafts(
    connection: sqlite.Connection, case: int, contents: CaseContents, versions: Mapping[str, int]
) -> int:
    connection.executemany(
        "INSERT OR IGNORE INTO law_editions VALUES (?, ?, ?)",
        [(one.digest, one.as_of, packed(dict(one.entries))) for one in contents.laws],
    )
    laws = {one.digest for one in contents.laws}
    statement = "SELECT document, made, sha256, path FROM drafts WHERE case_id = ?"
    there = set(connection.execute(statement, (case,)).fetchall())
    missing = [
        (
            *(case, one.document, one.filing_date, int(one.final), one.path, one.sha256, one.made),
            *(one.law if one.law in laws else None, one.docx or None, versions.get(one.version)),
        )
        for one in contents.drafts
        if (one.document, one.made, one.sha256, one.path) not in there
    ]
    connection.executemany(
        "INSERT INTO drafts (case_id, document, filing_date, final, path, sha256, made, law, docx, version) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        missing,
    )
    return len(missing)
