"""The zip container is one that every reader of Word files takes, byte for byte the same each time."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from drafter.render.archive import QUICKLY, TIGHTLY, archive, member
from drafter.render.engine import Template, render

Context = dict[str, Any]


@given(
    parts=st.dictionaries(
        st.text(st.characters(codec="utf-8", exclude_characters="\0/\\:"), min_size=1, max_size=20),
        st.binary(max_size=2000),
        max_size=6,
    ),
    level=st.sampled_from([QUICKLY, TIGHTLY]),
)
def test_what_is_packed_is_unpacked_again(parts: dict[str, bytes], level: int) -> None:
    packed = archive([member(name, content, level) for name, content in parts.items()])
    with zipfile.ZipFile(io.BytesIO(packed)) as opened:
        assert opened.testzip() is None
        assert {name: opened.read(name) for name in opened.namelist()} == parts


def test_no_member_tells_when_or_where_it_was_made(template: Template, context: Context) -> None:
    with zipfile.ZipFile(io.BytesIO(render(template, context, strict=True).docx)) as opened:
        members = opened.infolist()
    assert [one.filename for one in members[:2]] == ["[Content_Types].xml", "_rels/.rels"]
    told = {(one.date_time, one.create_system, one.external_attr, one.extra, one.comment) for one in members}
    assert told == {((1980, 1, 1, 0, 0, 0), 0, 0, b"", b"")}


def test_the_order_of_the_parts_does_not_matter() -> None:
    parts = [
        member(name, name.encode()) for name in ("word/document.xml", "_rels/.rels", "[Content_Types].xml")
    ]
    assert archive(parts) == archive(reversed(parts))


@pytest.mark.parametrize("cut", [0, 1, 40])
def test_python_docx_opens_the_paper(template: Template, context: Context, cut: int, tmp_path: Path) -> None:
    context["background"] = tuple(f"Fact {number}." for number in range(cut))
    file = tmp_path / "motion.docx"
    file.write_bytes(render(template, context, strict=True, properties={"title": "A motion"}).docx)
    opened = docx.Document(str(file))
    assert opened.core_properties.title == "A motion"
    assert [text for text in (one.text for one in opened.paragraphs) if text.startswith("Fact ")] == [
        f"Fact {number}." for number in range(cut)
    ]
