"""Turns the marks and line ends inside rendered text into Word's own: highlight, italics, breaks.

A value arrives inside one ``w:t``.  Only runs that hold a mark, a line end or a tab are rebuilt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from drafter.core import marks
from drafter.render.facts import Facts
from drafter.render.ooxml import HYPERLINK, RPR, SPACE, VAL, Element, P, R, T, child_value, make, style_of, w

_SPECIAL = re.compile("[\n\t\ufdd0-\ufdef]")
_PIECES = re.compile(f"(\n|\t|{marks.PRINTED_ON}[^{marks.PRINTED_SEP}]*{marks.PRINTED_SEP}|[\ufdd0-\ufdef])")
#: The order in which the schema wants what follows italics and highlighting inside ``w:rPr``.
_BEFORE_ITALIC = frozenset(w(name) for name in ("rStyle", "rFonts", "b", "bCs"))
_AFTER_HIGHLIGHT = frozenset(
    w(name)
    for name in (
        "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout",
        "specVanish", "oMath",
    )
)  # fmt: skip
#: The anchor of a printed answer in a preview.
QUESTION = "question:"


@dataclass(frozen=True)
class _Look:
    blank: bool = False
    italic: bool = False
    question: str = ""


def resolve(root: Element, facts: Facts, *, keep_questions: bool = False) -> list[str]:
    """Rebuild every run below ``root`` that needs it; return the wording of its blanks, in order.

    With ``keep_questions`` a printed answer becomes a link to ``question:<id>``, for a preview only.
    """
    blanks: list[str] = []
    runs: dict[Element, None] = {}
    for text in root.iter(T):
        if text.text and _SPECIAL.search(text.text):
            runs[text.getparent()] = None  # type: ignore[index]
    for run in runs:
        if run.tag == R:
            _rebuild(run, facts, blanks, keep_questions=keep_questions)
    return blanks


def _rebuild(run: Element, facts: Facts, blanks: list[str], *, keep_questions: bool) -> None:
    parent = run.getparent()
    if parent is None:
        return
    # A link inside a link is no valid document.
    linked = keep_questions and parent.tag != HYPERLINK
    writer = _Writer(run, base_italic=_base_italic(run, facts), keep_questions=linked)
    for child in list(run):
        if child.tag == RPR:
            continue
        if child.tag == T and child.text and _SPECIAL.search(child.text):
            _write(child.text, writer, blanks)
        else:
            writer.run(_Look()).append(child)
    place = parent.index(run)
    parent[place : place + 1] = writer.made


def _write(text: str, writer: _Writer, blanks: list[str]) -> None:
    for piece, look in _pieces(text, blanks):
        run = writer.run(look)
        if piece == "\n":
            run.append(make("br"))
        elif piece == "\t":
            run.append(make("tab"))
        else:
            made = make("t")
            made.set(SPACE, "preserve")
            made.text = piece
            run.append(made)


def _pieces(text: str, blanks: list[str]) -> Iterator[tuple[str, _Look]]:
    """The pieces of ``text`` with their looks; a mark without partner ends with its text."""
    blank: list[str] | None = None
    italic = 0
    questions: list[str] = []
    for piece in _PIECES.split(text):
        if piece == marks.BLANK_ON:
            blank = []
        elif piece == marks.BLANK_OFF:
            blanks.append("".join(blank or ()).strip("[]"))
            blank = None
        elif piece in (marks.ITALIC_ON, marks.ITALIC_OFF):
            italic += 1 if piece == marks.ITALIC_ON else -1
        elif piece.startswith(marks.PRINTED_ON):
            questions.append(piece[1:-1])
        elif piece == marks.PRINTED_OFF:
            del questions[-1:]
        elif piece and not "\ufdd0" <= piece <= "\ufdef":
            if blank is not None:
                blank.append(piece)
            # Italics inside italics are upright again, as printers have always done it.
            yield piece, _Look(blank is not None, italic % 2 == 1, questions[-1] if questions else "")


class _Writer:
    """Writes pieces as runs that look like ``run``, opening a new run when the look changes."""

    def __init__(self, run: Element, *, base_italic: bool, keep_questions: bool) -> None:
        self.look_of_run = run.find(RPR)
        self.base_italic = base_italic
        self.keep_questions = keep_questions
        self.made: list[Element] = []
        self.open: tuple[_Look, Element] | None = None

    def run(self, look: _Look) -> Element:
        if not self.keep_questions and look.question:
            look = _Look(look.blank, look.italic)
        if self.open and self.open[0] == look:
            return self.open[1]
        run = make("r")
        properties = self._properties(look)
        if properties is not None:
            run.append(properties)
        self.made.append(self._linked(run, look.question))
        self.open = (look, run)
        return run

    def _linked(self, run: Element, question: str) -> Element:
        if not question:
            return run
        link = make("hyperlink", anchor=QUESTION + question)
        link.append(run)
        return link

    def _properties(self, look: _Look) -> Element | None:
        properties = deepcopy(self.look_of_run) if self.look_of_run is not None else None
        if not look.blank and not look.italic:
            return properties
        properties = make("rPr") if properties is None else properties
        if look.italic:
            _put_italic(properties, upright=self.base_italic)
        if look.blank:
            _put_highlight(properties)
        return properties


def _base_italic(run: Element, facts: Facts) -> bool:
    own = run.find(f"{RPR}/{w('i')}")
    if own is not None:
        return own.get(VAL, "1") not in ("0", "false")
    if child_value(run, RPR, w("rStyle")) in facts.italic:
        return True
    paragraph = next(run.iterancestors(P), None)
    return paragraph is not None and style_of(paragraph) in facts.italic


def _put_italic(properties: Element, *, upright: bool) -> None:
    for old in (*properties.findall(w("i")), *properties.findall(w("iCs"))):
        properties.remove(old)
    place = sum(1 for child in properties if child.tag in _BEFORE_ITALIC)
    properties.insert(place, make("i", val="0") if upright else make("i"))


def _put_highlight(properties: Element) -> None:
    for old in properties.findall(w("highlight")):
        properties.remove(old)
    after = [place for place, child in enumerate(properties) if child.tag in _AFTER_HIGHLIGHT]
    properties.insert(after[0] if after else len(properties), make("highlight", val="yellow"))
