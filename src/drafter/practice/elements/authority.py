"""The authority for an element on the filing date: its place in the law, and what that place is worth there."""

from __future__ import annotations

from drafter.core.dates import long_date
from drafter.core.marks import plain
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.pleaded import ELDER, label
from drafter.practice.documents.words import lowered

_STATUTE = "usc18_3582c1A"
_BINDS = "policy_statement_binds"


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
    known = (statement.node(node) if node else None) or statement.node(ground)
    if known is None:
        absent = f"the policy statement of {_day(facts)}, has no such ground"
        return plain(f"{statute.cite}(i){mark}; {absent}{_reach(facts)}")
    ref = f"policy:{statement.id}:{known.id}"
    place = label(facts, known.id) + facts.sources.mark(ref, verified=known.verified)
    if statement.addresses_defendants:
        return plain(place)
    return plain(f"{place}, which on {_day(facts)} spoke of motions by the Director only{_reach(facts)}")


def bound_without(facts: Facts, ground: str) -> str:
    """Return why a circuit bound by the policy statement of the day cannot hear a ground that it lacks.

    Empty where the policy statement knows the ground, or where no decision says that it binds.
    """
    position = facts.sources.position(_BINDS)
    lacks = ground != ELDER and facts.law.policy_statement(facts.on).node(ground) is None
    if not lacks or position is None or position.holds != "binds":
        return ""
    return plain(f"The policy statement of {_day(facts)}, has no such ground{_reach(facts)}.")


def _day(facts: Facts) -> str:
    return long_date(facts.on)


def _reach(facts: Facts) -> str:
    """Return what the circuit holds on whether the policy statement binds, after a semicolon."""
    position = facts.sources.position(_BINDS)
    if position is None:
        return "; whether it binds here was not found"
    ref = f"position:{position.topic}:{position.circuit}:{position.in_force.start}"
    said = sentence(facts, position.says, cited(facts, position.authority), ref, verified=position.verified)
    return f"; {lowered(said.rstrip('.'))}"


def may_be_heard(facts: Facts) -> bool:
    """Whether the policy statement of the day itself opens (b)(6) to a motion by the defendant."""
    statement = facts.law.policy_statement(facts.on)
    return statement.addresses_defendants and statement.node("b6") is not None


def cited(facts: Facts, authority_id: str) -> str:
    """Return the citation of an authority in full as a screen shows it, marked while nobody has verified it."""
    if not authority_id:
        return ""
    known = facts.law.authority(authority_id)
    words = ", ".join(part for part in (known.name, known.cite) if part)
    return words + facts.sources.mark(f"authority:{authority_id}", verified=known.verified)


def sentence(facts: Facts, says: str, cite: str, ref: str, *, verified: bool) -> str:
    """Return what an entry of the law says, with its citation and its mark, as one sentence."""
    where = f" ({cite})" if cite else ""
    return plain(f"{says.rstrip('.')}{where}{facts.sources.mark(ref, verified=verified)}.")
