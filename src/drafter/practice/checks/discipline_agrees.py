"""Answers on discipline that contradict each other."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.core.answers import Answers
from drafter.core.dates import long_date
from drafter.core.problem import Problem
from drafter.practice.questions import conduct, sentence


def discipline_agrees(answers: Answers) -> Iterator[Problem]:
    """Find good time lost without incidents, sums that differ, and incidents after the record is called clear."""
    lost = answers.value(sentence.CUSTODY_GCT_LOST)
    if lost and answers.value(conduct.INCIDENTS_ANY) is False:
        yield Problem(
            conduct.INCIDENTS_ANY.id,
            f"The sentence sheet shows {lost} days of good time lost, but the discipline record is said to show no "
            "incident; get the discipline log and correct the wrong answer.",
        )
    yield from _sums(answers, lost)
    yield from _clear(answers)


def _sums(answers: Answers, lost: int | None) -> Iterator[Problem]:
    days = [row.get("gct_lost") for row in answers.value(conduct.INCIDENTS) or ()]
    known = [day for day in days if day is not None]
    if lost is None or not known or len(known) < len(days) or sum(known) == lost:
        return
    yield Problem(
        conduct.INCIDENTS.id,
        f"The incidents add up to {sum(known)} days of good time lost and the sentence sheet shows {lost}; find out "
        "which paper is right, because some days may have been restored.",
        stops_final=False,
    )


def _clear(answers: Answers) -> Iterator[Problem]:
    clear = answers.value(conduct.CLEAR_SINCE)
    for row in answers.value(conduct.INCIDENTS) or ():
        day = row.get("date")
        if clear is not None and day is not None and day > clear:
            yield Problem(
                conduct.CLEAR_SINCE.id,
                f"The record is said to be clear since {long_date(clear)}, but an incident is dated {long_date(day)}; "
                "correct the wrong date.",
            )
