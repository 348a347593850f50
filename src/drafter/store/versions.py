"""Versions: all answers of a case as they were at one moment."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from drafter.errors import BadInputError
from drafter.store.case_records import Version
from drafter.store.moments import moment, now
from drafter.store.values import answer_of, new_uid, packed

if TYPE_CHECKING:
    from drafter.store.contents import CaseContents
    from drafter.store.database import Database

#: The kinds of the versions that come of handing a case over.
HANDED_OVER: Final = "handed over"
BEFORE_MERGE: Final = "before merge"
#: The kind of a step that merges; behind it stand the uids of the versions that it brought.
MERGE: Final = "merge"


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

    def handed_over(self, case: int) -> None:
        """Keep the answers as they go into a file, inside a transaction, unless the last such still holds."""
        last = self._database.row(
            "SELECT uid, answers FROM versions WHERE case_id = ? AND kind = ? ORDER BY id DESC LIMIT 1",
            case,
            HANDED_OVER,
        )
        taken_back = undone_merges(self._merges(case))
        if last is None or last[1] != self._now(case) or last[0] in taken_back:
            self.keep(case, "", HANDED_OVER)

    def common(self, case: int, there: CaseContents) -> Version | None:
        """Return the newest version from which both this case and the one in the file went on.

        A version whose merge was taken back is none: what it holds is not in the answers.
        """
        ids = self._standing(case)
        lost = undone_merges([(step.kind, step.state) for step in there.steps])
        shared = [ids[one.uid] for one in there.versions if one.uid in ids and one.uid not in lost]
        return self.get(case, shared[-1]) if shared else None

    def brought(self, case: int, there: CaseContents) -> list[str]:
        """Return the uids of the versions in the file whose answers a merge brings into the case."""
        ids = self._standing(case)
        return [one.uid for one in there.versions if one.uid not in ids]

    def _standing(self, case: int) -> dict[str, int]:
        """The versions of the case from which its answers went on, by uid."""
        taken_back = undone_merges(self._merges(case))
        return {version.uid: version.id for version in self.of(case) if version.uid not in taken_back}

    def _merges(self, case: int) -> list[tuple[str, str]]:
        rows = self._database.rows(
            f"SELECT kind, state FROM steps WHERE case_id = ? AND kind LIKE '{MERGE} %' ORDER BY id",  # noqa: S608 - own words
            case,
        )
        return [(str(kind), str(state)) for kind, state in rows]


def undone_merges(steps: Iterable[tuple[str, str]]) -> frozenset[str]:
    """The uids of the versions that merges brought which were undone, of the kind and state of each step."""
    brought: dict[str, bool] = {}
    for kind, state in steps:
        name, _, uids = kind.partition(" ")
        if name == MERGE:
            brought.update(dict.fromkeys(uids.split(), state == "done"))
    return frozenset(uid for uid, done in brought.items() if not done)
