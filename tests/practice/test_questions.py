"""The questions of the interview and the rules over their answers: swept as a whole, then case by case."""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import drafter.practice.grounds
import drafter.practice.questions
from drafter.core.answers import Answer, Answers, Evidence
from drafter.core.flow import Flow, follow
from drafter.core.kinds import Choice, LongText
from drafter.core.problem import Problem, Unreadable
from drafter.core.question import Question
from drafter.core.rows import ListOf
from drafter.practice.checks import RULES, Rule
from drafter.practice.checks.child_initials import child_initials
from drafter.practice.checks.conviction_doubted import conviction_doubted
from drafter.practice.checks.day_order import ORDERS, Order, day_order
from drafter.practice.checks.discipline_agrees import discipline_agrees
from drafter.practice.checks.exhibits_in_hand import exhibits_in_hand
from drafter.practice.checks.exhibits_listed import exhibits_listed
from drafter.practice.checks.ground_asserted import ground_asserted
from drafter.practice.checks.grounds_requested import grounds_requested
from drafter.practice.checks.movant_age import movant_age
from drafter.practice.checks.plan_requested import plan_requested
from drafter.practice.checks.row_order import ROW_ORDERS, RowOrder, row_order
from drafter.practice.checks.terms import terms
from drafter.practice.grounds import CHANGED_LAW, GROUNDS
from drafter.practice.grounds.ground import Ground
from drafter.practice.grounds.labels import GROUND_CHOICES, LABELS, TITLES
from drafter.practice.questions.wording import AS_BRIEF, KEPT
from drafter.practice.registry import QUESTIONS, SECTIONS, interview, questionnaire

DISTRICTS = (("ncwd", "Western District of North Carolina"), ("nyed", "Eastern District of New York"))
ALL = [question for section in SECTIONS for question in section]
KINDS = {"text", "long_text", "date", "yes_no", "choice", "number", "money", "person", "address", "list"}
every_question = pytest.mark.parametrize("question", ALL, ids=lambda question: question.id)
every_ground = pytest.mark.parametrize("ground", [*GROUNDS, CHANGED_LAW], ids=lambda ground: ground.id)

#: What a case lacks before anything is answered; everything else waits for an answer or may stay open.
NEEDED_AT_THE_START = """
case.district case.number case.judge
movant.name movant.register_number movant.pronouns movant.facility
counsel.status counsel.name counsel.bar_number counsel.address counsel.phone counsel.email
offense.counts offense.disposition offense.disposition_on offense.conduct offense.criminal_history
offense.offense_level offense.guideline_range
sentence.imposed_on sentence.life sentence.supervised_release
custody.since custody.projected_release custody.detainer
prior.any warden.sent conduct.incidents_any
danger.offense danger.violence danger.character danger.seriousness danger.conditions
factors.offense factors.history factors.since_sentencing factors.seriousness factors.deterrence
factors.disparity
plan.address plan.household plan.firearms plan.support plan.district
victims.identifiable government.conferred government.position
relief.kind exhibits.list service.method service.recipients
"""


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


def shown(raw: Mapping[str, object]) -> set[str]:
    return {question.id for question in flow(raw).shown}


def lacking(raw: Mapping[str, object]) -> set[str]:
    return {missing.question.id for missing in flow(raw).missing}


# ---- what is declared


