"""The elements of U.S.S.G. § 1B1.13(b)(5): another circumstance, its gravity, and that it is the movant's own."""

from __future__ import annotations

from drafter.practice.elements.element import Element, told

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
)
