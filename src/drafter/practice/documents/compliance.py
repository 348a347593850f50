"""The certificate of compliance: length, type where a local rule asks for it, and redaction (Rule 49.1)."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.core.marks import blank, printed
from drafter.law.model import LocalRule
from drafter.practice.documents.document import PlainDocument
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.head import CourtPaper, head
from drafter.practice.documents.house_style import house_style

_COUNT = "compliance.count"


@dataclass(frozen=True, slots=True)
class TypeAsked:
    """The font, and the sizes for which a rule of the court asks, with the mark of that rule.

    ``as_asked`` is False where a person has decided for another size; then no rule is claimed to be kept.
    """

    font: str
    as_asked: bool
    size: str
    has_note_size: bool
    note_size: str
    mark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Compliance(CourtPaper):
    """What is certified; on the type only where a rule of the court on it was found."""

    length: str
    limit: str
    limit_mark: str
    has_rule: bool
    rule: str
    asked: tuple[TypeAsked, ...]
    redacted: bool
    redacted_blank: str


def _applies(facts: Facts) -> bool:
    return _limit(facts) is not None


def _limit(facts: Facts) -> LocalRule | None:
    district = facts.value("case.district")
    return facts.law.district(district).page_limit(facts.on) if district else None


def _make(facts: Facts) -> Compliance:
    limit = _limit(facts)
    redacted = facts.yes("compliance.redacted")
    return Compliance(
        **head(facts),
        length=_length(facts, limit),
        limit=_limit_words(limit),
        limit_mark=facts.sources.mark(f"rule:{limit.id}", verified=limit.verified)
        if limit is not None
        else "",
        has_rule=limit is not None and bool(limit.cite),
        rule=limit.cite if limit is not None else "",
        asked=_type_asked(facts),
        redacted=redacted,
        redacted_blank="" if redacted else facts.blank("compliance.redacted"),
    )


def _length(facts: Facts, limit: LocalRule | None) -> str:
    """The count with its unit, or brackets to fill in by hand."""
    unit = limit.unit if limit is not None else printed(_COUNT, blank("pages or words"))
    number = facts.number(_COUNT)
    told = facts.blank(_COUNT) if number is None else facts.as_printed(_COUNT, f"{number:,}")
    return f"{told} {unit}"


def _limit_words(limit: LocalRule | None) -> str:
    if limit is None:
        return printed("case.district", blank("limit of pages or words in this district"))
    return f"{limit.limit:,} {limit.unit}"


def _type_asked(facts: Facts) -> tuple[TypeAsked, ...]:
    """None or one: a rule that asks for no size gives nothing to certify."""
    style, judge = house_style(facts), facts.value("case.judge")
    family = judge.family if judge is not None else ""
    every = facts.law.style_rules(facts.value("case.district") or "", family, facts.on)
    rules = [one for one in every if one.district and one.size is not None]
    if not rules:
        return ()
    rule = rules[-1]
    as_asked = style.size == rule.size
    has_note_size = as_asked and rule.note_size is not None
    return (
        TypeAsked(
            font=style.font,
            as_asked=as_asked,
            size=f"{style.size}-point",
            has_note_size=has_note_size,
            note_size=f"{rule.note_size}-point" if has_note_size else "",
            mark=facts.sources.mark(f"style:{rule.id}", verified=rule.verified) if as_asked else "",
        ),
    )


COMPLIANCE = PlainDocument("compliance", _applies, _make)
