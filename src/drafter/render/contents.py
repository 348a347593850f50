"""The table of contents and the table of authorities: paragraphs with dot leaders and PAGEREF fields.

A heading has a bookmark around it, a citation one before it; a citation in a footnote has it at the
footnote's reference.  What page a bookmark is on only a layout program knows: its answer is given as
``pages``, and what is not given shows as a dash until Word updates the fields.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Final

from drafter.core import marks
from drafter.core.citing import NOTHING_CITED, Citing
from drafter.render.anchors import Anchors, Sought, anchored
from drafter.render.archive import Member
from drafter.render.citations import AUTHORITIES_HERE, CONTENTS_HERE
from drafter.render.facts import Facts
from drafter.render.faults import TemplateFault
from drafter.render.numbering import Counter
from drafter.render.ooxml import (
    PPR,
    RPR,
    SECT,
    Element,
    P,
    R,
    drop,
    make,
    style_of,
    text_node,
    text_of,
    w,
)
from drafter.render.pages import pageref, updated_on_opening
from drafter.render.tags import AUTHORITIES, CONTENTS

#: The places of the tables as a template's author writes them; no answer can hold what they become.
_PLACES: Final = {CONTENTS: CONTENTS_HERE, AUTHORITIES: AUTHORITIES_HERE}
#: The same as bookmarks in a rendered paper.
_NAMES: Final = {CONTENTS_HERE: "_Contents", AUTHORITIES_HERE: "_Authorities"}
#: What stands for a page that nobody has counted.
UNCOUNTED: Final = "–"
#: Styles in which a paper names its statute without citing it.
_NAMING: Final = frozenset({"title"})
#: In twips: the text's width where a template sets none, the indents of a level of headings and of an
#: authority.
_WIDTH, _LEVEL, _HANGING = 9360, 720, 360
#: The looks of a heading's words that mean something in a table too.
_KEPT_LOOKS: Final = (w("i"), w("iCs"), w("highlight"))
_BOOKMARK, _NAME = w("bookmarkStart"), w("name")


def mark_tables(document: Element, name: str) -> None:
    """Set a mark in the place of each ``[[contents]]`` and ``[[authorities]]`` of a template.

    Raises :class:`TemplateFault`, naming the file ``name``, where one has not a paragraph of its own.
    """
    for paragraph in document.iter(P):
        text = text_of(paragraph)
        for place, mark in _PLACES.items():
            if place in text:
                if text.strip() != place:
                    raise TemplateFault(name, f"{place} needs a paragraph of its own", text)
                for child in [one for one in paragraph if one.tag != PPR]:
                    paragraph.remove(child)
                paragraph.append(_run(mark))


class Tables:
    """The tables of one paper.  ``pages`` are those of the bookmarks, None for a preview, which has none."""

    def __init__(self, citing: Citing, pages: Mapping[str, int] | None) -> None:
        """List what ``citing`` lists."""
        self.citing = citing
        self.pages = pages or {}
        self.live = pages is not None
        self.anchors = Anchors(self.live)
        self.headed: list[str] = []

    @property
    def bookmarks(self) -> tuple[str, ...]:
        """Every bookmark whose page the tables print."""
        return (*self.headed, *(name for names in self.anchors.cited.values() for name in names))

    def anchored(self, xml: str, facts: Facts) -> str:
        """The rendered main part with a bookmark at each place and before all that the tables list.

        Its citations have their forms, and footnotes still stand inside their references.
        """
        naming = frozenset(style for style, name in facts.names.items() if name in _NAMING)
        sought = Sought(self.citing if AUTHORITIES_HERE in xml else NOTHING_CITED)
        return anchored(xml, self.anchors, sought, _NAMES, naming)

    def fill(self, document: Element, facts: Facts, added: Iterable[Element]) -> None:
        """Put the rows in the places of the tables, when the document is otherwise finished."""
        bookmarks: dict[str, list[Element]] = {}
        for one in document.iter(_BOOKMARK):
            bookmarks.setdefault(one.get(_NAME, ""), []).append(one)
        if self.live:
            self.anchors.keep(bookmarks)
        for mark, rows in (
            (CONTENTS_HERE, self._contents(document, facts, added)),
            (AUTHORITIES_HERE, self._authorities(document, facts)),
        ):
            if places := bookmarks.get(_NAMES[mark]):
                _put(places, list(rows))

    def updating(self, fixed: Iterable[Member]) -> tuple[Member, ...]:
        """The parts ``fixed`` of the package, so that Word offers to update the fields on opening."""
        return tuple(updated_on_opening(fixed))

    def _bookmark(self, name: str) -> tuple[Element, Element]:
        number = str(self.anchors.next_id)
        self.anchors.next_id += 1
        start, end = make("bookmarkStart", id=number), make("bookmarkEnd", id=number)
        start.set(_NAME, name)
        return start, end

    def _contents(self, document: Element, facts: Facts, added: Iterable[Element]) -> Iterator[Element]:
        counter = Counter(facts, added)
        width = _text_width(document)
        for heading in [one for one in document.iter(P) if style_of(one) in facts.headings]:
            numbered = facts.number_of(heading)
            label = counter.label(*numbered) if numbered else ""
            name = f"_Heading{self.anchors.next_id}"
            if self.live:
                start, end = self._bookmark(name)
                heading.insert(1 if heading.find(PPR) is not None else 0, start)
                heading.append(end)
            self.headed.append(name)
            level = facts.headings[style_of(heading)]
            row = _row(facts, f"toc {level}", level * _LEVEL, _LEVEL, width)
            row.extend([_run(label), _run("\t")] if label else [])
            row.extend(_copied(heading))
            row.append(_run("\t"))
            row.extend(self._field(name))
            yield row

    def _authorities(self, document: Element, facts: Facts) -> Iterator[Element]:
        width = _text_width(document)
        for group in self.citing.groups:
            listed = [one for one in self.anchors.cited if self.citing.listed[one].group == group]
            if listed:
                yield _group(facts, group)
            for authority in sorted(listed, key=lambda one: _order(self.citing.listed[one].entry)):
                row = _row(facts, "table of authorities", 2 * _HANGING, _HANGING, width)
                row.extend(_italic_runs(self.citing.listed[authority].entry))
                row.append(_run("\t"))
                row.extend(self._page_list(self.anchors.cited[authority]))
                yield row

    def _page_list(self, names: Sequence[str]) -> Iterator[Element]:
        """The pages of the bookmarks ``names``, each page once, or *passim*.

        While pages are not counted, one a paragraph: two citations there are on one page as a rule.
        """
        by_page = {self.pages[name]: name for name in reversed(names) if name in self.pages}
        if any(name not in self.pages for name in names):
            shown = [name for name in names if name not in self.anchors.repeated]
        elif 0 < self.citing.passim_above < len(by_page):
            yield _run("passim", "i")
            return
        else:
            shown = [by_page[page] for page in sorted(by_page)]
        for place, name in enumerate(shown):
            if place:
                yield _run(", ")
            yield from self._field(name)

    def _field(self, name: str) -> list[Element]:
        """The page of the bookmark ``name`` as a field; in a preview, where no page exists, a dash."""
        return pageref(name, str(self.pages.get(name, UNCOUNTED))) if self.live else [_run(UNCOUNTED)]


def _put(places: Iterable[Element], rows: list[Element]) -> None:
    """Put ``rows`` into each place; one that gets none keeps its words and loses its bookmark."""
    for place in places:
        paragraph = next(place.iterancestors(P))
        for row in rows:
            paragraph.addprevious(deepcopy(row))
        for spent in [paragraph] if rows else [place, place.getnext()]:
            drop(spent)  # type: ignore[arg-type]  # a bookmark begins and ends in one place


def _text_width(document: Element) -> int:
    """The width of the last section's text in twips; of Letter with one-inch margins where none is set."""
    section = next(iter(list(document.iter(SECT))[::-1]), None)
    size, margins = (section.find(w(name)) if section is not None else None for name in ("pgSz", "pgMar"))
    if size is None or margins is None:
        return _WIDTH
    return int(size.get(w("w"), "0")) - sum(int(margins.get(w(side), "0")) for side in ("left", "right"))


