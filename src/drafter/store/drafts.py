"""The papers that were drafted from the cases: with which answers, which law, and the papers themselves."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from drafter.store.case_records import DraftedPaper, DraftRecord, LastDraft, LawEdition
from drafter.store.moments import moment, now
from drafter.store.values import packed

if TYPE_CHECKING:
    from drafter.store.database import Database
    from drafter.store.versions import Versions


class Drafts:
    """The drafts of the cases in one database."""

    def __init__(self, database: Database, versions: Versions) -> None:
        """Keep the drafts in ``database``, and the answers they were made from among ``versions``."""
        self._database = database
        self._versions = versions

    def add(self, case: int, drafts: tuple[DraftRecord, ...], law: LawEdition | None = None) -> None:
        """Note that ``drafts`` were written by this ``law``, with the answers of this moment."""
        digest = law.digest if law else None
        connection = self._database.connection
        with self._database.transaction():
            version = self._versions.of_draft(case)
            if law is not None:
                connection.execute(
                    "INSERT OR IGNORE INTO law_editions VALUES (?, ?, ?)",
                    (law.digest, law.as_of, packed(dict(law.entries))),
                )
            connection.executemany(
                "INSERT INTO drafts (case_id, document, filing_date, final, path, sha256, made, law, docx, "
                "version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                [
                    (
                        *(case, d.document, d.filing_date, int(d.final), d.path, d.sha256),
                        *(now(), digest, d.docx or None, version),
                    )
                    for d in drafts
                ],
            )

    def last(self, case: int) -> LastDraft | None:
        """Return the latest paper of the case, None where none was ever drafted."""
        row = self._database.row(
            "SELECT filing_date, made, digest, as_of, entries FROM drafts "
            "LEFT JOIN law_editions ON digest = law WHERE case_id = ? ORDER BY id DESC LIMIT 1",
            case,
        )
        if row is None:
            return None
        filing_date, made, digest, as_of, entries = row
        law = None if digest is None else LawEdition(str(digest), str(as_of), json.loads(str(entries)))
        return LastDraft(str(filing_date), moment(made), law)

    def at(self, case: int, path: str) -> DraftRecord | None:
        """Return the latest paper that was written to ``path`` and is kept, None where there is none."""
        row = self._database.row(
            "SELECT document, filing_date, final, path, sha256, docx FROM drafts "
            "WHERE case_id = ? AND path = ? AND docx IS NOT NULL ORDER BY id DESC LIMIT 1",
            case,
            path,
        )
        if row is None:
            return None
        document, filing_date, final, at, sha256, docx = row
        paper = docx if isinstance(docx, bytes) else b""
        return DraftRecord(str(document), str(filing_date), bool(final), str(at), str(sha256), paper)

    def papers(self, case: int) -> list[DraftedPaper]:
        """Return every paper that was drafted from the case with the version it was made from, in order."""
        rows = self._database.rows(
            "SELECT version, document, filing_date, final, path, made FROM drafts "
            "WHERE case_id = ? ORDER BY id",
            case,
        )
        return [
            DraftedPaper(
                None if version is None else int(str(version)),
                *(str(document), str(filing_date), bool(final), str(path), moment(made)),
            )
            for version, document, filing_date, final, path, made in rows
        ]

    def documents(self, case: int) -> frozenset[str]:
        """Return the ids of the documents that were ever drafted from the case."""
        rows = self._database.rows("SELECT DISTINCT document FROM drafts WHERE case_id = ?", case)
        return frozenset(str(document) for (document,) in rows)

    def hashes(self, case: int) -> frozenset[str]:
        """Return the SHA-256 of every paper written from the case: a file with another was edited by hand."""
        rows = self._database.rows("SELECT sha256 FROM drafts WHERE case_id = ?", case)
        return frozenset(str(sha256) for (sha256,) in rows)

    def last_answers(self, case: int) -> dict[str, Any] | None:
        """Return the answers of which the latest paper was made, by question; None where there is none."""
        row = self._database.row(
            "SELECT answers FROM drafts JOIN versions ON versions.id = version "
            "WHERE drafts.case_id = ? ORDER BY drafts.id DESC LIMIT 1",
            case,
        )
        return None if row is None else dict(json.loads(str(row[0])))
