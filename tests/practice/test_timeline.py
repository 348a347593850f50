"""The timeline of a case and its sentence as a bar: from answers and arithmetic, nothing guessed."""

from __future__ import annotations

from datetime import date
from typing import Any

from every_answer import everything, facts

from drafter.practice.sentence_bar import EARNED, GOOD_CONDUCT, LEFT, SERVED, SentenceBar, sentence_bar
from drafter.practice.timeline import DEADLINE, KINDS, TimelineEvent, timeline

TODAY = date(2026, 11, 21)
REQUEST: dict[str, Any] = {
    "warden.sent": True,
    "warden.sent_on": "2026-06-29",
    "warden.received_on": "2026-07-06",
    "warden.response": "denied",
    "warden.responded_on": "2026-07-30",
}
SENTENCE: dict[str, Any] = {
    "sentence.imposed_on": "2016-03-15",
    "sentence.life": False,
    "sentence.months": 180,
    "sentence.supervised_release": "five years",
    "custody.since": "2016-03-15",
    "custody.jail_credit": 225,
    "custody.gct_lost": 54,
}
CREDITS: dict[str, Any] = {
    "custody.fsa_eligible": "yes",
    "custody.fsa_days": 120,
    "custody.pattern": "low",
}


def told(raw: dict[str, Any], today: date = TODAY) -> list[str]:
    return [event.words for event in timeline(facts(raw, today, today))]


def bar(raw: dict[str, Any], on: date = TODAY) -> SentenceBar:
    found = sentence_bar(facts(raw, on, on))
    assert found is not None
    return found


# ---- the timeline


def test_a_case_without_a_day_has_no_event() -> None:
    assert told({}) == []
    assert told({"sentence.imposed_on": None, "warden.sent": True, "warden.received_on": None}) == []


def test_the_request_is_told_with_the_lapse_of_its_days_counted_by_the_law() -> None:
    assert told(REQUEST) == [
        "June 29, 2026: Request sent to the warden",
        "July 6, 2026: Warden received the request",
        "July 30, 2026: Warden denied the request",
        "August 5, 2026: The 30 days from the warden’s receipt have run",
    ]


def test_what_lies_after_today_is_ahead_and_deadlines_are_only_those_to_come() -> None:
    early = timeline(facts(REQUEST, date(2026, 7, 31), date(2026, 7, 31)))
    ahead = {event.label: event.kind for event in early if event.ahead}
    assert ahead["The 30 days from the warden’s receipt have run"] == "warden"
    assert ahead["First day on which it is safe to file"] == DEADLINE
    assert ahead["BP-9 to the warden"] == DEADLINE
    assert not any(event.kind == DEADLINE for event in timeline(facts(REQUEST, TODAY, TODAY)))


def test_the_dates_of_the_bureau_prevail_over_those_that_are_counted() -> None:
    counted = told(SENTENCE)
    assert "July 7, 2028 (ahead): Projected release (counted, an estimate)" in counted
    stated = told(SENTENCE | {"custody.projected_release": "2028-05-01"})
    assert "May 1, 2028 (ahead): Projected release (date of the Bureau)" in stated
    assert not any("July 7, 2028" in line for line in stated)
    assert "March 15, 2016: Sentence imposed: 180 months" in stated


def test_a_denial_told_twice_stands_once() -> None:
    motion = {
        "filed": "2026-04-13",
        "relief": "time served",
        "ruling": "denied without prejudice",
        "ruled": "2026-05-11",
    }
    raw = {"prior.any": True, "prior.motions": [motion], "prior.renewed": True}
    once = told(raw | {"prior.denied_on": "2026-05-11"})
    assert [line for line in once if "May 11" in line] == [
        "May 11, 2026: Earlier motion: denied without prejudice"
    ]
    assert "May 12, 2026: Earlier motion denied" in told(raw | {"prior.denied_on": "2026-05-12"})


def test_every_event_has_a_kind_a_question_and_its_place_in_time() -> None:
    every: tuple[TimelineEvent, ...] = timeline(facts(everything(), TODAY, TODAY))
    asked = facts({}).questions
    assert len(every) > 15
    assert [event.day for event in every] == sorted(event.day for event in every)
    for event in every:
        assert event.kind in KINDS
        assert event.question in asked
        assert not asked[event.question].confidential
    assert "movant.birth_date" not in {event.question for event in every}


# ---- the bar


def test_the_stretches_of_the_bar_make_the_full_term() -> None:
    found = bar(SENTENCE | CREDITS)
    days = {stretch.kind: stretch.days for stretch in found.stretches}
    assert found.term_days == 5479 == sum(days.values())
    assert days == {SERVED: 4128, LEFT: 5479 - 4128 - 120 - 756, EARNED: 120, GOOD_CONDUCT: 756}
    assert list(days) == [SERVED, LEFT, EARNED, GOOD_CONDUCT]
    assert found.says(found.stretches[0]) == "Served, in custody: 4,128 days, 75.3 percent of the full term"
    assert found.lines[0] == "75.3 percent of the full term of 5,479 days."
    assert "With the earned time credits as well: March 9, 2028." in found.lines
    assert any(line.startswith("Good conduct time at 54 days a year") for line in found.working)


def test_credits_that_may_not_be_applied_stand_in_no_stretch() -> None:
    kinds = {stretch.kind for stretch in bar(SENTENCE | CREDITS | {"custody.pattern": "high"}).stretches}
    assert kinds == {SERVED, LEFT, GOOD_CONDUCT}


def test_days_that_are_served_are_not_credited_again() -> None:
    late = bar(SENTENCE | CREDITS, date(2029, 1, 1))
    days = {stretch.kind: stretch.days for stretch in late.stretches}
    assert LEFT not in days
    assert sum(days.values()) == late.term_days
    over = bar(SENTENCE, date(2031, 1, 1))
    assert [(stretch.kind, over.share(stretch)) for stretch in over.stretches] == [(SERVED, 1.0)]


def test_a_life_sentence_has_no_full_term_and_an_unknown_one_no_bar() -> None:
    life = bar({"sentence.life": True, "custody.since": "2016-03-15"})
    assert life.term_days is None
    assert life.says(life.stretches[0]) == "Served, in custody: 3,903 days"
    assert sentence_bar(facts({"sentence.months": 120})) is None
