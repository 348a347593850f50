"""Whether the dates and days of the sentence can be true together (28 C.F.R. § 523.20)."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.core.problem import Problem
from drafter.law.time import impossibilities
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.served import count, rules


def possible_term(facts: Facts) -> Iterator[Problem]:
    """Problems with the arithmetic: a wrong figure must never reach the paper."""
    since, counted = facts.day("custody.since"), count(facts)
    if since is None or counted is None:
        return
    for sentence in impossibilities(counted, since, facts.number("custody.gct_lost") or 0, rules(facts)):
        yield Problem("custody.since", sentence)
