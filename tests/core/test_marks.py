"""Marks are invisible to a reader, and nest."""

from __future__ import annotations

from drafter.core.marks import blank, italic, plain, printed


def test_a_reader_sees_the_words_and_no_mark() -> None:
    number = printed("case.number", blank("docket number"))
    text = f"{italic('Id.')} {printed('movant.name', 'John Roe')}, {number}"
    assert plain(text) == "Id. John Roe, [docket number]"
