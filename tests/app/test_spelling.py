"""What is faulted in a text of such a motion, and what is not."""

from __future__ import annotations

import errno
import os
import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter import paths
from drafter.app.kept_text import KeptText
from drafter.app.library import Library
from drafter.app.my_words import NAME, MyWords
from drafter.app.spelling import (
    LEGAL_WORDS,
    Speller,
    count_words,
    english,
    key,
    law_words,
    listed,
    listed_lines,
    spots,
)
from drafter.errors import BadInputError, OutputError
from drafter.law import Law


@pytest.fixture(scope="module")
def speller() -> Speller:
    legal = listed_lines(paths.resource_text(LEGAL_WORDS))
    return Speller(english(), legal, law_words(Law(paths.resource_text)))


def faulted(speller: Speller, text: str) -> list[str]:
    return [spot.word for spot in spots(text) if not speller.knows(spot.word)]


CLEAN = (
    "Under 18 U.S.C. § 3582(c)(1)(A)(i) and U.S.S.G. § 1B1.13(b)(1)(D)(iii), the movant’s counsel moves.",
    "United States v. Ruvalcaba, 26 F.4th 14, 16–17 (1st Cir. 2022); Fed. R. Crim. P. 49.1(a)(5).",
    "The AUSAs wrote to the BOP; the PSRs and the AUSA’s letter are at ECF No. 41.",
    "Mr. O’Brien didn’t re-offend; the prisoners’ non-movant co-defendants’ long-term self-improvement.",
    "He takes metformin, lisinopril and apixaban for a twenty-two-year-old’s atrial fibrillation.",
    "Arguendo, the nonmovant’s plea of nolo contendere is, supra, not a Daubert matter.",
    "See https://www.bop.gov/inmateloc or write to clerk@ncwd.uscourts.gov, No. 2:15-cr-00999-JAB.",
    "He wrote through CorrLinks from FCI Otisville, then from Butner—and was resentenced in 2019/2020.",
    "The “extraordinary” and ‘compelling’ reasons … (viii) of COVID-19, F3d, 500mg, x and y.",
    "Resentencing to an unserved, nonretroactive, postconviction term: a presentence report’s factfinding.",
)


@pytest.mark.parametrize("text", CLEAN)
def test_the_language_of_a_motion_is_not_faulted(speller: Speller, text: str) -> None:
    assert faulted(speller, text) == []


def test_mistakes_are_faulted_wherever_they_stand(speller: Speller) -> None:
    text = "The goverment’s sentance—definately “wierd”—is a long-tirm THier Recieve (occured)."
    assert faulted(speller, text) == [
        "goverment’s",
        "sentance",
        "definately",
        "wierd",
        "tirm",
        "THier",
        "Recieve",
        "occured",
    ]


def test_a_spot_is_where_its_word_stands() -> None:
    text = "§ 3553(a): the movant’s  re-entry—\n  (“plan”)"
    assert [text[spot.start : spot.end] for spot in spots(text)] == ["the", "movant’s", "re", "entry", "plan"]


def test_accents_and_apostrophes_of_every_kind_are_read(speller: Speller) -> None:
    assert key("José’s") == key("Jose\u0301's") == "josé"
    assert [spot.word for spot in spots("Jose\u0301 wrote")] == ["Jose\u0301", "wrote"]
    assert faulted(speller, "the café of José") == ["José"]


def test_suggestions_put_the_likeliest_first(speller: Speller) -> None:
    assert speller.suggestions("goverment")[0] == "government"
    assert speller.suggestions("Teh")[0] == "The"
    assert speller.suggestions("resentncing") == ("resentencing",)
    assert "a lot" in speller.suggestions("alot")
    assert speller.suggestions("movent’s")[0] == "movant’s"
    assert "don’t" in speller.suggestions("don’tt")
    assert "Butner" in speller.suggestions("Buttner")
    assert speller.suggestions("qqqqqqqqqqqqqqq") == ()


def test_the_words_of_the_case_are_known_and_suggested_first(speller: Speller) -> None:
    case = speller.with_words(listed(["Darnell Vailes", "Dr. Okonkwo-Reyes"]))
    assert faulted(case, "Vailes’s and Darnell’s physician, Dr. Okonkwo") == []
    assert faulted(speller, "Vailes and Okonkwo") == ["Vailes", "Okonkwo"]
    assert case.suggestions("Vales’s")[0] == "Vailes’s"


