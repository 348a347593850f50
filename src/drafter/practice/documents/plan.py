"""The release plan, as far as a public paper may tell it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from drafter.practice.documents.facts import Cells, Facts, Passage, YesOrNo
from drafter.practice.documents.opening import residence


@dataclass(frozen=True, slots=True)
class Member:
    """A person who lives in the home."""

    name: str
    relation: str
    has_relation: bool
    consents: str
    cite: str


@dataclass(frozen=True, slots=True)
class Plan:
    """The release plan; the home by city and state only."""

    residence: str
    has_owner: bool
    owner: str
    household: tuple[Member, ...]
    firearms: YesOrNo
    has_transport: bool
    transport: str
    district: str
    has_probation: bool
    probation: str
    has_payment: bool
    payment: str
    has_documents: bool
    documents: str
    support: Passage
    job: Passage
    health: Passage
    treatment: Passage
    restrictions: Passage


def plan(facts: Facts) -> Plan:
    """The release plan."""
    cite = facts.cite("plan.household")
    return Plan(
        residence=residence(facts),
        has_owner=facts.has("plan.owner"),
        owner=facts.text("plan.owner"),
        household=tuple(_member(row, cite) for row in facts.rows("plan.household")),
        firearms=facts.yes_no("plan.firearms"),
        has_transport=facts.has("plan.transport"),
        transport=facts.text("plan.transport"),
        district=facts.text("plan.district"),
        has_probation=facts.has("plan.probation"),
        probation=facts.text("plan.probation"),
        has_payment=facts.has("plan.payment"),
        payment=facts.text("plan.payment"),
        has_documents=facts.has("plan.documents"),
        documents=facts.text("plan.documents"),
        support=facts.passage("plan.support"),
        job=facts.passage("plan.job"),
        health=facts.passage("plan.health_care"),
        treatment=facts.passage("plan.treatment"),
        restrictions=facts.passage("plan.restrictions"),
    )


def plan_for_health(facts: Facts) -> Plan:
    """The same for a ground of health: a bracket where nobody has said how the care would be paid for.

    28 C.F.R. § 571.61(a)(2) asks for it; the interview leaves the question open.
    """
    known = plan(facts)
    if known.has_payment:
        return known
    return replace(known, has_payment=True, payment=facts.or_blank("plan.payment"))


def _member(row: Cells, cite: str) -> Member:
    return Member(
        name=row.text("name"),
        relation=row.text("relation", ""),
        has_relation=row.has("relation"),
        consents=row.text("consents"),
        cite=cite,
    )
