"""The small model between a text source and its Word template: blocks made of inline pieces."""

from __future__ import annotations

from dataclasses import dataclass, field


class SourceError(Exception):
    """A source that cannot be compiled; the message names the file and, where known, the line."""


@dataclass(frozen=True)
class Text:
    """A stretch of text with one look; Jinja tags are part of ``text`` and are never split."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False


@dataclass(frozen=True)
class Break:
    """A line break inside a paragraph."""


@dataclass(frozen=True)
class NoteReference:
    """The place in the text where footnote ``number`` (1..n in order of reference) is called."""

    number: int


Inline = Text | Break | NoteReference


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of the named style; ``indent`` counts half inches, ``keep`` ties it to the next one."""

    style: str
    content: tuple[Inline, ...]
    indent: int = 0
    keep: bool = False


@dataclass(frozen=True)
class Cell:
    """The paragraphs of one table cell, at least one."""

    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True)
class Row:
    """One table row; a ``tag`` row holds a ``{%tr … %}`` and vanishes when the template is rendered."""

    cells: tuple[Cell, ...]
    header: bool = False
    tag: str = ""


@dataclass(frozen=True)
class Table:
    """A table of ``kind`` ``table``, ``summary`` or ``caption``; ``widths`` are relative."""

    kind: str
    widths: tuple[float, ...]
    rows: tuple[Row, ...]


Block = Paragraph | Table


@dataclass(frozen=True)
class Source:
    """A whole source: its blocks, the paragraphs of each footnote, and the front matter."""

    blocks: tuple[Block, ...]
    notes: tuple[tuple[Paragraph, ...], ...] = ()
    matter: dict[str, str] = field(default_factory=dict)
