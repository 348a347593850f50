"""What pasted text of a paper proposes for a case: each proposal beside the words it was read from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from drafter.core.problem import Unreadable
from drafter.practice.reading import LONGEST, PAPERS, kind_of, read_paper

if TYPE_CHECKING:
    from collections.abc import Mapping

    from drafter.core.answers import Answers
    from drafter.core.kinds import Json
    from drafter.core.question import Question
    from drafter.practice.reading import Found

#: Word and name of every kind of paper that can be read.
PAPER_NAMES: dict[str, str] = {word: paper.name for word, paper in PAPERS.items()}
__all__ = ["LONGEST", "PAPER_NAMES", "Proposal", "kind_of", "proposals"]


@dataclass(frozen=True, slots=True)
class Proposal:
    """One possible answer; nothing is stored before a person accepts it.

    ``shown`` is the answer as the form would show it, ``words`` where it was read, ``present`` what the case
    says now (empty: nothing).  ``alone`` is False where the paper has another candidate for the question.
    """

    question: Question[Any]
    raw: Json
    shown: str
    words: str
    present: str
    alone: bool

    @property
    def is_new(self) -> bool:
        """Whether the case says something else, or nothing."""
        return self.shown != self.present

    @property
    def ready(self) -> bool:
        """Whether it may be ticked beforehand: the only candidate for a question without an answer."""
        return self.alone and not self.present


def proposals(
    questions: Mapping[str, Question[Any]], answers: Answers, paper: str, text: str
) -> tuple[Proposal, ...]:
    """Return what ``text``, a paper of the kind ``paper``, proposes, in the order of the interview.

    What the kind of its question cannot read is no proposal.
    """
    order = {name: place for place, name in enumerate(questions)}
    read = [(found, shown) for found in read_paper(paper, text) if (shown := _shown(questions, found))]
    return tuple(
        Proposal(
            questions[found.question],
            found.raw,
            shown,
            found.words,
            _present(questions[found.question], answers),
            len({words for other, words in read if other.question == found.question}) == 1,
        )
        for found, shown in sorted(read, key=lambda one: order[one[0].question])
    )


def _shown(questions: Mapping[str, Question[Any]], found: Found) -> str:
    question = questions.get(found.question)
    if question is None:
        return ""
    try:
        return question.kind.show(question.kind.parse(found.raw))
    except Unreadable:
        return ""


def _present(question: Question[Any], answers: Answers) -> str:
    answer = answers.get(question.id)
    if answer is None:
        return ""
    return (
        f"Unknown – must obtain ({answer.note or 'no note'})"
        if answer.unknown
        else question.kind.show(answer.value)
    )
