"""Full and short citations against the rules of citation in ``citations/``, with marks for italics."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from drafter.core.marks import blank, italic, plain
from drafter.law import Law
from drafter.law.citation import forms, full, short

CITATIONS = Path(__file__).parent / "citations"


def read(file: str) -> list[tuple[str, str, str]]:
    """Each authority, place cited and expected words of a file of rules."""
    rules = tomllib.loads((CITATIONS / file).read_text(encoding="utf-8"))["rule"]
    assert all(set(rule) == {"rule", "says", "reads"} for rule in rules)
    return [(authority, pin, words) for rule in rules for authority, pin, words in rule["reads"]]


@pytest.mark.parametrize(("authority", "pin", "expected"), read("full_forms.toml"))
def test_the_full_form_is_that_of_the_rule(law: Law, authority: str, pin: str, expected: str) -> None:
    assert plain(full(law.authority(authority), pin)) == expected


@pytest.mark.parametrize(("authority", "pin", "expected"), read("short_forms.toml"))
def test_the_short_form_is_that_of_the_rule(law: Law, authority: str, pin: str, expected: str) -> None:
    assert plain(short(law.authority(authority), pin)) == expected


def test_a_pin_to_a_citation_of_no_known_form_is_added_at_its_end(law: Law) -> None:
    odd = replace(law.authority("concepcion"), cite="2022 Term Opinions")
    assert plain(full(odd, "9")) == "Concepcion v. United States, 2022 Term Opinions, at 9"
    assert plain(short(odd, "9")) == "Concepcion, 2022 Term Opinions, at 9"


def test_only_the_name_is_italic(law: Law) -> None:
    concepcion = law.authority("concepcion")
    assert full(concepcion) == italic("Concepcion v. United States") + ", 597 U.S. 481 (2022)"
    assert short(concepcion, "486") == italic("Concepcion") + ", 597 U.S. at 486"
    assert full(law.authority("usc18_3553a")) == "18 U.S.C. § 3553(a)"


def test_a_decision_without_a_citation_leaves_a_visible_blank_and_is_never_meant_by_id(law: Law) -> None:
    west = law.authority("west_6th")
    assert not west.citable
    assert full(west) == f"{italic(west.name)}, {blank('citation of United States v. West')}"
    assert plain(short(west, "3")) == "West"
    assert not forms(west).series


def test_a_statute_without_a_short_form_stays_in_full(law: Law) -> None:
    bare = replace(law.authority("usc18_3553a"), short_cite="")
    assert short(bare, "(1)") == "18 U.S.C. § 3553(a)(1)"


def test_the_signs_of_all_forms_are_tied_to_their_numbers(law: Law) -> None:
    made = forms(law.authority("ussg_1b1_13"), "(b)")
    assert (made.full, made.short) == ("U.S.S.G. §\u00a01B1.13(b)", "§\u00a01B1.13(b)")
    assert (made.series, made.after_id) == ("U.S.S.G.", "§\u00a01B1.13(b)")


@pytest.mark.parametrize(
    ("authority", "pin", "series", "after_id"),
    [
        ("concepcion", "", "concepcion", ""),
        ("concepcion", "486", "concepcion", "at 486"),
        ("black_7th_2025", "3", "black_7th_2025", "at *3"),
        ("frcrp45", "(a)(6)", "frcrp45", ""),
        ("usc18_3553a", "(2)", "18 U.S.C.", "§\u00a03553(a)(2)"),
        ("cfr28_571_61", "", "28 C.F.R.", "§\u00a0571.61"),
    ],
)
def test_id_stands_for_one_decision_or_rule_and_leads_on_inside_one_code(
    law: Law, authority: str, pin: str, series: str, after_id: str
) -> None:
    made = forms(law.authority(authority), pin)
    assert (made.series, made.after_id) == (series, after_id)


def test_every_authority_cites_and_a_pin_goes_where_it_belongs(law: Law) -> None:
    for one in law.authorities.values():
        assert plain(full(one)).strip() == plain(full(one))
        if one.kind == "decision" and one.citable:
            assert plain(full(one)) == f"{one.name}, {one.cite}"
            pinned = plain(full(one, "9999"))
            assert "9999 (" in pinned, pinned
            assert pinned.endswith(")"), pinned
            assert "9999" in plain(short(one, "9999"))
            assert ("slip op." in pinned) == ("slip op." in one.cite)
