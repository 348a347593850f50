"""A change in the law: a reason where the law of the day lets it be one, else background for the extent."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.practice.documents import pleaded
from drafter.practice.documents.background import term_words
from drafter.practice.documents.facts import EMPTY, Facts
from drafter.practice.documents.sections import Section, place
from drafter.practice.documents.words import lowered
from drafter.practice.grounds import CHANGED_LAW


@dataclass(frozen=True, slots=True)
class Compared:
    """One line of the comparison: what stood at sentencing, and what would stand today."""

    item: str
    then: str
    now: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedLaw(Section):
    """A change in the law pleaded among the reasons."""

    what: tuple[str, ...]
    has_table: bool
    table: tuple[Compared, ...]


@dataclass(frozen=True, slots=True)
class Extent:
    """The conditional part on the extent of a reduction; ``here`` is False where nobody asks for it."""

    here: bool
    authority: str
    what: tuple[str, ...]
    has_table: bool
    table: tuple[Compared, ...]


def changed_law(facts: Facts) -> ChangedLaw:
    """The section that pleads the change as a reason."""
    table = _table(facts)
    return ChangedLaw(
        fragment=CHANGED_LAW.id,
        label=place(facts, CHANGED_LAW.id),
        standard=pleaded.standard(facts, CHANGED_LAW.id),
        what=facts.paragraphs("change.what"),
        has_table=bool(table),
        table=table,
    )


def extent(facts: Facts, *, as_reason: bool) -> Extent:
    """The conditional part; left out where the change is already pleaded ``as_reason``."""
    if as_reason or not facts.yes("change.extent"):
        return Extent(here=False, authority="", what=(), has_table=False, table=())
    table = _table(facts)
    return Extent(
        here=True,
        authority=_authority(facts),
        what=facts.paragraphs("change.what"),
        has_table=bool(table),
        table=table,
    )


def _authority(facts: Facts) -> str:
    """What the policy statement of the day says of a change in the law and the extent of a reduction."""
    statement = facts.law.policy_statement(facts.on)
    node = statement.node("c")
    if node is None:
        return ""
    place_in_law = pleaded.label(facts, "c")
    if node.quote_ok:
        return f"“{node.text}” {place_in_law}."
    mark = facts.sources.mark(f"policy:{statement.id}:c", verified=node.verified)
    return f"In substance, {place_in_law} provides: {lowered(node.paraphrase)}{mark}"


def _table(facts: Facts) -> tuple[Compared, ...]:
    lines = (
        ("Sentence", term_words(facts), facts.text("change.sentence_now")),
        ("Guideline range", facts.text("change.range_then"), facts.text("change.range_now")),
        ("Mandatory minimum", facts.text("change.minimum_then"), facts.text("change.minimum_now")),
    )
    return tuple(
        Compared(item, then or EMPTY, now or EMPTY)
        for item, then, now in lines
        if now or (then and item != "Sentence")
    )
