"""Finding by words: what is typed against labels, and the places of a case where words stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

    from drafter.core.answers import Answer, Answers
    from drafter.core.question import Question

#: Characters that are shown before and after the first word that was found.
_AROUND: Final = 40


@dataclass(frozen=True, slots=True)
class Hit:
    """Words found in a case: in which ``part`` of which question, and the ``text`` around the first."""

    question: str
    ask: str
    part: str
    text: str


def words_of(typed: str) -> tuple[str, ...]:
    """Return the words of ``typed`` as they are compared: without regard to capitals."""
    return tuple(typed.casefold().split())


def rank(words: Sequence[str], label: str, more: str = "") -> int | None:
    """Return how well ``label`` answers ``words``, 0 best; None where a word stands in neither text.

    A label that begins with what is typed comes first, then words that begin a word of the label, then words
    inside it, then those that only ``more`` holds.
    """
    label, more = label.casefold(), more.casefold()
    if not all(word in label or word in more for word in words):
        return None
    if label.startswith(" ".join(words)):
        return 0
    if all(f" {word}" in f" {label}" for word in words):
        return 1
    return 2 if all(word in label for word in words) else 3


def find(questions: Sequence[Question[Any]], answers: Answers, typed: str) -> tuple[Hit, ...]:
    """Return every place in ``questions`` and ``answers`` that holds all words of ``typed``, in order."""
    words = words_of(typed)
    if not words:
        return ()
    return tuple(
        Hit(question.id, question.ask, part, around(text, words))
        for question in questions
        for part, text in _texts(question, answers.get(question.id))
        if all(word in text.casefold() for word in words)
    )


def _texts(question: Question[Any], answer: Answer | None) -> Iterator[tuple[str, str]]:
    yield "Question", question.ask
    if answer is None:
        return
    if not answer.unknown:
        yield "Answer", question.kind.show(answer.value)
    yield "Note", answer.note
    yield "Proof", "; ".join(piece.show() for piece in answer.evidence)


def around(text: str, words: Sequence[str]) -> str:
    """Return the part of ``text`` in which the first of ``words`` stands, with dots where it is cut."""
    flat = " ".join(text.split())
    place = min((found for word in words if (found := flat.casefold().find(word)) >= 0), default=0)
    begin, end = max(0, place - _AROUND), place + len(words[0]) + _AROUND
    return f"{'… ' if begin else ''}{flat[begin:end].strip()}{' …' if end < len(flat) else ''}"
