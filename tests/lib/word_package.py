"""A Word file as its parts, and what ECMA-376 Part 2 asks of them: content types and relationships."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final

from lxml import etree
from word_order import Element, name_of

OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_CORE: Final = f"{RELATIONSHIPS}/metadata/core-properties"
_WORDPROCESSING: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_RELS_TYPE: Final = "application/vnd.openxmlformats-package.relationships+xml"
#: Kind of relationship → content type of the part it leads to.
CONTENT: Final[Mapping[str, str]] = {
    f"{OFFICE}/officeDocument": f"{_WORDPROCESSING}document.main+xml",
    _CORE: "application/vnd.openxmlformats-package.core-properties+xml",
    f"{OFFICE}/theme": "application/vnd.openxmlformats-officedocument.theme+xml",
    f"{OFFICE}/image": "image/",
    **{
        f"{OFFICE}/{kind}": f"{_WORDPROCESSING}{kind}+xml"
        for kind in (
            "styles", "settings", "numbering", "footnotes", "endnotes", "header", "footer", "fontTable",
            "webSettings",
        )
    },
}  # fmt: skip
#: What a paper may point to, by the kind of what points; a link leads outside, everything else inside.
_LINK: Final = f"{OFFICE}/hyperlink"
_IN_TEXT: Final = frozenset({f"{OFFICE}/image", _LINK})
_FROM_PACKAGE: Final = frozenset({f"{OFFICE}/officeDocument", _CORE})
ALLOWED: Final[Mapping[str, frozenset[str]]] = {
    "": _FROM_PACKAGE,
    f"{OFFICE}/officeDocument": frozenset(CONTENT) - _FROM_PACKAGE | _IN_TEXT,
    f"{OFFICE}/header": _IN_TEXT,
    f"{OFFICE}/footer": _IN_TEXT,
    f"{OFFICE}/footnotes": _IN_TEXT,
    f"{OFFICE}/endnotes": _IN_TEXT,
}
#: Element → kind of the relationship that its id must have.
_BY_ID: Final = {
    "headerReference": "header", "footerReference": "footer", "hyperlink": "hyperlink", "blip": "image",
    "imagedata": "image",
}  # fmt: skip


class BrokenFileError(Exception):
    """The file is no zip, or a part of it is not well-formed."""


@dataclass(frozen=True, eq=False)
class Part:
    """One part of XML, parsed once; ``found`` are its elements of WordprocessingML by name, in order."""

    root: Element
    found: Mapping[str, list[Element]]

    def all(self, *names: str) -> Iterator[Element]:
        """The elements with these names."""
        for name in names:
            yield from self.found.get(name, ())

    def strings(self, path: str) -> Iterator[etree._ElementUnicodeResult]:
        """The attributes and texts at the XPath ``path``, each of which knows its element."""
        found = self.root.xpath(path)
        if isinstance(found, list):
            yield from (one for one in found if isinstance(one, etree._ElementUnicodeResult))


@dataclass(frozen=True, slots=True)
class Relationship:
    """One relationship; ``target`` is the name of a part, or an address outside."""

    id: str
    kind: str
    target: str
    outside: bool


@lru_cache(maxsize=256)
def read_part(xml: bytes) -> Part:
    """The part written as ``xml``; most parts of most papers are the same."""
    root = etree.fromstring(xml)
    found: dict[str, list[Element]] = {}
    for element in root.iter():
        found.setdefault(name_of(element), []).append(element)
    return Part(root, found)


class WordFile:
    """A Word file, opened; raises :class:`BrokenFileError`."""

    def __init__(self, docx: bytes) -> None:
        try:
            with zipfile.ZipFile(io.BytesIO(docx)) as package:
                self.names = package.namelist()
                self.bytes = {name: package.read(name) for name in self.names}
        except zipfile.BadZipFile as fault:
            raise BrokenFileError(f"no zip file ({fault})") from fault
        self.parts: dict[str, Part] = {}
        for name, content in self.bytes.items():
            if name.endswith((".xml", ".rels")):
                try:
                    self.parts[name] = read_part(content)
                except etree.XMLSyntaxError as fault:
                    raise BrokenFileError(f"{name} is not well-formed ({fault})") from fault

    def relationships(self, owner: str) -> list[Relationship]:
        """Those of the part ``owner`` (empty: the package)."""
        folder, leaf = posixpath.split(owner)
        part = self.parts.get(posixpath.join(folder, "_rels", f"{leaf}.rels"))
        return [_relationship(one, folder) for one in part.root] if part else []

    def of_kind(self, kind: str) -> list[str]:
        """The parts that the main part points to with relationships of ``kind``, each once."""
        found = [one.target for one in self.relationships(self.main) if one.kind == f"{OFFICE}/{kind}"]
        return [name for name in dict.fromkeys(found) if name in self.parts]

    def first(self, kind: str) -> Part | None:
        """The part of this kind, if there is one."""
        names = self.of_kind(kind)
        return self.parts[names[0]] if names else None

    @cached_property
    def main(self) -> str:
        """The name of the document part, empty where there is none."""
        found = [one.target for one in self.relationships("") if one.kind == f"{OFFICE}/officeDocument"]
        return found[0] if found and found[0] in self.parts else ""

    @cached_property
    def texts(self) -> dict[str, Part]:
        """The parts with text: document, headers, footers, notes."""
        kinds = ("header", "footer", "footnotes", "endnotes")
        names = [self.main, *(name for kind in kinds for name in self.of_kind(kind))]
        return {name: self.parts[name] for name in names if name}

    @cached_property
    def owners(self) -> dict[str, str]:
        """Every part that can be reached, and the kind of the relationship that leads to it."""
        reached = {"": ""}
        waiting = [""]
        while waiting:
            for one in self.relationships(waiting.pop()):
                if not one.outside and one.target not in reached:
                    reached[one.target] = one.kind
                    waiting.append(one.target)
        return reached


def _relationship(one: Element, folder: str) -> Relationship:
    outside = one.get("TargetMode") == "External"
    target = one.get("Target", "")
    if not outside:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return Relationship(one.get("Id", ""), one.get("Type", ""), target, outside)


def content_types(file: WordFile) -> Iterator[str]:
    """Every part has the content type of its kind, and every named part is there."""
    part = file.parts.get("[Content_Types].xml")
    if part is None:
        yield "the file lacks [Content_Types].xml"
        return
    names: dict[str, str] = {}
    endings: dict[str, str] = {}
    for one in part.root:
        known, key = (names, "PartName") if one.tag == f"{{{TYPES}}}Override" else (endings, "Extension")
        name = one.get(key, "").removeprefix("/")
        if name in known:
            yield f"{name} has two content types"
        known[name] = one.get("ContentType", "")
    yield from (f"{name} has a content type and is not there" for name in names if name not in file.bytes)
    for name in file.bytes:
        if name == "[Content_Types].xml":
            continue
        has = names.get(name) or endings.get(name.rpartition(".")[2].lower(), "")
        wanted = _RELS_TYPE if name.endswith(".rels") else CONTENT.get(file.owners.get(name, ""), "")
        if not has or not (has == wanted or (wanted.endswith("/") and has.startswith(wanted))):
            yield f"{name} has the content type “{has}”"


def relationships(file: WordFile) -> Iterator[str]:
    """Each relationship is of a kind that may be there, leads to a part, and every id in a text is one."""
    if not file.main:
        yield "the file has no document"
    for name in file.names:
        if file.names.count(name) > 1:
            yield f"{name} is in the file twice"
        is_part = not name.endswith(".rels") and name != "[Content_Types].xml"
        if is_part and name not in file.owners:
            yield f"{name} is in the file and nothing points to it"
        if name.endswith(".rels") and _owner(name) not in file.owners:
            yield f"{name} belongs to no part"
    for owner, kind in file.owners.items():
        yield from _pointing(file, owner, ALLOWED.get(kind, frozenset()))
    for name, part in file.texts.items():
        yield from _called(part, {one.id: one for one in file.relationships(name)}, name)


def _owner(rels: str) -> str:
    folder, leaf = posixpath.split(rels)
    return posixpath.join(posixpath.dirname(folder), leaf.removesuffix(".rels"))


def _pointing(file: WordFile, owner: str, allowed: frozenset[str]) -> Iterator[str]:
    known = set()
    for one in file.relationships(owner):
        what = f"{owner or 'the package'}: the relationship {one.id}"
        if one.id in known:
            yield f"{what} is there twice"
        known.add(one.id)
        if one.kind not in allowed:
            yield f"{what} is of the kind {one.kind}"
        if one.outside != (one.kind == _LINK):
            yield f"{what} leads {'outside' if one.outside else 'inside'}"
        if not one.outside and one.target not in file.bytes:
            yield f"{what} leads to {one.target}, which is not there"


def _called(part: Part, known: Mapping[str, Relationship], name: str) -> Iterator[str]:
    for value in part.strings(f"//@*[namespace-uri() = '{OFFICE}']"):
        element = value.getparent()
        tag = etree.QName(element).localname if element is not None else ""
        if value not in known:
            yield f"{name}: {tag} calls the relationship {value}, which is not there"
        elif tag in _BY_ID and known[value].kind != f"{OFFICE}/{_BY_ID[tag]}":
            yield f"{name}: {tag} calls {value}, which is no {_BY_ID[tag]}"
