"""The pages of bookmarks: the fields that show them, and a layout program asked what they are.

The question is a copy of the paper with one page more, which holds a field for each bookmark; the answer is
that copy as the program saved it, after it had set the text and with it the fields.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from typing import Final

from drafter.render.archive import Member, archive, member
from drafter.render.ooxml import BODY, SECT, SPACE, Element, T, make, parse, text_node, w, written
from drafter.render.package import Package

_CHAR, _CODE, _KIND, _FIELD = w("fldChar"), w("instrText"), w("fldCharType"), "PAGEREF"
#: What the schema wants after ``w:updateFields`` in the settings.
_AFTER_UPDATE: Final = frozenset(
    w(name)
    for name in (
        "hdrShapeDefaults", "footnotePr", "endnotePr", "compat", "docVars", "rsids", "mathPr",
        "attachedSchema", "themeFontLang", "clrSchemeMapping", "doNotIncludeSubdocsInStats",
        "doNotAutoCompressPictures", "forceUpgrade", "captions", "readModeInkLockDown", "smartTagType",
        "schemaLibrary", "shapeDefaults",
        "doNotEmbedSmartTags", "decimalSymbol", "listSeparator",
    )
)  # fmt: skip


def pageref(bookmark: str, shown: str) -> list[Element]:
    """The runs of a field with the page of ``bookmark``, which reads ``shown`` until it is updated."""
    code, result = make("r"), make("r")
    instruction = make("instrText")
    instruction.set(SPACE, "preserve")
    instruction.text = f" {_FIELD} {bookmark} \\h "
    code.append(instruction)
    result.append(text_node(shown))
    return [_edge("begin"), code, _edge("separate"), result, _edge("end")]


def _edge(kind: str) -> Element:
    run = make("r")
    run.append(make("fldChar", fldCharType=kind))
    return run


def updated_on_opening(fixed: Iterable[Member]) -> list[Member]:
    """The parts ``fixed`` of a package, whose fields Word offers to update when it opens the file."""
    return [_updated(part) if part.name.endswith("/settings.xml") else part for part in fixed]


def _updated(part: Member) -> Member:
    settings = parse(zlib.decompress(part.packed, -zlib.MAX_WBITS))
    if settings.find(w("updateFields")) is None:
        place = next((n for n, child in enumerate(settings) if child.tag in _AFTER_UPDATE), len(settings))
        settings.insert(place, make("updateFields", val="true"))
    return member(part.name, written(settings))


def question(docx: bytes, bookmarks: Iterable[str]) -> bytes:
    """A copy of ``docx`` that shows the page of each of ``bookmarks`` behind its last page.

    Raises :class:`drafter.render.faults.TemplateFault` when ``docx`` is no Word document.
    """
    package = Package.open(docx, "paper.docx")
    paragraph, properties = make("p"), make("pPr")
    properties.append(make("pageBreakBefore"))
    paragraph.append(properties)
    for name in bookmarks:
        paragraph.extend(pageref(name, "0"))
    body = package.tree(package.main).find(BODY)
    if body is not None:
        last = body.find(SECT)
        body.insert(len(body) if last is None else body.index(last), paragraph)
    return archive(member(part, content) for part, content in package.finished().items())


def answer(docx: bytes) -> dict[str, int]:
    """The page that each field of ``docx`` shows for its bookmark; without those that show none.

    Raises :class:`drafter.render.faults.TemplateFault` when ``docx`` is no Word document.
    """
    package = Package.open(docx, "paper.docx")
    found: dict[str, int] = {}
    code, shown, inside = "", "", ""
    for piece in package.tree(package.main).iter(_CHAR, _CODE, T):
        if piece.tag == _CHAR:
            inside = piece.get(_KIND, "")
            if inside == "begin":
                code, shown = "", ""
            elif inside == "end" and code.split()[:1] == [_FIELD] and shown.strip().isdigit():
                found[code.split()[1]] = int(shown)
        elif piece.tag == _CODE:
            code += piece.text or ""
        elif inside == "separate":
            shown += piece.text or ""
    return found
