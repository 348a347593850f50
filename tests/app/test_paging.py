"""The pages in the tables are those of the paper as LibreOffice sets it; without it they stay open."""

from __future__ import annotations

import re
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from drafter import paths
from drafter.app import office, paging
from drafter.app.library import Library
from drafter.app.paging import UNCOUNTED, paged
from drafter.core import marks
from drafter.core.citing import Citing, Forms, Listed
from drafter.render.engine import Rendered, Template, render
from drafter.render.outline import to_text

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

TODAY = date(2026, 11, 23)
#: A paragraph of body text, half a page long.
LONG = (
    "The days pass, and each is written down as it was, with its hours and with who was there to see it. "
    * 14
)


@pytest.fixture
def as_pages(tmp_path: Path, soffice: str, tool: Callable[..., str]) -> Callable[[bytes], list[str]]:
    """The text of each page of a paper as LibreOffice converts it to PDF, from page 1 on."""

    def convert(docx: bytes) -> list[str]:
        paper = tmp_path / "pages.docx"
        paper.write_bytes(docx)
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = [
            soffice,
            profile,
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(tmp_path),
            str(paper),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        told = subprocess.run(
            [tool("pdftotext"), str(paper.with_suffix(".pdf")), "-"],
            check=True,
            capture_output=True,
            encoding="utf-8",
        )
        return [" ".join(page.split()) for page in told.stdout.split("\f")]

    return convert


def rows(docx: bytes) -> list[tuple[str, str]]:
    """Each row of the tables: its words without number, and its pages."""
    told = (line.split("\t") for line in to_text(docx).splitlines() if "\t" in line)
    return [(line[-2], line[-1]) for line in told]


def drafted(folder: Path, answers: Mapping[str, object], sample: str) -> bytes:
    library = Library(folder / "cases", today=lambda: TODAY)
    session = library.open_case(library.new_sample(sample) if sample else library.new("short"))
    for question, value in ({"form.tables": True} | dict(answers)).items():
        session.set_answer(question, value)
    report = session.draft(folder / "papers")
    library.close()
    assert UNCOUNTED not in report.problems
    return report.files[0].read_bytes()


#: A short paper, the complete sample, and a long one: answers and sample.
PAPERS: dict[str, tuple[dict[str, object], str]] = {
    "short": ({"case.district": "ncwd", "b1A.asserted": True}, ""),
    "complete": ({}, "complete"),
    "long": (
        {"offense.conduct": "\n".join([LONG] * 30), "factors.since_sentencing": "\n".join([LONG] * 30)},
        "complete",
    ),
}
LENGTHS = {"short": range(8, 14), "complete": range(18, 24), "long": range(45, 70)}


@pytest.mark.parametrize("paper", PAPERS)
def test_the_pages_in_the_motions_tables_are_those_of_its_pdf(
    paper: str, tmp_path: Path, as_pages: Callable[[bytes], list[str]]
) -> None:
    docx = drafted(tmp_path, *PAPERS[paper])
    pages = as_pages(docx)
    assert len(pages) - 1 in LENGTHS[paper]
    first = next(number for number, page in enumerate(pages) if "TABLE OF AUTHORITIES" in page) + 1
    headings = [
        row
        for row in rows(docx)
        if not re.search(r"U\.S\.C\. §|U\.S\.S\.G\. § 1B1\.13$|\(U\.S\. |Cir\. ", row[0])
    ]
    assert len(headings) > 8
    body = "\n".join(pages[first:])
    for words, number in headings:
        assert words in pages[int(number) - 1], (words, number)
        assert words in body
    for words, numbers in rows(docx):
        if section := re.fullmatch(r"\d+ U\.S\.C\. (§ .+)", words):
            named = re.compile(re.escape(section[1]) + r"(?![\w–-])")
            found = [n for n, page in enumerate(pages, 1) if n > first and named.search(page)]
            assert numbers == (", ".join(map(str, found)) if len(found) <= 5 else "passim"), words
        elif case := re.match(r"(.+ v\. .+?), ", words):
            found = [n for n, page in enumerate(pages, 1) if n > first and case[1] in page]
            assert str(found[0]) == numbers.split(", ")[0], words


def test_every_citation_of_a_long_paper_is_on_the_page_that_the_table_says(
    as_pages: Callable[[bytes], list[str]], soffice: str
) -> None:
    from wordsource.package import compile_source

    assert soffice
    points = 24
    body = "".join(
        f"# Part {n}\n{LONG}\n\n{LONG} Point {n:02}. {{{{ c{n} }}}}.{f'[^{n}]' if n % 3 == 0 else ''}\n\n"
        for n in range(points)
    )
    body += f"Begin 1. {{{{ twice }}}}. {LONG * 4} Begin 2. {{{{ twice }}}}.\n\n"
    notes = "".join(f"[^{n}]: Note {n:02}. {{{{ c{n} }}}}. {{{{ n{n} }}}}.\n\n" for n in range(0, points, 3))
    source = "[[contents]]\n\n::: pagebreak\n:::\n\n[[authorities]]\n\n::: pagebreak\n:::\n\n" + body + notes
    ids = ["twice", *(f"c{n}" for n in range(points)), *(f"n{n}" for n in range(0, points, 3))]
    forms = {(one, ""): Forms(f"{one.upper()} v. Roe, 1 U.S. 1", one.upper(), one) for one in ids}
    listed = {one: Listed("Cases", forms[one, ""].full) for one in ids}
    citing = Citing(forms, listed, ("Cases",), 5)
    template = Template.open(compile_source(source, "long.md"))
    context = {one: marks.cited(one) for one in ids}

    def make(numbers: Mapping[str, int]) -> Rendered:
        return render(template, context, strict=True, citing=citing, pages=numbers)

    result, counted = paged(make)
    assert counted
    pages = as_pages(result.docx)
    assert len(pages) > points
    told = dict(rows(result.docx))
    for n in range(points):
        assert f"Part {n}" in pages[int(told[f"Part {n}"]) - 1]
        assert f"Point {n:02}." in pages[int(told[f"C{n} v. Roe, 1 U.S. 1"]) - 1]
    begun = [str(next(n for n, page in enumerate(pages, 1) if f"Begin {place}." in page)) for place in (1, 2)]
    assert begun[0] != begun[1]
    assert told["TWICE v. Roe, 1 U.S. 1"] == ", ".join(begun)
    for n in range(0, points, 3):
        assert f"Point {n:02}." in pages[int(told[f"N{n} v. Roe, 1 U.S. 1"]) - 1]


def test_the_same_case_gives_the_same_bytes_and_an_unnumbered_one_differs_in_its_numbers_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, soffice: str
) -> None:
    assert soffice
    one, two = (drafted(tmp_path / name, *PAPERS["short"]) for name in ("one", "two"))
    assert one == two
    monkeypatch.setattr(paths, "office_program", lambda: None)
    monkeypatch.setattr("drafter.app.drafting.UNCOUNTED", "told elsewhere")
    counted, bare = to_text(one), to_text(drafted(tmp_path / "three", *PAPERS["short"]))

    def without_pages(text: str) -> str:
        return re.sub(r"\t(?:\d+|–|passim)(?:, (?:\d+|–))*$", "\t", text, flags=re.MULTILINE)

    assert counted != bare
    assert without_pages(counted) == without_pages(bare)


