"""The request to the warden: whose voice, which grounds, the plan that the regulation asks for."""

from __future__ import annotations

import re
from typing import Any

import pytest
from drafted import applies, document, told
from every_answer import TODAY, VARIANTS, around_citations, facts, plain, sample_answers, texts

from drafter.practice.documents.motion import MOTION
from drafter.practice.documents.sections import Section
from drafter.practice.documents.warden_request import WARDEN_REQUEST

NAMED: dict[str, Any] = {
    "movant.name": "Jordan A. Doe",
    "movant.pronouns": "she",
    "movant.facility": "FCI Exampleton",
    "counsel.status": "pro_bono",
    "counsel.name": "Ann Lee",
}


def request(**answers: Any) -> str:  # noqa: ANN401 - raw answers of any kind
    return told("warden_request", NAMED | {key.replace("__", "."): value for key, value in answers.items()})


@pytest.mark.parametrize(
    ("answers", "needed"),
    [
        ({}, True),
        ({"warden.sent": False}, True),
        ({"warden.sent": True}, True),
        ({"warden.sent": True, "warden.received_on": None}, True),
        ({"warden.sent": True, "warden.received_on": "2026-07-06"}, False),
        (
            {
                "warden.sent": True,
                "warden.received_on": "2026-07-06",
                "prior.any": True,
                "prior.renewed": True,
            },
            True,
        ),
        (
            {
                "warden.sent": True,
                "warden.received_on": "2026-07-06",
                "prior.any": True,
                "prior.renewed": True,
                "prior.denied_on": "2026-05-11",
            },
            False,
        ),
    ],
)
def test_it_is_needed_until_one_is_received_and_again_for_a_renewed_motion(
    answers: dict[str, Any], needed: bool
) -> None:
    assert applies("warden_request", answers) is needed


@pytest.mark.parametrize(
    ("answers", "opening"),
    [
        ({}, "I represent Jordan A. Doe"),
        ({"counsel.status": None}, "I represent Jordan A. Doe"),
        ({"counsel.status": "pro_se"}, "I am confined at FCI Exampleton."),
        ({"request.voice": "movant"}, "I am confined at FCI Exampleton."),
        ({"counsel.status": "pro_se", "request.voice": "family"}, "I am [what that person is to the movant]"),
        ({"request.voice": "family", "request.writer_relation": "the sister"}, "I am the sister of Jordan"),
        ({"warden.sent": True, "warden.sent_by": "movant"}, "I am confined at FCI Exampleton."),
        ({"warden.sent": True, "warden.sent_by": "counsel"}, "I represent Jordan A. Doe"),
        (
            {"warden.sent": True, "warden.sent_by": "other", "request.writer_relation": "a friend"},
            "I am a friend of",
        ),
    ],
)
def test_it_speaks_for_who_sent_it_else_for_who_will_else_for_who_files(
    answers: dict[str, Any], opening: str
) -> None:
    body = told("warden_request", NAMED | answers)
    openings = re.findall(r"^(?:I represent|I am) .*$", body, re.MULTILINE)
    assert len(openings) == 1
    assert openings[0].startswith(opening)


def test_the_movant_speaks_in_the_first_person_and_anyone_else_in_the_third() -> None:
    own, for_her = request(request__voice="movant"), request()
    assert "to reduce my term of imprisonment" in own
    assert "which speaks of me as Ms. Doe" in own
    assert "send me the response" in own
    assert "her behalf" not in own
    assert "On her behalf I ask" in for_her
    assert "send both Ms. Doe and me the response" in for_her
    assert "TRULINCS" in own
    assert "TRULINCS" not in for_her


def test_what_is_asked_is_that_the_bureau_move_and_the_regulation_is_named() -> None:
    body = request(relief__kind="months", relief__months=120)
    assert (
        "I ask that the Bureau of Prisons move the sentencing court under 18 U.S.C. § 3582(c)(1)(A)" in body
    )
    assert "to reduce her term of imprisonment to 120 months" in body
    for cite in ("28 C.F.R. § 571.61(a)", "§ 571.61(a)(1)", "§ 571.61(a)(2)", "§ 571.61(b)", "§ 571.63(a)"):
        assert cite in body
    assert "after the lapse of 30 days from the receipt of this request by the warden" in body


