"""The client interview sheet: the questionnaire on paper, blank for a first meeting or filled for checking."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from drafter.core.kinds import Choice, LongText
from drafter.core.question import Question, Section
from drafter.core.rows import ListOf
from drafter.practice.documents.document import PlainDocument
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.words import Movant, movant
from drafter.practice.registry import SECTIONS

#: Lines to write on: for a long answer or a list, and for any other.
_MANY, _ONE = 4, 1


@dataclass(frozen=True, slots=True)
class Asked:
    """One question: its words, what it offers to choose from, and its answer or lines to write on."""

    ask: str
    choices: tuple[str, ...]
    has_columns: bool
    columns: str
    answer: tuple[str, ...]
    lines: tuple[str, ...]


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
    topics = tuple(_topic(facts, section, filled=filled) for section in SECTIONS)
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
    answer = facts.sheet_lines(question.id)
    labels = [column.label for column in kind.columns] if isinstance(kind, ListOf) and not answer else []
    many = isinstance(kind, LongText | ListOf)
    return Asked(
        ask=question.ask,
        choices=tuple(label for _, label in kind.options) if isinstance(kind, Choice) and not answer else (),
        has_columns=bool(labels),
        columns="; ".join(labels),
        answer=answer,
        lines=() if answer else ("_" * 60,) * (_MANY if many else _ONE),
    )


INTERVIEW_SHEET = PlainDocument("interview_sheet", _never, _make, letter=True)
