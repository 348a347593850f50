"""The policy statement of the filing date: where it names a ground, and what it lets a court hear without that.

A paper and the test of its grounds ask here, so that both refuse the same grounds in the same words.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from drafter.core.dates import long_date
from drafter.core.marks import plain
from drafter.law.load import Law
from drafter.law.model import Node
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.words import lowered
from drafter.practice.grounds import b3a, ii

_BINDS = "policy_statement_binds"
#: The piece of (b)(3)(A) on children who are adults; an edition that speaks of minor children has no such node.
_ADULT_CHILD = "b3A_adult"


def named_at(facts: Facts, ground: str) -> Node | None:
    """Return where the policy statement of the day names ``ground`` as this case puts it, else None."""
    adult = ground == b3a.GROUND.id and facts.choice(b3a.CHILD_KIND.id) == "adult"
    return _named(facts.law, facts.on, ground, adult=adult)


@lru_cache(maxsize=256)
def _named(law: Law, on: date, ground: str, *, adult: bool) -> Node | None:
    """The same for a day; a paper asks for each of its grounds many times."""
    statement = law.policy_statement(on)
    return None if adult and statement.node(_ADULT_CHILD) is None else statement.node(ground)


def unheard(facts: Facts, ground: str) -> str:
    """Return why a court bound by the policy statement of the day cannot hear ``ground``, which it lacks.

    Empty where the statement names the ground, where the ground rests on the statute itself, and where no
    decision says that the statement binds.
    """
    position = facts.sources.position(_BINDS)
    if ground == ii.GROUND.id or position is None or position.holds != "binds" or named_at(facts, ground):
        return ""
    return plain(f"{absent(facts)}{reach(facts)}; it is not pleaded as a reason.")


def absent(facts: Facts) -> str:
    """Return that the policy statement of the day lacks the ground, as the start of a sentence."""
    return f"The policy statement of {long_date(facts.on)}, has no such ground"


def reach(facts: Facts) -> str:
    """Return what the circuit holds on whether the policy statement binds, after a semicolon."""
    position = facts.sources.position(_BINDS)
    if position is None:
        return "; whether it binds here was not found"
    ref = f"position:{position.topic}:{position.circuit}:{position.in_force.start}"
    said = sentence(facts, position.says, cited(facts, position.authority), ref, verified=position.verified)
    return f"; {lowered(said.rstrip('.'))}"


def cited(facts: Facts, authority_id: str) -> str:
    """Return the citation of an authority in full as a screen shows it, marked while nobody has verified it."""
    if not authority_id:
        return ""
    known = facts.law.authority(authority_id)
    words = ", ".join(part for part in (known.name, known.cite) if part)
    return words + facts.sources.mark(f"authority:{authority_id}", verified=known.vetted)


def sentence(facts: Facts, says: str, cite: str, ref: str, *, verified: bool) -> str:
    """Return what an entry of the law says, with its citation and its mark, as one sentence."""
    where = f" ({cite})" if cite else ""
    return plain(f"{says.rstrip('.')}{where}{facts.sources.mark(ref, verified=verified)}.")
