"""The caregiver's declaration: who needs care, who gives it, everyone else, and what would come instead."""

from __future__ import annotations

from typing import Any

import pytest
from drafted import applies, told

from drafter.practice.grounds import FAMILY_GROUNDS, GROUNDS

FAMILY = [ground.id for ground in FAMILY_GROUNDS]
MOTHER: dict[str, Any] = {
    "movant.name": "Jordan A. Doe",
    "movant.pronouns": "she",
    "b3C.asserted": True,
    "b3C.parent_name": "Rosa Doe",
    "b3C.relationship": "mother",
    "caregiver.declarant": "Ada Roe",
    "caregiver.relation": "a neighbor",
    "family.care_needed": "She must be lifted.",
    "family.present_carer": "No one does it now.",
    "family.relatives": [
        {"name": "Carl Doe", "relation": "uncle", "why_unavailable": "is ill", "proof": "Ex. H at 2"}
    ],
}


def declaration(**answers: Any) -> str:  # noqa: ANN401 - raw answers of any kind
    return told(
        "caregiver_declaration", MOTHER | {key.replace("__", "."): value for key, value in answers.items()}
    )


@pytest.mark.parametrize("ground", [ground.id for ground in GROUNDS])
def test_it_is_needed_for_a_ground_of_family_and_for_no_other(ground: str) -> None:
    assert applies("caregiver_declaration", {f"{ground}.asserted": True}) is (ground in FAMILY)


def test_the_declarant_names_the_person_and_what_is_needed() -> None:
    body = declaration()
    assert "1. I am Ada Roe, a neighbor." in body
    assert "Rosa Doe is Ms. Doe’s mother." in body
    assert "She must be lifted." in body
    assert "No one does it now." in body
    assert "| Carl Doe | uncle | – | is ill | Ex. H at 2 |" in body
    assert "or have been told and believe" in body, "nobody knows all that of every relative"


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        (
            {"b3B.asserted": True, "b3B.partner_name": "Max Roe", "b3B.relationship": "partner"},
            "Max Roe is Ms. Doe’s registered partner.",
        ),
        (
            {"b3D.asserted": True, "b3D.relative_name": "Leo Doe", "b3D.kin_word": "brother"},
            "Leo Doe is Ms. Doe’s brother.",
        ),
        ({"b3A.asserted": True, "b3A.children": [{"initials": "K.D.", "age": 9}]}, "| K.D. | 9 | – |"),
        (
            {"b3D.asserted": True},
            "[name of the family member] is Ms. Doe’s [brother, sister, grandmother …].",
        ),
    ],
)
def test_every_relative_of_a_ground_is_named(answers: dict[str, Any], said: str) -> None:
    body = told("caregiver_declaration", {**MOTHER, "b3C.asserted": False, **answers})
    assert said in body
    assert "Rosa Doe" not in body


def test_the_day_the_money_and_the_alternatives_are_told_where_somebody_told_them() -> None:
    told_all = declaration(
        caregiver__day=[{"time": "6 a.m.", "need": "wash", "now": "I do"}],
        caregiver__finances="I pay her rent.",
        caregiver__alternatives="A home costs $300 a day.",
    )
    assert "| 6 a.m. | wash | I do |" in told_all
    assert "The money there is for care" in told_all
    assert "A home costs $300 a day." in told_all
    untold = declaration()
    for words in ("A day of care", "The money there is", "What the alternatives"):
        assert words not in untold


def test_who_declares_is_a_bracket_until_somebody_is_found() -> None:
    body = told("caregiver_declaration", {"b3C.asserted": True})
    assert "I am [name of the person who declares], [what that person is to the family]." in body


def test_it_does_not_argue_that_the_movant_is_the_only_one() -> None:
    body = declaration(
        family__only_available="She is the only available caregiver.", family__safe="She is safe."
    )
    assert "only available" not in body
    assert "She is safe" not in body
