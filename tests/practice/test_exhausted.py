"""A motion that is filed too early, or without a request, can never be final."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from drafter import paths
from drafter.core.answers import Answer, Answers
from drafter.law import Law
from drafter.practice.checks.exhausted import exhausted
from drafter.practice.checks.possible_term import possible_term
from drafter.practice.documents.facts import Facts
from drafter.practice.registry import QUESTIONS

LAW = Law(paths.resource_text)
ON = date(2026, 11, 23)
SENT = {"warden.sent": True, "warden.received_on": date(2026, 11, 2)}


def told(on: date, **answers: Any) -> list[str]:  # noqa: ANN401 - values of many kinds
    known = {key.replace("__", "."): Answer(value, value) for key, value in answers.items()}
    return [problem.question for problem in exhausted(Facts(Answers(known), LAW, on, questions=QUESTIONS))]


@pytest.mark.parametrize(
    ("on", "expected"),
    [(date(2026, 12, 2), ["warden.received_on"]), (date(2026, 12, 3), [])],
)
def test_the_day_after_the_waiting_period_is_the_first(on: date, expected: list[str]) -> None:
    answers = {key.replace(".", "__"): value for key, value in SENT.items()}
    assert told(on, **answers) == expected


def test_no_request_is_told() -> None:
    assert told(ON, warden__sent=False) == ["warden.sent"]


def test_a_waiver_answers_both() -> None:
    assert told(ON, warden__sent=False, warden__waived=True) == []
    assert told(ON, warden__sent=True, warden__received_on=date(2026, 11, 20), warden__waived=True) == []


def test_the_last_appeal_answers_too() -> None:
    row = {"level": "bp11", "filed": None, "answered": date(2026, 11, 1), "outcome": "denied"}
    assert told(ON, warden__sent=True, warden__received_on=date(2026, 11, 20), warden__appeals=(row,)) == []
    assert told(
        ON,
        warden__sent=True,
        warden__received_on=date(2026, 11, 20),
        warden__appeals=({**row, "answered": None},),
    )


def impossible(**answers: Any) -> list[str]:  # noqa: ANN401 - values of many kinds
    known = {key.replace("__", "."): Answer(value, value) for key, value in answers.items()}
    return [found.message for found in possible_term(Facts(Answers(known), LAW, ON, questions=QUESTIONS))]


def test_a_sentence_that_cannot_be_is_told() -> None:
    term = {"custody__since": date(2020, 1, 6), "sentence__life": False, "sentence__months": 24}
    assert impossible(**term) == []
    (told,) = impossible(**term, custody__jail_credit=900)
    assert "jail credit of 900 days" in told
    (told,) = impossible(**term, custody__gct_lost=200)
    assert "200 days of good conduct time lost" in told
    assert impossible(sentence__months=24) == []
