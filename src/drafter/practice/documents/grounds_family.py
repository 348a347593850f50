"""The sections on the care of a family member, and the proof that no one else can give it."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.practice.documents import pleaded
from drafter.practice.documents.facts import NO_PASSAGE, Facts, Passage
from drafter.practice.documents.sections import Section, WithPhysician, letter_cite, physician, place

CARE = "care"


@dataclass(frozen=True, slots=True)
class Child:
    """A child who needs care, by initials."""

    initials: str
    age: str
    relation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Children(Section):
    """A child whose caregiver has died or is incapacitated."""

    minor: bool
    adult: bool
    kind_blank: str
    children: tuple[Child, ...]
    children_cite: str
    incapacity: tuple[str, ...]
    caregiver: str
    died: bool
    incapacitated: bool
    event_blank: str
    event_detail: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relative(WithPhysician):
    """An adult family member who is incapacitated: spouse, partner, parent, sibling and so on."""

    name: str
    relation: str
    relation_heading: str
    has_since: bool
    since: str
    bond: Passage
    incapacity: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Excluded:
    """An adult relative, and why that person cannot give the care."""

    name: str
    relation: str
    lives: str
    why: str
    proof: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Care(Section):
    """The care that is needed, told once for all grounds that rest on it."""

    needed: tuple[str, ...]
    present: Passage
    past: Passage
    relatives: tuple[Excluded, ...]
    relatives_cite: str
    only: Passage
    has_distance: bool
    distance: str
    benefits: Passage
    proceedings: Passage
    safe: Passage


def children_of(facts: Facts) -> tuple[Child, ...]:
    """The children who need care."""
    columns = ("initials", "age", "relation")
    return tuple(Child(*(row.text(column) for column in columns)) for row in facts.rows("b3A.children"))


def excluded(facts: Facts) -> tuple[Excluded, ...]:
    """Every other adult, and why that person cannot give the care."""
    columns = ("name", "relation", "lives", "why_unavailable", "proof")
    return tuple(
        Excluded(*(row.text(column) for column in columns)) for row in facts.rows("family.relatives")
    )


def children(facts: Facts) -> Children:
    """The section on the care of a child."""
    kind, event = facts.choice("b3A.child_kind"), facts.choice("b3A.event")
    return Children(
        fragment="b3A",
        label=place(facts, "b3A"),
        standard=pleaded.standard(facts, "b3A"),
        minor=kind == "minor",
        adult=kind == "adult",
        kind_blank="" if kind else facts.bare("b3A.child_kind"),
        children=children_of(facts),
        children_cite=facts.cite("b3A.children"),
        incapacity=facts.paragraphs("b3A.child_incapacity"),
        caregiver=facts.text("b3A.caregiver"),
        died=event == "death",
        incapacitated=event == "incapacitation",
        event_blank="" if event else facts.bare("b3A.event"),
        event_detail=facts.paragraphs("b3A.event_detail"),
    )


#: The two relations of § 1B1.13(b)(3)(B), as sentences say them.
PARTNERS = {"spouse": "spouse", "partner": "registered partner"}
#: Ground id → the question that names the relative.
NAMES = {"b3B": "b3B.partner_name", "b3C": "b3C.parent_name", "b3D": "b3D.relative_name"}


def partner(facts: Facts) -> Relative:
    """The section on the care of a spouse or registered partner."""
    words = facts.choice_words("b3B.relationship", PARTNERS)
    return _relative(facts, "b3B", words, words)


def parent(facts: Facts) -> Relative:
    """The section on the care of a parent."""
    return _relative(facts, "b3C", facts.text("b3C.relationship"), facts.bare("b3C.relationship"))


def relative(facts: Facts) -> Relative:
    """The section on the care of another family member."""
    return _relative(facts, "b3D", facts.text("b3D.kin_word"), facts.bare("b3D.kin_word"))


def _relative(facts: Facts, ground: str, relation: str, heading: str) -> Relative:
    married, bound = ground == "b3B", ground == "b3D"
    return Relative(
        fragment=ground,
        label=place(facts, ground),
        standard=pleaded.standard(facts, ground),
        physician=physician(facts, ground),
        letter_date=facts.bare(f"{ground}.letter_date"),
        letter_cite=letter_cite(facts, ground),
        name=facts.text(NAMES[ground]),
        relation=relation,
        relation_heading=heading,
        has_since=married and facts.has("b3B.since"),
        since=facts.text("b3B.since") if married else "",
        bond=facts.passage("b3D.bond") if bound else NO_PASSAGE,
        incapacity=facts.paragraphs(f"{ground}.incapacity"),
    )


def care(facts: Facts) -> Care:
    """Who else could give the care, and why no one can."""
    return Care(
        fragment=CARE,
        label="",
        standard=(),
        needed=facts.paragraphs("family.care_needed"),
        present=facts.passage("family.present_carer"),
        past=facts.passage("family.past_care"),
        relatives=excluded(facts),
        relatives_cite=facts.cite("family.relatives"),
        only=facts.passage("family.only_available"),
        has_distance=facts.has("family.distance"),
        distance=facts.text("family.distance"),
        benefits=facts.passage("family.benefits"),
        proceedings=facts.passage("family.proceedings"),
        safe=facts.passage("family.safe"),
    )
