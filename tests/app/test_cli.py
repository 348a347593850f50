"""The command line, run as a user runs it: real files, real exit codes, one clear line for every fault."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from command_line import Drafter

from drafter import paths
from drafter.render.outline import to_text

FILING_DAY = "2026-11-23"


def write(folder: Path, rows: object) -> Path:
    path = folder / "answers.json"
    path.write_text(json.dumps(rows), encoding="utf-8")
    return path


def test_a_case_is_made_listed_filled_and_shown(drafter: Drafter, tmp_path: Path) -> None:
    made = drafter("new", "--title", "United States v. Roe")
    case = int(made.out)
    filled = drafter(
        "fill",
        case,
        write(
            tmp_path,
            {"movant.name": "Richard Roe", "case.number": {"value": "1:20-cr-1", "evidence": "ECF No. 1"}},
        ),
    )
    assert (filled.code, filled.err) == (0, "")
    shown = drafter("show", case, "--json").json
    assert shown["answers"]["movant.name"] == {"given": "Richard", "family": "Roe", "suffix": ""}
    assert shown["evidence"] == {"case.number": [{"document": "ECF No. 1"}]}
    assert {"question", "ask"} <= set(shown["missing"][0])
    (listed,) = drafter("cases", "--search", "richard", "--json").json
    assert (listed["case"], listed["movant"]) == (case, "Richard Roe")
    assert drafter("cases", "--search", "nobody").out == ""


def test_a_bad_answers_file_is_told_row_by_row_and_stores_nothing(drafter: Drafter, tmp_path: Path) -> None:
    case = drafter.new("complete")
    before = drafter("show", case, "--json").json["answers"]
    rows = {"no.such": "x", "sentence.imposed_on": "soon", "movant.aliases": "Roe"}
    run = drafter("fill", case, write(tmp_path, rows))
    assert run.code == 2
    assert len(run.err.splitlines()) == 1
    assert "no.such" in run.err
    assert "sentence.imposed_on" in run.err
    assert "Traceback" not in run.err
    assert drafter("show", case, "--json").json["answers"] == before


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("show", "77"), "no case 77"),
        (("new", "--sample", "nobody"), "no sample case"),
        (("draft", "1"), "--out"),
        (("draft", "1", "--out", "x", "--filing-date", "soon"), "not a date"),
        (("fly",), "invalid choice"),
        (("fill", "1", "nowhere.json"), "no case 1"),
        (("--frobnicate",), "Unrecognized"),
    ],
)
def test_a_wrong_call_is_one_line_and_exit_code_2(
    drafter: Drafter, arguments: tuple[str, ...], told: str
) -> None:
    run = drafter(*arguments)
    assert run.code == 2
    assert told in run.err
    assert len(run.err.splitlines()) == 1


@pytest.mark.parametrize("content", ["{", "[]", "\xff"])
def test_an_answers_file_that_is_no_object_is_told(drafter: Drafter, tmp_path: Path, content: str) -> None:
    path = tmp_path / "answers.json"
    path.write_text(content, encoding="latin-1")
    run = drafter("fill", drafter.new("vailes"), path)
    assert run.code == 2
    assert "answers file" in run.err


def test_the_complete_sample_is_final_without_a_bracket(drafter: Drafter, tmp_path: Path) -> None:
    case = drafter.new("complete")
    run = drafter("draft", case, "--out", tmp_path / "O", "--final", "--filing-date", FILING_DAY, "--json")
    assert (run.code, run.json["missing"], run.json["final"]) == (0, [], True)
    (path,) = map(Path, run.json["files"])
    text = to_text(path.read_bytes())
    assert not re.search(r"\[(?!\^\d+\])", text)  # a footnote mark is no blank
    assert not re.search(r"\bNone\b|missing:|\{\{|\}\}", text)


def test_an_incomplete_sample_has_brackets_and_no_final(drafter: Drafter, tmp_path: Path) -> None:
    case = drafter.new("vailes")
    draft = drafter("draft", case, "--out", tmp_path / "O", "--json")
    assert draft.code == 0
    (path,) = map(Path, draft.json["files"])
    text = to_text(path.read_bytes())
    assert text.count("[") > 10
    final = drafter("draft", case, "--out", tmp_path / "F", "--final", "--json")
    assert (final.code, final.json["files"], final.json["final"]) == (1, [], False)
    assert not (tmp_path / "F").exists() or not list((tmp_path / "F").iterdir())
    named = {item["question"] for item in final.json["missing"]}
    assert {"sentence.imposed_on", "movant.register_number", "warden.received_on", "plan.address"} <= named


def test_what_is_printed_without_proof_is_told_and_stops_nothing(drafter: Drafter, tmp_path: Path) -> None:
    case = drafter.new("vailes")
    told = drafter("draft", case, "--out", tmp_path / "J", "--json").json["unproved"]
    assert {"movant.facility", "danger.character"} <= set(told)
    lines = drafter("draft", case, "--out", tmp_path / "T").out.splitlines()
    informed = [line.removeprefix("inform   ") for line in lines if line.startswith("inform ")]
    assert [line.partition(":")[0] for line in informed] == told
    assert "prints without proof" in informed[0]
    complete = drafter("draft", drafter.new("complete"), "--out", tmp_path / "C", "--json")
    assert complete.json["unproved"] == []


HOSTILE = 'AT&T <select> "O\'Brien" § 3582 – {{y}} {_{x}_}\x07 😀'
EXPECTED = 'AT&T <select> "O\'Brien" § 3582 – {{y}} {_{x}_} 😀'


def hostile_rows(shown: dict[str, Any], questions: list[dict[str, Any]]) -> dict[str, object]:
    """Every text of the case replaced, in tables too; minors' initials and ids of law stay."""
    rows: dict[str, object] = {}
    for question in questions:
        answer = shown["answers"].get(question["id"])
        if answer is None:
            continue
        if question["kind"] in {"text", "long_text"}:
            rows[question["id"]] = HOSTILE
        if question["kind"] == "list" and question["id"] not in {"exhibits.list", "confirmations.law"}:
            texts = {column["id"] for column in question["columns"] if column["kind"] == "text"}
            rows[question["id"]] = [
                {key: HOSTILE if key in texts else cell for key, cell in row.items()} for row in answer
            ]
    return rows


