"""The receipt of a case that was deleted for good: what went and when, without a word of the client's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from drafter.core.dates import long_date

if TYPE_CHECKING:
    from collections.abc import Mapping

    from drafter.app.library import Library

#: Tables of the store in the words of a person, in the order of the receipt.
_NAMES: Final = {
    "answers": "answers",
    "history": "changes of answers",
    "versions": "kept versions",
    "drafts": "records of papers drafted",
    "attachments": "attached papers",
    "notes": "notes and sign-offs",
    "tags": "tags",
    "half_typed": "entries that could not be read",
}


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was deleted: the case by its identity, how many rows of each kind, and when (UTC)."""

    uid: str
    at: datetime
    counts: Mapping[str, int]

    def as_json(self) -> dict[str, object]:
        """The receipt for other programs."""
        return {"uid": self.uid, "at": self.at.isoformat(timespec="seconds"), "removed": dict(self.counts)}

    def text(self) -> str:
        """The receipt to print or to keep."""
        at = self.at.astimezone()
        counted = [f"  {words}: {self.counts.get(table, 0):,}" for table, words in _NAMES.items()]
        lines = [
            "Receipt: a case was deleted for good",
            "",
            f"Case identity: {self.uid}",
            f"Deleted on {long_date(at.date())} at {at:%H:%M} by drafter",
            "Removed from the library:",
            *counted,
            "",
            "The places where they lay were overwritten, and the search index was written anew.",
            "Papers drafted from the case, and backups made before, are other files: they may still hold it.",
        ]
        return "\n".join(lines) + "\n"


def purged(library: Library, case: int) -> Receipt:
    """Delete ``case`` for good, after a backup of the library that holds it, and return the receipt.

    Raises :class:`~drafter.errors.DrafterError` where there is no such case or no room for the backup;
    nothing is deleted then.
    """
    uid = library.uid(case)
    library.back_up_before_risk()
    return Receipt(uid, datetime.now(tz=UTC), library.purge(case))
