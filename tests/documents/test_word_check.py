"""The check of Word files finds every fault that it is for: each planted into a real paper."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from every_answer import everything, facts
from papers import papers
from word_check import RULES, faults

from drafter.practice.documents.motion import MOTION

TYPES, RELS, BODY = "[Content_Types].xml", "word/_rels/document.xml.rels", "word/document.xml"
STYLES, NUMBERING, NOTES = "word/styles.xml", "word/numbering.xml", "word/footnotes.xml"
SETTINGS, HEADER, FOOTER = "word/settings.xml", "word/header1.xml", "word/footer1.xml"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
TWO = "<w:tr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr>"
GRID = '<w:tblPr/><w:tblGrid><w:gridCol w:w="9"/><w:gridCol w:w="9"/></w:tblGrid>'
MARK = '<w:bookmarkStart w:id="{0}" w:name="{1}"/><w:bookmarkEnd w:id="{0}"/>'
PICTURE = (
    f'<w:r><w:drawing><wp:inline xmlns:wp="{WP}"><wp:docPr id="7" name="x"/></wp:inline></w:drawing></w:r>'
)
CHAR = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
BEGIN, SEPARATE, END = (CHAR.format(kind) for kind in ("begin", "separate", "end"))
CODE = "<w:r><w:instrText>{}</w:instrText></w:r>"


def front(inside: str) -> tuple[str, str]:
    """Put a paragraph with ``inside`` in front of the body."""
    return "<w:body>", f"<w:body><w:p>{inside}</w:p>"


def block(inside: str) -> tuple[str, str]:
    """Put ``inside`` in front of the body."""
    return "<w:body>", f"<w:body>{inside}"


#: Rule, part, what is replaced, by what, what the check says of it.
Planted = tuple[str, str, str | None, str | None, str]
PLANTED: list[Planted] = [
    (
        "content types", TYPES, r"<Override PartName=./word/styles.xml.[^>]*/>", "",
        "styles.xml has the content",
    ),
    ("content types", TYPES, r"header\+xml", "footer+xml", "header1.xml has the content type"),
    (
        "content types", TYPES, r"/word/header2.xml", "/word/header9.xml",
        "header9.xml has a content type and is",
    ),
    ("content types", TYPES, r"/word/header2.xml", "/word/header1.xml", "header1.xml has two content types"),
    ("content types", TYPES, "", None, "lacks"),
    ("relationships", RELS, r'Target="styles.xml"', 'Target="style.xml"', "leads to word/style.xml"),
    ("relationships", RELS, r"relationships/numbering", "relationships/comments", "relationships/comments"),
    ("relationships", RELS, r'"rIdFooter"', '"rIdHeader"', "rIdHeader is there twice"),
    ("relationships", RELS, r'Target="header2.xml"', 'Target="x" TargetMode="External"', "leads outside"),
    ("relationships", RELS, r"relationships/settings", "relationships/hyperlink", "leads inside"),
    (
        "relationships", BODY, r'r:id="rIdHeader"', 'r:id="rIdNo"',
        "headerReference calls the relationship rIdNo",
    ),
    ("relationships", BODY, r'r:id="rIdHeader"', 'r:id="rIdFooter"', "calls rIdFooter, which is no header"),
    ("relationships", "word/media/x.xml", None, "<x/>", "nothing points to it"),
    ("relationships", "word/_rels/x.xml.rels", None, "<x/>", "belongs to no part"),
    ("relationships", "_rels/.rels", r"relationships/officeDocument", "relationships/other", "no document"),
    (
        "order", BODY, *block('<w:p><w:pPr><w:jc w:val="left"/><w:keepNext/></w:pPr></w:p>'),
        "w:keepNext is out",
    ),
    ("order", BODY, *front("<w:r><w:rPr><w:i/><w:b/></w:rPr></w:r>"), "w:b is out of order in w:rPr"),
    ("order", BODY, *front("<w:r><w:t>x</w:t><w:rPr/></w:r>"), "w:rPr is out of order in w:r"),
    ("order", BODY, *front("<w:r/><w:pPr/>"), "w:pPr is out of order in w:p"),
    ("order", BODY, *front("<w:p/>"), "w:p may not stand in w:p"),
    ("order", BODY, *front("<w:del/>"), "w:del may not stand in w:p"),
    ("order", BODY, *front("<w:pPr/><w:pPr/>"), "w:pPr stands twice in w:p"),
    ("order", BODY, r"(<w:tblPr>.*?</w:tblPr>)(<w:tblGrid>)", r"\2", "w:tbl lacks its w:tblPr"),
    ("order", BODY, *block(f"<w:tbl>{GRID}<w:tblPr/>{TWO}</w:tbl>"), "w:tblPr is out of order in w:tbl"),
    (
        "order", BODY, r"(<w:tc>)(<w:tcPr>.*?</w:tcPr>)(.*?)(</w:tc>)", r"\1\3\2\4",
        "w:tcPr is out of order in w:tc",
    ),
    (
        "order", BODY, r"(<w:tr>)(<w:trPr>.*?</w:trPr>)(.*?)(</w:tr>)", r"\1\3\2\4",
        "w:trPr is out of order in w:tr",
    ),
    ("order", BODY, r"(<w:pgSz[^>]*/>)(<w:pgMar[^>]*/>)", r"\2\1", "w:pgSz is out of order in w:sectPr"),
    ("order", STYLES, r"(<w:name [^>]*/>)(<w:basedOn [^>]*/>)", r"\2\1", "w:name is out of order in w:style"),
    (
        "order", NUMBERING, r"(<w:start [^>]*/>)(<w:numFmt [^>]*/>)", r"\2\1",
        "w:start is out of order in w:lvl",
    ),
    (
        "order", SETTINGS, r"(<w:footnotePr>.*</w:footnotePr>)(<w:compat>.*</w:compat>)", r"\2\1",
        "w:footnotePr is",
    ),
    (
        "cells", BODY, r"(<w:tc>(?:(?!</w:tc>).)*?)<w:p>.*?</w:p></w:tc>", r"\1</w:tc>",
        "not end with a paragraph",
    ),
    ("cells", BODY, r"</w:tc>", f"<w:tbl>{GRID}{TWO}</w:tbl></w:tc>", "a cell does not end with a paragraph"),
    ("cells", BODY, *block(f"<w:tbl>{GRID}</w:tbl>"), "a table has no row"),
    (
        "cells", BODY,
        *block(f"<w:tbl>{GRID}{TWO.replace('<w:tr>', '<w:tr><w:trPr><w:tblHeader/></w:trPr>')}</w:tbl>"),
        "nothing but its header",
    ),
    ("cells", BODY, *block(f"<w:tbl>{GRID}{TWO}<w:tr/></w:tbl>"), "a row has no cell"),
    ("cells", BODY, *block(f"<w:tbl>{GRID}{TWO}</w:tbl><w:tbl>{GRID}{TWO}</w:tbl>"), "two tables touch"),
    ("cells", HEADER, r"<w:p>.*</w:p>", "", "w:hdr has no paragraph"),
    ("grid", BODY, r"<w:gridCol [^>]*/>", "", "2 columns wide in a table of 1"),
    ("grid", BODY, r"<w:tcPr>", '<w:tcPr><w:gridSpan w:val="2"/>', "3 columns wide in a table of 2"),
    ("grid", BODY, r"<w:trPr>", '<w:trPr><w:gridAfter w:val="1"/>', "3 columns wide in a table of 2"),
    ("ids", BODY, *front(MARK.format(5, "a") + MARK.format(5, "b")), "bookmark id 5 is there twice"),
    ("ids", BODY, *front(MARK.format(5, "a") + MARK.format(6, "A")), "bookmark name a is there twice"),
    ("ids", BODY, *front(PICTURE + PICTURE), "picture id 7 is there twice"),
    ("ids", NOTES, r'<w:footnote w:id="2">', '<w:footnote w:id="1">', "note id (footnote) 1 is there twice"),
    (
        "ids", STYLES, r'w:styleId="Heading2"', 'w:styleId="Heading1"',
        "style id (style) Heading1 is there twice",
    ),
    ("ids", NUMBERING, r'<w:num w:numId="2">', '<w:num w:numId="1">', "numbering id (num) 1 is there twice"),
    ("ids", NUMBERING, r'w:abstractNumId="2"', 'w:abstractNumId="1"', "(abstractNum) 1 is there twice"),
    ("bookmarks", BODY, *front('<w:bookmarkStart w:id="5" w:name="a"/>'), "the bookmark 5 does not end"),
    ("bookmarks", BODY, *front('<w:bookmarkEnd w:id="5"/>'), "the bookmark 5 ends and has not begun"),
    ("bookmarks", BODY, *front(MARK.format(5, "a b")), "“a b” is no name for a bookmark"),
    ("bookmarks", BODY, *front(MARK.format("x", "a")), "“x” is no id of a bookmark"),
    ("bookmarks", BODY, *front('<w:hyperlink w:anchor="a"/>'), "a link leads to the bookmark a"),
    ("fields", FOOTER, r'<w:fldChar w:fldCharType="end"/>', "", "a field does not end"),
    ("fields", FOOTER, r'<w:fldChar w:fldCharType="begin"/>', "", "a field has its “code” out of place"),
    (
        "fields", BODY, *front(BEGIN + CODE.format("PAGE") + SEPARATE + SEPARATE + END),
        "its “separate” out of place",
    ),
    ("fields", BODY, *front(BEGIN + SEPARATE + CODE.format("PAGE") + END), "its “code” out of place"),
    ("fields", BODY, *front(BEGIN + CHAR.format("middle") + END), "a field has a part “middle”"),
    ("fields", FOOTER, r" PAGE ", " DATE ", "“DATE” is no field of a paper"),
    ("fields", BODY, *front('<w:fldSimple w:instr="FILENAME"/>'), "“FILENAME” is no field of a paper"),
    ("fields", BODY, *front(BEGIN + END), "“” is no field of a paper"),
    ("fields", BODY, *front(BEGIN + CODE.format("PAGEREF a") + END), "“PAGEREF a” points to a bookmark"),
    ("styles", BODY, r'<w:pStyle w:val="Title"/>', '<w:pStyle w:val="No"/>', "no paragraph style “No”"),
    (
        "styles", BODY, *front('<w:r><w:rPr><w:rStyle w:val="Title"/></w:rPr></w:r>'),
        "no character style “Title”",
    ),
    (
        "styles", NUMBERING, r'<w:pStyle w:val="Heading1"/>', '<w:pStyle w:val="No"/>',
        "no paragraph style “No”",
    ),
    ("styles", STYLES, r'<w:next w:val="BodyText"/>', '<w:next w:val="No"/>', "names No (next)"),
    ("styles", STYLES, r'<w:basedOn w:val="Normal"/>', '<w:basedOn w:val="No"/>', "names No (basedOn)"),
    (
        "styles", STYLES,
        r'(w:styleId="Heading1"><w:name w:val="heading 1"/>)<w:basedOn w:val="Normal"/>',
        r'\1<w:basedOn w:val="Heading1"/>', "the style Heading1 is built on itself",
    ),
    (
        "numbering", STYLES, r'<w:numId w:val="1"/>', '<w:numId w:val="99"/>',
        "of the list 99, which is not there",
    ),
    ("numbering", STYLES, r'<w:ilvl w:val="0"/>', '<w:ilvl w:val="8"/>', "the list 1 has no level 8"),
    (
        "numbering", NUMBERING, r'<w:abstractNumId w:val="1"/>', '<w:abstractNumId w:val="9"/>',
        "of the kind 9",
    ),
    (
        "notes", BODY, r'<w:footnoteReference w:id="1"/>', '<w:footnoteReference w:id="9"/>',
        "9 is called and is not",
    ),
    ("notes", BODY, r'<w:footnoteReference w:id="1"/>', "", "the footnote 1 is called 0 times"),
    ("notes", BODY, r'(<w:footnoteReference w:id="1"/>)', r"\1\1", "the footnote 1 is called 2 times"),
    (
        "notes", BODY, r'<w:footnoteReference w:id="1"/>', '<w:footnoteReference w:id="0"/>',
        "footnote 0 is called",
    ),
    ("notes", HEADER, r"<w:r>", '<w:r><w:footnoteReference w:id="1"/>', "called outside the document"),
    (
        "notes", SETTINGS, r'<w:footnote w:id="-1"/>', '<w:footnote w:id="-7"/>',
        "the separator -7 of footnotes",
    ),
    ("text", BODY, *front("<w:r><w:t>x </w:t></w:r>"), "the spaces around “x ” are lost"),
    ("text", BODY, *front('<w:r><w:t xml:space="keep">x</w:t></w:r>'), "xml:space “keep” on w:t"),
    ("text", BODY, *block('<w:p xml:space="preserve"/>'), "xml:space “preserve” on w:p"),
    ("text", BODY, *front("lost"), "the text “lost” stands in w:p"),
    ("text", BODY, *block("<w:p/>lost"), "the text “lost” stands after w:p"),
    ("text", BODY, *front('<w:r><w:t xml:space="preserve">a\tb</w:t></w:r>'), "a tab or a line end inside"),
    (
        "sections", BODY, r'<w:headerReference w:type="first"', '<w:headerReference w:type="default"',
        "a section has two of headerReference default",
    ),
    ("package", BODY, r"</w:body>", "", "not well-formed"),
]  # fmt: skip


@pytest.fixture(scope="module")
def paper() -> bytes:
    """The motion with every question answered, in one paper and without tables: the ids below 10 are free."""
    raw = everything(kit__sealed=False, kit__separate_memorandum=False, form__tables=False)
    ((_, docx),) = papers(MOTION, facts(raw))
    return docx


def with_fault(docx: bytes, part: str, old: str | None, new: str | None) -> bytes:
    """The paper with one replacement, a part more (``old`` is None) or less (``new`` is None)."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as package, zipfile.ZipFile(out, "w") as planted:
        parts = {name: package.read(name).decode() for name in package.namelist()}
        if new is None:
            del parts[part]
        elif old is None:
            parts[part] = new
        else:
            parts[part], count = re.subn(old, new, parts[part], count=1, flags=re.DOTALL)
            assert count, f"nothing to replace in {part}"
        for name, content in parts.items():
            planted.writestr(name, content)
    return out.getvalue()


