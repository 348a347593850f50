"""The look of a finished paper: font, type size, footnote size and line numbers, set into Word’s parts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from drafter.render.archive import TIGHTLY, Member, member, unpacked
from drafter.render.ooxml import Element, parse, w, written

#: The body text of the templates is set at twice this size, and told apart by that.
_HOUSE_SIZE: Final = 12
_HOUSE_LINE: Final = str(_HOUSE_SIZE * 2 * 20)
_SECTION_END: Final = re.compile(rb"(<w:pgMar\b[^>]*/>)")
#: A number in the margin of every line, beginning anew on every page (ECMA-376 Part 1, 17.6.8).
_LINE_NUMBERS: Final = b'<w:lnNumType w:countBy="1" w:restart="newPage"/>'
_SIZES: Final = ("sz", "szCs")
_FACES: Final = ("ascii", "hAnsi", "eastAsia", "cs")
_NOTE_STYLES: Final = frozenset({"FootnoteText"})


@dataclass(frozen=True, slots=True)
class Look:
    """Font name, sizes in points, and whether every line is numbered."""

    font: str
    size: int
    note_size: int
    line_numbers: bool


@lru_cache(maxsize=256)
def dressed(part: Member, look: Look) -> Member:
    """The packed ``part`` in ``look``: the styles part changes, every other stays."""
    if part.name.rpartition("/")[2] != "styles.xml":
        return part
    return member(part.name, styles_with(unpacked(part), look), TIGHTLY)


def styles_with(styles: bytes, look: Look) -> bytes:
    """The styles part with the font and the sizes of ``look``; a size of a style’s own stays as it is."""
    root = parse(styles)
    for fonts in root.iter(w("rFonts")):
        for face in _FACES:
            if fonts.get(w(face)) is not None:
                fonts.set(w(face), look.font)
    defaults = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
    if defaults is not None:
        _resize(defaults, look.size)
    for style in root.iter(w("style")):
        run = style.find(w("rPr"))
        if style.get(w("styleId")) in _NOTE_STYLES and run is not None:
            _resize(run, look.note_size)
        for spacing in style.iter(w("spacing")):
            if spacing.get(w("line")) == _HOUSE_LINE and spacing.get(w("lineRule")) == "atLeast":
                spacing.set(w("line"), str(look.size * 2 * 20))
    return written(root)


def _resize(run: Element, points: int) -> None:
    for name in _SIZES:
        size = run.find(w(name))
        if size is not None:
            size.set(w("val"), str(points * 2))


def section_with(document: bytes, look: Look) -> bytes:
    """The main part with numbered lines, where ``look`` asks for them."""
    if not look.line_numbers:
        return document
    return _SECTION_END.sub(lambda found: found.group(1) + _LINE_NUMBERS, document)
