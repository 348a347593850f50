"""Whether a reply needs leave of the court or must be short, as far as a rule of the court was found."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.core.problem import Problem
from drafter.law.model import LocalRule
from drafter.practice.documents.facts import Facts

_POINTS = "reply.points"
#: The topics of the local rules that bear on a reply: leave, and length.
_LEAVE, _LIMIT = "reply_leave", "reply_limit"


def reply_rule(facts: Facts) -> Iterator[Problem]:
    """Say of a reply that it needs leave, how long it may be, or that no rule was found; nothing without points."""
    district = facts.value("case.district")
    if district is None or not facts.value(_POINTS):
        return
    court = facts.law.district(district)
    leave, limit = (court.rules_on(facts.on, topic) for topic in (_LEAVE, _LIMIT))
    for rule in leave:
        yield _warning("In this court a reply needs leave", rule, "file it with a motion for leave")
    for rule in limit:
        yield _warning("In this court a reply is limited in length", rule, "keep within it")
    if not leave and not limit:
        yield Problem(
            _POINTS,
            f"No rule on replies was found for the {court.name}; read the local rules and the judge’s practices before "
            "filing one, because some courts allow none without leave.",
            stops_final=False,
        )


def _warning(says: str, rule: LocalRule, act: str) -> Problem:
    doubt = "" if rule.verified else ", which is not verified"
    message = f"{says} ({rule.says.rstrip('.')}){doubt}; read the rule, and {act}."
    return Problem(_POINTS, message, stops_final=False)
