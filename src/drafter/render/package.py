"""A Word file as its parts, opened with limits."""

from __future__ import annotations

import io
import lzma
import posixpath
import re
import zipfile
import zlib
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from drafter.render.dangers import dangers
from drafter.render.faults import TemplateFault
from drafter.render.ooxml import OFFICE, PACKAGE_RELATIONSHIPS, PACKAGE_TYPES, Element, parse, written

#: No honest template comes near these; a zip bomb does at once.
MOST_BYTES: Final = 60_000_000
#: The same for one part of text; pictures may be longer.
MOST_XML: Final = 20_000_000
MOST_PARTS: Final = 2_000

_DOCUMENT_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATE_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_OLD_WORD: Final = b"\xd0\xcf\x11\xe0"
#: The name of the stream in which Word puts a whole encrypted document.
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")
_NOT_WORD: Final = {
    b"{\\rtf": "this is an RTF file; save it in Word as .docx",
    b"%PDF": "this is a PDF; a template is a Word file (.docx)",
    _OLD_WORD: "this is an old .doc file; save it in Word as .docx",
}
#: Names that mean another place to some programs; Word writes none.
_ODD_NAME: Final = re.compile(r"\\|^/|^[A-Za-z]:|(^|/)\.\.(/|$)")
TYPES_PART: Final = "[Content_Types].xml"
ROOT_RELATIONSHIPS: Final = "_rels/.rels"


@dataclass
class Package:
    """The parts of one Word file by name; ``main`` is the name of the document part."""

    name: str
    parts: dict[str, bytes]
    main: str
    trees: dict[str, Element] = field(default_factory=dict)

    @classmethod
    def open(cls, file: bytes, name: str) -> Package:
        """Open ``file``, called ``name`` in messages; a ``.dotx`` is taken as a document.

        Raises :class:`TemplateFault` for anything that is not a Word document, or holds what is dangerous.
        """
        package = cls.read(file, name)
        for danger in dangers(package):
            raise TemplateFault(name, danger.problem + (f"; {danger.mend}" if danger.mend else ""))
        package.settle()
        return package

    @classmethod
    def read(cls, file: bytes, name: str) -> Package:
        """Read ``file`` as it is, dangers included, for a check that tells them all.

        Raises :class:`TemplateFault` for anything that is not a Word document.
        """
        parts = _unzipped(file, name)
        if TYPES_PART not in parts or ROOT_RELATIONSHIPS not in parts:
            raise TemplateFault(name, "this is a zip file but not a Word document")
        package = cls(name, parts, "")
        targets = package.related("", "officeDocument")
        if not targets or targets[0] not in parts:
            raise TemplateFault(name, "the Word document has no main part")
        package.main = targets[0]
        return package

    def tree(self, part: str) -> Element:
        """The root element of ``part``, parsed once.

        Raises :class:`TemplateFault` when the part is missing or not well-formed.
        """
        if part not in self.trees:
            if part not in self.parts:
                raise TemplateFault(self.name, f"the part {part} is missing")
            try:
                self.trees[part] = parse(self.parts[part])
            except (etree.XMLSyntaxError, ValueError) as error:
                said = str(error).split(",", 1)[0]
                raise TemplateFault(self.name, f"the part {part} is not well-formed ({said})") from error
        return self.trees[part]

    def related(self, part: str, kind: str) -> list[str]:
        """Names of the parts that ``part`` (empty: the package) points to with relationships of ``kind``."""
        return [
            target
            for relationship in self.relationships(part)
            if relationship.get("Type", "").endswith(f"/{kind}")
            and (target := self._target(part, relationship))
        ]

    def relationships(self, part: str) -> list[Element]:
        """The relationship elements of ``part`` (empty: the package)."""
        name = relationships_part(part)
        return list(self.tree(name)) if name in self.parts else []

    def first(self, kind: str) -> str:
        """The part of ``kind`` (``styles``, ``numbering``, ``footnotes`` …) of the main part, or empty."""
        found = [part for part in self.related(self.main, kind) if part in self.parts]
        return found[0] if found else ""

    def remove(self, part: str) -> None:
        """Take ``part`` out, with its content type and every relationship to it."""
        self.parts.pop(part, None)
        self.parts.pop(relationships_part(part), None)
        for override in list(self.tree(TYPES_PART)):
            if override.get("PartName") == f"/{part}":
                self.tree(TYPES_PART).remove(override)
        for owner in ("", self.main):
            for relationship in self.relationships(owner):
                if self._target(owner, relationship) == part:
                    self.tree(relationships_part(owner)).remove(relationship)

    def drop_unreachable(self) -> None:
        """Take out what no relationship leads to: another program's, or another client's, left-overs."""
        reached, ahead = {TYPES_PART}, [""]
        while ahead:
            owner = ahead.pop()
            reached |= {owner, relationships_part(owner)}
            for relationship in self.relationships(owner):
                target = self._target(owner, relationship)
                if target and target not in reached:
                    ahead.append(target)
        for part in sorted(set(self.parts) - reached):
            self.remove(part)

    @staticmethod
    def _target(owner: str, relationship: Element) -> str:
        """The part to which ``relationship`` of ``owner`` leads, empty where it leads out of the file."""
        if relationship.get("TargetMode") == "External":
            return ""
        target = posixpath.join("/", posixpath.dirname(owner), relationship.get("Target", ""))
        return posixpath.normpath(target).lstrip("/")

    def add(self, part: str, root: Element, content_type: str, kind: str) -> None:
        """Add a new ``part`` that the main part points to with a relationship of ``kind``."""
        self.parts[part] = b""
        self.trees[part] = root
        override = etree.SubElement(self.tree(TYPES_PART), f"{{{PACKAGE_TYPES}}}Override")
        override.set("PartName", f"/{part}")
        override.set("ContentType", content_type)
        name = relationships_part(self.main)
        if name not in self.parts:
            self.parts[name] = b""
            self.trees[name] = etree.Element(f"{{{PACKAGE_RELATIONSHIPS}}}Relationships")
        relationship = etree.SubElement(self.tree(name), f"{{{PACKAGE_RELATIONSHIPS}}}Relationship")
        relationship.set("Id", f"rIdDrafter{len(self.tree(name))}")
        relationship.set("Type", f"{OFFICE}/{kind}")
        relationship.set("Target", posixpath.relpath(part, posixpath.dirname(self.main)))

    def finished(self) -> dict[str, bytes]:
        """Every part as bytes, the parsed ones as they are now."""
        return {
            name: written(self.trees[name]) if name in self.trees else data
            for name, data in self.parts.items()
        }

    @property
    def is_word_template(self) -> bool:
        """Whether this is a ``.dotx``."""
        return any(override.get("ContentType") == _TEMPLATE_TYPE for override in self.tree(TYPES_PART))

    def settle(self) -> None:
        """Make a document of a Word template, attached to no other."""
        for override in self.tree(TYPES_PART):
            if override.get("ContentType") == _TEMPLATE_TYPE:
                override.set("ContentType", _DOCUMENT_TYPE)
        for part in [name for name in self.parts if name.endswith(".rels")]:
            for relationship in list(self.tree(part)):
                if relationship.get("Type", "").endswith("/attachedTemplate"):
                    self.tree(part).remove(relationship)


