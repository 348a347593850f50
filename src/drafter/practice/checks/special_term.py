"""A special term that is longer than the statute lets the court impose."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.core.dates import long_date
from drafter.core.problem import Problem
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.served import count
from drafter.practice.documents.words import counted


def special_term(facts: Facts) -> Iterator[Problem]:
    """Find a special term longer than the unserved portion of the original term (18 U.S.C. § 3582(c)(1)(A)).

    The portion is counted to the filing date without any credit: the longest that it can be.
    """
    months, time = facts.number("relief.special_term"), count(facts)
    left = time.unserved if time is not None else None
    if not months or left is None or time is None or time.full_term_date is None or months <= left.months:
        return
    yield Problem(
        "relief.special_term",
        f"The special term of {counted(months, 'month')} is longer than the unserved portion of the original term, "
        f"{left.words} from {long_date(time.on)} to {long_date(time.full_term_date)}, and the statute allows no more; "
        "ask for a shorter one.",
    )
