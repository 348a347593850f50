"""What bears on a question, as data: refs of provisions, topics, values; and the conditions under which."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from drafter.core.answers import Answers
from drafter.core.question import ALWAYS, Condition


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """The law that bears on a question, or on all questions of an area.

    ``policy`` are node ids of § 1B1.13; ``texts`` provisions of the law's texts, with a node after a colon
    ("usc18_3582c1A:c1Aii") or whole; ``cites`` authorities that are no decisions and whose text is not held;
    ``topics`` those of decisions; ``positions`` topics of the courts of appeals; ``arguments`` the marks by
    which a treatment forecloses; ``local`` topics of local rules; ``values`` ids of numbers of the law.
    ``explains`` is said where the law needs more than the question's own help.

    It bears only where ``when`` holds.  ``alone`` is for a question whose area does not bear on it.
    """

    policy: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    positions: tuple[str, ...] = ()
    arguments: tuple[str, ...] = ()
    local: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    explains: tuple[str, ...] = ()
    when: Condition = ALWAYS
    alone: bool = False

    def bears(self, answers: Answers | None) -> bool:
        """Whether it bears on a case with ``answers``; without a case everything that may bear does."""
        return answers is None or self.when.holds(answers)


def joined(*bearings: Bearing) -> Bearing:
    """All ``bearings`` as one, each thing once, in their order."""

    def every(of: Callable[[Bearing], tuple[str, ...]]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(thing for one in bearings for thing in of(one)))

    return Bearing(
        policy=every(lambda one: one.policy),
        texts=every(lambda one: one.texts),
        cites=every(lambda one: one.cites),
        topics=every(lambda one: one.topics),
        positions=every(lambda one: one.positions),
        arguments=every(lambda one: one.arguments),
        local=every(lambda one: one.local),
        values=every(lambda one: one.values),
        explains=every(lambda one: one.explains),
    )
