"""The reply brief: only the points of the response, in a table or under headings, and the rule on replies."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import docx
import pytest
from drafted import applies, document, drafted, told
from every_answer import TODAY, facts, plain

from drafter.practice.checks.reply_rule import reply_rule
from drafter.practice.documents.reply import Reply

POINTS = [
    {
        "point": "The care is adequate",
        "place": "at 4",
        "answer": "No visit took place.",
        "record": "Ex. E at 9",
    },
    {"point": "She remains dangerous", "answer": "The record is clear since 2018."},
]
RAW: dict[str, Any] = {"reply.points": POINTS, "reply.response": "101", "movant.name": "Jo Doe"}


def reply(raw: dict[str, Any], on: date = TODAY) -> Reply:
    made = document("reply").context(facts(raw, on))
    assert isinstance(made, Reply)
    return made


def test_it_is_made_only_where_there_are_points() -> None:
    assert applies("reply", RAW)
    assert not applies("reply", {})
    assert not applies("reply", {"reply.points": []})
    assert not applies("reply", {"reply.points": None})


def test_each_point_has_its_heading_its_place_its_answer_and_its_record() -> None:
    body = told("reply", RAW)
    assert "# I. The care is adequate\n(ECF No. 101 at 4.) No visit took place. (Ex. E at 9)" in body
    assert "# II. She remains dangerous\nThe record is clear since 2018.\n" in body
    assert body.index("The care is adequate") < body.index("She remains dangerous")


LONG = [{**POINTS[0], "answer": "No visit took place.\n\nNone was planned."}, POINTS[1]]


def test_a_long_answer_keeps_its_paragraphs_and_its_record_follows_the_last() -> None:
    body = told("reply", RAW | {"reply.points": LONG})
    assert (
        "# I. The care is adequate\n(ECF No. 101 at 4.) No visit took place.\n"
        "None was planned. (Ex. E at 9)\n" in body
    )
    opened = docx.Document(io.BytesIO(drafted(document("reply"), RAW | {"reply.points": LONG})))
    shown = [one.text for one in opened.paragraphs if one.text.startswith(("None was", "(ECF"))]
    assert len(shown) == 2, "each is a paragraph of its own, not a line"


def test_in_a_table_the_paragraphs_of_an_answer_are_lines_of_its_cell() -> None:
    made = drafted(document("reply"), RAW | {"reply.points": LONG, "reply.form": "table"})
    (table,) = [
        one for one in docx.Document(io.BytesIO(made)).tables if one.cell(0, 0).text.startswith("Point")
    ]
    assert table.cell(1, 2).text == "No visit took place.\nNone was planned."


def test_many_points_may_stand_in_a_table() -> None:
    body = told("reply", RAW | {"reply.form": "table"})
    assert "| The care is adequate | at 4 | No visit took place. | Ex. E at 9 |" in body
    assert "| She remains dangerous | – | The record is clear since 2018. | – |" in body
    assert "# I." not in body


def test_it_says_that_it_answers_no_other_points_and_tells_no_other_fact_of_the_case() -> None:
    raw = RAW | {"offense.conduct": "Sold a drug.", "plan.support": "Wages.", "conduct.work": "Kitchen."}
    body = told("reply", raw)
    assert "answers the points of the response and no others" in body
    for words in ("Sold a drug", "Wages", "Kitchen"):
        assert words not in body


def test_it_names_the_response_and_brackets_it_while_it_is_not_known() -> None:
    assert "response (ECF No. 101)" in told("reply", RAW)
    assert "response (Doc. 7)" in told("reply", RAW | {"reply.response": "Doc. 7"})
    without = {key: value for key, value in RAW.items() if key != "reply.response"}
    assert "response ([docket number of the response])" in told("reply", without)


def test_a_reply_added_before_there_are_points_asks_for_them() -> None:
    body = told("reply", {})
    assert "[points of the response and their answers]" in body
    assert "[docket number of the response]" in body


def test_the_renewed_motion_is_named_and_who_replies() -> None:
    renewed = RAW | {"prior.any": True, "prior.renewed": True, "counsel.status": "pro_se"}
    assert "RENEWED MOTION FOR A REDUCTION" in told("reply", renewed)
    assert "Jo Doe (“Doe”), without counsel, replies" in told("reply", renewed)
    assert "RENEWED" not in told("reply", RAW)
    assert "through [name of counsel], replies" in told("reply", RAW)


def test_it_is_filed_after_the_motion_on_a_day_of_its_own() -> None:
    made = reply(RAW | {"case.filing_date": "2026-08-12"}, date(2026, 8, 12))
    assert set(made.signature.dated) == {"_"}
    assert "August 12" not in plain(made)


@pytest.mark.parametrize(
    ("district", "words"),
    [
        ("flmd", "needs leave (LR 3.01: no reply without leave), which is not verified; read the rule"),
        ("nyed", "limited in length (L.Civ.R. 7.1: a reply of at most 3,500 words), which is not verified"),
        ("ndd", "No rule on replies was found for the United States District Court for the District of"),
    ],
)
def test_what_was_found_of_the_courts_rule_is_said_and_stops_nothing(district: str, words: str) -> None:
    (problem,) = reply_rule(facts(RAW | {"case.district": district}))
    assert words in problem.message
    assert problem.question == "reply.points"
    assert not problem.stops_final


def test_nothing_is_said_of_replies_without_points_or_without_a_court() -> None:
    assert list(reply_rule(facts({"case.district": "flmd"}))) == []
    assert list(reply_rule(facts(RAW))) == []
