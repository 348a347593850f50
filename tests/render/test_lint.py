"""What the check of a template says: every fault with its place, the nearest name and how to mend it."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import partial
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from drafter.render.comments import commented
from drafter.render.engine import Template, render
from drafter.render.faults import TemplateFault
from drafter.render.findings import Finding
from drafter.render.lint import Measure, lint

Context = dict[str, Any]
NO_FIELD = "is no field of the motion"
Change = Callable[[bytes, str, Callable[[bytes], bytes]], bytes]


def _before_section(body: bytes, part: bytes) -> bytes:
    return part.replace(b"<w:sectPr>", body)


def fragment_of(context: Context, place: int = 0) -> Measure:
    return Measure({**context, "ground": context["grounds"][place]}, "the ground", fragment=True)


def test_a_sound_template_has_no_finding(motion: bytes, b3d: bytes, context: Context) -> None:
    assert lint(motion, "motion.docx", Measure(context, "the motion", marker=True)) == ()
    # What works in the engine and is better not written.
    assert {one.fault.rule for one in lint(b3d, "b3D.docx", fragment_of(context))} == {
        "ampersand",
        "compared",
    }


def test_without_an_example_names_are_not_looked_at(motion: bytes) -> None:
    assert lint(motion, "motion.docx", Measure()) == ()


def test_unknown_names_are_listed_with_their_path_and_the_nearest_name(
    compiled: Callable[..., bytes], context: Context
) -> None:
    source = (
        "{{ client.nme }} {{ nobody }}[^n]\n\n{%p for g in grounds %}\n"
        "{{ g.title }} {{ g.titel }} {{ loop.index }}\n{%p endfor %}\n\n"
        "{{ g.title }} {{ client.name.first }}\n\n{% if relief.trm %}x{% endif %} {{ Client_Name }}\n\n"
        "[^n]: {{ cite.rul }}\n"
    )
    found = lint(compiled(source), "t.docx", Measure(context, "the motion"))
    told = [(finding.fault.field, finding.fault.suggestion) for finding in found]
    assert told == [
        ("client.nme", "client.name"),
        ("nobody", ""),
        ("cite.rul", "cite.rule"),
        ("g.titel", "g.title"),
        ("g", ""),
        ("client.name.first", "client.name"),
        ("relief.trm", "relief.term"),
        ("Client_Name", "client.name"),
    ]
    assert str(found[0]) == (
        "t.docx, body: “client.nme” is no field of the motion, in “{{ client.nme }} {{ nobody }}”; "
        "did you mean client.name."
    )
    assert found[2].place == "footnote"


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("relief_term", "relief.term"),
        ("term", "relief.term"),
        ("caption.distric", "caption.district"),
        ("counsel.telephone", "counsel.phone"),
        ("sentence.term_served", "sentence.served"),
        ("xyzzy", ""),
    ],
)
def test_the_nearest_name_is_the_one_that_was_meant(
    name: str, nearest: str, compiled: Callable[..., bytes], context: Context
) -> None:
    context["sentence"]["trm"] = context["sentence"].pop("term")
    (finding,) = lint(compiled(f"{{{{ {name} }}}}\n"), "t.docx", Measure(context))
    assert finding.fault.suggestion == nearest


def test_names_of_a_fragment_are_those_of_its_own_ground(
    compiled: Callable[..., bytes], context: Context
) -> None:
    other = compiled("{{ ground.special }} {{ ground.first }}\n")
    context["grounds"] = (*context["grounds"], {"fragment": "b6", "special": "s"})
    (finding,) = lint(other, "b6.docx", fragment_of(context, -1))
    assert finding.fault.field == "ground.first"


def test_inside_a_test_of_the_fragment_its_own_fields_are_in_sight(
    compiled: Callable[..., bytes], context: Context
) -> None:
    context["grounds"] = (*context["grounds"], {"fragment": "b6", "special": "s"})
    source = (
        "{%p for ground in grounds %}\n{%p if ground.fragment == 'b6' %}\n"
        "{{ ground.special }} {{ ground.first }}\n"
        "{%p else %}\n{{ ground.first }}\n{%p endif %}\n{%p endfor %}\n"
    )
    (finding,) = lint(compiled(source), "t.docx", Measure(context))
    assert finding.fault.field == "ground.first"
    assert "special" in finding.quote


def test_a_footnote_sees_the_loop_it_stands_in(compiled: Callable[..., bytes], context: Context) -> None:
    source = "{% for p in programs %}{{ p.title }}[^n]{% endfor %}\n\n[^n]: At {{ p.proof }}, {{ p.prof }}.\n"
    (finding,) = lint(compiled(source), "t.docx", Measure(context))
    assert (finding.fault.field, finding.fault.suggestion, finding.place) == ("p.prof", "p.proof", "footnote")


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("Text.\n", "no paragraph [[grounds]]"),
        ("x [[grounds]]\n", "a paragraph of its own"),
        ("[[grounds]]\n\n[[grounds]]\n", "stands here as well"),
        ("---\nheader: [[grounds]]\n---\n\n[[grounds]]\n", "stands here as well"),
    ],
)
def test_the_place_for_the_grounds_is_checked(
    source: str, problem: str, compiled: Callable[..., bytes], context: Context
) -> None:
    (finding,) = lint(compiled(source), "t.docx", Measure(context, marker=True))
    assert problem in str(finding)


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("See [[contents]] here.\n", "[[contents]] needs a paragraph of its own"),
        (
            "---\nheader: [[authorities]]\n---\n\nText.\n",
            "[[authorities]] stands outside the text and is printed",
        ),
        ("[[content]]\n", "[[content]] is no tag"),
    ],
)
def test_the_places_of_tables_are_checked(
    source: str, problem: str, compiled: Callable[..., bytes], context: Context
) -> None:
    (finding,) = lint(compiled(source), "t.docx", Measure(context))
    assert problem in str(finding)
    assert lint(compiled("[[contents]]\n\n[[authorities]]\n"), "t.docx", Measure(context)) == ()


def test_what_a_fragment_cannot_hold_is_told(
    compiled: Callable[..., bytes], with_part: Change, context: Context
) -> None:
    file = compiled("---\nheader: H {{ client.name }}\n---\n\nText.\n\n[[grounds]]\n")
    picture = b"<w:p><w:r><w:drawing/></w:r></w:p><w:sectPr>"
    file = with_part(file, "word/document.xml", lambda part: part.replace(b"<w:sectPr>", picture))
    told = "\n".join(map(str, lint(file, "b3D.docx", fragment_of(context))))
    assert "a fragment cannot hold a picture" in told
    assert "a fragment cannot hold [[grounds]] itself" in told
    assert "only the text of a ground’s own file is printed" in told


def test_each_copy_of_a_text_box_is_told_once(
    compiled: Callable[..., bytes], with_part: Change, context: Context
) -> None:
    inner = "<w:txbxContent><w:p><w:r><w:t>{{ nobody }}</w:t></w:r></w:p></w:txbxContent>"
    box = (
        '<w:p xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:r>'
        "<w:t>{{ client.name }}</w:t>"
        f'<mc:AlternateContent><mc:Choice Requires="w">{inner}</mc:Choice><mc:Fallback>{inner}</mc:Fallback>'
        "</mc:AlternateContent></w:r></w:p><w:sectPr>"
    )
    file = with_part(
        compiled("Text.\n"), "word/document.xml", lambda part: part.replace(b"<w:sectPr>", box.encode())
    )
    (finding,) = lint(file, "t.docx", Measure(context))
    assert (finding.place, finding.quote) == ("text box", "{{ nobody }}")


def test_hidden_text_is_told_when_a_style_hides_it(compiled: Callable[..., bytes], with_part: Change) -> None:
    hidden = (
        b'<w:style w:styleId="Secret"><w:name w:val="Secret"/><w:rPr><w:vanish/></w:rPr></w:style>'
        b'<w:style w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="Secret"/></w:style></w:styles>'
    )
    file = with_part(
        compiled("Text.\n"), "word/styles.xml", lambda part: part.replace(b"</w:styles>", hidden)
    )
    seen = '<w:p><w:pPr><w:pStyle w:val="Own"/></w:pPr><w:r>{}<w:t>words</w:t></w:r></w:p><w:sectPr>'
    for look, count in (("", 1), ('<w:rPr><w:vanish w:val="0"/></w:rPr>', 0)):
        shown = with_part(file, "word/document.xml", partial(_before_section, seen.format(look).encode()))
        found = lint(shown, "t.docx", Measure())
        assert [finding.fault.rule for finding in found] == ["hidden"] * count


def test_a_field_of_any_kind_is_a_name_and_no_more(compiled: Callable[..., bytes]) -> None:
    file = compiled("{{ a }}{% if a %}x{% endif %}{% for b in a %}{{ b.c }}{% endfor %} {{ a.d }} {{ e }}\n")
    (finding,) = lint(file, "t.docx", Measure({"a": None}))
    assert finding.fault.field == "e"


def test_a_file_that_is_no_document_is_refused() -> None:
    with pytest.raises(TemplateFault, match=r"^x\.docx: this is not a Word document \(\.docx\)"):
        lint(b"x", "x.docx", Measure())


def test_what_shows_only_in_the_whole_is_told_last(compiled: Callable[..., bytes], with_part: Change) -> None:
    """A footnote that is called and not there: no tag is wrong, and yet the engine refuses the file."""
    call = b'<w:p><w:r><w:footnoteReference w:id="99"/></w:r></w:p><w:sectPr>'
    file = with_part(compiled("Text.\n"), "word/document.xml", lambda part: part.replace(b"<w:sectPr>", call))
    (finding,) = lint(file, "t.docx", Measure())
    assert "a footnote reference has no footnote" in str(finding)


def test_a_finding_survives_json(compiled: Callable[..., bytes], context: Context) -> None:
    (finding,) = lint(compiled("{{ nobody }}\n"), "t.docx", Measure(context))
    assert Finding.from_json(finding.as_json()) == finding


def test_faults_become_word_comments_beside_their_paragraphs(
    compiled: Callable[..., bytes], context: Context
) -> None:
    source = (
        "---\nheader: H {{ headless }}\n---\n\nFirst.\n\n{{ client.nme }} and {{ nobody }}\n\n"
        "::: table\n| A | B |\n|---|---|\n| x | {{ relief.trm }} |\n:::\n"
    )
    file = compiled(source)
    findings = lint(file, "t.docx", Measure(context, "the motion"))
    copy = docx.Document(io.BytesIO(commented(file, "t.docx", findings)))
    comments = {comment.comment_id: comment.text for comment in copy.comments}
    assert len(comments) == len(findings) == 4
    assert all(comment.author == "drafter" for comment in copy.comments)
    anchored = {}
    for paragraph in copy.element.iter(qn("w:p")):
        for mark in paragraph.iter(qn("w:commentReference")):
            number = int(mark.get(qn("w:id")))
            anchored[comments[number]] = Paragraph(paragraph, copy._body).text
    assert {
        f"“client.nme” {NO_FIELD}; did you mean client.name.": "{{ client.nme }} and {{ nobody }}",
        f"“relief.trm” {NO_FIELD}; did you mean relief.term.": "{{ relief.trm }}",
    }.items() <= anchored.items()
    (elsewhere,) = (text for text in anchored if "header" in text)
    assert "headless" in elsewhere
    assert anchored[elsewhere] == "First."


def test_the_copy_with_comments_is_a_template_like_before(
    compiled: Callable[..., bytes], context: Context
) -> None:
    file = compiled("{{ client.name }}\n\n{{ nobody }}\n")
    copy = commented(file, "t.docx", lint(file, "t.docx", Measure(context)))
    made = docx.Document(io.BytesIO(render(Template.open(copy), context, strict=False).docx))
    assert [paragraph.text for paragraph in made.paragraphs] == ["John Roe", "[missing: nobody]"]
    assert not list(made.comments)


def test_a_file_with_macros_gets_its_comments_without_them(
    compiled: Callable[..., bytes], with_part: Change, parts: Callable[[bytes], dict[str, bytes]]
) -> None:
    kind = b"http://schemas.microsoft.com/office/2006/relationships/vbaProject"
    more = b'<Relationship Id="rIdM" Type="' + kind + b'" Target="vbaProject.bin"/></Relationships>'
    file = with_part(compiled("Text.\n"), "word/vbaProject.bin", lambda _: b"macro")
    file = with_part(
        file, "word/_rels/document.xml.rels", lambda part: part.replace(b"</Relationships>", more)
    )
    file = with_part(
        file,
        "[Content_Types].xml",
        lambda part: part.replace(
            b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
            b"application/vnd.ms-word.document.macroEnabled.main+xml",
        ).replace(
            b"</Types>",
            b'<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
        ),
    )
    findings = lint(file, "t.docm", Measure())
    assert {finding.fault.rule for finding in findings} == {"macros", "embedded"}
    copy = commented(file, "t.docm", findings)
    assert "word/vbaProject.bin" not in parts(copy)
    assert len(list(docx.Document(io.BytesIO(copy)).comments)) == len(findings)
