"""A term of imprisonment as a reader says it."""

from __future__ import annotations

import pytest

from drafter.law.term import Count


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (Count(life=True), "life"),
        (Count(), "0 months"),
        (Count(1, 1), "1 month and 1 day"),
        (Count(days=15), "15 days"),
        (Count(1_200), "1,200 months"),
    ],
)
def test_a_term_is_said_in_months_and_days_or_as_life(count: Count, words: str) -> None:
    assert count.words == words
