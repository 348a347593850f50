"""Every fault of a template is listed at once, with its paragraph, and none is executed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from drafter.render.engine import Template
from drafter.render.faults import TemplateFault
from drafter.render.lint import lint

Context = dict[str, Any]
Change = Callable[[bytes, str, Callable[[bytes], bytes]], bytes]


def paragraph(text: str) -> bytes:
    return f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'.encode()


def test_a_sound_template_has_no_finding(motion: bytes, b3d: bytes, context: Context) -> None:
    assert lint(motion, {"b3D": b3d}, context=context, name="motion.docx") == ()


FAULTS = {
    "{{ a – b }}": "a dash or special hyphen",
    "{{ a b }}": "a tag is wrong",
    "{{ a": "opened and not closed",
    "a }}": "opened and not closed",
    "{%p if a %} text": "text beside a paragraph tag",
    "{{p a }}": "they drop text",
    "{{r a }}": "they drop text",
    "{% vm %}": "not one of those used",
    "{% set a = 1 %} x": "not one of those used",
    "{%tr if a %}": "outside a table",
    "{% if a %}": "alone in its paragraph",
    "{{ a|unknown }}": "a tag is wrong (No filter named",
    "{{ a }}</w:t></w:r><w:r><w:noBreakHyphen/></w:r><w:r><w:t>": "",
    "{{ a</w:t></w:r><w:r><w:noBreakHyphen/></w:r><w:r><w:t>b }}": "special hyphen",
    "x</w:t></w:r><w:del><w:r><w:delText>{{ secret }}</w:delText></w:r></w:del><w:r><w:t>": "tracked changes",
}


def test_all_faults_are_listed_with_their_paragraphs(
    compiled: Callable[..., bytes], with_part: Change
) -> None:
    sound = compiled("---\nheader: H HEADER\n---\n\nText.\n")
    body = b"".join(map(paragraph, FAULTS))
    faulty = with_part(
        sound, "word/document.xml", lambda part: part.replace(b"<w:sectPr>", body + b"<w:sectPr>")
    )
    faulty = with_part(faulty, "word/header1.xml", lambda part: part.replace(b"H HEADER", b"H {{ a b c }}"))
    relationship = (
        b'<Relationship Id="rIdE" Target="endnotes.xml" Type="http://schemas.openxmlformats.org/officeDocument/'
        b'2006/relationships/endnotes"/></Relationships>'
    )
    faulty = with_part(
        faulty, "word/_rels/document.xml.rels", lambda part: part.replace(b"</Relationships>", relationship)
    )
    namespace = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    endnotes = b"<w:endnotes " + namespace + b">" + paragraph("{{ z }}") + b"</w:endnotes>"
    faulty = with_part(faulty, "word/endnotes.xml", lambda _: endnotes)
    said = [str(finding) for finding in lint(faulty, name="faulty.docx")]
    for expected in [*FAULTS.values(), "a tag in endnotes is never filled", "H {{ a b c }}"]:
        assert any(expected in sentence for sentence in said), (expected, said)
    assert all(sentence.startswith("faulty.docx: ") and sentence.endswith("”.") for sentence in said)
    with pytest.raises(TemplateFault):
        Template.open(faulty, name="faulty.docx")


def test_unknown_names_are_listed_with_their_path(compiled: Callable[..., bytes], context: Context) -> None:
    source = (
        "{{ client.nme }} {{ nobody }}[^n]\n\n{%p for g in grounds %}\n"
        "{{ g.title }} {{ g.titel }} {{ loop.index }}\n{%p endfor %}\n\n"
        "{{ g.title }} {{ client.name.first }}\n\n{% if relief.trm %}x{% endif %}\n\n"
        "[^n]: {{ cite.rul }}\n"
    )
    found = lint(compiled(source), context=context, name="t.docx")
    names = [finding.problem.split("”")[0].strip("“") for finding in found]
    assert names == ["client.nme", "nobody", "cite.rul", "g.titel", "g", "client.name.first", "relief.trm"]
    assert "Counsel" not in found[0].paragraph


def test_names_of_a_fragment_are_those_of_its_own_ground(
    motion: bytes, b3d: bytes, context: Context, compiled: Callable[..., bytes]
) -> None:
    other = compiled("{{ ground.special }} {{ ground.first }}\n")
    context["grounds"] = (*context["grounds"], {"fragment": "b6", "special": "s"})
    (finding,) = lint(motion, {"b3D": b3d, "b6": other}, context=context, name="motion.docx")
    assert str(finding) == (
        "b6.docx: “ground.first” is not a name this document has, "
        "in the paragraph “{{ ground.special }} {{ ground.first }}”."
    )


def test_a_file_that_is_no_document_is_a_finding(motion: bytes, b3d: bytes) -> None:
    assert [str(one) for one in lint(b"x", name="x.docx")] == ["x.docx: this is not a Word document (.docx)."]
    assert "b3D.docx" in str(lint(motion, {"b3D": b"x"}, name="motion.docx")[0])
    assert "no paragraph [[grounds]]" in str(lint(b3d, {"b3D": b3d}, name="shell.docx")[0])
