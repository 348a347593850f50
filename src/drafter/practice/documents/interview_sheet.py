"""The client interview sheet: the questionnaire on paper, blank for a first meeting or filled for checking."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from drafter.core.kinds import Choice, Kind, LongText, YesNo
from drafter.core.question import Question, Section
from drafter.core.rows import ListOf
from drafter.practice.documents.document import PlainDocument
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.words import Movant, movant
from drafter.practice.questions import own
from drafter.practice.registry import SECTIONS

#: A line to write on in the column of answers, with room for a hand above, and how many a long answer or a list has.
_LINE, _MANY = "\n" + "_" * 46, 4
_YES_NO = "☐ yes ☐ no ☐ not known"


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: its words and those for the client, the columns of a list, and its answer, boxes or lines."""

    ask: str
    plain: str
    has_columns: bool
    columns: str
    answer: str


@dataclass(frozen=True, slots=True)
class Topic:
    """A section of the interview."""

    title: str
    intro: str
    asked: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class InterviewSheet:
    """The whole sheet; ``filled`` is True where the case has any answer."""

    movant: Movant
    filled: bool
    topics: tuple[Topic, ...]


def _never(_facts: Facts) -> bool:
    """The sheet is made on request: it is no part of a filing."""
    return False


def _make(facts: Facts) -> InterviewSheet:
    filled = len(facts.answers) > 0
    sections = (*SECTIONS, *own.sections_of(facts.questions))
    topics = tuple(_topic(facts, section, filled=filled) for section in sections)
    return InterviewSheet(movant(facts), filled, tuple(topic for topic in topics if topic.asked))


def _topic(facts: Facts, section: Section, *, filled: bool) -> Topic:
    """A section with the questions that the answers so far ask, or with all of them on a blank sheet."""
    asked = [
        _asked(facts, question)
        for question in section
        if not question.confidential and (not filled or question.shown_when.holds(facts.answers))
    ]
    return Topic(section.title, section.intro, tuple(asked))


def _asked(facts: Facts, question: Question[Any]) -> Asked:
    kind = question.kind
    answer = "\n".join(facts.sheet_lines(question.id))
    labels = [column.label for column in kind.columns] if isinstance(kind, ListOf) and not answer else []
    return Asked(
        ask=question.ask,
        plain=question.plain,
        has_columns=bool(labels),
        columns="; ".join(labels),
        answer=answer or _open(kind),
    )


def _open(kind: Kind[Any]) -> str:
    """What stands where an answer is open: boxes where it is chosen, else room to write."""
    if isinstance(kind, YesNo):
        return _YES_NO
    if isinstance(kind, Choice) and kind.options:
        return "\n".join(f"☐ {label}" for _, label in kind.options)
    return "\n".join([_LINE] * (_MANY if isinstance(kind, LongText | ListOf) else 1))


INTERVIEW_SHEET = PlainDocument("interview_sheet", _never, _make, letter=True)
