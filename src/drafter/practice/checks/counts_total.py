"""Whether the terms of the counts add up to the total term that the motion states (18 U.S.C. § 3584)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.core.answers import Answers
from drafter.core.problem import Problem
from drafter.core.rows import Row
from drafter.law.term import Count, Term, aggregate
from drafter.practice.questions import sentence

_LENGTH = re.compile(
    r"(?:(?P<years>[0-9]{1,3}) years?)?(?:,? ?(?:and )?(?P<months>[0-9]{1,4}) months?)?"
    r"(?:,? ?(?:and )?(?P<days>[0-9]{1,4}) days?)?"
)
_MONTHS_IN_YEAR = 12


def counts_total(answers: Answers) -> Iterator[Problem]:
    """Find a total term that is not the aggregate of the counts.

    Nothing is said while the term of a count cannot be read or, with several, while it is not answered how
    they run.
    """
    stated, start = _stated(answers), answers.value(sentence.IMPOSED_ON)
    counts = [_count(row) for row in answers.value(sentence.OFFENSE_COUNTS) or ()]
    read = [count for count in counts if count is not None]
    if stated is None or start is None or not read or len(read) < len(counts):
        return
    whole = aggregate(read, start)
    if whole.life == stated.life and (whole.life or whole.end(start) == stated.end(start)):
        return
    how = " ".join(whole.working)
    yield Problem(
        sentence.LIFE.id if stated.life else sentence.MONTHS.id,
        f"The counts add up to {whole.words}, and the total term is given as {stated.words}; correct the total, a "
        f"count or how it runs. {how}".strip(),
    )


def _stated(answers: Answers) -> Term | None:
    if answers.value(sentence.LIFE):
        return Term(0, 0, life=True)
    months, days = answers.value(sentence.MONTHS), answers.value(sentence.EXTRA_DAYS) or 0
    return Term(months, days, life=False) if months or (days and months is not None) else None


def _count(row: Row) -> Count | None:
    """Read one row; None where the length is told in other words, or it is not said how the count runs."""
    words, runs = (row.get("term") or "").strip().rstrip(".").casefold(), row.get("runs")
    if runs is None:
        return None
    if words in {"life", "life imprisonment"}:
        return Count(life=True, consecutive=runs == "consecutive")
    found = _LENGTH.fullmatch(words)
    if found is None or not words:
        return None
    years, months, days = (int(found[part] or 0) for part in ("years", "months", "days"))
    if not (years or months or days):
        return None
    return Count(years * _MONTHS_IN_YEAR + months, days, consecutive=runs == "consecutive")
