"""Cases, answers, history and drafts: all the SQL of the program."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from drafter.errors import BadInputError
from drafter.store.database import FILE_NAME, open_database
from drafter.store.faults import told

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class StoredAnswer:
    """An answer as it lies in the store: plain JSON values only."""

    value: Any = None
    unknown: bool = False
    note: str = ""
    evidence: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseRecord:
    """One line of the case list; ``answers`` holds only the answers that were asked for."""

    id: int
    title: str
    sample: str
    modified: datetime
    drafts: int
    answers: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class DraftRecord:
    """A paper that was written: where, of which day's law, with which content."""

    document: str
    filing_date: str
    final: bool
    path: str
    sha256: str
    docx: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class LawEdition:
    """The law that a paper was made with: its day, and the fingerprint of each of its entries by ref."""

    digest: str
    as_of: str
    entries: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class LastDraft:
    """The latest paper of a case: of which day's law, when made, and with which edition of the law.

    ``law`` is None for a paper made before editions were kept.
    """

    filing_date: str
    made: datetime
    law: LawEdition | None


#: Only question marks and fixed words are put into the braces, never what a user typed.
_LISTING = (
    "SELECT id, title, sample, modified, (SELECT count(*) FROM drafts WHERE case_id = cases.id), "
    "(SELECT json_group_object(question, json(value)) FROM answers"
    " WHERE case_id = cases.id AND value IS NOT NULL AND question IN ({marks})) "
    "FROM cases {searching} ORDER BY modified DESC, id DESC"
)


