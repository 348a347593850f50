"""The tables, as migrations of sqlite-utils, each applied in a transaction of its own.

History of the schema (``PRAGMA user_version``):

1. cases, answers, history, drafts.
2. law_editions, with which of them a draft was made, and the drafted paper itself.

A database with a higher ``user_version`` was written by a newer program and is refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlite_utils import Migrations

if TYPE_CHECKING:
    from sqlite_utils import Database

#: The number of migrations below; stored as ``PRAGMA user_version``.
VERSION = 2
#: ``PRAGMA application_id``: marks a file as ours, whatever its name ("drft" in ASCII).
APPLICATION_ID = 0x64726674

migrations = Migrations("drafter")

_FIRST = """
CREATE TABLE cases (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL,
    sample TEXT NOT NULL DEFAULT '',
    created TEXT NOT NULL,
    modified TEXT NOT NULL
) STRICT;
CREATE INDEX cases_by_modified ON cases (modified DESC, id DESC);
CREATE TABLE answers (
    case_id INTEGER NOT NULL REFERENCES cases (id),
    question TEXT NOT NULL,
    value TEXT,               -- JSON of the kind; NULL while unknown
    unknown INTEGER NOT NULL DEFAULT 0 CHECK (unknown IN (0, 1)),
    note TEXT NOT NULL DEFAULT '',
    evidence TEXT NOT NULL DEFAULT '[]',
    changed TEXT NOT NULL,
    PRIMARY KEY (case_id, question)
) STRICT, WITHOUT ROWID;
CREATE TABLE history (
    id INTEGER PRIMARY KEY,
    case_id INTEGER NOT NULL REFERENCES cases (id),
    question TEXT NOT NULL,
    before TEXT,              -- JSON of the whole answer; NULL where there was none
    after TEXT,
    at TEXT NOT NULL
) STRICT;
CREATE INDEX history_by_case ON history (case_id, id);
CREATE TABLE drafts (
    id INTEGER PRIMARY KEY,
    case_id INTEGER NOT NULL REFERENCES cases (id),
    document TEXT NOT NULL,
    filing_date TEXT NOT NULL,
    final INTEGER NOT NULL CHECK (final IN (0, 1)),
    path TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    answers TEXT NOT NULL,    -- the answers from which it was made, as JSON
    made TEXT NOT NULL
) STRICT;
CREATE INDEX drafts_by_case ON drafts (case_id, id)
"""

_SECOND = """
CREATE TABLE law_editions (
    digest TEXT PRIMARY KEY,
    as_of TEXT NOT NULL,
    entries TEXT NOT NULL     -- JSON: ref of an entry → its fingerprint
) STRICT;
ALTER TABLE drafts ADD COLUMN law TEXT REFERENCES law_editions (digest);
ALTER TABLE drafts ADD COLUMN docx BLOB
"""


@migrations()
def cases_answers_history_drafts(database: Database) -> None:
    """Create the first tables."""
    _execute(database, _FIRST)


@migrations()
def law_of_a_draft(database: Database) -> None:
    """Keep with which law a draft is made, and the paper; both are NULL for those that were made before."""
    _execute(database, _SECOND)


def _execute(database: Database, statements: str) -> None:
    for statement in statements.split(";\n"):
        database.execute(statement)
