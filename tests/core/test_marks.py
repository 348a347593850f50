"""Marks are invisible to a reader, and nest."""

from __future__ import annotations

from drafter.core.citing import NOTHING_CITED
from drafter.core.marks import RECORD, blank, cited, cleaned, italic, plain, printed


def test_a_reader_sees_the_words_and_no_mark() -> None:
    number = printed("case.number", blank("docket number"))
    text = f"{italic('Id.')} {printed('movant.name', 'John Roe')}, {number} ({RECORD}Ex. B)"
    assert plain(text) == "Id. John Roe, [docket number] (Ex. B)"


def test_a_citation_has_no_words_yet_and_shows_what_it_cites() -> None:
    assert plain(f"So. {cited('roe', '286')}. {cited('doe')}.") == "So. roe286. doe."
    assert not NOTHING_CITED.forms


def test_nobody_can_type_a_citation() -> None:
    assert cleaned(f"{RECORD}{cited('roe', '286')}") == "roe286"
