"""Every kind of answer reads back what it shows and what it stores, and tells what it cannot read."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.core.kinds import (
    Address,
    Choice,
    Date,
    Kind,
    LongText,
    Money,
    Number,
    Person,
    PersonName,
    PostalAddress,
    Text,
    YesNo,
    is_blank,
)
from drafter.core.marks import cleaned
from drafter.core.problem import Unreadable
from drafter.core.rows import Column, ListOf

COLOURS = Choice((("red", "Bright red"), ("blue", "Blue")))
PROGRAMS = ListOf(
    "program",
    (
        Column("title", "Title", Text(), required=True),
        Column("hours", "Hours", Number("hours")),
        Column("on", "Date", Date()),
    ),
)

words = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp", "Cn")), min_size=1
).map(cleaned)
names = words.filter(
    lambda word: (
        word.strip(" .,") and word.rstrip(".").casefold() not in {"jr", "sr", "ii", "iii", "iv", "v", "esq"}
    )
)
VALUES: list[tuple[Kind[Any], st.SearchStrategy[Any]]] = [
    (Text(), words),
    (LongText(), st.lists(words, min_size=1).map("\n".join)),
    (Date(), st.dates(date(1900, 1, 1), date(2150, 12, 31))),
    (YesNo(), st.booleans()),
    (COLOURS, st.sampled_from(["red", "blue"])),
    (Number("months"), st.integers(0, 1_000_000)),
    (Money(), st.integers(0, 10**12)),
]


@pytest.mark.parametrize(("kind", "values"), VALUES, ids=[kind.name for kind, _ in VALUES])
def test_what_is_shown_and_what_is_stored_reads_back(kind: Kind[Any], values: st.SearchStrategy[Any]) -> None:
    """``parse(show(v))`` and ``load(dump(v))`` give ``v`` for every value."""

    @given(values)
    def check(value: Any) -> None:  # noqa: ANN401 - any kind's value
        assert kind.parse(kind.show(value)) == value
        assert kind.load(kind.dump(value)) == value

    check()


@given(st.lists(names, max_size=3), names)
def test_a_name_keeps_every_letter(given_names: list[str], family: str) -> None:
    """A typed name prints as it was typed, and its parts come back from the store."""
    typed = " ".join([*given_names, family])
    value = Person().parse(typed)
    assert value.full == Person().show(value) == typed
    assert Person().load(Person().dump(value)) == value


def test_a_whole_number_is_read_with_its_unit_and_its_commas() -> None:
    """“1,200 months” is what people write."""
    assert [Number("months").parse(typed) for typed in ("1,200 months", "1200 Months.", 1200)] == [1200] * 3
    assert Number().parse("7") == 7


def test_the_parts_of_a_name_and_of_an_address_are_read_as_they_come_from_the_store() -> None:
    """A mapping of parts needs no guessing where one part ends."""
    name = Person().parse({"given": "Mary Ann", "family": "de la Roe"})
    assert Person().show(name) == "Mary Ann de la Roe"
    assert Person().load(Person().dump(name)) == name
    home = PostalAddress("12 Oak St, Apt 4", "Charlotte", "NC", "28202")
    assert Address().load(Address().dump(home)) == home
    assert home.city_state == "Charlotte, NC"


def test_a_day_that_is_read_already_stays() -> None:
    """A TOML file gives days, not texts."""
    assert Date().parse(date(2021, 9, 22)) == date(2021, 9, 22)


def test_a_choice_of_a_table_takes_one_word_until_the_table_is_there() -> None:
    """A court's id can be read before the districts are loaded."""
    district = Choice((), table="districts")
    assert district.parse("ncwd") == "ncwd"
    assert district.show("ncwd") == "ncwd"
    with pytest.raises(Unreadable):
        district.parse("two words")


def test_a_table_is_shown_one_row_to_a_line_without_its_empty_cells() -> None:
    """It is for reading; nobody types a table in one line."""
    rows = PROGRAMS.parse([{"title": "GED", "hours": 120, "on": "2021-09-22"}, {"title": "Welding"}])
    assert PROGRAMS.show(rows) == "GED; 120; September 22, 2021\nWelding"


def test_a_suffix_is_no_family_name() -> None:
    """“Mr. Jr.” would be a howler."""
    assert Person().parse("John Q. Doe, Jr.") == PersonName("John Q.", "Doe", "Jr.")
    assert Person().parse("John Q. Doe") == PersonName("John Q.", "Doe")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (
            "12 Oak St, Apt 4, Charlotte, NC 28202",
            PostalAddress("12 Oak St, Apt 4", "Charlotte", "NC", "28202"),
        ),
        (
            "12 Oak St\nCharlotte, North Carolina 28202-1234",
            PostalAddress("12 Oak St", "Charlotte", "North Carolina", "28202-1234"),
        ),
        ("Charlotte, NC", PostalAddress("", "Charlotte", "NC", "")),
    ],
)
def test_an_address_is_read_as_people_write_it(typed: str, expected: PostalAddress) -> None:
    """The parts are found, and what is shown reads back."""
    value = Address().parse(typed)
    assert value == expected
    assert Address().parse(Address().show(value)) == value


