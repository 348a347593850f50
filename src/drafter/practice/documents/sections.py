"""What every section of a ground has in common."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.core.kinds import PersonName
from drafter.practice.documents import pleaded
from drafter.practice.documents.facts import Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One piece of the argument on the reasons.

    ``fragment`` names the Word fragment that prints it; ``label`` is its place in the law, in parentheses
    with a space before, or empty; ``standard`` what the policy statement says, at most one paragraph.
    """

    fragment: str
    label: str
    standard: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WithPhysician(Section):
    """A ground that a physician's letter supports."""

    physician: str
    letter_date: str
    letter_cite: str


def place(facts: Facts, ground: str) -> str:
    """The label of a section's heading."""
    words = pleaded.label(facts, ground)
    return f" ({words})" if words else ""


def physician(facts: Facts, ground: str) -> str:
    """The physician as a paper names one: ``Dr. Anna B. Roe``."""
    question = f"{ground}.physician"
    known: PersonName | None = facts.value(question)
    return facts.as_printed(question, f"Dr. {known.full}") if known else facts.bare(question)


def letter_cite(facts: Facts, ground: str) -> str:
    """The record cite of the sentence on the physician's letter."""
    return facts.cite(f"{ground}.physician", f"{ground}.letter_date")
