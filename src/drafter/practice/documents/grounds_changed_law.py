"""A change in the law: a reason where the law of the day lets it be one, else background for the extent."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.core.dates import long_date
from drafter.practice.documents import pleaded, served
from drafter.practice.documents.background import term_words
from drafter.practice.documents.facts import EMPTY, Facts
from drafter.practice.documents.sections import Section, place
from drafter.practice.documents.words import counted, lowered
from drafter.practice.grounds import CHANGED_LAW

#: The lines that would only repeat the sentence where nothing is known of today.
_OF_THE_SENTENCE = frozenset({"Sentence", "Term from which the release date is counted"})


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
    if node.quote_ok:
        return f"“{node.text}” {facts.sources.sentence(pleaded.POLICY, node.label)}"
    place_in_law = pleaded.label(facts, "c")
    mark = facts.sources.mark(f"policy:{statement.id}:c", verified=node.verified)
    return f"In substance, {place_in_law} provides: {lowered(node.paraphrase)}{mark}"


def _release(facts: Facts) -> tuple[tuple[str, str, str], ...]:
    """The day of release under either term, counted alike; nothing while one of the two cannot be counted."""
    then, now = served.count(facts), served.counterfactual(facts)
    if then is None or now is None or then.projected_release is None or now.projected_release is None:
        return ()
    return (
        (
            "Release date with the most good conduct time",
            long_date(then.projected_release),
            long_date(now.projected_release),
        ),
    )


def _months_now(facts: Facts) -> str:
    """The one term that the release date of today is counted from."""
    months = facts.number("change.months_now")
    if months is None:
        return facts.bare("change.months_now")
    return facts.as_printed("change.months_now", counted(months, "month"))


def _table(facts: Facts) -> tuple[Compared, ...]:
    lines = (
        ("Sentence", term_words(facts), facts.text("change.sentence_now")),
        ("Term from which the release date is counted", term_words(facts), _months_now(facts)),
        *_release(facts),
        ("Guideline range", facts.text("change.range_then"), facts.text("change.range_now")),
        ("Mandatory minimum", facts.text("change.minimum_then"), facts.text("change.minimum_now")),
    )
    return tuple(
        Compared(item, then or EMPTY, now or EMPTY)
        for item, then, now in lines
        if now or (then and item not in _OF_THE_SENTENCE)
    )