def contract() -> Iterator[tuple[str, str]]:
    text = (Path(__file__).parent / "question_ids.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            question, _, shape = line.partition(" ")
            yield question, shape


def shape_of(question: Question[Any]) -> str:
    if not isinstance(question.kind, ListOf):
        return question.kind.name
    columns = (
        column.id
        + ("*" if column.required else "")
        + ("" if column.kind.name == "text" else f":{column.kind.name}")
        for column in question.kind.columns
    )
    return " ".join(("list", *columns))


def test_the_interview_holds_exactly_the_listed_questions_with_their_kinds_and_columns() -> None:
    listed = list(contract())
    assert len(dict(listed)) == len(listed) > 250
    assert {question.id: shape_of(question) for question in ALL} == dict(listed)


def test_every_id_is_given_once() -> None:
    assert len(QUESTIONS) == len(ALL)
    assert len({section.id for section in SECTIONS}) == len(SECTIONS) == 14


@every_question
def test_a_question_says_what_to_write_why_and_who_asks_for_it(question: Question[Any]) -> None:
    for text in (question.ask, question.help, question.why, question.source, question.blank):
        assert text.strip() == text
        assert text
        assert "  " not in text
        assert "'" not in text, "the printed apostrophe is ’"
        assert "\n" not in text
    assert question.ask.endswith("?")
    assert question.ask[0].isupper()
    assert question.help.endswith(".")
    assert question.why.endswith(".")
    assert question.blank[-1] not in ".?!"
    assert "[" not in question.blank, "the brackets are printed around it"
    assert re.fullmatch(r"[a-zA-Z0-9]+\.[a-z0-9_]+", question.id)


@every_question
def test_a_long_answer_is_told_how_it_prints_and_a_confidential_one_that_it_does_not(
    question: Question[Any],
) -> None:
    printed_long = isinstance(question.kind, LongText) and not question.confidential
    assert question.help.endswith(AS_BRIEF) == printed_long
    assert question.help.endswith(KEPT) == question.confidential


def test_a_condition_looks_at_earlier_questions_only() -> None:
    earlier: set[str] = set()
    for question in ALL:
        for condition in (question.shown_when, question.needed_when):
            assert condition.questions() <= earlier, question.id
        earlier.add(question.id)


@every_question
def test_a_condition_waits_for_a_value_that_the_answer_can_have(question: Question[Any]) -> None:
    for name, values in compared(question.shown_when.as_json()):
        kind = QUESTIONS[name].kind
        for value in values:
            assert kind.dump(kind.load(value)) == value


def compared(condition: object) -> Iterator[tuple[str, list[Any]]]:
    if isinstance(condition, list):
        for part in condition:
            yield from compared(part)
    elif isinstance(condition, dict) and "is" in condition:
        yield condition["question"], condition["is"]
    elif isinstance(condition, dict):
        for part in condition.values():
            yield from compared(part)


@every_question
def test_kinds_choices_and_columns_are_sound(question: Question[Any]) -> None:
    assert question.kind.name in KINDS
    kinds = [question.kind]
    if isinstance(question.kind, ListOf):
        columns = question.kind.columns
        assert len({column.id for column in columns}) == len(columns) > 1
        assert len({column.label for column in columns}) == len(columns)
        assert any(column.required for column in columns) or not needed_at_once(question)
        assert "list" not in {column.kind.name for column in columns}
        kinds += [column.kind for column in columns]
    for kind in kinds:
        assert kind.name in KINDS
        if isinstance(kind, Choice) and not kind.table:
            words = [word for word, _ in kind.options]
            assert len(set(words)) == len(words) > 1
            assert len({label for _, label in kind.options}) == len(words)


def needed_at_once(question: Question[Any]) -> bool:
    return question.needed_when.holds(Answers())


def test_no_question_of_a_module_is_left_out_of_the_interview() -> None:
    asked = {id(question) for question in ALL}
    constants = 0
    for package in (drafter.practice.questions, drafter.practice.grounds):
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            for name, constant in vars(importlib.import_module(module.name)).items():
                if isinstance(constant, Question):
                    constants += 1
                    assert id(constant) in asked, f"{module.name}.{name}"
                    assert name.isupper()
    assert constants >= len(ALL)


# ---- the grounds


def test_grounds_stand_in_statutory_order_and_every_choice_of_a_ground_comes_from_them() -> None:
    grounds = (*GROUNDS, CHANGED_LAW)
    statutory = ["b1A", "b1B", "b1C", "b1D", "b2", "b3A", "b3B", "b3C", "b3D", "b4", "b5", "ii"]
    assert [ground.id for ground in GROUNDS] == statutory
    assert [ground.id for ground in grounds] == list(LABELS) == list(TITLES)
    assert [word for word, _ in GROUND_CHOICES] == list(LABELS)
    assert dict(GROUND_CHOICES)["b3C"] == "§ 1B1.13(b)(3)(C) – care of a parent"
    lead, put = QUESTIONS["reasons.lead"].kind, QUESTIONS["warden.grounds"].kind
    assert isinstance(lead, Choice)
    assert isinstance(put, ListOf)
    assert lead.options == GROUND_CHOICES
    assert put.columns[0].kind == Choice(GROUND_CHOICES)


@every_ground
def test_a_ground_begins_with_whether_it_is_asserted_and_asks_the_rest_only_then(ground: Ground) -> None:
    first, *rest = ground.part.questions
    assert first is ground.asserted
    assert rest
    others = {question.id for question in rest} - {"change.doubts", "change.doubts_note", "b3D.bond"}
    assert others & shown({}) == set()
    assert others & shown({first.id: False}) == set()
    assert others <= shown({first.id: True})
    assert others & lacking({first.id: True})
    assert ground.label == LABELS[ground.id]
    assert ground.title == TITLES[ground.id]


@pytest.mark.parametrize("ground", ["b1A", "b1B", "b1C", "b1D", "b2"])
def test_a_medical_ground_asks_for_the_record_and_for_care_after_release(ground: str) -> None:
    assert {"medical.conditions", "plan.health_care"} <= lacking({f"{ground}.asserted": True})


@pytest.mark.parametrize("ground", ["b3A", "b3B", "b3C", "b3D"])
def test_a_family_ground_asks_who_else_could_give_the_care(ground: str) -> None:
    missing = lacking({f"{ground}.asserted": True})
    assert {"family.relatives", "family.only_available", "family.safe"} <= missing
    assert "medical.conditions" not in missing


# ---- the flow


def test_at_the_start_only_what_is_needed_is_missing() -> None:
    missing = flow({}).missing
    assert {entry.question.id for entry in missing} == set(NEEDED_AT_THE_START.split())
    assert len(missing) == len(NEEDED_AT_THE_START.split())


def test_an_unknown_lawyer_leaves_blanks_and_a_movant_alone_needs_none() -> None:
    lawyer = {"counsel.name", "counsel.address", "counsel.email"}
    assert lawyer <= lacking({})
    assert lawyer <= lacking({"counsel.status": "cja"})
    alone = {"counsel.status": "pro_se"}
    assert not lawyer & shown(alone)
    assert "counsel.movant_phone" in shown(alone)
    assert "counsel.movant_phone" not in shown({"counsel.status": "cja"})


def test_a_life_term_has_no_months_and_no_release_date_to_find() -> None:
    assert not {"sentence.months", "custody.projected_release"} & lacking({"sentence.life": True})
    assert {"sentence.months", "custody.projected_release"} <= lacking({"sentence.life": False})


def test_what_hangs_on_a_hidden_answer_is_hidden_too() -> None:
    deep = {
        "prior.any": False,
        "prior.renewed": True,
        "prior.pending_appeal": True,
        "prior.appeal_detail": "No. 1",
        "warden.sent": False,
        "warden.response": "denied",
        "warden.responded_on": "2026-01-05",
        "b3D.asserted": False,
        "b3D.relationship": "other",
        "b3D.bond": "He raised her.",
    }
    kept = set(flow(deep).answers)
    assert kept == {"prior.any", "warden.sent", "b3D.asserted"}


def test_a_renewed_motion_must_answer_the_first_order() -> None:
    renewed = {"prior.any": True, "prior.renewed": True}
    assert {"prior.motions", "prior.order_reasons", "prior.not_addressed", "prior.new_facts"} <= lacking(
        renewed
    )


def test_the_governments_waiver_can_be_told_although_nothing_was_sent() -> None:
    assert "warden.waiver_detail" in lacking({"warden.sent": False, "warden.waived": True})


# ---- the registry


def test_the_districts_are_filled_in_from_their_table() -> None:
    unfilled = QUESTIONS["case.district"].kind
    assert unfilled.parse("ncwd") == "ncwd"
    for bad in ("", "two words"):
        with pytest.raises(Unreadable):
            unfilled.parse(bad)
    filled = {
        question.id: question for section in interview({"districts": DISTRICTS}) for question in section
    }
    kind = filled["case.district"].kind
    assert kind.parse("western district of north carolina") == "ncwd"
    with pytest.raises(Unreadable):
        kind.parse("nowhere")
    assert list(filled) == list(QUESTIONS)
    assert filled["case.number"] is QUESTIONS["case.number"]
    with pytest.raises(KeyError):
        interview({})


def test_the_questionnaire_is_plain_json_with_options_and_columns() -> None:
    entries = questionnaire(interview({"districts": DISTRICTS}))
    assert json.loads(json.dumps(entries)) == entries
    assert [entry["id"] for entry in entries] == list(QUESTIONS)
    by_id = {entry["id"]: entry for entry in entries}
    keys = {"id", "section", "kind", "ask", "help", "source", "shown_when", "needed_when", "why", "blank"}
    assert all(keys | {"confidential"} <= set(entry) for entry in entries)
    assert by_id["case.district"]["options"] == [{"value": word, "label": label} for word, label in DISTRICTS]
    assert by_id["b3D.bond"]["shown_when"] == {"question": "b3D.relationship", "is": ["other"]}
    assert by_id["b3D.bond"]["needed_when"] is None
    assert by_id["case.division"]["needed_when"] == {"any": []}
    assert by_id["exhibits.list"]["section"] == "exhibits"
    columns = by_id["exhibits.list"]["columns"]
    assert isinstance(columns, list)
    status = columns[2]
    assert isinstance(status, dict)
    assert status["required"] is True
    assert isinstance(status["options"], list)
    assert {"value": "need", "label": "still needed"} in status["options"]
    assert all(("options" in entry) == (entry["kind"] == "choice") for entry in entries)
    assert all(("columns" in entry) == (entry["kind"] == "list") for entry in entries)


# ---- the rules


class Case(NamedTuple):
    """Answers that break a rule, the nearest answers that keep it, and what the finding says."""

    rule: Rule
    bad: dict[str, object]
    good: dict[str, object]
    at: str
    says: str
    stops: bool = True


BORN = "movant.birth_date"
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


def relatives(proof: str) -> dict[str, object]:
    row = {"name": "Ann Roe", "relation": "aunt", "why_unavailable": "ill", "proof": proof}
    return {"b3C.asserted": True, "family.relatives": [row]}


def put_to_warden(ground: str) -> dict[str, object]:
    return PARENT | {"warden.grounds": [{"ground": ground}]}


CASES = {
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
