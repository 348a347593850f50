"""Exhibits that are still to come."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.core.answers import Answers
from drafter.core.problem import Problem
from drafter.practice.questions import exhibits

_STATES = {"requested": "requested but not in hand", "need": "still needed"}


def exhibits_in_hand(answers: Answers) -> Iterator[Problem]:
    """Find each listed exhibit that is not in hand: the court may rule on what is there on the day of filing."""
    for row in answers.value(exhibits.LIST) or ():
        state = _STATES.get(row.get("status") or "")
        if state is not None:
            name = " ".join(part for part in (row.get("letter"), _titled(row.get("title"))) if part)
            yield Problem(
                exhibits.LIST.id,
                f"Exhibit {name} is {state}; obtain it before filing, or take it off the list and out of the motion.",
            )


def _titled(title: str | None) -> str:
    return f"({title})" if title else ""
