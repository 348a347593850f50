"""The questions of the interview, swept as a whole, and the flow through them, case by case."""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

import drafter.practice.grounds
import drafter.practice.questions
from drafter.core.answers import Answer, Answers
from drafter.core.flow import Flow, follow
from drafter.core.kinds import Choice, LongText
from drafter.core.problem import Unreadable
from drafter.core.question import Question
from drafter.core.rows import ListOf
from drafter.practice.grounds import CHANGED_LAW, GROUNDS
from drafter.practice.grounds.ground import Ground
from drafter.practice.grounds.labels import GROUND_CHOICES, LABELS, TITLES
from drafter.practice.questions.wording import AS_BRIEF, AS_LINES, AS_SPOKEN, KEPT
from drafter.practice.registry import QUESTIONS, SECTIONS, interview, questionnaire

DISTRICTS = (("ncwd", "Western District of North Carolina"), ("nyed", "Eastern District of New York"))
ALL = [question for section in SECTIONS for question in section]
KINDS = {"text", "long_text", "date", "yes_no", "choice", "number", "money", "person", "address", "list"}
every_question = pytest.mark.parametrize("question", ALL, ids=lambda question: question.id)
#: Questions of a ground's part that hang on something else than whether the ground is asserted.
_OWN_CONDITION = {
    "b3A.child_incapacity",
    "b3D.bond",
    "change.among_reasons",
    "change.doubts",
    "change.doubts_note",
}
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


def flow(raw: Mapping[str, object]) -> Flow:
    """The flow of the whole interview over these answers, read by the questions' own kinds."""
    by_id = {}
    for question, typed in raw.items():
        kind = QUESTIONS[question].kind
        value = kind.parse(typed)
        by_id[question] = Answer(value, kind.dump(value))
    return follow(SECTIONS, Answers(by_id))


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
    assert len({section.id for section in SECTIONS}) == len(SECTIONS) == 15


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
    assert question.help.endswith((AS_BRIEF, AS_SPOKEN, AS_LINES)) == printed_long
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
    asked = {question.id for question in ALL}
    constants = 0
    for package in (drafter.practice.questions, drafter.practice.grounds):
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            for name, constant in vars(importlib.import_module(module.name)).items():
                if isinstance(constant, Question):
                    constants += 1
                    assert constant.id in asked, f"{module.name}.{name}"
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
    others = {question.id for question in rest} - _OWN_CONDITION
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
    keys |= {"confidential", "plain", "knows", "found_in", "expects"}
    assert all(keys <= set(entry) for entry in entries)
    assert by_id["case.number"]["plain"] == QUESTIONS["case.number"].plain
    assert by_id["case.number"]["found_in"] == "Judgment in a criminal case, caption"
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
