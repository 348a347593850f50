"""Pipe tables: the plain table, the boxed summary and the caption of a case."""

from __future__ import annotations

import re
from dataclasses import replace

from markdown_it.tree import SyntaxTreeNode

from wordsource.blocks import Break, Cell, Inline, Paragraph, Row, Table, Text
from wordsource.inline import InlineReader

_ROW_TAG = re.compile(r"\{%tr\s[^{}]*%\}")
_WIDTHS = re.compile(r"widths=([\d.,]+)")
_DEFAULT_WIDTHS = {"summary": (2.0, 5.0), "caption": (1.0, 1.0)}
#: A caption in three columns has ")" signs in the middle one.
_CAPTION_WIDTHS = (9.0, 1.0, 9.0)
_HEADINGS = {"text-align:center": "Table Heading Center", "text-align:right": "Table Heading Right"}
_ALIGNED = {"text-align:center": "Table Center", "text-align:right": "Table Right"}

Line = list[tuple[tuple[Inline, ...], str]]


def read_table(node: SyntaxTreeNode, kind: str, options: str, inline: InlineReader) -> Table:
    """The table of ``kind`` written as the pipe table ``node``.

    ``options`` may say ``widths=3,2,5`` (relative).  Raises :class:`ValueError` when the number of
    widths is not that of the columns.
    """
    header, body = _lines(node, inline)
    columns = len(header)
    widths = _widths(options, kind, columns)
    if kind == "caption":
        return Table(kind, widths, (_caption_row([header, *body], columns),))
    rows = [_row(line, kind) for line in body]
    if any(content for content, _ in header):
        rows.insert(0, _header_row(header) if kind == "table" else _row(header, kind))
    return Table(kind, widths, tuple(rows))


def _lines(node: SyntaxTreeNode, inline: InlineReader) -> tuple[Line, list[Line]]:
    lines: list[Line] = []
    for row in (row for part in node.children for row in part.children):
        cells = [(cell.children[0], str(cell.attrs.get("style", ""))) for cell in row.children]
        lines.append([(inline.read(content, lines=False), align) for content, align in cells])
    return lines[0], lines[1:]


def _widths(options: str, kind: str, columns: int) -> tuple[float, ...]:
    found = _WIDTHS.search(options)
    if found:
        widths = tuple(float(part) for part in found.group(1).split(","))
    elif kind == "caption" and columns == len(_CAPTION_WIDTHS):
        widths = _CAPTION_WIDTHS
    else:
        widths = _DEFAULT_WIDTHS.get(kind, (1.0,) * columns)
    if len(widths) != columns:
        raise ValueError(f"{len(widths)} widths for {columns} columns")
    return widths


def _row(line: Line, kind: str) -> Row:
    tag = _only_text(line[0][0])
    if _ROW_TAG.fullmatch(tag):
        return Row((), tag=tag)
    cells = []
    for place, (content, align) in enumerate(line):
        style = "Table Heading" if kind == "summary" and place == 0 else _ALIGNED.get(align, "Table Text")
        cells.append(Cell((Paragraph(style, content),)))
    return Row(tuple(cells))


def _header_row(line: Line) -> Row:
    cells = (Paragraph(_HEADINGS.get(align, "Table Heading"), content) for content, align in line)
    return Row(tuple(Cell((one,)) for one in cells), header=True)


def _caption_row(lines: list[Line], columns: int) -> Row:
    """One row for the whole caption: the source's rows are the paragraphs of its cells."""
    stacks: list[list[Paragraph]] = [[] for _ in range(columns)]
    for line in lines:
        for stack, (content, _) in zip(stacks, line, strict=True):
            if content:
                stack.append(_caption_paragraph(content))
    return Row(tuple(Cell(tuple(stack) or (Paragraph("Caption Text", ()),)) for stack in stacks))


def _caption_paragraph(content: tuple[Inline, ...]) -> Paragraph:
    """Each leading ``>`` of a caption's cell moves the line half an inch to the right."""
    first = content[0]
    if not isinstance(first, Text):
        return Paragraph("Caption Text", content)
    bare = first.text.lstrip(">")
    indent = len(first.text) - len(bare)
    return Paragraph("Caption Text", (replace(first, text=bare.lstrip()), *content[1:]), indent=indent)


def _only_text(content: tuple[Inline, ...]) -> str:
    return (
        "".join(piece.text for piece in content if isinstance(piece, Text)).strip()
        if Break() not in content
        else ""
    )
