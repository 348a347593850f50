"""A foreclosed argument that comes in under another name."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.core.problem import Problem
from drafter.law.model import Treatment
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.pleaded import INVALID, NONRETROACTIVE
from drafter.practice.grounds import b5
from drafter.practice.questions import reasons

#: The texts that print among the reasons and belong to no ground of their own.
TEXTS = (b5.CIRCUMSTANCE, b5.FACTS, b5.GRAVITY, b5.PERSONAL, reasons.COMBINATION)


def smuggled(facts: Facts) -> Iterator[Problem]:
    """Find words that read like an argument which the law of the day does not let be a reason.

    Words prove nothing, so a named person who has read the decision may confirm that the text is another
    argument; until then no final rests on it.
    """
    for treatment in (facts.sources.foreclosed(tag) for tag in (NONRETROACTIVE, INVALID)):
        if treatment is None or facts.sources.is_confirmed(f"treatment:{treatment.id}"):
            continue
        for question in TEXTS:
            text = str(facts.value(question.id) or "").casefold()
            if sign := next((sign for sign in treatment.signs if sign.casefold() in text), ""):
                yield Problem(question.id, _message(facts, treatment, sign))


def _message(facts: Facts, treatment: Treatment, sign: str) -> str:
    return (
        f"The words “{sign}” read like an argument that may not be a reason: {treatment.says.rstrip('.')}; take it out "
        f"of the reasons (open instead: {facts.sources.routes(treatment)}), or, if it is another argument, let a named "
        f"person confirm that by entering “treatment:{treatment.id}” among the confirmations."
    )
