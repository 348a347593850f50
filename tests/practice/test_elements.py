"""The grounds as tests: facts and proof make an element, elements make a ground, the day decides the law.

Ages and years are those of U.S.S.G. § 1B1.13(b)(2) and (b)(6) and of 18 U.S.C. § 3582(c)(1)(A)(ii).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest

from drafter import paths
from drafter.app.reading import read_row
from drafter.app.samples import sample
from drafter.core.answers import Answers
from drafter.core.flow import follow
from drafter.core.question import NEVER
from drafter.law import Law
from drafter.practice.documents.facts import Facts
from drafter.practice.elements import ELEMENTS, GroundStanding, grounds
from drafter.practice.elements.standing import ElementStanding
from drafter.practice.grounds import CHANGED_LAW, GROUNDS
from drafter.practice.registry import QUESTIONS, interview

LAW = Law(paths.resource_text)
SECTIONS = interview({"districts": tuple((d.id, d.name) for d in LAW.districts.values())})
ASKED = {question.id: question for section in SECTIONS for question in section}
TODAY = date(2026, 11, 21)
ALL_GROUNDS = (*GROUNDS, CHANGED_LAW)
#: Needed answers of a ground's part that the motion tells and that the provision does not require.
NO_ELEMENT = {"b1A.care", "b4.reported", "change.among_reasons", "change.extent"}
PROVED = "Ex. A at 1"


def standings(raw: Mapping[str, Any], on: date = TODAY) -> dict[str, GroundStanding]:
    """How the grounds stand with the answers of ``raw``, masked as the program masks them."""
    answers = {key: read_row(ASKED[key], row) for key, row in raw.items()}
    flow = follow(SECTIONS, Answers({key: row for key, row in answers.items() if row is not None}), ())
    return {one.ground.id: one for one in grounds(Facts(flow.answers, LAW, on, questions=ASKED))}


def proved(**raw: Any) -> dict[str, Any]:  # noqa: ANN401 - answers of many kinds
    """Answers with proof; ``b2__asserted`` names the question b2.asserted."""
    return {key.replace("__", "."): {"value": value, "evidence": PROVED} for key, value in raw.items()}


def element(standing: GroundStanding, of: str) -> ElementStanding:
    return next(one for one in standing.elements if one.element.id == of)


def complete(**changed: Any) -> dict[str, Any]:  # noqa: ANN401 - answers of many kinds
    return sample("complete")[1] | {key.replace("__", "."): row for key, row in changed.items()}


def without_proof(*questions: str) -> dict[str, Any]:
    raw = complete()
    return raw | {question: {"value": raw[question]["value"]} for question in questions}


# ---- the tables


def test_every_ground_has_elements_and_every_element_its_questions_and_a_unique_id() -> None:
    assert list(ELEMENTS) == [ground.id for ground in ALL_GROUNDS]
    for elements in ELEMENTS.values():
        assert len({one.id for one in elements}) == len(elements) > 1
        for one in elements:
            assert one.questions
            assert set(one.questions) <= set(QUESTIONS)


@pytest.mark.parametrize("ground", ALL_GROUNDS, ids=lambda ground: ground.id)
def test_every_needed_question_of_a_ground_belongs_to_an_element(ground: Any) -> None:  # noqa: ANN401 - a ground
    named = {question for one in ELEMENTS[ground.id] for question in one.questions}
    needed = {
        question.id
        for question in ground.part.questions
        if question.needed_when != NEVER and question is not ground.asserted
    }
    assert needed - named <= NO_ELEMENT


# ---- facts and proof


def test_the_complete_sample_meets_its_three_grounds() -> None:
    found = standings(complete())
    states = {key: one.state for key, one in found.items()}
    assert {key for key, state in states.items() if state == "met"} == {"b1C", "b3C", "b5"}
    assert states["b6"] == "foreclosed"
    assert found["b1A"].reason == "Not asserted."
    assert {one.state for one in found["b1A"].elements} == {"unknown"}


def test_an_answer_without_proof_leaves_its_ground_half_met() -> None:
    ground = standings(without_proof("b5.personal"))["b5"]
    assert [one.state for one in ground.elements] == ["met", "met", "proof_missing", "met"]
    assert ground.state == "half_met"
    assert "3 of 4" in ground.reason


def test_a_missing_answer_leaves_its_ground_half_met_and_is_named() -> None:
    ground = standings(complete(b5__personal=None))["b5"]
    assert (ground.state, element(ground, "personal").state) == ("half_met", "unknown")
    assert "what is personal to the movant" in element(ground, "personal").reason


def test_an_exhibit_that_is_still_to_come_proves_nothing() -> None:
    exhibits = [dict(row) for row in sample("complete")[1]["exhibits.list"]]
    for row in exhibits:
        row["status"] = "requested" if row["letter"] == "M" else row["status"]
    personal = element(standings(complete(exhibits__list=exhibits))["b5"], "personal")
    assert personal.state == "proof_missing"
    assert "not in hand (Ex. M at 2)" in personal.reason


def test_a_ground_that_is_told_and_nowhere_proved_is_not_met() -> None:
    ground = standings(without_proof("b5.circumstance", "b5.facts", "b5.gravity", "b5.personal"))["b5"]
    assert ground.state == "not_met"


def test_a_ground_of_which_nothing_is_known_is_unknown() -> None:
    assert standings({"b5.asserted": True})["b5"].state == "unknown"
    assert standings({})["b5"].reason.startswith("Not asserted")


def test_a_cell_that_has_to_be_filled_is_missed() -> None:
    rows = [{"activity": "dressing", "limit": "cannot stand"}, {"activity": "bathing"}]
    raw = {"b1B.asserted": True} | proved(b1B__self_care=rows)
    found = element(standings(raw)["b1B"], "self_care")
    assert (found.state, found.reason) == (
        "unknown",
        "Not known yet: “What the movant cannot do” in 1 activity row.",
    )


# ---- the only available caregiver


def relatives(**second: str) -> dict[str, Any]:
    first = {"name": "A", "relation": "sister", "why_unavailable": "dead", "proof": "Ex. H at 2"}
    row = {"name": "B", "relation": "brother", "why_unavailable": "ill", "proof": "Ex. H at 3"} | second
    rows = [first, {key: cell for key, cell in row.items() if cell}]
    return complete(family__relatives={"value": rows, "evidence": PROVED})


@pytest.mark.parametrize(
    ("cell", "state", "says"),
    [
        ({}, "met", "A (sister) and B (brother)"),
        ({"proof": ""}, "proof_missing", "No proof in hand for: B (brother)."),
        ({"why_unavailable": ""}, "unknown", "No reason yet why these are unavailable: B (brother)."),
        ({"name": ""}, "unknown", "Name or relation still to come for: brother."),
    ],
)
def test_every_relative_is_ruled_out_by_name(cell: dict[str, str], state: str, says: str) -> None:
    found = element(standings(relatives(**cell))["b3C"], "only_available")
    assert found.state == state
    assert says in found.reason
    assert "A (sister)" in found.reason or state != "met"


@pytest.mark.parametrize(
    ("proof", "state"),
    [
        ("Ex. Z at 1", "proof_missing"),
        ("his declaration, Exhibit Z", "proof_missing"),
        ("Ex. Z at 1; Ex. H at 3", "met"),
        ("¶ 9", "met"),
    ],
)
def test_a_relative_whose_proof_is_not_in_hand_is_not_ruled_out(proof: str, state: str) -> None:
    exhibits = {"value": [{"letter": "Z", "title": "Letter", "status": "need"}]}
    raw = relatives(proof=proof) | {"exhibits.list": exhibits}
    assert element(standings(raw)["b3C"], "only_available").state == state


def test_no_relative_at_all_is_not_an_answer() -> None:
    found = element(standings(complete(family__relatives=None))["b3C"], "only_available")
    assert (found.state, "other relatives" in found.reason) == ("unknown", True)
    assert "Ruled out" not in found.reason


# ---- age and time served

LONG = {"custody__since": "2016-11-21", "sentence__life": False, "sentence__months": 240}
SHORT = LONG | {"sentence__months": 120}
AGED = {"b2__asserted": True, "movant__birth_date": "1961-11-21"}
ELDER = {"ii__asserted": True, "movant__birth_date": "1956-11-21", "ii__statute_3559c": True}
LIFE = {"custody__since": "1996-11-21", "sentence__life": True}
CHANGE = {"case__district": "ncwd", "change__any": True}


@pytest.mark.parametrize(
    ("raw", "ground", "of", "first"),
    [
        (AGED, "b2", "age", date(2026, 11, 21)),  # 65 years old
        ({**AGED, "movant__birth_date": "1960-02-29"}, "b2", "age", date(2025, 3, 1)),
        (
            {**AGED, **LONG},
            "b2",
            "served",
            date(2026, 11, 21),
        ),  # ten years are less than 75 percent of twenty
        (
            {**AGED, **SHORT},
            "b2",
            "served",
            date(2024, 5, 22),
        ),  # 75 percent of ten years: 2,739 of 3,652 days
        ({**AGED, **SHORT, "custody__jail_credit": 10}, "b2", "served", date(2024, 5, 12)),
        ({**AGED, **LIFE, "custody__since": "2016-11-21"}, "b2", "served", date(2026, 11, 21)),
        (ELDER, "ii", "age", date(2026, 11, 21)),  # 70 years old
        ({**ELDER, **LIFE}, "ii", "served", date(2026, 11, 21)),  # thirty years
        ({**CHANGE, **LONG, "custody__since": "2014-05-01"}, "b6", "served", date(2024, 5, 1)),
    ],
)
def test_what_is_counted_is_met_on_its_day_and_not_on_the_day_before(
    raw: dict[str, Any], ground: str, of: str, first: date
) -> None:
    assert element(standings(proved(**raw), first)[ground], of).state == "met"
    assert element(standings(proved(**raw), first - timedelta(days=1))[ground], of).state == "not_met"


def test_what_is_counted_shows_its_working_and_marks_an_unverified_number() -> None:
    ground = standings(proved(**AGED, **SHORT), date(2024, 5, 21))["b2"]
    said = element(ground, "served").reason
    assert "2,738 days, 74.9 percent of the full term" in said
    assert "10 [confirm before filing] years are served on November 21, 2026" in said
    assert (
        "75 [confirm before filing] percent of the full term on May 22, 2024; the percentage is less" in said
    )
    assert "1961" not in " ".join(one.reason for one in ground.elements)


def test_a_count_without_proof_or_without_facts_is_not_met() -> None:
    bare = {key.replace("__", "."): value for key, value in (AGED | LONG).items()}
    found = standings(bare)["b2"]
    assert [one.state for one in found.elements] == ["proof_missing", "unknown", "proof_missing"]
    found = standings({"b2.asserted": True, "movant.age_stated": "70 years old"})["b2"]
    assert {one.state for one in found.elements} == {"unknown"}


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"sentence__months": 0}, "the sentence has no length"),
        ({"custody__jail_credit": 20_000}, "is the whole term"),
        ({"custody__since": "1986-05-01", "sentence__months": 600}, "only for offenses from 1987-11-01 on"),
    ],
)
def test_an_impossible_sentence_is_told_and_never_counted(changed: dict[str, Any], says: str) -> None:
    found = element(standings(proved(**(AGED | LONG | changed)))["b2"], "served")
    assert found.state == "unknown"
    assert says in found.reason


def test_a_birth_after_the_filing_is_told() -> None:
    found = element(standings(proved(**AGED), date(2026, 11, 21))["b2"], "age")
    assert found.state == "met"
    found = element(standings(proved(**(AGED | {"movant__birth_date": "2030-01-01"})))["b2"], "age")
    assert (found.state, "not born yet" in found.reason) == ("not_met", True)


@pytest.mark.parametrize(("years", "state"), [(30, "met"), (29, "not_met")])
def test_the_bureaus_own_years_prevail_over_the_count(years: int, state: str) -> None:
    found = standings(proved(**ELDER, **LIFE, ii__served_years=years), date(2020, 1, 1))["ii"]
    assert element(found, "served").state == state


def test_an_answer_to_the_contrary_ends_a_ground() -> None:
    raw = proved(**(ELDER | LIFE | {"ii__statute_3559c": False, "ii__director": "on May 3, 2026, no danger"}))
    ground = standings(raw)["ii"]
    assert ground.state == "not_met"
    assert "not imposed under" in ground.reason
    assert element(ground, "age").state == "met"


# ---- abuse


def test_only_physical_abuse_needs_an_injury_and_the_exceptions_need_their_detail() -> None:
    raw = proved(b4__asserted=True, b4__abuse="sexual", b4__established="danger")
    ground = standings(raw)["b4"]
    assert [one.element.id for one in ground.elements] == ["act", "custody", "custodian", "finding"]
    assert "There is no finding" in element(ground, "finding").reason
    assert element(ground, "finding").state == "unknown"
    ground = standings(raw | proved(b4__abuse="physical"))["b4"]
    assert element(ground, "injury").state == "unknown"
    told = proved(b4__established_detail="the threats")
    assert element(standings(raw | told)["b4"], "finding").state == "met"


# ---- the law of the day


def all_of_change(district: str = "ncwd", **changed: Any) -> dict[str, Any]:  # noqa: ANN401 - many kinds
    raw = {
        "case__district": district,
        "change__any": True,
        "change__what": "the minimum",
        "change__kind": "statute",
        "change__retroactive": "no",
        "change__sentence_now": "120 months",
        "custody__since": "2007-01-02",
        "sentence__life": False,
        "sentence__months": 250,
    }
    return proved(**(raw | changed))


def test_a_changed_law_could_be_a_reason_until_the_day_on_which_it_no_longer_can() -> None:
    assert standings(all_of_change(), date(2026, 5, 27))["b6"].state == "met"
    ground = standings(all_of_change(), date(2026, 5, 28))["b6"]
    assert ground.state == "foreclosed"
    assert "Rutherford v. United States" in ground.reason
    assert "law since May 28, 2026" in ground.reason
    assert "a motion under 28 U.S.C. § 2255" in ground.reason


@pytest.mark.parametrize("district", ["wvsd", "paed", "ilnd", "cand", ""])
def test_a_changed_law_is_foreclosed_everywhere_and_for_those_who_do_not_plead_it(district: str) -> None:
    raw = {"case.district": district} if district else {}
    assert standings(raw, date(2026, 5, 28))["b6"].state == "foreclosed"


def test_a_circuit_may_have_refused_before() -> None:
    third = standings(all_of_change("paed"), date(2022, 1, 3))["b6"]
    assert (third.state, "Andrews" in third.reason) == ("foreclosed", True)
    eleventh = standings(all_of_change("flsd"), date(2022, 1, 3))["b6"]
    assert (eleventh.state, "Bryant" in eleventh.reason) == ("foreclosed", True)
    unknown = standings(all_of_change() | {"case.district": None}, date(2022, 1, 3))["b6"]
    assert element(unknown, "circuit").state == "unknown"


@pytest.mark.parametrize(("answer", "state"), [("yes", "not_met"), ("unclear", "half_met")])
def test_a_change_that_is_retroactive_has_a_motion_of_its_own(answer: str, state: str) -> None:
    assert standings(all_of_change(change__retroactive=answer), date(2024, 1, 2))["b6"].state == state


def test_a_point_of_law_meets_no_ground_by_itself() -> None:
    ground = standings(proved(**CHANGE), date(2024, 1, 2))["b6"]
    assert (element(ground, "circuit").state, ground.state) == ("met", "unknown")


def test_the_authority_is_that_of_the_edition_and_says_whom_it_addresses() -> None:
    raw = {"case.district": "ncwd"}
    new, old = standings(raw, date(2023, 11, 1)), standings(raw, date(2023, 10, 31))
    assert new["b1A"].authority == "U.S.S.G. § 1B1.13(b)(1)(A)".replace("§ ", "§\xa0")
    assert new["b2"].authority.endswith("(b)(2) [confirm before filing]")
    assert element(new["b1D"], "mitigation").authority.startswith("U.S.S.G. §\xa01B1.13(b)(1)(D)(iii)")
    assert "motions by the Director only" in old["b2"].authority
    assert "has no such ground" in old["b4"].authority
    assert "McCoy" in old["b4"].authority
    assert old["b4"].state == "not_met"


def test_a_confirmed_place_in_the_law_loses_its_mark() -> None:
    row = {"item": "2023:b2", "confirmed_by": "A. Roe", "confirmed_on": "2026-11-20"}
    raw = {"confirmations.law": [{k: v for k, v in row.items() if k in _columns("confirmations.law")}]}
    assert "confirm before filing" not in standings(raw)["b2"].authority
    assert "confirm before filing" in standings({})["b2"].authority


def _columns(question: str) -> set[str]:
    return {column.id for column in ASKED[question].kind.columns}  # type: ignore[attr-defined]


def test_where_the_policy_statement_binds_a_ground_that_it_lacks_is_foreclosed() -> None:
    raw = {"case.district": "flsd"}
    old, new = standings(raw, date(2023, 10, 31)), standings(raw, date(2023, 11, 1))
    assert (old["b4"].state, new["b4"].state) == ("foreclosed", "not_met")
    assert "Bryant" in old["b4"].reason
    assert old["b2"].state == "not_met"


def test_a_prisoners_words_reach_no_reason_except_names_of_relatives() -> None:
    account = "what nobody else may read"
    raw = complete(b5__facts={"value": account, "evidence": PROVED}, b4__account=account)
    said = " ".join(one.reason for ground in standings(raw).values() for one in ground.elements)
    assert account not in said
