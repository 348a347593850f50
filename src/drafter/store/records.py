"""Cases and answers as the store hands them out and takes them in: plain values only.

They are named tuples, because the list of cases waits for them at every start: Python makes a class of that
kind several times sooner than a dataclass.  What single cases have besides is in :mod:`case_records`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final, NamedTuple

#: Under this name a library keeps the definitions of the firm's own fields, and a case file those it needs.
OWN_FIELDS: Final = "own fields"


class StoredAnswer(NamedTuple):
    """An answer as it lies in the store: plain JSON values only."""

    value: Any = None
    unknown: bool = False
    note: str = ""
    evidence: tuple[Any, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The whole answer as one JSON object, as versions and case files hold it."""
        return {
            "value": self.value,
            "unknown": self.unknown,
            "note": self.note,
            "evidence": list(self.evidence),
        }

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> StoredAnswer:
        """Read what :meth:`as_json` wrote."""
        return cls(row["value"], row["unknown"], row["note"], tuple(row["evidence"]))


#: Edits of one step: None takes an answer away.
Edits = Mapping[str, StoredAnswer | None]


class Listed(NamedTuple):
    """What the list of cases shows of the answers of a case, as words to show, sort and find by."""

    movant: str = ""
    court: str = ""


class NewCase(NamedTuple):
    """A case that is to be stored."""

    title: str
    answers: Mapping[str, StoredAnswer]
    sample: str = ""
    listed: Listed | None = None


class CaseRecord(NamedTuple):
    """One line of the case list.

    ``due`` is the day of the nearest deadline (ISO), ``due_what`` names it; ``due_on`` is the day on which
    that was counted and by what, empty where it never was or an answer has changed since.
    """

    id: int
    title: str
    sample: str
    status: str
    template: bool
    archived: bool
    trashed: str
    movant: str
    court: str
    due: str
    due_what: str
    due_on: str
    modified: datetime
    drafts: int
    tags: tuple[str, ...]
