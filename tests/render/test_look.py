"""The look that is set into a finished paper: font, sizes, spacing, numbered lines."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from drafter.render.look import Look, section_with, styles_with
from drafter.render.ooxml import parse, w

TEMPLATE = Path(__file__).parents[2] / "templates" / "documents" / "motion.docx"
HOUSE = Look("Times New Roman", 12, 10, line_numbers=False)


def part(name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(TEMPLATE.read_bytes())) as package:
        return package.read(name)


def style(styles: bytes, style_id: str, path: str) -> str:
    for one in parse(styles).iter(w("style")):
        if one.get(w("styleId")) == style_id:
            found = one.find("/".join(w(name) for name in path.split("/")))
            assert found is not None
            return str(found.get(w("line")) or found.get(w("val")))
    raise AssertionError(style_id)


def test_the_house_look_changes_nothing() -> None:
    before, after = parse(part("word/styles.xml")), parse(styles_with(part("word/styles.xml"), HOUSE))
    assert [dict(one.attrib) for one in before.iter()] == [dict(one.attrib) for one in after.iter()]


@pytest.mark.parametrize("size", [13, 14])
def test_size_font_notes_and_double_spacing_follow(size: int) -> None:
    styles = styles_with(part("word/styles.xml"), Look("Century Schoolbook", size, 11, line_numbers=False))
    assert f'w:sz w:val="{size * 2}"'.encode() in styles.split(b"</w:docDefaults>")[0]
    assert b"Times New Roman" not in styles
    assert style(styles, "FootnoteText", "rPr/sz") == "22"
    assert style(styles, "BodyText", "pPr/spacing") == str(size * 40)


def test_lines_are_numbered_where_asked_and_only_there() -> None:
    document = part("word/document.xml")
    assert section_with(document, HOUSE) == document
    numbered = section_with(document, Look("Times New Roman", 12, 10, line_numbers=True))
    assert numbered.count(b'<w:lnNumType w:countBy="1" w:restart="newPage"/>') == document.count(b"<w:pgMar")
    assert parse(numbered) is not None
