"""The proposed order: the relief asked for filled in, each box left to the judge, the cap with both dates."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from drafted import drafted
from every_answer import LAW, answer, everything, facts, plain, texts

from drafter.core import marks
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.order import ORDER, Order
from drafter.practice.documents.registry import kit_of
from drafter.render.outline import to_text

ON = date(2026, 11, 23)
SENTENCE: dict[str, Any] = {
    "sentence.life": False,
    "sentence.months": answer("sentence.months", 180, "Ex. C at 2"),
    "custody.since": answer("custody.since", "2016-03-15", "Ex. D at 1"),
    "custody.jail_credit": answer("custody.jail_credit", 225, "Ex. D at 2"),
}
CONFIRM = "[confirm before filing]"


def order(raw: dict[str, Any], on: date = ON) -> Order:
    made: Order = ORDER.context(facts(raw, on))
    return made


def body(raw: dict[str, Any], on: date = ON) -> str:
    return re.sub(r"[ \u00a0]+", " ", to_text(drafted(ORDER, raw, on)))


def test_every_case_has_one_also_without_counsel_and_before_anything_is_answered() -> None:
    for raw in ({}, {"counsel.status": "pro_se"}, everything()):
        assert ORDER in kit_of(facts(raw))


def test_time_served_leaves_the_number_of_months_to_the_judge() -> None:
    made = order(SENTENCE | {"relief.kind": "time_served"})
    assert plain(made.asked) == "time served"
    assert made.reduced_to == "____________ months"
    assert plain(made.imposed) == "180 months", "an order carries no record cite of its own for the term"


def test_a_number_of_months_is_filled_in() -> None:
    told = body(SENTENCE | {"relief.kind": "months", "relief.months": 120})
    assert "be reduced to 120 months." in told
    assert "previously imposed, 180 months, is reduced to 120 months." in told


def test_no_box_is_ticked_and_each_choice_of_the_form_has_one() -> None:
    told = body(everything())
    assert not re.search("[☑☒✓✔]", told)
    boxes = [line for line in told.splitlines() if line.startswith("☐")]
    for choice in ("GRANTED", "DEFERRED", "DENIED after", "DENIED WITHOUT PREJUDICE", "Other"):
        assert len([line for line in boxes if line.removeprefix("☐ ").startswith(choice)]) == 1, choice
    for inline in (
        "☐ probation ☐ supervised release",
        ", ☐ the Director",
        "☐ are unchanged ☐ are",
    ):
        assert inline in told


def test_the_order_argues_nothing() -> None:
    raw = everything(relief__kind="months")
    told = body(raw)
    for question in (
        "danger.conditions:purpose",
        "relief.alternative",
        "reasons.combination",
        "factors.history",
    ):
        name, _, column = question.partition(":")
        assert f"Tk{name}{column}".replace(".", "").replace("_", "") not in told, question
    assert not re.search(r"extraordinary|compelling|respectfully|counsel", told, re.IGNORECASE)


@pytest.mark.parametrize(
    ("asked", "days"),
    [({}, "14 days"), ({"relief.stay_days": 7}, "7 days"), ({"relief.stay_days": 0}, "14 days")],
)
def test_the_stay_is_as_long_as_asked_and_never_longer_than_the_form_allows(
    asked: dict[str, Any], days: str
) -> None:
    assert plain(order(asked).stay) == days
    assert body(asked).count(f"for up to {days}") == body(asked).count(f"If more than {days}") == 2
    assert LAW.value("stay.max_days", ON).number == 14


def test_the_address_is_owed_to_probation_and_not_printed() -> None:
    raw = {
        "plan.address": "100 Example Street, Charleston, WV 25301",
        "plan.district": "the District of Alaska",
    }
    told = body(raw)
    assert "probation office in the district of release, the District of Alaska, the complete address" in told
    assert "Example Street" not in told


def test_the_cap_of_a_special_term_is_counted_with_both_dates_and_its_method_is_marked() -> None:
    made = order(SENTENCE | {"relief.special_term": 12})
    assert plain(made.special_term) == "12 months"
    assert plain(made.cap) == "the unserved portion of the original term of imprisonment"
    left = made.unserved
    assert (left.here, left.on, left.full_term) == (True, "November 23, 2026", "August 2, 2030")
    assert (left.term, left.served, left.days) == ("5,479 days", "4,130 days", "1,349 days")
    assert left.length == "44 months and 11 days"
    assert plain(left.cite) == " (Ex. C at 2; Ex. D at 1; Ex. D at 2)"
    assert plain(left.method).endswith(CONFIRM)
    note = body(SENTENCE | {"relief.special_term": 12}).splitlines()[-1]
    assert "from November 23, 2026 to August 2, 2030, is 1,349 days" in note
    assert "counted again to the date of this order" in note


@pytest.mark.parametrize("raw", [{}, {"sentence.life": True, "custody.since": "2010-01-01"}])
def test_a_portion_that_cannot_be_counted_is_not_told(raw: dict[str, Any]) -> None:
    assert not order(raw).unserved.here
    assert "unserved portion, from" not in body(raw)
    assert "may not exceed the unserved portion" in body(raw)


def test_the_conditions_proposed_are_boxes_and_home_detention_is_named_once() -> None:
    rows = [{"condition": "Drug testing", "purpose": "shows a relapse"}]
    asked: dict[str, Any] = {"danger.conditions": rows, "relief.home_detention": 12}
    assert [plain(one) for one in order(asked).conditions] == ["Drug testing", "Home detention for 12 months"]
    named = [*rows, {"condition": "Twelve months of Home Detention", "purpose": "keeps her home"}]
    assert len(order(asked | {"danger.conditions": named}).conditions) == 2
    assert order({"counsel.status": "pro_se"}).has_conditions, "a needed list that is missing is a bracket"


def test_what_was_not_read_of_the_form_is_marked_until_a_named_person_has_compared_it() -> None:
    made = ORDER.paper(facts(SENTENCE, ON))
    assert {"value:order_form.later_boxes", "value:special_term.unserved"} <= set(made.unverified)
    told = body(SENTENCE)
    for box in (
        "DEFERRED",
        "DENIED after",
        "DENIED WITHOUT PREJUDICE",
        "The defendant must give",
        "The defendant must serve",
    ):
        (line,) = [line for line in told.splitlines() if line.removeprefix("☐ ").startswith(box)]
        assert CONFIRM in line, box
    for box in ("GRANTED", "This order is stayed", "A verified residence"):
        (line,) = [line for line in told.splitlines() if line.removeprefix("☐ ").startswith(box)]
        assert CONFIRM not in line, box
    rows = [
        {"item": ref, "confirmed_by": "Ann Lee", "confirmed_on": "2026-11-20", "source": "the form"}
        for ref in made.unverified
    ]
    again = ORDER.paper(facts(SENTENCE | {"confirmations.law": rows}, ON))
    assert again.unverified == ()
    assert not [text for text in texts(again.context) if "confirm before filing" in text]


def test_the_judge_signs_on_an_empty_line() -> None:
    told = body({"case.judge": "Xavier Zoe"}).splitlines()
    place = told.index("Xavier Zoe")
    assert told[place - 1] == "______________________________"
    assert told[place + 1] == "United States District Judge"
    assert "Dated: ____________________" in told
    assert "[name of the judge]" in body({})


def test_the_order_of_a_day_that_has_passed_is_historical() -> None:
    past = Facts(facts({}).answers, LAW, date(2026, 5, 28), ON, questions=facts({}).questions)
    assert ORDER.context(past).flags == ("HISTORICAL: law of May 28, 2026 – not for filing",)


def test_what_prints_is_kept_for_the_preview() -> None:
    made = ORDER.paper(facts(SENTENCE | {"relief.kind": "time_served", "relief.special_term": 12}, ON))
    assert {"sentence.months", "relief.kind", "relief.special_term"} <= set(made.printed)
    assert "case.judge" in made.blanks
    assert marks.PRINTED_ON in made.context.special_term
