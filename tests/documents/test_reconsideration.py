"""The motion for reconsideration: the order in its own words, what it overlooked, and whether it is late."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from drafted import applies, document, told
from every_answer import answer, facts, plain

from drafter.practice.checks.reconsidered_in_time import reconsidered_in_time
from drafter.practice.documents.reconsideration import Reconsideration

ORDER: dict[str, Any] = {
    "case.district": "ncwd",
    "movant.name": "Jo Doe",
    "order.ruling": "denied",
    "order.dated": "2026-11-09",
    "order.entered_on": "2026-11-10",
    "order.docket": "104",
}
RAW: dict[str, Any] = ORDER | {
    "reconsideration.wanted": True,
    "reconsideration.decided": answer(
        "reconsideration.decided", "The care was found adequate.", "ECF No. 104 at 2"
    ),
    "reconsideration.errors": [
        {
            "point": "Care",
            "order_says": "A visit took place (at 2).",
            "overlooked": "The log shows none.",
            "record": "Ex. E at 9",
        }
    ],
}
#: Entered on November 10: fourteen days end on Tuesday, November 24.
LAST_DAY, DAY_AFTER = date(2026, 11, 24), date(2026, 11, 25)


def motion(raw: dict[str, Any], today: date = LAST_DAY) -> Reconsideration:
    made = document("reconsideration").context(facts(raw, today, today))
    assert isinstance(made, Reconsideration)
    return made


@pytest.mark.parametrize("ruling", ["denied", "in_part"])
def test_it_is_made_where_an_order_is_recorded_and_a_person_asks_for_it(ruling: str) -> None:
    raw = RAW | {"order.ruling": ruling}
    assert applies("reconsideration", raw)
    assert not applies("reconsideration", raw | {"reconsideration.wanted": False})


@pytest.mark.parametrize("order", [{}, {"order.ruling": "granted"}])
def test_without_an_order_or_after_a_grant_there_is_nothing_to_reconsider(order: dict[str, Any]) -> None:
    assert not applies("reconsideration", {"reconsideration.wanted": True} | order)


def test_it_names_the_order_and_tells_what_it_decided_with_its_page() -> None:
    body = told("reconsideration", RAW)
    assert "its order of November 9, 2026 (Doc. 104), which denied the motion" in body
    assert "The care was found adequate. (ECF No. 104 at 2.)" in body
    assert "granted in part and otherwise denied" in told(
        "reconsideration", RAW | {"order.ruling": "in_part"}
    )


def test_each_point_stands_against_the_words_of_the_order_with_its_record() -> None:
    row = "| Care | A visit took place (at 2). | The log shows none. | Ex. E at 9 |"
    assert row in told("reconsideration", RAW)


def test_changed_facts_are_told_only_where_there_are_any() -> None:
    heading = "What has changed since the order"
    assert heading not in told("reconsideration", RAW)
    changed = told("reconsideration", RAW | {"reconsideration.changed": "She fell.\nShe was taken away."})
    assert f"{heading}\nShe fell.\nShe was taken away." in changed


def test_on_the_last_day_it_is_in_time_and_claims_nothing_about_its_own_filing() -> None:
    made = motion(RAW)
    assert made.time.due == "November 24, 2026"
    assert not made.time.late
    assert "late" not in plain(made.time)
    assert set(made.signature.dated) == {"_"}
    assert list(reconsidered_in_time(facts(RAW, LAST_DAY, LAST_DAY))) == []


def test_on_the_day_after_it_says_that_it_is_late_and_asks_why() -> None:
    made = motion(RAW, DAY_AFTER)
    assert made.time.late
    assert plain(made.time.why) == "[why the late motion should be heard]"
    told_why = motion(RAW | {"reconsideration.late": "The order came by mail."}, DAY_AFTER)
    assert plain(told_why.time.why) == "The order came by mail."
    (problem,) = reconsidered_in_time(facts(RAW, DAY_AFTER, DAY_AFTER))
    assert "ended on November 24, 2026" in problem.message
    assert "do not let the time to appeal pass meanwhile" in problem.message
    assert not problem.stops_final
    assert problem.question == "reconsideration.late"


def test_a_reason_given_while_the_time_runs_is_not_printed() -> None:
    assert "came by mail" not in plain(motion(RAW | {"reconsideration.late": "The order came by mail."}))


def test_the_time_ends_on_no_holiday() -> None:
    made = motion(RAW | {"order.entered_on": "2026-11-12"}, DAY_AFTER)
    assert made.time.due == "November 30, 2026", "Thanksgiving Day, a holiday of the state, a weekend"
    assert not made.time.late


def test_while_the_day_of_entry_is_unknown_no_day_is_counted() -> None:
    made = motion({key: value for key, value in RAW.items() if key != "order.entered_on"})
    assert not made.time.has_due
    assert not made.time.late
    assert "[date on which the order on this motion was entered]" in plain(made.time.entered)


_AT_MOST = "must be filed within the time to appeal, fourteen days. United States v. Randall"


@pytest.mark.parametrize(
    ("district", "words", "others"),
    [
        ("ksd", _AT_MOST, False),
        ("flmd", "after the time to appeal is untimely. United States v. Sanders", False),
        ("ncwd", "See, e.g., United States v. Randall, 666 F.3d 1238 (10th Cir. 2011).", True),
    ],
)
def test_what_the_circuit_holds_of_the_time_is_told_and_else_what_another_court_held(
    district: str, words: str, others: bool
) -> None:
    paper = document("reconsideration").paper(facts(RAW | {"case.district": district}, LAST_DAY, LAST_DAY))
    body = told("reconsideration", RAW | {"case.district": district})
    assert words in body
    assert ("Courts of appeals have held" in body) is others
    assert ("value:reconsideration.days" in paper.unverified) is others
    assert ("14 [confirm before filing] days" in body) is others


def test_it_asks_for_the_relief_of_the_motion() -> None:
    raw = RAW | {"relief.kind": "months", "relief.months": 120, "relief.hearing": True}
    body = told("reconsideration", raw)
    assert "reduce the term of imprisonment to 120 months;" in body
    assert "hold a hearing;" in body
    assert "hold a hearing;" not in told("reconsideration", RAW)


def test_an_empty_one_asks_for_everything_it_needs() -> None:
    body = told("reconsideration", {})
    for words in (
        "[date of the order on this motion]",
        "[docket number of the order on this motion]",
        "[what the order decided]",
        "[points that the order overlooked]",
    ):
        assert words in body
