"""Hostile text comes out as it went in, everywhere; hostile templates are refused."""

from __future__ import annotations

import io
import re
import subprocess
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from drafter.core import marks
from drafter.render.engine import Template, preview, render
from drafter.render.faults import TemplateFault

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Context = dict[str, Any]
HOSTILE = marks.cleaned(
    'AT&T <select> "O\'Brien" § 3582 – {{y}} {_{x}_} {%p if 1 %} \u2028 \x0b\x07 😀 ]]> &amp; \\ * _'
)
EVERYWHERE = """---
header: H {{ x }} |
footer: F {{ x }} {page}
---

# Heading {{ x }}

Body {{ x }} end.[^n] {{ x|trim }}

::: table
| Cell | Two |
|---|---|
| {%tr for y in xs %} | |
| {{ y }} | *{{ y }}* |
| {%tr endfor %} | |
:::

{%p for y in xs %}
1. {{ y }}
{%p endfor %}

> {{ x }}

[^n]: Note {{ x }} end.
"""


@pytest.fixture(scope="module")
def everywhere(compiled: Callable[..., bytes]) -> Template:
    return Template.open(compiled(EVERYWHERE), name="everywhere.docx")


def places(docx: bytes, words: Callable[[etree._Element], str]) -> dict[str, list[str]]:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return {
            part: [words(p) for p in etree.fromstring(package.read(f"word/{part}.xml")).iter(f"{W}p")]
            for part in ("document", "header1", "footer1", "footnotes")
        }


def assert_everywhere(docx: bytes, value: str, words: Callable[[etree._Element], str]) -> None:
    found = places(docx, words)
    document = found["document"]
    assert f"Heading {value}" in document
    assert f"Body {value} end. {value.strip()}" in document
    # Two cells, a list item and a quotation; what is blank altogether leaves no paragraph of its own.
    assert document.count(value) >= (4 if value.strip(" \n\t") else 0)
    assert found["header1"] == [f"H {value}\t"]
    assert found["footer1"] == [f"F {value} 1"]
    assert any(note.endswith(f" Note {value} end.") for note in found["footnotes"])


def test_hostile_text_is_printed_as_it_is(
    everywhere: Template, words: Callable[[etree._Element], str]
) -> None:
    rendered = render(everywhere, {"x": HOSTILE, "xs": (HOSTILE,)}, strict=True)
    assert_everywhere(rendered.docx, HOSTILE, words)


@settings(max_examples=150)
@given(raw=st.text(alphabet=st.characters(), max_size=40))
def test_any_text_is_printed_as_it_is(
    raw: str, everywhere: Template, words: Callable[[etree._Element], str]
) -> None:
    value = marks.cleaned(raw)
    assert_everywhere(render(everywhere, {"x": value, "xs": (value,)}, strict=True).docx, value, words)


@settings(max_examples=50)
@given(
    pieces=st.lists(
        st.sampled_from([*"\ufdd0\ufdd1\ufdd2\ufdd3\ufdd4\ufdd5\ufdd6", "a", "\n", "\x00", "\ud800"]),
        max_size=12,
    )
)
def test_no_disorder_of_marks_breaks_a_paper(pieces: list[str], everywhere: Template) -> None:
    value = "".join(pieces)
    docx = render(everywhere, {"x": value, "xs": (value,)}, strict=False).docx
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        document = package.read("word/document.xml").decode()
    etree.fromstring(document.encode())
    assert not [sign for sign in document if "\ufdd0" <= sign <= "\ufdef"]
    preview(everywhere, {"x": value, "xs": ()})


ESCAPES = [
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{{ x.__class__.__mro__ }}",
    "{{ ''.__class__ }}",
    "{{ x.format(1) }}",
    "{{ x.ljust(1000000000) }}",
    "{{ 'a' * 1000000000 }}",
    "{{ 2 ** 10000000000 }}",
    "{{ self.__init__.__globals__ }}",
    "{{ no_fragment.__globals__ }}",
    "{% for i in range(1000000000) %}{% endfor %}",
    "{% include '/etc/passwd' %}",
    "{{ (x|attr('__class__')) }}",
    "{{ x|safe }}",
    "{{ case.update({'a': 'b'}) }}",
]


