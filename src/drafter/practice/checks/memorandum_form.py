"""Whether motion and memorandum are one document or two, where a rule of the court was found to ask for either."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.core.problem import Problem
from drafter.law.model import LocalRule
from drafter.practice.documents.argument import ANSWER, APART, TOGETHER, memorandum_rules
from drafter.practice.documents.facts import Facts


def memorandum_form(facts: Facts) -> Iterator[Problem]:
    """Say that the form follows an unverified rule, or that the answer differs from a rule that was found."""
    answered: bool | None = facts.value(ANSWER)
    apart, together = (memorandum_rules(facts, topic) for topic in (APART, TOGETHER))
    if answered is None:
        for rule in apart:
            if not rule.verified:
                yield _warning("The argument stands in a memorandum of its own, as", rule)
    elif against := together if answered else apart:
        form = "in a memorandum of its own" if answered else "in the motion"
        yield _warning(f"The argument stands {form}, although", against[0])


def _warning(says: str, rule: LocalRule) -> Problem:
    asked = "one document" if rule.topic == TOGETHER else "two documents"
    doubt = "" if rule.verified else ", which is not verified"
    return Problem(
        ANSWER,
        f"{says} a rule of this court was found to ask for {asked} ({rule.says.rstrip('.')}){doubt}; read the "
        "local rule, then answer this question.",
        stops_final=False,
    )
