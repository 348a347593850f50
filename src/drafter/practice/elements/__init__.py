"""The grounds as tests: for each ground its elements, and how they stand in a case on the filing date."""

from __future__ import annotations

from collections.abc import Mapping

from drafter.practice.documents.facts import Facts
from drafter.practice.elements import abuse, age, changed_law, elder, family, medical, other
from drafter.practice.elements.element import Element
from drafter.practice.elements.standing import GroundStanding, standing
from drafter.practice.grounds import CHANGED_LAW, GROUNDS

__all__ = ["ELEMENTS", "Element", "GroundStanding", "grounds"]

#: Ground id → its elements, in the order of the provision.
ELEMENTS: Mapping[str, tuple[Element, ...]] = {
    "b1A": medical.TERMINAL,
    "b1B": medical.SELF_CARE,
    "b1C": medical.CARE_NOT_PROVIDED,
    "b1D": medical.OUTBREAK,
    "b2": age.ELEMENTS,
    "b3A": family.CHILD,
    "b3B": family.PARTNER,
    "b3C": family.PARENT,
    "b3D": family.RELATIVE,
    "b4": abuse.ELEMENTS,
    "b5": other.ELEMENTS,
    "ii": elder.ELEMENTS,
    "b6": changed_law.ELEMENTS,
}


def grounds(facts: Facts) -> tuple[GroundStanding, ...]:
    """Return how every ground stands under the law of the filing date, in statutory order."""
    own = facts.fresh()
    return tuple(standing(own, ground, ELEMENTS[ground.id]) for ground in (*GROUNDS, CHANGED_LAW))
