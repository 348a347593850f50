"""How the papers of a case look: the house style, what the court's rules change, and what a person decides."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from drafter.law.model import StyleRule
from drafter.practice.documents.facts import Facts

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """Font, sizes in points, and line numbers; ``rule`` says where the court asks for something else."""

    font: str
    size: int
    note_size: int
    line_numbers: bool
    rule: str
    rule_verified: bool


def house_style(facts: Facts) -> HouseStyle:
    """The look of every paper for the court: an answer decides before a judge, a judge before a district."""
    judge = facts.value("case.judge")
    family = judge.family if judge is not None else ""
    rules = facts.law.style_rules(facts.value("case.district") or "", family, facts.on)
    of_court = [rule for rule in rules if rule.district]
    return HouseStyle(
        font=facts.choice("form.font") or _decided(rules, lambda rule: rule.font),
        size=facts.number("form.size") or _decided(rules, lambda rule: rule.size),
        note_size=_decided(rules, lambda rule: rule.note_size),
        line_numbers=_decided((*rules, _asked(facts, rules[0])), lambda rule: rule.line_numbers),
        rule=of_court[-1].says if of_court else "",
        rule_verified=all(rule.verified for rule in of_court),
    )


def letter_style(facts: Facts) -> HouseStyle:
    """The look of a letter, a form or a sheet: the program's own, in the font that a person decided.

    Its size is fixed, because the lines to write on are as long as the page is wide.
    """
    own = facts.law.style_rules("", "", facts.on)
    return HouseStyle(
        font=facts.choice("form.font") or _decided(own, lambda rule: rule.font),
        size=_decided(own, lambda rule: rule.size),
        note_size=_decided(own, lambda rule: rule.note_size),
        line_numbers=_decided(own, lambda rule: rule.line_numbers),
        rule="",
        rule_verified=True,
    )


def _decided(rules: Sequence[StyleRule], of: Callable[[StyleRule], T | None]) -> T:
    """What the most particular rule says that says anything."""
    return next(found for rule in reversed(rules) if (found := of(rule)) is not None)


def _asked(facts: Facts, like: StyleRule) -> StyleRule:
    """The answer on line numbers as the most particular rule."""
    return replace(like, line_numbers=facts.value("form.line_numbers"))
