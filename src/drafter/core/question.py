"""Questions, the conditions under which they are asked, and the sections that hold them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.core.answers import Answers
    from drafter.core.kinds import Json, Kind

T = TypeVar("T")


class Condition(Protocol):
    """When a question is asked or needed; conditions are data, so that they can be printed and checked."""

    def holds(self, answers: Answers) -> bool:
        """Whether the condition holds for ``answers``, which hold no masked answer."""
        ...

    def questions(self) -> frozenset[str]:
        """The ids of the questions that the condition looks at."""
        ...

    def as_json(self) -> Json:
        """The condition as plain JSON."""
        ...


@dataclass(frozen=True, slots=True)
class Always:
    """A condition that always holds."""

    def holds(self, _answers: Answers) -> bool:
        """Return True."""
        return True

    def questions(self) -> frozenset[str]:
        """Return no question."""
        return frozenset()

    def as_json(self) -> Json:
        """Return null: nothing restricts the question."""
        return None


@dataclass(frozen=True, slots=True)
class Is:
    """The question ``question`` is answered with one of ``values`` (stored JSON values)."""

    question: str
    values: tuple[Json, ...]

    def holds(self, answers: Answers) -> bool:
        """Whether the answer is one of the values."""
        return answers.stored(self.question) in self.values

    def questions(self) -> frozenset[str]:
        """Return the one question."""
        return frozenset({self.question})

    def as_json(self) -> Json:
        """Return the question and its values."""
        return {"question": self.question, "is": list(self.values)}


@dataclass(frozen=True, slots=True)
class Answered:
    """The question ``question`` has a known answer (an unknown one does not count)."""

    question: str

    def holds(self, answers: Answers) -> bool:
        """Whether there is a known answer."""
        return answers.stored(self.question) is not None

    def questions(self) -> frozenset[str]:
        """Return the one question."""
        return frozenset({self.question})

    def as_json(self) -> Json:
        """Return the question."""
        return {"question": self.question, "answered": True}


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of ``conditions`` holds."""

    conditions: tuple[Condition, ...]

    def holds(self, answers: Answers) -> bool:
        """Whether one holds."""
        for condition in self.conditions:  # noqa: SIM110 - a third of the time, hundreds of times an edit
            if condition.holds(answers):
                return True
        return False

    def questions(self) -> frozenset[str]:
        """Return the questions of all."""
        return frozenset[str]().union(*(condition.questions() for condition in self.conditions))

    def as_json(self) -> Json:
        """Return the conditions under ``any``."""
        return {"any": [condition.as_json() for condition in self.conditions]}


@dataclass(frozen=True, slots=True)
class Not:
    """``condition`` does not hold; an unanswered question is not answered with anything."""

    condition: Condition

    def holds(self, answers: Answers) -> bool:
        """Whether it does not hold."""
        return not self.condition.holds(answers)

    def questions(self) -> frozenset[str]:
        """Return its questions."""
        return self.condition.questions()

    def as_json(self) -> Json:
        """Return the condition under ``not``."""
        return {"not": self.condition.as_json()}


ALWAYS: Condition = Always()
NEVER: Condition = AnyOf(())


@dataclass(frozen=True, slots=True, kw_only=True)
class Question(Generic[T]):
    """One question of the interview.

    ``id`` is stable for ever (``section.topic``).  ``ask`` is the plain question, ``help`` what to write
    and where to find it, ``why`` what the answer does for the motion, ``source`` the rule or practice that
    calls for it.  ``blank`` is the noun phrase that stands in brackets while the fact is missing.
    ``shown_when`` and ``needed_when`` look at earlier questions only; a question that is shown, needed and
    not answered (or answered "unknown") is a missing fact.  ``confidential`` answers never reach a paper.
    ``private`` names what a public paper may show in part only (a key of ``practice.documents.private``).
    ``firm`` marks what a firm answers alike in all its cases, so that a new case can begin with it.

    ``plain`` is the question as it is read to a client, in the second person and in short words; ``knows``
    says who knows the answer and ``found_in`` in which paper it stands and where, or why in none;
    ``expects`` is what the government may say about the answer, a prompt and not a statement of law.
    """

    id: str
    kind: Kind[T]
    ask: str
    help: str
    why: str
    source: str
    blank: str
    shown_when: Condition = ALWAYS
    needed_when: Condition = NEVER
    confidential: bool = False
    private: str = ""
    firm: bool = False
    plain: str = ""
    knows: str = ""
    found_in: str = ""
    expects: str = ""

    def is_(self, *values: Json) -> Condition:
        """Return the condition that this question is answered with one of ``values`` (stored form)."""
        return Is(self.id, values)

    @property
    def answered(self) -> Condition:
        """The condition that this question has a known answer."""
        return Answered(self.id)


@dataclass(frozen=True, slots=True)
class Part:
    """A titled group of questions inside a section; ``intro`` explains it in one or two sentences."""

    title: str
    questions: tuple[Question[Any], ...]
    intro: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A page of the interview, in the order in which a judge reads."""

    id: str
    title: str
    intro: str
    parts: tuple[Part, ...]

    def __iter__(self) -> Iterator[Question[Any]]:
        """Iterate over the section's questions in order."""
        return (question for part in self.parts for question in part.questions)