def test_the_case_s_words_are_read_from_its_short_answers_alone(data_dir: Path) -> None:
    library = Library.open(data_dir)
    session = library.open_case(library.new_sample("complete"))
    session.set_answer("movant.name", "Xaverio Quillfeather, Jr.")
    session.set_answer("conduct.education", "Zzyzxq")
    words = session.own_words()
    assert words["quillfeather"] == "Quillfeather"
    assert "zzyzxq" not in words
    session.set_answer("movant.name", "Ann Doe")
    assert "quillfeather" not in session.own_words()
    library.close()


def test_the_legal_list_says_what_it_is_and_holds_no_word_twice() -> None:
    text = paths.resource_text(LEGAL_WORDS)
    assert text.startswith("# ")
    words = [line for line in text.splitlines() if line and not line.startswith("#")]
    assert len(words) == len(listed_lines(text)) > 700
    assert all(re.fullmatch(r"[A-Za-z]+(?:'[a-z]+)?", word) for word in words)
    assert not {"recieve", "judgmant", "metforman"} & set(listed_lines(text))


def test_the_samples_hold_no_unknown_word_but_invented_names(data_dir: Path, speller: Speller) -> None:
    library = Library.open(data_dir)
    session = library.open_case(library.new_sample("vailes"))
    case = speller.with_words(session.own_words())
    texts = [
        answer.value
        for answer in session.answers.values()
        if isinstance(answer.value, str) and " " in answer.value
    ]
    assert len(texts) > 15
    assert [word for text in texts for word in faulted(case, text)] == []
    library.close()


def test_my_words_are_kept_in_a_file_that_can_be_mended(tmp_path: Path) -> None:
    mine = MyWords(KeptText(tmp_path, NAME))
    assert mine.words() == {}
    for word in ("Quillfeather’s", "buprenex", "BUPRENEX"):
        mine.add(word)
    assert (tmp_path / NAME).read_text(encoding="utf-8") == "Quillfeather\nbuprenex\n"
    (tmp_path / NAME).write_text("\ufeff# mine\nQuillfeather\r\n\nNorvasc", encoding="utf-8")
    mine.add("Tylenol")
    assert sorted(MyWords(KeptText(tmp_path, NAME)).words()) == ["norvasc", "quillfeather", "tylenol"]
    assert "# mine" in (tmp_path / NAME).read_text(encoding="utf-8")


def test_a_list_that_cannot_be_read_is_told_and_never_overwritten(tmp_path: Path) -> None:
    (tmp_path / NAME).write_bytes(b"caf\xe9\n")
    with pytest.raises(BadInputError, match=r"my words\.txt cannot be read .*; save it as plain text"):
        MyWords(KeptText(tmp_path, NAME)).add("word")
    assert (tmp_path / NAME).read_bytes() == b"caf\xe9\n"


def test_a_list_that_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match=r"my words\.txt cannot be written"):
        MyWords(KeptText(tmp_path, NAME)).add("word")
    assert list(tmp_path.iterdir()) == []


def test_words_are_counted_as_word_processors_do() -> None:
    assert count_words("") == 0
    assert count_words("  The movant’s\nre-entry plan — § 3553(a).  ") == 7


TEXTS = st.text(st.sampled_from("abCDé’'- .\n\t1§@/—()“”s"), max_size=120) | st.text(max_size=120)


@given(TEXTS)
def test_every_spot_stands_in_the_text_in_order_and_holds_no_digit_or_blank(text: str) -> None:
    found = spots(text)
    assert all(text[spot.start : spot.end] == spot.word for spot in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert not any(re.search(r"[\s\d§@]", spot.word) for spot in found)


@given(st.text(st.sampled_from("abCDé’'s"), min_size=1, max_size=12))
def test_the_form_that_is_looked_up_is_stable_but_for_one_possessive(word: str) -> None:
    plain = key(word)
    assert plain == plain.lower() == key(word.upper())
    assert plain in {key(f"{plain}’s"), f"{key(plain)}'s"}
    assert "’" not in plain


@given(st.sampled_from(sorted(english().word_frequency.dictionary)))
def test_every_word_of_the_list_is_known_capitalised_possessive_and_in_quotes(word: str) -> None:
    speller = Speller(english())
    assert faulted(speller, f"{word} {word.capitalize()} “{word}” {word}’s".replace("'s’s", "’s")) == []


@given(st.text(st.sampled_from("abcdefgh"), min_size=1, max_size=12))
def test_what_is_suggested_is_known_and_limited(word: str) -> None:
    speller = Speller(english())
    found = speller.suggestions(word)
    assert len(found) <= 7
    assert all(speller.knows(part) for one in found for part in one.split())
