"""The worksheet for a petition for commutation: no form, every doubt told, the facts of the motion."""

from __future__ import annotations

from typing import Any

import pytest
from drafted import applies, document, told
from every_answer import QUESTIONS, VARIANTS, everything, facts, plain, sample_answers, token

from drafter.practice.documents.commutation import Commutation
from drafter.practice.documents.motion import MOTION

WANTED = {"clemency.wanted": True}
UNVERIFIED = {
    "value:clemency.form",
    "value:clemency.office",
    "value:clemency.pending_challenge",
    "authority:cfr28_1_3",
}


def sheet(raw: dict[str, Any]) -> Commutation:
    made = document("commutation").context(facts(raw))
    assert isinstance(made, Commutation)
    return made


@pytest.mark.parametrize(("answer", "made"), [(True, True), (False, False)])
def test_it_is_made_only_where_a_person_asks_for_it(answer: bool, made: bool) -> None:
    assert applies("commutation", {"clemency.wanted": answer}) is made
    assert not applies("commutation", {})


@pytest.mark.parametrize("raw", [{}, WANTED, *VARIANTS])
def test_it_says_on_its_face_that_it_is_not_the_form(raw: dict[str, Any]) -> None:
    first = told("commutation", raw).split("# I.")[0]
    assert "THIS IS A WORKSHEET AND NOT THE OFFICIAL FORM. DO NOT SEND IT." in first
    assert "The form now in use was not read for this sheet" in first


def test_nothing_unverified_is_told_without_its_mark() -> None:
    paper = document("commutation").paper(facts(WANTED))
    assert set(paper.unverified) == UNVERIFIED
    body = told("commutation", WANTED)
    for words in (
        "28 C.F.R. § 1.3 [confirm before filing]",
        "while the sentence is being challenged in court [confirm before filing]",
        "Washington, D.C. 20530 [confirm before filing]",
        "https://www.justice.gov/pardon/apply-commutation [confirm before filing]",
    ):
        assert words in body
    assert "failure to provide it will not prejudice the case.)" in body, "read at the Office’s own page"


def test_a_named_person_takes_the_marks_away() -> None:
    rows = [
        {"item": ref, "confirmed_by": "Ann Lee", "confirmed_on": "2026-11-20", "source": "the page"}
        for ref in UNVERIFIED
    ]
    assert "confirm before filing" not in told("commutation", WANTED | {"confirmations.law": rows})


def test_every_appeal_and_motion_stands_in_one_table_with_its_outcome() -> None:
    raw = WANTED | {
        "case.number": "1:15-cr-1",
        "sentence.proceedings": [
            {"court": "Fourth Circuit", "number": "16-1", "outcome": "affirmed", "decided": "2016-11-22"},
            {"court": "28 U.S.C. § 2255", "number": "1:17-cv-2", "outcome": "denied"},
        ],
        "prior.any": True,
        "prior.motions": [
            {"filed": "2026-04-13", "relief": "time served", "ruling": "denied", "docket": "88"}
        ],
        "order.ruling": "denied",
        "order.dated": "2026-11-02",
    }
    rows = [
        (plain(one.what), plain(one.number), plain(one.outcome), plain(one.decided))
        for one in sheet(raw).challenges
    ]
    assert rows == [
        ("Fourth Circuit", "16-1", "affirmed", "November 22, 2016"),
        ("28 U.S.C. § 2255", "1:17-cv-2", "denied", "–"),
        ("time served", "ECF No. 88", "denied", "–"),
        ("Motion of this case under 18 U.S.C. § 3582(c)(1)(A)", "1:15-cr-1", "denied", "November 2, 2026"),
    ]


@pytest.mark.parametrize(("ruling", "early"), [(None, True), ("denied", False), ("in_part", False)])
def test_it_warns_while_the_court_may_still_rule(ruling: str | None, early: bool) -> None:
    raw = WANTED | ({"order.ruling": ruling} if ruling else {})
    assert (
        "no ruling on the motion for a reduction in sentence is known" in told("commutation", raw)
    ) is early


def test_the_petitioner_writes_the_account_and_what_is_not_asked_has_a_line() -> None:
    lines = {one.asked: one.answer for one in sheet(WANTED).identity}
    assert set(lines["Place of birth"]) == set(lines["Citizenship"]) == {"_"}
    body = told("commutation", everything())
    account = body[body.index("The account of the offense") : body.index("Criminal history")]
    assert account.count("_" * 60) == 8
    assert "The petitioner writes it, whole and in the first person" in account
    assert token("offense.conduct") in account


def test_citizenship_and_every_other_confidential_answer_stay_in_the_case() -> None:
    for raw in VARIANTS:
        said = plain(sheet(raw))
        assert not [one.id for one in QUESTIONS.values() if one.confidential and token(one.id) in said]


def test_the_date_of_birth_and_the_home_print_whole_because_no_court_reads_it() -> None:
    raw = WANTED | {"movant.birth_date": "1971-05-09", "plan.address": "1 Elm Street, Dover, DE 19901"}
    body = told("commutation", raw)
    assert "May 9, 1971" in body
    assert "1 Elm Street" in body
    assert "Elm Street" not in told("motion", raw)


@pytest.mark.parametrize(
    ("relief", "words"),
    [
        ("term", "asks for a shorter term of imprisonment."),
        ("money", "asks for remission of a fine or of restitution."),
        ("both", "imprisonment, and remission of a fine or of restitution."),
        (None, "asks for ____________________."),
    ],
)
def test_the_relief_is_the_one_that_was_chosen(relief: str | None, words: str) -> None:
    chosen = {"clemency.relief": relief} if relief else {}
    asked = WANTED | chosen
    body = told("commutation", asked if relief else {})
    assert words in body


def test_reasons_and_circumstances_are_the_answers_or_lines_to_write_on() -> None:
    with_answers, without = told("commutation", everything()), told("commutation", WANTED)
    for question in ("clemency.reasons", "clemency.exceptional"):
        assert f"{token(question)}second" in with_answers
    assert without.count("_" * 60) == with_answers.count("_" * 60) + 2 + 4


def test_it_tells_the_facts_in_the_words_of_the_motion() -> None:
    raw = sample_answers("complete")
    motion = plain(MOTION.context(facts(raw)))
    made = sheet(raw)
    told_alike = (
        *made.account,
        *made.acceptance,
        made.grounds,
        made.motion_asks,
        *(row.title for row in made.programs),
        *(row.offense for row in made.priors),
        *(row.finding for row in made.incidents),
    )
    for words in told_alike:
        assert plain(words) in motion