def test_without_libreoffice_the_final_is_written_with_dashes_and_the_user_is_told(
    data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(paths, "_OFFICE", ("soffice", "libreoffice"))
    library = Library(data_dir, today=lambda: TODAY)
    session = library.open_case(library.new_sample("complete"))
    session.set_answer("form.tables", True)
    report = session.draft(tmp_path, final=True)
    library.close()
    assert report.final
    assert report.problems[-1:] == (UNCOUNTED,)
    assert {
        number for _, numbers in rows(report.files[0].read_bytes()) for number in numbers.split(", ")
    } == {"–"}


def test_a_motion_without_tables_starts_no_program(
    data_dir: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden() -> str:
        raise AssertionError("LibreOffice was looked for")

    monkeypatch.setattr(paths, "office_program", forbidden)
    library = Library(data_dir, today=lambda: TODAY)
    report = library.open_case(library.new_sample("complete")).draft(tmp_path)
    library.close()
    assert "TABLE OF CONTENTS" not in to_text(report.files[0].read_bytes())


def short_paper(numbers: Mapping[str, int]) -> Rendered:
    from wordsource.package import compile_source

    template = Template.open(compile_source("[[contents]]\n\n# One\nText.\n", "short.md"))
    return render(template, {}, strict=True, pages=numbers)


def program(folder: Path, script: str) -> str:
    """A program in LibreOffice's place; its last argument is the paper."""
    path = folder / "office"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
@pytest.mark.parametrize("script", ["exit 1", "echo broken > /dev/null", "mkdir -p set; kill $$"])
def test_a_program_that_fails_leaves_the_numbers_open(
    script: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "office_program", lambda: program(tmp_path, script))
    result, counted = paged(short_paper)
    assert not counted
    assert rows(result.docx) == [("One", "–")]


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
@pytest.mark.parametrize("written", ["not a Word file", "$(cat)"])
def test_an_answer_that_cannot_be_read_leaves_the_numbers_open(
    written: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = (
        f'for last; do :; done; mkdir "${{last%/*}}/set"; echo "{written}" > "${{last%/*}}/set/paper.docx"'
    )
    monkeypatch.setattr(paths, "office_program", lambda: program(tmp_path, script))
    assert not paged(short_paper)[1]


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
def test_a_program_that_hangs_is_stopped_with_all_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alive = tmp_path / "alive"
    script = f'(while :; do date +%s%N > "{alive}"; sleep 0.05; done) & wait'
    monkeypatch.setattr(paths, "office_program", lambda: program(tmp_path, script))
    monkeypatch.setattr(office, "_LIMIT", 0.5)
    assert not paged(short_paper)[1]
    last = alive.read_text(encoding="utf-8")
    time.sleep(0.3)
    assert alive.read_text(encoding="utf-8") == last


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a shell script")
def test_numbers_that_never_settle_stay_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Mapping[str, int]] = []

    def counted(made: Rendered, _program: str, _folder: Path, _stopped: object) -> dict[str, int]:
        return dict.fromkeys(made.bookmarks, len(asked))

    def make(numbers: Mapping[str, int]) -> Rendered:
        asked.append(numbers)
        return short_paper(numbers)

    monkeypatch.setattr(paths, "office_program", lambda: program(tmp_path, "exit 0"))
    monkeypatch.setattr(paging, "_counted", counted)
    result, settled = paged(make)
    assert not settled
    assert len(asked) < 10
    assert rows(result.docx) == [("One", "–")]


def test_nothing_is_left_of_the_counting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, soffice: str
) -> None:
    assert soffice
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert paged(short_paper)[1]
    assert not list(tmp_path.iterdir())
