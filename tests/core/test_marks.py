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


def test_cleaning_is_the_same_for_texts_with_and_without_anything_odd() -> None:
    odd = "a\r\nb\x0bc\u2028d\x00e\x7f\ud800\ufdd0\ufffe"
    assert cleaned(odd) == "a\nb\nc\nde\ufffd"
    assert cleaned("Re\u0301ne\u0301") == cleaned("Re\u0301\x00ne\u0301") == "R\u00e9n\u00e9"
    assert cleaned("§\u00a03582\u200b") == "§\u00a03582\u200b"
