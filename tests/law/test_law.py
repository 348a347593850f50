"""What the law answers on a day: the days on which it changed, and the days before."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.law import Law, NotInLawError
from drafter.law.model import Span

BEFORE_RUTHERFORD, RUTHERFORD = date(2026, 5, 27), date(2026, 5, 28)
BEFORE_814, AMENDMENT_814 = date(2023, 10, 31), date(2023, 11, 1)
DAYS = st.dates(date(2018, 12, 21), date(2030, 12, 31))


@pytest.mark.parametrize("tag", ["b6", "nonretroactive_change"])
def test_a_nonretroactive_change_is_pleaded_the_day_before_and_refused_on_the_day(law: Law, tag: str) -> None:
    assert law.foreclosed(tag, BEFORE_RUTHERFORD, "ca4") is None
    found = law.foreclosed(tag, RUTHERFORD, "ca4")
    assert found is not None
    assert found.authority == "rutherford"
    assert {"extent", "3553a", "3582c2", "404", "2255", "clemency"} <= set(found.routes)


def test_an_attack_on_the_conviction_is_open_in_the_first_circuit_until_fernandez(law: Law) -> None:
    assert law.foreclosed("invalid_conviction", BEFORE_RUTHERFORD, "ca1") is None
    found = law.foreclosed("invalid_conviction", RUTHERFORD, "ca1")
    assert found is not None
    assert found.authority == "fernandez"
    assert found.routes[0] == "2255"


def test_rutherford_speaks_for_every_circuit_and_comes_first(law: Law) -> None:
    for one in law.circuits.values():
        assert law.treatments(RUTHERFORD, one.id)[0].id == "rutherford"


@pytest.mark.parametrize("day", [date(2018, 12, 21), BEFORE_814, date(2021, 9, 22), RUTHERFORD])
def test_rehabilitation_alone_never_suffices(law: Law, day: date) -> None:
    found = law.foreclosed("rehabilitation_alone", day, "ca4")
    assert found is not None
    assert found.authority == "usc28_994t"


def test_some_circuits_refused_earlier(law: Law) -> None:
    assert law.foreclosed("nonretroactive_change", date(2022, 12, 21), "ca6") is None
    found = law.foreclosed("nonretroactive_change", date(2022, 12, 22), "ca6")
    assert found is not None
    assert found.id == "mccall_6th"


def test_in_the_eleventh_circuit_other_reasons_were_shut_from_bryant_to_the_amendment(law: Law) -> None:
    assert law.foreclosed("b5", date(2021, 5, 6), "ca11") is None
    found = law.foreclosed("b5", date(2021, 5, 7), "ca11")
    assert found is not None
    assert found.authority == "bryant_11th"
    assert law.foreclosed("b5", BEFORE_814, "ca11") == found
    assert law.foreclosed("b5", AMENDMENT_814, "ca11") is None
    assert law.foreclosed("b5", BEFORE_814, "ca10") is None


@pytest.mark.parametrize("ground", ["b1A", "b1B", "b2", "b3A", "b3D", "b4", "b5"])
def test_medical_age_family_abuse_and_other_reasons_stay_open(law: Law, ground: str) -> None:
    assert all(law.foreclosed(ground, RUTHERFORD, one) is None for one in law.circuits)


def test_the_policy_statement_changes_on_the_first_of_november_2023(law: Law) -> None:
    old, new = law.policy_statement(BEFORE_814), law.policy_statement(AMENDMENT_814)
    assert (old.id, old.addresses_defendants) == ("2018", False)
    assert (new.id, new.addresses_defendants) == ("2023", True)
    absent = ("b1C", "b1D", "b3A_adult", "b3C", "b3D", "b4", "b6", "c")
    assert all(old.node(ground) is None and new.node(ground) for ground in absent)
    note = old.node("b5")
    assert note is not None
    assert note.label == "cmt. n.1(D)"
    assert note.text.startswith("As determined by the Director")


def test_in_the_fourth_circuit_no_policy_statement_applied_between_mccoy_and_the_amendment(law: Law) -> None:
    def binds(day: date) -> str:
        return law.position("policy_statement_binds", "ca4", day).holds

    assert binds(date(2020, 12, 1)) == "not_found"
    assert binds(date(2020, 12, 2)) == "not_applicable"
    assert binds(BEFORE_814) == "not_applicable"
    assert binds(AMENDMENT_814) == "binds"
    assert law.position("policy_statement_binds", "ca4", date(2021, 9, 22)).authority == "mccoy_4th"


def test_mccoy_was_good_law_in_2021(law: Law) -> None:
    mccoy = law.authority("mccoy_4th")
    assert not mccoy.existed(date(2020, 12, 1))
    assert mccoy.existed(date(2020, 12, 2))
    assert mccoy.status_on(BEFORE_814) == "good"
    assert mccoy.status_on(AMENDMENT_814) == "abrogated_in_part"


def test_issue_exhaustion_differs_between_the_seventh_and_the_fourth_circuit(law: Law) -> None:
    today = date(2026, 11, 21)
    assert law.position("issue_exhaustion", "ca7", today).holds == "required"
    assert law.position("issue_exhaustion", "ca4", today).holds == "not_required"
    assert not law.position("issue_exhaustion", "ca8", today).found


@pytest.mark.parametrize(
    ("value_id", "number"),
    [
        ("exhaustion.lapse_days", 30),
        ("age.min_years", 65),
        ("age.served_years", 10),
        ("age.served_percent", 75),
        ("child.adult_years", 18),
        ("elder.min_years", 70),
        ("elder.served_years", 30),
        ("gct.days_per_year", 54),
        ("gct.days_per_year_without_ged", 42),
        ("fsa.release_cap_months", 12),
        ("appeal.days", 14),
        ("reconsideration.days", 14),
        ("stay.max_days", 14),
        ("remedy.bp9_days", 20),
        ("remedy.bp10_days", 20),
        ("remedy.bp11_days", 30),
    ],
)
def test_numbers(law: Law, value_id: str, number: int) -> None:
    assert law.value(value_id, date(2026, 11, 21)).number == number


def test_good_conduct_time_was_47_days_before_the_first_step_act_took_effect(law: Law) -> None:
    assert law.value("gct.days_per_year", date(2019, 7, 18)).number == 47
    assert law.value("gct.days_per_year", date(2019, 7, 19)).number == 54


def test_a_phrase_is_not_a_number(law: Law) -> None:
    with pytest.raises(TypeError, match=r"special_term\.cap"):
        _ = law.value("special_term.cap", RUTHERFORD).number


def test_a_number_is_not_a_day(law: Law) -> None:
    assert law.value("gct.first_offense_day", RUTHERFORD).day == date(1987, 11, 1)
    with pytest.raises(TypeError, match=r"exhaustion\.lapse_days"):
        _ = law.value("exhaustion.lapse_days", RUTHERFORD).day


def test_what_changed_between_two_days(law: Law) -> None:
    since = law.changed_between(RUTHERFORD, date(2026, 11, 21))
    assert {ref.rpartition(":")[0] or ref for ref in since} <= {"value:fsa.earning_begins", "value"}
    assert law.changed_between(date(2026, 9, 30), date(2026, 11, 21)) == ()
    changed = law.changed_between(BEFORE_RUTHERFORD, RUTHERFORD, "ca4")
    assert {"treatment:rutherford", "treatment:fernandez"} <= set(changed)
    assert "treatment:mccall_6th" not in changed
    assert "treatment:mccall_6th" in law.changed_between(BEFORE_RUTHERFORD, RUTHERFORD)
    assert {"policy:2018", "policy:2023"} <= set(law.changed_between(BEFORE_814, AMENDMENT_814))


def test_a_position_of_one_circuit_changes_nothing_in_another(law: Law) -> None:
    """The Eleventh Circuit ruled on reconsideration on April 7, 2023."""
    days = date(2023, 4, 6), date(2023, 4, 7)
    assert law.changed_between(*days, "ca4") == ()
    assert "position:reconsideration:ca11:2023-04-07" in law.changed_between(*days, "ca11")
    assert "position:reconsideration:ca11:2023-04-07" in law.changed_between(*days)


@given(DAYS, DAYS, DAYS)
def test_changes_add_up(law: Law, a: date, b: date, c: date) -> None:
    early, middle, late = sorted((a, b, c))
    parts = set(law.changed_between(early, middle)) | set(law.changed_between(middle, late))
    assert set(law.changed_between(early, late)) == parts
    assert law.changed_between(early, late) == law.changed_between(late, early)


@given(DAYS, st.sampled_from(["ca1", "ca4", "ca7", "ca11", "cadc"]))
def test_every_day_has_its_law(law: Law, day: date, circuit: str) -> None:
    assert law.value("exhaustion.lapse_days", day).number == 30
    assert law.policy_statement(day).in_force.holds(day)
    assert law.position("exhaustion_rule", circuit, day).in_force.holds(day)
    assert all(one.in_force.holds(day) for one in law.treatments(day, circuit))


@given(DAYS, st.integers(1, 4000))
def test_spans_are_half_open(start: date, length: int) -> None:
    span = Span(start, start + timedelta(days=length))
    assert span.end is not None
    assert span.holds(start)
    assert not span.holds(span.end)
    assert not span.holds(start - timedelta(days=1))
    assert Span(start).holds(date.max)


def test_review(law: Law) -> None:
    assert (law.as_of, law.review_by) == (date(2026, 11, 21), date(2027, 11, 1))
    assert law.overdue(date(2026, 11, 30)) == ()
    assert law.overdue(date(2026, 12, 1)) == law.overdue(date(2027, 10, 31)) == ("text:frcrp49_1a",)
    assert len(law.overdue(date(2027, 11, 1))) == len(law.entries)


def test_what_a_person_must_still_confirm(law: Law) -> None:
    unverified = set(law.unverified())
    assert {"policy:2023:b3D", "policy:2023:c", "authority:fernandez", "rule:ilnd_page_limit"} <= unverified
    assert not unverified & {"treatment:rutherford", "authority:concepcion", "value:exhaustion.lapse_days"}


def test_a_piece_of_a_statute_by_its_id(law: Law) -> None:
    found = law.provision("usc18_3553a").node("a2")
    assert found is not None
    assert found.text == "the need for the sentence imposed—"
    assert law.provision("usc18_3553a").node("z") is None


def test_search_and_show(law: Law) -> None:
    assert "treatment:rutherford" in [one.ref for one in law.search("change sentencing LAW", RUTHERFORD)]
    assert "treatment:rutherford" not in [one.ref for one in law.search("change law", BEFORE_RUTHERFORD)]
    assert law.entry("authority:concepcion").item is law.authority("concepcion")
    assert law.entry("concepcion").ref == "authority:concepcion"
    assert law.entry("gct.days_per_year").title.endswith("54 days")
    assert law.entry("2023:b1A").text.startswith("A terminal illness")


def test_page_limits_are_known_for_few_districts(law: Law) -> None:
    limit = law.district("ilnd").page_limit(RUTHERFORD)
    assert limit is not None
    assert (limit.limit, limit.unit, limit.verified) == (15, "pages", False)
    assert law.district("ncwd").page_limit(RUTHERFORD) is None
    words = law.district("nysd").page_limit(RUTHERFORD)
    assert words is not None
    assert words.unit == "words"


def test_the_look_of_a_paper_is_that_of_the_house_unless_the_court_has_its_own(law: Law) -> None:
    assert [one.id for one in law.style_rules("", "", RUTHERFORD)] == ["house"]
    assert [one.id for one in law.style_rules("ilnd", "Roe", RUTHERFORD)] == ["house", "ilnd"]
    assert law.style_rules("ilnd", "Roe", date(2018, 12, 20)) == ()
    general, *_ = law.style_rules("ncwd", "", RUTHERFORD)
    assert None not in {general.font, general.size, general.note_size, general.line_numbers}


def test_offices_of_the_united_states_attorney(law: Law) -> None:
    assert [one.office for one in law.us_attorneys("ncwd")] == ["Charlotte", "Asheville"]
    assert law.us_attorneys("akd") == ()


@pytest.mark.parametrize(
    "ask",
    [
        lambda law: law.authority("no_such_case"),
        lambda law: law.district("zzz"),
        lambda law: law.circuit("ca12"),
        lambda law: law.treatments(RUTHERFORD, "ca12"),
        lambda law: law.value("no.such", RUTHERFORD),
        lambda law: law.value("exhaustion.lapse_days", date(2018, 12, 20)),
        lambda law: law.policy_statement(date(2010, 1, 1)),
        lambda law: law.position("weather", "ca4", RUTHERFORD),
        lambda law: law.entry("nothing"),
        lambda law: law.route("nowhere"),
        lambda law: law.facility("xxx"),
        lambda law: law.provision("xxx"),
    ],
)
def test_what_the_law_does_not_hold_is_said_in_a_sentence(law: Law, ask: object) -> None:
    assert callable(ask)
    with pytest.raises(NotInLawError, match=r"^The law .*\.$"):
        ask(law)
