"""Many cases come from one table: all of them or none, and every bad cell is named."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from library_dump import dump
from workbook import workbook

from drafter.app.intake import Intake
from drafter.app.library import Library
from drafter.errors import BadInputError, OutputError

HEADINGS = ("title", "movant.name.given", "movant.name.family", "movant.birth_date", "case.number")
ROE = ("Roe", "Rob", "Roe", "1970-02-03", "2:15-cr-00999")


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "library")


def table(path: Path, *rows: tuple[object, ...], delimiter: str = ",", encoding: str = "utf-8") -> Path:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


@pytest.mark.parametrize(
    ("delimiter", "encoding"), [(",", "utf-8"), (";", "utf-8-sig"), ("\t", "utf-16"), (",", "utf-8-sig")]
)
def test_each_row_becomes_a_case(library: Library, tmp_path: Path, delimiter: str, encoding: str) -> None:
    doe = ("", "Zoë", "Doe, Jr.", "February 3, 1971", "")
    blank = ("", "", " ", "", "")
    path = table(tmp_path / "x.csv", HEADINGS, ROE, blank, doe, delimiter=delimiter, encoding=encoding)
    report = Intake(library).take(path)
    assert report.bad == ()
    assert [line.title for line in library.cases()] == ["Zoë Doe, Jr.", "Roe"]
    session = library.open_case(report.cases[0])
    assert session.answers.stored("movant.name") == {"given": "Rob", "family": "Roe", "suffix": ""}
    assert session.answers.stored("movant.birth_date") == "1970-02-03"
    assert "case.number" not in library.open_case(report.cases[1]).answers
    assert [line.movant for line in library.cases("Zoe")] == ["Zoë Doe, Jr."], "found at once"


def test_columns_may_be_named_in_the_questions_words(library: Library, tmp_path: Path) -> None:
    questions = library.drafting.questions
    asked = questions["movant.birth_date"].ask
    path = table(tmp_path / "x.csv", (asked.upper(), "movant.name"), ("1970-02-03", "Rob Roe"))
    (case,) = Intake(library).take(path).cases
    assert library.open_case(case).answers.stored("movant.birth_date") == "1970-02-03"


def test_every_bad_cell_is_named_and_nothing_is_taken_in(library: Library, tmp_path: Path) -> None:
    library.new("Kept")
    before = dump(library._store)
    path = table(
        tmp_path / "x.csv",
        (*HEADINGS, "no.such", "case.number", ""),
        ROE,
        ("A\nB", "", "", "the 31st of June", "", "", "", "lost"),
        ("C", "Jim", "", "", "", "", "", "", "further"),
    )
    bad = {(cell.row, cell.column): cell.why for cell in Intake(library).take(path).bad}
    assert list(bad) == [
        *((0, "no.such"), (0, "case.number"), (3, "column 8"), (3, "movant.birth_date")),
        *((5, "column 9"), (5, "movant.name")),
    ]
    assert "31st of June" in bad[3, "movant.birth_date"]
    assert "family name is missing" in bad[5, "movant.name"]
    assert "two columns" in bad[0, "case.number"]
    assert dump(library._store) == before


@pytest.mark.parametrize(
    "headings",
    [("movant.name", "movant.name.given"), ("movant.name.given", "movant.name"), ("title", "Title")],
)
def test_a_question_and_its_part_cannot_both_have_a_column(
    library: Library, tmp_path: Path, headings: tuple[str, str]
) -> None:
    bad = Intake(library).take(table(tmp_path / "x.csv", headings, ("Rob Roe", "Rob"))).bad
    assert [cell.column for cell in bad if not cell.row] == [headings[1]]


@pytest.mark.parametrize("since_1904", [False, True])
@pytest.mark.parametrize("inline", [False, True])
def test_an_excel_workbook_is_read_with_its_dates_numbers_and_yes_or_no(
    library: Library, tmp_path: Path, *, since_1904: bool, inline: bool
) -> None:
    questions = library.drafting.questions
    yes_no = next(key for key, one in questions.items() if one.kind.name == "yes_no")
    number = next(key for key, one in questions.items() if one.kind.name == "number")
    least = questions[number].kind.least  # type: ignore[attr-defined]
    path = tmp_path / "x.xlsx"
    rows = (
        ("title", "movant.name", None, "movant.birth_date", yes_no, number),
        ("Roe & Co", "Rob Roe", None, date(1970, 2, 3), True, least + 1),
        (None,),
        (None, "Zoë Doe", None, None, False, float(least)),
    )
    path.write_bytes(workbook(rows, since_1904=since_1904, inline=inline))
    report = Intake(library).take(path)
    assert report.bad == ()
    one, other = (library.open_case(case) for case in report.cases)
    assert (one.title, other.title) == ("Roe & Co", "Zoë Doe")
    assert one.answers.stored("movant.birth_date") == "1970-02-03"
    assert (one.answers.stored(yes_no), other.answers.stored(yes_no)) == (True, False)
    assert (one.answers.stored(number), other.answers.stored(number)) == (least + 1, least)


def test_a_bad_cell_of_a_workbook_is_named_by_the_row_that_excel_shows(
    library: Library, tmp_path: Path
) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(workbook([("movant.birth_date",), (None,), ("soon",)]))
    (bad,) = Intake(library).take(path).bad
    assert (bad.row, bad.column) == (3, "movant.birth_date")


def test_the_template_names_every_question_that_fits_a_cell_and_is_read_back(
    library: Library, tmp_path: Path
) -> None:
    intake = Intake(library)
    path = intake.write_template(tmp_path / "t.csv")
    headings = path.read_text(encoding="utf-8-sig").strip().split(",")
    assert headings == list(intake.headings())
    assert {"title", "movant.name.family", "case.number"} <= set(headings)
    with pytest.raises(OutputError, match="exists already"):
        intake.write_template(path)
    with pytest.raises(BadInputError, match="holds no case"):
        intake.take(path)
    row = tuple({"title": "Roe", "movant.name.family": "Roe"}.get(one, "") for one in headings)
    assert len(intake.take(table(path, tuple(headings), row)).cases) == 1


def test_every_case_begins_with_the_firm_profile(library: Library, tmp_path: Path) -> None:
    library.keep_firm(library.new_sample("complete"))
    kept = library.firm.answers()
    (case,) = Intake(library).take(table(tmp_path / "x.csv", HEADINGS, ROE)).cases
    assert kept
    assert library._store.answers(case).items() >= kept.items()


def test_a_list_stands_in_a_cell_as_json(library: Library, tmp_path: Path) -> None:
    lists = [one for one in library.drafting.questions.values() if one.kind.name == "list"]
    column = next(c for one in lists for c in one.kind.columns if c.kind.name == "text")  # type: ignore[attr-defined]
    question = next(one for one in lists if column in one.kind.columns)  # type: ignore[attr-defined]
    intake = Intake(library)
    cell = f'[{{"{column.id}": "Welding"}}]'
    (case,) = intake.take(table(tmp_path / "x.csv", ("title", question.id), ("Roe", cell))).cases
    assert library._store.answers(case)[question.id].value == [{column.id: "Welding"}]
    for wrong in ("Welding", '[{"no such column": "x"}]', "[" * 99999):
        (bad,) = intake.take(table(tmp_path / "x.csv", ("title", question.id), ("Roe", wrong))).bad
        assert bad.column == question.id


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("x.csv", b"", "holds no case"),
        ("x.csv", b"title\nM\xfcller\n", "not text in UTF-8"),
        ("x.csv", b'title\n"open', "not a readable CSV"),
        ("x.csv", b"title\n" + b"x" * 200_000, "not a readable CSV"),
        ("x.xlsx", b"PK", "not a readable Excel"),
        ("x.xlsx", workbook([("title",)])[:-30], "not a readable Excel"),
    ],
)
def test_a_file_that_is_no_table_is_refused(
    library: Library, tmp_path: Path, name: str, content: bytes, why: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(BadInputError, match=why):
        Intake(library).take(path)


def test_a_workbook_that_swells_or_refers_outside_is_refused(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    secret = tmp_path / "secret.txt"
    secret.write_text("Qoppa", encoding="utf-8")
    source = zipfile.ZipFile(io.BytesIO(workbook([("title",), ("Roe",)], inline=True)))
    for change in ("bomb", "entity"):
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in source.namelist():
                text = source.read(name).decode()
                if name.endswith("sheet1.xml") and change == "bomb":
                    text += " " * 70_000_000
                elif name.endswith("sheet1.xml"):
                    text = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>' + text.replace(
                        "Roe", "&e;"
                    )
                archive.writestr(name, text)
        if change == "bomb":
            with pytest.raises(BadInputError, match="too large"):
                Intake(library).take(path)
            continue
        with pytest.raises(BadInputError, match="holds no case"):
            Intake(library).take(path)