@pytest.mark.parametrize("raw", [sample_answers("complete"), sample_answers("vailes"), *VARIANTS])
def test_request_and_motion_plead_the_same_grounds_in_the_same_words(raw: dict[str, Any]) -> None:
    case = facts(raw).under_seal()
    ours, theirs = WARDEN_REQUEST.context(case), MOTION.context(case)
    assert [section.fragment for section in ours.grounds] == [section.fragment for section in theirs.grounds]
    said = printed(ours.grounds)
    assert said == printed(theirs.grounds)
    body = told("warden_request", raw)
    for text in said:
        assert text in body


def printed(sections: tuple[Section, ...]) -> list[str]:
    """What the sections print: every text of them but the name of their fragment."""
    found = (text for section in sections for text in texts(section) if text and text != section.fragment)
    return [piece.replace("\u00a0", " ") for text in found for piece in around_citations(text)]


def test_what_the_law_takes_from_the_motion_it_takes_from_the_request() -> None:
    raw = NAMED | {
        "case.district": "ncwd",
        "b5.asserted": True,
        "change.any": True,
        "change.among_reasons": "change",
        "b5.circumstance": "a sentence that is longer than today’s",
    }
    made, motion = document("warden_request").paper(facts(raw)), MOTION.paper(facts(raw))
    assert made.foreclosed == motion.foreclosed
    assert any(problem.stops_final for problem in made.foreclosed)
    assert "longer than today" not in plain(made.context)


def test_a_terminal_illness_brings_the_duties_of_the_bureau_and_nothing_else_does() -> None:
    body = request(b1A__asserted=True)
    for duty in (
        "not later than 72 hours",
        "not later than 7 days",
        "not later than 14 days",
        "§ 3582(d)(2)(A)",
    ):
        assert duty in body
    assert "an end-of-life trajectory. 18 U.S.C. § 3582(d)(1)" in body
    assert "subject to any applicable confidentiality requirements" in body
    for others in ({"b1B__asserted": True}, {"b3C__asserted": True}, {}):
        assert "3582(d)" not in request(**others)


def test_a_ground_of_health_asks_to_expedite_and_where_care_is_given_and_paid() -> None:
    body = request(b1B__asserted=True)
    assert "expedite it at all levels. 28 C.F.R. § 571.62(c)" in body
    assert "[how care will be paid for]" in body
    assert "[medical care after release]" in body
    family = request(b3C__asserted=True)
    assert "571.62" not in family
    assert "paid for" not in family


def test_the_warden_gets_the_whole_address_and_the_court_does_not() -> None:
    raw = NAMED | {"plan.address": "12 Oak Street, Charlotte, NC 28202"}
    assert "12 Oak Street, Charlotte, NC 28202" in told("warden_request", raw)
    assert "12 Oak Street" not in told("motion", raw)


def test_only_exhibits_in_hand_that_the_letter_cites_can_be_enclosed() -> None:
    raw = sample_answers("complete")
    body = told("warden_request", raw)
    assert "☐ Ex. E, Medical records of Jordan Avery Doe" in body
    assert "Ex. A, Request" not in body, "nothing cites it"
    wanted = [{"letter": "E", "title": "Medical records", "status": "need"}]
    assert "☐ Ex." not in told("warden_request", raw | {"exhibits.list": wanted})
    assert "Exhibits in hand" not in request()


def test_it_carries_no_date_of_sending_that_nobody_wrote_on_it() -> None:
    body = told("warden_request", sample_answers("complete"))
    assert "Date: ______________________________" in body
    assert "June 29, 2026" not in body
    assert "RECORD OF SENDING AND RECEIPT" in body


def test_an_empty_case_gives_a_letter_of_brackets() -> None:
    body = told("warden_request", {}, TODAY)
    for blank in (
        "[name of the movant]",
        "[register number]",
        "[facility]",
        "[relief sought]",
        "[name of counsel]",
    ):
        assert blank in body
    assert "[the ground or grounds on which the motion rests]" in body
