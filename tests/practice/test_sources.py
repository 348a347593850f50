"""What a paper of one day may cite: nothing before its day, nothing that is no longer good law."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from drafter.core.marks import cited, plain
from drafter.law import Law
from drafter.practice.documents.authorities import citing
from drafter.practice.documents.sources import Sources

RESOURCES = Path(__file__).parents[2] / "resources"
LAW = Law(lambda name: (RESOURCES / name).read_text(encoding="utf-8"))
DECIDED, AMENDED = date(2026, 5, 28), date(2023, 11, 1)
EVE = timedelta(days=1)


def sources(on: date) -> Sources:
    return Sources(LAW, on, "ca4", frozenset())


@pytest.mark.parametrize(
    ("authority", "last"),
    [
        *(
            (one, DECIDED)
            for one in ("trenkler_1st", "brown_4th_2023", "davis_4th_2024", "jean_5th", "roper_9th")
        ),
        *(
            (one, AMENDED)
            for one in ("ruvalcaba_1st", "mccoy_4th", "maumau_10th", "mcgee_10th", "cooper_5th")
        ),
    ],
)
def test_a_decision_limited_even_in_part_is_cited_to_the_eve_and_refused_from_the_day(
    authority: str, last: date
) -> None:
    before, after = sources(last - EVE), sources(last)
    assert before.cite(authority).startswith(cited(authority))
    assert (authority, "") in before.forms
    assert after.cite(authority) == after.sentence(authority) == ""
    assert not after.forms
    assert not after.unverified
    assert authority not in citing(after).listed


@pytest.mark.parametrize("authority", ["rutherford", "fernandez"])
def test_a_decision_is_cited_from_its_day(authority: str) -> None:
    assert sources(DECIDED - EVE).cite(authority) == ""
    assert sources(DECIDED).cite(authority)


@pytest.mark.parametrize("authority", ["west_6th", "rosario_cruzado_4th", "shepard_dcd", ""])
def test_what_has_no_citation_or_is_to_be_checked_is_never_cited(authority: str) -> None:
    assert sources(DECIDED).cite(authority) == ""


def test_no_limited_decision_is_cited_on_any_topic() -> None:
    """The law’s tables say of none which of its topics stay good, so none is cited on any."""
    limited = [one for one in LAW.authorities.values() if one.status != "good" and one.limited_from]
    assert len(limited) > 20
    for one in limited:
        assert one.limited_from
        assert not sources(one.limited_from).may_cite(one.id), one.id


def test_an_unverified_authority_is_kept_once_however_often_it_is_cited() -> None:
    day = sources(DECIDED)
    words = [day.sentence("fernandez", pin) for pin in ("", "5", "")]
    assert day.unverified == ["authority:fernandez"]
    assert all(plain(one).endswith(" [confirm before filing].") for one in words)
    assert set(day.forms) == {("fernandez", ""), ("fernandez", "5")}
    confirmed = Sources(LAW, DECIDED, "ca4", frozenset({"authority:fernandez"}))
    assert confirmed.sentence("fernandez") == f"{cited('fernandez')}."
    assert not confirmed.unverified


def test_a_table_of_authorities_can_list_every_provision_of_the_day_and_each_case_cited() -> None:
    day = sources(DECIDED)
    day.cite("muhammad_4th")
    listed = citing(day).listed
    assert {listed[one].group for one in listed} <= set(citing(day).groups)
    assert plain(listed["muhammad_4th"].entry) == "United States v. Muhammad, 16 F.4th 126 (4th Cir. 2021)"
    assert listed["muhammad_4th"].spellings == ()
    assert "alam_6th" not in listed
    provisions = {one.id for one in LAW.authorities.values() if not one.name}
    assert provisions <= set(listed)
    assert listed["usc18_3553a"].spellings == ("18 U.S.C. § 3553(a)", "§ 3553(a)")
    assert listed["frcrp49"].spellings == ("Fed. R. Crim. P. 49",), "“Rule 49” may be of any court"
    assert [listed[one].group for one in ("ussg_1b1_13", "cfr28_571_61", "frcrp49")] == [
        "Sentencing Guidelines",
        "Regulations",
        "Rules",
    ]
