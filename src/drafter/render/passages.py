"""Every place of a Word file where a tag can stand, in reading order: also where nobody looks.

Jinja sees a part as one text, so whatever lies in it is filled or run: deleted text, hidden text, the
codes of fields, the fall-back copy of a text box, attributes.  Other parts are never filled at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import unquote

from lxml import etree

from drafter.render.clean import text_parts
from drafter.render.dangers import field_codes
from drafter.render.faults import TemplateFault
from drafter.render.hidden import Hidden
from drafter.render.ooxml import (
    BR,
    NOTE,
    NOTE_REFERENCE,
    PACKAGE_RELATIONSHIPS,
    TAB,
    TBL,
    Element,
    P,
    R,
    T,
    w,
)
from drafter.render.package import Package, relationships_part
from drafter.render.tags import SUSPECT

#: Stands in a passage's text where a footnote is called.
NOTE_CALLED: Final = "\ue000"

_DELETED: Final = (w("del"), w("moveFrom"))
_SIGNS: Final = {w("noBreakHyphen"): "\u2011", w("softHyphen"): "\u00ad", BR: "\n", TAB: "\t"}
_TEXTS: Final = (T, w("delText"), *_SIGNS, NOTE_REFERENCE)
_CODES: Final = (w("instrText"), w("delInstrText"))
_READ_WITH_PARAGRAPHS: Final = (T, w("delText"), *_CODES)
_INSTRUCTION, _NOTES = w("instr"), w("footnotes")
_RELATIONSHIP: Final = f"{{{PACKAGE_RELATIONSHIPS}}}Relationship"
_TEXT_BOX, _CONTROL, _BOUND = w("txbxContent"), w("sdt"), f"{w('sdtPr')}/{w('dataBinding')}"
#: Drawings, charts and equations have paragraphs of their own.
_OTHER_PARAGRAPHS: Final = (
    "{http://schemas.openxmlformats.org/drawingml/2006/main}p",
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath",
)
#: Kind of the relationship to a part → what people call the place.
_PLACES: Final = {
    "header": "header",
    "footer": "footer",
    "footnotes": "footnote",
    "endnotes": "endnote",
    "comments": "comment",
    "glossaryDocument": "building block",
    "diagramData": "diagram",
    "chart": "chart",
    "core-properties": "property",
    "extended-properties": "property",
    "custom-properties": "property",
    "customXml": "custom XML data",
    "settings": "document variable",
}
_MARKS: Final = (b"<", b"\xef\xbb\xbf<", b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph, property, link or field code with the text that may hold tags.

    ``place`` is the kind of place for people; ``filled`` says whether a draft fills it at all, ``number``
    which paragraph of its ``part`` it is (from 1; 0: none).  ``notes`` are the ids of the footnotes called
    in it; ``inner`` are texts that are run with it and not seen in it.
    """

    part: str
    place: str
    number: int
    text: str
    filled: bool
    paragraph: Element | None = None
    container: Element | None = None
    table: Element | None = None
    notes: tuple[str, ...] = ()
    hidden: str = ""
    bound: bool = False
    inner: tuple[Passage, ...] = ()


@dataclass
class Reading:
    """All passages of one file: ``streams`` begin with no name but the document's own in sight."""

    streams: list[list[Passage]] = field(default_factory=list)
    notes: dict[str, list[Passage]] = field(default_factory=dict)
    unreadable: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Part:
    """A part and what all its passages have in common."""

    name: str
    place: str
    filled: bool
    hidden: Hidden


def read_passages(package: Package, *, body_only: bool = False) -> Reading:
    """Read every part of ``package``; ``body_only`` for a fragment, of which nothing else is printed."""
    reading = Reading()
    filled = text_parts(package)
    places = {**_places(package), package.main: "body"}
    hidden = Hidden.of(package)
    for name in (*filled, *sorted(set(package.parts) - set(filled))):
        if not package.parts[name].lstrip()[:4].startswith(_MARKS):
            continue
        try:
            root = package.tree(name)
        except TemplateFault as fault:
            reading.unreadable.append((name, fault.problem))
            continue
        printed = not body_only or name == package.main or root.tag == _NOTES
        place = places.get(name, "another part of the file")
        _read_part(root, _Part(name, place, name in filled and printed, hidden), reading)
    return reading


def _places(package: Package) -> dict[str, str]:
    """What people call each part, by the relationships that lead to it."""
    owners = ["", *package.parts]
    found = {}
    for owner in owners:
        if relationships_part(owner) in package.parts:
            for kind, place in _PLACES.items():
                found.update(dict.fromkeys(package.related(owner, kind), place))
    return found


