"""The grounds for a reduction: one module each, and the lists in which the rest of the program finds them."""

from __future__ import annotations

from drafter.core.question import AnyOf, Condition
from drafter.practice.grounds import b1a, b1b, b1c, b1d, b2, b3a, b3b, b3c, b3d, b4, b5, b6, ii
from drafter.practice.grounds.ground import Ground

#: The grounds that a motion asserts or not, in statutory order.
GROUNDS: tuple[Ground, ...] = (
    b1a.GROUND,
    b1b.GROUND,
    b1c.GROUND,
    b1d.GROUND,
    b2.GROUND,
    b3a.GROUND,
    b3b.GROUND,
    b3c.GROUND,
    b3d.GROUND,
    b4.GROUND,
    b5.GROUND,
    ii.GROUND,
)

#: The ground that only a change in the law could give; it stands apart because nothing asks to assert it.
CHANGED_LAW: Ground = b6.GROUND

#: The grounds that rest on the movant's own health.
MEDICAL_GROUNDS: tuple[Ground, ...] = tuple(ground for ground in GROUNDS if "medical" in ground.tags)

#: The grounds that rest on the care of a family member.
FAMILY_GROUNDS: tuple[Ground, ...] = tuple(ground for ground in GROUNDS if "family" in ground.tags)

#: The condition that a medical ground is asserted.
ANY_MEDICAL: Condition = AnyOf(tuple(ground.asserted.is_(True) for ground in MEDICAL_GROUNDS))

#: The condition that a family ground is asserted.
ANY_FAMILY: Condition = AnyOf(tuple(ground.asserted.is_(True) for ground in FAMILY_GROUNDS))
