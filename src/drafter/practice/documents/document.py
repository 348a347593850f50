"""What a document of the kit is, and what making one gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

from drafter.core.problem import Problem
from drafter.practice.documents.facts import Facts


@dataclass(frozen=True, slots=True)
class Paper:
    """One document for one case: what its template prints, and what stands in the way of a final.

    ``context`` is a frozen dataclass of texts, yes/no values and tuples of them.  ``blanks`` are the
    questions whose brackets are in the context; ``printed`` those whose answers are.  ``unverified`` are
    the refs of law that the paper prints and that nobody has confirmed ("policy:2023:b3D").
    ``foreclosed`` are grounds the answers ask for and the law of the filing date refuses.
    """

    context: Any
    unverified: tuple[str, ...]
    foreclosed: tuple[Problem, ...]
    blanks: tuple[str, ...]
    printed: tuple[str, ...]


class Document(Protocol):
    """A document of the kit: its id, title and template, and the two questions asked of it."""

    id: str
    title: str
    template: str

    def applies(self, facts: Facts) -> bool:
        """Whether the case needs this document."""
        ...

    def context(self, facts: Facts) -> Any:  # noqa: ANN401 - every document has a context type of its own
        """What the template prints: a frozen dataclass."""
        ...

    def paper(self, facts: Facts) -> Paper:
        """The context together with what it lacks."""
        ...


def finished(facts: Facts, context: object, foreclosed: tuple[Problem, ...] = ()) -> Paper:
    """The paper whose ``context`` was made from ``facts``."""
    return Paper(
        context=context,
        unverified=tuple(facts.sources.unverified),
        foreclosed=foreclosed,
        blanks=tuple(dict.fromkeys(facts.ledger.blanks)),
        printed=tuple(dict.fromkeys(facts.ledger.shown)),
    )
