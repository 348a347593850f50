"""Sets a bookmark before every citation, and before every authority that a text names in its own words.

Works on the rendered main part as text, while each footnote still stands inside its reference, which gets
the bookmarks of what the footnote cites.  A bookmark divides its run in two of the same look.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from typing import Final

from drafter.core import marks
from drafter.core.citing import Citing
from drafter.render.citations import ANCHOR_OFF, ANCHOR_ON

_ANCHOR: Final = re.compile(f"{ANCHOR_ON}([^{ANCHOR_OFF}]*){ANCHOR_OFF}")
_TOKENS: Final = re.compile(
    r'<w:p(?=[ >])[^>]*(?<!/)>(?:<w:pPr>)?(?:<w:pStyle w:val="(?P<style>[^"]*)"/>)?'
    r"|(?P<run><w:r(?: [^>]*)?(?<!/)>)(?P<look><w:rPr>.*?</w:rPr>|<w:rPr/>)?"
    r"|<w:t(?: [^>]*)?>(?P<text>[^<]*)</w:t>"
    r"|(?P<note><w:footnoteReference\b[^>]*(?<!/)>)|(?P<noted></w:footnoteReference>)",
    re.DOTALL,
)
#: What stands in the place of a table that has no rows.
NOTHING: Final = "None."
_BOOKMARK: Final = re.compile(r'<w:bookmarkStart\b[^>]*\bw:id="(\d+)"')
#: What a bookmark inside would break.
_PAIRS: Final = (
    (marks.ITALIC_ON, marks.ITALIC_OFF),
    (marks.BLANK_ON, marks.BLANK_OFF),
    (marks.PRINTED_ON, marks.PRINTED_OFF),
)
#: Another code before a bare section: "21 U.S.C. § 2255" is not 28 U.S.C. § 2255.
_NO_CODE: Final = "".join(
    f"(?<!{re.escape(code)}[ \u00a0])" for code in ("U.S.C.", "C.F.R.", "U.S.S.G.", "Stat.", "Code")
)


class Sought:
    """What a paper is searched for: the citations marked in it, and the authorities that it names."""

    def __init__(self, citing: Citing) -> None:
        """Search for what ``citing`` lists."""
        self.ids = {
            spelling.replace("\u00a0", " "): authority
            for authority, one in citing.listed.items()
            for spelling in one.spellings
        }
        told = "|".join(map(_spelled, sorted(self.ids, key=len, reverse=True)))
        self.named = re.compile(rf"(?:{told})(?![\w–-]|\.\d)" if told else r"(?!)")

    def found(self, text: str) -> tuple[str, list[tuple[int, str]]]:
        """``text`` without the marks of its citations, and each authority in it with its place there."""
        pieces = _ANCHOR.split(text)
        words = "".join(pieces[::2])
        marked = [(sum(map(len, pieces[:n:2])), pieces[n]) for n in range(1, len(pieces), 2)]
        told = [(one.start(), one.group().replace("\u00a0", " ")) for one in self.named.finditer(words)]
        return words, sorted([*marked, *((place, self.ids[spelling]) for place, spelling in told)])


@dataclass
class Anchors:
    """The bookmarks set in one part, by authority in the order of the text.

    ``repeated`` are those that are not the first of their authority in its paragraph.  ``set_them`` is
    False for a preview, which lists the authorities and has no pages.
    """

    set_them: bool
    next_id: int = 1
    cited: dict[str, list[str]] = field(default_factory=dict)
    repeated: set[str] = field(default_factory=set)

    def bookmark(self, name: str) -> str:
        """A bookmark called ``name``, with an id of its own."""
        number, self.next_id = self.next_id, self.next_id + 1
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>'

    def cite(self, authority: str, *, repeated: bool) -> str:
        """The bookmark of one more citation of ``authority``."""
        names = self.cited.setdefault(authority, [])
        if not self.set_them:
            return ""
        names.append(f"_Cited{self.next_id}")
        if repeated:
            self.repeated.add(names[-1])
        return self.bookmark(names[-1])

    def keep(self, known: Container[str]) -> None:
        """Forget the bookmarks that are not ``known``: what they stood in, such as a bare heading, went."""
        kept = {key: [name for name in names if name in known] for key, names in self.cited.items()}
        self.cited = {key: names for key, names in kept.items() if names}


def anchored(
    xml: str, anchors: Anchors, sought: Sought, places: Mapping[str, str], naming: frozenset[str]
) -> str:
    """The main part ``xml`` with the bookmarks of all that is ``sought``, kept in ``anchors``.

    A text that is a key of ``places`` becomes :data:`NOTHING`, with a bookmark of the name given there.  In
    a paragraph of one of the styles ``naming`` nothing is sought.
    """
    anchors.next_id = 1 + max(map(int, _BOOKMARK.findall(xml)), default=0)
    writer = _Writer(anchors, sought, places, naming)
    done = 0
    for token in _TOKENS.finditer(xml):
        writer.add(xml[done : token.start()])
        writer.take(token)
        done = token.end()
    return "".join((*writer.out, xml[done:]))


class _Writer:
    """Writes a part piece by piece, and knows in which run, paragraph and footnote it is."""

    def __init__(
        self, anchors: Anchors, sought: Sought, places: Mapping[str, str], naming: frozenset[str]
    ) -> None:
        self.anchors, self.sought, self.places, self.naming = anchors, sought, places, naming
        self.out: list[str] = []
        self.look = self.style = ""
        self.run = 0  # where in ``out`` the run begins that is open, or that calls the footnote
        self.noted = False
        self.in_paragraph: set[str] = set()

    def add(self, xml: str) -> None:
        if xml:
            self.out.append(xml)

    def take(self, token: re.Match[str]) -> None:
        if token["text"] is not None:
            self._text(token[0], token["text"])
            return
        if token["note"] or token["noted"]:
            self.noted = bool(token["note"])
        elif token["run"] and not self.noted:
            self.run, self.look = len(self.out), token["look"] or ""
        elif not self.noted:
            self.style, self.in_paragraph = token["style"] or "", set()
        self.add(token[0])

    def _text(self, xml: str, text: str) -> None:
        if text in self.places:
            self.out.insert(self.run, self.anchors.bookmark(self.places[text]))
            self.add(f"<w:t>{NOTHING}</w:t>")
            return
        words, found = self.sought.found(text)
        if not found:
            self.add(xml)
            return
        done = 0
        for place, authority in found if self.style not in self.naming else ():
            bookmark = self.anchors.cite(authority, repeated=authority in self.in_paragraph)
            self.in_paragraph.add(authority)
            begins = max(done, _outside(words, place))
            if bookmark and not self.noted and (begins or self.run < len(self.out) - 1):
                self._write(words[done:begins])
                self.add(f"</w:r>{bookmark}")
                self.run, done = len(self.out), begins
                self.add(f"<w:r>{self.look}")
            elif bookmark:
                self.out.insert(self.run, bookmark)
                self.run += 1
        self._write(words[done:])

    def _write(self, text: str) -> None:
        self.add(f'<w:t xml:space="preserve">{text}</w:t>' if text else "")


def _spelled(words: str) -> str:
    pattern = re.escape(words).replace("\\ ", "[ \u00a0]")
    return f"{_NO_CODE}{pattern}" if words.startswith("§") else rf"(?<!\w){pattern}"


def _outside(text: str, place: int) -> int:
    """``place``, or where the marked stretch around it begins."""
    opened = [
        text.rfind(on, 0, place) for on, off in _PAIRS if text.rfind(on, 0, place) > text.rfind(off, 0, place)
    ]
    return min([place, *opened])
