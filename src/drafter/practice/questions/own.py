"""The firm's own questions: its people define them, every case asks them, the firm's own templates print them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from drafter.core.kinds import Choice, Date, Kind, LongText, Money, Text, YesNo
from drafter.core.question import Part, Question, Section

#: How the id of every question of a firm begins, and the id of their section.
PREFIX, SECTION_ID = "own.", "own"
YES_NO, CHOICE = "yes_no", "choice"
#: The kinds that a firm may choose from, and what they are called.
KINDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "text": "Text",
        "long_text": "Long text",
        "date": "Date",
        YES_NO: "Yes or no",
        CHOICE: "Choice",
        "amount": "Amount of money",
    }
)
_PLAIN_KINDS: Final[Mapping[str, Kind[Any]]] = MappingProxyType(
    {"text": Text(), "long_text": LongText(), "date": Date(), YES_NO: YesNo(), "amount": Money()}
)


@dataclass(frozen=True, slots=True)
class OwnField:
    """One question of a firm: ``id`` without its prefix, ``ask`` in the firm's words, ``kind`` of :data:`KINDS`.

    ``options`` are the labels of a choice.
    """

    id: str
    ask: str
    kind: str
    options: tuple[str, ...] = ()

    @property
    def question(self) -> Question[Any]:
        """The question as every case asks it; it is needed only where a template prints it."""
        return Question(
            id=PREFIX + self.id,
            kind=Choice(tuple(zip(_words(self.options), self.options, strict=True)))
            if self.kind == CHOICE
            else _PLAIN_KINDS[self.kind],
            ask=self.ask,
            help=f"A question of your own. Your templates print the answer where they say {{{{ {self.tag} }}}}.",
            why="Your firm asks this in every case; no paper that ships with the program prints it.",
            source="Your firm’s own fields",
            blank=self.ask.rstrip(" ?.:"),
        )

    @property
    def tag(self) -> str:
        """The name in a template: ``own.officer``."""
        return PREFIX + self.id

    @property
    def kind_told(self) -> str:
        """The kind as it is called, with the options of a choice."""
        return f"{KINDS[self.kind]}: {'; '.join(self.options)}" if self.options else KINDS[self.kind]


def _words(labels: tuple[str, ...]) -> tuple[str, ...]:
    """The word under which each label is stored: its own letters and digits, or its number."""
    found: list[str] = []
    for number, label in enumerate(labels, start=1):
        word = re.sub(r"[^a-z0-9]+", "_", label.lower()).strip("_")
        found.append(word if word and word not in found else f"{word or 'option'}_{number}")
    return tuple(found)


def sections(fields: Iterable[OwnField]) -> tuple[Section, ...]:
    """The section that asks ``fields``, none where there are none."""
    return _section(tuple(field.question for field in fields))


def sections_of(questions: Mapping[str, Question[Any]]) -> tuple[Section, ...]:
    """The section with those of ``questions`` that are a firm's own, none where there are none."""
    return _section(tuple(question for key, question in questions.items() if key.startswith(PREFIX)))


def _section(questions: tuple[Question[Any], ...]) -> tuple[Section, ...]:
    if not questions:
        return ()
    intro = "What your firm asks in every case. The answers print where templates of your own say so."
    return (Section(SECTION_ID, "Our own fields", intro, (Part("Questions of your own", questions),)),)
