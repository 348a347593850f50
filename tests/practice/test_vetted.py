"""An authority that nobody has vetted prints only with its mark, or after a named person's word."""

from __future__ import annotations

from datetime import date

import pytest
from every_answer import LAW

from drafter.core.marks import plain
from drafter.law.model import TO_CHECK, Authority
from drafter.practice.documents.sources import CONFIRM, Sources

TODAY = date(2026, 11, 25)
DECISIONS = [one for one in LAW.authorities.values() if one.kind == "decision" and one.citable]
#: Where the point was not seen in the opinion, or the later history is to be checked.
OPEN = [
    one
    for one in DECISIONS
    if one.existed(TODAY) and not one.vetted and one.status_on(TODAY) in {"good", TO_CHECK}
]


def sources(*confirmed: str) -> Sources:
    return Sources(LAW, TODAY, "ca4", frozenset(confirmed))


def test_there_are_authorities_of_every_open_sort() -> None:
    assert any(one.status == TO_CHECK for one in OPEN)
    assert any(one.verified and not one.proposition_read for one in OPEN)
    assert any(not one.verified for one in OPEN)


@pytest.mark.parametrize("known", OPEN, ids=lambda one: one.id)
def test_an_open_authority_is_never_printed_as_if_it_were_vetted(known: Authority) -> None:
    alone = sources()
    words = plain(alone.cite(known.id))
    assert words == "" or CONFIRM in words
    assert (words == "") == (known.status == TO_CHECK)
    assert words == "" or f"authority:{known.id}" in alone.unverified
    by_name = sources(f"authority:{known.id}")
    assert CONFIRM not in plain(by_name.cite(known.id))
    assert by_name.cite(known.id) != ""
    assert by_name.unverified == []


def test_what_is_abrogated_or_superseded_is_not_printed_whoever_confirms_it() -> None:
    refused = [
        one for one in DECISIONS if one.status_on(TODAY) in {"abrogated", "superseded", "abrogated_in_part"}
    ]
    assert refused
    for one in refused:
        assert sources(f"authority:{one.id}").cite(one.id) == "", one.id
