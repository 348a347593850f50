"""Words that are spelt or sound alike are found, against the plainest possible reckoning of both."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.core.likeness import Vocabulary, soundex, within

WORDS = st.text("abcdehlmnrstw", min_size=1, max_size=9)
DIGITS = str.maketrans("bfpvcgjkqsxzdtlmnr", "111122222222334556")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("washington", "W252"),
        ("lee", "L000"),
        ("gutierrez", "G362"),
        ("pfister", "P236"),
        ("jackson", "J250"),
        ("tymczak", "T522"),
        ("ashcraft", "A261"),
    ],
)
def test_the_names_of_the_census_have_its_codes(name: str, code: str) -> None:
    """The examples of https://www.archives.gov/research/census/soundex."""
    assert soundex(name).upper() == code


@given(WORDS)
def test_the_code_is_that_of_the_rules_applied_one_after_another(word: str) -> None:
    kept = word[0] + re.sub("[hw]", "", word[1:])
    digits = re.sub(r"(\d)\1+", r"\1", kept.translate(DIGITS))
    code = word[0] + re.sub(r"\D", "", digits[1:])
    assert soundex(word) == code[:4].ljust(4, "0")


def test_a_word_without_a_latin_first_letter_has_no_code() -> None:
    assert soundex("") == soundex("4th") == soundex("łukasz") == ""


def edits_between(one: str, other: str) -> int:
    """The least number of edits, by trying every first one."""

    @cache
    def least(i: int, j: int) -> int:
        if i == len(one) or j == len(other):
            return len(one) - i + len(other) - j
        ways = [least(i + 1, j) + 1, least(i, j + 1) + 1, least(i + 1, j + 1) + (one[i] != other[j])]
        if one[i : i + 2] == other[j : j + 2][::-1] and len(one) - i > 1 and len(other) - j > 1:
            ways.append(least(i + 2, j + 2) + 1)
        return min(ways)

    return least(0, 0)


@given(WORDS, WORDS, st.integers(0, 3))
def test_two_words_are_within_so_many_edits_as_it_takes(one: str, other: str, edits: int) -> None:
    assert within(one, other, edits) == (edits_between(one, other) <= edits)


def slipped(word: str, how: str, at: int, letter: str) -> str:
    """``word`` with one slip of the pen."""
    return {
        "left out": word[:at] + word[at + 1 :],
        "added": word[:at] + letter + word[at:],
        "another": word[:at] + letter + word[at + 1 :],
        "turned": word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
    }[how]


@st.composite
def misspelt(draw: st.DrawFn) -> tuple[str, str]:
    """A word, and the same with as many slips of the pen as may be, not in the same place."""
    word = draw(st.text("abcdeflmnorst", min_size=4, max_size=11))
    places = [1] if len(word) < 8 else [5, 1]
    other = word
    for place in places:
        how = draw(st.sampled_from(("left out", "added", "another", "turned")))
        other = slipped(other, how, place + draw(st.integers(-1, 1)), draw(st.sampled_from("aelnrst")))
    return word, other


@given(misspelt(), st.lists(WORDS, max_size=5))
def test_a_misspelt_word_is_found_among_others(slip: tuple[str, str], others: list[str]) -> None:
    word, other = slip
    found = Vocabulary([*others, other]).like(word)
    assert (other in found) == (other != word)


@given(st.text("abcdeflmnorst", min_size=1, max_size=8), st.lists(WORDS, max_size=40))
def test_what_is_like_a_word_is_spelt_or_sounds_like_it_and_nothing_else_is(
    word: str, words: list[str]
) -> None:
    length = len(word)

    def like(other: str) -> bool:
        apart = edits_between(word, other)
        sounds = soundex(word) == soundex(other) and apart <= (2 if length == 4 else 3)
        return length >= 4 and other != word and (apart <= (2 if length >= 8 else 1) or sounds)

    assert Vocabulary(words).like(word) == {other for other in words if like(other)}


@pytest.mark.parametrize(
    ("asked", "alike", "other"),
    [
        ("smith", ("smyth", "smithe", "smiht"), ("smart", "south", "schmidt")),
        ("meyer", ("maier", "mayer"), ("mercer",)),
        ("johnson", ("johnston", "jonson"), ("jordan",)),
        ("doe", (), ("dow", "roe")),
    ],
)
def test_names_that_are_often_confused_are_alike(
    asked: str, alike: tuple[str, ...], other: tuple[str, ...]
) -> None:
    assert Vocabulary([*alike, *other, asked]).like(asked) == set(alike)
