"""A line of the case list, and what makes it: name and court as people read them."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from drafter import __version__
from drafter.core.dates import far_off

if TYPE_CHECKING:
    from collections.abc import Mapping

    from drafter.law import Law
    from drafter.store.records import CaseRecord, Listed, StoredAnswer


class CaseLine(NamedTuple):
    """One line of the case list; ``court`` is the district's abbreviation and the docket number.

    ``trashed`` is when the case was put into the trash, None for any other.  ``due`` is the day of the
    nearest deadline, ``due_what`` what it is for, as they were counted last; ``due_when`` says in words
    how far off it is on the day of the list.  ``counted`` is False where it must be counted anew.
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
    due: date | None = None
    due_what: str = ""
    due_when: str = ""
    counted: bool = False


def counted_on(today: date) -> str:
    """What stands beside a deadline that this program counted today: a later one may count another."""
    return f"{today.isoformat()} {__version__}"


def line_of(record: CaseRecord, today: date) -> CaseLine:
    """The line of a stored case, as of ``today``; a deadline that has passed since is not its nearest."""
    due = date.fromisoformat(record.due) if record.due_on and record.due else None
    if due is not None and due < today:
        due = None
    trashed = datetime.fromisoformat(record.trashed) if record.trashed else None
    return CaseLine(
        *(record.id, record.title, record.movant, record.court, record.modified, record.drafts),
        *(record.status, record.tags, record.archived, record.template, trashed),
        due=due,
        due_what=record.due_what if due else "",
        due_when=far_off(due, today) if due else "",
        counted=record.due_on == counted_on(today),
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