def _row(facts: Facts, style: str, left: int, hanging: int, width: int) -> Element:
    """An empty row: hanging, with a tab and dots to the right margin."""
    paragraph, tabs = _styled(facts, style), make("tabs")
    tabs.append(make("tab", val="left", pos=str(left)))
    tabs.append(make("tab", val="right", leader="dot", pos=str(width)))
    paragraph[0].append(tabs)
    # No indent on the right: LibreOffice sets nothing between it and the margin, not even the numbers.
    paragraph[0].append(make("ind", left=str(left), hanging=str(hanging)))
    return paragraph


def _group(facts: Facts, title: str) -> Element:
    paragraph = _styled(facts, "toa heading")
    paragraph[0].append(make("keepNext"))
    paragraph.append(_run(title, "b"))
    return paragraph


def _styled(facts: Facts, style: str) -> Element:
    """A paragraph of the template's style of that name, or of its default style."""
    paragraph, properties = make("p"), make("pPr")
    style_id = next((known for known, name in facts.names.items() if name == style), "")
    if style_id:
        properties.append(make("pStyle", val=style_id))
    paragraph.append(properties)
    return paragraph


def _copied(heading: Element) -> Iterator[Element]:
    """The words of ``heading``, of its looks only what means something."""
    for run in heading.iter(R):
        text = text_of(run).replace("\n", " ").replace("\t", " ")
        if text:
            copied, looks = _run(text), make("rPr")
            looks.extend([deepcopy(look) for look in run.iterfind(f"{RPR}/*") if look.tag in _KEPT_LOOKS])
            if len(looks):
                copied.insert(0, looks)
            yield copied


def _italic_runs(words: str) -> Iterator[Element]:
    """``words`` as runs, what is marked for italics in italics."""
    for number, piece in enumerate(re.split(f"[{marks.ITALIC_ON}{marks.ITALIC_OFF}]", words)):
        if piece:
            yield _run(piece, "i" if number % 2 else "")


def _run(text: str, look: str = "") -> Element:
    run = make("r")
    if look:
        looks = make("rPr")
        looks.append(make(look))
        run.append(looks)
    run.append(make("tab") if text == "\t" else text_node(text))
    return run


def _order(entry: str) -> list[tuple[bool, int, str]]:
    """The order of a table: alphabetical, numbers by their size."""
    pieces = re.split(r"(\d+)", marks.plain(entry).casefold())
    return [(piece.isdigit(), int(piece) if piece.isdigit() else 0, piece) for piece in pieces]
