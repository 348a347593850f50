"""The physician's form: the patients of the grounds pleaded, what counsel understands, lines to write on."""

from __future__ import annotations

import io
from typing import Any

import docx
import pytest
from drafted import applies, document, drafted, told
from every_answer import sample_answers

from drafter.practice.grounds import GROUNDS

NEEDS_A_PHYSICIAN = {"b1A", "b1B", "b1C", "b2", "b3B", "b3C", "b3D"}
NAMED: dict[str, Any] = {"movant.name": "Jordan A. Doe", "movant.pronouns": "she"}
TERMINAL = "with an end-of-life trajectory?"
SELF_CARE = "substantially diminish the patient’s ability to provide self-care within the environment"
WITHHELD = "at risk of serious deterioration in health or of death?"
AGING = "because of the aging process?"
INCAPACITY = "Is the patient incapacitated?"


def form(**answers: Any) -> str:  # noqa: ANN401 - raw answers of any kind
    return told(
        "physician_statement", NAMED | {key.replace("__", "."): value for key, value in answers.items()}
    )


@pytest.mark.parametrize("ground", [ground.id for ground in GROUNDS])
def test_it_is_needed_where_a_physician_must_support_the_ground(ground: str) -> None:
    assert applies("physician_statement", {f"{ground}.asserted": True}) is (ground in NEEDS_A_PHYSICIAN)


@pytest.mark.parametrize(
    ("ground", "asked"),
    [
        ("b1A", TERMINAL),
        ("b1B", SELF_CARE),
        ("b1C", WITHHELD),
        ("b2", AGING),
        ("b3B", INCAPACITY),
        ("b3C", INCAPACITY),
    ],
)
def test_each_ground_asks_what_it_must_show_and_no_other_does(ground: str, asked: str) -> None:
    body = form(**{f"{ground}__asserted": True})
    assert asked in body
    for other in {TERMINAL, SELF_CARE, WITHHELD, AGING, INCAPACITY} - {asked}:
        assert other not in body


def test_one_form_for_the_movant_and_one_for_each_relative_each_on_a_new_page() -> None:
    raw = NAMED | {f"{ground}.asserted": True for ground in ("b1A", "b1C", "b3C", "b3D")}
    raw |= {"b3C.parent_name": "Rosa Doe", "b3C.relationship": "mother"}
    body = told("physician_statement", raw)
    assert body.count("STATEMENT OF THE PHYSICIAN") == 3
    assert "| Patient | Jordan A. Doe |" in body
    assert "| Patient | Rosa Doe, mother of Jordan A. Doe |" in body
    opened = docx.Document(io.BytesIO(drafted(document("physician_statement"), raw)))
    assert [paragraph.style.name for paragraph in opened.paragraphs if paragraph.style].count(
        "Page Break"
    ) == 2


def test_a_relative_alone_has_the_first_form() -> None:
    body = form(b3C__asserted=True)
    assert body.count("STATEMENT OF THE PHYSICIAN") == 1
    assert "| Patient | [name of the parent], [relationship to the parent] of Jordan A. Doe |" in body


def test_what_the_file_knows_is_for_the_physician_to_correct() -> None:
    body = told("physician_statement", sample_answers("complete"))
    assert "As counsel understands it:\n• chronic kidney disease, stage 4" in body
    assert "☐ This is correct. ☐ It should read:" in body
    assert "| Vascular access surgery | May 20, 2025 |" in body
    assert "Name: Dr. Lynn Loe" in body
    assert "Name: Dr. Sam Coe" in body
    assert "suffers from" not in body


def test_activities_and_deterioration_are_shown_as_understood() -> None:
    body = form(
        b1B__asserted=True,
        b1B__self_care=[{"activity": "bathing", "limit": "cannot stand"}],
        b2__asserted=True,
        b2__deterioration="He has lost his hearing.",
    )
    assert "| bathing | cannot stand | – |" in body
    assert "• He has lost his hearing." in body


def test_what_nobody_knows_is_a_line_to_write_on_and_no_bracket() -> None:
    body = form(b1A__asserted=True)
    assert "Name: ________" in body
    assert "As counsel understands it" not in body
    assert "[diagnosis]" not in body
    assert body.count("____") > 15


def test_two_physicians_have_a_line_to_choose_and_one_of_two_letters_is_named() -> None:
    raw = {"b1A__asserted": True, "b1A__physician": "Lynn Loe", "b1C__asserted": True}
    assert "Name: Dr. Lynn Loe" in form(**raw, b1C__physician="Lynn Loe")
    assert "Name: Dr. Lynn Loe" in form(**raw)
    assert "Loe" not in form(**raw, b1C__physician="Sam Coe")


def test_it_asks_for_no_identifier_that_a_public_paper_may_not_show() -> None:
    body = form(b1A__asserted=True)
    assert "write no birth date, Social Security number, or home address" in body
    assert "I declare under penalty of perjury that the foregoing is true and correct." in body


def test_added_by_hand_where_no_ground_needs_it_it_is_a_form_on_the_movant() -> None:
    body = told("physician_statement", {})
    assert "| Patient | [name of the movant] |" in body
    assert "6. Self-care" not in body
