"""The motion to seal, twice: the public version tells categories alone, the sealed one what, where and why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from drafter.practice.documents.closing import Exhibit, Service, exhibits, service
from drafter.practice.documents.document import PlainDocument
from drafter.practice.documents.facts import EMPTY, Facts
from drafter.practice.documents.head import BY_HAND, CourtPaper, head
from drafter.practice.documents.words import joined, lowered

#: The id of this document, which is no twin of its own list.
SEAL_ID = "seal"
_SEALED, _REDACTED = "seal", "redact"


@dataclass(frozen=True, slots=True)
class Category:
    """One kind of fact to be sealed; where it stands and why is empty in the public version."""

    category: str
    papers: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal(CourtPaper):
    """What the motion prints; exactly one of ``sealed`` and ``public`` is true.

    ``in_full`` and ``redacted`` name exhibits by their labels alone, with the verb; ``exhibits`` with their titles are for the
    sealed version.  ``twins`` are the papers of the kit that have a public and a sealed version.
    """

    sealed: bool
    public: bool
    categories: tuple[Category, ...]
    categories_cite: str
    has_in_full: bool
    in_full: str
    has_redacted: bool
    redacted: str
    exhibits: tuple[Exhibit, ...]
    has_twins: bool
    twins: str
    until: str
    alternatives: tuple[str, ...]
    judge: str
    service: Service


def _applies(facts: Facts) -> bool:
    """Where part of the filing is under seal, or an exhibit is."""
    return facts.yes("kit.sealed") or bool(_labels(facts, _SEALED))


def seal_motion(twins: Callable[[Facts], tuple[str, ...]]) -> PlainDocument:
    """The motion to seal; ``twins`` gives the titles of the other papers of the kit with a sealed version."""

    def make(facts: Facts) -> Seal:
        made = head(facts)
        made["flags"] = (*made["flags"], "SEALED VERSION" if facts.sealed else "PUBLIC VERSION")
        of_kit = (
            joined([f"the {lowered(title)}" for title in twins(facts)]) if facts.yes("kit.sealed") else ""
        )
        in_full, redacted = _labels(facts, _SEALED), _labels(facts, _REDACTED)
        return Seal(
            **made,
            sealed=facts.sealed,
            public=not facts.sealed,
            categories=_categories(facts),
            categories_cite=facts.cite("seal.categories") if facts.sealed else "",
            has_in_full=bool(in_full),
            in_full=_exhibits(in_full),
            has_redacted=bool(redacted),
            redacted=_exhibits(redacted),
            exhibits=_listed(facts) if facts.sealed else (),
            has_twins=bool(of_kit),
            twins=of_kit,
            until=facts.or_blank("seal.until"),
            alternatives=_alternatives(facts) if facts.sealed else (),
            judge=facts.bare("case.judge"),
            service=_service(facts),
        )

    return PlainDocument(SEAL_ID, _applies, make, twin=True, twin_always=True)


def _service(facts: Facts) -> Service:
    """The certificate of service; a sealed paper is not served by electronic filing as the others are."""
    known = service(facts)
    return replace(known, method=f"by {BY_HAND}") if facts.sealed else known


def _categories(facts: Facts) -> tuple[Category, ...]:
    """The categories; in the public version each once, and nothing else of them."""
    if not facts.known("seal.categories"):
        open_cell = EMPTY if facts.sealed else ""
        return (Category(facts.blank("seal.categories"), open_cell, open_cell),)
    rows = facts.rows("seal.categories")
    if facts.sealed:
        return tuple(Category(*(row.text(c) for c in ("category", "papers", "reason"))) for row in rows)
    return tuple(Category(name, "", "") for name in dict.fromkeys(row.text("category") for row in rows))


def _alternatives(facts: Facts) -> tuple[str, ...]:
    return facts.paragraphs("seal.alternatives") or (facts.blank("seal.alternatives"),)


def _labels(facts: Facts, access: str) -> list[str]:
    """The labels of the exhibits that are filed so."""
    if not facts.known("exhibits.list"):
        return []
    return [row.text("letter") for row in facts.rows("exhibits.list") if row.value("access") == access]


def _exhibits(labels: list[str]) -> str:
    """The exhibits with their verb; nothing where there is none."""
    if not labels:
        return ""
    return f"Exhibits {joined(labels)} are" if labels[1:] else f"Exhibit {labels[0]} is"


def _listed(facts: Facts) -> tuple[Exhibit, ...]:
    """The exhibits that are not wholly public, with their titles."""
    if not facts.known("exhibits.list"):
        return ()
    rows = facts.rows("exhibits.list")
    kept = zip(rows, exhibits(facts), strict=True)
    return tuple(shown for row, shown in kept if row.value("access") in {_SEALED, _REDACTED})
