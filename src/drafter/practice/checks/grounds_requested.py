"""Grounds of the motion that the request to the warden did not raise."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.core.answers import Answers
from drafter.core.problem import Problem
from drafter.practice.grounds import GROUNDS
from drafter.practice.questions import warden


def grounds_requested(answers: Answers) -> Iterator[Problem]:
    """Warn of each asserted ground that is not among the grounds put to the warden.

    Whether it matters depends on the circuit, so it is a warning here.
    """
    requested = answers.value(warden.GROUNDS)
    if requested is None:
        return
    known = {row.get("ground") for row in requested}
    for ground in GROUNDS:
        if answers.value(ground.asserted) and ground.id not in known:
            yield Problem(
                warden.GROUNDS.id,
                f"The motion asserts {ground.label} ({ground.title[0].lower()}{ground.title[1:]}), which the request "
                "to the warden did not raise; send a new request with every ground, or be ready to answer the "
                "objection.",
                stops_final=False,
            )
