"""The answers of a case to be read through before it is filed: a line for each question that is asked."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from drafter.app.differences import UNKNOWN as UNKNOWN_WORDS

if TYPE_CHECKING:
    from drafter.core.answers import Answer
    from drafter.core.flow import Flow, Missing
    from drafter.core.question import Question, Section

#: The states of a line: known, lacking although it is needed, to be obtained, or simply open.
ANSWERED, MISSING, UNKNOWN, OPEN = "answered", "missing", "unknown", "open"
#: What a reader may narrow the lines to, by name.
FILTERS: Final = {
    "all": "All questions",
    "missing": "Missing",
    "unknown": "Unknown, to be obtained",
    "unproved": "Printed without proof",
    "changed": "Changed since the last draft",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewLine:
    """One question with its answer as shown; ``answer`` and ``proof`` are empty where there is none.

    ``lacks`` names the empty cells that a list needs.  ``unproved`` says that the motion prints the answer
    and nothing proves it, ``changed`` that the last draft was made of another answer.
    """

    question: str
    section: str
    asked: str
    answer: str
    proof: str
    note: str
    state: str
    lacks: tuple[str, ...] = ()
    unproved: bool = False
    changed: bool = False

    @property
    def marks(self) -> tuple[str, ...]:
        """What is open about the line, in words."""
        state = {MISSING: "Missing", UNKNOWN: "Must be obtained"}.get(self.state)
        return (
            *((state,) if state else ()),
            *(("Without proof",) if self.unproved else ()),
            *(("Changed",) if self.changed else ()),
        )

    def passes(self, name: str) -> bool:
        """Whether the line is among those of the filter ``name``, a key of :data:`FILTERS`."""
        return {
            "missing": self.state == MISSING,
            "unknown": self.state == UNKNOWN,
            "unproved": self.unproved,
            "changed": self.changed,
        }.get(name, True)


def reviewed(
    sections: Sequence[Section], flow: Flow, *, unproved: Collection[str], changed: Collection[str]
) -> tuple[ReviewLine, ...]:
    """A line for each question that ``flow`` shows, in the order of the interview."""
    shown = {question.id for question in flow.shown}
    lacking: dict[str, list[Missing]] = {}
    for one in flow.missing:
        lacking.setdefault(one.question.id, []).append(one)
    return tuple(
        _line(
            section,
            question,
            flow.answers.get(question.id),
            lacking.get(question.id, ()),
            unproved=question.id in unproved,
            changed=question.id in changed,
        )
        for section in sections
        for question in section
        if question.id in shown
    )


def counts(lines: Iterable[ReviewLine]) -> dict[str, int]:
    """How many of ``lines`` each filter leaves."""
    every = tuple(lines)
    return {name: sum(line.passes(name) for line in every) for name in FILTERS}


def _line(  # noqa: PLR0913 -- a question, where it stands, and what is known of it
    section: Section,
    question: Question[Any],
    answer: Answer | None,
    lacking: Sequence[Missing],
    *,
    unproved: bool,
    changed: bool,
) -> ReviewLine:
    return ReviewLine(
        question=question.id,
        section=section.title,
        asked=question.ask,
        answer=_shown(question, answer),
        proof="; ".join(piece.show() for piece in answer.evidence) if answer else "",
        note=answer.note if answer else "",
        state=_state(answer, lacking),
        lacks=tuple(one.what for one in lacking if one.what),
        unproved=unproved,
        changed=changed,
    )


def _shown(question: Question[Any], answer: Answer | None) -> str:
    if answer is None:
        return ""
    return UNKNOWN_WORDS.capitalize() if answer.unknown else question.kind.show(answer.value)


def _state(answer: Answer | None, lacking: Sequence[Missing]) -> str:
    if answer is not None and answer.unknown:
        return UNKNOWN
    if lacking:
        return MISSING
    return OPEN if answer is None else ANSWERED
