"""What the engine promises of every paper: all text, right numbers, no trace of its making."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pytest
from lxml import etree

from drafter.core import marks
from drafter.render.engine import Template, preview, render
from drafter.render.faults import TemplateFault
from drafter.render.outline import to_text
from drafter.render.plain import plain_context

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Context = dict[str, Any]
Open = Callable[[str], Template]
Tree = Callable[..., etree._Element]
Words = Callable[[etree._Element], str]


def text(template: Template, context: Context) -> str:
    return to_text(render(template, context, strict=True).docx)


def test_the_whole_motion_reads_in_order(template: Template, context: Context) -> None:
    read = text(template, context)
    lines = [line for line in read.splitlines() if line.startswith("#")]
    assert lines == [
        "# I. BACKGROUND",
        "## A. Offense and sentence",
        "### 1. Time served",
        "# II. ARGUMENT",
        "## A. Extraordinary and compelling reasons",
        "### 1. The parent",
        "### 2. The sibling",
        "## B. Optional points",
        "## C. Section that may be empty",
        "# III. CONCLUSION",
    ]
    assert "| Projected release | May 1, 2030 |" in read
    assert "| Reading | 120 | Ex. G at 7 |" in read
    assert "The government’s “position” is that it opposes." in read


def test_a_fragment_used_twice_gives_each_its_own_footnote_and_list(
    template: Template, context: Context, tree: Tree, words: Words
) -> None:
    docx = render(template, context, strict=True).docx
    notes = [note for note in tree(docx, "word/footnotes.xml") if int(note.get(f"{W}id", "0")) > 0]
    assert [note.get(f"{W}id") for note in notes] == ["1", "2", "3"]
    called = [ref.get(f"{W}id") for ref in tree(docx).iter(f"{W}footnoteReference")]
    assert called == ["1", "2", "3"]
    assert "on The parent, a parent" in words(notes[1])
    assert "on The sibling, a parent" in words(notes[2])
    read = to_text(docx)
    assert read.count("1. first element\n2. second element") == 2
    assert "The facts of The sibling. Roe v. Doe, 1 U.S. 1 (2026) governs.[^3]" in read


def test_a_list_told_again_begins_at_one_and_nested_ones_restart(
    template: Template, context: Context
) -> None:
    read = text(template, context)
    assert "1. Point one\n(a) a part\n2. Point two\nThe same list" in read
    assert "told again for the Court:\n1. Point one\n2. Point two" in read


def test_numbered_paragraphs_go_on_through_headings(opened: Open) -> None:
    source = "::: numbered\n1. one\n:::\n\n# Head\n\nText.\n\n::: numbered\n1. two\n:::\n"
    read = text(opened(source), {})
    assert "1. one" in read
    assert "2. two" in read


def test_missing_names_show_in_a_draft_and_stop_a_final(template: Template, context: Context) -> None:
    del context["relief"]["term"]
    context["grounds"] = ({**context["grounds"][0], "fragment": "b9Z"},)
    draft = render(template, context, strict=False)
    assert draft.undefined == ("term", "fragment b9Z")
    assert "[missing: term]" in to_text(draft.docx)
    assert draft.blanks == ("DRAFT", "date of conference")
    with pytest.raises(
        TemplateFault, match=r"motion\.docx: “term” is missing, in the paragraph “.*by counsel"
    ) as fault:
        render(template, context, strict=True)
    assert fault.value.name == "term"


def test_a_fault_in_a_fragment_names_the_fragment(template: Template, context: Context) -> None:
    del context["grounds"][1]["fact"]
    with pytest.raises(TemplateFault, match=r"b3D\.docx: “fact” is missing"):
        render(template, context, strict=True)


def test_a_fault_in_a_footnote_quotes_the_footnote(template: Template, context: Context) -> None:
    del context["relief"]["conferred"]
    with pytest.raises(
        TemplateFault, match=r"“conferred” is missing, in the paragraph “.*Counsel conferred on"
    ):
        render(template, context, strict=True)


def test_what_is_no_text_is_never_printed(opened: Open) -> None:
    template = opened("Is it {{ flag }} or {{ rows }}?\n")
    context: Context = {"flag": True, "rows": ("a",)}
    draft = render(template, context, strict=False)
    assert "True" not in to_text(draft.docx)
    assert draft.undefined == ("a yes/no where text belongs", "a list where text belongs")
    with pytest.raises(TemplateFault, match="a yes/no cannot be printed"):
        render(template, context, strict=True)


def test_marks_become_looks(opened: Open, tree: Tree, words: Words) -> None:
    template = opened("### In *{{ case }}*\n\nA {{ value }} and *{{ case }}*.\n")
    value = marks.printed(
        "q.one", "x" + marks.italic("v.") + marks.blank("day\tof " + marks.italic("Roe")) + "y"
    )
    rendered = render(template, {"value": value, "case": marks.italic("Roe")}, strict=True)
    assert rendered.blanks == ("day\tof Roe",)
    runs = {words(run): run for run in tree(rendered.docx).iter(f"{W}r")}
    assert runs["v."].find(f".//{W}i") is not None
    assert runs["[day\tof "].find(f".//{W}highlight") is not None
    assert [child.tag.rsplit("}")[-1] for child in runs["Roe"].find(f"{W}rPr")] == ["i"]  # type: ignore[union-attr]
    upright = [run.find(f"{W}rPr/{W}i") for run in tree(rendered.docx).iter(f"{W}r") if words(run) == "Roe"]
    assert [look.get(f"{W}val") for look in upright if look is not None] == ["0", None, "0"]
    assert not re.search("[\ufdd0-\ufdef]", words(tree(rendered.docx)))
    assert "q.one" not in words(tree(rendered.docx))


def test_line_ends_and_tabs_stay_inside_the_paragraph(opened: Open, tree: Tree, words: Words) -> None:
    docx = render(opened("X {{ value }}\n"), {"value": "a\nb\tc"}, strict=True).docx
    paragraph = next(tree(docx).iter(f"{W}p"))
    assert words(paragraph) == "X a\nb\tc"


@pytest.mark.parametrize("empty", ["programs", "grounds", "points", "background"])
def test_an_empty_list_leaves_no_ruin(template: Template, context: Context, empty: str, tree: Tree) -> None:
    context[empty] = ()
    assert_sound(tree(render(template, context, strict=True).docx))


def test_everything_empty_at_once(template: Template, context: Context, tree: Tree) -> None:
    context |= {"programs": (), "grounds": (), "points": (), "background": (), "extra": "", "flag": ""}
    context["sentence"]["release"] = ""
    docx = render(template, context, strict=True).docx
    assert_sound(tree(docx))
    read = to_text(docx)
    assert "Section that may be empty" not in read
    assert "ARGUMENT" in read  # the sentence between the two lists stays
    assert "Projected release" not in read


def assert_sound(document: etree._Element) -> None:
    for cell in document.iter(f"{W}tc"):
        assert cell[-1].tag == f"{W}p"
    for table in document.iter(f"{W}tbl"):
        assert [row for row in table.iter(f"{W}tr") if row.find(f"{W}trPr/{W}tblHeader") is None]
    blank = [not p.xpath("string()") and p.find(f".//{W}br") is None for p in document.iter(f"{W}p")]
    assert not any(one and other for one, other in pairwise(blank))
    assert "volatile" not in etree.tostring(document).decode()


def test_a_value_that_is_empty_takes_its_paragraph_along(template: Template, context: Context) -> None:
    context["counsel"]["phone"] = ""
    assert "Charlotte\n\nCERTIFICATE" in text(template, context)


def test_two_renders_are_the_same_file_and_tell_nothing(
    template: Template, context: Context, parts: Callable[[bytes], dict[str, bytes]]
) -> None:
    one = render(template, context, strict=True, properties={"title": "T & U"})
    two = render(template, context, strict=True, properties={"title": "T & U"})
    assert hashlib.sha256(one.docx).digest() == hashlib.sha256(two.docx).digest()
    core = parts(one.docx)["docProps/core.xml"].decode()
    assert "<dc:title>T &amp; U</dc:title><dc:creator></dc:creator>" in core
    assert "modified" not in core
    for name, part in parts(one.docx).items():
        etree.fromstring(part)
        assert b"rsid" not in part, name


def test_unknown_properties_are_refused(template: Template, context: Context) -> None:
    with pytest.raises(ValueError, match="unknown document property: author"):
        render(template, context, strict=False, properties={"author": "me"})


def test_traces_of_the_author_do_not_reach_the_paper(
    motion: bytes,
    b3d: bytes,
    context: Context,
    parts: Callable[[bytes], dict[str, bytes]],
    with_part: Callable[..., bytes],
) -> None:
    def add(extra: bytes, before: bytes) -> Callable[[bytes], bytes]:
        return lambda part: part.replace(before, extra + before, 1)

    shell = with_part(
        motion, "word/document.xml", lambda part: part.replace(b"<w:p>", b'<w:p w:rsidR="00AB12CD">')
    )
    settings = b'<w:attachedTemplate r:id="rId9" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"/>'
    shell = with_part(
        shell,
        "word/settings.xml",
        add(settings + b'<w:rsids><w:rsid w:val="00AB12CD"/></w:rsids>', b"<w:defaultTab"),
    )
    shell = with_part(
        shell, "docProps/app.xml", lambda _: b"<Properties><Company>Prior Client LLP</Company></Properties>"
    )
    relationship = (
        b'<Relationship Id="rIdApp" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        b'extended-properties" Target="docProps/app.xml"/>'
    )
    shell = with_part(shell, "_rels/.rels", add(relationship, b"</Relationships>"))
    creator = b"<dc:creator>Ann Author</dc:creator>"
    shell = with_part(
        shell, "docProps/core.xml", lambda part: part.replace(b"<dc:creator></dc:creator>", creator)
    )
    docx = render(Template.open(shell, {"b3D": b3d}), context, strict=True).docx
    everything = b"".join(parts(docx).values())
    for trace in (b"Prior Client", b"Ann Author", b"00AB12CD", b"attachedTemplate", b"app.xml"):
        assert trace not in everything


def test_the_same_bytes_are_prepared_once(motion: bytes, b3d: bytes, template: Template) -> None:
    assert Template.open(bytes(motion), {"b3D": bytes(b3d)}, name="motion.docx") is template
    assert Template.open(motion, {"b3D": b3d}, name="other.docx") is not template


def test_a_field_called_items_is_a_field(opened: Open) -> None:
    assert "[x]" in text(opened("[{{ case.items }}]\n"), {"case": {"items": "x"}})


def test_filters_leave_the_question_alone(opened: Open) -> None:
    shown = preview(
        opened("{{ a|upper }} {{ a|capitalize }}\n"), {"a": marks.printed("client.name", "ann Roe")}
    ).html
    assert '<a href="question:client.name">ANN ROE</a>' in shown
    assert '<a href="question:client.name">Ann Roe</a>' in shown


def test_preview_and_kept_questions_agree(template: Template, context: Context) -> None:
    from drafter.render.outline import to_html

    kept = render(template, context, strict=False, keep_questions=True)
    shown = preview(template, context)
    assert to_html(kept.docx) == shown.html
    assert '<a href="question:client.name">John Roe</a>' in shown.html
    assert "I.&nbsp;&nbsp;BACKGROUND</h3>" in shown.html
    assert '<span style="background-color:#ffff66">[DRAFT]</span>' in shown.html
    assert "question:" not in to_html(render(template, context, strict=False).docx)


@dataclass(frozen=True)
class Inner:
    name: str
    known: bool


@dataclass(frozen=True)
class Outer:
    inner: Inner
    names: tuple[str, ...]


def test_frozen_dataclasses_become_plain() -> None:
    assert plain_context(Outer(Inner("a", known=True), ("b",))) == {
        "inner": {"name": "a", "known": True},
        "names": ("b",),
    }


@dataclass
class Mutable:
    name: str


class Sly(str):
    __slots__ = ()

    def __html__(self) -> str:
        return "</w:t>"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, "case.x is None"),
        (3, "case.x is of type int"),
        (["a"], "case.x is of type list"),
        (("a", None), r"case.x\[1\] is None"),
        (Mutable("a"), "case.x is a Mutable, which is not frozen"),
        (Sly("a"), "case.x is of type Sly"),
    ],
)
def test_other_values_are_refused_by_the_name_of_their_field(value: object, said: str) -> None:
    with pytest.raises(TypeError, match=said):
        plain_context({"case": {"x": value}})
