"""The elements of U.S.S.G. § 1B1.13(b)(3): whose care, what happened, and that no one else can give it.

The words of (3)(A) do not ask that the movant be the only available caregiver; those of (3)(B) to (D) do.
"""

from __future__ import annotations

from drafter.core.rows import Row
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.words import joined
from drafter.practice.elements.element import (
    NOT_MET,
    PROOF_MISSING,
    UNKNOWN,
    Element,
    Finding,
    in_hand,
    lacking,
    number,
    row_proof,
    sentences,
    shown,
    told,
)

_RELATIVES = "family.relatives"
_ONLY = ("family.care_needed", "family.present_carer", _RELATIVES, "family.only_available")
_KIND, _CHILDREN = "b3A.child_kind", "b3A.children"
_ADULT = "child.adult_years"
_LETTER = ("a dated letter of the treating physician on the incapacity",)


def _only_available(facts: Facts) -> Finding:
    """Rule out every other adult, one by one: a reason for each, and a proof for each."""
    rows = facts.value(_RELATIVES) or ()
    reasoned = [row for row in rows if row.get("why_unavailable")]
    without_reason = [_who(row) for row in rows if not row.get("why_unavailable")]
    without_proof = [_who(row) for row in reasoned if not _is_proved(facts, row)]
    without_name = [_who(row) for row in rows if not row.get("name") or not row.get("relation")]
    missing = lacking(facts, *(question for question in _ONLY if question != _RELATIVES or not rows))
    gaps = sentences(
        _named("No reason yet why these are unavailable", without_reason),
        _named("No proof in hand for", without_proof),
        _named("Name or relation still to come for", without_name),
        _named("Not known yet", missing),
    )
    if missing or without_reason or without_name:
        return Finding(UNKNOWN, gaps)
    if without_proof:
        return Finding(PROOF_MISSING, gaps)
    ruled_out = f"Ruled out, each with a reason and a proof: {joined([_who(row) for row in rows])}."
    return shown(facts, *_ONLY, because=ruled_out)


def _named(what: str, names: list[str]) -> str:
    return f"{what}: {joined(names)}." if names else ""


def _who(row: Row) -> str:
    named = [row[column] for column in ("name", "relation") if row.get(column)]
    return f"{named[0]} ({named[1]})" if len(named) > 1 else "".join(named) or "a relative without a name"


def _is_proved(facts: Facts, row: Row) -> bool:
    return any(in_hand(facts, place) for place in row_proof(row))


ONLY_AVAILABLE = Element(
    id="only_available",
    title="The movant would be the only available caregiver",
    questions=_ONLY,
    proof=(
        "for each adult relative a declaration, certificate or record of why that person is not available",
        "proof that no aide, agency or facility can give the care",
    ),
    test=_only_available,
)


def _child(facts: Facts) -> Finding:
    """Find whose child it is; ages that contradict the answer minor or adult speak against the ground."""
    grown = facts.sources.value(_ADULT).number
    adults = {row["age"] >= grown for row in facts.value(_CHILDREN) or () if row.get("age") is not None}
    kind = facts.choice(_KIND)
    if adults == {True} and kind == "minor":
        because = (
            f"By the ages given no child is under {number(facts, _ADULT)}, and the answer is a minor child."
        )
        return Finding(NOT_MET, because, contrary=True)
    if adults == {False} and kind == "adult":
        because = f"By the ages given no child is {number(facts, _ADULT)} or older, and the answer is an adult child."
        return Finding(NOT_MET, because, contrary=True)
    return shown(facts, _KIND, _CHILDREN)


def _is_adult(facts: Facts) -> bool:
    return facts.choice(_KIND) == "adult"


CHILD: tuple[Element, ...] = (
    Element(
        id="relationship",
        title="The movant’s minor child, or adult child",
        questions=(_KIND, _CHILDREN),
        proof=("the birth or adoption record",),
        test=_child,
    ),
    told(
        "incapable",
        "The adult child is incapable of self-care because of a disability or a medical condition",
        ("b3A.child_incapacity",),
        ("a dated letter of the physician on the disability or condition and on self-care",),
        applies=_is_adult,
    ),
    told(
        "event",
        "The child’s caregiver has died or is incapacitated",
        ("b3A.caregiver", "b3A.event", "b3A.event_detail"),
        ("the death certificate, or the physician’s letter on the incapacity",),
    ),
)

PARTNER: tuple[Element, ...] = (
    told(
        "relationship",
        "The movant’s spouse or registered partner",
        ("b3B.relationship", "b3B.partner_name"),
        ("the marriage certificate or the registration",),
    ),
    told(
        "incapacity",
        "The spouse or partner is incapacitated",
        ("b3B.incapacity", "b3B.physician", "b3B.letter_date"),
        _LETTER,
    ),
    ONLY_AVAILABLE,
)

PARENT: tuple[Element, ...] = (
    told(
        "relationship",
        "The movant’s parent",
        ("b3C.parent_name", "b3C.relationship"),
        ("the birth or adoption record",),
    ),
    told(
        "incapacity",
        "The parent is incapacitated",
        ("b3C.incapacity", "b3C.physician", "b3C.letter_date"),
        _LETTER,
    ),
    ONLY_AVAILABLE,
)

RELATIVE: tuple[Element, ...] = (
    told(
        "relationship",
        "Another immediate family member, or a person who is like one",
        ("b3D.relative_name", "b3D.relationship", "b3D.kin_word", "b3D.bond"),
        ("birth records or declarations that show the relation", "proof of the bond, for any other person"),
    ),
    told(
        "incapacity",
        "The family member is incapacitated",
        ("b3D.incapacity", "b3D.physician", "b3D.letter_date"),
        _LETTER,
    ),
    ONLY_AVAILABLE,
)
