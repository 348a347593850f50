"""What papers may print of an answer, in one table by kind and by question; and what a context prints."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from every_answer import texts

from drafter.core import marks
from drafter.core.dates import long_date, years_between
from drafter.core.kinds import Address, Choice, Kind, LongText, Number, Person, PersonName, PostalAddress
from drafter.core.question import Question
from drafter.core.rows import ListOf
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.words import counted

_PRINTED = re.compile(
    f"{marks.PRINTED_ON}([^{marks.PRINTED_SEP}]*){marks.PRINTED_SEP}([^{marks.PRINTED_OFF}]*){marks.PRINTED_OFF}"
)


def prints(context: object) -> Iterator[tuple[str, str]]:
    """Every printed answer of a context: (question id, its words); brackets are no answers."""
    for text in texts(context):
        for question, words in _PRINTED.findall(text):
            if marks.BLANK_ON not in words:
                yield question, marks.plain(words)


def _name(value: PersonName) -> set[str]:
    """In capitals in a caption, the family name in a header or after an honorific, a physician as “Dr.”."""
    honored = {f"{honorific} {value.family}" for honorific in ("Mr.", "Ms.")}
    return {value.full, value.full.upper(), value.family, f"Dr. {value.full}", *honored}


def _address(value: PostalAddress) -> set[str]:
    """An office in two lines or in one."""
    town = " ".join(part for part in (value.city_state, value.postal_code) if part)
    return {value.one_line, value.street, town}


def _number(kind: Number, value: int) -> set[str]:
    """With and without its noun."""
    return {str(value), f"{value:,}", counted(value, kind.unit.removesuffix("s") or "item")}


def _of_kind(kind: Kind[Any], value: Any) -> set[str]:  # noqa: ANN401 - a value of any kind
    if isinstance(kind, ListOf):
        filled = ((column, row.get(column.id)) for row in value for column in kind.columns)
        return {form for column, cell in filled if cell is not None for form in _of_kind(column.kind, cell)}
    match kind:
        case Person():
            return _name(value)
        case Address():
            return _address(value)
        case Number():
            return _number(kind, value)
        case LongText():
            return {line.strip() for line in value.split("\n")}
    return {kind.show(value)}


def _home(facts: Facts, value: PostalAddress) -> set[str]:
    """A home: whole under seal, else by city and state."""
    return {value.one_line if facts.sealed else value.city_state}


#: Question → the forms of its answer in place of those of its kind.  A date of birth is the age in papers for
#: the court; a court is its name or the lines of its caption; an exhibit says how it is filed.
FORMS: Mapping[str, Callable[[Facts, Any], set[str]]] = {
    "case.district": lambda facts, value: {
        *facts.law.district(value).caption_lines,
        facts.law.district(value).name,
        facts.law.circuit(facts.law.district(value).circuit).name,
    },
    "movant.birth_date": lambda facts, value: {
        counted(years_between(value, facts.on), "year"),
        *([long_date(value)] if facts.sealed else []),
    },
    "plan.address": _home,
    "prior.entered_on": lambda _facts, value: {long_date(value), "the same day"},
    "exhibits.list": lambda _facts, value: {
        *("Public", "Public, redacted", "Under seal"),
        *(str(cell) for row in value for cell in row.values() if isinstance(cell, str | int)),
        *(long_date(row["dated"]) for row in value if row.get("dated")),
    },
}


def forms(facts: Facts, question: Question[Any]) -> set[str] | None:
    """The words in which papers may print the answer; None for a choice, whose words a table gives."""
    value = facts.value(question.id)
    if question.id in FORMS:
        return FORMS[question.id](facts, value)
    if isinstance(question.kind, Choice):
        return None
    return _of_kind(question.kind, value)
