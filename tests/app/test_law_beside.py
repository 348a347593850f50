"""The law beside a question, through a case and through the command line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from drafter.__main__ import main
from drafter.app.library import Library
from drafter.app.session import CaseSession
from drafter.errors import BadInputError
from drafter.practice.beside import HANDFUL

TODAY = date(2026, 11, 21)


@pytest.fixture
def session(data_dir: Path) -> Iterator[CaseSession]:
    library = Library(data_dir, today=lambda: TODAY)
    yield library.open_case(library.new())
    library.close()


def refs(session: CaseSession, question: str) -> set[str]:
    return {one.provenance.ref for one in session.law_beside(question).rulings}


# ---- a case


def test_the_law_is_that_of_the_filing_date_and_of_the_district(session: CaseSession) -> None:
    law = session.law_beside("change.any")
    assert (law.on, law.district, law.circuit) == (TODAY, "", "")
    assert law.waiting
    session.set_answer("case.district", "mied")
    session.set_answer("case.filing_date", "2026-05-27")
    law = session.law_beside("change.any")
    assert (law.on, law.district, law.circuit) == (date(2026, 5, 27), "E.D. Mich.", "Sixth Circuit")
    assert "treatment:bricker_6th" in refs(session, "change.any")
    assert session.law_beside("change.any", TODAY).on == TODAY
    session.set_answer("case.filing_date", "2026-05-28")
    assert "treatment:rutherford" in refs(session, "change.any")


def test_the_answers_of_the_case_narrow_what_bears(session: CaseSession) -> None:
    session.set_answer("b3C.asserted", "yes")
    (passage,) = session.law_beside("family.only_available").passages
    assert passage.cite == "U.S.S.G. § 1B1.13(b)(3)(C)"


def test_an_entry_is_shown_on_the_filing_date(session: CaseSession) -> None:
    session.set_answer("case.filing_date", "2021-09-22")
    assert session.law_entry("authority:mccoy_4th").status == "good"
    assert session.law_entry("authority:mccoy_4th", TODAY).status.startswith("abrogated_in_part: ")


def test_a_day_before_the_law_and_what_it_does_not_know_are_one_sentence(session: CaseSession) -> None:
    with pytest.raises(BadInputError, match="law begins on December 21, 2018"):
        session.law_beside("change.any", date(2018, 12, 20))
    with pytest.raises(BadInputError, match="law begins on December 21, 2018"):
        session.law_entry("b1A", date(2018, 12, 20))
    with pytest.raises(BadInputError, match=r"no question “change\.nothing”"):
        session.law_beside("change.nothing")
    with pytest.raises(BadInputError, match="no entry “nothing”"):
        session.law_entry("nothing")


# ---- the command line


def run(data_dir: Path, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(["--data-dir", str(data_dir), "law", *words])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def test_the_command_line_tells_the_same(
    data_dir: Path, capsys: pytest.CaptureFixture[str], session: CaseSession
) -> None:
    session.set_answer("case.district", "ncwd")
    on = ("--on", TODAY.isoformat(), "--district", "NCWD")
    code, out, err = run(data_dir, capsys, "beside", "b3D.bond", *on, "--json")
    assert (code, err) == (0, "")
    assert json.loads(out) == session.law_beside("b3D.bond").as_json()
    code, out, err = run(data_dir, capsys, "beside", "b3D.bond", *on)
    flat = " ".join(out.split())
    assert "(b) Extraordinary and Compelling Reasons. “Extraordinary and compelling reasons exist" in flat
    assert "In the program’s words, not to be quoted: Like circumstances of another" in flat
    assert "Confirm before filing (confidence unverified)." in flat
    assert "[drafter law show policy:2023:b3D]" in flat
    assert "never the court’s words" in flat


def test_a_handful_of_decisions_is_printed_or_all(data_dir: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call = ("beside", "warden.sent", "--on", TODAY.isoformat(), "--district", "ncwd")
    _, few, _ = run(data_dir, capsys, *call)
    _, every, _ = run(data_dir, capsys, *call, "--all")
    assert few.count("status: good") == HANDFUL
    assert "22 more [--all]" in few
    assert every.count("status: good") == HANDFUL + 22
    assert "more [--all]" not in every


def test_without_a_district_the_command_says_what_is_left_out(
    data_dir: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, out, _ = run(data_dir, capsys, "beside", "government.conferred", "--on", TODAY.isoformat())
    flat = " ".join(out.split())
    assert "this is left out: local rules on conferral and certificates. [--district ID]" in flat


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("beside",), "Name one question"),
        (("beside", "case.number", "case.judge"), "Name one question"),
        (("beside", "case.nothing"), "no question “case.nothing”"),
        (("beside", "case.number", "--district", "zzz"), "no district “zzz”"),
        (("beside", "case.number", "--on", "2018-12-20"), "law begins on December 21, 2018"),
        (("show", "b1A", "--district", "ncwd"), "go with drafter law beside"),
        (("search", "warden", "--all"), "go with drafter law beside"),
    ],
)
def test_bad_input_is_one_sentence(
    data_dir: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], told: str
) -> None:
    code, out, err = run(data_dir, capsys, *words)
    assert (code, out) == (2, "")
    assert told in err
    assert len(err.splitlines()) == 1
