"""What was done in a case, told in words: the steps that are taken back, the history of an answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from drafter.app.differences import NOT_ANSWERED, told

if TYPE_CHECKING:
    from datetime import datetime

    from drafter.app.session import CaseSession, Change
    from drafter.store.case_records import Step
    from drafter.store.records import StoredAnswer

#: How an answer came about, in the words of the window.
_KINDS: Final = {
    "edit": "typed",
    "fill": "filled in",
    "undo": "taken back",
    "redo": "done again",
    "merge": "merged from a case file",
    "restore": "from a kept version",
}


@dataclass(frozen=True, slots=True)
class PastChange:
    """One change of an answer: when, how, and the answer before and after as a person reads them."""

    at: datetime
    how: str
    before: str
    after: str
    answer: StoredAnswer | None


def past(session: CaseSession, question: str) -> tuple[PastChange, ...]:
    """Return every change of the answer to ``question``, the latest first."""
    asked = session.question(question)

    def words(answer: StoredAnswer | None) -> str:
        return NOT_ANSWERED if answer is None else told(asked, answer.as_json())

    return tuple(
        PastChange(one.at, _KINDS.get(one.kind, one.kind), words(one.before), words(one.after), one.after)
        for one in session.history(question)
    )


def use_again(session: CaseSession, question: str, change: PastChange) -> Change:
    """Let the answer be what it was after ``change``, as a new step.

    Raises :class:`~drafter.errors.DrafterError` where this version cannot read it or the disk is full.
    """
    return session.fill({question: None if change.answer is None else change.answer.as_json()})


def step_words(session: CaseSession, step: Step | None) -> str:
    """What a step is about: the question, or how many answers; empty where there is no step."""
    if step is None:
        return ""
    if len(step.questions) != 1:
        return f"{len(step.questions)} answers"
    (question,) = step.questions
    return next((one.ask for part in session.sections for one in part if one.id == question), question)


def step_back(session: CaseSession, *, redo: bool = False) -> tuple[str, Change] | None:
    """Take back or do again the next step that changes anything.

    Returns what it is about and what it changed, None where there is no such step.
    """
    while (step := session.next_redo() if redo else session.next_undo()) is not None:
        change = session.redo() if redo else session.undo()
        if change.changed:
            return step_words(session, step), change
    return None
