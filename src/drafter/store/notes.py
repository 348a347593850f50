"""Notes on the sections of a case and their sign-off, by whom and when; what was once said stays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from drafter.store.case_records import SectionNote
from drafter.store.moments import moment, now
from drafter.store.values import new_uid

if TYPE_CHECKING:
    from drafter.store.database import Database


class Notes:
    """The notes and sign-offs of the cases in one database."""

    def __init__(self, database: Database) -> None:
        """Keep notes in ``database``."""
        self._database = database

    def add(self, case: int, section: str, kind: Literal["note", "sign-off"], who: str, text: str) -> None:
        """Keep what ``who`` says about the section."""
        with self._database.transaction():
            self._database.connection.execute(
                "INSERT INTO notes (uid, case_id, section, kind, who, text, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (new_uid(), case, section, kind, who, text, now()),
            )

    def of(self, case: int) -> list[SectionNote]:
        """Return the notes and sign-offs of the case in the order in which they were made."""
        rows = self._database.rows(
            "SELECT uid, section, kind, who, text, at FROM notes WHERE case_id = ? ORDER BY id", case
        )
        return [
            SectionNote(str(uid), str(section), str(kind), str(who), str(text), moment(at))
            for uid, section, kind, who, text, at in rows
        ]
