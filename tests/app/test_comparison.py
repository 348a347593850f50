"""A draft edited by hand is never overwritten, and what differs is told paragraph by paragraph."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.app.comparison import Difference, compared, lines
from drafter.app.library import Library
from drafter.errors import BadInputError

TODAY = date(2026, 11, 25)
PARAGRAPHS = st.lists(st.sampled_from("abcdefgh"), max_size=12)


def told(draft: str, hand: str, program: str) -> list[tuple[str, str, str, str]]:
    found = compared("\n".join(draft), "\n".join(hand), "\n".join(program))
    return [(one.by, "".join(one.draft), "".join(one.hand), "".join(one.program)) for one in found]


def test_each_change_is_told_with_who_made_it() -> None:
    assert told("abcdef", "aBcdef", "abcdeF") == [("hand", "b", "B", "b"), ("program", "f", "f", "F")]
    assert told("abc", "abc", "abc") == []
    assert told("abc", "ac", "abc") == [("hand", "b", "", "b")]
    assert told("abc", "abc", "abxc") == [("program", "", "", "x")]


def test_a_passage_that_both_changed_is_one_to_choose_from() -> None:
    assert told("abc", "aXc", "aYc") == [("both", "b", "X", "Y")]
    assert told("abcd", "aXYd", "abZd") == [("both", "bc", "XY", "bZ")]


@given(PARAGRAPHS, PARAGRAPHS, PARAGRAPHS)
def test_no_paragraph_of_hand_or_program_is_lost(
    draft: list[str], hand: list[str], program: list[str]
) -> None:
    found = compared("\n".join(draft), "\n".join(hand), "\n".join(program))
    for letter in set(hand) - set(draft):
        assert any(letter in one.hand for one in found)
    for letter in set(program) - set(draft):
        assert any(letter in one.program for one in found)
    for letter in set(draft) - set(hand) | set(draft) - set(program):
        assert any(letter in one.draft for one in found)
    assert (found == ()) == (draft == hand == program)


def test_lines_name_what_was_and_what_became_of_it() -> None:
    shown = "\n".join(lines([Difference("both", ("old",), ("mine",), ())]))
    for words in ("was        old", "by hand    mine", "now        (taken out)", "choose"):
        assert words in shown
    assert "Nothing differs" in lines([])[0]


def edited(path: Path, old: str, new: str) -> None:
    paper = docx.Document(str(path))
    for paragraph in paper.paragraphs:
        for run in paragraph.runs:
            run.text = run.text.replace(old, new)
    paper.save(str(path))


def test_a_hand_edited_draft_stays_and_is_compared_with_old_and_new(data_dir: Path, tmp_path: Path) -> None:
    library = Library(data_dir, today=lambda: TODAY)
    session = library.open_case(library.new_sample("complete"))
    (first,) = session.draft(tmp_path).files
    assert session.compare(first) == ()
    edited(first, "Respectfully submitted", "Most respectfully submitted")
    session.set_answer("relief.hearing", False)
    (second,) = session.draft(tmp_path).files
    assert second != first
    assert "Most respectfully" in "".join(p.text for p in docx.Document(str(first)).paragraphs)
    found = session.compare(first)
    assert any("Most respectfully submitted," in one.hand for one in found if one.by == "hand")
    assert any("Hearing requested" in one.draft for one in found if one.by == "program")
    library.close()


def test_what_is_no_draft_of_the_case_is_told_in_one_sentence(data_dir: Path, tmp_path: Path) -> None:
    library = Library(data_dir, today=lambda: TODAY)
    session = library.open_case(library.new_sample("complete"))
    with pytest.raises(BadInputError, match="No draft of this case is kept"):
        session.compare(tmp_path / "other.docx")
    (first,) = session.draft(tmp_path).files
    first.write_text("no Word file")
    with pytest.raises(BadInputError, match="no Word file that can be read"):
        session.compare(first)
    first.unlink()
    with pytest.raises(BadInputError, match="cannot be read"):
        session.compare(first)
    library.close()
