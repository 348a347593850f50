"""The elements of U.S.S.G. § 1B1.13(b)(2): age, deterioration because of aging, and the time served."""

from __future__ import annotations

from drafter.core.dates import years_between
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.words import counted
from drafter.practice.elements import served_enough
from drafter.practice.elements.element import (
    NOT_MET,
    UNKNOWN,
    Element,
    Finding,
    number,
    on_day,
    proved,
    told,
)

_BORN = "movant.birth_date"
#: What proves an age; the birth date itself never prints (Fed. R. Crim. P. 49.1(a)(2)).
_PROOF = ("the presentence report or the Bureau’s sheet with the date of birth",)


def _old_enough(facts: Facts, years: str) -> Finding:
    """Find whether the movant has the age of the value with the id ``years`` on the filing date."""
    born = facts.day(_BORN)
    if born is None:
        return Finding(UNKNOWN, "Not known yet: the movant’s date of birth.")
    age = years_between(born, facts.on)
    because = (
        f"The movant is {counted(age, 'year')} old {on_day(facts)}; the ground asks for {number(facts, years)}."
        if age >= 0
        else "By the date of birth given, the movant is not born yet on the filing date; correct one of the two."
    )
    if age < facts.sources.value(years).number:
        return Finding(NOT_MET, because)
    return proved(facts, _BORN, because=because)


def aged(years: str) -> Element:
    """Return the element of having the age of the value with the id ``years``."""
    return Element(
        id="age",
        title="Old enough",
        questions=(_BORN,),
        proof=_PROOF,
        test=lambda facts: _old_enough(facts, years),
    )


ELEMENTS: tuple[Element, ...] = (
    aged("age.min_years"),
    told(
        "deterioration",
        "A serious deterioration in health because of the aging process",
        ("b2.deterioration", "b2.physician", "b2.letter_date"),
        ("a dated letter or record of the physician that puts the losses down to aging",),
    ),
    Element(
        id="served",
        title="Enough served, in years or percent of the term, whichever is less",
        questions=served_enough.COUNTED,
        proof=served_enough.PROOF,
        test=lambda facts: served_enough.years_or_percent(facts, "age.served_years", "age.served_percent"),
    ),
)