def _read_part(root: Element, part: _Part, reading: Reading) -> None:
    paragraphs = {one: number for number, one in enumerate(root.iter(P), 1)}
    if root.tag == _NOTES and part.filled:
        for note in root.iter(NOTE):
            passages = [_passage(one, paragraphs[one], part) for one in note.iter(P)]
            reading.notes[note.get(w("id"), "")] = passages
    elif paragraphs:
        reading.streams.append([_passage(one, number, part) for one, number in paragraphs.items()])
    for text, name, node in _elsewhere(root, _CODES):
        # Inside a paragraph it was read with that paragraph.
        if node.tag != P and next(node.iterancestors(P), None) is None:
            place = f"{name}, {part.place}" if paragraphs else _named(part.place, node)
            reading.streams.append([Passage(part.name, place, 0, text, part.filled)])


def _named(place: str, node: Element) -> str:
    """The place of a text in a part that has no paragraphs: which property, or that it is a link."""
    if node.tag == _RELATIONSHIP:
        return "target of a link"
    if place != "property":
        return place
    holder = next((one for one in (node, *node.iterancestors()) if one.get("name")), None)
    return f"property “{etree.QName(node).localname if holder is None else holder.get('name')}”"


def _passage(paragraph: Element, number: int, part: _Part) -> Passage:
    above = {ancestor.tag: ancestor for ancestor in reversed(list(paragraph.iterancestors()))}
    controls = [*paragraph.iter(_CONTROL), *paragraph.iterancestors(_CONTROL)]
    text, deleted, unseen = _texts(paragraph, part.hidden)
    kinds = [
        *(["text box"] if _TEXT_BOX in above else []),
        *(["table"] if TBL in above else []),
        *(["content control"] if controls else []),
    ]
    place = ", ".join([*([] if part.place == "body" and kinds else [part.place]), *kinds])
    if unseen and unseen.strip() == text.strip():
        place = f"hidden text, {place}"
    inner = [("deleted text", deleted)] if deleted else []
    inner += [("field code", code) for code in field_codes(paragraph) if SUSPECT.search(code)]
    inner += [(name, other) for other, name, _ in _elsewhere(paragraph, _READ_WITH_PARAGRAPHS)]
    return Passage(
        part.name,
        place,
        number,
        text,
        part.filled,
        paragraph,
        paragraph.getparent(),
        above.get(TBL),
        tuple(note.get(w("id"), "") for note in _own(paragraph, NOTE_REFERENCE)),
        unseen,
        bound=any(control.find(_BOUND) is not None for control in controls),
        # Run with the paragraph although they are not seen in it.
        inner=tuple(
            Passage(part.name, f"{name}, {place}", number, other, part.filled, paragraph)
            for name, other in inner
        ),
    )


def _own(paragraph: Element, *names: str) -> list[Element]:
    """The descendants of ``paragraph`` that belong to no paragraph inside it."""
    found: list[Element] = list(paragraph.iter(*names))
    if next(paragraph.iterdescendants(P), None) is None:
        return found
    return [node for node in found if next(node.iterancestors(P)) is paragraph]


def _texts(paragraph: Element, hidden: Hidden) -> tuple[str, str, str]:
    """What stands in ``paragraph``; what is deleted in it; and what of it is hidden."""
    standing, deleted, unseen = [], [], []
    for node in _own(paragraph, *_TEXTS):
        piece = NOTE_CALLED if node.tag == NOTE_REFERENCE else _SIGNS.get(str(node.tag), node.text or "")
        if node.tag == w("delText") or next(node.iterancestors(*_DELETED), None) is not None:
            deleted.append(piece.replace(NOTE_CALLED, ""))
            continue
        standing.append(piece)
        run = next(node.iterancestors(R), None)
        if piece != NOTE_CALLED and hidden.hides(run, paragraph):
            unseen.append(piece)
    return "".join(standing), "".join(deleted), "".join(unseen)


def _elsewhere(root: Element, but: tuple[str, ...]) -> Iterator[tuple[str, str, Element]]:
    """What looks like a tag in attributes, drawings and other texts below ``root``, ``but`` some elements.

    Each comes with what people call the place, and its element.
    """
    groups: dict[Element, list[str]] = {}
    for node in root.iter():
        for name, value in node.attrib.items():
            if name != _INSTRUCTION and SUSPECT.search(_decoded(str(value))):
                yield _decoded(str(value)), f"attribute {etree.QName(name).localname}", node
        if node.text and node.tag not in but and node.text.strip():
            groups.setdefault(next(node.iterancestors(*_OTHER_PARAGRAPHS), node), []).append(node.text)
    for node, texts in groups.items():
        if SUSPECT.search("".join(texts)):
            yield "".join(texts), "drawing or equation", node


def _decoded(value: str) -> str:
    """An attribute as typed: Word writes the braces of a link's target as %7B and %7D."""
    return unquote(value) if "%7" in value else value
