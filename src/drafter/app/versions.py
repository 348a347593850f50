"""The versions of a case as a person reads them: why each was kept, and which papers were made from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from drafter.core.dates import long_date
from drafter.practice.questions.kit import TITLES

if TYPE_CHECKING:
    from datetime import datetime

    from drafter.app.session import CaseSession
    from drafter.store.case_records import DraftedPaper

#: Why a version was kept, in the words of the window.
_KINDS: Final = {
    "named": "Kept by name",
    "draft": "Drafted from",
    "handed over": "Handed over as a case file",
    "before merge": "Before a merge",
    "merge": "Merged",
}


@dataclass(frozen=True, slots=True)
class KeptVersion:
    """One version; ``why`` tells its ``kind`` in words, ``papers`` are those that were made from it."""

    id: int
    name: str
    kind: str
    why: str
    made: datetime
    papers: tuple[str, ...]


def kept_versions(session: CaseSession) -> tuple[KeptVersion, ...]:
    """Return the versions of the case, the latest first."""
    papers: dict[int | None, list[str]] = {}
    for paper in session.drafted_papers():
        papers.setdefault(paper.version, []).append(_told(paper))
    return tuple(
        KeptVersion(
            *(one.id, one.name, one.kind, _KINDS.get(one.kind, one.kind), one.made),
            tuple(dict.fromkeys(papers.get(one.id, ()))),
        )
        for one in session.versions()
    )


def _told(paper: DraftedPaper) -> str:
    title = TITLES.get(paper.document, paper.document)
    how = "final" if paper.final else "draft"
    filed = long_date(date.fromisoformat(paper.filing_date))
    return f"{title} ({how}, filing date {filed}): {PurePath(paper.path).name}"
