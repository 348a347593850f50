"""A finished document as HTML that a ``QTextDocument`` understands, made in a few milliseconds."""

from __future__ import annotations

from html import escape
from typing import Final
from urllib.parse import quote

from drafter.render.reading import Grid, Line, Piece, Story, story_of
from drafter.render.runs import QUESTION

#: Style name → CSS; only what QTextDocument honours.
_STYLES: Final = {
    "body text": "text-indent:36px; line-height:160%; margin:0 0 8px 0",
    "body text no indent": "line-height:160%; margin:0 0 8px 0",
    "block quotation": "margin:4px 54px 12px 72px",
    "title": "text-align:center; font-weight:bold; margin:12px 0",
    "court line": "text-align:center; font-weight:bold; text-transform:uppercase; margin:0",
    "centered": "text-align:center; margin:0 0 12px 0",
    "flag": "text-align:center; font-weight:bold; margin:0 0 12px 0; background-color:#f2f2f2",
    "signature": "margin:0 0 0 260px",
    "caption text": "margin:0 0 8px 0",
    "table text": "margin:0",
    "table heading": "font-weight:bold; margin:0",
    "table center": "text-align:center; margin:0",
    "table right": "text-align:right; margin:0",
    "list number": "margin:0 0 6px 36px",
    "list bullet": "margin:0 0 6px 36px",
    "list continue": "margin:0 0 6px 54px",
    "list number 2": "margin:0 0 6px 72px",
    "list bullet 2": "margin:0 0 6px 72px",
    "numbered paragraph": "text-indent:36px; line-height:160%; margin:0 0 8px 0",
    "footnote text": "margin:0 0 4px 0; font-size:small",
    "table gap": "margin:0; font-size:small",
    "page break": "margin:0; page-break-before:always",
}
_PIXELS_AN_INCH: Final = 72
_HEADINGS: Final = (
    "text-align:center; margin:16px 0 8px 0",
    "margin:12px 0 8px 0",
    "margin:12px 0 8px 36px; font-style:italic",
)


def to_html(docx: bytes) -> str:
    """``docx`` as HTML.  Raises :class:`drafter.render.faults.TemplateFault` when it is no Word document.

    Anchors ``question:<id>`` stand around printed answers when the document was rendered with
    ``keep_questions``; footnote marks link to ``#note<n>``.
    """
    return html_of(story_of(docx))


def html_of(story: Story) -> str:
    """``story`` as HTML, footnotes at its end."""
    body = [_paragraph(block) if isinstance(block, Line) else _table(block) for block in story.blocks()]
    notes = [_note(number, lines) for number, lines in story.notes()]
    rule = ["<hr/>"] if notes else []
    return "<html><body>" + "\n".join([*body, *rule, *notes]) + "</body></html>"


def _paragraph(line: Line, before: str = "") -> str:
    text = before + "".join(map(_piece, line.pieces))
    label = f"{escape(line.label)}&nbsp;&nbsp;" if line.label else ""
    if line.level:
        tag = f"h{min(line.level + 2, 6)}"
        return f'<{tag} style="{_HEADINGS[min(line.level, 3) - 1]}">{label}{text}</{tag}>'
    style = _STYLES.get(line.style, "margin:0 0 8px 0")
    if line.indent:
        style += f"; margin-left:{line.indent * _PIXELS_AN_INCH // 1440}px"
    return f'<p style="{style}">{label}{text or "&nbsp;"}</p>'


def _piece(piece: Piece) -> str:
    if piece.note:
        return f'<a name="call{piece.note}"></a><sup><a href="#note{piece.note}">{piece.note}</a></sup>'
    text = escape(piece.text).replace("\n", "<br/>").replace("\t", "&nbsp;&nbsp;&nbsp;&nbsp;")
    for tag, wanted in (("b", piece.bold), ("i", piece.italic), ("u", piece.underline)):
        text = f"<{tag}>{text}</{tag}>" if wanted else text
    if piece.blank:
        text = f'<span style="background-color:#ffff66">{text}</span>'
    if piece.question:
        text = f'<a href="{QUESTION}{quote(piece.question)}">{text}</a>'
    return text


def _table(grid: Grid) -> str:
    rows = []
    for place, row in enumerate(grid.rows):
        tag = "th" if place < grid.header else "td"
        cells = "".join(f'<{tag} valign="top">{"".join(map(_paragraph, cell))}</{tag}>' for cell in row)
        rows.append(f"<tr>{cells}</tr>")
    border = 1 if grid.boxed else 0
    return f'<table width="100%" border="{border}" cellspacing="0" cellpadding="4">{"".join(rows)}</table>'


def _note(number: int, lines: tuple[Line, ...]) -> str:
    mark = f'<a name="note{number}"></a><sup><a href="#call{number}">{number}</a></sup>'
    return "".join(_paragraph(line, "" if place else mark) for place, line in enumerate(lines))
