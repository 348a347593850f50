"""Whether the Bureau's own dates agree with the computation, or say why they do not."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.core.problem import Problem
from drafter.law.sheet import overridden
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.served import count, sheet


def sheet_agrees(facts: Facts) -> Iterator[Problem]:
    """Find a date of the Bureau's sheet that differs from the computation and has no reason.

    The sheet prevails; a judge who counts for himself must find the reason beside it.
    """
    counted = count(facts)
    if counted is None:
        return
    try:
        overridden(counted, sheet(facts))
    except ValueError as fault:
        yield Problem("custody.sheet_reason", str(fault).replace("'", "’"))
