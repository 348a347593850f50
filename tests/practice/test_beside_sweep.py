"""The law beside every question, swept: nothing is missing, misquoted, or told without its doubt."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

import pytest

from drafter import paths
from drafter.core.answers import Answers
from drafter.core.marks import plain
from drafter.law import Law
from drafter.law.model import Node
from drafter.law.passage import Line
from drafter.law.showing import Provenance
from drafter.practice.beside import LawBeside, law_beside
from drafter.practice.beside.areas import AREAS
from drafter.practice.beside.bearing import Bearing
from drafter.practice.beside.names import LOCAL, LOCAL_BY_WORDS, POSITIONS
from drafter.practice.beside.places import places
from drafter.practice.beside.questions import QUESTIONS as OWN
from drafter.practice.beside.source import named
from drafter.practice.beside.telling import Paragraph, Role, telling
from drafter.practice.grounds import CHANGED_LAW, GROUNDS
from drafter.practice.grounds.ground import Ground
from drafter.practice.registry import QUESTIONS

LAW = Law(paths.resource_text)
TODAY = date(2026, 11, 21)
BEFORE_RUTHERFORD, RUTHERFORD = date(2026, 5, 27), date(2026, 5, 28)
IN_2021 = date(2021, 9, 22)
#: Days of both editions of the policy statement, on both sides of the Supreme Court's decisions.
DAYS = (date(2018, 12, 21), IN_2021, date(2023, 11, 1), BEFORE_RUTHERFORD, RUTHERFORD, TODAY)
COURTS = ("ncwd", "nyed", "cand", "dcd", "mied")
every_question = pytest.mark.parametrize("question", QUESTIONS)
every_ground = pytest.mark.parametrize("ground", [*GROUNDS, CHANGED_LAW], ids=lambda ground: ground.id)


def beside(question: str, on: date = TODAY, court: str = "ncwd", answers: Answers | None = None) -> LawBeside:
    circuit = LAW.district(court).circuit if court else ""
    return law_beside(QUESTIONS[question], LAW, on, circuit=circuit, district=court, answers=answers)


def all_told(law: LawBeside) -> tuple[Paragraph, ...]:
    return telling(law, every_decision=True)


def text_of(law: LawBeside) -> str:
    return "\n".join(f"{one.label} {plain(one.text)} {one.link_text}" for one in all_told(law))


def every(kind: type, inside: object) -> Iterator[Any]:
    """Everything of a kind inside the law beside a question, however deep."""
    if isinstance(inside, kind):
        yield inside
    if isinstance(inside, tuple):
        for one in inside:
            yield from every(kind, one)
    elif is_dataclass(inside):
        for field in fields(inside):
            yield from every(kind, getattr(inside, field.name))


def nodes(on: date) -> Iterator[Node]:
    yield from LAW.policy_statement(on).nodes
    for provision in LAW.provisions.values():
        yield from provision.nodes


def quotable_on(on: date) -> set[str]:
    return {node.text for node in nodes(on) if node.quote_ok}


def recalled_on(on: date) -> list[str]:
    return [node.text for node in nodes(on) if not node.quote_ok]


# ---- swept


@every_question
def test_every_question_yields_a_provision_or_what_it_rests_on_instead(question: str) -> None:
    for on in DAYS:
        law = beside(question, on)
        assert law.passages or law.unheld or law.absent or law.basis, on
        law_named = law.passages or law.unheld or law.absent
        assert bool(named(QUESTIONS[question].source).is_law) <= bool(law_named), on
        assert law.why == QUESTIONS[question].why
        assert law.help == QUESTIONS[question].help


@every_question
def test_every_question_can_be_told_in_every_court_and_in_none(question: str) -> None:
    for court in (*COURTS, ""):
        for on in (IN_2021, TODAY):
            law = beside(question, on, court)
            told = all_told(law)
            assert told[0] == Paragraph(Role.TITLE, QUESTIONS[question].ask)
            assert all(one.text or one.link_text for one in told)
            assert json.loads(json.dumps(law.as_json()))["question"] == question


def test_every_district_has_its_circuit_notes() -> None:
    for district in LAW.districts.values():
        law = law_beside(QUESTIONS["warden.sent"], LAW, TODAY, circuit=district.circuit, district=district.id)
        assert len(law.circuit_notes) == 2, district.id


def test_every_source_of_a_question_is_understood() -> None:
    """What is no law, no local rule and no form is one of a few papers: nothing slips through as one."""
    papers = {paper for question in QUESTIONS.values() for paper in named(question.source).papers}
    assert papers == {
        "Caption of the judgment",
        "Circuit law on claim-processing rules",
        "Docket",
        "Judgment",
        "Order on the earlier motion",
        "Plea agreement",
        "Practice",
        "Presentence report",
        "practice",
        "protective orders",
        "state law",
        "statement of reasons",
    }
    cites = {cite for question in QUESTIONS.values() for cite in named(question.source).cites}
    assert cites == {"U.S.S.G. § 1B1.13, comment.", "U.S.S.G. ch. 3, pt. B", "U.S.S.G. ch. 4, pt. A"}


@every_question
def test_every_place_of_a_source_is_shown_or_said_not_to_be_held(question: str) -> None:
    law = beside(question)
    shown = {line.node for passage in law.passages for line in passage.lines}
    cites = {place.cite for place in law.unheld}
    refs = {one.provenance.ref for one in law.unheld if one.provenance}
    for place in named(QUESTIONS[question].source).law:
        held = place.cite in cites or any(node.startswith(place.node) for node in shown)
        known = {f"authority:{one.id}" for one in LAW.authorities.values() if _covers(one.cite, place.cite)}
        assert held or known & refs, place.cite


def _covers(cite: str, place: str) -> bool:
    return any(wide.covers(narrow) for wide in places(cite) for narrow in places(place))


def bearings() -> Iterator[tuple[str, Bearing]]:
    for table in (AREAS, OWN):
        for key, some in table.items():
            yield from ((key, one) for one in some)


def test_every_ref_that_the_bearings_name_exists() -> None:
    newest = LAW.policy_statement(TODAY)
    topics = {topic for one in LAW.authorities.values() if one.kind == "decision" for topic in one.topics}
    tags = {tag for one in LAW.all_treatments for tag in one.forecloses}
    grounds = {ground.id for ground in (*GROUNDS, CHANGED_LAW)}
    values = {value.id for value in LAW.values}
    for key, one in bearings():
        assert all(newest.node(node) for node in one.policy), key
        for text in one.texts:
            provision, _, node = text.partition(":")
            assert not node or LAW.provision(provision).node(node), (key, text)
        assert all(LAW.authority(cite).kind != "decision" for cite in one.cites), key
        assert set(one.topics) <= topics, key
        assert set(one.positions) <= set(POSITIONS), key
        assert set(one.arguments) <= tags | grounds, key
        assert set(one.local) <= set(LOCAL), key
        assert set(one.values) <= values, key
        assert one.when.questions() <= set(QUESTIONS), key


def test_every_bearing_belongs_to_a_question_that_is_asked() -> None:
    assert set(OWN) <= set(QUESTIONS)
    assert set(AREAS) <= {question.partition(".")[0] for question in QUESTIONS}


def test_every_name_of_a_topic_is_one_that_the_tables_know() -> None:
    assert set(POSITIONS) == {topic for topic, _ in LAW.positions}
    known = {rule.topic for rule in LAW.local_rules}
    assert {topic for one in LOCAL.values() for topic in one.topics} == known
    assert set(LOCAL_BY_WORDS.values()) <= {*LOCAL, ""}


@every_ground
def test_every_question_of_a_ground_shows_the_text_of_the_ground(ground: Ground) -> None:
    for question in ground.part.questions:
        for answers in (None, Answers()):
            shown = {
                (passage.whole, line.node)
                for passage in beside(question.id, answers=answers).passages
                for line in passage.lines
            }
            expected = ("text:usc18_3582c1A", "c1Aii") if ground.id == "ii" else ("policy:2023", ground.id)
            assert expected in shown, question.id


@every_question
def test_only_what_may_be_quoted_is_quoted_and_word_for_word(question: str) -> None:
    for on in DAYS:
        law, quotable = beside(question, on), quotable_on(on)
        for line in every(Line, law):
            assert line.quoted == (line.words in quotable), (on, line.node)
        told = text_of(law)
        assert not [text for text in recalled_on(on) if text in told], on
        assert {one.text for one in all_told(law) if one.role is Role.QUOTE} <= quotable


@every_question
def test_nothing_unverified_is_told_without_its_doubt_and_its_ref(question: str) -> None:
    for court in ("ncwd", "mied"):
        for on in (IN_2021, TODAY):
            law = beside(question, on, court)
            told = all_told(law)
            doubted = {one.link_text for one in told if one.role is Role.DOUBT}
            doubtful = {one.ref for one in every(Provenance, law) if one.doubt}
            doubtful |= {line.ref for line in every(Line, law) if line.doubt}
            assert doubtful == doubted - {""}, (court, on)
            assert all("Confirm before filing" in one.text for one in told if one.role is Role.DOUBT)
            verified = [one for one in told if one.text.endswith("Verified")]
            assert not {one.link.partition(":")[2] for one in verified} & set(LAW.unverified())


@every_question
def test_every_link_leads_to_an_entry_of_the_law(question: str) -> None:
    for one in all_told(beside(question)):
        if one.link.startswith("law:"):
            assert LAW.entry(one.link.removeprefix("law:")).ref == one.link.removeprefix("law:")
