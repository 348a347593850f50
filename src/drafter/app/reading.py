"""Answers on their way in (typed text or JSON → answer → stored row) and out of the store again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from drafter.core.answers import Answer, Answers, Evidence
from drafter.core.kinds import is_blank
from drafter.core.marks import cleaned
from drafter.core.problem import Problem, Unreadable
from drafter.store.records import StoredAnswer

if TYPE_CHECKING:
    from drafter.core.question import Question

_ROW_KEYS = frozenset({"value", "evidence", "unknown", "note"})


def read_answer(
    question: Question[Any],
    raw: object,
    *,
    unknown: bool = False,
    note: str = "",
    evidence: tuple[Evidence, ...] = (),
) -> Answer | None:
    """Read ``raw`` as an answer to ``question``; None where it says nothing.

    Raises :class:`Unreadable` with one plain sentence when the value does not fit the question's kind.
    """
    note = cleaned(note).strip()
    if unknown:
        return Answer(unknown=True, note=note, evidence=evidence)
    if is_blank(raw):
        return None
    value = question.kind.parse(raw)
    stored = question.kind.dump(value)
    return None if is_blank(stored) else Answer(value, stored, note=note, evidence=evidence)


def read_row(question: Question[Any], row: object) -> Answer | None:
    """Read a row of an answers file: a bare value, or a mapping.

    The mapping has some of ``value``, ``evidence``, ``unknown`` and ``note``.
    """
    if not (isinstance(row, Mapping) and row and set(row) <= _ROW_KEYS):
        return read_answer(question, row)
    unknown = row.get("unknown", False)
    if not isinstance(unknown, bool):
        message = "“unknown” must be true or false."
        raise Unreadable(message)
    return read_answer(
        question,
        row.get("value"),
        unknown=unknown,
        note=str(row.get("note") or ""),
        evidence=read_evidence(row.get("evidence") or ()),
    )


def read_evidence(raw: object) -> tuple[Evidence, ...]:
    """Read one piece of evidence or a list of them; blank ones are left out."""
    items = raw if isinstance(raw, Sequence) and not isinstance(raw, str) else (raw,)
    return tuple(Evidence.from_json(item) for item in items if not is_blank(item))


def to_store(answer: Answer | None) -> StoredAnswer | None:
    """Return the row in which ``answer`` is stored."""
    if answer is None:
        return None
    evidence = tuple(piece.as_json() for piece in answer.evidence)
    return StoredAnswer(answer.stored, answer.unknown, answer.note, evidence)


def from_store(
    questions: Mapping[str, Question[Any]],
    rows: Mapping[str, StoredAnswer],
) -> tuple[Answers, tuple[Problem, ...]]:
    """Return the answers in ``rows`` and a problem for each that its question can no longer read.

    An answer to a question that this version does not ask, or that it cannot read, stays in the store.
    """
    answers: dict[str, Answer] = {}
    problems: list[Problem] = []
    for key, row in rows.items():
        question = questions.get(key)
        if question is None:
            continue
        evidence = tuple(Evidence.from_json(piece) for piece in row.evidence)
        try:
            value = None if row.unknown else question.kind.load(row.value)
        except Unreadable as fault:
            problems.append(
                Problem(key, f"The saved answer can no longer be read: {fault} Please answer again.")
            )
            continue
        answers[key] = Answer(value, row.value, row.unknown, row.note, evidence)
    return Answers(answers), tuple(problems)