@pytest.mark.parametrize("tag", ESCAPES)
def test_a_template_cannot_reach_out_of_itself(tag: str, compiled: Callable[..., bytes]) -> None:
    started = time.monotonic()
    context: Context = {"x": "text", "case": {"a": "b"}}
    with pytest.raises(TemplateFault, match=r"evil\.docx"):
        render(Template.open(compiled(f"Text {tag}.\n"), name="evil.docx"), context, strict=True)
    assert time.monotonic() - started < 2
    assert context["case"] == {"a": "b"}


def test_a_draft_of_an_escape_prints_nothing_of_it(compiled: Callable[..., bytes]) -> None:
    with pytest.raises(TemplateFault, match="no template may do"):
        render(Template.open(compiled("{{ x.__class__ }} here\n")), {"x": "t"}, strict=False)


def test_files_that_are_no_template_are_refused_in_a_sentence(
    motion: bytes, with_part: Callable[..., bytes]
) -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b"\0" * 100_000_000)
    external = (
        b'<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"'
        b' Target="http://example.invalid/x.png" TargetMode="External"/></Relationships>'
    )
    entity = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]>'
    document, macros = "word/document.xml", b"application/vnd.ms-word.document.macroEnabled.main+xml"
    plain = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    cases: list[tuple[bytes, str]] = [
        (b"not a zip", "not a Word document"),
        (motion[: len(motion) // 2], "not a Word document"),
        (b"\xd0\xcf\x11\xe0old", "save it in Word as .docx"),
        (bomb.getvalue(), "unpacks to more"),
        (with_part(motion, document, lambda part: part[:900]), "not well-formed"),
        (with_part(motion, document, lambda part: entity + part[55:]), "not well-formed"),
        (with_part(motion, "[Content_Types].xml", lambda part: part.replace(plain, macros)), "macros"),
        (
            with_part(
                motion,
                "word/_rels/document.xml.rels",
                lambda part: part.replace(b"</Relationships>", external),
            ),
            "outside the file",
        ),
        (
            with_part(
                motion, document, lambda part: part.replace(b"<w:body>", b"<w:body><w:p><w:del/></w:p>")
            ),
            "tracked changes",
        ),
        (
            with_part(motion, document, lambda part: part.replace(b"{{ flag }}", b"{{ flag")),
            "opened and not closed",
        ),
        (with_part(motion, document, lambda part: part.replace(b"{%p endif %}", b"", 1)), "a tag is wrong"),
    ]
    for file, said in cases:
        with pytest.raises(TemplateFault, match=rf"^bad\.docx: .*{said}.*\.$"):
            Template.open(file, name="bad.docx")


def test_a_word_template_is_opened_as_a_document(
    motion: bytes, b3d: bytes, with_part: Callable[..., bytes], context: Context
) -> None:
    dotx = with_part(
        motion, "[Content_Types].xml", lambda part: part.replace(b"document.main+xml", b"template.main+xml")
    )
    docx = render(Template.open(dotx, {"b3D": b3d}), context, strict=True).docx
    assert b"template.main+xml" not in zipfile.ZipFile(io.BytesIO(docx)).read("[Content_Types].xml")


def test_libreoffice_opens_the_hostile_paper(
    everywhere: Template, template: Template, context: Context, soffice: str, tmp_path: Path
) -> None:
    (tmp_path / "everywhere.docx").write_bytes(
        render(everywhere, {"x": HOSTILE, "xs": (HOSTILE,)}, strict=True).docx
    )
    (tmp_path / "motion.docx").write_bytes(render(template, context, strict=True).docx)
    command = [
        soffice,
        f"-env:UserInstallation=file://{tmp_path}/profile",
        "--headless",
        "--convert-to",
        "txt:Text (encoded):UTF8",
    ]
    files = ["everywhere.docx", "motion.docx"]
    subprocess.run([*command, *files], cwd=tmp_path, check=True, capture_output=True, timeout=120)
    read = (tmp_path / "everywhere.txt").read_text(encoding="utf-8-sig")
    for line in HOSTILE.split("\n"):
        assert read.count(line.strip()) >= 5
    motion = (tmp_path / "motion.txt").read_text(encoding="utf-8-sig")
    assert re.search(r"told again for the Court:\n\s*1\.\s+Point one\n\s*2\.\s+Point two", motion)
