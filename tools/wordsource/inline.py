"""Inline pieces of a paragraph: emphasis, line breaks, footnote references, tags in one piece."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from markdown_it.tree import SyntaxTreeNode

from wordsource.blocks import Break, Inline, NoteReference, Text
from wordsource.shield import Shield

#: A section or paragraph sign is never left alone at the end of a line.
_SIGN = re.compile(r"(§§?|¶¶?|\bNo\.|\b[0-9]+(?= (?:U\.S\.C|C\.F\.R)\.)|\b(?:Crim|App)\. P\.) (?=\S)")
_LINE_BREAK = re.compile(r"<br\s*/?>")


class InlineReader:
    """Reads inline nodes and puts the tags back in their places."""

    def __init__(self, shield: Shield) -> None:
        """Use the tags that ``shield`` has hidden."""
        self.shield = shield

    def read(self, node: SyntaxTreeNode, *, lines: bool) -> tuple[Inline, ...]:
        """The pieces of an ``inline`` node; with ``lines`` a line end of the source is a line break."""
        pieces: list[Inline] = []
        for piece in self._pieces(node.children, Text(""), lines=lines):
            last = pieces[-1] if pieces else None
            if (
                isinstance(piece, Text)
                and isinstance(last, Text)
                and replace(last, text="") == replace(piece, text="")
            ):
                pieces[-1] = replace(last, text=last.text + piece.text)
            else:
                pieces.append(piece)
        return tuple(pieces)

    def _pieces(self, nodes: list[SyntaxTreeNode], look: Text, *, lines: bool) -> Iterator[Inline]:
        for node in nodes:
            if node.type in {"text", "text_special"}:
                yield from self._text(node.content, look)
            elif node.type == "softbreak":
                yield Break() if lines else replace(look, text=" ")
            elif node.type == "hardbreak":
                yield Break()
            elif node.type == "footnote_ref":
                yield NoteReference(int(node.meta["id"]) + 1)
            elif node.type in {"strong", "em"}:
                yield from self._pieces(node.children, _with_look(look, node), lines=lines)
            else:
                raise ValueError(f"{node.type} is not part of the dialect")

    def _text(self, raw: str, look: Text) -> Iterator[Inline]:
        if "[^" in raw:
            raise ValueError(f"a footnote has no text: {raw[:60]}")
        for place, part in enumerate(_LINE_BREAK.split(raw)):
            if place:
                yield Break()
            if part:
                # The sign is tied before the tags return, so that nothing inside a tag changes.
                yield replace(look, text=self.shield.show(_SIGN.sub("\\1\u00a0", part)))


def _with_look(look: Text, node: SyntaxTreeNode) -> Text:
    if node.markup == "__":
        return replace(look, underline=True)
    return replace(look, bold=True) if node.type == "strong" else replace(look, italic=True)
