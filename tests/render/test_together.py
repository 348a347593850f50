"""What stays together on a page: a heading with its table, two rows of a table, a lead-in, a signature."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import pytest
from lxml import etree

from drafter.render.engine import Template, render

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Tree = Callable[..., etree._Element]
Made = Callable[[str], bytes]
ROWS = 6


@pytest.fixture
def made(compiled: Callable[..., bytes]) -> Made:
    """A source as a finished paper."""

    def paper(source: str) -> bytes:
        head = "---\ntitle: A\nspacing: single\n---\n\n"
        return render(Template.open(compiled(head + source)), {}, strict=True).docx

    return paper


def table(word: str, rows: int) -> str:
    cells = "\n".join(
        f"| {word} {row}. | a lot of words that fill the cell in two lines or more, to {word}-{row}-end |"
        for row in range(rows)
    )
    return f"::: table widths=3,1.6\n| Head | Words |\n|---|---|\n{cells}\n:::\n"


def kept(paper: bytes, tree: Tree) -> dict[str, bool]:
    """Each paragraph with text, and whether it stays with the next one; of a row its first cell."""
    body = tree(paper)
    cells = [
        one
        for row in body.iter(f"{W}tr")
        for cell in list(row.iter(f"{W}tc"))[1:]
        for one in cell.iter(f"{W}p")
    ]
    return {
        "".join(one.text or "" for one in paragraph.iter(f"{W}t")): paragraph.find(f"{W}pPr/{W}keepNext")
        is not None
        for paragraph in body.iter(f"{W}p")
        if paragraph not in cells
    }


@pytest.mark.parametrize(
    ("rows", "with_next"),
    [(1, []), (2, [0]), (3, [0, 1]), (4, [0, 2]), (6, [0, 4])],
)
def test_at_least_two_rows_stand_on_each_page(
    rows: int, with_next: list[int], made: Made, tree: Tree
) -> None:
    said = kept(made(f"text\n\n{table('row', rows)}\nmore\n"), tree)
    assert said["Head"]
    assert [row for row in range(rows) if said[f"row {row}."]] == with_next
    assert said["text"], "what stands before a table stays with it"
    assert not said["more"]


def test_what_ends_with_a_colon_stays_with_what_follows(made: Made, tree: Tree) -> None:
    said = kept(made("The reasons given are:\n\nA reason.\n\nLast:\n\n# Heading\n\ntext\n"), tree)
    assert said["The reasons given are:"]
    assert not said["A reason."]
    assert not said["Last:"], "a heading belongs to what follows it"


def test_a_signature_is_one_paragraph_and_stays_with_the_text_above_it(made: Made) -> None:
    dated = "::: noindent\nDated: today\n:::\n\n"
    source = f"far\n\nfar\n\n1. last\n\n{dated}::: signature\nBy\n&nbsp;\n____\nAnn Lee\n:::\n"
    opened = [one for one in docx.Document(io.BytesIO(made(source))).paragraphs if one.text]
    assert [one.text for one in opened] == ["far", "far", "last", "Dated: today", "By\n\u00a0\n____\nAnn Lee"]
    assert [bool(one.paragraph_format.keep_with_next) for one in opened] == [False, True, True, True, False]


def test_the_last_row_of_a_table_stays_with_an_oath_below_it(made: Made, tree: Tree) -> None:
    said = kept(made(f"{table('row', 4)}\n::: noindent\nOath.\n:::\n\n::: signature\nAnn Lee\n:::\n"), tree)
    assert (said["row 3."], said[""], said["Oath."]) == (True, True, True)


def test_no_gap_stands_between_a_table_and_a_heading(made: Made) -> None:
    opened = docx.Document(io.BytesIO(made(f"{table('row', 2)}\n# Heading\n\n{table('line', 2)}\nend\n")))
    gaps = [one for one in opened.paragraphs if one.style is not None and one.style.name == "Table Gap"]
    assert len(gaps) == 1


def pages(folder: Path, soffice: str, pdftotext: str) -> Iterator[list[str]]:
    """The pages of each Word file in ``folder``."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = [str(path) for path in sorted(folder.glob("*.docx"))]
    convert = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files]
    subprocess.run(convert, check=True, capture_output=True, timeout=300)
    for path in sorted(folder.glob("*.pdf")):
        told = subprocess.run([pdftotext, str(path), "-"], check=True, capture_output=True, encoding="utf-8")
        yield [page for page in told.stdout.split("\f") if page.strip()]


def test_libreoffice_parts_nothing_that_belongs_together_and_loses_no_row(
    made: Made, tmp_path: Path, soffice: str, tool: Callable[..., str]
) -> None:
    """Two tables and a signature at forty-eight heights of the page, a quarter of a line apart and more."""
    signed = (
        "::: noindent\nDated: today\n:::\n\n::: signature\nRespectfully,\n____\nAnn Lee\nBar No. 1\n:::\n"
    )
    for height in range(48):
        lines = "\n\n".join(["filler"] * (16 + height // 4))
        source = (
            f"{lines}\n\n{table('Small', 2)}\n## Zebra\n\n::: noindent\nShort reason.\n:::\n\n"
            f"{table('Big', ROWS)}\nLast words.\n\n{signed}"
        )
        paper = docx.Document(io.BytesIO(made(source)))
        paper.paragraphs[0].paragraph_format.space_after = 127000 * (height % 4) // 3
        paper.save(str(tmp_path / f"{height:02d}.docx"))
    looked = 0
    for shown in pages(tmp_path, soffice, tool("pdftotext")):
        rows = [
            next((n for n, page in enumerate(shown) if f"Big {row}." in page), None) for row in range(ROWS)
        ]
        place = {
            word: next(n for n, page in enumerate(shown) if word in page)
            for word in ("Zebra", "Short", "Last", "Dated", "Bar No")
        }
        assert None not in rows, "a row is lost"
        ends = [
            next((n for n, page in enumerate(shown) if f"Big-{row}-end" in page), None) for row in range(ROWS)
        ]
        assert ends == rows, "a row is parted"
        assert place["Zebra"] == place["Short"] == rows[0] == rows[1], "a heading or a row stands alone"
        assert rows[-2] == rows[-1]
        assert place["Last"] == place["Dated"] == place["Bar No"], "the signature is parted"
        looked += len(set(rows)) > 1 or rows[0] != 0
    assert looked > 5, "a table has to meet the end of a page"
