"""The tables, as migrations of sqlite-utils, each applied in a transaction of its own.

History of the schema (``PRAGMA user_version``):

1. cases, answers, history, drafts.
2. law_editions, with which of them a draft was made, and the drafted paper itself.
3. steps to undo and redo; versions, which drafts refer to; status, tags, archive and trash of cases; attached
   papers, notes, half-typed fields; the search index.  Answers lose their time of change, which history has.

A database with a higher ``user_version`` was written by a newer program and is refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlite_utils import Database, Migrations

if TYPE_CHECKING:
    from sqlcipher3 import dbapi2 as sqlite

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

#: The index has one text per case.  Without positions and columns and with prefixes of its own, it is a
#: quarter of the answers in size and finds by the first letters, newest first (https://www.sqlite.org/fts5.html).
_THIRD = """
CREATE TABLE steps (
    id INTEGER PRIMARY KEY,
    case_id INTEGER NOT NULL REFERENCES cases (id),
    kind TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'past')),
    at TEXT NOT NULL
) STRICT;
CREATE INDEX steps_by_case ON steps (case_id, state, id);
INSERT INTO steps (id, case_id, kind, state, at) SELECT id, case_id, 'edit', 'past', at FROM history;
CREATE TABLE history_3 (
    step INTEGER NOT NULL REFERENCES steps (id),
    question TEXT NOT NULL,
    before TEXT,              -- JSON of the whole answer; NULL where there was none
    after TEXT,
    PRIMARY KEY (step, question)
) STRICT, WITHOUT ROWID;
INSERT INTO history_3 SELECT id, question, before, after FROM history;
DROP TABLE history;
ALTER TABLE history_3 RENAME TO history;
CREATE TABLE answers_3 (
    case_id INTEGER NOT NULL REFERENCES cases (id),
    question TEXT NOT NULL,
    value TEXT,               -- JSON of the kind; NULL while unknown
    unknown INTEGER NOT NULL CHECK (unknown IN (0, 1)),
    note TEXT,                -- NULL where there is none, as evidence
    evidence TEXT,
    PRIMARY KEY (case_id, question)
) STRICT, WITHOUT ROWID;
INSERT INTO answers_3
    SELECT case_id, question, value, unknown, nullif(note, ''), nullif(evidence, '[]') FROM answers;
DROP TABLE answers;
ALTER TABLE answers_3 RENAME TO answers;
CREATE TABLE versions (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    case_id INTEGER NOT NULL REFERENCES cases (id),
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    made TEXT NOT NULL,
    answers TEXT NOT NULL     -- JSON: question → the whole answer
) STRICT;
CREATE INDEX versions_by_case ON versions (case_id, id);
ALTER TABLE drafts ADD COLUMN version INTEGER REFERENCES versions (id);
INSERT INTO versions (uid, case_id, name, kind, made, answers)
    SELECT lower(hex(randomblob(16))), case_id, '', 'draft', min(made), answers
    FROM drafts GROUP BY case_id, answers ORDER BY min(id);
UPDATE drafts SET version = (
    SELECT id FROM versions WHERE versions.case_id = drafts.case_id AND versions.answers = drafts.answers
);
ALTER TABLE drafts DROP COLUMN answers;
ALTER TABLE cases ADD COLUMN uid TEXT NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN status TEXT NOT NULL DEFAULT 'open';
ALTER TABLE cases ADD COLUMN template INTEGER NOT NULL DEFAULT 0;
ALTER TABLE cases ADD COLUMN archived INTEGER NOT NULL DEFAULT 0;
ALTER TABLE cases ADD COLUMN trashed TEXT NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN movant TEXT NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN court TEXT NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN due TEXT NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN due_what TEXT NOT NULL DEFAULT '';
ALTER TABLE cases ADD COLUMN due_on TEXT NOT NULL DEFAULT '';
UPDATE cases SET uid = lower(hex(randomblob(16)));
CREATE UNIQUE INDEX cases_by_uid ON cases (uid);
CREATE INDEX cases_by_title ON cases (title COLLATE NOCASE, id);
CREATE INDEX cases_by_movant ON cases (movant COLLATE NOCASE, id);
CREATE INDEX cases_by_court ON cases (court COLLATE NOCASE, id);
CREATE INDEX cases_by_due ON cases (due, id);
CREATE TABLE tags (
    case_id INTEGER NOT NULL REFERENCES cases (id),
    tag TEXT NOT NULL COLLATE NOCASE,
    PRIMARY KEY (case_id, tag)
) STRICT, WITHOUT ROWID;
CREATE TABLE attachments (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    case_id INTEGER NOT NULL REFERENCES cases (id),
    name TEXT NOT NULL,
    exhibit TEXT NOT NULL,    -- the letter of the exhibit that it is, empty where it is none
    sha256 TEXT NOT NULL,
    added TEXT NOT NULL,
    content BLOB NOT NULL
) STRICT;
CREATE INDEX attachments_by_case ON attachments (case_id, id);
CREATE TABLE notes (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    case_id INTEGER NOT NULL REFERENCES cases (id),
    section TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('note', 'sign-off')),
    who TEXT NOT NULL,
    text TEXT NOT NULL,
    at TEXT NOT NULL
) STRICT;
CREATE INDEX notes_by_case ON notes (case_id, id);
CREATE TABLE half_typed (
    case_id INTEGER NOT NULL REFERENCES cases (id),
    question TEXT NOT NULL,
    typed TEXT NOT NULL,      -- JSON of what stands in the field and cannot be read
    at TEXT NOT NULL,
    PRIMARY KEY (case_id, question)
) STRICT, WITHOUT ROWID;
CREATE TABLE kept (
    name TEXT PRIMARY KEY,
    text TEXT NOT NULL
) STRICT;
CREATE TABLE purged (
    uid TEXT PRIMARY KEY,
    at TEXT NOT NULL,
    counts TEXT NOT NULL      -- JSON: table → rows; nothing of the case itself
) STRICT;
CREATE VIRTUAL TABLE search USING fts5 (
    text, content = '', contentless_delete = 1, detail = none, prefix = '1 2 3',
    tokenize = "unicode61 remove_diacritics 2"
);
CREATE TABLE searched (
    entry INTEGER PRIMARY KEY AUTOINCREMENT,   -- rowid of search: a greater one is a later change
    case_id INTEGER NOT NULL UNIQUE REFERENCES cases (id)
) STRICT;
CREATE TABLE unsearched (case_id INTEGER PRIMARY KEY REFERENCES cases (id)) STRICT;
INSERT INTO unsearched SELECT id FROM cases
"""


def migrate(connection: sqlite.Connection) -> None:
    """Apply to the database every migration that it lacks, each in one transaction."""
    migrations.apply(Database(connection, execute_plugins=False))


@migrations()
def cases_answers_history_drafts(database: Database) -> None:
    """Create the first tables."""
    _execute(database, _FIRST)


@migrations()
def law_of_a_draft(database: Database) -> None:
    """Keep with which law a draft is made, and the paper; both are NULL for those that were made before."""
    _execute(database, _SECOND)


@migrations()
def steps_versions_and_search(database: Database) -> None:
    """Make edits undoable, keep versions, and find cases by any word of their answers."""
    _execute(database, _THIRD)


def _execute(database: Database, statements: str) -> None:
    for statement in statements.split(";\n"):
        database.execute(statement)
