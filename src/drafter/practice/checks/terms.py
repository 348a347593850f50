"""Terms of imprisonment that cannot be right, and a relief that is no reduction."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.core.answers import Answers
from drafter.core.problem import Problem
from drafter.practice.grounds import b6
from drafter.practice.questions import relief, sentence


def terms(answers: Answers) -> Iterator[Problem]:
    """Find a sentence of no length, and a number of months asked for that reduces nothing."""
    imposed, asked = answers.value(sentence.MONTHS), answers.value(relief.MONTHS)
    days = answers.value(sentence.EXTRA_DAYS) or 0
    if imposed == 0 and not days:
        yield Problem(
            sentence.MONTHS.id,
            "A term of 0 months leaves nothing to reduce; write the total term from the judgment.",
        )
    today = answers.value(b6.MONTHS_NOW)
    if today is not None and imposed and today >= imposed:
        yield Problem(
            b6.MONTHS_NOW.id,
            f"The term of today, {today} months, is not shorter than the sentence of {imposed} months, so the "
            "comparison speaks against a reduction; leave the change in law out, or be ready for the point.",
            stops_final=False,
        )
    if asked == 0:
        yield Problem(
            relief.MONTHS.id,
            "A reduction to 0 months is not a term; choose time served, or write the whole new term in "
            "months.",
        )
    if asked and imposed and (asked > imposed or (asked == imposed and not days)):
        yield Problem(
            relief.MONTHS.id,
            f"The motion asks for {asked} months and the sentence is {imposed} months, so nothing would be reduced; "
            "write the whole new term, shorter than the sentence.",
        )
