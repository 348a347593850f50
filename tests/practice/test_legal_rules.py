"""What the law of the filing date has against a case: sheets, smuggled arguments, old requests."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest

from drafter import paths
from drafter.core.answers import Answer, Answers
from drafter.core.marks import plain
from drafter.law import Law
from drafter.practice.checks.exhausted import exhausted
from drafter.practice.checks.sheet_agrees import sheet_agrees
from drafter.practice.checks.smuggled import TEXTS, smuggled
from drafter.practice.checks.special_term import special_term
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.grounds_changed_law import extent
from drafter.practice.documents.pleaded import pleaded
from drafter.practice.documents.reasons import reasons
from drafter.practice.documents.served import time_served
from drafter.practice.elements import grounds
from drafter.practice.registry import QUESTIONS

LAW = Law(paths.resource_text)
TODAY, EVE, DAY = date(2026, 11, 25), date(2026, 5, 27), date(2026, 5, 28)


def facts(on: date = TODAY, /, **answers: Any) -> Facts:  # noqa: ANN401 - values of many kinds
    known = {}
    for key, value in answers.items():
        question = QUESTIONS[key.replace("__", ".")]
        known[question.id] = Answer(value, question.kind.dump(value))
    return Facts(Answers(known), LAW, on, TODAY, questions=QUESTIONS)


def messages(problems: Iterable[Any]) -> str:
    return " ".join(problem.message for problem in problems)


# ---- arguments under another name

B5: dict[str, Any] = {
    "case__district": "ncwd",
    "b5__asserted": True,
    "b5__circumstance": "the length of his sentence",
    "b5__facts": "He has served 14 years.",
}


@pytest.mark.parametrize(
    ("word", "named"), [("change", "Rutherford"), ("conviction", "Fernandez"), ("both", "")]
)
def test_other_reasons_that_rest_on_a_foreclosed_argument_are_refused_from_its_day(
    word: str, named: str
) -> None:
    before = pleaded(facts(EVE, **B5, change__among_reasons=word))
    after = pleaded(facts(DAY, **B5, change__among_reasons=word))
    # The Fourth Circuit had closed the door to doubts about the conviction before the Supreme Court did.
    assert ("b5" in before.ids) == (word == "change")
    assert "b5" not in after.ids
    (problem,) = after.refused
    assert (problem.question, problem.stops_final) == ("change.among_reasons", True)
    assert named in problem.message
    assert "Open instead:" in problem.message


def test_other_reasons_of_their_own_stay() -> None:
    found = pleaded(facts(**B5, change__among_reasons="no"))
    assert (found.ids, found.refused) == (("b5",), ())


def test_the_ground_is_shown_as_foreclosed_with_decision_day_and_routes() -> None:
    (b5,) = [one for one in grounds(facts(**B5, change__among_reasons="change")) if one.ground.id == "b5"]
    assert b5.state == "foreclosed"
    assert "Rutherford v. United States" in b5.reason
    assert "May 28, 2026" in b5.reason
    assert "2255" in b5.reason


def test_a_combination_that_rests_on_it_is_left_out_and_refused() -> None:
    answers: dict[str, Any] = {
        "case__district": "ncwd",
        "b1A__asserted": True,
        "reasons__combination": "Tkcombination",
        "change__among_reasons": "change",
    }
    own = facts(**answers)
    found = pleaded(own)
    assert found.ids == ("b1A",)
    (problem,) = found.refused
    assert problem.stops_final
    assert reasons(own, found).combination == ()
    earlier = facts(EVE, **answers)
    assert "Tkcombination" in plain("".join(reasons(earlier, pleaded(earlier)).combination))


@pytest.mark.parametrize("question", TEXTS, ids=lambda question: question.id)
def test_words_that_read_like_a_foreclosed_argument_stop_a_final_until_confirmed(question: Any) -> None:  # noqa: ANN401
    key = question.id.replace(".", "__")
    answers: dict[str, Any] = {"case__district": "ncwd", key: "Sentenced today, he would get less."}
    (problem,) = smuggled(facts(**answers))
    assert (problem.question, problem.stops_final) == (question.id, True)
    assert "“sentenced today”" in problem.message
    assert list(smuggled(facts(EVE, **answers))) == []
    row = {"item": "treatment:rutherford", "confirmed_by": "A. Lawyer", "date": TODAY, "note": None}
    assert list(smuggled(facts(**answers, confirmations__law=(row,)))) == []


def test_every_sign_is_in_small_letters_or_found_anyway() -> None:
    for treatment in LAW.all_treatments:
        for sign in treatment.signs:
            found = [*smuggled(facts(case__district="ncwd", b5__facts=f"Because of {sign.upper()}."))]
            assert found, sign


# ---- the Bureau's sheet

COUNTED: dict[str, Any] = {
    "custody__since": date(2020, 1, 1),
    "sentence__life": False,
    "sentence__months": 32,
}


def test_a_date_of_the_sheet_that_differs_needs_its_reason() -> None:
    assert list(sheet_agrees(facts(**COUNTED, custody__projected_release=date(2022, 4, 10)))) == []
    differs = {**COUNTED, "custody__projected_release": date(2022, 4, 11)}
    (problem,) = sheet_agrees(facts(**differs))
    assert problem.question == "custody.sheet_reason"
    assert "the computation 2022-04-10" in problem.message
    assert list(sheet_agrees(facts(**differs, custody__sheet_reason="a day was lost"))) == []
    assert list(sheet_agrees(facts(custody__projected_release=date(2022, 4, 11)))) == []


def test_the_working_of_the_paper_says_that_the_sheet_prevails_and_why() -> None:
    own = facts(
        **COUNTED, custody__projected_release=date(2022, 4, 11), custody__sheet_reason="a day was lost"
    )
    told = time_served(own)
    assert "April 11, 2022 as projected release; it prevails over the computed April 10, 2022" in told.working
    assert [plain(row.figure) for row in told.rows if row.item == "Reason for the difference"] == [
        "a day was lost"
    ]


CREDITED: dict[str, Any] = {
    **COUNTED,
    "sentence__supervised_release": "five years",
    "custody__fsa_eligible": "yes",
    "custody__fsa_days": 490,
    "custody__pattern": "low",
}


def credited(**answers: Any) -> list[str]:  # noqa: ANN401 - values of many kinds
    rows = time_served(facts(**{**CREDITED, **answers})).rows
    return [row.figure for row in rows if row.item == "Release date with those time credits as well"]


def test_earned_credits_are_applied_within_their_cap_where_they_may_be() -> None:
    assert credited() == ["April 10, 2021"]
    assert credited(custody__pattern="medium") == []
    assert credited(custody__fsa_eligible="no") == []
    assert credited(custody__removal_order=True) == []
    assert credited(sentence__supervised_release="none") == ["April 10, 2022"]
    assert credited(sentence__supervised_release=None) == []


# ---- the term of today

CHANGE: dict[str, Any] = {
    **COUNTED,
    "sentence__months": 250,
    "custody__since": date(2007, 8, 1),
    "change__any": True,
    "change__extent": True,
    "change__months_now": 120,
}


def test_the_release_under_the_term_of_today_stands_beside_the_present_one() -> None:
    rows = {
        row.item: (plain(row.then), plain(row.now)) for row in extent(facts(**CHANGE), as_reason=False).table
    }
    assert rows["Term from which the release date is counted"] == ("250 months", "120 months")
    assert rows["Release date with the most good conduct time"] == ("May 2, 2025", "February 7, 2016")


def test_the_term_of_today_may_be_longer() -> None:
    longer = extent(facts(**{**CHANGE, "change__months_now": 300}), as_reason=False)
    rows = {row.item: plain(row.now) for row in longer.table}
    assert rows["Release date with the most good conduct time"] == "November 19, 2028"


@pytest.mark.parametrize("unknown", ["custody__since", "change__months_now", "sentence__months"])
def test_no_release_is_compared_while_one_cannot_be_counted(unknown: str) -> None:
    answers = {key: value for key, value in CHANGE.items() if key != unknown}
    table = extent(facts(**answers), as_reason=False).table
    assert "Release date with the most good conduct time" not in {row.item for row in table}


# ---- a request of its own for every motion


def test_a_renewed_motion_on_an_old_request_stops_where_the_circuit_says_so() -> None:
    renewed: dict[str, Any] = {
        "warden__sent": True,
        "warden__received_on": date(2026, 1, 5),
        "prior__renewed": True,
        "prior__denied_on": date(2026, 6, 1),
    }
    (ninth,) = exhausted(facts(case__district="cand", **renewed))
    (fourth,) = exhausted(facts(case__district="ncwd", **renewed))
    assert (ninth.stops_final, fourth.stops_final) == (True, False)
    assert "needs a request of its own" in fourth.message
    later = {**renewed, "warden__received_on": date(2026, 6, 1)}
    assert list(exhausted(facts(case__district="cand", **later))) == []


# ---- a special term within the statute

SERVING: dict[str, Any] = {
    "sentence__life": False,
    "sentence__months": 180,
    "custody__since": date(2016, 3, 15),
    "custody__jail_credit": 225,
}


def test_a_special_term_longer_than_the_unserved_portion_is_found_with_both_dates() -> None:
    on = date(2026, 11, 23)
    (problem,) = special_term(facts(on, **SERVING, relief__special_term=45))
    assert (problem.question, problem.stops_final) == ("relief.special_term", True)
    assert "44 months and 11 days from November 23, 2026 to August 2, 2030" in problem.message
    assert list(special_term(facts(on, **SERVING, relief__special_term=44))) == []
    assert list(special_term(facts(on, **SERVING))) == []


@pytest.mark.parametrize("unknown", [{"sentence__life": True}, {"custody__since": None}])
def test_a_special_term_that_cannot_be_measured_is_left_alone(unknown: dict[str, Any]) -> None:
    known = {key: value for key, value in (SERVING | unknown).items() if value is not None}
    if unknown.get("sentence__life"):
        del known["sentence__months"]
    assert list(special_term(facts(**known, relief__special_term=900))) == []
