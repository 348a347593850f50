"""Every question has its twin in plain words, who knows the answer, and the paper in which it stands."""

from __future__ import annotations

import re
from typing import Any

import pytest

from drafter.core.question import Question
from drafter.practice.guidance import GUIDES
from drafter.practice.guidance.about import about
from drafter.practice.guidance.guide import FOR_THE_LAWYER
from drafter.practice.guidance.telling import paragraphs
from drafter.practice.registry import QUESTIONS

ALL = list(QUESTIONS.values())
every_question = pytest.mark.parametrize("question", ALL, ids=lambda question: question.id)
#: Words of the trade that a client cannot be expected to know.
_OF_THE_TRADE = re.compile(
    r"\b(movant|herein|pursuant|exhaust\w*|statut\w+|jurisdiction|adjudicat\w+|custodian|incapacitat\w+"
    r"|extraordinary|compelling|mitigat\w+|recidivism|docket|caption|relief|policy statement)\b",
    re.IGNORECASE,
)
_HARDEST = 8.0


def syllables(word: str) -> int:
    """About how many syllables a word has: its groups of vowels, without a silent e at the end."""
    letters = re.sub(r"[^a-z]", "", word.lower())
    groups = len(re.findall(r"[aeiouy]+", letters))
    silent = letters.endswith("e") and not letters.endswith(("le", "ee"))
    return max(1, groups - (silent and groups > 1))


def grade(text: str) -> float:
    """The Flesch–Kincaid grade of a text: the year of school in which it can be read."""
    sentences = [part for part in re.split(r"[.?!]+", text) if part.strip()]
    words = re.findall(r"[\w’'-]+", text)
    return 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def test_the_grade_tells_hard_texts_from_easy_ones() -> None:
    hard = "Administrative exhaustion necessitates documentary corroboration of institutional receipt."
    assert grade(hard) > 15 > _HARDEST > grade("When did you ask the warden? What did the warden say?")


def test_no_guide_is_without_its_question() -> None:
    assert set(GUIDES) == set(QUESTIONS)


@every_question
def test_the_plain_twin_can_be_read_by_a_client(question: Question[Any]) -> None:
    assert grade(question.plain) <= _HARDEST, grade(question.plain)
    assert not _OF_THE_TRADE.search(question.plain)
    assert (
        question.plain == FOR_THE_LAWYER
        or "?" in question.plain
        or question.plain.startswith(("In your own words", "Tell"))
    )
    assert question.plain != question.ask


@every_question
def test_each_text_of_the_guide_is_clean(question: Question[Any]) -> None:
    for text in (question.plain, question.knows, question.found_in, question.expects):
        assert text.strip() == text
        assert "  " not in text
        assert "'" not in text, "the printed apostrophe is ’"
        assert "\n" not in text
    for text in (question.plain, question.knows, question.found_in):
        assert text
        assert text[0].isupper()
    assert question.plain[-1] in ".?"
    assert question.knows[-1] not in ".?;"


@every_question
def test_what_is_expected_is_a_prompt_and_no_statement_of_law(question: Question[Any]) -> None:
    if question.expects:
        assert question.expects.startswith(("The government ", "The reasons that it gave"))
        assert question.expects.endswith(".")
        assert not re.search(r"\bF\.[234]d|U\.S\. \d|\bv\. ", question.expects)


def test_where_the_government_argues_most_there_are_prompts() -> None:
    for name in ("warden.received_on", "conduct.incidents", "family.relatives", "danger.offense"):
        assert QUESTIONS[name].expects
    assert sum(bool(question.expects) for question in ALL) > 100


def test_what_is_told_about_a_question_leaves_out_what_it_does_not_have() -> None:
    number, received = QUESTIONS["case.number"], QUESTIONS["warden.received_on"]
    assert dict(about(number))["To expect"] == ""
    heading, *told = [one.text for one in paragraphs(number)]
    assert heading == "About the question"
    assert [line.partition(": ")[0] for line in told[1:]] == [
        *("To the client", "Who knows", "In the papers", "Source")
    ]
    assert any(one.text.startswith("To expect: The government") for one in paragraphs(received))
