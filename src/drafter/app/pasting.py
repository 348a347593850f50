"""Text pasted from a PDF, a web page or a letter, tidied: only what its source did to it is undone.

Characters that nobody sees go, and the line ends that a PDF puts inside a paragraph.  A line end is taken
for one of those only where the whole paragraph looks wrapped; lists, addresses and tables stay as they are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

#: Soft hyphen inside a line, zero-width characters and joiners, marks of direction, the byte order mark.
_UNSEEN: Final = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|\u00ad(?!\n)")
#: What is shown like a plain character but is not found, counted or broken like one.
_PLAIN: Final = str.maketrans(
    {
        "\u00a0": " ",
        "\u2007": " ",
        "\u202f": " ",
        "\u2010": "-",
        "\u2011": "-",
        "\ufb00": "ff",
        "\ufb01": "fi",
        "\ufb02": "fl",
        "\ufb03": "ffi",
        "\ufb04": "ffl",
        "\ufb05": "st",
        "\ufb06": "st",
    }
)
_LINE_ENDS: Final = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_BLANKS: Final = re.compile(" {2,}")
_BLANK_LINES: Final = re.compile(r"\n(?:[ \t]*\n){2,}")
#: How an item of a list, a heading by number or a numbered paragraph begins.
_ITEM: Final = re.compile(r"(?:[-–—•·▪◦‣*o]|\(?(?:\d{1,3}|[A-Za-z]|[ivxIVX]{1,5})[.)]|¶)\s")
_SENTENCE_END: Final = re.compile(r"[.!?:;][”’\"')\]\d]*$")
_HYPHENATED: Final = re.compile(r"(?<![^\W\d_])([^\W\d_]{2,})(-|\u00ad)$")
_WORD_BEGINS: Final = re.compile(r"[^\W\d_]+")

#: Letters in a line below which it may be a line of an address, a table or a list.
_SHORTEST: Final = 45
#: A wrapped line ends where the next word had no room: it is shorter than the longest by a word at most.
_BAND: Final = 0.72
#: A line that ends a sentence this far to the left is the last of its paragraph.
_LAST: Final = 0.85


def tidied(pasted: str, knows: Callable[[str], bool]) -> str:
    """Return ``pasted`` without unseen characters, double blanks and line ends inside its paragraphs.

    ``knows`` tells whether a word in small letters is known: only then does its hyphen at a line end go.
    A blank line stays as the end of a paragraph; what may be a list, an address or a table keeps its lines.
    """
    text = _UNSEEN.sub("", _LINE_ENDS.sub("\n", pasted)).translate(_PLAIN)
    text = "\n".join(_single_blanks(line) for line in text.split("\n"))
    text = _BLANK_LINES.sub("\n\n", text)
    return re.sub(r"[^\n]+(?:\n[^\n]+)*", lambda found: _paragraph(found[0], knows), text).replace("\xad", "")


def _single_blanks(line: str) -> str:
    """``line`` with single blanks, unless they stand for columns; an indent of words is none of the text."""
    if "\t" in line:
        return line
    return _BLANKS.sub(" ", line)


def _paragraph(text: str, knows: Callable[[str], bool]) -> str:
    """``text``, lines without a blank one between them, one line to a paragraph where they look wrapped."""
    lines = text.split("\n")
    bodies = [line.strip() for line in lines]
    if not _wrapped(bodies):
        return text
    ends = _ends(bodies)
    joined = lines[0].rstrip()
    for place in range(1, len(bodies)):
        body = bodies[place] if place + 1 < len(bodies) else lines[place].lstrip()
        joined = f"{joined}\n{body}" if place - 1 in ends else _join(joined, body, knows)
        joined = joined.rstrip() if place + 1 < len(bodies) else joined
    return joined


def _wrapped(lines: Sequence[str]) -> bool:
    """Whether ``lines`` are, beyond doubt, paragraphs that were broken where the page ended."""
    if len(lines) < 2 or any("\t" in line for line in lines) or any(map(_ITEM.match, lines[1:])):  # noqa: PLR2004
        return False
    longest = max(map(len, lines))
    ends = _ends(lines)
    inner = [place for place in range(len(lines) - 1) if place not in ends]
    if longest < _SHORTEST or not inner:
        return False
    if any(len(lines[place]) < longest * _BAND for place in inner):
        return False
    at_sentences = sum(bool(_SENTENCE_END.search(lines[place])) for place in inner)
    going_on = sum(_goes_on(lines[place], lines[place + 1]) for place in inner)
    return at_sentences * 2 < len(inner) + 1 and going_on * 2 >= len(inner) and going_on > 0


def _ends(lines: Sequence[str]) -> frozenset[int]:
    """The places of lines that end a paragraph: they end a sentence and leave room for the next word."""
    longest = max(map(len, lines))
    return frozenset(
        place
        for place, line in enumerate(lines[:-1])
        if _SENTENCE_END.search(line)
        and len(line) + 1 + len(lines[place + 1].split(" ")[0]) < longest * _LAST
        and not lines[place + 1][:1].islower()
    )


def _goes_on(line: str, following: str) -> bool:
    """Whether the sentence of ``line`` goes on in ``following``, as its first letter or a hyphen shows."""
    return following[:1].islower() or _HYPHENATED.search(line) is not None


def _join(before: str, after: str, knows: Callable[[str], bool]) -> str:
    hyphenated = _HYPHENATED.search(before)
    begins = _WORD_BEGINS.match(after)
    if hyphenated is None or begins is None:
        return f"{before} {after}"
    whole = before[: hyphenated.start(2)]
    if hyphenated[2] == "\xad" or (begins[0].islower() and knows((hyphenated[1] + begins[0]).lower())):
        return whole + after
    return f"{whole}-{after}"