def test_a_sound_paper_has_no_fault(paper: bytes) -> None:
    assert faults(paper) == []
    assert faults(with_fault(paper, BODY, *front("<w:r><w:t>x</w:t></w:r>"))) == []


@pytest.mark.parametrize("planted", PLANTED, ids=[row[-1] for row in PLANTED])
def test_a_planted_fault_is_found(planted: Planted, paper: bytes) -> None:
    rule, part, old, new, said = planted
    found = faults(with_fault(paper, part, old, new))
    assert [one for one in found if one.startswith(f"{rule}: ") and said in one], found


def test_every_rule_is_planted() -> None:
    assert {rule for rule, *_ in PLANTED} == {*RULES, "package"}


def test_sound_fields_bookmarks_and_pictures_are_no_fault(paper: bytes) -> None:
    sound = (
        MARK.format(5, "_Toc1")
        + BEGIN + CODE.format("TOC") + SEPARATE
        + BEGIN + CODE.format("PAGEREF _Toc1") + SEPARATE + "<w:r><w:t>3</w:t></w:r>" + END
        + END
        + '<w:hyperlink w:anchor="_Toc1"><w:r><w:t>x</w:t></w:r></w:hyperlink>'
        + PICTURE
    )  # fmt: skip
    assert faults(with_fault(paper, BODY, *front(sound))) == []


def test_a_part_that_is_there_twice_is_found(paper: bytes) -> None:
    out = io.BytesIO(paper)
    with zipfile.ZipFile(out, "a") as package, pytest.warns(UserWarning, match="Duplicate name"):
        package.writestr(BODY, package.read(BODY))
    assert [one for one in faults(out.getvalue()) if "word/document.xml is in the file twice" in one]


def test_what_is_no_zip_file_is_told() -> None:
    assert faults(b"no zip") == ["package: no zip file (File is not a zip file)"]
