"""What the district's own rules and tables say on the topics of a question; a blank says "not found"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from drafter.law.load import Law
from drafter.law.model import District, LocalRule, StyleRule
from drafter.law.showing import provenance
from drafter.practice.beside.law_beside import LocalNote
from drafter.practice.beside.names import CAPTION, FORMAT, LOCAL, RECORD_CITES

_NOT_FOUND = "Not found: ask the clerk, and read the court’s local rules and the judge’s own page."


def local_notes(law: Law, on: date, topics: Iterable[str], district_id: str) -> Iterator[LocalNote]:
    """Yield what is known of the district on each topic, or that nothing was found."""
    district = law.district(district_id)
    for topic in topics:
        looks = _from_looks(law, district, on) if topic == FORMAT else ()
        notes = [*_from_entry(district, topic), *_from_rules(district, on, topic), *looks]
        yield from notes or [_not_found(district, topic)]


def _from_entry(district: District, topic: str) -> Iterator[LocalNote]:
    says = ""
    if topic == CAPTION:
        says = f"A common form of the caption: {' / '.join(district.caption_lines)}.{_divisions(district)}"
    elif topic == RECORD_CITES and district.record_cite_prefix:
        says = f"Filings seen there cite the docket as “{district.record_cite_prefix}”."
    if says:
        yield LocalNote(
            topic=LOCAL[topic].name,
            court=district.abbreviation,
            says=says,
            since=None,
            provenance=provenance(f"district:{district.id}", district),
        )


def _divisions(district: District) -> str:
    if not district.divisions:
        return ""
    names = ", ".join(one.name for one in district.divisions)
    return f" Divisions: {names}; take the division from the caption of the judgment."


def _from_rules(district: District, on: date, topic: str) -> Iterator[LocalNote]:
    for name in LOCAL[topic].topics:
        for rule in district.rules_on(on, name):
            yield _note(district, rule, f"rule:{rule.id}", topic)


def _from_looks(law: Law, district: District, on: date) -> Iterator[LocalNote]:
    """What was found on the look of papers in the whole district; the house style is no court's rule."""
    for look in law.style_rules(district.id, "", on):
        if look.district:
            yield _note(district, look, f"style:{look.id}", FORMAT)


def _note(district: District, rule: LocalRule | StyleRule, ref: str, topic: str) -> LocalNote:
    return LocalNote(
        topic=LOCAL[topic].name,
        court=district.abbreviation,
        says=rule.says,
        since=rule.in_force.start,
        provenance=provenance(ref, rule),
    )


def _not_found(district: District, topic: str) -> LocalNote:
    name = LOCAL[topic].name
    return LocalNote(topic=name, court=district.abbreviation, says=_NOT_FOUND, since=None, provenance=None)
