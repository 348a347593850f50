"""What a ground is, and the two questions that every ground proved by a physician asks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from drafter.core.kinds import Date, Person, PersonName
from drafter.core.question import ALWAYS, Condition, Part, Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """One reason for a reduction that the statute or the policy statement knows.

    ``id`` is its short name ("b3D"), ``label`` its place in the law, ``title`` the words of a heading.
    ``asserted`` asks whether the motion raises it; ``part`` holds its questions, ``asserted`` first.
    ``tags`` are the marks by which an entry of the law's treatment table may foreclose it.
    """

    id: str
    label: str
    title: str
    asserted: Question[bool]
    part: Part
    tags: tuple[str, ...] = ()


def physician(ground: str, *, patient: str, source: str, shown: Condition) -> Question[PersonName]:
    """Return the question who vouches for the condition of ``patient`` ("the movant", "the parent")."""
    return Question(
        id=f"{ground}.physician",
        kind=Person(),
        ask=f"Which physician has stated the condition of {patient} in writing?",
        help="The name as it stands under the letter or in the record, without “Dr.”: Anna B. Roe. Where "
        "several have written, name the one who treats this condition and whose letter is the most recent.",
        why="A named physician lets the court and the government weigh and check the medical facts.",
        source=source,
        blank="name of the physician",
        shown_when=shown,
        needed_when=ALWAYS,
    )


def letter_date(ground: str, *, patient: str, source: str, shown: Condition) -> Question[date]:
    """Return the question on which day the physician of ``patient`` wrote."""
    return Question(
        id=f"{ground}.letter_date",
        kind=Date(),
        ask=f"On what date did the physician write the letter or record about {patient}?",
        help="The date on the letter or on the entry in the record, not the date on which it reached you. "
        "Ask for a new letter where the only one is old.",
        why="The date shows that the opinion speaks of the condition as it is now.",
        source=source,
        blank="date of the physician’s letter",
        shown_when=shown,
        needed_when=ALWAYS,
    )