def test_hostile_text_comes_out_identical_everywhere(drafter: Drafter, tmp_path: Path) -> None:
    case = drafter.new("complete")
    shown = drafter("show", case, "--json").json
    rows = hostile_rows(shown, drafter("questions", "--json").json)
    assert drafter("fill", case, write(tmp_path, rows)).code == 0
    run = drafter("draft", case, "--out", tmp_path / "O", "--filing-date", FILING_DAY, "--json")
    (path,) = map(Path, run.json["files"])
    with ZipFile(path) as package:
        parts = {name: package.read(name).decode() for name in package.namelist() if name.endswith(".xml")}
    text = to_text(path.read_bytes())
    assert text.count(EXPECTED) >= len(rows)
    assert "\x07" not in text
    for kind in ("word/header", "word/footnotes"):
        found = "".join(
            unescape(re.sub("<[^>]+>", "", xml)) for name, xml in parts.items() if name.startswith(kind)
        )
        assert EXPECTED in found


def test_the_questionnaire_has_the_fixed_keys(drafter: Drafter) -> None:
    questions = drafter("questions", "--json").json
    kinds = {"text", "long_text", "date", "yes_no", "choice", "number", "money", "person", "address", "list"}
    for question in questions:
        assert {"id", "section", "kind", "ask", "help", "source", "shown_when"} <= set(question)
    assert {question["kind"] for question in questions} == kinds


def test_a_paper_edited_by_hand_is_never_overwritten(drafter: Drafter, tmp_path: Path) -> None:
    case = drafter.new("complete")
    draft = ("draft", case, "--out", tmp_path, "--json")
    (first,) = map(Path, drafter(*draft).json["files"])
    (again,) = map(Path, drafter(*draft).json["files"])
    assert again == first
    first.write_bytes(first.read_bytes() + b"edited")
    (other,) = map(Path, drafter(*draft).json["files"])
    assert other != first
    assert first.read_bytes().endswith(b"edited")


