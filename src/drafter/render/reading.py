"""Walks a finished document in reading order; text and HTML are made from the same walk.

Walks the XML, never ``Document.paragraphs``, which does not see into content controls.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from drafter.render.facts import Facts, notes_by_id, read_facts
from drafter.render.numbering import Counter
from drafter.render.ooxml import (
    BODY,
    BR,
    HYPERLINK,
    ID,
    NOTE_REFERENCE,
    PPR,
    RPR,
    TAB,
    TBL,
    TC,
    TR,
    VAL,
    Element,
    P,
    R,
    T,
    blocks,
    style_of,
    w,
)
from drafter.render.package import Package
from drafter.render.runs import QUESTION

_HIGHLIGHT, _BOLD, _ITALIC, _UNDERLINE = w("highlight"), w("b"), w("i"), w("u")
_ANCHOR, _HEADER = w("anchor"), f"{w('trPr')}/{w('tblHeader')}"
_INDENT, _LEFT = f"{PPR}/{w('ind')}", w("left")
_OFF = ("0", "false", "none")


@dataclass(frozen=True)
class Piece:
    """A stretch of one look; ``note`` is the number of a footnote called here."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    blank: bool = False
    question: str = ""
    note: int = 0


@dataclass(frozen=True)
class Line:
    """One paragraph: its style's name, heading level (0: none), list label, pieces, own indent in twips."""

    style: str
    level: int
    label: str
    pieces: tuple[Piece, ...]
    indent: int = 0

    @property
    def text(self) -> str:
        """The text without looks and notes."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True)
class Grid:
    """One table: rows of cells of lines; ``header`` says how many rows repeat on each page."""

    rows: tuple[tuple[tuple[Line, ...], ...], ...]
    header: int
    boxed: bool


class Story:
    """The content of one document in reading order."""

    def __init__(
        self, document: Element, notes: Element | None, facts: Facts, added: Iterable[Element] = ()
    ) -> None:
        """Read ``document`` and its ``notes`` part; ``added`` are lists not yet in ``facts``."""
        self.body = document.find(BODY)
        self.facts = facts
        self.counter = Counter(facts, added)
        self.known_notes = notes_by_id(notes)
        self.called: list[str] = []

    def blocks(self) -> Iterator[Line | Grid]:
        """Paragraphs and tables of the body; walk them before :meth:`notes`."""
        if self.body is not None:
            for block in blocks(self.body):
                yield self._line(block) if block.tag == P else self._grid(block)

    def notes(self) -> Iterator[tuple[int, tuple[Line, ...]]]:
        """The footnotes called so far, numbered from 1 in the order of the text."""
        for number, called in enumerate(self.called, 1):
            note = self.known_notes.get(called)
            if note is not None:
                yield number, tuple(self._line(block) for block in blocks(note) if block.tag == P)

    def _line(self, paragraph: Element) -> Line:
        style = style_of(paragraph)
        numbered = self.facts.number_of(paragraph)
        label = self.counter.label(*numbered) if numbered else ""
        pieces = tuple(self._pieces(paragraph))
        own = paragraph.find(_INDENT)
        indent = int(own.get(_LEFT, "0")) if own is not None else 0
        name = self.facts.name_of(style) if style else "normal"
        return Line(name, self.facts.headings.get(style, 0), label, pieces, indent)

    def _pieces(self, paragraph: Element) -> Iterator[Piece]:
        for run in paragraph.iter(R):
            text = ""
            look = _look(run)
            for child in run:
                if child.tag == T:
                    text += child.text or ""
                elif child.tag == BR:
                    text += "\n"
                elif child.tag == TAB:
                    text += "\t"
                elif child.tag == NOTE_REFERENCE:
                    self.called.append(child.get(ID, ""))
                    yield Piece("", note=len(self.called))
            if text:
                yield Piece(text, **look, question=_question(run))

    def _grid(self, table: Element) -> Grid:
        rows = table.findall(TR)
        read = tuple(tuple(tuple(self._cell(cell)) for cell in row.iter(TC)) for row in rows)
        header = sum(1 for row in rows if row.find(_HEADER) is not None)
        return Grid(read, header, boxed=table.find(f"{w('tblPr')}/{w('tblStyle')}") is not None)

    def _cell(self, cell: Element) -> Iterator[Line]:
        for block in blocks(cell):
            if block.tag == P:
                yield self._line(block)
            elif block.tag == TBL:
                for row in self._grid(block).rows:
                    yield from (line for inner in row for line in inner)


def _look(run: Element) -> dict[str, bool]:
    properties = run.find(RPR)
    if properties is None:
        return {}
    found = {child.tag: child.get(VAL, "1") not in _OFF for child in properties}
    return {
        "bold": found.get(_BOLD, False),
        "italic": found.get(_ITALIC, False),
        "underline": found.get(_UNDERLINE, False),
        "blank": found.get(_HIGHLIGHT, False),
    }


def _question(run: Element) -> str:
    parent = run.getparent()
    anchor = parent.get(_ANCHOR, "") if parent is not None and parent.tag == HYPERLINK else ""
    return anchor.removeprefix(QUESTION) if anchor.startswith(QUESTION) else ""


def story_of(docx: bytes, name: str = "document") -> Story:
    """The story of a Word file.  Raises :class:`drafter.render.faults.TemplateFault` when it is none."""
    package = Package.open(docx, name)
    parts = [package.first(kind) for kind in ("styles", "numbering", "footnotes")]
    styles, numbering, notes = (package.tree(part) if part else None for part in parts)
    return Story(package.tree(package.main), notes, read_facts(styles, numbering))
