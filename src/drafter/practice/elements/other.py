"""The elements of U.S.S.G. § 1B1.13(b)(5): another circumstance, its gravity, and that it is the movant's own.

Rehabilitation alone is none (28 U.S.C. § 994(t); § 1B1.13(d)), by whatever name it comes.
"""

from __future__ import annotations

from drafter.practice.documents.facts import Facts
from drafter.practice.elements.element import MET, NOT_MET, Element, Finding, told, unknown

_BEYOND = "b5.beyond_rehabilitation"


def _beyond_rehabilitation(facts: Facts) -> Finding:
    """Find what the answer says; it is about what is argued and needs no proof of its own."""
    if facts.no(_BEYOND):
        return Finding(NOT_MET, "By the answer given it consists of rehabilitation alone.", contrary=True)
    says = "By the answer given there is more to it than rehabilitation."
    return unknown(facts, _BEYOND) or Finding(MET, says)


ELEMENTS: tuple[Element, ...] = (
    told(
        "circumstance",
        "Another circumstance, or several together",
        ("b5.circumstance", "b5.facts"),
        ("a record or declaration for each fact",),
    ),
    told(
        "gravity",
        "Similar in gravity to the listed reasons",
        ("b5.gravity",),
        ("the records from which its effect on the movant can be seen",),
    ),
    told(
        "personal",
        "Personal to the movant",
        ("b5.personal",),
        ("the movant’s declaration, or records that set the movant apart",),
    ),
    Element(
        id="beyond_rehabilitation",
        title="More than rehabilitation",
        questions=(_BEYOND,),
        proof=(),
        test=_beyond_rehabilitation,
        node="d",
    ),
)
