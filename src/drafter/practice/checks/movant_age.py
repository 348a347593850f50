"""A date of birth that would make the movant a child at the time of the offense."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.core.answers import Answers
from drafter.core.dates import long_date, years_between
from drafter.core.problem import Problem
from drafter.practice.questions import case, sentence

#: No adult prosecution is expected below this age in years; a younger movant is a slip of the pen.
YOUNGEST = 15


def movant_age(answers: Answers) -> Iterator[Problem]:
    """Find a birth date that lies too close to the charge, the conviction or the sentence."""
    born = answers.value(case.MOVANT_BIRTH_DATE)
    if born is None:
        return
    for event in (sentence.OFFENSE_CHARGED_ON, sentence.OFFENSE_DISPOSITION_ON, sentence.IMPOSED_ON):
        day = answers.value(event)
        if day is not None and years_between(born, day) < YOUNGEST:
            yield Problem(
                case.MOVANT_BIRTH_DATE.id,
                f"By this date of birth the movant was younger than {YOUNGEST} on the {event.blank} "
                f"({long_date(day)}); check both dates against the presentence report.",
            )
            return
