"""The passes over a rendered part, each by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import pytest
from lxml import etree

from drafter.render.facts import Facts, Level, Num
from drafter.render.flow import Flow, Forms, Group, Node, broken, read
from drafter.render.ooxml import BODY, WORD, Namespaces, parse, text_of
from drafter.render.tidy import drop_orphan_headings, restart_lists, tidy

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
FACTS = Facts(headings={"H1": 1, "H2": 2, "H3": 3}, names={"Gap": "table gap"})


def paragraph(text: str, style: str = "") -> str:
    run = f"<w:r><w:t>{text}</w:t></w:r>" if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run}</w:p>'


def flow_of(inner: str, *, facts: Facts = FACTS, folded: bool = False) -> Flow:
    xml = broken(f"<w:document {NAMESPACE}><w:body>{inner}<w:sectPr/></w:body></w:document>")
    return read(xml, Forms(facts, Namespaces({"w": WORD})), folded=folded)


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


NUMBER = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
ITEM = f"<w:p><w:pPr>{NUMBER}</w:pPr><w:r><w:t>item</w:t></w:r></w:p>"
LISTS = Facts(
    levels={"0": {0: Level("decimal", "%1.", 1)}}, nums={"1": Num("0")}, restarting=frozenset({"1"})
)
MARKED = '<w:bookmarkStart w:id="1" w:name="m"/><w:bookmarkEnd w:id="1"/>'
VOLATILE = '<w:p volatile="1"><w:pPr><w:pStyle w:val="Body"/></w:pPr></w:p>'


def rows(*cells: str) -> str:
    """A table with a row for each line of cells, which are divided by bars."""
    made = ["".join(CELL.format(cell) for cell in row.split("|")) for row in cells]
    return "<w:tbl><w:tblPr/>" + "".join(f"<w:tr>{row}</w:tr>" for row in made) + "</w:tbl>"


def groups(nodes: Sequence[Node]) -> Iterator[Group]:
    for node in nodes:
        if isinstance(node, Group):
            yield node
            yield from groups(node.nodes)


ONE, TWO, EMPTY = paragraph("one"), paragraph("two"), paragraph("")
BOX = f"<w:p><w:r><w:pict><w:txbxContent>{ONE}{EMPTY}{EMPTY}</w:txbxContent></w:pict></w:r></w:p>"


@pytest.mark.parametrize(
    ("table", "cells"),
    [
        (rows(f"{ONE}|{TWO}|{ONE}", f"{ONE}|{TWO}"), 1),
        (rows(f"{ONE}|{EMPTY}", f"{VOLATILE}|{ONE}"), 1),
        (rows(f"{ONE}|{ONE}{TWO}|{ONE}"), 3),
        (rows(f"{ONE}|{ONE}|{EMPTY}{EMPTY}{VOLATILE}", f"{ONE}|{ONE}"), 4),
        (rows(f"{ONE}|{ONE}|{rows(f'{ONE}|{TWO}')}{ONE}|{ONE}"), 4),
        (rows(f"{ONE}|{ONE}|{ONE}{rows(f'{ONE}|{TWO}')}|{ONE}"), 5),
        (rows(f"{ONE}|{TWO}|{ONE}{MARKED}|{TWO}"), 4),
        (rows(f"{ONE}|{TWO}|{MARKED}{ONE}|{TWO}"), 1),
        (rows(f"{ONE}|{ONE}|{BOX}|{ONE}"), 4),
        (rows(f"{ONE}||{ONE}"), 3),
        (rows(f"{ITEM}|{ITEM}|{TWO}|{ITEM}|{ITEM}") + ITEM, 4),
        (rows("<w:p/>|<w:p/>", "<w:p/>|<w:p/>"), 1),
        (f"<w:tbl>{HEADER}{HEADER}</w:tbl>", 0),
        (f"<w:tbl>{HEADER}{HEADER}<w:tr>{CELL.format(ONE)}</w:tr></w:tbl>", 1),
        (f"<w:tbl>{HEADER}</w:tbl>" + rows(f"{ONE}|{TWO}") * 2, 2),
        (f"<w:sdt><w:sdtContent>{rows(f'{ONE}|{TWO}')}</w:sdtContent></w:sdt>", 1),
    ],
)
def test_cells_of_one_paragraph_share_a_group_and_nothing_else_changes(table: str, cells: int) -> None:
    around = f"{ITEM}{ONE}{table}{EMPTY}{ITEM}"
    flows = [flow_of(around, facts=LISTS, folded=folded) for folded in (False, True)]
    added = []
    assert flows[1].xml() == flows[0].xml()
    for flow in flows:
        tidy(flow.root)
        added.append([etree.tostring(one) for one in restart_lists(flow)])
    assert flows[1].xml() == flows[0].xml()
    assert added[1] == added[0]
    assert [group.name for group in groups(flows[1].root.nodes)].count("tc") == cells
