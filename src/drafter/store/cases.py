"""The cases and their answers, with the steps that are undone and redone."""

from __future__ import annotations

from datetime import UTC
from functools import cached_property
from typing import TYPE_CHECKING, Any

from drafter.errors import BadInputError
from drafter.store.catalogue import Catalogue
from drafter.store.database import CHANGED, FILE_NAME, Database
from drafter.store.moments import moment, now
from drafter.store.records import Listed, NewCase
from drafter.store.search import Search

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime
    from pathlib import Path

    from drafter.store.attachments import Attachments
    from drafter.store.drafts import Drafts
    from drafter.store.keys import Key
    from drafter.store.notes import Notes
    from drafter.store.records import Edits, StoredAnswer
    from drafter.store.steps import Steps
    from drafter.store.versions import Versions

_ADD = "INSERT INTO answers VALUES (?, ?, ?, ?, ?, ?)"
_PUT = _ADD.replace("INSERT", "INSERT OR REPLACE")


class CaseStore:
    """The cases in one data folder, and what belongs to them.  Use it from the thread that made it."""

    def __init__(self, folder: Path, key: Key | None = None) -> None:
        """Open the database in ``folder``; raise :class:`~drafter.errors.StoreError` if it cannot be used."""
        self.path = folder / FILE_NAME
        self.database = Database(self.path, key)
        self.search = Search(self.database)
        self.catalogue = Catalogue(self.database, self.search)

    # What belongs to single cases is loaded with the first of them, not with the list.

    @cached_property
    def steps(self) -> Steps:
        """The edits of the cases, to be undone and redone."""
        from drafter.store.steps import Steps

        return Steps(self.database)

    @cached_property
    def versions(self) -> Versions:
        """The answers of the cases at one moment each."""
        from drafter.store.versions import Versions

        return Versions(self.database)

    @cached_property
    def drafts(self) -> Drafts:
        """The papers that were written."""
        from drafter.store.drafts import Drafts

        return Drafts(self.database, self.versions)

    @cached_property
    def attachments(self) -> Attachments:
        """The papers that are kept with the cases."""
        from drafter.store.attachments import Attachments

        return Attachments(self.database)

    @cached_property
    def notes(self) -> Notes:
        """The notes on sections, and their sign-offs."""
        from drafter.store.notes import Notes

        return Notes(self.database)

    def close(self) -> None:
        """Close the database."""
        self.database.close()

    def create(self, title: str, answers: Mapping[str, StoredAnswer], sample: str = "") -> int:
        """Store a new case with ``answers`` and return its id."""
        (case,) = self.create_all([NewCase(title, answers, sample)])
        return case

    def create_all(self, cases: Iterable[NewCase]) -> list[int]:
        """Store new cases, all or nothing, and return their ids; the answers they begin with are no step.

        A case that brings what the list shows of it is found by search at once, any other as soon as the list
        is made up to date.
        """
        with self.database.transaction():
            return [self._create(case) for case in cases]

    def _create(self, new: NewCase) -> int:
        from drafter.store.values import (  # it knows JSON, which the list of cases does without
            columns,
            new_uid,
        )

        listed = new.listed or Listed()
        made = now()
        connection = self.database.connection
        cursor = connection.execute(
            "INSERT INTO cases (uid, title, sample, created, modified, movant, court) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (new_uid(), new.title, new.sample, made, made, listed.movant, listed.court),
        )
        case = int(cursor.lastrowid)
        rows = [(case, question, *columns(answer)) for question, answer in sorted(new.answers.items())]
        connection.executemany(_ADD, rows)
        if new.listed is None:
            self.search.forget(case)
        else:
            self.search.put(case, new.title, new.answers)
        return case

    def write(self, case: int, edits: Edits, kind: str = "edit", *, joins: bool = False) -> None:
        """Store ``edits`` (None takes an answer away) as one step with their history, all or nothing.

        With ``joins`` they go on with the latest step where that is about the same questions alone, as
        keystrokes in one field do.
        """
        from drafter.store.values import one_answer  # as above

        with self.database.transaction(quiet=True):  # its case has the moment
            changes = [
                (question, before, after)
                for question, after in edits.items()
                if (before := one_answer(self.database, case, question)) != after
            ]
            if changes:
                self.put(case, {question: after for question, _, after in changes})
                self.steps.add(case, kind, changes, joins=joins)

    def put(self, case: int, edits: Edits) -> None:
        """Put ``edits`` in place inside a transaction; the history is the caller's."""
        from drafter.store.values import columns  # as above

        connection = self.database.connection
        for question, answer in edits.items():
            if answer is None:
                connection.execute("DELETE FROM answers WHERE case_id = ? AND question = ?", (case, question))
            else:
                connection.execute(_PUT, (case, question, *columns(answer)))
        connection.execute("UPDATE cases SET modified = ?, due_on = '' WHERE id = ?", (now(), case))
        self.search.forget(case)

    def undo(self, case: int) -> Edits:
        """Take the latest step back and return what that put in place; nothing where there is none."""
        with self.database.transaction(quiet=True):  # its case has the moment
            edits = self.steps.undone(case)
            if edits:
                self.put(case, edits)
        return edits

    def redo(self, case: int) -> Edits:
        """Do again the step that was undone last and return what that put in place."""
        with self.database.transaction(quiet=True):  # its case has the moment
            edits = self.steps.redone(case)
            if edits:
                self.put(case, edits)
        return edits

    def answers(self, case: int) -> dict[str, StoredAnswer]:
        """Return every answer of the case by question id."""
        from drafter.store.values import answer_of  # as above

        rows = self.database.rows(
            "SELECT question, value, unknown, note, evidence FROM answers WHERE case_id = ?", case
        )
        return {str(question): answer_of(rest) for question, *rest in rows}

    def answered(self, prefix: str) -> dict[str, int]:
        """Return in how many cases each question whose id begins with ``prefix`` is answered."""
        rows = self.database.rows(
            "SELECT question, count(*) FROM answers WHERE substr(question, 1, ?) = ? GROUP BY question",
            len(prefix),
            prefix,
        )
        return {str(question): int(str(count)) for question, count in rows}

    def title(self, case: int) -> str:
        """Return the title of the case; raise :class:`BadInputError` if there is no such case."""
        row = self.database.row("SELECT title FROM cases WHERE id = ?", case)
        if row is None:
            raise BadInputError(
                f"There is no case {case} in {self.path.parent}; list the cases with “drafter cases”."
            )
        return str(row[0])

    def uid(self, case: int) -> str:
        """Return the identity that the case keeps in every library and case file."""
        row = self.database.row("SELECT uid FROM cases WHERE id = ?", case)
        return "" if row is None else str(row[0])

    def with_uid(self, uid: str) -> int | None:
        """Return the id of the case with this identity in this library, None where it is not here."""
        row = self.database.row("SELECT id FROM cases WHERE uid = ?", uid)
        return None if row is None else int(str(row[0]))

    def half_typed(self, case: int) -> dict[str, Any]:
        """Return what stood in fields and could not be read when the case was left, by question."""
        import json  # as above

        rows = self.database.rows("SELECT question, typed FROM half_typed WHERE case_id = ?", case)
        return {str(question): json.loads(str(typed)) for question, typed in rows}

    def keep_half_typed(self, case: int, question: str, typed: object | None) -> None:
        """Keep what stands in a field and cannot be read; None forgets it."""
        import json  # as above

        with self.database.transaction():
            self.database.connection.execute(
                "DELETE FROM half_typed WHERE case_id = ? AND question = ?", (case, question)
            )
            if typed is not None:
                self.database.connection.execute(
                    "INSERT INTO half_typed VALUES (?, ?, ?, ?)",
                    (case, question, json.dumps(typed, ensure_ascii=False), now()),
                )

    def kept(self, name: str) -> str | None:
        """Return the text that is kept for the whole library under ``name``, None where there is none."""
        row = self.database.row("SELECT text FROM kept WHERE name = ?", name)
        return None if row is None else str(row[0])

    def keep(self, name: str, text: str | None, *, quiet: bool = False) -> None:
        """Keep ``text`` for the whole library under ``name``; None forgets it.

        ``quiet`` is what no backup need be made for.
        """
        with self.database.transaction(quiet=quiet):
            self.database.connection.execute("DELETE FROM kept WHERE name = ?", (name,))
            if text is not None:
                self.database.connection.execute("INSERT INTO kept VALUES (?, ?)", (name, text))

    def last_saved(self) -> datetime | None:
        """Return when anything was saved last in this library, None where it is empty."""
        rows = self.database.rows(
            "SELECT max(modified) FROM cases UNION ALL SELECT text FROM kept WHERE name = ?", CHANGED
        )
        moments = (moment(saved).astimezone(UTC) for (saved,) in rows if saved is not None)
        return max(moments, default=None)

    def integrity(self) -> str:
        """Return "ok", or what SQLite's own check finds wrong, the search index included."""
        return self.database.check()
