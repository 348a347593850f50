"""The review of a case: every question with what is open about it, and what changed since the last draft."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.app.differences import NOT_ANSWERED, differences, kept
from drafter.app.library import Library
from drafter.app.review import ANSWERED, FILTERS, MISSING, OPEN, UNKNOWN, ReviewLine, counts
from drafter.app.session import CaseSession
from drafter.app.wording import IN, OUT, SAME, Piece, pieces
from drafter.errors import BadInputError
from drafter.practice.registry import QUESTIONS, SECTIONS

TODAY = date(2026, 11, 21)


@pytest.fixture
def library(data_dir: Path) -> Iterator[Library]:
    opened = Library(data_dir, today=lambda: TODAY)
    yield opened
    opened.close()


@pytest.fixture
def session(library: Library) -> CaseSession:
    return library.open_case(library.new_sample("complete"))


def line_of(session: CaseSession, question: str) -> ReviewLine:
    return next(line for line in session.review() if line.question == question)


def test_a_line_tells_answer_proof_and_what_is_open(library: Library) -> None:
    session = library.open_case(library.new("United States v. Roe"))
    assert line_of(session, "case.number").state == MISSING
    assert line_of(session, "case.division").state == OPEN
    session.set_answer("case.number", None, unknown=True, note="the judgment")
    unknown = line_of(session, "case.number")
    assert (unknown.state, unknown.note, unknown.marks) == (UNKNOWN, "the judgment", ("Must be obtained",))
    session.set_answer("movant.facility", "FCI Butner", evidence=["Ex. D at 1"])
    known = line_of(session, "movant.facility")
    assert (known.state, known.answer, known.proof, known.marks) == (ANSWERED, "FCI Butner", "Ex. D at 1", ())
    session.set_answer("movant.facility", "FCI Butner", evidence=[])
    assert line_of(session, "movant.facility").marks == ("Without proof",)


def test_a_list_names_the_cells_that_it_lacks(session: CaseSession) -> None:
    session.set_answer("exhibits.list", [{"letter": "A"}])
    line = line_of(session, "exhibits.list")
    assert line.state == MISSING
    assert any("of exhibit 1" in what for what in line.lacks)


def test_the_lines_are_the_questions_that_are_asked_and_each_filter_counts_its_own(
    session: CaseSession,
) -> None:
    lines = session.review()
    assert [line.question for line in lines] == [question.id for question in session.flow.shown]
    assert counts(lines)["all"] == len(lines)
    session.set_answer("movant.facility", None, unknown=True)
    session.set_answer("movant.register_number", "")
    number = counts(session.review())
    assert number["unknown"] == number["missing"] == 1
    assert set(number) == set(FILTERS)


def test_a_filing_date_before_the_law_leaves_the_review_readable(session: CaseSession) -> None:
    session.set_answer("case.filing_date", "2015-01-01")
    assert counts(session.review())["unproved"] == 0
    with pytest.raises(BadInputError):
        session.timeline()
    with pytest.raises(BadInputError):
        session.sentence_bar()


def test_what_changed_since_the_last_draft_is_told_with_both_answers(
    session: CaseSession, tmp_path: Path
) -> None:
    assert session.changes_since_draft() is None
    session.draft(tmp_path, on=date(2026, 11, 23))
    assert session.changes_since_draft() == ()
    session.set_answer("movant.facility", "FCI Butner")
    session.set_answer("movant.security", None, unknown=True, note="the form")
    session.set_answer("case.division", "")
    found = session.changes_since_draft()
    assert found is not None
    told = {one.question: (one.before, one.after) for one in found}
    assert told["movant.facility"] == (
        "FCI Exampleton\nProof: Ex. D at 1",
        "FCI Butner\nProof: Ex. D at 1",
    )
    assert told["movant.security"][1].startswith("unknown, must be obtained\nNote: the form")
    assert told["case.division"] == ("Charleston Division", NOT_ANSWERED)
    assert (
        [one.question for one in found]
        == [line.question for line in session.review() if line.changed]
        == ["case.division", "movant.facility", "movant.security"]
    )


def test_an_answer_of_another_version_is_told_as_it_is_kept() -> None:
    old: dict[str, dict[str, object]] = {
        "sentence.months": {"value": "very long"},
        "gone.question": {"value": 1},
    }
    (one,) = differences(SECTIONS, old, {})
    assert (one.question, one.before, one.after) == ("sentence.months", "very long", NOT_ANSWERED)
    assert one.section == "Offense, sentence and custody"
    assert one.asked == QUESTIONS["sentence.months"].ask


def test_no_and_zero_are_answers_and_an_empty_note_is_none() -> None:
    no = {"sentence.life": {"value": False, "unknown": False, "note": "", "evidence": []}}
    assert [one.after for one in differences(SECTIONS, {}, no)] == ["No"]
    assert differences(SECTIONS, no, {"sentence.life": {"value": False}}) == ()


def test_a_case_differs_in_nothing_from_itself(session: CaseSession) -> None:
    now = kept(session.answers)
    assert differences(session.sections, now, now) == ()


# ---- two wordings


WORDS = st.lists(st.sampled_from(["one", "two", "three", "four"]), max_size=8).map(" ".join)


@given(WORDS, WORDS)
def test_both_wordings_can_be_read_out_of_the_pieces(before: str, after: str) -> None:
    told = pieces(before, after)
    first = " ".join(piece.text for piece in told if piece.kind in {SAME, OUT})
    second = " ".join(piece.text for piece in told if piece.kind in {SAME, IN})
    assert first.split() == before.split()
    assert second.split() == after.split()


def test_a_changed_word_is_told_alone_and_another_passage_whole() -> None:
    assert pieces("He is held at Butner now.", "He is held at Otisville now.") == (
        Piece(SAME, "He is held at "),
        Piece(OUT, "Butner "),
        Piece(IN, "Otisville "),
        Piece(SAME, "now."),
    )
    assert [piece.kind for piece in pieces("Quite another.", "Nothing in common here.")] == [OUT, IN]
