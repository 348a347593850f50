"""A mistake in a file of the law is said with the file, the entry and the key."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from drafter.law import Law, LawFileError

Spoilt = Callable[[str, str, str], Law]
VALUES = "law/values.toml"
FORECLOSURES = "treatment/foreclosures.toml"
DECISIONS = "authorities/supreme_court.toml"


def load_all(law: Law) -> None:
    assert law.entries
    assert law.circuits
    assert law.routes


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        (
            VALUES,
            "in_force = {from = 2018-12-21}",
            "in_force = {form = 2018-12-21}",
            ("in_force", "from", "missing"),
        ),
        (VALUES, "{from = 2018-12-21}", '{from = "2018-12-21"}', ("from", "without quotes")),
        (VALUES, "{from = 2018-12-21}", "{from = 2018-12-21, untill = 2020-01-01}", ("untill", "not known")),
        (VALUES, "{from = 2018-12-21}", "{from = 2018-12-21, until = 2018-12-21}", ("ends before",)),
        (VALUES, "in_force = {from = 2018-12-21}", "in_force = 2018-12-21", ("in_force", "span")),
        (VALUES, "value = 30", 'value = "thirty"', ("exhaustion.lapse_days", "value", "whole number")),
        (VALUES, "value = 30", "value = -30", ("value", "not below zero")),
        (VALUES, "value = 30", "value = true", ("value", "whole number")),
        (VALUES, "value = 30\n", "", ("exhaustion.lapse_days", "value", "missing")),
        (VALUES, "verified = true", 'verified = "yes"', ("verified", "true or false")),
        (VALUES, 'confidence = "high"', 'confidence = "certain"', ("confidence", "certain", "allowed are")),
        (VALUES, 'confidence = "high"', 'confidence = "low"', ("verified", "confidence is not high")),
        (VALUES, "checked = 2026-11-21", "", ("checked", "missing")),
        (VALUES, "unit = ", "units = ", ("unit",)),
        (VALUES, "[[value]]", "[[values]]", ("values", "top")),
        (VALUES, "[[value]]", "[[value]", ("not valid TOML",)),
        (VALUES, "[defaults]", "[[defaults]]", ("defaults",)),
        (
            FORECLOSURES,
            'circuits = ["all"]',
            'circuits = "all"',
            ("treatment rutherford", "circuits", "list"),
        ),
        (FORECLOSURES, 'id = "fernandez"', 'id = "rutherford"', ("rutherford", "twice")),
        (FORECLOSURES, 'authority = "rutherford"\n', 'authority = ""\n', ("authority", "not empty")),
        (DECISIONS, 'status = "good"', 'status = "fine"', ("status", "fine")),
        (DECISIONS, 'kind = "decision"', 'kind = "case"', ("kind", "case")),
        ("law/edition.toml", "review_by", "review", ("review",)),
        ("law/edition.toml", "[files]", "[filed]", ("filed",)),
        ("law/edition.toml", "authorities = [", "authority = [", ("authorit",)),
        (VALUES, "verified = true\n", "", ("verified", "missing")),
        ("law/policy_statement.toml", "quote_ok = true\n", "", ("node a", "quote_ok", "missing")),
        ("law/policy_statement.toml", "quote_ok = false", "quote_ok = true", ("quote_ok", "not verified")),
        ("districts/districts.toml", 'id = "almd"', 'id = "akd"', ("akd", "twice")),
        (
            "districts/districts.toml",
            'basis = "statute"',
            'based = "statute"',
            ("almd", "divisions", "basis"),
        ),
    ],
)
def test_a_mistake_names_file_and_key(
    spoilt: Spoilt, file: str, old: str, new: str, words: tuple[str, ...]
) -> None:
    with pytest.raises(LawFileError) as caught:
        load_all(spoilt(file, old, new))
    said = str(caught.value)
    assert said.startswith((file, file.split("/", maxsplit=1)[0]))
    assert said.endswith(".")
    assert "\n" not in said
    for word in words:
        assert word in said


def test_a_table_that_should_be_a_list_of_tables_is_said() -> None:
    law = Law(lambda _: '[value]\nid = "x"\n')
    with pytest.raises(LawFileError, match=r"law/values\.toml.*“value” must be a list of tables"):
        _ = law.values


def test_a_file_without_its_table_is_empty_and_no_mistake() -> None:
    assert Law(lambda _: "").values == ()


def test_an_edition_without_its_files_is_said() -> None:
    with pytest.raises(LawFileError, match=r"law/edition\.toml.*“files” is missing"):
        _ = Law(lambda _: "").edition


def test_a_missing_file_is_said() -> None:
    def read(name: str) -> str:
        raise FileNotFoundError(2, "No such file", name)

    with pytest.raises(LawFileError, match=r"circuits\.toml.*cannot be read"):
        _ = Law(read).circuits


def test_nothing_is_read_before_it_is_asked_for_and_then_only_once() -> None:
    asked: list[str] = []

    def read(name: str) -> str:
        asked.append(name)
        return '[[route]]\nid = "x"\nname = "y"\nsays = "z"\n'

    law = Law(read)
    assert asked == []
    assert law.route("x").name == "y"
    assert law.route("x").says == "z"
    assert asked == [FORECLOSURES]
