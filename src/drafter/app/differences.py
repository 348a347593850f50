"""What differs between two sets of stored answers: of a draft and now, of two versions, of two copies."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from drafter.core.answers import Answer, Answers, Evidence
from drafter.core.problem import Unreadable

if TYPE_CHECKING:
    from drafter.core.kinds import Json
    from drafter.core.question import Question, Section

#: Question id → one answer as it is kept: a mapping of ``value``, ``unknown``, ``note`` and ``evidence``.
Kept: TypeAlias = Mapping[str, Mapping[str, Any]]

NOT_ANSWERED = "not answered"
UNKNOWN = "unknown, must be obtained"


@dataclass(frozen=True, slots=True)
class AnswerDifference:
    """One question whose answer, note or proof differs; ``before`` and ``after`` as a person reads them."""

    question: str
    asked: str
    section: str
    before: str
    after: str


def differences(sections: Sequence[Section], before: Kept, after: Kept) -> tuple[AnswerDifference, ...]:
    """Every question of ``sections`` that is answered otherwise, in the order of the interview.

    Answers to questions that the interview does not have are left out: nothing knows how to show them.
    """
    return tuple(
        AnswerDifference(
            question.id,
            question.ask,
            section.title,
            told(question, before.get(question.id)),
            told(question, after.get(question.id)),
        )
        for section in sections
        for question in section
        if _settled(before.get(question.id)) != _settled(after.get(question.id))
    )


def kept(answers: Answers) -> dict[str, dict[str, Any]]:
    """``answers`` in the form in which a draft keeps them."""
    return {question: _plain(answers[question]) for question in answers}


def told(question: Question[Any], answer: Mapping[str, Any] | None) -> str:
    """A kept answer in words, its note and its proof with it."""
    if answer is None:
        return NOT_ANSWERED
    lines = [UNKNOWN if answer.get("unknown") else _value(question, answer.get("value"))]
    if note := answer.get("note"):
        lines.append(f"Note: {note}")
    if proof := "; ".join(Evidence.from_json(one).show() for one in answer.get("evidence") or ()):
        lines.append(f"Proof: {proof}")
    return "\n".join(lines)


def _value(question: Question[Any], value: Json) -> str:
    """The value as its kind shows it; as it is kept where another version asked for another kind."""
    try:
        return question.kind.show(question.kind.load(value))
    except Unreadable:
        return str(value)


def _plain(answer: Answer) -> dict[str, Any]:
    return {
        "value": answer.stored,
        "unknown": answer.unknown,
        "note": answer.note,
        "evidence": [piece.as_json() for piece in answer.evidence],
    }


def _settled(answer: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """An answer with every part, so that an absent note is the same as an empty one."""
    if answer is None:
        return None
    return {
        "value": answer.get("value"),
        "unknown": bool(answer.get("unknown")),
        "note": answer.get("note") or "",
        "evidence": list(answer.get("evidence") or ()),
    }