def test_a_folder_that_cannot_be_written_is_told(drafter: Drafter, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    run = drafter("draft", drafter.new("complete"), "--out", tmp_path / "file" / "O")
    assert run.code == 2
    assert "cannot be written" in run.err


def test_an_unknown_document_is_told(drafter: Drafter, tmp_path: Path) -> None:
    run = drafter("draft", drafter.new("complete"), "--document", "memo", "--out", tmp_path)
    assert run.code == 2
    assert "no document “memo”" in run.err


def test_a_broken_database_is_told(drafter: Drafter, data_dir: Path) -> None:
    (data_dir / "drafter.sqlite").write_bytes(b"this is a letter, not a database, and it is long enough" * 99)
    run = drafter("cases")
    assert run.code == 2
    assert "not a database" in run.err


def test_the_self_test_finds_no_fault(drafter: Drafter) -> None:
    assert drafter("--self-test").code == 0


@pytest.mark.parametrize(
    "template",
    [b"this is no Word file", None],
    ids=["broken", "missing"],
)
def test_a_template_that_cannot_be_used_is_told(
    drafter: Drafter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, template: bytes | None
) -> None:
    shipped = tmp_path / "templates" / "documents"
    shipped.mkdir(parents=True)
    if template is not None:
        (shipped / "motion.docx").write_bytes(template)
    case = drafter.new("complete")
    real = paths._shipped
    monkeypatch.setattr(
        paths, "_shipped", lambda folder: shipped.parent if folder == "templates" else real(folder)
    )
    run = drafter("draft", case, "--out", tmp_path / "O")
    assert run.code == 2
    assert "motion.docx" in run.err
    assert len(run.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("day", "told"),
    [
        ("2026-05-27", "historical and can never be final"),
        ("2026-08-05", "The waiting period has not run"),
        ("2027-11-01", "was to be reviewed by"),
    ],
)
def test_the_wrong_filing_date_is_refused_as_final(
    drafter: Drafter, tmp_path: Path, day: str, told: str
) -> None:
    case = drafter.new("complete")
    run = drafter("draft", case, "--out", tmp_path / "O", "--final", "--filing-date", day, "--json")
    assert (run.code, run.json["files"]) == (1, [])
    assert any(told in problem["message"] for problem in run.json["problems"])


def test_the_changed_law_is_pleaded_in_2021_and_refused_today(drafter: Drafter, tmp_path: Path) -> None:
    case = drafter.new("vailes")
    texts = {}
    for day in ("2021-09-22", "2026-11-23"):
        run = drafter("draft", case, "--out", tmp_path / day, "--filing-date", day, "--json")
        texts[day] = to_text(Path(run.json["files"][0]).read_bytes())
    pleaded = "The sentence is longer than the one that current law would produce"
    assert pleaded in texts["2021-09-22"]
    assert "HISTORICAL" in texts["2021-09-22"]
    assert pleaded not in texts["2026-11-23"]
    assert "Rutherford v. United States, No. 24-820" in texts["2026-11-23"]


def test_a_broken_law_file_is_told(drafter: Drafter, monkeypatch: pytest.MonkeyPatch) -> None:
    case = drafter.new("complete")
    real = paths.resource_text
    monkeypatch.setattr(
        paths, "resource_text", lambda name: "x = [" if name.startswith("districts/") else real(name)
    )
    run = drafter("show", case)
    assert run.code == 2
    assert "districts/" in run.err
    assert len(run.err.splitlines()) == 1


def test_a_day_before_the_law_is_told(drafter: Drafter, tmp_path: Path) -> None:
    case = drafter.new("complete")
    for command in (("draft", case, "--out", tmp_path), ("grounds", case)):
        run = drafter(*command, "--filing-date", "2010-01-01")
        assert run.code == 2
        assert "holds none of January 1, 2010" in run.err
        assert len(run.err.splitlines()) == 1
    assert drafter("fill", case, write(tmp_path, {"case.filing_date": "2010-01-01"})).code == 0
    told = drafter("show", case, "--json").json["problems"]
    assert any("holds none of January 1, 2010" in problem["message"] for problem in told)
