"""The section on other reasons of similar gravity, § 1B1.13(b)(5)."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.practice.documents import pleaded
from drafter.practice.documents.facts import Facts, Passage
from drafter.practice.documents.sections import Section, place


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherReason(Section):
    """A circumstance similar in gravity to the listed ones."""

    circumstance: str
    account: tuple[str, ...]
    gravity: Passage
    personal: Passage


def other_reason(facts: Facts) -> OtherReason:
    """The section on another reason."""
    return OtherReason(
        fragment="b5",
        label=place(facts, "b5"),
        standard=pleaded.standard(facts, "b5"),
        circumstance=facts.text("b5.circumstance"),
        account=facts.paragraphs("b5.facts"),
        gravity=facts.passage("b5.gravity"),
        personal=facts.passage("b5.personal"),
    )
