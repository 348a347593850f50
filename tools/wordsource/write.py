"""Writes the blocks of a source as WordprocessingML: document, footnotes, headers and footers."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.sax.saxutils import escape

from wordsource.blocks import Block, Break, Cell, Inline, NoteReference, Paragraph, Row, Source, Table, Text
from wordsource.shield import Shield
from wordsource.styles import W, style_id

R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
#: US Letter with one-inch margins, in twentieths of a point.
PAGE_WIDTH, PAGE_HEIGHT, MARGIN = 12240, 15840, 1440
TEXT_WIDTH = PAGE_WIDTH - 2 * MARGIN
HALF_INCH = 720
#: What may introduce a table or a list, and the room between the two (six points).
_LEADS = frozenset({"Body Text", "Body Text No Indent", "Body Text Single", "Numbered Paragraph"})
LEAD_GAP = 120
#: The columns of a caption; with a third one, its ")" signs stand for the rule between them.
PARTIES_AND_DOCKET = 2
_TO_WRITE_ON = re.compile(r"_{4,}")
_PAGE = re.compile(r"(\{page\})")
_PAGE_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    '<w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def document_xml(source: Source) -> str:
    """The main part, with one section: US Letter, different first page."""
    blocks = "".join(_spaced(source.blocks))
    section = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rIdHeader"/>'
        '<w:headerReference w:type="first" r:id="rIdHeaderFirst"/>'
        '<w:footerReference w:type="default" r:id="rIdFooter"/>'
        '<w:footerReference w:type="first" r:id="rIdFooterFirst"/>'
        f'<w:pgSz w:w="{PAGE_WIDTH}" w:h="{PAGE_HEIGHT}"/>'
        f'<w:pgMar w:top="{MARGIN}" w:right="{MARGIN}" w:bottom="{MARGIN}" w:left="{MARGIN}"'
        ' w:header="720" w:footer="720" w:gutter="0"/><w:titlePg/></w:sectPr>'
    )
    return f"<w:document {W} {R}><w:body>{blocks}{section}</w:body></w:document>"


def _spaced(blocks: tuple[Block, ...]) -> list[str]:
    """Word runs two neighbouring tables into one and wants a paragraph at the end: hence the gaps.

    What introduces a table or a list stays on its page, what is signed with its signature, and a question
    with the lines to write on.
    """
    written: list[str] = []
    for place, block in enumerate(blocks):
        if isinstance(block, Paragraph):
            following = blocks[place + 1 :]
            lead = block.style in _LEADS and _introduces(following)
            tied = block.style in _LEADS and (_is_signed(following) or _is_answered(following))
            written.append(paragraph_xml(replace(block, keep=block.keep or lead or tied), lead=lead))
            continue
        written.append(_table_xml(block))
        after = blocks[place + 1] if place + 1 < len(blocks) else None
        if block.kind != "caption" or not isinstance(after, Paragraph):
            written.append(paragraph_xml(Paragraph("Table Gap", ())))
    return written


def _introduces(following: tuple[Block, ...]) -> bool:
    """Whether what follows, tags apart, is a table or a list."""
    for block in following:
        if isinstance(block, Table):
            return block.kind != "caption"
        if not _is_tag(block):
            return block.style.startswith("List")
    return False


def _is_signed(following: tuple[Block, ...]) -> bool:
    """Whether a signature block follows, tags apart, at once or after one unindented paragraph.

    That paragraph is the date of a motion or the oath of a declaration, which would stand alone on a page.
    """
    kept = [block for block in following if isinstance(block, Table) or not _is_tag(block)]
    styles = [block.style if isinstance(block, Paragraph) else "" for block in kept[:2]]
    return styles[:1] == ["Signature"] or styles == ["Body Text No Indent", "Signature"]


def _is_answered(following: tuple[Block, ...]) -> bool:
    """Whether a line to write on follows at once."""
    match following[:1]:
        case (Paragraph(content=(Text(text=text),)),):
            return _TO_WRITE_ON.fullmatch(text) is not None
    return False


def _is_tag(paragraph: Paragraph) -> bool:
    """Whether the paragraph holds one ``{%p … %}`` and vanishes when the template is rendered."""
    match paragraph.content:
        case (Text(text=text),):
            return text.startswith("{%p")
    return False


def paragraph_xml(paragraph: Paragraph, *, lead: bool = False) -> str:
    """One ``w:p``; a ``lead`` introduces a table or a list and leaves room before it."""
    keep = "<w:keepNext/>" if paragraph.keep else ""
    keep += f'<w:spacing w:after="{LEAD_GAP}"/>' if lead else ""
    indent = f'<w:ind w:left="{paragraph.indent * HALF_INCH}"/>' if paragraph.indent else ""
    properties = f'<w:pPr><w:pStyle w:val="{style_id(paragraph.style)}"/>{keep}{indent}</w:pPr>'
    return f"<w:p>{properties}{_runs(paragraph.content)}</w:p>"


def _runs(content: tuple[Inline, ...]) -> str:
    return "".join(_run(piece) for piece in content)


def _run(piece: Inline) -> str:
    if isinstance(piece, Break):
        return "<w:r><w:br/></w:r>"
    if isinstance(piece, NoteReference):
        style = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
        return f'<w:r>{style}<w:footnoteReference w:id="{piece.number}"/></w:r>'
    look = ("<w:b/>" if piece.bold else "") + ("<w:i/>" if piece.italic else "")
    look += '<w:u w:val="single"/>' if piece.underline else ""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(piece.text)}</w:t></w:r>'


def _table_xml(table: Table) -> str:
    total = sum(table.widths)
    widths = [round(TEXT_WIDTH * width / total) for width in table.widths]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    style = "" if table.kind == "caption" else '<w:tblStyle w:val="CourtTable"/>'
    rows = "".join(_row_xml(row, widths, table.kind) for row in table.rows)
    return (
        f'<w:tbl><w:tblPr>{style}<w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


#: The line between two rows is the upper border of each cell.  As inner border of the table (w:insideH) it
#: makes LibreOffice 7.4 leave out every row after one that fits on its page but for the line below it.
_RULE_ABOVE = '<w:tcBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="auto"/></w:tcBorders>'


def _row_xml(row: Row, widths: list[int], kind: str) -> str:
    if row.tag:
        cell = Cell((Paragraph("Table Text", (Text(row.tag),)),))
        return f"<w:tr>{_cell_xml(cell, widths[0], '')}</w:tr>"
    header = "<w:tblHeader/>" if row.header else ""
    cells = "".join(
        _cell_xml(cell, width, _caption_borders(place, len(widths)) if kind == "caption" else _RULE_ABOVE)
        for place, (cell, width) in enumerate(zip(row.cells, widths, strict=True))
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{cells}</w:tr>"


def _cell_xml(cell: Cell, width: int, properties: str) -> str:
    paragraphs = "".join(paragraph_xml(paragraph) for paragraph in cell.paragraphs)
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{properties}</w:tcPr>{paragraphs}</w:tc>'


def _caption_borders(place: int, columns: int) -> str:
    """The rule to the right of and below the parties; a third column for ")" signs takes its place."""
    rule = '<w:{} w:val="single" w:sz="6" w:space="0" w:color="auto"/>'
    if place == 0:
        right = rule.format("right") if columns == PARTIES_AND_DOCKET else ""
        return f"<w:tcBorders>{rule.format('bottom')}{right}</w:tcBorders>"
    if place < columns - 1:
        return ""
    return '<w:tcMar><w:left w:w="360" w:type="dxa"/></w:tcMar><w:vAlign w:val="center"/>'


def footnotes_xml(source: Source) -> str:
    """The footnotes part: Word's two separators and the notes, numbered from 1."""
    mark = (
        '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
        '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
    )
    notes = ""
    for number, paragraphs in enumerate(source.notes, 1):
        written = [paragraph_xml(paragraph) for paragraph in paragraphs]
        written[0] = written[0].replace("</w:pPr>", f"</w:pPr>{mark}", 1)
        notes += f'<w:footnote w:id="{number}">{"".join(written)}</w:footnote>'
    line = (
        '<w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:{}/></w:r></w:p>'
    )
    separators = (
        f'<w:footnote w:type="separator" w:id="-1">{line.format("separator")}</w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="0">'
        f"{line.format('continuationSeparator')}</w:footnote>"
    )
    return f"<w:footnotes {W} {R}>{separators}{notes}</w:footnotes>"


def header_xml(text: str) -> str:
    """A header; ``|`` with blanks around it moves on to the centre, then to the right margin."""
    return f"<w:hdr {W} {R}>{_edge(text, 'header')}</w:hdr>"


def footer_xml(text: str) -> str:
    """A centred footer; ``{page}`` in ``text`` is the page number, ``none`` leaves it empty."""
    shown = "" if text == "none" else text or "{page}"
    centred = '<w:jc w:val="center"/>'
    return f"<w:ftr {W} {R}>{_edge(shown, 'footer', centred)}</w:ftr>"


def _edge(text: str, style: str, layout: str = "") -> str:
    shield = Shield()
    parts = []
    for place, tabbed in enumerate(re.split(r"\s*\|\s*", shield.hide(text))):
        parts.append("<w:r><w:tab/></w:r>" if place else "")
        for piece in _PAGE.split(tabbed):
            shown = _PAGE_FIELD if piece == "{page}" else _run(Text(shield.show(piece))) if piece else ""
            parts.append(shown)
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id(style)}"/>{layout}</w:pPr>{"".join(parts)}</w:p>'
