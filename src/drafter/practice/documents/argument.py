"""The argument, from the background to the release plan: part of the motion, or of a memorandum beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict

from drafter.law.model import LocalRule
from drafter.practice.documents.background import Background, Prior, background, prior
from drafter.practice.documents.conduct import Conduct, conduct
from drafter.practice.documents.danger import Danger, danger
from drafter.practice.documents.exhaustion_part import ExhaustionPart, exhaustion_part
from drafter.practice.documents.factors import Factors, factors
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.grounds_changed_law import Extent, extent
from drafter.practice.documents.head import CourtPaper
from drafter.practice.documents.plan import Plan, plan
from drafter.practice.documents.pleaded import Pleaded
from drafter.practice.documents.reasons import Reasons, reasons, sections
from drafter.practice.documents.sections import Section
from drafter.practice.documents.served import TimeServed, time_served
from drafter.practice.documents.standard import Standard, standard

#: The answer that decides where the argument stands, and the topics of the local rules that have a say.
ANSWER, APART, TOGETHER = "kit.separate_memorandum", "memorandum_apart", "memorandum_combined"


class ArgumentFields(TypedDict):
    """The fields of :class:`Argument` that are its own, to be spread into the context of a paper."""

    this: str
    This: str
    background: Background
    prior: Prior
    time: TimeServed
    exhaustion: ExhaustionPart
    standard: Standard
    grounds: tuple[Section, ...]
    reasons: Reasons
    conduct: Conduct
    danger: Danger
    factors: Factors
    extent: Extent
    plan: Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument(CourtPaper):
    """The base of the papers in which the argument stands; ``this`` motion is "the" motion in any other."""

    this: str
    This: str
    background: Background
    prior: Prior
    time: TimeServed
    exhaustion: ExhaustionPart
    standard: Standard
    grounds: tuple[Section, ...]
    reasons: Reasons
    conduct: Conduct
    danger: Danger
    factors: Factors
    extent: Extent
    plan: Plan


def argument(facts: Facts, grounds: Pleaded, this: str) -> ArgumentFields:
    """Make the argument, part by part."""
    return ArgumentFields(
        this=this,
        This=this.capitalize(),
        background=background(facts),
        prior=prior(facts),
        time=time_served(facts),
        exhaustion=exhaustion_part(facts, grounds),
        standard=standard(facts, grounds),
        grounds=sections(facts, grounds),
        reasons=reasons(facts, grounds),
        conduct=conduct(facts),
        danger=danger(facts),
        factors=factors(facts),
        extent=extent(facts, as_reason=grounds.changed_law),
        plan=plan(facts),
    )


def tables(facts: Facts) -> bool:
    """Whether the paper in which the argument stands has tables of contents and authorities."""
    return facts.yes("form.tables")


def argued_apart(facts: Facts) -> bool:
    """Whether the argument stands in a memorandum of its own: the answer, else what the district's rules ask."""
    if facts.known(ANSWER):
        return facts.yes(ANSWER)
    return bool(memorandum_rules(facts, APART))


def memorandum_rules(facts: Facts, topic: str) -> tuple[LocalRule, ...]:
    """The rules of the district on the filing date that ask for a memorandum APART, or for both TOGETHER."""
    district = facts.value("case.district")
    return facts.law.district(district).rules_on(facts.on, topic) if district else ()
