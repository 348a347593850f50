"""What the court is asked to do, and what victims and the government say to it."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.practice.documents.facts import Facts, Passage, YesOrNo
from drafter.practice.documents.words import counted


@dataclass(frozen=True, slots=True)
class Relief:
    """The relief in exact words.  ``term`` is "time served" or "180 months"."""

    term: str
    has_stay: bool
    stay: str
    has_special_term: bool
    special_term: str
    has_home_detention: bool
    home_detention: str
    hearing: bool
    counsel: bool
    records: bool
    supplement: bool
    alternative: Passage


@dataclass(frozen=True, slots=True)
class Victims:
    """Victims of the offense, without a name."""

    identifiable: YesOrNo
    views: tuple[str, ...]
    notice: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Government:
    """What the government says; exactly one of the positions is true, or ``blank`` prints."""

    conferred: YesOrNo
    conferred_on: str
    unopposed: bool
    opposed: bool
    no_position: bool
    unknown: bool
    blank: str
    has_reasons: bool
    reasons: tuple[str, ...]


def term_asked(facts: Facts) -> str:
    """The reduced term: ``time served``, ``180 months``, or a blank."""
    kind = facts.choice("relief.kind")
    if kind == "time_served":
        return facts.as_printed("relief.kind", "time served")
    return amount_asked(facts, "relief.months", "month") if kind == "months" else facts.bare("relief.kind")


def relief(facts: Facts) -> Relief:
    """The relief."""
    return Relief(
        term=term_asked(facts),
        has_stay=facts.has("relief.stay_days"),
        stay=amount_asked(facts, "relief.stay_days", "day"),
        has_special_term=facts.has("relief.special_term"),
        special_term=amount_asked(facts, "relief.special_term", "month"),
        has_home_detention=facts.has("relief.home_detention"),
        home_detention=amount_asked(facts, "relief.home_detention", "month"),
        hearing=facts.yes("relief.hearing"),
        counsel=facts.yes("relief.counsel"),
        records=facts.yes("relief.records"),
        supplement=facts.yes("relief.supplement"),
        alternative=facts.passage("relief.alternative"),
    )


def amount_asked(facts: Facts, question: str, noun: str) -> str:
    """A number of the relief with its noun, a blank, or nothing."""
    number = facts.number(question)
    return facts.as_printed(question, counted(number, noun)) if number is not None else facts.bare(question)


def victims(facts: Facts) -> Victims:
    """Victims of the offense."""
    return Victims(
        identifiable=facts.yes_no("victims.identifiable"),
        views=facts.paragraphs("victims.views"),
        notice=facts.paragraphs("victims.notice"),
    )


def government(facts: Facts) -> Government:
    """What the government says."""
    position = facts.choice("government.position")
    reasons = facts.paragraphs("government.reasons")
    return Government(
        conferred=facts.yes_no("government.conferred"),
        conferred_on=facts.text("government.conferred_on"),
        unopposed=position == "unopposed",
        opposed=position == "opposed",
        no_position=position == "no_position",
        unknown=position == "unknown",
        blank="" if position else facts.bare("government.position"),
        has_reasons=bool(reasons),
        reasons=reasons,
    )
