"""The reasons, in order: each ground's section, and once each the records that several grounds share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from drafter.practice.documents import (
    grounds_abuse,
    grounds_age,
    grounds_changed_law,
    grounds_family,
    grounds_medical,
    grounds_other,
)
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.opening import no_grounds
from drafter.practice.documents.pleaded import ELDER, POLICY, Pleaded, short_label, smuggled
from drafter.practice.documents.sections import Section
from drafter.practice.documents.words import capitalized, in_words, joined
from drafter.practice.grounds import FAMILY_GROUNDS, MEDICAL_GROUNDS

#: Ground id → what makes its section.
SECTIONS: Mapping[str, Callable[[Facts], Section]] = {
    "b1A": grounds_medical.terminal,
    "b1B": grounds_medical.self_care,
    "b1C": grounds_medical.care_withheld,
    "b1D": grounds_medical.outbreak,
    "b2": grounds_age.age,
    "b3A": grounds_family.children,
    "b3B": grounds_family.partner,
    "b3C": grounds_family.parent,
    "b3D": grounds_family.relative,
    "b4": grounds_abuse.abuse,
    "b5": grounds_other.other_reason,
    "ii": grounds_age.elder,
    "b6": grounds_changed_law.changed_law,
}
_MEDICAL = frozenset(ground.id for ground in MEDICAL_GROUNDS)
_FAMILY = frozenset(ground.id for ground in FAMILY_GROUNDS)


@dataclass(frozen=True, slots=True)
class Reasons:
    """What holds the sections together."""

    none: bool
    no_ground: str
    several: bool
    only_elder: bool
    count: str
    list: str
    together_cite: str
    has_combination: bool
    combination: tuple[str, ...]


def sections(facts: Facts, grounds: Pleaded) -> tuple[Section, ...]:
    """The sections in the order of the paper: a shared record follows the last of the grounds it supports."""
    made: list[Section] = []
    last_medical = _last(grounds, _MEDICAL)
    last_family = _last(grounds, _FAMILY)
    for ground in grounds.ids:
        made.append(SECTIONS[ground](facts))
        if ground == last_medical:
            made.append(grounds_medical.record(facts))
        if ground == last_family:
            made.append(grounds_family.care(facts))
    return tuple(made)


def _last(grounds: Pleaded, of: frozenset[str]) -> str:
    return next((ground for ground in reversed(grounds.ids) if ground in of), "")


def reasons(facts: Facts, grounds: Pleaded) -> Reasons:
    """What holds the sections together."""
    weighed = [ground for ground in grounds.ids if ground != ELDER]
    weigh_together = bool(grounds.ids) and smuggled(facts) is None
    combination = facts.paragraphs("reasons.combination") if weigh_together else ()
    several = len(weighed) > 1
    return Reasons(
        none=not grounds.ids,
        no_ground="" if grounds.ids else no_grounds(facts),
        several=several,
        only_elder=bool(grounds.ids) and not weighed,
        count=capitalized(in_words(len(weighed))),
        list=joined([short_label(facts, ground) for ground in weighed if short_label(facts, ground)]),
        together_cite=_together(facts) if several else "",
        has_combination=several or bool(combination),
        combination=combination,
    )


def _together(facts: Facts) -> str:
    """Where the policy statement of the day lets reasons be weighed together; empty where it speaks of none."""
    current = facts.law.policy_statement(facts.on).addresses_defendants
    return facts.sources.sentence(POLICY, "(b)") if current else ""
