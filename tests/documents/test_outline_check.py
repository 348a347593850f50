"""The check of what a reader sees finds each ruin that it is for: planted into a real paper."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from outline_check import ruins, scars
from papers import facts_of, papers, sample_case

from drafter.practice.documents.motion import MOTION

BODY, NUMBERING, NOTES = "word/document.xml", "word/numbering.xml", "word/footnotes.xml"


def styled(style: str, text: str = "") -> str:
    run = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run}</w:p>'


def front(*blocks: str) -> tuple[str, str]:
    """Put ``blocks`` in front of the body."""
    return "<w:body>", f"<w:body>{''.join(blocks)}"


def table(*rows: str) -> str:
    return f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9"/></w:tblGrid>{"".join(rows)}</w:tbl>'


HEADER = f"<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc>{styled('TableText', 'x')}</w:tc></w:tr>"
EMPTY = f"<w:tr><w:tc>{styled('TableText')}</w:tc></w:tr>"
SECOND_HEADING = r'(<w:abstractNum w:abstractNumId="1">.*?<w:lvl w:ilvl="1"><w:start w:val=)"1"'
#: Part, what is replaced, by what, what is said of it.
PLANTED = [
    (BODY, *front(styled("Heading1", "First"), styled("Heading1", "Next")), "under the heading “First”"),
    (BODY, *front(styled("Heading2", "Low"), styled("Heading1", "High")), "stands under the heading “Low”"),
    (BODY, "<w:sectPr>", f"{styled('Heading1', 'Last')}<w:sectPr>", "stands under the heading “Last”"),
    (BODY, *front(styled("BodyText", "These are:"), styled("Heading1", "Next")), "follows “These are:”"),
    (BODY, *front(styled("BodyText", "These are:"), styled("BodyText")), "follows “These are:”"),
    (BODY, *front(styled("BodyText"), styled("Signature")), "two blank lines stand together"),
    (NUMBERING, SECOND_HEADING, r'\1"3"', "the heading “The offense” has the number C."),
    (
        BODY, *front(*(styled(style, "x") for style in ("ListNumber", "BodyText", "ListNumber"))),
        "item 1 of a list has the number 2.",
    ),
    (NOTES, r"(<w:footnoteRef/></w:r>).*?</w:p>", r"\1</w:p>", "the note 1 is empty"),
    (BODY, *front(table(HEADER), styled("TableGap")), "a table has no rows"),
    (BODY, *front(table(HEADER, EMPTY), styled("TableGap")), "an empty cell in “”"),
    (BODY, *front(table(HEADER.replace(">x<", ">a,,<"))), "in a cell: “a,,”"),
]  # fmt: skip
SCARRED = [
    "two  spaces", "He was , then", "an end ..", "one,, two", "a list;.", "nothing ()", "nothing ( )",
    "cut (Ex. B; )", "( at first", ", at first", "[]", "named “”", "on None and", "missing: name",
    "of the the court", "(open", "“open",
]  # fmt: skip


@pytest.fixture(scope="module")
def paper() -> bytes:
    ((_, docx),) = papers(MOTION, facts_of(sample_case("complete")))
    return docx


def with_ruin(docx: bytes, part: str, old: str, new: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as package, zipfile.ZipFile(out, "w") as planted:
        for name in package.namelist():
            content = package.read(name).decode()
            if name == part:
                content, count = re.subn(old, new, content, count=1, flags=re.DOTALL)
                assert count, f"nothing to replace in {part}"
            planted.writestr(name, content)
    return out.getvalue()


def test_the_complete_paper_has_no_ruin(paper: bytes) -> None:
    assert ruins(paper) == scars(paper) == []


@pytest.mark.parametrize("planted", PLANTED, ids=[row[-1] for row in PLANTED])
def test_a_planted_ruin_is_found(planted: tuple[str, str, str, str], paper: bytes) -> None:
    part, old, new, said = planted
    found = ruins(with_ruin(paper, part, old, new))
    assert [one for one in found if said in one], found


@pytest.mark.parametrize("text", SCARRED)
def test_a_scar_is_found_in_the_text_and_in_the_notes(text: str, paper: bytes) -> None:
    for part, place in ((BODY, r"<w:body>"), (NOTES, r'<w:footnote w:id="1">')):
        found = with_ruin(paper, part, place, place + styled("BodyText", text).replace("\\", r"\\"))
        assert len(ruins(found)) == len(scars(found)) >= 1


@pytest.mark.parametrize(
    "text", ["None of it is so.", "____________ , ____", "☐  yes", "§§ 1–2; 3.", "end (Ex. B)."]
)
def test_what_is_meant_is_no_scar(text: str, paper: bytes) -> None:
    assert ruins(with_ruin(paper, BODY, *front(styled("BodyText", text)))) == []
