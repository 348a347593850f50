"""The deadlines of a case: counted from a known day, waiting for an unknown one, gone once done."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from drafter.core.answers import Answer, Answers
from drafter.core.flow import follow
from drafter.law.deadlines import PASSED, TODAY, WAITING, Deadline
from drafter.law.load import Law
from drafter.practice.deadlines import deadlines, nearest
from drafter.practice.documents.facts import Facts
from drafter.practice.registry import interview

ROOT = Path(__file__).parents[2]
LAW = Law(lambda name: (ROOT / "resources" / name).read_text(encoding="utf-8"))
SECTIONS = interview({"districts": tuple((d.id, d.name) for d in LAW.districts.values())})
QUESTIONS = {question.id: question for section in SECTIONS for question in section}
CASES = tomllib.loads((Path(__file__).parent / "deadlines" / "cases.toml").read_text(encoding="utf-8"))[
    "case"
]
ON = date(2026, 11, 21)


def facts(raw: Mapping[str, object], today: date = ON, filing: date | None = None) -> Facts:
    given = {}
    for question, typed in raw.items():
        kind = QUESTIONS[question].kind
        value = kind.parse(typed)
        given[question] = Answer(value, kind.dump(value))
    flow = follow(SECTIONS, Answers(given))
    assert set(flow.answers) == set(raw), "an answer of the case is hidden"
    return Facts(flow.answers, LAW, filing or today, today, questions=QUESTIONS)


def found(raw: Mapping[str, object], today: date = ON, filing: date | None = None) -> dict[str, Deadline]:
    every = deadlines(facts(raw, today, filing))
    by_id = {one.id: one for one in every}
    assert len(by_id) == len(every), "an id stands twice"
    return by_id


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_deadlines_of_a_case_are_those_of_the_file(case: dict[str, Any]) -> None:
    assert case["source"].strip()
    every = found(case["answers"], case["today"], case.get("filing"))
    for id_, wanted in case["expect"].items():
        if wanted == "none":
            assert id_ not in every
        elif isinstance(wanted, str):
            assert (every[id_].due, every[id_].state) == (None, WAITING), id_
            assert wanted == f"waiting {every[id_].event.question}"
        else:
            assert every[id_].due == wanted, every[id_].working


def test_a_deadline_leads_to_a_question_that_can_be_answered_now() -> None:
    for case in CASES:
        shown = {q.id for q in follow(SECTIONS, facts(case["answers"], case["today"]).answers).shown}
        for one in found(case["answers"], case["today"]).values():
            assert one.event.question in shown, (case["name"], one.id)


def test_every_deadline_names_its_rule_and_shows_its_working() -> None:
    for case in CASES:
        for one in found(case["answers"], case["today"], case.get("filing")).values():
            assert one.rule
            assert one.what[0].isupper()
            assert all(line.endswith(".") for line in one.working), one.working
            assert one.working
            assert not one.note or one.note.endswith("."), one.note
            assert "  " not in one.note


def test_what_is_ahead_comes_first_then_what_waits_then_what_has_passed() -> None:
    case = {
        "case.district": "ncwd",
        "warden.sent": True,
        "warden.received_on": "2026-11-04",
        "prior.any": True,
        "prior.renewed": True,
        "prior.entered_on": "2026-10-01",
        "b3C.asserted": True,
        "b3C.letter_date": "2026-11-10",
    }
    every = deadlines(facts(case))
    states = [one.state for one in every]
    assert states == sorted(states, key=["today", "ahead", "waiting", "passed"].index)
    assert {"ahead", "waiting", "passed"} <= set(states)
    ahead = [one.due for one in every if one.state == "ahead"]
    assert ahead == sorted(ahead, key=lambda day: day or date.max)
    next_one = nearest(every)
    assert next_one is not None
    assert next_one.id == "exhaustion.lapse"


def test_the_nearest_deadline_is_never_a_letter_and_can_be_today() -> None:
    letter = {"b3C.asserted": True, "b3C.letter_date": "2026-11-10"}
    assert nearest(deadlines(facts(letter))) is None
    order = {"order.ruling": "denied", "order.entered_on": "2026-11-06", "case.district": "ohnd"}
    every = deadlines(facts(order, date(2026, 11, 20)))
    one = nearest(every)
    assert one is not None
    assert (one.id, one.state) == ("order.appeal", TODAY)


@pytest.mark.parametrize(
    ("district", "entered", "rule", "verified"),
    [
        ("cod", "2026-11-06", "United States v. Randall, 666 F.3d 1238 (10th Cir. 2011)", True),
        ("flsd", "2026-11-06", "United States v. Sanders", False),
        ("flsd", "2023-04-06", "United States v. Randall", False),
        ("paed", "2026-11-06", "United States v. Wandell", False),
        ("ncwd", "2026-11-06", "United States v. Randall", False),
    ],
)
def test_reconsideration_goes_by_the_circuit_where_it_has_said_so(
    district: str, entered: str, rule: str, *, verified: bool
) -> None:
    case = {"case.district": district, "order.ruling": "denied", "order.entered_on": entered}
    one = found(case)["order.reconsideration"]
    assert one.rule.startswith(rule)
    assert one.verified == verified
    assert "never rely on tolling" in one.note
    assert ("No appellate rule found" in one.note) == (district == "ncwd" or entered == "2023-04-06")


def test_the_extension_of_the_time_to_appeal_is_a_note_and_no_day() -> None:
    case = {"case.district": "ncwd", "order.ruling": "denied", "order.entered_on": "2026-11-20"}
    every = found(case)
    assert "up to 30 days more (Fed. R. App. P. 4(b)(4))" in every["order.appeal"].note
    assert date(2027, 1, 3) not in {one.due for one in every.values()}
    assert "mail system" not in every["order.appeal"].note
    alone = found(case | {"counsel.status": "pro_se"})["order.appeal"]
    assert "institution’s mail system" in alone.note


def test_the_answer_to_a_form_may_be_extended_once_and_the_note_says_to_which_day() -> None:
    case = {"warden.sent": True, "warden.appeals": [{"level": "bp9", "filed": "2026-10-12"}]}
    note = found(case)["remedy.bp9_answer"].note
    assert "extended once by 20 days, to November 21, 2026," in note
    assert "silence for a denial" in note


def test_an_unknown_court_is_told_where_its_holidays_would_count() -> None:
    case = {"warden.sent": True, "warden.received_on": "2026-11-04"}
    assert "The court is not known" in found(case)["exhaustion.lapse"].note
    assert "The court is not known" not in found(case | {"case.district": "ncwd"})["exhaustion.lapse"].note


def test_a_stale_letter_is_one_older_than_the_practice_value_on_the_filing_date() -> None:
    case = {"b3C.asserted": True, "b3C.letter_date": "2026-09-16"}
    fresh = found(case, ON, date(2026, 12, 15))["letter.b3C"]
    stale = found(case, ON, date(2026, 12, 16))["letter.b3C"]
    assert (fresh.state, stale.state) == (TODAY, PASSED)
    assert (fresh.rule, fresh.verified) == ("practice, not law", False)
    assert "91 days old on the filing date, December 16, 2026" in stale.working[0]