class CaseStore:
    """The cases in one data folder.  Use it from the thread that made it."""

    def __init__(self, folder: Path) -> None:
        """Open the database in ``folder``; raise :class:`~drafter.errors.StoreError` if it cannot be used."""
        self.path = folder / FILE_NAME
        self._database = open_database(self.path)
        self._connection = self._database.conn

    def close(self) -> None:
        """Close the database."""
        self._database.close()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """One transaction; it is on the disk when the block ends, or nothing of it happened."""
        with told(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                # A failed COMMIT (full disk) may have rolled back by itself.
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def create(self, title: str, answers: Mapping[str, StoredAnswer], sample: str = "") -> int:
        """Store a new case with ``answers`` and return its id."""
        with self._transaction():
            cursor = self._connection.execute(
                "INSERT INTO cases (title, sample, created, modified) VALUES (?, ?, ?, ?)",
                (title, sample, _now(), _now()),
            )
            case = int(cursor.lastrowid or 0)
            self._put(case, answers)
        return case

    def write(self, case: int, edits: Mapping[str, StoredAnswer | None]) -> None:
        """Store ``edits`` (None takes an answer away) with their history, all or nothing."""
        with self._transaction():
            self._put(case, edits)
            self._connection.execute("UPDATE cases SET modified = ? WHERE id = ?", (_now(), case))

    def _put(self, case: int, edits: Mapping[str, StoredAnswer | None]) -> None:
        for question, answer in edits.items():
            before = self._one(case, question)
            if before == answer:
                continue
            if answer is None:
                self._connection.execute(
                    "DELETE FROM answers WHERE case_id = ? AND question = ?",
                    (case, question),
                )
            else:
                self._connection.execute(
                    "INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?, ?, ?)",
                    (case, question, *_columns(answer), _now()),
                )
            self._connection.execute(
                "INSERT INTO history (case_id, question, before, after, at) VALUES (?, ?, ?, ?, ?)",
                (case, question, _whole(before), _whole(answer), _now()),
            )

    def _one(self, case: int, question: str) -> StoredAnswer | None:
        row = self._connection.execute(
            "SELECT value, unknown, note, evidence FROM answers WHERE case_id = ? AND question = ?",
            (case, question),
        ).fetchone()
        return None if row is None else _answer(row)

    def answers(self, case: int) -> dict[str, StoredAnswer]:
        """Return every answer of the case by question id."""
        with told(self.path):
            rows = self._connection.execute(
                "SELECT question, value, unknown, note, evidence FROM answers WHERE case_id = ?",
                (case,),
            )
            return {question: _answer(rest) for question, *rest in rows}

    def title(self, case: int) -> str:
        """Return the title of the case; raise :class:`BadInputError` if there is no such case."""
        with told(self.path):
            row = self._connection.execute("SELECT title FROM cases WHERE id = ?", (case,)).fetchone()
        if row is None:
            message = f"There is no case {case} in {self.path.parent}; list the cases with “drafter cases”."
            raise BadInputError(message)
        return str(row[0])

    def rename(self, case: int, title: str) -> None:
        """Give the case another title."""
        with self._transaction():
            self._connection.execute(
                "UPDATE cases SET title = ?, modified = ? WHERE id = ?", (title, _now(), case)
            )

    def delete(self, case: int) -> None:
        """Delete the case with its answers, history and list of drafts; drafted files stay."""
        with self._transaction():
            for table in ("answers", "history", "drafts"):
                self._connection.execute(f"DELETE FROM {table} WHERE case_id = ?", (case,))  # noqa: S608 - own names
            self._connection.execute("DELETE FROM cases WHERE id = ?", (case,))
            self._connection.execute(
                "DELETE FROM law_editions WHERE digest NOT IN (SELECT law FROM drafts WHERE law IS NOT NULL)"
            )

    def cases(self, search: str, questions: tuple[str, ...]) -> list[CaseRecord]:
        """Return the cases, newest change first, with their answers to ``questions``.

        ``search`` keeps the cases whose title or any answer contains every one of its words.
        """
        marks = ", ".join("?" for _ in questions)
        with told(self.path):
            found = self._connection.execute(
                _LISTING.format(marks=marks, searching=_searching(search)),
                (*questions, *(f"%{_escaped(word)}%" for word in search.split() for _ in range(2))),
            )
            return [
                CaseRecord(id_, title, sample, datetime.fromisoformat(modified), drafts, json.loads(answers))
                for id_, title, sample, modified, drafts, answers in found
            ]

    def add_drafts(self, case: int, drafts: tuple[DraftRecord, ...], law: LawEdition | None = None) -> None:
        """Note that ``drafts`` were written by this ``law``, with the answers of this moment."""
        answers = _json({question: _plain(answer) for question, answer in self.answers(case).items()})
        digest = law.digest if law else None
        with self._transaction():
            if law is not None:
                self._connection.execute(
                    "INSERT OR IGNORE INTO law_editions VALUES (?, ?, ?)",
                    (law.digest, law.as_of, _json(dict(law.entries))),
                )
            self._connection.executemany(
                "INSERT INTO drafts (case_id, document, filing_date, final, path, sha256, answers, made, "
                "law, docx) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    (
                        *(case, d.document, d.filing_date, int(d.final), d.path, d.sha256),
                        *(answers, _now(), digest, d.docx or None),
                    )
                    for d in drafts
                ],
            )

    def last_draft(self, case: int) -> LastDraft | None:
        """Return the latest paper of the case, None where none was ever drafted."""
        with told(self.path):
            row = self._connection.execute(
                "SELECT filing_date, made, digest, as_of, entries FROM drafts "
                "LEFT JOIN law_editions ON digest = law WHERE case_id = ? ORDER BY id DESC LIMIT 1",
                (case,),
            ).fetchone()
        if row is None:
            return None
        filing_date, made, digest, as_of, entries = row
        law = None if digest is None else LawEdition(digest, as_of, json.loads(entries))
        return LastDraft(filing_date, datetime.fromisoformat(made), law)

    def draft_at(self, case: int, path: str) -> DraftRecord | None:
        """Return the latest paper that was written to ``path`` and is kept, None where there is none."""
        with told(self.path):
            row = self._connection.execute(
                "SELECT document, filing_date, final, path, sha256, docx FROM drafts "
                "WHERE case_id = ? AND path = ? AND docx IS NOT NULL ORDER BY id DESC LIMIT 1",
                (case, path),
            ).fetchone()
        if row is None:
            return None
        document, filing_date, final, path, sha256, docx = row
        return DraftRecord(document, filing_date, bool(final), path, sha256, docx)

    def drafted(self, case: int) -> frozenset[str]:
        """Return the ids of the documents that were ever drafted from the case."""
        with told(self.path):
            rows = self._connection.execute("SELECT DISTINCT document FROM drafts WHERE case_id = ?", (case,))
            return frozenset(document for (document,) in rows)

    def draft_hashes(self, case: int) -> frozenset[str]:
        """Return the SHA-256 of every paper written from the case: a file with another was edited by hand."""
        with told(self.path):
            rows = self._connection.execute("SELECT sha256 FROM drafts WHERE case_id = ?", (case,))
            return frozenset(sha256 for (sha256,) in rows)

    def answers_of_last_draft(self, case: int) -> dict[str, Any] | None:
        """Return the answers of which the latest paper was made, by question; None where there is none."""
        with told(self.path):
            row = self._connection.execute(
                "SELECT answers FROM drafts WHERE case_id = ? ORDER BY id DESC LIMIT 1", (case,)
            ).fetchone()
        return None if row is None else dict(json.loads(row[0]))

    def integrity(self) -> str:
        """Return "ok", or what SQLite's own check finds wrong."""
        with told(self.path):
            return str(self._connection.execute("PRAGMA integrity_check").fetchone()[0])


def _now() -> str:
    return datetime.now(tz=UTC).isoformat(timespec="milliseconds")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _columns(answer: StoredAnswer) -> tuple[str | None, int, str, str]:
    value = None if answer.unknown else _json(answer.value)
    return value, int(answer.unknown), answer.note, _json(answer.evidence)


def _answer(row: Any) -> StoredAnswer:  # noqa: ANN401 - a row of sqlite3
    value, unknown, note, evidence = row
    return StoredAnswer(
        None if value is None else json.loads(value),
        bool(unknown),
        note,
        tuple(json.loads(evidence)),
    )


def _plain(answer: StoredAnswer) -> dict[str, Any]:
    return {
        "value": answer.value,
        "unknown": answer.unknown,
        "note": answer.note,
        "evidence": list(answer.evidence),
    }


def _whole(answer: StoredAnswer | None) -> str | None:
    return None if answer is None else _json(_plain(answer))


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _searching(search: str) -> str:
    one = (
        "(title LIKE ? ESCAPE '\\' OR EXISTS (SELECT 1 FROM answers WHERE case_id = cases.id "
        "AND value LIKE ? ESCAPE '\\'))"
    )
    words = search.split()
    return "" if not words else "WHERE " + " AND ".join(one for _ in words)
