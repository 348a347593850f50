"""The passes over a rendered part, each by itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml import etree

from drafter.render.facts import Facts
from drafter.render.flow import Flow, Forms, broken, read
from drafter.render.ooxml import BODY, WORD, Namespaces, parse, text_of
from drafter.render.tidy import drop_orphan_headings, tidy

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
FACTS = Facts(headings={"H1": 1, "H2": 2, "H3": 3}, names={"Gap": "table gap"})


def paragraph(text: str, style: str = "") -> str:
    run = f"<w:r><w:t>{text}</w:t></w:r>" if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run}</w:p>'


def flow_of(inner: str) -> Flow:
    xml = broken(f"<w:document {NAMESPACE}><w:body>{inner}<w:sectPr/></w:body></w:document>")
    return read(xml, Forms(FACTS, Namespaces({"w": WORD})))


def body_of(flow: Flow) -> etree._Element:
    body = parse(flow.xml().encode()).find(BODY)
    assert body is not None
    return body


@pytest.fixture
def headings() -> Callable[[str], str]:
    """An outline such as "1 2 t 3" (levels, t for text, _ for a blank paragraph) after the pass."""

    def after(outline: str) -> str:
        made = [
            paragraph(sign, f"H{sign}") if sign.isdigit() else paragraph("t" if sign == "t" else "")
            for sign in outline.split()
        ]
        flow = flow_of("".join(made))
        drop_orphan_headings(flow.body)
        return " ".join(text_of(child) or "_" for child in list(body_of(flow))[:-1])

    return after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("1 t", "1 t"),
        ("1", ""),
        ("1 2 3", ""),
        ("1 2 3 t", "1 2 3 t"),
        ("1 1 t", "1 t"),
        ("1 2 1 t", "1 t"),
        ("1 t 2 3 2 t 3", "1 t 2 t"),
        ("1 _ 1 t", "_ 1 t"),
        ("2 1 t", "1 t"),
        ("1 3 2 t", "1 2 t"),
        ("t", "t"),
    ],
)
def test_a_heading_with_nothing_under_it_goes(
    before: str, after: str, headings: Callable[[str], str]
) -> None:
    assert headings(before) == after


CELL = "<w:tc>{}</w:tc>"
HEADER = f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{CELL.format(paragraph('head'))}</w:tr>"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<w:tbl></w:tbl>" + paragraph("", "Gap") + paragraph("x"), ["p"]),
        (f"<w:tbl>{HEADER}</w:tbl>" + paragraph("x"), ["p"]),
        (f"<w:tbl>{HEADER}<w:tr>{CELL.format('')}</w:tr></w:tbl>" + paragraph("x"), ["tbl", "p"]),
        (f"<w:tbl><w:tr>{CELL.format('')}</w:tr></w:tbl>" * 2, ["tbl", "p", "tbl"]),
        (paragraph("") * 3 + paragraph("x") + paragraph("") * 2, ["p", "p", "p"]),
        (paragraph("\u00a0") * 2, ["p", "p"]),
    ],
)
def test_tables_and_blanks(before: str, after: list[str]) -> None:
    flow = flow_of(before)
    tidy(flow.root)
    body = body_of(flow)
    assert [str(child.tag).rsplit("}")[-1] for child in list(body)[:-1]] == after
    assert all(str(cell[-1].tag).endswith("}p") for cell in body.iter("{*}tc"))
