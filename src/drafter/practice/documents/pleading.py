"""A pleading: a paper that argues the grounds, and that refuses those which the law of the day forecloses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from drafter.practice.documents.document import Paper, Registered, finished
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.head import CourtPaper
from drafter.practice.documents.pleaded import Pleaded, pleaded

#: The context of a paper in which the grounds stand.
Argued = TypeVar("Argued", bound=CourtPaper)


@dataclass(frozen=True, slots=True)
class Pleading(Registered, Generic[Argued]):
    """A document of the kit in which the grounds stand; ``make`` builds its context from what it pleads.

    ``whole`` and ``letter`` are as for a plain document.
    """

    id: str
    when: Callable[[Facts], bool]
    make: Callable[[Facts, Pleaded], Argued]
    twin: bool = True
    twin_always: bool = False
    pleads: bool = True
    whole: bool = False
    letter: bool = False
    later: bool = False

    def context(self, facts: Facts) -> Argued:
        """What the template prints."""
        own = facts.under_seal() if self.whole else facts
        return self.make(own, pleaded(own))

    def paper(self, facts: Facts) -> Paper:
        """The paper and what stands in the way of filing it."""
        own = facts.under_seal() if self.whole else facts.fresh()
        grounds = pleaded(own)
        return finished(own, self.make(own, grounds), grounds.refused)