def relationships_part(part: str) -> str:
    """The name of the relationships part that belongs to ``part`` (empty: the package)."""
    folder, leaf = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{leaf}.rels")


def _unzipped(file: bytes, name: str) -> dict[str, bytes]:
    if file.startswith(_OLD_WORD) and _ENCRYPTED in file:
        raise TemplateFault(name, "this file has a password; take the password off in Word and save it again")
    for start, told in _NOT_WORD.items():
        if file.startswith(start):
            raise TemplateFault(name, told)
    try:
        with zipfile.ZipFile(io.BytesIO(file)) as opened:
            members = [member for member in opened.infolist() if not member.is_dir()]
            _refuse_odd(members, name)
            return {member.filename: opened.read(member) for member in members}
    except (
        *(zipfile.BadZipFile, zlib.error, lzma.LZMAError, NotImplementedError, RuntimeError),
        *(OSError, EOFError, ValueError, LookupError),
    ) as error:
        raise TemplateFault(name, "this is not a Word document (.docx), or it is damaged") from error


def _refuse_odd(members: list[zipfile.ZipInfo], name: str) -> None:
    """Refuse a bomb, and names with which programs would read different documents from one file."""
    texts = [member for member in members if member.filename.lower().endswith((".xml", ".rels"))]
    if (
        len(members) > MOST_PARTS
        or sum(member.file_size for member in members) > MOST_BYTES
        or any(member.file_size > MOST_XML for member in texts)
    ):
        raise TemplateFault(name, "the file unpacks to more than a Word template ever holds")
    names = [member.filename.lower() for member in members]
    if len(set(names)) < len(names) or any(map(_ODD_NAME.search, names)):
        raise TemplateFault(
            name, "the file has parts with double or misleading names, which Word never writes"
        )