@pytest.mark.parametrize(
    "typed",
    [
        "2021-09-22",
        "9/22/2021",
        "09/22/2021",
        "Sept. 22, 2021",
        "September 22 2021",
        "22 Sep 2021",
        "Sep 22nd, 2021",
        "9/22/21",
        "09.22.21",
        "9-22-'21",
        "2021/9/22",
        "22-Sep-2021",
        "Sept.22, 2021",
        "22nd of September, 2021",
        "the 22nd of September 21",
        "Wednesday, September 22, 2021",
        "Wed. 9/22/2021",
    ],
)
def test_a_day_is_read_as_people_write_it(typed: str) -> None:
    """Every common way of writing a day gives the same day."""
    assert Date().parse(typed) == date(2021, 9, 22)


@pytest.mark.parametrize(
    ("kind", "typed", "told"),
    [
        (Date(), "9/22/45", "could be 1945 or 2045"),
        (Date(), "22/9/2021", "the month comes first here"),
        (Date(), "13/13/2021", "check the day and the month"),
        (Date(), "Thursday, September 22, 2021", "is a Wednesday, not a Thursday"),
        (Date(), "2021-9/22", "not a date"),
        (Date(), "2021-02-30", "no day of the calendar"),
        (Date(), "soon", "not a date"),
        (Date(), "Febtober 3, 2021", "not the name of a month"),
        (Date(), "0021-09-22", "cannot be right"),
        (Date(), 5.5, "write it as text"),
        (YesNo(), "maybe", "yes or no"),
        (COLOURS, "green", "Bright red (red)"),
        (Number("months"), "twelve", "digits only"),
        (Number("days", most=14), "15", "outside 0 to 14"),
        (Money(), "12.345", "not an amount of money"),
        (Address(), "somewhere", "not a whole address"),
        (Address(), {"street": "12 Oak St", "city": "Charlotte"}, "city or the state is missing"),
        (Person(), {"given": "Ann"}, "family name is missing"),
        (PROGRAMS, "GED", "not a list"),
        (PROGRAMS, ["GED"], "Row 1 is not a mapping"),
        (PROGRAMS, [{"title": "GED"}, {"titel": "x"}], "Row 2 has an unknown column “titel”"),
        (
            PROGRAMS,
            [{"title": "GED", "hours": "many", "on": "x"}],
            "Row 1, Hours: “many” is not a whole number",
        ),
    ],
)
def test_what_cannot_be_read_is_told_in_words(kind: Kind[Any], typed: object, told: str) -> None:
    """The message says what was found or what is expected."""
    with pytest.raises(Unreadable, match=told.replace("(", r"\(").replace(")", r"\)")):
        kind.parse(typed)


def test_a_choice_is_read_by_what_stands_beside_the_dash() -> None:
    """A court is known by its abbreviation, a ground by its paragraph."""
    courts = Choice((("ncwd", "W.D.N.C. – United States District Court for the Western District"),))
    assert [courts.parse(typed) for typed in ("w.d.n.c.", "NCWD", *courts.options[0][1].split(" – "))] == [
        "ncwd"
    ] * 4


def test_a_long_list_of_choices_names_only_the_nearest() -> None:
    """Ninety-four courts are no message."""
    courts = Choice(tuple((f"c{number}d", f"District Court {number}") for number in range(94)))
    with pytest.raises(Unreadable) as told:
        courts.parse("district cort 7")
    assert "District Court 7 (c7d)" in str(told.value)
    assert str(told.value).count("(") == 3


def test_a_table_names_every_bad_cell_at_once() -> None:
    """Nobody should have to mend a table one cell at a time."""
    with pytest.raises(Unreadable) as told:
        PROGRAMS.parse([{"title": "GED", "hours": "many"}, {"title": "x", "on": "soon"}])
    assert "Row 1" in str(told.value)
    assert "Row 2" in str(told.value)


def test_empty_rows_of_a_table_are_dropped() -> None:
    """The last, empty row of a typed table is no row."""
    rows = PROGRAMS.parse([{"title": "GED", "hours": "120"}, {"title": " ", "hours": None}, {}])
    assert [dict(row) for row in rows] == [{"title": "GED", "hours": 120, "on": None}]
    assert PROGRAMS.load(PROGRAMS.dump(rows)) == rows


def test_money_is_never_a_fraction() -> None:
    """Cents are exact."""
    assert [Money().parse(text) for text in ("$1,234.5", "10.10", "0.07", 3)] == [123450, 1010, 7, 300]


@given(st.text(st.characters(codec=None)))
def test_cleaned_text_fits_every_file_format(text: str) -> None:
    """What is stored can be written as UTF-8, has no control but tab and line feed, and is stable."""
    once = cleaned(text)
    assert cleaned(once) == once
    assert once.encode("utf-8").decode() == once
    assert all(character in "\t\n" or ord(character) >= 0x20 for character in once)
    assert not any(0xFDD0 <= ord(character) <= 0xFDEF for character in once)


@pytest.mark.parametrize(
    ("raw", "blank"),
    [(None, True), (" \x0b", True), ([{}], True), ({"a": ""}, True), (False, False), (0, False)],
)
def test_blank_is_told_from_no_and_zero(raw: object, blank: bool) -> None:
    """“No” and 0 are answers."""
    assert is_blank(raw) is blank


def test_a_stored_word_is_read_as_itself_although_another_option_is_labelled_so() -> None:
    levels = Choice((("low", "High"), ("high", "Highest")))
    assert [levels.load(levels.dump(word)) for word, _ in levels.options] == ["low", "high"]
    assert levels.parse("HIGHEST") == "high"
