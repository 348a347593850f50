"""What the store hands out of single cases: steps, versions, papers, notes; plain values only."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from drafter.store.records import StoredAnswer


@dataclass(frozen=True, slots=True)
class Step:
    """One edit of a case, which is undone and redone as one; ``questions`` are those it touched."""

    id: int
    kind: str
    at: datetime
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PastAnswer:
    """One entry of the history of an answer: what it was before and after a step."""

    at: datetime
    kind: str
    before: StoredAnswer | None
    after: StoredAnswer | None


@dataclass(frozen=True, slots=True)
class Version:
    """The answers of a case at one moment; ``kind`` says why they were kept (named, draft, merge …)."""

    id: int
    uid: str
    name: str
    kind: str
    made: datetime
    answers: Mapping[str, Any] = field(repr=False, default_factory=dict)


@dataclass(frozen=True, slots=True)
class DraftRecord:
    """A paper that was written: where, of which day's law, with which content."""

    document: str
    filing_date: str
    final: bool
    path: str
    sha256: str
    docx: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class DraftedPaper:
    """Which version a paper was made from; ``version`` is None for one made before versions were kept."""

    version: int | None
    document: str
    filing_date: str
    final: bool
    path: str
    made: datetime


@dataclass(frozen=True, slots=True)
class LawEdition:
    """The law that a paper was made with: its day, and the fingerprint of each of its entries by ref."""

    digest: str
    as_of: str
    entries: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class LastDraft:
    """The latest paper of a case: of which day's law, when made, and with which edition of the law.

    ``law`` is None for a paper made before editions were kept.
    """

    filing_date: str
    made: datetime
    law: LawEdition | None


@dataclass(frozen=True, slots=True)
class Attachment:
    """A paper that is kept with a case, such as a medical record; its content is read on its own.

    ``exhibit`` is the letter of the exhibit that it is, empty where it is none; ``size`` is in bytes.
    """

    id: int
    uid: str
    name: str
    exhibit: str
    size: int
    sha256: str
    added: datetime


@dataclass(frozen=True, slots=True)
class SectionNote:
    """A note on a section, or the sign-off of one (``kind`` "note" or "sign-off"), by whom and when."""

    uid: str
    section: str
    kind: str
    who: str
    text: str
    at: datetime
