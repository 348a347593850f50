"""The steps of a case: undone and redone without limit, also after a restart, and the history of each answer.

A step is "done", "undone", or "past": one that was undone and then overtaken by a new edit stays in the
history but cannot be redone.  History only grows.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from drafter.store.case_records import PastAnswer, Step
from drafter.store.moments import moment, now
from drafter.store.records import Edits, StoredAnswer
from drafter.store.values import part, whole

if TYPE_CHECKING:
    from datetime import datetime

    from drafter.store.database import Database

#: A question, its answer before and its answer after.
Edit = tuple[str, StoredAnswer | None, StoredAnswer | None]


class Steps:
    """The steps of the cases in one database."""

    def __init__(self, database: Database) -> None:
        """Keep the steps in ``database``."""
        self._database = database

    def add(self, case: int, kind: str, edits: Sequence[Edit], *, joins: bool = False) -> None:
        """Note a step that was just done, inside the transaction that does it."""
        if joins and self._joined(case, kind, edits):
            return
        connection = self._database.connection
        connection.execute("UPDATE steps SET state = 'past' WHERE case_id = ? AND state = 'undone'", (case,))
        self._insert(case, kind, "done", edits)

    def _insert(self, case: int, kind: str, state: str, edits: Sequence[Edit]) -> None:
        connection = self._database.connection
        step = connection.execute(
            "INSERT INTO steps (case_id, kind, state, at) VALUES (?, ?, ?, ?)", (case, kind, state, now())
        ).lastrowid
        connection.executemany(
            "INSERT INTO history (step, question, before, after) VALUES (?, ?, ?, ?)",
            [(step, question, whole(before), whole(after)) for question, before, after in edits],
        )

    def _joined(self, case: int, kind: str, edits: Sequence[Edit]) -> bool:
        last = self._database.row(
            "SELECT id, kind, state FROM steps WHERE case_id = ? ORDER BY id DESC LIMIT 1", case
        )
        if last is None or last[1:] != (kind, "done"):
            return False
        rows = self._database.rows("SELECT question FROM history WHERE step = ?", last[0])
        if {row[0] for row in rows} != {question for question, _, _ in edits}:
            return False
        self._database.connection.executemany(
            "UPDATE history SET after = ? WHERE step = ? AND question = ?",
            [(whole(after), last[0], question) for question, _, after in edits],
        )
        self._database.connection.execute("UPDATE steps SET at = ? WHERE id = ?", (now(), last[0]))
        return True

    def undone(self, case: int) -> Edits:
        """Mark the latest done step undone and return the answers before it, inside a transaction."""
        return self._turned(case, "done", "undone")

    def redone(self, case: int) -> Edits:
        """Mark the step that was undone last done and return the answers after it, inside a transaction."""
        return self._turned(case, "undone", "done")

    def _turned(self, case: int, state: str, into: str) -> Edits:
        back = into == "undone"
        found = self._database.row(
            f"SELECT {'max' if back else 'min'}(id) FROM steps WHERE case_id = ? AND state = ?",  # noqa: S608 - own words
            case,
            state,
        )
        if found is None or found[0] is None:
            return {}
        rows = self._database.rows(
            "SELECT question, before, after FROM history WHERE step = ? ORDER BY question", found[0]
        )
        self._database.connection.execute("UPDATE steps SET state = ? WHERE id = ?", (into, found[0]))
        edits = [(str(question), part(before), part(after)) for question, before, after in rows]
        turned = [(question, after, before) for question, before, after in edits] if back else edits
        self._insert(case, "undo" if back else "redo", "past", turned)
        return {question: after for question, _, after in turned}

    def next_undo(self, case: int) -> Step | None:
        """Return the step that would be undone next, None where there is none."""
        return self._next(case, "done", "max")

    def next_redo(self, case: int) -> Step | None:
        """Return the step that would be redone next, None where there is none."""
        return self._next(case, "undone", "min")

    def _next(self, case: int, state: str, which: str) -> Step | None:
        row = self._database.row(
            f"SELECT id, kind, at FROM steps WHERE id = (SELECT {which}(id) FROM steps "  # noqa: S608 - own words
            "WHERE case_id = ? AND state = ?)",
            case,
            state,
        )
        if row is None:
            return None
        questions = self._database.rows(
            "SELECT question FROM history WHERE step = ? ORDER BY question", row[0]
        )
        return Step(
            int(str(row[0])), str(row[1]), moment(row[2]), tuple(str(question) for (question,) in questions)
        )

    def last_changes(self, case: int) -> dict[str, datetime]:
        """Return when each answer of the case that was ever changed was changed last, by question."""
        rows = self._database.rows(
            "SELECT question, max(at) FROM steps JOIN history ON step = steps.id WHERE case_id = ? "
            "GROUP BY question",
            case,
        )
        return {str(question): moment(at) for question, at in rows}

    def history(self, case: int, question: str) -> list[PastAnswer]:
        """Return every change of the answer to ``question``, the latest first."""
        rows = self._database.rows(
            "SELECT at, kind, before, after FROM history JOIN steps ON steps.id = step "
            "WHERE case_id = ? AND question = ? ORDER BY step DESC",
            case,
            question,
        )
        return [
            PastAnswer(moment(at), str(kind), part(before), part(after)) for at, kind, before, after in rows
        ]
