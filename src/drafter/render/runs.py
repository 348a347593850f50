"""Turns the marks and line ends inside rendered text into Word's own: highlight, italics, breaks.

A value arrives inside one ``w:t``.  Where it holds a mark, a line end or a tab, its run is ended, the piece
gets a run with a look of its own, and the first run is taken up again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import groupby
from operator import itemgetter
from typing import Final, NamedTuple

from drafter.core import marks
from drafter.render.facts import Facts
from drafter.render.ooxml import VAL, Element, Namespaces, child_value, make, w

_SPECIAL: Final = re.compile("[\n\t\ufdd0-\ufdef]")
_PIECES: Final = re.compile(
    f"(\n|\t|{marks.PRINTED_ON}[^{marks.PRINTED_SEP}]*{marks.PRINTED_SEP}|[\ufdd0-\ufdef])"
)
_TOKENS: Final = re.compile(
    r"<w:r(?: [^>]*)?(?<!/)>(?P<look><w:rPr>.*?</w:rPr>|<w:rPr/>)?|(?P<end></w:r>)"
    r"|<w:t(?: [^>]*)?>(?P<text>[^<]*)</w:t>|<(?P<link>/?)w:hyperlink\b[^>]*>",
    re.DOTALL,
)
_EMPTY_RUN: Final = re.compile(
    r"<w:r(?: [^>]*)?(?<!/)>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>|<w:rPr/>)?</w:r>", re.DOTALL
)
_TEXT: Final = '<w:t xml:space="preserve">'
_SIGNS: Final = {"\n": "<w:br/>", "\t": "<w:tab/>"}
#: The order in which the schema wants what follows italics and highlighting inside ``w:rPr``.
_BEFORE_ITALIC: Final = frozenset(w(name) for name in ("rStyle", "rFonts", "b", "bCs"))
_AFTER_HIGHLIGHT: Final = frozenset(
    w(name)
    for name in (
        "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout",
        "specVanish", "oMath",
    )
)  # fmt: skip
#: The anchor of a printed answer in a preview.
QUESTION: Final = "question:"


class _Look(NamedTuple):
    blank: bool = False
    italic: bool = False
    question: str = ""


_ITALIC: Final = w("i")
_SEEN: Final = (w("b"), _ITALIC, w("u"), w("highlight"))
_PLAIN: Final = _Look()


class Runs:
    """The runs of one part; the properties of a run are changed once for each look."""

    def __init__(self, facts: Facts, namespaces: Namespaces) -> None:
        """Know by ``facts`` which styles are italic; ``namespaces`` are those of the part."""
        self.facts = facts
        self.namespaces = namespaces
        self._changed: dict[tuple[str, bool, bool, bool], str] = {}
        self._looks: dict[str, tuple[bool, bool, bool, bool]] = {}

    def resolved(self, xml: str, blanks: list[str], *, italic: bool, questions: bool) -> str:
        """``xml``, the inside of a paragraph, with looks for marks.

        The wording of its blanks is added to ``blanks``.  ``italic`` says that the paragraph is set in
        italics; with ``questions`` a printed answer becomes a link to ``question:<id>``.
        """
        if not _SPECIAL.search(xml):
            return xml
        out: list[str] = []
        place = links = 0
        runs: list[str] = []  # the properties of the runs that are open
        for token in _TOKENS.finditer(xml):
            text, link = token["text"], token["link"]
            if text is not None:
                if runs and _SPECIAL.search(text):
                    # A link inside a link is no valid document.
                    pieces = _pieces(text, blanks, questions=questions and not links)
                    out += (xml[place : token.start()], self._written(pieces, runs[-1], italic=italic))
                    place = token.end()
            elif link is not None:
                links += -1 if link else 1
            elif token["end"] is None:
                runs.append(token["look"] or "")
            elif runs:
                runs.pop()
        out.append(xml[place:])
        return _EMPTY_RUN.sub("", "".join(out)) if place else xml

    def look(self, properties: str) -> tuple[bool, bool, bool, bool]:
        """Whether a run with ``properties`` is bold, italic, underlined and a highlighted blank."""
        if properties not in self._looks:
            found = {
                child.tag: child.get(VAL, "1") not in ("0", "false", "none")
                for child in (self.namespaces.parsed(properties) if properties else ())
            }
            bold, italic, underlined, blank = (found.get(name, False) for name in _SEEN)
            self._looks[properties] = (bold, italic, underlined, blank)
        return self._looks[properties]

    def _written(self, pieces: Iterator[tuple[str, _Look]], properties: str, *, italic: bool) -> str:
        """``pieces`` as the content of a run with ``properties``, which is ended for every other look."""
        out: list[str] = []
        for look, same in groupby(pieces, key=itemgetter(1)):
            text = "".join([_SIGNS.get(piece) or f"{_TEXT}{piece}</w:t>" for piece, _ in same])
            if look != _PLAIN:
                run = f"<w:r>{self._properties(properties, look, italic=italic)}{text}</w:r>"
                if look.question:
                    run = f'<w:hyperlink w:anchor="{QUESTION}{look.question}">{run}</w:hyperlink>'
                text = f"</w:r>{run}<w:r>{properties}"
            out.append(text)
        return "".join(out)

    def _properties(self, properties: str, look: _Look, *, italic: bool) -> str:
        """The run ``properties`` with ``look``, in a paragraph whose style may be ``italic``."""
        if not look.blank and not look.italic:
            return properties
        key = (properties, look.blank, look.italic, italic)
        if key not in self._changed:
            element = self.namespaces.parsed(properties) if properties else make("rPr")
            if look.italic:
                _put_italic(element, upright=_is_italic(element, self.facts, of_style=italic))
            if look.blank:
                _put_highlight(element)
            self._changed[key] = self.namespaces.written(element)
        return self._changed[key]


def _pieces(text: str, blanks: list[str], *, questions: bool) -> Iterator[tuple[str, _Look]]:
    """The pieces of ``text`` with their looks; a mark without partner ends with its text."""
    blank: list[str] | None = None
    italic = 0
    asked: list[str] = []
    for piece in _PIECES.split(text):
        if piece == marks.BLANK_ON:
            blank = []
        elif piece == marks.BLANK_OFF:
            blanks.append(unescape("".join(blank or ())).strip("[]"))
            blank = None
        elif piece in (marks.ITALIC_ON, marks.ITALIC_OFF):
            italic += 1 if piece == marks.ITALIC_ON else -1
        elif piece.startswith(marks.PRINTED_ON):
            asked.append(piece[1:-1])
        elif piece == marks.PRINTED_OFF:
            del asked[-1:]
        elif piece and not "\ufdd0" <= piece <= "\ufdef":
            if blank is not None:
                blank.append(piece)
            # Italics inside italics are upright again, as printers have always done it.
            yield piece, _Look(blank is not None, italic % 2 == 1, asked[-1] if asked and questions else "")


def _is_italic(properties: Element, facts: Facts, *, of_style: bool) -> bool:
    own = properties.find(_ITALIC)
    if own is not None:
        return own.get(VAL, "1") not in ("0", "false")
    return of_style or child_value(properties, w("rStyle")) in facts.italic


def _put_italic(properties: Element, *, upright: bool) -> None:
    for old in (*properties.findall(_ITALIC), *properties.findall(w("iCs"))):
        properties.remove(old)
    place = sum(1 for child in properties if child.tag in _BEFORE_ITALIC)
    properties.insert(place, make("i", val="0") if upright else make("i"))


def _put_highlight(properties: Element) -> None:
    for old in properties.findall(w("highlight")):
        properties.remove(old)
    after = [place for place, child in enumerate(properties) if child.tag in _AFTER_HIGHLIGHT]
    properties.insert(after[0] if after else len(properties), make("highlight", val="yellow"))
