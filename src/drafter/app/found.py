"""What a search found in a case: the answers that hold its words, cut to a line around them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from drafter.core.problem import Unreadable
from drafter.store.search import folded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from drafter.core.question import Question
    from drafter.store.records import StoredAnswer

#: Characters before and after the first word found.
_AROUND: Final = 40


@dataclass(frozen=True, slots=True)
class FoundAnswer:
    """An answer that holds a word searched for: its question and the words around, as one line."""

    question: str
    ask: str
    text: str


def found_answers(
    questions: Mapping[str, Question[Any]],
    rows: Sequence[tuple[str, StoredAnswer]],
    words: tuple[str, ...],
) -> tuple[FoundAnswer, ...]:
    """The stored answers of ``rows`` as lines, each cut around the first of ``words`` that it holds."""
    return tuple(
        FoundAnswer(key, questions[key].ask, _around(_shown(questions[key], row), words))
        for key, row in rows
        if key in questions
    )


def _shown(question: Question[Any], row: StoredAnswer) -> str:
    try:
        value = "" if row.unknown else question.kind.show(question.kind.load(row.value))
    except Unreadable:
        value = str(row.value)
    return " – ".join(" ".join(text.split()) for text in (value, row.note) if text)


def _around(text: str, words: tuple[str, ...]) -> str:
    low = folded(text)
    places = [place for word in words if (place := low.find(folded(word))) >= 0]
    start = max(0, min(places, default=0) - _AROUND)
    end = min(len(text), start + 3 * _AROUND)
    return f"{'…' if start else ''}{text[start:end].strip()}{'…' if end < len(text) else ''}"
