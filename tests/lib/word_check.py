"""Whether a Word file is built as ECMA-376 demands, so that Word opens it without offering to repair it.

``faults(docx)`` is empty for a sound file.  Much of this no schema sees: Word minds a reference to nothing
and a cell without a paragraph, and the schema does not.  The file is read here anew, without the code that
made it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from word_order import WORD, Element, misplaced, name_of
from word_package import BrokenFileError, Part, WordFile, content_types, relationships

_W: Final = f"{{{WORD}}}"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_DRAWING: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_TEXTS: Final = ("t", "instrText")
_LOST: Final = re.compile(r"[\t\n\r]")
#: Names that Word takes for a bookmark.
_BOOKMARK: Final = re.compile(r"[A-Za-z_]\w{0,39}", re.ASCII)
#: The fields of a paper: numbers of pages, tables of contents and authorities, references within the paper.
#: A date that goes on, a path and an author are none.
FIELDS: Final = frozenset({
    "PAGE", "NUMPAGES", "SECTIONPAGES", "PAGEREF", "REF", "NOTEREF", "STYLEREF", "SEQ", "TOC", "TC", "TOA",
    "TA", "HYPERLINK",
})  # fmt: skip
_POINTING: Final = frozenset({"PAGEREF", "REF", "NOTEREF"})
_STYLED: Final = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}


def faults(docx: bytes) -> list[str]:
    """What is wrong with the Word file ``docx``, each as "rule: part: what"."""
    try:
        file = WordFile(docx)
    except BrokenFileError as fault:
        return [f"package: {fault}"]
    return [f"{rule}: {what}" for rule, check in RULES.items() for what in check(file)]


def _val(element: Element | None, key: str = "val") -> str:
    return "" if element is None else element.get(f"{_W}{key}", "")


def _child(element: Element, name: str) -> Element | None:
    return element.find(f"{_W}{name}")


def _children(element: Element, *names: str) -> list[Element]:
    """The children with these names, looked for in content controls too."""
    found = []
    for child in element:
        if name_of(child) in names:
            found.append(child)
        elif name_of(child) in {"sdt", "sdtContent"}:
            found += _children(child, *names)
    return found


def _twice(values: list[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1]


def _order(file: WordFile) -> Iterator[str]:
    for name, part in file.parts.items():
        for parent, elements in part.found.items():
            for element in elements:
                for what in misplaced(parent, tuple(map(name_of, element))):
                    yield f"{name}: {what}"


def _cells(file: WordFile) -> Iterator[str]:
    """No table without rows or with only its header, no row without cells; cells end with a paragraph."""
    for name, part in file.texts.items():
        for table in part.all("tbl"):
            rows = _children(table, "tr")
            if not rows:
                yield f"{name}: a table has no row"
            elif all(row.find(f"{_W}trPr/{_W}tblHeader") is not None for row in rows):
                yield f"{name}: a table has nothing but its header"
            if name_of(table.getnext()) == "tbl":
                yield f"{name}: two tables touch, and Word makes one of them"
            yield from (f"{name}: a row has no cell" for row in rows if not _children(row, "tc"))
        for cell in part.all("tc"):
            if not len(cell) or name_of(cell[-1]) != "p":
                yield f"{name}: a cell does not end with a paragraph"
        for story in part.all("hdr", "ftr", "footnote", "endnote"):
            if not _children(story, "p"):
                yield f"{name}: w:{name_of(story)} has no paragraph"


def _grid(file: WordFile) -> Iterator[str]:
    """Each row fills the columns that its table has."""
    for name, part in file.texts.items():
        for table in part.all("tbl"):
            columns = len(table.findall(f"{_W}tblGrid/{_W}gridCol"))
            for row in _children(table, "tr"):
                wide = sum(
                    int(_val(cell.find(f"{_W}tcPr/{_W}gridSpan")) or 1) for cell in _children(row, "tc")
                )
                for gap in ("gridBefore", "gridAfter"):
                    wide += int(_val(row.find(f"{_W}trPr/{_W}{gap}")) or 0)
                if wide != columns:
                    yield f"{name}: a row is {wide} columns wide in a table of {columns}"


def _ids(file: WordFile) -> Iterator[str]:
    """What has an id has one of its own."""
    bookmarks = [one for part in file.texts.values() for one in part.all("bookmarkStart")]
    drawings = [one.get("id", "") for part in file.texts.values() for one in part.root.iter(_DRAWING)]
    kinds = {
        "bookmark id": [_val(one, "id") for one in bookmarks],
        "bookmark name": [_val(one, "name").lower() for one in bookmarks],
        "picture id": drawings,
    }
    for kind, element, key, within in (
        ("note id", "footnote", "id", "footnotes"),
        ("note id", "endnote", "id", "endnotes"),
        ("style id", "style", "styleId", "styles"),
        ("numbering id", "num", "numId", "numbering"),
        ("abstract numbering id", "abstractNum", "abstractNumId", "numbering"),
    ):
        part = file.first(within)
        found = part.root.findall(f"{_W}{element}") if part else []
        kinds[f"{kind} ({element})"] = [_val(one, key) for one in found]
    for kind, values in kinds.items():
        yield from (f"the {kind} {value or '(empty)'} is there twice" for value in _twice(values))


def _bookmarks(file: WordFile) -> Iterator[str]:
    """Each begins, then ends, in one part; each that is pointed to is there."""
    names = {_val(one, "name") for part in file.texts.values() for one in part.all("bookmarkStart")}
    for name, part in file.texts.items():
        open_ones: set[str] = set()
        for element in part.root.iter(f"{_W}bookmarkStart", f"{_W}bookmarkEnd"):
            mark = _val(element, "id")
            if name_of(element) == "bookmarkStart":
                open_ones.add(mark)
                if not mark.isdigit():
                    yield f"{name}: “{mark}” is no id of a bookmark"
                if not _BOOKMARK.fullmatch(_val(element, "name")):
                    yield f"{name}: “{_val(element, 'name')}” is no name for a bookmark"
            elif mark in open_ones:
                open_ones.remove(mark)
            else:
                yield f"{name}: the bookmark {mark} ends and has not begun"
        yield from (f"{name}: the bookmark {mark} does not end" for mark in open_ones)
        for link in part.all("hyperlink"):
            if (anchor := _val(link, "anchor")) and anchor not in names:
                yield f"{name}: a link leads to the bookmark {anchor}, which is not there"


def _stories(file: WordFile) -> Iterator[tuple[str, Element]]:
    """The texts that a field cannot reach out of."""
    for name, part in file.texts.items():
        yield from ((name, story) for story in part.all("body", "hdr", "ftr", "footnote", "endnote"))


def _fields(file: WordFile) -> Iterator[str]:
    """Each begins, says what it is, separates at most once and ends; what it points to is there."""
    names = {_val(one, "name") for part in file.texts.values() for one in part.all("bookmarkStart")}
    for name, story in _stories(file):
        yield from (f"{name}: {what}" for what in _unbalanced(story))
        for code in _codes(story):
            word, *rest = code.split() or [""]
            if word.upper() not in FIELDS:
                yield f"{name}: “{code}” is no field of a paper"
            elif word.upper() in _POINTING and (not rest or rest[0] not in names):
                yield f"{name}: “{code}” points to a bookmark that is not there"


def _unbalanced(story: Element) -> Iterator[str]:
    inside: list[str] = []  # of each open field: "begin" while its code lasts, then "separate"
    for element in story.iter(f"{_W}fldChar", f"{_W}instrText"):
        kind = _val(element, "fldCharType") or "code"
        if kind == "begin":
            inside.append(kind)
        elif not inside or (kind != "end" and inside[-1] == "separate"):
            yield f"a field has its “{kind}” out of place"
        elif kind == "separate":
            inside[-1] = kind
        elif kind == "end":
            inside.pop()
        elif kind != "code":
            yield f"a field has a part “{kind}”"
    yield from ("a field does not end" for _ in inside)


def _codes(story: Element) -> list[str]:
    """The code of each field, in the order in which they end their code."""
    done = [_val(simple, "instr").strip() for simple in story.iter(f"{_W}fldSimple")]
    inside: list[list[str]] = []
    for element in story.iter(f"{_W}fldChar", f"{_W}instrText"):
        kind = _val(element, "fldCharType")
        if kind == "begin":
            inside.append([])
        elif not kind and inside:
            inside[-1].append(element.text or "")
        elif kind == "end" and inside:
            done.append("".join(inside.pop()).strip())
    return done


def _styles(file: WordFile) -> Iterator[str]:
    """Each style that is used or built on is there and of the right kind, and none is built on itself."""
    part = file.first("styles")
    styles = {_val(one, "styleId"): one for one in part.all("style")} if part else {}
    kinds = {style: _val(one, "type") for style, one in styles.items()}
    for name, text in file.parts.items():
        for element, kind in _STYLED.items():
            for use in text.all(element):
                if kinds.get(_val(use)) != kind:
                    yield f"{name}: there is no {kind} style “{_val(use)}”"
    for style, one in styles.items():
        for link in ("basedOn", "next", "link"):
            other = _val(_child(one, link))
            if other and other not in styles:
                yield f"the style {style} names {other} ({link}), which is not there"
        seen = {style}
        base = _val(_child(one, "basedOn"))
        while base in styles and base not in seen:
            seen.add(base)
            base = _val(_child(styles[base], "basedOn"))
        if base in seen:
            yield f"the style {style} is built on itself"


def _numbering(file: WordFile) -> Iterator[str]:
    """Each list that is used is there, with its level."""
    part = file.first("numbering")
    levels = {
        _val(one, "abstractNumId"): {_val(level, "ilvl") for level in one.findall(f"{_W}lvl")}
        for one in (part.all("abstractNum") if part else ())
    }
    lists = {
        _val(one, "numId"): _val(_child(one, "abstractNumId")) for one in (part.all("num") if part else ())
    }
    for number, of in lists.items():
        if of not in levels:
            yield f"the list {number} is of the kind {of}, which is not there"
    for name, text in file.parts.items():
        for use in text.all("numPr"):
            number, level = _val(_child(use, "numId")), _val(_child(use, "ilvl")) or "0"
            if number not in {"", "0"} and number not in lists:
                yield f"{name}: a paragraph is of the list {number}, which is not there"
            elif number in lists and level not in levels.get(lists[number], {level}):
                yield f"{name}: the list {number} has no level {level}"


def _notes(file: WordFile) -> Iterator[str]:
    """Each note is called once, from the document; each call has its note; the separators are there."""
    for kind in ("footnote", "endnote"):
        part = file.first(f"{kind}s")
        notes = part.root.findall(f"{_W}{kind}") if part else []
        usual = [_val(one, "id") for one in notes if _val(one, "type") in {"", "normal"}]
        calls = Counter(
            _val(one, "id") for name, text in file.texts.items() for one in text.all(f"{kind}Reference")
        )
        yield from (f"the {kind} {note} is called and is not there" for note in calls if note not in usual)
        yield from (f"the {kind} {note} is called {calls[note]} times" for note in usual if calls[note] != 1)
        for name, text in file.texts.items():
            if name != file.main and text.found.get(f"{kind}Reference"):
                yield f"{name}: a {kind} is called outside the document"
        settings = file.first("settings")
        special = {_val(one, "id") for one in notes} - set(usual)
        for one in settings.root.findall(f"{_W}{kind}Pr/{_W}{kind}") if settings else ():
            if _val(one, "id") not in special:
                yield f"the settings name the separator {_val(one, 'id')} of {kind}s, which is not there"


def _text(file: WordFile) -> Iterator[str]:
    """No text where Word reads none, no space that Word drops, no line end that Word makes a space."""
    for name, part in file.texts.items():
        yield from (f"{name}: {what}" for what in _stray(part))
        for element in part.all(*_TEXTS):
            text = element.text or ""
            if text != text.strip(" \t\n\r") and element.get(_SPACE) != "preserve":
                yield f"{name}: the spaces around “{text}” are lost"
            if _LOST.search(text):
                yield f"{name}: a tab or a line end inside “{text}”"


def _stray(part: Part) -> Iterator[str]:
    for value in part.strings("//@xml:space"):
        kind = name_of(value.getparent())
        if kind not in _TEXTS or value not in {"preserve", "default"}:
            yield f"xml:space “{value}” on w:{kind}"
    for text in part.strings("//text()[normalize-space()]"):
        kind = name_of(text.getparent())
        if kind and (text.is_tail or kind not in _TEXTS):
            yield f"the text “{text}” stands {'after' if text.is_tail else 'in'} w:{kind}"


def _sections(file: WordFile) -> Iterator[str]:
    """A section has a header and a footer of each kind at most once."""
    for section in file.parts[file.main].all("sectPr") if file.main else ():
        named = [f"{name_of(one)} {_val(one, 'type')}" for one in _children(section, *_RUNNING)]
        yield from (f"{file.main}: a section has two of {one}" for one in _twice(named))


_RUNNING: Final = ("headerReference", "footerReference")
#: Every rule, by the name that a fault begins with.
RULES: Final[Mapping[str, Callable[[WordFile], Iterator[str]]]] = {
    "content types": content_types,
    "relationships": relationships,
    "order": _order,
    "cells": _cells,
    "grid": _grid,
    "ids": _ids,
    "bookmarks": _bookmarks,
    "fields": _fields,
    "styles": _styles,
    "numbering": _numbering,
    "notes": _notes,
    "text": _text,
    "sections": _sections,
}
