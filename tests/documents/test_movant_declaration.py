"""The movant's declaration: what the movant says, in the first person, and nothing that nobody said."""

from __future__ import annotations

from typing import Any

import pytest
from drafted import applies, told
from every_answer import answer

from drafter.practice.registry import QUESTIONS

MOVANT: dict[str, Any] = {"movant.name": "Jordan A. Doe", "movant.pronouns": "she"}
OWN_WORDS = {
    "declaration.acceptance": "The offense",
    "declaration.history": "My history",
    "declaration.health": "My health",
    "declaration.discipline": "My conduct in custody",
    "declaration.plan": "My plan",
}


def declaration(**answers: Any) -> str:  # noqa: ANN401 - raw answers of any kind
    return told(
        "movant_declaration", MOVANT | {key.replace("__", "."): value for key, value in answers.items()}
    )


def test_every_case_has_one() -> None:
    assert applies("movant_declaration", {})


@pytest.mark.parametrize("question", OWN_WORDS)
def test_own_words_print_under_their_heading_without_a_record_cite(question: str) -> None:
    raw = MOVANT | {
        "b1A.asserted": True,
        "conduct.incidents_any": True,
        question: answer(question, "I say this.\nAnd this.", "Ex. M at 1"),
    }
    body = told("movant_declaration", raw)
    section = body[body.index(OWN_WORDS[question]) :]
    assert "I say this." in section
    assert "And this." in section
    assert "Ex. M" not in body


def test_what_the_movant_has_not_said_leaves_no_heading() -> None:
    body = declaration()
    for heading in ("The offense", "My history", "My health"):
        assert heading not in body
    assert "1. I am Jordan A. Doe, the defendant in this case, Register Number [register number]." in body
    assert "in support of my motion for a reduction in sentence under 18 U.S.C. § 3582(c)(1)(A)" in body


def test_what_others_say_of_the_movant_is_not_put_into_his_or_her_mouth() -> None:
    body = declaration(
        conduct__acceptance="Ms. Doe takes responsibility.",
        conduct__explanation="Ms. Doe was young.",
        conduct__incidents_any=True,
        plan__support="Ms. Doe has savings.",
        factors__remorse="She is sorry.",
    )
    for words in ("takes responsibility", "was young", "savings", "sorry"):
        assert words not in body


@pytest.mark.parametrize(
    ("known", "said"),
    [
        (True, "The discipline record shows these incident reports against me:"),
        (False, "The discipline record shows no incident report against me."),
        (None, "The discipline record: [whether there are incident reports]."),
    ],
)
def test_the_discipline_record_is_told_as_it_is(known: bool | None, said: str) -> None:
    assert said in declaration(conduct__incidents_any=known)


def test_health_is_told_only_where_health_is_pleaded() -> None:
    assert "I am ill." not in declaration(declaration__health="I am ill.", b3C__asserted=True)
    assert "I am ill." in declaration(declaration__health="I am ill.", b2__asserted=True)


def test_the_plan_is_that_of_the_case_and_the_home_prints_by_city_and_state() -> None:
    body = declaration(
        plan__address="12 Oak Street, Charlotte, NC 28202",
        plan__household=[{"name": "Rosa Roe", "relation": "aunt", "consents": True}],
        plan__transport="by bus on the day of release",
        plan__district="the Western District of North Carolina",
    )
    assert "I will live in Charlotte, NC, with Rosa Roe (aunt)." in body
    assert "I will travel there by bus on the day of release." in body
    assert "Oak Street" not in body


def test_the_reminder_to_review_is_in_the_help_and_never_in_the_paper() -> None:
    for question in ("declaration.acceptance", "declaration.history", "declaration.discipline"):
        assert "§ 2255" in QUESTIONS[question].help
        assert "counsel weighs" in QUESTIONS[question].help
    body = declaration(declaration__acceptance="I did it.")
    assert "2255" not in body
    assert "counsel weighs" not in body


def test_it_ends_with_the_words_of_the_statute_unsigned_and_undated() -> None:
    end = declaration()[-400:]
    assert (
        "I declare under penalty of perjury that the foregoing is true and correct. Executed on ____" in end
    )
    assert end.rstrip().endswith("Jordan A. Doe\nRegister Number [register number]")
