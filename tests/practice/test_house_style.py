"""The look of the papers: the house style, what a court changes, what a person decides."""

from __future__ import annotations

from datetime import date

import pytest
from every_answer import LAW, TODAY, facts

from drafter.practice.checks.local_look import local_look
from drafter.practice.documents.house_style import HouseStyle, house_style


def style(**answers: object) -> HouseStyle:
    return house_style(facts({key.replace("__", "."): value for key, value in answers.items()}))


def test_without_a_court_the_house_style_holds() -> None:
    found = style()
    assert (found.font, found.size, found.note_size, found.line_numbers) == ("Times New Roman", 12, 10, False)
    assert found.rule == ""


@pytest.mark.parametrize(
    ("district", "size", "note_size", "line_numbers"),
    [("flmd", 13, 10, False), ("ilnd", 12, 11, False), ("casd", 12, 10, True), ("ncwd", 12, 10, False)],
)
def test_a_court_changes_what_its_rule_names(
    district: str, size: int, note_size: int, line_numbers: bool
) -> None:
    found = style(case__district=district)
    assert (found.size, found.note_size, found.line_numbers) == (size, note_size, line_numbers)


def test_an_answer_decides_before_the_court() -> None:
    found = style(
        case__district="casd", form__size=14, form__line_numbers=False, form__font="Century Schoolbook"
    )
    assert (found.font, found.size, found.line_numbers) == ("Century Schoolbook", 14, False)


def test_an_unverified_rule_is_said_until_a_person_has_decided() -> None:
    (problem,) = local_look(facts({"case.district": "flmd"}))
    assert not problem.stops_final
    assert "Thirteen-point" in problem.message
    assert list(local_look(facts({"case.district": "flmd", "form.size": 13}))) == []
    assert list(local_look(facts({"case.district": "ncwd"}))) == []


def test_every_rule_of_a_court_names_a_known_district_and_the_first_row_has_every_field() -> None:
    first, *others = LAW.all_style_rules
    assert None not in (first.font, first.size, first.note_size, first.line_numbers)
    assert first.district == ""
    assert all(one.district in LAW.districts for one in others)
    assert LAW.style_rules("flmd", "", TODAY)[-1].id == "flmd"
    assert LAW.style_rules("flmd", "", date(2018, 12, 20)) == ()
