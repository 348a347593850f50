"""The rules over the answers: each on the smallest case that breaks it and the nearest that keeps it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

import pytest

from drafter.core.answers import Answer, Answers, Evidence
from drafter.core.flow import Flow, follow
from drafter.core.problem import Problem
from drafter.practice.checks import RULES, Rule
from drafter.practice.checks.blanks_left import blanks_left
from drafter.practice.checks.child_initials import child_initials
from drafter.practice.checks.conviction_doubted import conviction_doubted
from drafter.practice.checks.counts_total import counts_total
from drafter.practice.checks.day_order import ORDERS, Order, day_order
from drafter.practice.checks.discipline_agrees import discipline_agrees
from drafter.practice.checks.exhibits_in_hand import exhibits_in_hand
from drafter.practice.checks.exhibits_listed import exhibits_listed
from drafter.practice.checks.ground_asserted import ground_asserted
from drafter.practice.checks.grounds_requested import grounds_requested
from drafter.practice.checks.movant_age import movant_age
from drafter.practice.checks.plan_requested import plan_requested
from drafter.practice.checks.row_order import ROW_ORDERS, RowOrder, row_order
from drafter.practice.checks.seal_agrees import seal_agrees
from drafter.practice.checks.terms import terms
from drafter.practice.registry import QUESTIONS, SECTIONS


def answered(raw: Mapping[str, object], evidence: Mapping[str, str] | None = None) -> Answers:
    """The answers as the program stores them, read by the questions' own kinds."""
    by_id = {}
    for question, typed in raw.items():
        kind = QUESTIONS[question].kind
        value = kind.parse(typed)
        proof = (Evidence.from_json(evidence[question]),) if evidence and question in evidence else ()
        by_id[question] = Answer(value, kind.dump(value), evidence=proof)
    return Answers(by_id)


def flow(raw: Mapping[str, object], *rules: Rule, evidence: Mapping[str, str] | None = None) -> Flow:
    """The flow of the whole interview over these answers."""
    return follow(SECTIONS, answered(raw, evidence), rules)


class Case(NamedTuple):
    """Answers that break a rule, the nearest answers that keep it, and what the finding says."""

    rule: Rule
    bad: dict[str, object]
    good: dict[str, object]
    at: str
    says: str
    stops: bool = True


BORN = "movant.birth_date"
EDUCATION = "conduct.education"
TERM: dict[str, object] = {"sentence.life": False}
MINOR: dict[str, object] = {"b3A.asserted": True, "b3A.child_kind": "minor"}
PARENT: dict[str, object] = {"warden.sent": True, "b3C.asserted": True}
LOST: dict[str, object] = {"conduct.incidents_any": True, "custody.gct_lost": 27}


def months(imposed: int, asked: int) -> dict[str, object]:
    return TERM | {"sentence.months": imposed, "relief.kind": "months", "relief.months": asked}


def motions(ruled: str) -> dict[str, object]:
    row = {"filed": "2021-09-22", "relief": "time served", "ruling": "denied", "ruled": ruled}
    return {"prior.any": True, "prior.motions": [row]}


def children(initials: str) -> dict[str, object]:
    return MINOR | {"b3A.children": [{"initials": initials}]}


def incidents(*days: int) -> dict[str, object]:
    return LOST | {"conduct.incidents": [{"finding": "fighting", "gct_lost": day} for day in days]}


def clear(since: str) -> dict[str, object]:
    row = {"finding": "fighting", "date": "2019-04-01"}
    return {"conduct.incidents_any": True, "conduct.incidents": [row], "conduct.clear_since": since}


def exhibits(*letters: str, status: str = "have") -> dict[str, object]:
    return {"exhibits.list": [{"letter": letter, "title": "Request", "status": status} for letter in letters]}


def sealed(letter: str) -> dict[str, object]:
    return {"exhibits.list": [{"letter": letter, "title": "Records", "status": "have", "access": "seal"}]}


def relatives(proof: str) -> dict[str, object]:
    row = {"name": "Ann Roe", "relation": "aunt", "why_unavailable": "ill", "proof": proof}
    return {"b3C.asserted": True, "family.relatives": [row]}


