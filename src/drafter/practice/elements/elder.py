"""The elements of 18 U.S.C. § 3582(c)(1)(A)(ii): age, years served under § 3559(c), the Director's determination."""

from __future__ import annotations

from drafter.practice.documents.facts import Facts
from drafter.practice.documents.words import counted
from drafter.practice.elements import served_enough
from drafter.practice.elements.age import aged
from drafter.practice.elements.element import NOT_MET, Element, Finding, number, proved, shown, told

_STATUTE = "ii.statute_3559c"
_STATED = "ii.served_years"
_YEARS = "elder.served_years"


def _sentenced(facts: Facts) -> Finding:
    if facts.no(_STATUTE):
        return Finding(NOT_MET, "The sentence was not imposed under 18 U.S.C. § 3559(c).", contrary=True)
    return shown(facts, _STATUTE)


def _served(facts: Facts) -> Finding:
    """Take the Bureau's own number of years where it is given, else count."""
    stated = facts.number(_STATED)
    if stated is None:
        return served_enough.whole_years(facts, _YEARS)
    because = (
        f"The Bureau states {counted(stated, 'year')} served; the provision asks for {number(facts, _YEARS)}."
    )
    if stated < facts.sources.value(_YEARS).number:
        return Finding(NOT_MET, because)
    return proved(facts, _STATED, because=because)


ELEMENTS: tuple[Element, ...] = (
    aged("elder.min_years"),
    Element(
        id="statute",
        title="A sentence imposed under 18 U.S.C. § 3559(c)",
        questions=(_STATUTE,),
        proof=("the judgment and the statement of reasons",),
        test=_sentenced,
    ),
    Element(
        id="served",
        title="Enough years served in prison under that sentence",
        questions=(_STATED, *served_enough.COUNTED),
        proof=served_enough.PROOF,
        test=_served,
    ),
    told(
        "director",
        "The Director has determined that the movant is not a danger",
        ("ii.director",),
        ("the Director’s written determination",),
    ),
)
