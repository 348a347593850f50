"""Every section and every question of the interview, in the order in which a judge reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from drafter.core.kinds import Choice, Json
from drafter.core.question import Question, Section
from drafter.core.rows import Column, ListOf
from drafter.practice.guidance import GUIDES
from drafter.practice.questions import (
    case,
    conduct,
    counsel,
    danger,
    exhibits,
    factors,
    kit,
    own,
    plan,
    prior,
    reasons,
    relief,
    sentence,
    signature,
    victims,
    warden,
)

_ASKED: tuple[Section, ...] = (
    case.SECTION,
    counsel.SECTION,
    sentence.SECTION,
    prior.SECTION,
    warden.SECTION,
    reasons.SECTION,
    conduct.SECTION,
    danger.SECTION,
    factors.SECTION,
    plan.SECTION,
    victims.SECTION,
    relief.SECTION,
    exhibits.SECTION,
    signature.SECTION,
    kit.SECTION,
)


def _each(section: Section, change: Callable[[Question[Any]], Question[Any]]) -> Section:
    """``section`` with every question changed."""
    return replace(
        section,
        parts=tuple(
            replace(part, questions=tuple(change(question) for question in part.questions))
            for part in section.parts
        ),
    )


def _guided(question: Question[Any]) -> Question[Any]:
    """``question`` with its plain-language twin, who knows, where it stands, and what is said against it."""
    guide = GUIDES.get(question.id)
    return replace(question, **guide._asdict()) if guide else question


SECTIONS: tuple[Section, ...] = tuple(_each(section, _guided) for section in _ASKED)

#: Every question by its id.
QUESTIONS: Mapping[str, Question[Any]] = MappingProxyType(
    {question.id: question for section in SECTIONS for question in section},
)


def interview(
    options: Mapping[str, tuple[tuple[str, str], ...]], fields: Iterable[own.OwnField] = ()
) -> tuple[Section, ...]:
    """Return the sections with every choice from a dated table filled in, and that of the firm's ``fields``.

    ``options`` maps the name of a table ("districts") to its pairs of stored word and shown label.  A
    missing table raises KeyError, because a choice without options cannot be answered.
    """
    ours = (_each(section, lambda question: _filled(question, options)) for section in SECTIONS)
    return (*ours, *own.sections(fields))


def _filled(question: Question[Any], options: Mapping[str, tuple[tuple[str, str], ...]]) -> Question[Any]:
    kind = question.kind
    if isinstance(kind, Choice) and kind.table:
        return replace(question, kind=replace(kind, options=options[kind.table]))
    return question


def questionnaire(sections: tuple[Section, ...] = SECTIONS) -> list[dict[str, Json]]:
    """Return every question as plain JSON, for printing and for other programs.

    ``shown_when`` and ``needed_when`` are conditions as data: null holds always, ``{"any": []}`` never.
    ``needed_when`` counts only while the question is shown.
    """
    return [_entry(section, question) for section in sections for question in section]


def _entry(section: Section, question: Question[Any]) -> dict[str, Json]:
    entry: dict[str, Json] = {
        "id": question.id,
        "section": section.id,
        "kind": question.kind.name,
        "ask": question.ask,
        "help": question.help,
        "source": question.source,
        "shown_when": question.shown_when.as_json(),
        "needed_when": question.needed_when.as_json(),
        "why": question.why,
        "blank": question.blank,
        "plain": question.plain,
        "knows": question.knows,
        "found_in": question.found_in,
        "expects": question.expects,
        "confidential": question.confidential,
    }
    if isinstance(question.kind, Choice):
        entry["options"] = _options(question.kind)
    if isinstance(question.kind, ListOf):
        entry["columns"] = [_column(column) for column in question.kind.columns]
    return entry


def _options(choice: Choice) -> Json:
    return [{"value": word, "label": label} for word, label in choice.options]


def _column(column: Column) -> Json:
    entry: dict[str, Json] = {
        "id": column.id,
        "label": column.label,
        "kind": column.kind.name,
        "required": column.required,
    }
    if isinstance(column.kind, Choice):
        entry["options"] = _options(column.kind)
    return entry
