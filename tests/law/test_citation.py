"""Full and short citations, with marks for italics."""

from __future__ import annotations

from dataclasses import replace

import pytest

from drafter.core.marks import blank, italic, plain
from drafter.law import Law
from drafter.law.citation import full, short


@pytest.mark.parametrize(
    ("authority", "pin", "expected"),
    [
        ("concepcion", "", "Concepcion v. United States, 597 U.S. 481 (2022)"),
        ("concepcion", "486", "Concepcion v. United States, 597 U.S. 481, 486 (2022)"),
        ("mccoy_4th", "", "United States v. McCoy, 981 F.3d 271 (4th Cir. 2020)"),
        ("mccoy_4th", "286", "United States v. McCoy, 981 F.3d 271, 286 (4th Cir. 2020)"),
        ("rutherford", "", "Rutherford v. United States, No. 24-820, slip op. (U.S. May 28, 2026)"),
        ("rutherford", "5", "Rutherford v. United States, No. 24-820, slip op. at 5 (U.S. May 28, 2026)"),
        ("fernandez", "", "Fernandez v. United States, No. 24-556, slip op. (U.S. May 28, 2026)"),
        ("britton_nhd", "20", "United States v. Britton, 473 F. Supp. 3d 14, 20 (D.N.H. 2020)"),
        ("mccall_6th", "1055", "United States v. McCall, 56 F.4th 1048, 1055 (6th Cir. 2022) (en banc)"),
        (
            "brown_4th_2023",
            "7",
            "United States v. Brown, No. 21-7752, slip op. at 7 (4th Cir. Aug. 16, 2023)",
        ),
        (
            "black_7th_2025",
            "*3",
            "United States v. Black, No. 24-1191, 2025 WL 758201, at *3 (7th Cir. Mar. 11, 2025)",
        ),
        ("usc18_3582c1A", "", "18 U.S.C. § 3582(c)(1)(A)"),
    ],
)
def test_full(law: Law, authority: str, pin: str, expected: str) -> None:
    assert plain(full(law.authority(authority), pin)) == expected


@pytest.mark.parametrize(
    ("authority", "pin", "expected"),
    [
        ("concepcion", "", "Concepcion"),
        ("concepcion", "486", "Concepcion, 597 U.S. at 486"),
        ("mccoy_4th", "286", "McCoy, 981 F.3d at 286"),
        ("rutherford", "5", "Rutherford, slip op. at 5"),
        ("black_7th_2025", "3", "Black, 2025 WL 758201, at *3"),
        ("usc18_3582c1A", "", "§ 3582(c)(1)(A)"),
        ("frcrp49_1", "", "Rule 49.1"),
    ],
)
def test_short(law: Law, authority: str, pin: str, expected: str) -> None:
    assert plain(short(law.authority(authority), pin)) == expected


def test_a_pin_to_a_citation_of_no_known_form_is_added_at_its_end(law: Law) -> None:
    odd = replace(law.authority("concepcion"), cite="2022 Term Opinions")
    assert plain(full(odd, "9")) == "Concepcion v. United States, 2022 Term Opinions, at 9"


def test_only_the_name_is_italic(law: Law) -> None:
    concepcion = law.authority("concepcion")
    assert full(concepcion) == italic("Concepcion v. United States") + ", 597 U.S. 481 (2022)"
    assert short(concepcion, "486") == italic("Concepcion") + ", 597 U.S. at 486"
    assert full(law.authority("usc18_3553a")) == "18 U.S.C. § 3553(a)"


def test_a_decision_without_a_citation_leaves_a_visible_blank(law: Law) -> None:
    west = law.authority("west_6th")
    assert not west.citable
    assert full(west) == f"{italic(west.name)}, {blank('citation of United States v. West')}"
    assert plain(short(west, "3")) == "West"


def test_every_authority_cites_and_a_pin_goes_where_it_belongs(law: Law) -> None:
    for one in law.authorities.values():
        assert plain(full(one)).strip() == plain(full(one))
        if one.kind == "decision" and one.citable:
            assert plain(full(one)) == f"{one.name}, {one.cite}"
            pinned = plain(full(one, "9999"))
            assert "9999 (" in pinned, pinned
            assert pinned.endswith(")"), pinned
            assert "9999" in plain(short(one, "9999"))
