"""Exhibits that are cited but not listed, and letters that stand for two exhibits."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from drafter.core.answers import Answers
from drafter.core.problem import Problem
from drafter.core.question import Question
from drafter.core.rows import Row
from drafter.practice.questions import conduct, exhibits, family, medical

#: The list columns that hold a record cite.
CITING: tuple[tuple[Question[tuple[Row, ...]], str], ...] = (
    (medical.CONDITIONS, "record"),
    (family.RELATIVES, "proof"),
    (conduct.PROGRAMS, "exhibit"),
    (conduct.LETTERS, "exhibit"),
)
_CITE = re.compile(r"\bEx(?:hibit|\.)?\s+([A-Z]{1,2}[0-9]{0,3}|[0-9]{1,3})\b")


def exhibits_listed(answers: Answers) -> Iterator[Problem]:
    """Find each exhibit that an answer cites and the list does not hold, and each letter used twice.

    While there is no list at all, the missing list is what is reported.
    """
    rows = answers.value(exhibits.LIST)
    if rows is None:
        return
    listed = Counter(str(row.get("letter") or "").strip().upper() for row in rows)
    for letter, count in listed.items():
        if letter and count > 1:
            yield Problem(
                exhibits.LIST.id,
                f"The letter {letter} stands for {count} exhibits, so a cite to it is not clear; give each its own.",
            )
    cited = dict.fromkeys(letter for letter in _cited(answers) if letter not in listed)
    for letter in cited:
        yield Problem(
            exhibits.LIST.id,
            f"Exhibit {letter} is cited in the answers but is not in the list of exhibits; add it to the list, or "
            "correct the cite.",
        )


def _cited(answers: Answers) -> Iterator[str]:
    for answer in answers.values():
        for evidence in answer.evidence:
            if evidence.exhibit:
                yield evidence.exhibit.strip().upper()
    for question, column in CITING:
        for row in answers.value(question) or ():
            yield from _CITE.findall(row.get(column) or "")
