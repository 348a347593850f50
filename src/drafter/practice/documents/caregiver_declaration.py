"""The caregiver's declaration (28 U.S.C. § 1746): the need, who meets it now, everyone else, and the alternatives.

Like the movant's, it cites no record for what the declarant knows: it is itself the proof.
"""

from __future__ import annotations

from dataclasses import dataclass

from drafter.practice.documents.document import PlainDocument
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.grounds_family import Child, Excluded, children_of, excluded
from drafter.practice.documents.head import CourtPaper, head
from drafter.practice.documents.patients import Patient, patients
from drafter.practice.documents.pleaded import pleaded
from drafter.practice.grounds import FAMILY_GROUNDS

_FAMILY = frozenset(ground.id for ground in FAMILY_GROUNDS)
_CHILD = "b3A"


@dataclass(frozen=True, slots=True)
class Hour:
    """One hour of a day of care."""

    time: str
    need: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaregiverDeclaration(CourtPaper):
    """What the declaration prints; ``patients`` are the adults, ``children`` are named by initials."""

    declarant: str
    relation: str
    patients: tuple[Patient, ...]
    children: tuple[Child, ...]
    needed: tuple[str, ...]
    day: tuple[Hour, ...]
    present: tuple[str, ...]
    relatives: tuple[Excluded, ...]
    benefits: tuple[str, ...]
    finances: tuple[str, ...]
    alternatives: tuple[str, ...]


def _applies(facts: Facts) -> bool:
    """A family ground is pleaded."""
    return not _FAMILY.isdisjoint(pleaded(facts).ids)


def _make(facts: Facts) -> CaregiverDeclaration:
    grounds = pleaded(facts).ids
    return CaregiverDeclaration(
        **head(facts),
        declarant=facts.or_blank("caregiver.declarant"),
        relation=facts.or_blank("caregiver.relation"),
        patients=patients(facts, grounds),
        children=children_of(facts) if _CHILD in grounds else (),
        needed=facts.spoken("family.care_needed"),
        day=tuple(
            Hour(*(row.text(column) for column in ("time", "need", "now")))
            for row in facts.rows("caregiver.day")
        ),
        present=facts.spoken("family.present_carer"),
        relatives=excluded(facts),
        benefits=facts.spoken("family.benefits"),
        finances=facts.spoken("caregiver.finances"),
        alternatives=facts.spoken("caregiver.alternatives"),
    )


CAREGIVER_DECLARATION = PlainDocument("caregiver_declaration", _applies, _make)
