"""The authority for an element on the filing date: its place in the law, and what that place is worth there."""

from __future__ import annotations

from drafter.core.dates import long_date
from drafter.core.marks import plain
from drafter.practice.documents.binding import absent, named_at, reach
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.pleaded import ELDER, label
from drafter.practice.documents.words import lowered

_STATUTE = "usc18_3582c1A"


def authority(facts: Facts, ground: str, node: str = "") -> str:
    """Return where the law of the day puts the ground, or the piece ``node`` of it, and whom it addresses.

    Where the policy statement of the day does not know the ground, or speaks of motions by the Director
    only, the words say so, with what the circuit makes of it.
    """
    statute = facts.law.authority(_STATUTE)
    mark = facts.sources.mark(f"authority:{_STATUTE}", verified=statute.verified)
    if ground == ELDER:
        return plain(label(facts, ground) + mark)
    statement = facts.law.policy_statement(facts.on)
    known = (statement.node(node) if node else None) or named_at(facts, ground)
    if known is None:
        return plain(f"{statute.cite}(i){mark}; {lowered(absent(facts))}{reach(facts)}")
    ref = f"policy:{statement.id}:{known.id}"
    place = label(facts, known.id) + facts.sources.mark(ref, verified=known.verified)
    if statement.addresses_defendants:
        return plain(place)
    return plain(
        f"{place}, which on {long_date(facts.on)} spoke of motions by the Director only{reach(facts)}"
    )


def may_be_heard(facts: Facts) -> bool:
    """Whether the policy statement of the day itself opens (b)(6) to a motion by the defendant."""
    statement = facts.law.policy_statement(facts.on)
    return statement.addresses_defendants and statement.node("b6") is not None
