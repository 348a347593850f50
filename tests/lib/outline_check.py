"""What a reader sees go wrong in a paper when a fact is not there: read from the finished Word file."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from functools import cache
from html import unescape

from drafter.render.reading import Grid, Line, story_of

#: What a sentence or a cell leaves behind when the fact in it is gone.
_SCARS = re.compile(
    r"  |\s[.,;:)](\s|$)|\.\.|,,|[;,:]\.|[(]\s*[,;)]|[;,]\)|\(\s|^\s*[.,;:)]|\[\]|“”|missing:"
    r"|\bNone\b(?! (of|sent))|\b(the the|of of|a the|the a|and and|to to|on on|in in)\b"
)
#: A line to write on and a box to tick are meant to be empty.
_TO_FILL = re.compile(r"_{4,}|☐")
#: Blank paragraphs that hold things apart and are not seen as lines.
_SPACERS = ("table gap", "page break")
#: A paragraph, and in it the breaks, tabs and words of its runs.
_PARAGRAPH = re.compile(rb"<w:p[ >].*?</w:p>", re.DOTALL)
_PIECES = re.compile(rb"(<w:br|<w:tab)(?=[ /])(?! w:val)|<w:t(?: [^>]*)?>([^<]*)")
_FIRST, _SECOND, _THROUGH = "list number", "list number 2", "numbered paragraph"
_ROMAN, _LETTERS = 1, 2
_ROMAN_SIGNS = {"I": 1, "V": 5, "X": 10, "L": 50}


def ruins(docx: bytes) -> list[str]:
    """What a missing fact has left: empty places, orphans, doubled blanks, wrong numbers, scars."""
    story = story_of(docx)
    blocks = list(story.blocks())
    notes = list(story.notes())
    return [
        *_standing(blocks),
        *_numbers([block for block in blocks if isinstance(block, Line)]),
        *(scar for block in blocks for scar in _scars(block)),
        *(scar for _, note in notes for line in note for scar in _scars(line)),
        *(f"the note {number} is empty" for number, note in notes if not "".join(map(_text, note)).strip()),
    ]


def scars(docx: bytes) -> list[str]:
    """The scars alone, much faster: for a paper that differs in its words from one that was looked at."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        parts = [package.read(name) for name in ("word/document.xml", "word/footnotes.xml")]
    return [scar for part in parts for found in _PARAGRAPH.findall(part) for scar in _in_paragraph(found)]


@cache
def _in_paragraph(xml: bytes) -> tuple[str, ...]:
    signs = {b"<w:br": "\n", b"<w:tab": "\t"}
    pieces = (signs.get(sign) or unescape(words.decode()) for sign, words in _PIECES.findall(xml))
    return tuple(f"“{said}”" for said in _scarred("".join(pieces).replace("\u00a0", " ")))


def _text(line: Line) -> str:
    return line.text.replace("\u00a0", " ")


def _standing(blocks: Sequence[Line | Grid]) -> Iterator[str]:
    """Headings, lead-ins and blanks by what follows them."""
    for block, following in zip(blocks, [*blocks[1:], None], strict=True):
        if isinstance(block, Grid):
            continue
        text = _text(block).strip()
        line = following if isinstance(following, Line) else None
        blank = line is not None and not _text(line).strip()
        if block.level and (following is None or (line is not None and 0 < line.level <= block.level)):
            yield f"nothing stands under the heading “{text}”"
        if text.endswith(":") and (following is None or blank or (line is not None and line.level)):
            yield f"nothing follows “{text[-80:]}”"
        if line is not None and blank and not text and not {block.style, line.style} & set(_SPACERS):
            yield "two blank lines stand together"


def _numbers(lines: Sequence[Line]) -> Iterator[str]:
    """Headings and lists count on by one; lists begin anew after other text."""
    headings: dict[int, int] = {}
    counts: dict[str, int] = {}
    for line in lines:
        if line.level and line.label:
            headings = {level: count for level, count in headings.items() if level <= line.level}
            headings[line.level] = headings.get(line.level, 0) + 1
            if _value(line.label, line.level) != headings[line.level]:
                yield f"the heading “{_text(line)}” has the number {line.label}"
        elif line.style in {_FIRST, _SECOND, _THROUGH} and line.label:
            if line.style == _FIRST:
                counts.pop(_SECOND, None)
            counts[line.style] = counts.get(line.style, 0) + 1
            if _value(line.label, _LETTERS if line.style == _SECOND else 0) != counts[line.style]:
                yield f"item {counts[line.style]} of a list has the number {line.label}: “{_text(line)[:40]}”"
        elif not line.style.startswith("list"):
            counts = {style: count for style, count in counts.items() if style == _THROUGH}


def _value(label: str, how: int) -> int:
    """The number that a label shows: roman, in letters, or in digits."""
    sign = label.strip("().")
    if how == _ROMAN:
        values = [_ROMAN_SIGNS[one] for one in sign]
        return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
    if how == _LETTERS:
        return (len(sign) - 1) * 26 + ord(sign[0].upper()) - ord("A") + 1
    return int(sign)


def _scars(block: Line | Grid) -> Iterator[str]:
    if isinstance(block, Line):
        yield from (f"“{said}”" for said in _scarred(_text(block)))
        return
    if len(block.rows) <= block.header:
        yield "a table has no rows"
    for row in block.rows:
        cells = ["\n".join(map(_text, cell)) for cell in row]
        yield from (f"in a cell: “{said}”" for cell in cells for said in _scarred(cell))
        if any(not cell.strip() for cell in cells):
            yield f"an empty cell in “{' | '.join(cells)}”"


@cache
def _scarred(text: str) -> tuple[str, ...]:
    """The places of ``text`` that something has gone from; most lines of most papers are the same."""
    if _TO_FILL.search(text):
        return ()
    scars = [text[max(0, found.start() - 40) : found.end() + 20] for found in _SCARS.finditer(text)]
    lopsided = any(text.count(left) != text.count(right) for left, right in ("()", "“”", "[]"))
    return (*scars, text[:80]) if lopsided else tuple(scars)
