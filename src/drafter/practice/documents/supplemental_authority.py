"""The notice of supplemental authority: one paragraph for each, without argument."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.core.dates import long_date
from drafter.core.marks import blank, printed
from drafter.practice.documents.closing import Service
from drafter.practice.documents.document import PlainDocument
from drafter.practice.documents.facts import Cells, Facts
from drafter.practice.documents.head import CourtPaper, later_head, later_service

_AUTHORITIES = "supplemental.authorities"


@dataclass(frozen=True, slots=True)
class Supplemental:
    """One authority: its citation, what it bears on, and the page of the motion."""

    citation: str
    bears_on: str
    has_page: bool
    page: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplementalAuthority(CourtPaper):
    """The authorities in the order in which they were entered."""

    authorities: tuple[Supplemental, ...]
    service: Service


def _applies(facts: Facts) -> bool:
    return bool(facts.value(_AUTHORITIES))


def _make(facts: Facts) -> SupplementalAuthority:
    made = later_head(facts)
    rows = tuple(_supplemental(facts, row) for row in facts.rows(_AUTHORITIES))
    none = Supplemental(facts.blank(_AUTHORITIES), "", has_page=False, page="") if not rows else None
    return SupplementalAuthority(
        **made, authorities=rows if none is None else (none,), service=later_service(facts)
    )


def _supplemental(facts: Facts, row: Cells) -> Supplemental:
    return Supplemental(
        citation=_citation(facts, row),
        bears_on=_bears_on(row),
        has_page=row.has("page"),
        page=row.text("page", ""),
    )


def _bears_on(row: Cells) -> str:
    """What it bears on, as it stands inside a sentence."""
    known: str | None = row.value("bears_on")
    return printed(row.question, known.rstrip(".")) if known else row.text("bears_on")


def _citation(facts: Facts, row: Cells) -> str:
    """The citation as it was typed; of an authority named by its id, its own with its mark.

    One that the law of the day does not let a paper cite becomes a bracket.
    """
    typed, pin = row.value("authority"), row.value("pin") or ""
    if typed not in facts.law.authorities:
        return row.text("authority") + (f", at {row.text('pin')}" if pin else "")
    known = facts.sources.cite(typed, pin)
    if not known:
        facts.ledger.blanks.append(_AUTHORITIES)
        known = blank(f"citation of {typed}, which cannot be cited as good law on {long_date(facts.on)}")
    return printed(_AUTHORITIES, known)


SUPPLEMENTAL_AUTHORITY = PlainDocument("supplemental_authority", _applies, _make, later=True)
