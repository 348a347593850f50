"""Versions: all answers of a case as they were at one moment."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from drafter.errors import BadInputError
from drafter.store.records import Version
from drafter.store.values import answer_of, moment, new_uid, now, packed

if TYPE_CHECKING:
    from drafter.store.database import Database


class Versions:
    """The versions of the cases in one database."""

    def __init__(self, database: Database) -> None:
        """Keep the versions in ``database``."""
        self._database = database

    def keep(self, case: int, name: str, kind: str) -> int:
        """Keep the answers of this moment, inside a transaction, and return the version's id."""
        answers = self._now(case)
        return int(
            self._database.connection.execute(
                "INSERT INTO versions (uid, case_id, name, kind, made, answers) VALUES (?, ?, ?, ?, ?, ?)",
                (new_uid(), case, name, kind, now(), answers),
            ).lastrowid
        )

    def of_draft(self, case: int) -> int:
        """Return the version that a draft of this moment is made from, a new one where answers changed."""
        last = self._database.row(
            "SELECT id, answers FROM versions WHERE case_id = ? AND kind = 'draft' ORDER BY id DESC LIMIT 1",
            case,
        )
        if last is not None and last[1] == self._now(case):
            return int(str(last[0]))
        return self.keep(case, "", "draft")

    def _now(self, case: int) -> str:
        rows = self._database.rows(
            "SELECT question, value, unknown, note, evidence FROM answers WHERE case_id = ?", case
        )
        return packed({str(question): answer_of(rest).as_json() for question, *rest in rows})

    def of(self, case: int) -> list[Version]:
        """Return the versions of the case without their answers, the latest first."""
        rows = self._database.rows(
            "SELECT id, uid, name, kind, made FROM versions WHERE case_id = ? ORDER BY id DESC", case
        )
        return [
            Version(int(str(id_)), str(uid), str(name), str(kind), moment(made))
            for id_, uid, name, kind, made in rows
        ]

    def get(self, case: int, version: int) -> Version:
        """Return a version of the case with its answers; raise :class:`BadInputError` if there is none."""
        row = self._database.row(
            "SELECT id, uid, name, kind, made, answers FROM versions WHERE case_id = ? AND id = ?",
            case,
            version,
        )
        if row is None:
            raise BadInputError(f"The case has no version {version}; its versions are listed with the case.")
        id_, uid, name, kind, made, answers = row
        return Version(int(str(id_)), str(uid), str(name), str(kind), moment(made), json.loads(str(answers)))
