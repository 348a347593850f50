"""The movant's declaration (28 U.S.C. § 1746): what only the movant can say, in the first person.

Long answers print as the movant said them and without record cites, because a declaration of own knowledge is
itself the proof.  What the answers do not say, the declaration leaves out.
"""

from __future__ import annotations

from dataclasses import dataclass

from drafter.practice.documents.conduct import Incident, Program, incidents, programs
from drafter.practice.documents.document import PlainDocument
from drafter.practice.documents.facts import Cells, Facts, YesOrNo
from drafter.practice.documents.head import CourtPaper, head
from drafter.practice.documents.words import joined


@dataclass(frozen=True, slots=True, kw_only=True)
class MovantDeclaration(CourtPaper):
    """What the declaration prints."""

    acceptance: tuple[str, ...]
    history: tuple[str, ...]
    health: tuple[str, ...]
    incidents_any: YesOrNo
    incidents: tuple[Incident, ...]
    discipline: tuple[str, ...]
    has_clear_since: bool
    clear_since: str
    programs: tuple[Program, ...]
    residence: str
    household: str
    has_transport: bool
    transport: str
    district: str
    hopes: tuple[str, ...]


def _make(facts: Facts) -> MovantDeclaration:
    return MovantDeclaration(
        **head(facts),
        acceptance=facts.spoken("declaration.acceptance"),
        history=facts.spoken("declaration.history"),
        health=facts.spoken("declaration.health"),
        incidents_any=facts.yes_no("conduct.incidents_any"),
        incidents=incidents(facts),
        discipline=facts.spoken("declaration.discipline"),
        has_clear_since=facts.has("conduct.clear_since"),
        clear_since=facts.bare("conduct.clear_since"),
        programs=programs(facts),
        residence=facts.bare("plan.address"),
        household=joined([_member(row) for row in facts.rows("plan.household")]),
        has_transport=facts.has("plan.transport"),
        transport=facts.bare("plan.transport"),
        district=facts.bare("plan.district"),
        hopes=facts.spoken("declaration.plan"),
    )


def _member(row: Cells) -> str:
    return f"{row.text('name')} ({row.text('relation')})" if row.has("relation") else row.text("name")


def _always(_facts: Facts) -> bool:
    """Every movant can declare; counsel decides whether the declaration is filed."""
    return True


MOVANT_DECLARATION = PlainDocument("movant_declaration", _always, _make)
