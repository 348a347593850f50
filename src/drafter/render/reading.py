"""Walks a finished document in reading order; text and HTML are made from the same walk.

Walks the flow, never ``Document.paragraphs``, which does not see into content controls.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from typing import Final, NamedTuple

from drafter.render.facts import read_facts
from drafter.render.flow import Flow, Group, Paragraph, blocks, read_part, within
from drafter.render.numbering import Counter
from drafter.render.ooxml import Element
from drafter.render.package import Package
from drafter.render.runs import QUESTION

_TOKENS: Final = re.compile(
    r"<w:t(?: [^>]*)?>(?P<words>[^<]*)</w:t>|<w:(?P<sign>br|tab)(?=[ /])"
    r"|(?P<run><w:r(?: [^>]*)?(?<!/)>)(?P<look><w:rPr>.*?</w:rPr>)?|</w:r>"
    r'|<w:footnoteReference [^>]*?w:id="(?P<note>[^"]*)"'
    r'|<w:hyperlink [^>]*?w:anchor="(?P<anchor>[^"]*)"|(?P<link_ends></w:hyperlink>)',
    re.DOTALL,
)
_SIGNS: Final = {"br": "\n", "tab": "\t"}
_NOTE_ID: Final = re.compile('w:id="([^"]*)"')
_SEPARATOR: Final = re.compile('w:type="(?!normal")')


class Piece(NamedTuple):
    """A stretch of one look; ``note`` is the number of a footnote called here."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    blank: bool = False
    question: str = ""
    note: int = 0


class Line(NamedTuple):
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

    def __init__(self, document: Flow, notes: Flow | None, added: Iterable[Element] = ()) -> None:
        """Read ``document`` and its ``notes`` part; ``added`` are lists that its facts do not know."""
        self.document = document
        self.counter = Counter(document.forms.facts, added)
        self.known_notes = _notes_by_id(notes) if notes else {}
        self.called: list[str] = []

    def blocks(self) -> Iterator[Line | Grid]:
        """Paragraphs and tables of the body; walk them before :meth:`notes`."""
        for block in blocks(self.document.body):
            yield self._line(block, self.document) if isinstance(block, Paragraph) else self._grid(block)

    def notes(self) -> Iterator[tuple[int, tuple[Line, ...]]]:
        """The footnotes called so far, numbered from 1 in the order of the text."""
        for number, called in enumerate(self.called, 1):
            if called in self.known_notes:
                note, flow = self.known_notes[called]
                yield (
                    number,
                    tuple(self._line(one, flow) for one in blocks(note) if isinstance(one, Paragraph)),
                )

    def _line(self, paragraph: Paragraph, flow: Flow) -> Line:
        opening = paragraph.opening
        label = self.counter.label(*opening.number) if opening.number else ""
        pieces = tuple(self._pieces(paragraph, flow))
        return Line(opening.style or "normal", opening.level, label, pieces, opening.indent)

    def _pieces(self, paragraph: Paragraph, flow: Flow) -> Iterator[Piece]:
        text = question = ""
        runs = [""]  # the properties of the runs that are open
        for token in _TOKENS.finditer(paragraph.content):
            if token["words"] is not None:
                text += unescape(token["words"])
            elif token["sign"]:
                text += _SIGNS[token["sign"]]
            elif token["anchor"] is not None:
                question = unescape(token["anchor"]).partition(QUESTION)[2]
            elif token["link_ends"]:
                question = ""
            else:  # a run begins or ends, or a footnote is called
                if text:
                    yield Piece(text, *flow.forms.runs.look(runs[-1]), question=question)
                    text = ""
                if token["run"]:
                    runs.append(token["look"] or "")
                elif token["note"] is not None:
                    self.called.append(token["note"])
                    yield Piece("", note=len(self.called))
                else:
                    runs.pop()

    def _grid(self, table: Group) -> Grid:
        rows = list(_rows(table))
        read = tuple(tuple(tuple(self._cell(cell)) for cell in _cells(row)) for row in rows)
        header = sum("<w:tblHeader" in row.start for row in rows)
        return Grid(read, header, boxed="<w:tblStyle " in table.start)

    def _cell(self, cell: Group) -> Iterator[Line]:
        for block in blocks(cell):
            if isinstance(block, Paragraph):
                yield self._line(block, self.document)
            else:
                for row in self._grid(block).rows:
                    yield from (line for inner in row for line in inner)


def _rows(group: Group) -> Iterator[Group]:
    return (node for node in within(group) if isinstance(node, Group) and node.name == "tr")


def _cells(row: Group) -> Iterator[Group]:
    return (node for node in within(row) if isinstance(node, Group) and node.name == "tc")


def _notes_by_id(notes: Flow) -> dict[str, tuple[Group, Flow]]:
    """The ordinary footnotes of a part by their ids, without the separators."""
    found = {}
    for note in notes.root.nodes:
        number = isinstance(note, Group) and _NOTE_ID.search(note.start)
        if isinstance(note, Group) and number and not _SEPARATOR.search(note.start):
            found[number[1]] = note, notes
    return found


def story_of(docx: bytes, name: str = "document") -> Story:
    """The story of a Word file.  Raises :class:`drafter.render.faults.TemplateFault` when it is none."""
    package = Package.open(docx, name)
    styles, numbering, notes = (package.first(kind) for kind in ("styles", "numbering", "footnotes"))
    facts = read_facts(*(package.tree(part) if part else None for part in (styles, numbering)))
    document = read_part(package.tree(package.main), facts)
    return Story(document, read_part(package.tree(notes), facts) if notes else None)
