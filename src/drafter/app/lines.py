"""A line of the case list, and what makes it: name and court as people read them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from drafter.law import Law
    from drafter.store.records import CaseRecord, Listed, StoredAnswer


@dataclass(frozen=True, slots=True)
class FoundAnswer:
    """An answer that holds a word searched for: its question and the words around, as one line."""

    question: str
    ask: str
    text: str


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One line of the case list; ``court`` is the district's abbreviation and the docket number.

    ``trashed`` is when the case was put into the trash, None for any other.
    """

    id: int
    title: str
    movant: str
    court: str
    modified: datetime
    drafts: int
    status: str = "open"
    tags: tuple[str, ...] = ()
    archived: bool = False
    template: bool = False
    trashed: datetime | None = None


def line_of(record: CaseRecord) -> CaseLine:
    """The line of a stored case."""
    trashed = datetime.fromisoformat(record.trashed) if record.trashed else None
    return CaseLine(
        *(record.id, record.title, record.movant, record.court, record.modified, record.drafts),
        *(record.status, record.tags, record.archived, record.template, trashed),
    )


def listed(answers: Mapping[str, StoredAnswer], law: Law) -> Listed:
    """What the list shows of a case with ``answers``."""
    from drafter.store.records import Listed  # not before the window is painted

    found = _value(answers, "movant.name")
    name: dict[str, Any] = found if isinstance(found, dict) else {}  # an answer of another program may be any
    movant = " ".join(str(name[part]) for part in ("given", "family", "suffix") if name.get(part))
    district = law.districts.get(str(_value(answers, "case.district")))
    number = str(_value(answers, "case.number") or "")
    court = f"{district.abbreviation} {number}".strip() if district else number
    return Listed(movant, court)


def _value(answers: Mapping[str, StoredAnswer], question: str) -> Any:  # noqa: ANN401 - any kind's JSON
    answer = answers.get(question)
    return None if answer is None else answer.value
