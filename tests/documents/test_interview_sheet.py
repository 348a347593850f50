"""The interview sheet: every question on a blank one, the answers on a filled one, no secret on either."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path

import docx
from drafted import drafted
from every_answer import QUESTIONS, everything, facts, plain, token

from drafter.practice.documents.interview_sheet import INTERVIEW_SHEET
from drafter.practice.documents.registry import kit_of
from drafter.render.outline import to_text

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def test_a_blank_sheet_asks_every_question_that_may_be_on_paper() -> None:
    told = plain(INTERVIEW_SHEET.context(facts({})))
    for question in QUESTIONS.values():
        assert (question.ask in told) != question.confidential, question.id


def test_a_filled_sheet_shows_the_answers_asks_only_what_they_ask_and_keeps_secrets() -> None:
    told = plain(INTERVIEW_SHEET.context(facts(everything(movant__name="Jo Doe"))))
    assert token("offense.conduct") in told
    assert "Jo Doe" in told
    for question in QUESTIONS.values():
        if question.confidential:
            assert token(question.id) not in told
    few = plain(INTERVIEW_SHEET.context(facts({"b1A.asserted": False})))
    assert QUESTIONS["b1A.diagnosis"].ask not in few


def test_it_is_made_on_request_only() -> None:
    assert "interview_sheet" not in {one.id for one in kit_of(facts(everything(kit__switches=[])))}
    rows = [{"document": "interview_sheet", "use": "add"}, {"document": "motion", "use": "leave_out"}]
    chosen = {one.id for one in kit_of(facts({"kit.switches": rows}))}
    assert "interview_sheet" in chosen
    assert "motion" not in chosen


def test_the_command_line_writes_the_blank_sheet_and_never_over_a_file(
    tmp_path: Path, data_dir: Path
) -> None:
    target = tmp_path / "sheet.docx"
    call = [
        sys.executable,
        "-m",
        "drafter",
        "--data-dir",
        str(data_dir),
        "questions",
        "--export",
        str(target),
    ]
    subprocess.run(call, check=True)
    written_on = target.read_bytes() + b"by hand"
    target.write_bytes(written_on)
    subprocess.run(call, check=True)
    assert target.read_bytes() == written_on
    files = sorted(path.name for path in tmp_path.iterdir())
    assert files == ["sheet 2.docx", "sheet.docx"]
    assert "CLIENT INTERVIEW SHEET" in to_text(target.read_bytes())


def test_a_question_stands_in_one_row_with_its_answer_or_with_room_for_it() -> None:
    raw = {"movant.name": "Jo Doe", "warden.sent": True}
    opened = docx.Document(io.BytesIO(drafted(INTERVIEW_SHEET, raw)))
    rows = [[cell.text for cell in row.cells] for table in opened.tables for row in table.rows]
    answers = {question.split("?")[0] + "?": answer for question, answer in rows}
    assert answers[QUESTIONS["movant.name"].ask] == "Jo Doe"
    assert answers[QUESTIONS["warden.sent"].ask] == "Yes"
    assert answers[QUESTIONS["warden.plan_included"].ask] == "☐ yes ☐ no ☐ not known"
    assert answers[QUESTIONS["warden.response"].ask].split("\n")[:2] == ["☐ no response", "☐ denied"]
    assert answers[QUESTIONS["warden.sent_on"].ask].count("_" * 40) == 1
    assert answers[QUESTIONS["warden.grounds"].ask].count("_" * 40) == 4
    listed = next(question for question, _ in rows if question.startswith(QUESTIONS["warden.grounds"].ask))
    twin = QUESTIONS["warden.grounds"].plain
    assert listed.endswith(f"For each: Ground; In the words of the request. {twin}")


def test_each_question_stands_beside_its_twin_in_plain_words() -> None:
    told = plain(INTERVIEW_SHEET.context(facts({})))
    for question in QUESTIONS.values():
        assert question.confidential or question.plain in told, question.id


def test_no_row_is_broken_over_two_pages() -> None:
    opened = docx.Document(io.BytesIO(drafted(INTERVIEW_SHEET, {})))
    rows = [row for table in opened.tables for row in table.rows]
    assert len(rows) > 300
    assert all(row._tr.find(f".//{W}cantSplit") is not None for row in rows)
