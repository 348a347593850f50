"""A stretch of a provision: what is above and below goes with it, and what is left out is marked."""

from __future__ import annotations

from datetime import date

import pytest

from drafter.law import Law, NotInLawError
from drafter.law.passage import NO_WORDS, provision_lines, statement_lines, words
from drafter.law.showing import doubt, shown

TODAY = date(2026, 11, 21)


def test_a_piece_comes_with_what_stands_above_it_and_its_parts(law: Law) -> None:
    lines, ends_early = provision_lines(law.provision("usc18_3553a"), ["a2"])
    assert [(line.node, line.depth, line.left_out) for line in lines] == [
        ("a", 0, False),
        ("a2", 1, True),
        ("a2A", 2, False),
        ("a2B", 2, False),
        ("a2C", 2, False),
        ("a2D", 2, False),
    ]
    assert ends_early


def test_a_piece_with_many_parts_is_shown_without_them(law: Law) -> None:
    lines, ends_early = provision_lines(law.provision("usc18_3553a"), ["a"])
    assert ([line.node for line in lines], ends_early) == (["a"], True)


def test_the_whole_leaves_nothing_out(law: Law) -> None:
    for provision in law.provisions.values():
        lines, ends_early = provision_lines(provision)
        assert [line.words for line in lines] == [node.text for node in provision.nodes]
        assert not ends_early
        assert not any(line.left_out for line in lines)


def test_a_text_that_may_not_be_quoted_gives_its_paraphrase_and_its_doubt(law: Law) -> None:
    lines, _ = statement_lines(law.policy_statement(TODAY), ["b1D"])
    told = {line.node: (line.quoted, line.doubt, line.ref) for line in lines}
    assert told == {
        "b": (True, "", "policy:2023:b"),
        "b1D": (False, "confidence medium", "policy:2023:b1D"),
        "b1Di": (True, "", "policy:2023:b1Di"),
        "b1Dii": (False, "confidence medium", "policy:2023:b1Dii"),
        "b1Diii": (False, "confidence unverified", "policy:2023:b1Diii"),
    }
    for node in law.policy_statement(TODAY).nodes:
        assert words(node) == (node.text if node.quote_ok else node.paraphrase or NO_WORDS)


def test_an_entry_is_shown_with_its_lines_and_its_doubt(law: Law) -> None:
    node = shown(law, "policy:2023:b3D", TODAY)
    assert (node.quoted, node.provenance.doubt) == (False, "confidence unverified")
    assert [line.node for line in node.lines] == ["b", "b3D"]
    assert shown(law, "b3A", date(2021, 9, 22)).provenance.ref == "policy:2018:b3A"
    whole = shown(law, "policy:2018", TODAY)
    assert (whole.quoted, whole.in_force) == (False, False)
    assert len(whole.lines) == len(law.policy_statements[1].nodes)
    booker = shown(law, "authority:booker", TODAY)
    assert (booker.lines, booker.in_force, booker.status) == ((), None, "good")
    assert booker.provenance.doubt == "what it holds was not read in it"
    with pytest.raises(NotInLawError):
        shown(law, "nothing", TODAY)


def test_a_statute_is_shown_whole_and_quoted(law: Law) -> None:
    statute = shown(law, "usc28_994t", TODAY)
    assert (statute.quoted, statute.in_force, statute.provenance.verified) == (True, True, True)
    assert statute.text == f"(t) {law.provision('usc28_994t').nodes[0].text}"


def test_a_number_by_its_bare_name_is_that_of_the_day_and_by_its_first_day_that_block(law: Law) -> None:
    def amount(ref: str, on: date) -> tuple[str, bool | None]:
        one = shown(law, ref, on)
        return one.title, one.in_force

    assert amount("gct.days_per_year", TODAY) == ("gct.days_per_year: 54 days", True)
    assert amount("value:gct.days_per_year", date(2019, 7, 18)) == ("gct.days_per_year: 47 days", True)
    assert amount("gct.days_per_year:2018-12-21", TODAY) == ("gct.days_per_year: 47 days", False)
    assert shown(law, "appeal.days", date(1950, 1, 1)).in_force is False


def test_what_is_doubted_says_why(law: Law) -> None:
    assert doubt(law.district("ncwd")).startswith("divisions not verified: ")
    assert (
        doubt(law.authority("bardwil_ncwd")) == "confidence medium; citation or later history to be checked"
    )
    assert shown(law, "mccoy_4th", TODAY).status.startswith("abrogated_in_part: ")
    assert doubt(law.provision("usc28_994t")) == ""
