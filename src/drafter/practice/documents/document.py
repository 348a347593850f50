"""What a document of the kit is, and what making one gives."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from typing import Any, Protocol

from drafter.core.citing import Citing
from drafter.core.problem import Problem
from drafter.practice.documents.authorities import citing
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.own import GROUP, own_answers
from drafter.practice.documents.proof import unproved
from drafter.practice.questions.kit import TITLES


@dataclass(frozen=True, slots=True)
class Paper:
    """One document for one case: what its template prints, and what stands in the way of a final.

    ``context`` is a frozen dataclass of texts, yes/no values and tuples of them; ``citing`` holds the forms
    of the citations marked in it.  ``blanks`` are the questions whose brackets are in the context;
    ``printed`` those whose answers are.  ``unverified`` are
    the refs of law that the paper prints and that nobody has confirmed ("policy:2023:b3D").
    ``foreclosed`` are grounds the answers ask for and the law of the filing date refuses.  ``unproved`` are
    the questions whose printed answers carry no evidence.  ``own`` is what a firm's own templates may print
    besides: the answers to its own questions.
    """

    context: Any
    citing: Citing
    unverified: tuple[str, ...]
    foreclosed: tuple[Problem, ...]
    blanks: tuple[str, ...]
    printed: tuple[str, ...]
    unproved: tuple[str, ...]
    own: Mapping[str, Any]

    @property
    def whole(self) -> Any:  # noqa: ANN401 - every document has a context type of its own
        """The context for a template that is not ours: with the group ``own`` where the firm has any."""
        if not self.own:
            return self.context
        return {
            **{part.name: getattr(self.context, part.name) for part in fields(self.context)},
            GROUP: self.own,
        }


class Document(Protocol):
    """A document of the kit: its id, title and template, and the two questions asked of it.

    ``twin`` says that a filing under seal needs it twice: public, with private facts in the form of
    Fed. R. Crim. P. 49.1(a), and sealed, with the whole facts; ``twin_always`` that it is never made once only.
    A ``letter`` is one, or a form or a sheet: the court's rules on how papers look do not reach it.
    """

    @property
    def id(self) -> str:
        """The id: "motion"."""
        ...

    @property
    def title(self) -> str:
        """The title, from which file names are made."""
        ...

    @property
    def template(self) -> str:
        """The path of the Word template below templates/."""
        ...

    @property
    def twin(self) -> bool:
        """Whether it has a sealed twin."""
        ...

    @property
    def twin_always(self) -> bool:
        """Whether it has one also while nobody has said that part of the filing is under seal."""
        ...

    @property
    def pleads(self) -> bool:
        """Whether it argues the grounds, so that their fragments stand in its template."""
        ...

    @property
    def letter(self) -> bool:
        """Whether it is a letter, a form or a sheet, which looks the same whatever the court."""
        ...

    @property
    def later(self) -> bool:
        """Whether it is filed after the motion, on a day of its own."""
        ...

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
    shown = tuple(dict.fromkeys(facts.ledger.shown))
    return Paper(
        context=context,
        citing=citing(facts.sources),
        unverified=tuple(facts.sources.unverified),
        foreclosed=foreclosed,
        blanks=tuple(dict.fromkeys(facts.ledger.blanks)),
        printed=shown,
        unproved=unproved(facts, shown),
        own=own_answers(facts),
    )


class Registered:
    """What the id and ``when`` of a document give: its title, its template, whether the case needs it."""

    __slots__ = ()

    id: str
    when: Callable[[Facts], bool]

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


@dataclass(frozen=True, slots=True)
class PlainDocument(Registered):
    """A document that pleads nothing: its context is all there is to it.

    ``when`` says whether the case needs it; ``make`` builds the frozen context from facts of its own.
    ``whole`` says that it goes to its addressee and not to the court, so that Fed. R. Crim. P. 49.1 does
    not hold it and private facts print whole.
    One that is filed ``later`` than the motion goes by the law of the day on which it is made.
    """

    id: str
    when: Callable[[Facts], bool]
    make: Callable[[Facts], Any]
    twin: bool = False
    twin_always: bool = False
    pleads: bool = False
    whole: bool = False
    letter: bool = False
    later: bool = False

    def context(self, facts: Facts) -> Any:  # noqa: ANN401 - every document has a context type of its own
        """What the template prints."""
        return self.make(self._own(facts) if self.whole or self.later else facts)

    def paper(self, facts: Facts) -> Paper:
        """The context together with what it lacks."""
        own = self._own(facts)
        return finished(own, self.make(own))

    def _own(self, facts: Facts) -> Facts:
        """Facts of its own: nothing printed yet, whole or public, of the motion's day or of today."""
        own = facts.under_seal() if self.whole else facts.fresh()
        return own.afterwards() if self.later else own
