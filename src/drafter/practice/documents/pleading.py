"""A pleading: a paper that argues the grounds, and that refuses those which the law of the day forecloses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from drafter.practice.documents.argument import Argument
from drafter.practice.documents.document import Paper, finished
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.pleaded import Pleaded, pleaded
from drafter.practice.questions.kit import TITLES

#: The context of a paper in which the argument stands.
Argued = TypeVar("Argued", bound=Argument)


@dataclass(frozen=True, slots=True)
class Pleading(Generic[Argued]):
    """A document of the kit in which the grounds stand; ``make`` builds its context from what it pleads."""

    id: str
    when: Callable[[Facts], bool]
    make: Callable[[Facts, Pleaded], Argued]
    twin: bool = True
    twin_always: bool = False
    pleads: bool = True
    later: bool = False

    @property
    def title(self) -> str:
        """The title, from which file names are made."""
        return TITLES[self.id]

    @property
    def template(self) -> str:
        """The Word template of the same name."""
        return f"documents/{self.id}.docx"

    def applies(self, facts: Facts) -> bool:
        """Whether the case needs this document."""
        return self.when(facts)

    def context(self, facts: Facts) -> Argued:
        """What the template prints."""
        return self.make(facts, pleaded(facts))

    def paper(self, facts: Facts) -> Paper:
        """The paper and what stands in the way of filing it."""
        own = facts.fresh()
        grounds = pleaded(own)
        return finished(own, self.make(own, grounds), grounds.refused)
