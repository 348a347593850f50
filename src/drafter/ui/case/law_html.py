"""The law beside a question as a page: headings, quotations set apart, small lines for the sources.

Pure: paragraphs and a look in, the HTML that Qt's text browser knows out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby

from drafter.core.marks import ITALIC_OFF, ITALIC_ON
from drafter.practice.beside.telling import OWN_WORDS, Paragraph, Role

#: The link that goes back to the page before, and what stands there.
BACK, BACK_WORDS = "back:", "← Back"
QUOTED = "Word for word:"
_SMALL = frozenset({Role.SMALL, Role.DOUBT, Role.CONFIRMED})
_INDENT = 14  # pixels for each level of a provision


@dataclass(frozen=True, slots=True)
class Look:
    """Colours as ``#rrggbb``, and the size of the text in points."""

    text: str
    muted: str
    link: str
    doubt: str
    quote_bar: str
    quote_ground: str
    points: float

    def size(self, share: float) -> str:
        """The style for text of ``share`` of the size."""
        return f"font-size:{self.points * share:.1f}pt"


def page(paragraphs: Iterable[Paragraph], look: Look, *, back: bool) -> str:
    """Return the page; with ``back`` it begins with the way back."""
    body = [_back(look)] if back else []
    for block, run in groupby(_with_blocks(paragraphs), key=lambda pair: pair[0]):
        inside = [paragraph for _, paragraph in run]
        body += [_plain(one, look) for one in inside] if not block else [_block(block, inside, look)]
    return f'<html><body style="color:{look.text}; {look.size(1)}">{"".join(body)}</body></html>'


def _with_blocks(paragraphs: Iterable[Paragraph]) -> Iterator[tuple[str, Paragraph]]:
    """Each paragraph with the block it stands in: quoted, the program's own words, or none."""
    block = ""
    for one in paragraphs:
        if one.role is Role.QUOTE:
            block = "quote"
        elif one.role is Role.OWN:
            block = "own"
        elif one.role not in {Role.DOUBT, Role.CONFIRMED, Role.LEFT_OUT}:
            block = ""
        yield block, one


def _back(look: Look) -> str:
    return f'<p style="margin:0 0 8px 0; {look.size(1)}"><a href="{BACK}">{BACK_WORDS}</a></p>'


def _block(block: str, inside: list[Paragraph], look: Look) -> str:
    """A bar beside the words, and above them in words what they are; colour alone says nothing."""
    bar, told = (look.quote_bar, QUOTED) if block == "quote" else (look.doubt, OWN_WORDS)
    first = f'<p style="margin:0 0 3px 0; color:{look.muted}; {look.size(0.85)}">{told}</p>'
    words = "".join(_line(one, look) for one in inside)
    return (
        '<table width="98%" cellspacing="0" cellpadding="0" style="margin-top:5px; margin-bottom:5px"><tr>'
        f'<td width="4" bgcolor="{bar}"></td>'
        f'<td bgcolor="{look.quote_ground}" style="padding:7px 10px 6px 11px">{first}{words}</td>'
        "</tr></table>"
    )


def _line(one: Paragraph, look: Look) -> str:
    left = _INDENT * one.depth
    if one.role in _SMALL:
        colour = look.doubt if one.role is Role.DOUBT else look.muted
        return f'<p style="margin:0 0 5px {left}px; color:{colour}; {look.size(0.88)}">{_words(one)}</p>'
    label = f"<b>{escape(one.label)}</b> " if one.label else ""
    return f'<p style="margin:0 0 5px {left}px">{label}{_words(one)}</p>'


def _plain(one: Paragraph, look: Look) -> str:
    words = _words(one)
    if one.role in {Role.TITLE, Role.HEADING}:
        return _heading(one.role, words, look)
    if one.role in _SMALL:
        colour = look.doubt if one.role is Role.DOUBT else look.muted
        return f'<p style="margin:2px 0 4px 0; color:{colour}; {look.size(0.88)}">{words}</p>'
    if one.role is Role.POINT:
        return f'<p style="margin:2px 0 2px 16px; text-indent:-11px">•&nbsp;{words}</p>'
    if one.role is Role.LEAD:
        return f'<p style="margin:9px 0 2px 0"><b>{words}</b></p>'
    return f'<p style="margin:3px 0 4px 0">{words}</p>'


def _heading(part: Role, words: str, look: Look) -> str:
    """A heading of the document, for screen readers too; the size stands inside it, where Qt obeys it."""
    if part is Role.TITLE:
        return f'<h2 style="margin:0 0 4px 0"><span style="{look.size(1.18)}">{words}</span></h2>'
    inside = f'<span style="color:{look.muted}; {look.size(1.08)}">{words}</span>'
    return f'<h3 style="margin:16px 0 4px 0">{inside}</h3>'


def _words(one: Paragraph) -> str:
    text = escape(one.text).replace(ITALIC_ON, "<i>").replace(ITALIC_OFF, "</i>")
    if one.role is not Role.QUOTE:  # a quotation keeps every character of its text
        text = text.replace("§ ", "§&nbsp;")
    link = f'<a href="{escape(one.link)}">{escape(one.link_text)}</a>' if one.link else ""
    between = " · " if one.role in _SMALL else " "
    return between.join(part for part in (text, link) if part)
