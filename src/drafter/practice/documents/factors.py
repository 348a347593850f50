"""The factors of 18 U.S.C. § 3553(a), each under its own heading, and what has changed since sentencing."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.practice.documents.facts import Facts, Passage


@dataclass(frozen=True, slots=True)
class Codefendant:
    """A codefendant's sentence, for (a)(6)."""

    name: str
    role: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Factors:
    """The part on the factors."""

    offense: Passage
    history: Passage
    seriousness: Passage
    deterrence: Passage
    protection: Passage
    treatment: Passage
    kinds: Passage
    range: Passage
    policy: Passage
    disparity: Passage
    has_codefendants: bool
    codefendants: tuple[Codefendant, ...]
    codefendants_cite: str
    restitution: Passage
    since: Passage
    confinement: Passage
    remorse: Passage


def factors(facts: Facts) -> Factors:
    """The part on the factors."""
    rows = facts.rows("factors.codefendants")
    return Factors(
        offense=facts.passage("factors.offense"),
        history=facts.passage("factors.history"),
        seriousness=facts.passage("factors.seriousness"),
        deterrence=facts.passage("factors.deterrence"),
        protection=facts.passage("factors.protection"),
        treatment=facts.passage("factors.treatment"),
        kinds=facts.passage("factors.kinds"),
        range=facts.passage("factors.range"),
        policy=facts.passage("factors.policy"),
        disparity=facts.passage("factors.disparity"),
        has_codefendants=bool(rows),
        codefendants=tuple(Codefendant(*(row.text(c) for c in ("name", "role", "sentence"))) for row in rows),
        codefendants_cite=facts.cite("factors.codefendants"),
        restitution=facts.passage("factors.restitution"),
        since=facts.passage("factors.since_sentencing"),
        confinement=facts.passage("factors.confinement"),
        remorse=facts.passage("factors.remorse"),
    )
