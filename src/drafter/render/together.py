"""Keeps together on a page what would be lost alone: a heading, a lead-in, one row of a table, a signature.

Word and LibreOffice keep a paragraph with the next one (ECMA-376 Part 1, 17.3.1.15), and a row with the next
row where its paragraphs say so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from drafter.render.flow import Flow, Group, Node, Paragraph, blocks
from drafter.render.openings import PROPERTIES_END, Opening
from drafter.render.table_rows import rows_of
from drafter.render.tidy import GAP, drop

_KEEP: Final = "<w:keepNext/>"
_SAID: Final = re.compile(r"<w:keepNext(?: [^>]*)?/>")
_LINE_END: Final = "<w:r><w:br/></w:r>"
_STYLE: Final = re.compile(r"<w:pStyle [^>]*/>")
_SIGNATURE: Final = "signature"
#: The date of a paper or the oath of a declaration, which stands between its text and the signature.
_UNINDENTED: Final = "body text no indent"
#: Rows or a paragraph with more letters than this may part, for half a page would stay empty.
_LONG: Final = 1200


def keep_together(flow: Flow) -> None:
    """Say of every paragraph and row in the body of ``flow`` whether it stays with what follows.

    A signature block stays whole, with the date or oath above it and what stands before that.  What ends with
    a colon or stands before a table stays with it.  Of a table at least two rows stand on a page.
    """
    _make_signatures_whole(flow.body)
    every = list(blocks(flow.body))
    for place, block in enumerate(every):
        following = every[place + 1 : place + 4]
        if isinstance(block, Paragraph):
            _keep_paragraph(block, following)
        else:
            _keep_rows(block, signed=_is_signed(following))


def _make_signatures_whole(body: Group) -> None:
    """Make one paragraph of the lines of each signature block, by line breaks.

    LibreOffice 7.4 parts paragraphs that are to stay together where a table stands above them on the page,
    but not the lines of one paragraph.
    """
    joined: set[Node] = set()
    first: Paragraph | None = None
    for block in blocks(body):
        if not isinstance(block, Paragraph) or block.opening.style != _SIGNATURE or block.nodes:
            first = None
        elif first is None:
            first = block
            first.opening = loose(first.opening)
        else:
            first.inside += _LINE_END + block.inside
            joined.add(block)
    if joined:
        drop(body, joined)


def _keep_paragraph(paragraph: Paragraph, following: Sequence[Paragraph | Group]) -> None:
    if paragraph.opening.style != _SIGNATURE and (
        _leads(paragraph, following) or (_is_signed(following) and len(paragraph.text) <= _LONG)
    ):
        paragraph.opening = kept(paragraph.opening)


def _leads(paragraph: Paragraph, following: Sequence[Paragraph | Group]) -> bool:
    """Whether what follows is introduced by ``paragraph``."""
    if not following or paragraph.opening.style == GAP:
        return False
    introduced = following[0]
    if isinstance(introduced, Group):
        return True
    return introduced.opening.level == 0 and paragraph.text.rstrip().endswith(":")


def _is_signed(following: Sequence[Paragraph | Group]) -> bool:
    """Whether a signature block follows, after at most a table's gap and one unindented paragraph."""
    styles = _styles(following)
    if styles[:1] == [GAP]:
        del styles[0]
    return styles[:1] == [_SIGNATURE] or styles[:2] == [_UNINDENTED, _SIGNATURE]


def _styles(following: Sequence[Paragraph | Group]) -> list[str]:
    return [block.opening.style if isinstance(block, Paragraph) else "" for block in following]


def _keep_rows(table: Group, *, signed: bool) -> None:
    """Leave no header and no single row alone; the last row stays with a signature below the table."""
    rows = rows_of(table)
    body = [row for row in rows if not row.is_header]
    kept_rows = [row for row in rows if row.is_header]
    if len(body) > 1 and sum(len(one.text) for row in body[:2] for one in row.paragraphs) <= _LONG:
        kept_rows.append(body[0])
    if len(body) > 1 and sum(len(one.text) for row in body[-2:] for one in row.paragraphs) <= _LONG:
        kept_rows.append(body[-2])
    if signed and body:
        kept_rows.append(body[-1])
    for row in kept_rows:
        for paragraph in row.paragraphs:
            paragraph.opening = kept(paragraph.opening)


@lru_cache(maxsize=1024)
def kept(opening: Opening) -> Opening:
    """``opening`` of a paragraph that stays with the next one."""
    xml = opening.xml
    if _SAID.search(xml):
        return opening
    if style := _STYLE.search(xml):
        return replace(opening, xml=f"{xml[: style.end()]}{_KEEP}{xml[style.end() :]}")
    start, _, properties = xml.partition("<w:pPr>")
    return replace(opening, xml=f"{start}<w:pPr>{_KEEP}{properties or PROPERTIES_END}")


@lru_cache(maxsize=1024)
def loose(opening: Opening) -> Opening:
    """``opening`` of a paragraph that does not hold on to the next one."""
    return replace(opening, xml=_SAID.sub("", opening.xml))
