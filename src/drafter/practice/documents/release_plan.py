"""The release plan as an exhibit: public with city and state, and under seal with whatever lets it be verified."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.practice.documents.background import Amount, amounts
from drafter.practice.documents.danger import Condition, conditions
from drafter.practice.documents.document import PlainDocument
from drafter.practice.documents.facts import Facts, YesOrNo
from drafter.practice.documents.head import CourtPaper, twin_head
from drafter.practice.documents.plan import Plan, plan, plan_for_health
from drafter.practice.documents.pleaded import pleaded
from drafter.practice.grounds import MEDICAL_GROUNDS
from drafter.practice.questions import kit

_MEDICAL = frozenset(ground.id for ground in MEDICAL_GROUNDS)


@dataclass(frozen=True, slots=True)
class Contact:
    """A person whom the probation officer can call."""

    name: str
    role: str
    phone: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasePlan(CourtPaper):
    """What the plan prints; ``contacts`` and ``residents`` are empty in a public paper."""

    has_sealed_twin: bool
    plan: Plan
    conditions: tuple[Condition, ...]
    detainer: YesOrNo
    detainer_detail: tuple[str, ...]
    removal_order: bool
    money: tuple[Amount, ...]
    residents: tuple[str, ...]
    contacts: tuple[Contact, ...]


def _always(_facts: Facts) -> bool:
    """No motion is granted without a plan."""
    return True


def _make(facts: Facts) -> ReleasePlan:
    health = not _MEDICAL.isdisjoint(pleaded(facts).ids)
    return ReleasePlan(
        **twin_head(facts),
        has_sealed_twin=facts.yes(kit.SEALED.id) and not facts.sealed,
        plan=plan_for_health(facts) if health else plan(facts),
        conditions=conditions(facts),
        detainer=facts.yes_no("custody.detainer"),
        detainer_detail=facts.paragraphs("custody.detainer_detail"),
        removal_order=facts.yes("custody.removal_order"),
        money=amounts(facts),
        residents=facts.paragraphs("plan.residents_record") if facts.sealed else (),
        contacts=_contacts(facts) if facts.sealed else (),
    )


def _contacts(facts: Facts) -> tuple[Contact, ...]:
    columns = ("name", "role", "phone", "address")
    return tuple(Contact(*(row.text(c) for c in columns)) for row in facts.rows("plan.contacts"))


RELEASE_PLAN = PlainDocument("release_plan", _always, _make, twin=True)
