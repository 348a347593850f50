"""What the answers of a case show, hide and still lack."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from drafter.core.answers import Answer, Answers
from drafter.core.rows import ListOf

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from drafter.core.problem import Problem
    from drafter.core.question import Question, Section

    Rule = Callable[[Answers], Iterable[Problem]]


@dataclass(frozen=True, slots=True)
class Missing:
    """A fact that a paper needs and the case does not have.

    ``note`` is what the user wrote on how to obtain it; ``unknown`` is True when the user has said that it
    is not known yet, False when the question is simply not answered.  ``what`` names the cell of a list.
    """

    question: Question[Any]
    unknown: bool = False
    note: str = ""
    what: str = ""


@dataclass(frozen=True, slots=True)
class Flow:
    """The state of the interview for one set of answers.

    ``shown`` are the questions asked now, in order; ``answers`` are the answers to those questions only, so
    that a hidden answer can never reach a paper; ``missing`` and ``problems`` are what stands in the way of
    a final.
    """

    shown: tuple[Question[Any], ...]
    answers: Answers
    missing: tuple[Missing, ...]
    problems: tuple[Problem, ...]


def follow(sections: Sequence[Section], answers: Answers, rules: Iterable[Rule] = ()) -> Flow:
    """Return the flow of ``answers`` through ``sections``, with the problems that ``rules`` find."""
    shown: list[Question[Any]] = []
    missing: list[Missing] = []
    visible: dict[str, Answer] = {}
    known = _Growing(visible)
    for section in sections:
        for question in section:
            if not question.shown_when.holds(known):
                continue
            shown.append(question)
            answer = answers.answer(question.id)
            if answer is not None:
                visible[question.id] = answer
                missing += _lacking(question, answer)
            elif question.needed_when.holds(known):
                missing.append(Missing(question))
    masked = Answers(visible)
    problems = tuple(problem for rule in rules for problem in rule(masked))
    return Flow(tuple(shown), masked, tuple(missing), problems)


class _Growing(Answers):
    """A view of a map that is still being filled, which saves a copy for every question."""

    __slots__ = ()

    def __init__(self, by_id: dict[str, Answer]) -> None:
        self._by_id = by_id


def _lacking(question: Question[Any], answer: Answer) -> Sequence[Missing]:
    if answer.unknown:
        return [Missing(question, unknown=True, note=answer.note)]
    if isinstance(question.kind, ListOf):
        return [
            Missing(question, what=f"{column.label} of {question.kind.item} {number}")
            for number, row in enumerate(answer.value, start=1)
            for column in question.kind.columns
            if column.required and row.get(column.id) is None
        ]
    return ()
