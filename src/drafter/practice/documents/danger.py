"""Not a danger: the factors of 18 U.S.C. § 3142(g), each in turn, and the conditions proposed."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.practice.documents.facts import Facts, Passage, YesOrNo


@dataclass(frozen=True, slots=True)
class Conviction:
    """One prior conviction."""

    offense: str
    year: str
    age: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition of release, and the risk it meets."""

    condition: str
    purpose: str


@dataclass(frozen=True, slots=True)
class Danger:
    """The part on danger."""

    offense: Passage
    violence: YesOrNo
    violence_detail: tuple[str, ...]
    evidence: Passage
    character: Passage
    health: tuple[str, ...]
    ties: tuple[str, ...]
    substance: tuple[str, ...]
    has_priors: bool
    priors: tuple[Conviction, ...]
    priors_cite: str
    appearance: tuple[str, ...]
    supervision: Passage
    seriousness: Passage
    conditions: tuple[Condition, ...]
    conditions_cite: str


def danger(facts: Facts) -> Danger:
    """The part on danger."""
    convicted = priors(facts)
    return Danger(
        offense=facts.passage("danger.offense"),
        violence=facts.yes_no("danger.violence"),
        violence_detail=facts.paragraphs("danger.violence_detail"),
        evidence=facts.passage("danger.evidence_weight"),
        character=facts.passage("danger.character"),
        health=facts.paragraphs("danger.health"),
        ties=facts.paragraphs("danger.ties"),
        substance=facts.paragraphs("danger.substance"),
        has_priors=bool(convicted),
        priors=convicted,
        priors_cite=facts.cite("danger.priors"),
        appearance=facts.paragraphs("danger.appearance"),
        supervision=facts.passage("danger.supervision"),
        seriousness=facts.passage("danger.seriousness"),
        conditions=conditions(facts),
        conditions_cite=facts.cite("danger.conditions"),
    )


def priors(facts: Facts) -> tuple[Conviction, ...]:
    """The prior convictions."""
    columns = ("offense", "year", "age", "sentence")
    return tuple(Conviction(*(row.text(c) for c in columns)) for row in facts.rows("danger.priors"))


def conditions(facts: Facts) -> tuple[Condition, ...]:
    """The conditions of release that are proposed."""
    rows = facts.rows("danger.conditions")
    return tuple(Condition(row.text("condition"), row.text("purpose")) for row in rows)
