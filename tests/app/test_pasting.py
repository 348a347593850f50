"""Pasted text loses what its source did to it, and nothing else."""

from __future__ import annotations

import re
import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.app.pasting import tidied

KNOWN = {"compassionate", "extraordinary", "sentence", "medication", "resentencing"}

PARAGRAPH = (
    "Mr. Vailes was diagnosed with metastatic cancer in the spring of that year, and the oncologist wrote "
    "that the disease does not respond to treatment. The Bureau did not move him to a medical center for "
    "eleven weeks, although two physicians asked for it, and the scan ordered in May was made in October."
)


def knows(word: str) -> bool:
    return word in KNOWN


def tidy(text: str) -> str:
    return tidied(text, knows)


@pytest.mark.parametrize("width", [55, 66, 72, 80, 95])
def test_a_wrapped_paragraph_becomes_one_line(width: int) -> None:
    assert tidy(textwrap.fill(PARAGRAPH, width, break_on_hyphens=False)) == PARAGRAPH


def test_blank_lines_stay_as_ends_of_paragraphs() -> None:
    pasted = textwrap.fill(PARAGRAPH, 70) + "\n\n\n  \n" + textwrap.fill(PARAGRAPH, 70)
    assert tidy(pasted) == f"{PARAGRAPH}\n\n{PARAGRAPH}"


def test_a_short_line_that_ends_a_sentence_ends_its_paragraph() -> None:
    pasted = textwrap.fill(PARAGRAPH, 84)
    assert len(pasted.splitlines()[-1]) < 60
    assert tidy(f"{pasted}\n{pasted}") == f"{PARAGRAPH}\n{PARAGRAPH}"


def test_windows_line_ends_and_form_feeds_are_line_ends() -> None:
    assert tidy(textwrap.fill(PARAGRAPH, 70).replace("\n", "\r\n")) == PARAGRAPH
    assert tidy("One.\x0cTwo.") == "One.\nTwo."


def test_unseen_characters_go_and_unusual_blanks_become_usual() -> None:
    assert tidy("com\xadpas\xadsion\u200bate\ufeff relief under §\xa03582 on\u202fMay\u20071") == (
        "compassionate relief under § 3582 on May 1"
    )
    assert tidy("the o\ufb03ce \ufb01led a non\u2011movant’s a\ufb03davit") == (
        "the office filed a non-movant’s affidavit"
    )


def test_double_blanks_become_single_but_columns_stay() -> None:
    assert tidy("He  served   time.  He works.") == "He served time. He works."
    assert tidy("Welding\t2019\t  120 hours") == "Welding\t2019\t  120 hours"


def test_blanks_where_the_paste_meets_the_text_around_it_stay() -> None:
    assert tidy(" and the plan ") == " and the plan "
    assert tidy(" " + textwrap.fill(PARAGRAPH, 70) + "\n") == f" {PARAGRAPH}\n"


def lines(*texts: str) -> str:
    return "\n".join(texts)


def test_a_hyphen_at_a_line_end_goes_only_where_the_word_is_known() -> None:
    pasted = lines(
        "The movant asks for a reduction because of the compas-",
        "sionate release statute and because of a long-",
        "term illness for which no treatment is to be had there.",
    ).replace("a long-", "a very lasting and long-")
    assert tidy(pasted) == (
        "The movant asks for a reduction because of the compassionate release statute and because of a very "
        "lasting and long-term illness for which no treatment is to be had there."
    )


def test_a_hyphen_before_a_capital_stays() -> None:
    pasted = lines(
        "The letter that came to the chambers was written by a Smith-",
        "Jones who had known the movant since they were at school there",
        "and who offers him work in the shop that she has in that town.",
    )
    assert "by a Smith-Jones who had known" in tidied(pasted, lambda _word: True)


def test_a_soft_hyphen_at_a_line_end_was_never_part_of_the_word() -> None:
    pasted = lines(
        "The physician wrote that the movant must have his immuno\xad",
        "suppressant every day and that the institution did not give it",
        "to him in the weeks from the first of May to the end of June.",
    )
    assert "his immunosuppressant every day" in tidy(pasted)


ADDRESS = lines("Federal Medical Center Butner", "P.O. Box 1600", "Butner, NC 27509")
LIST = lines(
    "- Welding, 120 hours, completed in the spring of 2019 with the highest mark",
    "- Residential drug abuse program, 500 hours, completed in the fall of 2020",
    "- General educational development, in the winter of 2021 at the first attempt",
)
NUMBERED = lines(
    "1. the movant’s age and the state of his heart, lungs and kidneys at present",
    "2. the share of the sentence that he has served and how he has served it so",
    "3. the plan for his release, the home, the work and the treatment offered him",
)
SENTENCES = lines(
    "He completed the welding course and now teaches it to others in the shop.",
    "He has had no incident report since the autumn of the year before the last.",
    "He has paid the whole of the special assessment and the larger part of the fine.",
)
VERSE = lines("I was in the library when it began,", "and nobody had told us what to do,", "so we stayed.")
TITLES = lines(
    "Certificate of the Vocational Training Program in Welding and Cutting",
    "Certificate of the Residential Drug Abuse Program at the institution",
    "Certificate of the Apprenticeship Program of the Department of Labor",
)
TABLE = lines(
    "2019-04-02\tWelding, the first part of the course\tcompleted in the spring of the year",
    "2020-10-11\tresidential program for drug abuse\tcompleted in the autumn of the year",
)
UNEVEN = lines(
    "the offender’s history and the characteristics that the court found at sentencing here",
    "the kinds of sentences",
    "the guidelines that were in force on the day of the sentence and those that are now so",
)


@pytest.mark.parametrize(
    "text", [ADDRESS, LIST, NUMBERED, SENTENCES, VERSE, TITLES, TABLE, UNEVEN, "One line."]
)
def test_what_may_be_meant_as_lines_keeps_them(text: str) -> None:
    assert tidy(text) == text


def test_a_numbered_paragraph_is_joined_as_the_one_it_is() -> None:
    pasted = textwrap.fill("14. " + PARAGRAPH, 72)
    assert tidy(pasted) == "14. " + PARAGRAPH


def test_an_address_over_a_wrapped_letter_stays_and_the_letter_is_joined() -> None:
    pasted = f"{ADDRESS}\n\nDear Judge:\n\n{textwrap.fill(PARAGRAPH, 72)}"
    assert tidy(pasted) == f"{ADDRESS}\n\nDear Judge:\n\n{PARAGRAPH}"


TEXTS = st.text(st.sampled_from("abcDE .-\n\t\xad\xa0\u200b,;123“’"), max_size=400)


@given(TEXTS)
def test_no_letter_or_digit_is_lost_or_added(text: str) -> None:
    def kept(one: str) -> str:
        return re.sub(r"[^\w,;.“’]", "", one)

    assert kept(tidied(text, lambda _word: True)) == kept(text)


@given(TEXTS)
def test_tidied_text_has_nothing_more_to_tidy_in_its_characters(text: str) -> None:
    once = tidy(text)
    assert not re.search("[\xad\xa0\u200b]", once)
    assert all("  " not in line or "\t" in line for line in once.split("\n"))
    assert "\n\n\n" not in once


@given(st.integers(50, 100), st.lists(st.sampled_from(PARAGRAPH.split()), min_size=40, max_size=80))
def test_the_words_of_a_wrapped_text_stay_in_order(width: int, words: list[str]) -> None:
    assert tidy(textwrap.fill(" ".join(words), width)).split() == words
