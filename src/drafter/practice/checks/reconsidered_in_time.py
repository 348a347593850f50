"""Whether the motion for reconsideration comes in time."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.core.dates import long_date
from drafter.core.problem import Problem
from drafter.law.deadlines import PASSED
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.reconsideration import deadline


def reconsidered_in_time(facts: Facts) -> Iterator[Problem]:
    """Say of a motion for reconsideration that is asked for that its time has passed."""
    limit = deadline(facts) if facts.yes("reconsideration.wanted") else None
    if limit is not None and limit.due is not None and limit.state == PASSED:
        yield Problem(
            "reconsideration.late",
            f"The time for a motion for reconsideration ended on {long_date(limit.due)}; say here "
            "why the court should still hear it, or leave it out, and do not let the time to appeal pass meanwhile.",
            stops_final=False,
        )
