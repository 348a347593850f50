"""Exhibits under seal in a filing of which nothing is said to be."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.core.answers import Answers
from drafter.core.problem import Problem
from drafter.practice.questions import exhibits, kit


def seal_agrees(answers: Answers) -> Iterator[Problem]:
    """Find exhibits that are marked under seal although the answer says that nothing is kept under seal."""
    rows = answers.value(exhibits.LIST) or ()
    sealed = [str(row.get("letter") or "") for row in rows if row.get("access") == "seal"]
    if sealed and answers.value(kit.SEALED) is False:
        yield Problem(
            kit.SEALED.id,
            f"Exhibit {', '.join(sealed)} is marked under seal, but no part of the filing is said to be; answer yes, or "
            "change the access in the list of exhibits.",
        )
