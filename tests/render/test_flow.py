"""Paragraphs wherever Word lets them stand: text boxes, content controls, tables in tables, laid-out XML."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from jinja2 import nodes
from lxml import etree

from drafter.core import marks
from drafter.render.balance import is_balanced
from drafter.render.engine import Template, render
from drafter.render.environment import environment
from drafter.render.facts import Facts
from drafter.render.faults import TemplateFault
from drafter.render.flow import Forms, broken, read
from drafter.render.ooxml import WORD, Namespaces

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Context = dict[str, Any]
Print = Callable[..., etree._Element]
CONTEXT: Context = {
    "a": "A & <b>",
    "e": "",
    "i": marks.italic("Roe"),
    "b": marks.blank("day & hour"),
    "n": "one\ntwo",
    "xs": ("1", "2"),
}


def p(text: str, style: str = "BodyText") -> str:
    run = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run}</w:p>'


def cell(inner: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="100" w:type="dxa"/></w:tcPr>{inner}</w:tc>'


def table(*rows: str) -> str:
    return "<w:tbl><w:tblPr/>" + "".join(f"<w:tr>{row}</w:tr>" for row in rows) + "</w:tbl>"


@pytest.fixture
def printed(
    compiled: Callable[..., bytes],
    with_part: Callable[..., bytes],
    tree: Callable[..., etree._Element],
) -> Print:
    """The document of a template whose body is the given XML, laid out by a pretty-printer or not."""

    def body(inner: str, context: Context = CONTEXT, *, laid_out: bool = False) -> etree._Element:
        def filled(part: bytes) -> bytes:
            document = etree.fromstring(part)
            new = etree.fromstring(f'<x xmlns:w="{WORD}">{inner}</x>')
            if laid_out:
                etree.indent(new)
            document[0][:-1] = list(new)
            return etree.tostring(document)

        shell = with_part(compiled("Text.\n\n1. one\n"), "word/document.xml", filled)
        return tree(render(Template.open(shell, name="made.docx"), context, strict=True).docx)

    return body


def outline(element: etree._Element) -> str:
    """The paragraphs and what they stand in, e.g. ``tbl(tr(tc(A) tc(_)))``."""
    shown = []
    for child in element:
        name = str(child.tag).rsplit("}")[-1]
        if name == "p" and next(child.iter(f"{W}txbxContent"), None) is None:
            shown.append("".join(map(str, child.itertext(f"{W}t"))) or "_")
        elif len(child) and not name.endswith("Pr"):
            inner = outline(child)
            shown.append(f"{name}({inner})" if name in ("tbl", "tr", "tc", "txbxContent", "p") else inner)
        elif name == "t":
            shown.append(child.text or "")
    return " ".join(filter(None, shown))


BOX = (
    "<w:p><w:r><w:t>{{ a }}</w:t></w:r><w:r><w:pict><w:txbxContent>" + p("{{ a }}") + p("{{ e }}") + p("")
    + p("") + p("{{ i }}") + "</w:txbxContent></w:pict></w:r><w:r><w:t>then {{ i }}</w:t></w:r></w:p>"
)  # fmt: skip


@pytest.mark.parametrize("laid_out", [False, True])
@pytest.mark.parametrize(
    ("inner", "shown"),
    [
        (BOX, "p(A & <b> txbxContent(A & <b> _ Roe) then  Roe)"),
        (
            "<w:sdt><w:sdtContent>"
            + p("{{ e }}")
            + p("H", "Heading1")
            + p("I", "Heading1")
            + "</w:sdtContent></w:sdt>"
            + p("{{ a }}"),
            "I A & <b>",
        ),
        (
            table(cell(p("{{ a }}") + table(cell(p("{{ e }}") * 2))) + cell("")) + table(cell("<w:p/>")),
            "tbl(tr(tc(A & <b> tbl(tr(tc(_))) _) tc(_))) _ tbl(tr(tc(_)))",
        ),
        ("<w:p/><w:p/>" + p("x") + '<w:p/><w:p w:x="1"/>' + p("y"), "_ x _ y"),
        (p("") + '<w:bookmarkStart w:id="1" w:name="m"/>' + p("") + '<w:bookmarkEnd w:id="1"/>', "_ _"),
        (
            "<w:p><w:r><w:br w:type='page'/></w:r></w:p>" + p("") + p("") + p("H", "Heading1"),
            "_ _",
        ),
        (
            table(cell(p("{%tr for x in xs %}")), cell(p("{{ x }}")), cell(p("{%tr endfor %}"))),
            "tbl(tr(tc(1)) tr(tc(2)))",
        ),
        (p("{%p if e %}") + p("gone") + p("{%p else %}") + p("kept") + p("{%p endif %}"), "kept"),
    ],
)
def test_what_is_empty_goes_wherever_it_stands(
    inner: str, shown: str, laid_out: bool, printed: Print
) -> None:
    assert outline(printed(inner, laid_out=laid_out)[0]) == shown


def test_a_mark_beside_other_things_of_its_run_changes_only_itself(printed: Print) -> None:
    inner = (
        '<w:p><w:r><w:rPr><w:b/><w:u w:val="single"/></w:rPr><w:t>{{ i }} v. {{ b }}</w:t><w:br/>'
        "<w:t>{{ n }}</w:t><w:tab/></w:r></w:p>"
    )
    runs = list(printed(inner, laid_out=True).iter(f"{W}r"))
    looks = [" ".join(str(child.tag).rsplit("}")[-1] for child in run[0]) for run in runs]
    assert looks == ["b i u", "b u", "b highlight u", "b u"]
    assert [str(child.tag).rsplit("}")[-1] for child in runs[3]] == ["rPr", "br", "t", "br", "t", "tab"]
    assert ["".join(map(str, run.itertext())) for run in runs] == ["Roe", " v. ", "[day & hour]", "onetwo"]


def test_a_mark_in_a_run_around_another_run_is_found(printed: Print) -> None:
    inner = (
        "<w:p><w:r><w:ruby><w:rt><w:r><w:t>{{ a }}</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>{{ b }}</w:t></w:r></w:rubyBase></w:ruby><w:t>{{ i }}</w:t></w:r></w:p>"
    )
    document = printed(inner)
    assert [run.getparent().tag for run in document.iter(f"{W}r")].count(f"{W}rubyBase") == 1  # type: ignore[union-attr]
    italic = [run for run in document.iter(f"{W}r") if run.find(f"{W}rPr/{W}i") is not None]
    assert ["".join(map(str, run.itertext())) for run in italic] == ["Roe"]


def test_a_printed_tag_of_word_begins_no_paragraph(printed: Print) -> None:
    context = {**CONTEXT, "a": '\n<w:p >x</w:p>\n<w:p ></w:tc> </w:pPr><w:footnoteReference w:id="1">'}
    document = printed(p("{{ a }}") + p("{{ a }}"), context)
    assert len(list(document.iter(f"{W}p"))) == 2
    told = "".join(map(str, next(document.iter(f"{W}p")).itertext()))
    assert told == str(context["a"]).replace("\n", "")


def test_a_program_may_write_words_names_with_another_prefix(
    compiled: Callable[..., bytes], with_part: Callable[..., bytes], tree: Callable[..., etree._Element]
) -> None:
    def renamed(part: bytes) -> bytes:
        return re.sub(rb"(</?|\s)w:", rb"\1x:", part).replace(b"xmlns:w=", b"xmlns:x=")

    shell = with_part(
        compiled("# H\n\n{{ e }}\n\nSay {{ b }}.[^n]\n\n[^n]: A note.\n"), "word/document.xml", renamed
    )
    assert shell.count(b"x:body") == 2
    made = render(Template.open(shell, name="made.docx"), CONTEXT, strict=True)
    assert outline(tree(made.docx)[0]) == "H Say [day & hour]."
    assert made.blanks == ("day & hour",)
    assert [ref.get(f"{W}id") for ref in tree(made.docx).iter(f"{W}footnoteReference")] == ["1"]


def test_the_text_of_a_paragraph_is_what_a_reader_sees() -> None:
    second = "<w:p><w:r><w:t>c</w:t><w:tab/><w:t>d</w:t></w:r></w:p>"
    source = f"<w:document><w:body>{p('A &amp; B')}{second}</w:body></w:document>"
    flow = read(broken(source), Forms(Facts(), Namespaces({"w": WORD})))
    assert [paragraph.text for paragraph in flow.paragraphs()] == ["A & B", "c\td"]


@pytest.mark.parametrize(
    ("source", "balanced"),
    [
        ('<a x="{{ y }}">{{ y }}<b/></a>', True),
        ("<a>{% if y %}<b>{% else %}<b>{% endif %}</b></a>", False),
        ("<a><b>{% if y %}</b><c/><b>{% endif %}</b></a>", True),
        ("<a>{% for x in y %}<b>{{ x }}</b>{% endfor %}</a>", True),
        ("<a>{% for x in y %}</a><a>{% else %}</a>{% endfor %}</a>", False),
        ("<a {% if y %}x='1'{% endif %}></a>", False),
        ("<a {{ y }}></a>", False),
        ("<a>{% if y %}{% elif z %}<b>{% endif %}</a>", False),
        ("<a>{{ '\\x01' }}</a>", False),
        ("<a></b>", False),
    ],
)
def test_a_template_is_balanced_only_when_every_choice_is(source: str, balanced: bool) -> None:
    read_: nodes.Template = environment().parse(source)
    assert is_balanced(read_) is balanced


def test_a_block_over_the_bounds_of_a_cell_is_refused_when_it_breaks_the_paper(printed: Print) -> None:
    inner = table(cell(p("A {% if e %}one"))) + p("two {% endif %}.")
    with pytest.raises(TemplateFault, match=r"made\.docx: a tag begins in one paragraph and ends in another"):
        printed(inner)
    whole = table(cell(p("A {% if a %}one"))) + p("two {% endif %}.")
    assert outline(printed(whole)[0]) == "tbl(tr(tc(A one))) two ."
