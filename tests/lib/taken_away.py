"""A case with one thing taken away or switched, for every thing that it has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from every_answer import QUESTIONS, SECTIONS

from drafter.core.answers import Answer
from drafter.core.kinds import Choice, Kind, YesNo
from drafter.core.rows import ListOf

Case = Mapping[str, Answer]
#: A choice of more than these is one of a court or an office, and switches no text on or off.
_SWITCH = 20


def without_each(case: Case) -> Iterator[tuple[str, Case]]:
    """``case`` without each answer, each row and each column of a list, and with each switch turned.

    Each comes with what was done to it.
    """
    for question, answer in case.items():
        yield f"without {question}", _without(case, {question})
        for done, less in _shorter(QUESTIONS[question].kind, answer):
            yield f"without {done} of {question}", {**case, question: less}
    for question, asked in QUESTIONS.items():
        for other in _others(asked.kind, case.get(question)):
            yield f"{question} answered {other.stored}", {**case, question: other}


def without_parts(case: Case) -> Iterator[tuple[str, Case]]:
    """``case`` without each section and each part of the interview."""
    for section in SECTIONS:
        yield f"without the section {section.title}", _without(case, {one.id for one in section})
        for part in section.parts:
            yield f"without the part {part.title}", _without(case, {one.id for one in part.questions})


def _without(case: Case, questions: set[str]) -> Case:
    return {question: answer for question, answer in case.items() if question not in questions}


def _shorter(kind: Kind[Any], answer: Answer) -> Iterator[tuple[str, Answer]]:
    """A list without each of its rows, where it has others, and without each of its columns."""
    if not isinstance(kind, ListOf) or answer.unknown:
        return
    rows = answer.value
    for at in range(len(rows) if len(rows) > 1 else 0):
        yield f"row {at + 1}", _with_value(kind, answer, (*rows[:at], *rows[at + 1 :]))
    for column in (one.id for one in kind.columns if any(row.get(one.id) is not None for row in rows)):
        yield f"the column {column}", _with_value(kind, answer, tuple({**row, column: None} for row in rows))


def _others(kind: Kind[Any], answer: Answer | None) -> Iterator[Answer]:
    """What else might have been answered where few answers are possible."""
    options: tuple[Any, ...] = ()
    if isinstance(kind, YesNo):
        options = (True, False)
    elif isinstance(kind, Choice) and len(kind.options) <= _SWITCH:
        options = tuple(option for option, _ in kind.options)
    now = answer or Answer()
    yield from (_with_value(kind, now, option) for option in options if option != now.value)


def _with_value(kind: Kind[Any], answer: Answer, value: Any) -> Answer:  # noqa: ANN401 - of any kind
    return Answer(value, kind.dump(value), note=answer.note, evidence=answer.evidence)