def put_to_warden(ground: str) -> dict[str, object]:
    return PARENT | {"warden.grounds": [{"ground": ground}]}


def counts(*terms_and_runs: tuple[str, str]) -> dict[str, object]:
    rows = [
        {"count": "One", "offense": "fraud", "statute": "18 U.S.C. § 1343", "term": term}
        | ({"runs": runs} if runs else {})
        for term, runs in terms_and_runs
    ]
    return TERM | {"sentence.imposed_on": "2020-01-06", "offense.counts": rows}


CASES = {
    "concurrent counts that do not make the total": Case(
        counts_total,
        counts(("120 months", "concurrent"), ("60 months", "concurrent")) | {"sentence.months": 180},
        counts(("120 months", "concurrent"), ("60 months", "concurrent")) | {"sentence.months": 120},
        "sentence.months",
        "The counts add up to 120 months, and the total term is given as 180 months",
    ),
    "a consecutive count that is left out of the total": Case(
        counts_total,
        counts(("10 years", "concurrent"), ("60 months and 15 days", "consecutive"))
        | {"sentence.months": 180},
        counts(("10 years", "concurrent"), ("60 months and 15 days", "consecutive"))
        | {"sentence.months": 180, "sentence.extra_days": 15},
        "sentence.months",
        "Consecutive terms are added: 120 months + 60 months and 15 days = 180 months and 15 days",
    ),
    "a count for life under a total in months": Case(
        counts_total,
        counts(("life", "concurrent"), ("60 months", "concurrent")) | {"sentence.months": 60},
        counts(("life", "concurrent"), ("as the court said", "concurrent")) | {"sentence.months": 60},
        "sentence.months",
        "The counts add up to life",
    ),
    "a total for life over a count in months": Case(
        counts_total,
        counts(("120 months", "concurrent")) | {"sentence.life": True},
        counts(("120 months", "")) | {"sentence.months": 60},
        "sentence.life",
        "the total term is given as life",
    ),
    "a term of today that is longer": Case(
        terms,
        TERM | {"sentence.months": 120, "change.any": True, "change.months_now": 120},
        TERM | {"sentence.months": 120, "change.any": True, "change.months_now": 119},
        "change.months_now",
        "is not shorter than the sentence of 120 months",
        stops=False,
    ),
    "a child at the charge": Case(
        movant_age,
        {BORN: "2005-06-01", "offense.charged_on": "2020-05-31"},
        {BORN: "2005-06-01", "offense.charged_on": "2020-06-01"},
        BORN,
        "date of the charge",
    ),
    "a child at sentencing, the charge unknown": Case(
        movant_age,
        {BORN: "2010-06-01", "sentence.imposed_on": "2020-05-31"},
        {BORN: "1971-06-01", "sentence.imposed_on": "2020-05-31"},
        BORN,
        "date of sentencing",
    ),
    "sentenced before the charge": Case(
        day_order,
        {"offense.charged_on": "2020-03-02", "sentence.imposed_on": "2020-03-01"},
        {"offense.charged_on": "2020-03-02", "sentence.imposed_on": "2021-03-01"},
        "sentence.imposed_on",
        "The date of sentencing (March 1, 2020) lies before the date of the charge (March 2, 2020)",
    ),
    "received before it was sent": Case(
        day_order,
        {"warden.sent": True, "warden.sent_on": "2026-06-04", "warden.received_on": "2026-06-01"},
        {"warden.sent": True, "warden.sent_on": "2026-06-04", "warden.received_on": "2026-06-04"},
        "warden.received_on",
        "date of receipt by the warden",
    ),
    "custody before the sentence": Case(
        day_order,
        {"sentence.imposed_on": "2020-03-01", "custody.since": "2019-03-01"},
        {"sentence.imposed_on": "2020-03-01", "custody.since": "2020-03-01"},
        "custody.since",
        "date on which the sentence began",
        stops=False,
    ),
    "ruled before it was filed": Case(
        row_order,
        motions("2021-09-01"),
        motions("2021-10-01"),
        "prior.motions",
        "In motion 1 the date “Ruled on”",
    ),
    "a term of nothing": Case(
        terms, TERM | {"sentence.months": 0}, TERM | {"sentence.months": 12}, "sentence.months", "0 months"
    ),
    "a term of days only": Case(
        terms,
        TERM | {"sentence.months": 0},
        TERM | {"sentence.months": 0, "sentence.extra_days": 45},
        "sentence.months",
        "0 months",
    ),
    "a reduction to nothing": Case(terms, months(120, 0), months(120, 1), "relief.months", "time served"),
    "no reduction at all": Case(
        terms, months(120, 120), months(120, 119), "relief.months", "nothing would be reduced"
    ),
    "a longer term": Case(terms, months(120, 121), months(120, 60), "relief.months", "121 months"),
    "a ground the warden never saw": Case(
        grounds_requested,
        put_to_warden("b1A"),
        put_to_warden("b3C"),
        "warden.grounds",
        "§ 1B1.13(b)(3)(C) (care of a parent)",
        stops=False,
    ),
    "a request without a plan": Case(
        plan_requested,
        {"warden.sent": True, "warden.plan_included": False},
        {"warden.sent": True, "warden.plan_included": True},
        "warden.plan_included",
        "28 C.F.R. § 571.61(a)(2)",
        stops=False,
    ),
    "a request to write and no plan yet": Case(
        plan_requested,
        {"warden.sent": False, "plan.address": "Charlotte, NC"},
        {"warden.sent": False, "plan.address": "Charlotte, NC", "plan.support": "His sister supports him."},
        "plan.support",
        "supported",
        stops=False,
    ),
    "no ground, exhaustion begun": Case(
        ground_asserted,
        {"warden.sent": True},
        {"warden.sent": True, "b5.asserted": True},
        "b1A.asserted",
        "rehabilitation or time served alone",
    ),
    "no ground, reasons begun": Case(
        ground_asserted,
        {"b3C.asserted": False},
        {"b3C.asserted": False, "change.any": True},
        "b1A.asserted",
        "No ground is asserted",
    ),
    "a leading reason that is not raised": Case(
        ground_asserted,
        {"reasons.lead": "b1A", "b3C.asserted": True},
        {"reasons.lead": "b3C", "b3C.asserted": True},
        "reasons.lead",
        "terminal illness",
    ),
    "doubts about the conviction": Case(
        conviction_doubted,
        {"change.doubts": True},
        {"change.doubts": False},
        "change.doubts",
        "28 U.S.C. § 2255",
        stops=False,
    ),
    "a minor named": Case(child_initials, children("Jamie"), children("J.R."), "b3A.children", "“Jamie”"),
    "a minor named in three letters": Case(
        child_initials, children("Bob"), children("B. R."), "b3A.children", "“Bob”"
    ),
    "a child of unknown age named": Case(
        child_initials,
        {"b3A.asserted": True, "b3A.children": [{"initials": "Jamie Roe"}]},
        {"b3A.asserted": True, "b3A.child_kind": "adult", "b3A.children": [{"initials": "Jamie Roe"}]},
        "b3A.children",
        "Fed. R. Crim. P. 49.1(a)(3)",
    ),
    "good time lost without an incident": Case(
        discipline_agrees,
        {"conduct.incidents_any": False, "custody.gct_lost": 27},
        {"conduct.incidents_any": False, "custody.gct_lost": 0},
        "conduct.incidents_any",
        "27 days",
    ),
    "good time that does not add up": Case(
        discipline_agrees, incidents(13, 13), incidents(13, 14), "conduct.incidents", "26 days", stops=False
    ),
    "an incident after the clear date": Case(
        discipline_agrees, clear("2019-03-31"), clear("2019-04-01"), "conduct.clear_since", "April 1, 2019"
    ),
    "two exhibits of one letter": Case(
        exhibits_listed, exhibits("A", "a "), exhibits("A", "B"), "exhibits.list", "letter A"
    ),
    "a proof that is not listed": Case(
        exhibits_listed,
        exhibits("A") | relatives("declaration, Ex. F at 3"),
        exhibits("A", "F") | relatives("declaration, Ex. F at 3"),
        "exhibits.list",
        "Exhibit F is cited",
    ),
    "an exhibit still needed": Case(
        exhibits_in_hand,
        exhibits("A", status="need"),
        exhibits("A"),
        "exhibits.list",
        "Exhibit A (Request) is still needed",
    ),
    "an exhibit only requested": Case(
        exhibits_in_hand, exhibits("A", status="requested"), exhibits("A"), "exhibits.list", "not in hand"
    ),
    "an exhibit under seal in a filing without seal": Case(
        seal_agrees,
        sealed("B") | {"kit.sealed": False},
        sealed("B") | {"kit.sealed": True},
        "kit.sealed",
        "Exhibit B is marked under seal",
    ),
    "a blank left in a text": Case(
        blanks_left,
        {EDUCATION: "He works.\n[client name] took a course on [date], and [client name] passed."},
        {EDUCATION: "He works.\nMr. Roe took a course on May 4, and Mr. Roe passed."},
        EDUCATION,
        "still has [client name], [date] to be filled in, and a paper would print it so; write",
    ),
    "blanks left in a name": Case(
        blanks_left,
        {"movant.name": {"given": "[first", "family": "name]"}},
        {"movant.name": {"given": "Robin", "family": "Roe"}},
        "movant.name",
        "still has [first name] to be",
    ),
    "blanks left in a row": Case(
        blanks_left,
        relatives("[a], [b], [c], [d], ____"),
        relatives("declaration"),
        "family.relatives",
        "still has [a], [b], [c] and 2 more to be",
    ),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_a_rule_finds_what_is_wrong_and_is_silent_once_it_is_right(case: Case) -> None:
    [found] = flow(case.bad, case.rule).problems
    assert (found.question, found.stops_final) == (case.at, case.stops)
    assert case.says in found.message
    assert_one_plain_sentence(found)
    assert flow(case.good, case.rule).problems == ()


def test_every_rule_has_a_case_and_none_speaks_before_the_first_answer() -> None:
    assert {case.rule for case in CASES.values()} == set(RULES)
    assert flow({}, *RULES).problems == ()


def assert_one_plain_sentence(problem: Problem) -> None:
    assert problem.question in QUESTIONS
    assert problem.message.endswith(".")
    assert "  " not in problem.message
    assert ";" in problem.message or "," in problem.message, "what is wrong, and what to do"


@pytest.mark.parametrize("order", ORDERS, ids=lambda order: f"{order.earlier.id}-{order.later.id}")
def test_two_dates_are_found_a_day_out_of_order_and_left_alone_on_one_day(order: Order) -> None:
    def on(later: date) -> Answers:
        days = {order.earlier.id: date(2026, 5, 28), order.later.id: later}
        return Answers({question: Answer(day, day.isoformat()) for question, day in days.items()})

    [found] = day_order(on(date(2026, 5, 27)))
    assert (found.question, found.stops_final) == (order.later.id, order.stops_final)
    assert_one_plain_sentence(found)
    assert list(day_order(on(date(2026, 5, 28)))) == []


@pytest.mark.parametrize("order", ROW_ORDERS, ids=lambda order: order.question.id)
def test_the_dates_of_a_row_are_found_out_of_order(order: RowOrder) -> None:
    def on(later: date) -> Answers:
        rows: tuple[dict[str, date], ...] = ({}, {order.earlier: date(2026, 5, 28), order.later: later})
        return Answers({order.question.id: Answer(rows, [])})

    [found] = row_order(on(date(2026, 5, 27)))
    assert found.question == order.question.id
    assert " 2 the date" in found.message
    assert_one_plain_sentence(found)
    assert list(row_order(on(date(2026, 5, 28)))) == []


def test_evidence_that_cites_an_unlisted_exhibit_is_found_once() -> None:
    proof = {
        "movant.facility": "Ex. D at 1",
        "movant.register_number": "Ex. d at 2",
        "case.number": "ECF No. 1",
    }
    raw: dict[str, object] = {
        "movant.facility": "FCI Otisville",
        "movant.register_number": "12345-067",
        "case.number": "1:20-cr-1",
    }
    [found] = flow(raw | exhibits("A"), exhibits_listed, evidence=proof).problems
    assert "Exhibit D is cited" in found.message
    assert flow(raw | exhibits("A", "D"), exhibits_listed, evidence=proof).problems == ()
    assert flow(raw, exhibits_listed, evidence=proof).problems == (), "the missing list is reported by itself"


@pytest.mark.parametrize("initials", ["J.R.", "JR", "J R", "J-R", "J. R.", "j.r.", "É.R.", "J"])
def test_initials_are_accepted_however_they_are_set(initials: str) -> None:
    assert flow(children(initials), child_initials).problems == ()


@pytest.mark.parametrize("name", ["Jamie", "J. Roe", "JAMIE", "jr", "J.R., age 9"])
def test_what_is_more_than_initials_is_refused(name: str) -> None:
    assert len(flow(children(name), child_initials).problems) == 1


def test_a_hidden_answer_breaks_no_rule() -> None:
    hidden = {"b3A.asserted": False, "b3A.children": [{"initials": "Jamie"}]}
    assert flow(hidden, child_initials).problems == ()


@pytest.mark.parametrize(
    "text",
    [
        "[name] is ill.",
        "Mr. Roe [he/she] is ill.",
        "The [client’s] mother is ill.",
        "Both [client]s are ill.",
        "On [ ] he fell ill.",
        "In 20[__] he fell ill.",
        "Since [20__] he is ill.",
        "He is ill (Exhibit [letter]).",
        "He is ill [Exhibit letter].",
        "He is ill [citation needed].",
        "[Say here why.]",
        "He is __________ old.",
        "“He is ill,” [name] said.",
        'A 5" scar of [name].',
    ],
)
def test_a_blank_is_told_wherever_it_stands(text: str) -> None:
    assert len(flow({EDUCATION: text}, blanks_left).problems) == 1


@pytest.mark.parametrize(
    "text",
    [
        "[T]he court denied[.]",
        "It was allow[ed], [un]like the other.",
        "He said “the [warden’s] letter” and left.",
        'He said "the [warden\'s] letter" and left.',
        "“The [first] paragraph of a quotation has no closing mark.\n“The [second] has.”",
        "He “admitt [sic] it” [sic] and [Redacted] agreed.",
        "He left [DE 45 at 3], as [Ex. C] and [see Exhibit AB at n.] say.",
        "He left […] and [. . .] and [...] again [emphasis added] [internal quotation marks omitted].",
        "snake_case and __init__ and [ open",
    ],
)
def test_a_bracket_that_is_meant_is_not_told(text: str) -> None:
    assert flow({EDUCATION: text}, blanks_left).problems == ()


@pytest.mark.parametrize("text", ["[The defendant] was ill.", "He [was] ill, and [Mr. Roe’s] wife knew."])
def test_a_bracket_that_may_be_a_change_of_quoted_words_is_told_and_stops_no_final(text: str) -> None:
    [told] = flow({EDUCATION: text}, blanks_left).problems
    assert not told.stops_final
    assert "in brackets, and a paper prints it so" in told.message


@pytest.mark.parametrize("text", ["[name] and [the wife]", "[theory of release]", "____", "[Months]"])
def test_a_bracket_that_is_surely_a_blank_stops_a_final(text: str) -> None:
    [told] = flow({EDUCATION: text}, blanks_left).problems
    assert told.stops_final


def test_a_blank_that_no_paper_prints_is_not_told() -> None:
    unknown = Answers({EDUCATION: Answer(unknown=True, note="ask [the mother]")})
    assert tuple(blanks_left(unknown)) == ()
    [secret] = [one for one in QUESTIONS.values() if one.confidential and one.kind.name == "long_text"][:1]
    assert tuple(blanks_left(answered({secret.id: "[name]"}))) == ()


def test_a_blank_in_an_answer_to_a_field_of_the_firm_is_told() -> None:
    ours = Answers({"own.officer": Answer("[name]", "[name]")})
    assert [one.question for one in blanks_left(ours)] == ["own.officer"]
