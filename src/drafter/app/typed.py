"""What is typed on the form and not stored yet, as answers: the draft beside the form follows every pause."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from drafter.app.reading import read_answer, read_evidence
from drafter.core.problem import Unreadable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from drafter.core.answers import Answers
    from drafter.core.question import Question


class Typed(Protocol):
    """What a person has typed for one question, with the same meaning as in ``CaseSession.set_answer``."""

    @property
    def raw(self) -> object:
        """Text as typed, or a JSON value."""
        ...

    @property
    def unknown(self) -> bool:
        """Whether the fact must still be obtained."""
        ...

    @property
    def note(self) -> str | None:
        """How it may be obtained; None keeps what there is."""
        ...

    @property
    def evidence(self) -> Sequence[object] | None:
        """What proves it; None keeps what there is."""
        ...


def with_typed(
    answers: Answers, questions: Mapping[str, Question[Any]], typed: Mapping[str, Typed]
) -> Answers:
    """Return ``answers`` as they will be once ``typed`` is stored; what cannot be read stays as it was."""
    for name, entry in typed.items():
        before = answers.get(name)
        kept = before.evidence if before else ()
        note = before.note if before else ""
        try:
            answer = read_answer(
                questions[name],
                entry.raw,
                unknown=entry.unknown,
                note=note if entry.note is None else entry.note,
                evidence=kept if entry.evidence is None else read_evidence(entry.evidence),
            )
        except Unreadable:
            continue
        answers = answers.with_answer(name, answer)
    return answers
