"""Papers that are kept with a case, such as a medical record or the warden's letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.errors import BadInputError
from drafter.store.case_records import Attachment
from drafter.store.moments import moment, now
from drafter.store.values import new_uid

if TYPE_CHECKING:
    from drafter.store.database import Database


class Attachments:
    """The papers kept with the cases of one database."""

    def __init__(self, database: Database) -> None:
        """Keep papers in ``database``."""
        self._database = database

    def add(self, case: int, name: str, content: bytes, exhibit: str = "") -> int:
        """Keep a paper, as the exhibit with this letter if one is given, and return its id."""
        import hashlib  # as in keys.py

        with self._database.transaction():
            return int(
                self._database.connection.execute(
                    "INSERT INTO attachments (uid, case_id, name, exhibit, sha256, added, content) "
                    "VALUES (?, ?, ?, ?, ?, ?, ?)",
                    (new_uid(), case, name, exhibit, hashlib.sha256(content).hexdigest(), now(), content),
                ).lastrowid
            )

    def of(self, case: int) -> list[Attachment]:
        """Return the papers of the case, without their content, in the order in which they were added."""
        rows = self._database.rows(
            "SELECT id, uid, name, exhibit, length(content), sha256, added FROM attachments "
            "WHERE case_id = ? ORDER BY id",
            case,
        )
        return [
            Attachment(
                *(int(str(id_)), str(uid), str(name), str(exhibit)),
                *(int(str(size)), str(sha256), moment(added)),
            )
            for id_, uid, name, exhibit, size, sha256, added in rows
        ]

    def content(self, case: int, attachment: int) -> bytes:
        """Return the content of a paper; raise :class:`BadInputError` where the case has none such."""
        row = self._database.row(
            "SELECT content FROM attachments WHERE case_id = ? AND id = ?", case, attachment
        )
        if row is None or not isinstance(row[0], bytes):
            raise BadInputError(f"The case keeps no paper {attachment}; its papers are listed with it.")
        return row[0]

    def call(self, case: int, attachment: int, name: str, exhibit: str) -> None:
        """Give a paper another name and another exhibit's letter."""
        with self._database.transaction():
            self._database.connection.execute(
                "UPDATE attachments SET name = ?, exhibit = ? WHERE case_id = ? AND id = ?",
                (name, exhibit, case, attachment),
            )

    def remove(self, case: int, attachment: int) -> None:
        """Keep a paper no longer."""
        with self._database.transaction():
            self._database.connection.execute(
                "DELETE FROM attachments WHERE case_id = ? AND id = ?", (case, attachment)
            )
