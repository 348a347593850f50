"""Doubts about the conviction, which belong in another motion."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.core.answers import Answers
from drafter.core.problem import Problem
from drafter.practice.grounds import b6


def conviction_doubted(answers: Answers) -> Iterator[Problem]:
    """Send doubts about the conviction to the motion that is made for them."""
    if answers.value(b6.DOUBTS):
        yield Problem(
            b6.DOUBTS.id,
            "Doubts about the conviction are not a reason for this motion; see 28 U.S.C. § 2255, whose "
            "time limit may be running, and keep them out of the argument.",
            stops_final=False,
        )
