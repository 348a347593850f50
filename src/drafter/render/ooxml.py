"""Names of WordprocessingML, and the few tree operations every pass needs.

Elements are lxml elements; ``w(…)`` gives a qualified name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape, unescape
from typing import Final

from lxml import etree

WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
PACKAGE_RELATIONSHIPS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
DECLARATION: Final = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_DECLARED: Final = re.compile(r' xmlns(?::([\w.-]+))?="([^"]*)"')
_PREFIX: Final = {"w": WORD}
Element = etree._Element  # noqa: SLF001 - lxml's only public name for the type of an element


def w(name: str) -> str:
    """The qualified name of ``name`` in WordprocessingML."""
    return f"{{{WORD}}}{name}"


VAL, ID, SPACE = w("val"), w("id"), "{http://www.w3.org/XML/1998/namespace}space"
BODY, P, R, T, TBL, TR, TC, SECT = w("body"), w("p"), w("r"), w("t"), w("tbl"), w("tr"), w("tc"), w("sectPr")
PPR, RPR, PSTYLE, NUMPR, NUMID, ILVL = w("pPr"), w("rPr"), w("pStyle"), w("numPr"), w("numId"), w("ilvl")
BR, TAB, SDT, SDT_CONTENT, HYPERLINK = w("br"), w("tab"), w("sdt"), w("sdtContent"), w("hyperlink")
NOTE, NOTE_REFERENCE = w("footnote"), w("footnoteReference")

#: Entities and DTDs are refused: no template of Word has one, and an attacker's could be huge.  Comments
#: and instructions, which Word does not write, could look like paragraphs.
_PARSER: Final = etree.XMLParser(
    resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
)


def parse(xml: bytes) -> Element:
    """The root of ``xml``.

    Raises :class:`lxml.etree.XMLSyntaxError` when it is not well-formed and :class:`ValueError` when it
    declares a document type, which no part of a Word file does and an attack needs.
    """
    root = etree.fromstring(xml, _PARSER) if b"<!DOCTYPE" not in xml else None
    # In another encoding the declaration has other bytes.
    if root is None or root.getroottree().docinfo.internalDTD is not None:
        raise ValueError("a document type declaration is not allowed")
    return root


def written(root: Element) -> bytes:
    """``root`` as a part of a package."""
    return DECLARATION + etree.tostring(root, encoding="UTF-8")


@dataclass(frozen=True)
class Namespaces:
    """The prefixes that the root of a part declares: what a piece of that part is read and written with."""

    declared: Mapping[str, str]

    @classmethod
    def of(cls, root: Element) -> Namespaces:
        """Those of ``root``."""
        return cls({prefix or "": uri for prefix, uri in root.nsmap.items()})

    def parsed(self, xml: str) -> Element:
        """The element written as ``xml``."""
        names = "".join(
            f' xmlns{prefix and ":"}{prefix}="{escape(uri)}"' for prefix, uri in self.declared.items()
        )
        return parse(f"<x{names}>{xml}</x>".encode())[0]

    def written(self, element: Element) -> str:
        """``element`` without the declarations that the root of the part has."""
        return _DECLARED.sub(
            lambda found: "" if self.declared.get(found[1] or "") == unescape(found[2]) else found[0],
            etree.tostring(element, encoding="unicode"),
        )


def with_usual_prefix(root: Element) -> Element:
    """``root`` with WordprocessingML's names written ``w:…``, as docxtpl and the passes know them."""
    if root.prefix == "w":
        return root
    renamed = etree.Element(root.tag, nsmap=_PREFIX)
    for name, value in root.attrib.items():
        renamed.set(name, value)
    renamed.extend(list(root))
    return renamed


def make(name: str, **values: str) -> Element:
    """A new ``w:name`` with attributes of the same namespace."""
    made = etree.Element(w(name), nsmap=_PREFIX)
    for key, value in values.items():
        made.set(w(key), value)
    return made


def text_node(text: str) -> Element:
    """A new ``w:t`` whose blanks at the ends stay."""
    made = make("t")
    made.text = text
    made.set(SPACE, "preserve")
    return made


def drop(element: Element) -> None:
    """Take ``element`` out of its tree."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def unwrap(element: Element) -> None:
    """Put the children of ``element`` in its place."""
    parent = element.getparent()
    if parent is None:
        return
    place = parent.index(element)
    for child in reversed(list(element)):
        parent.insert(place + 1, child)
    parent.remove(element)


def child_value(element: Element | None, *path: str) -> str:
    """The ``w:val`` at the end of ``path`` (qualified names) below ``element``, or an empty string."""
    for name in path:
        if element is None:
            return ""
        element = element.find(name)
    return "" if element is None else element.get(VAL, "")


def style_of(paragraph: Element) -> str:
    """The style id of ``paragraph``, empty where it has none."""
    return child_value(paragraph, PPR, PSTYLE)


def text_of(element: Element) -> str:
    """All text below ``element``; breaks and tabs as white space."""
    pieces: list[str] = []
    for node in element.iter(T, BR, TAB):
        if node.tag == T:
            pieces.append(node.text or "")
        elif (run := node.getparent()) is not None and run.tag == R:
            pieces.append("\n" if node.tag == BR else "\t")
    return "".join(pieces)


def blocks(container: Element) -> Iterator[Element]:
    """The paragraphs and tables directly in ``container``, looking into content controls."""
    for child in container:
        if child.tag in (P, TBL):
            yield child
        elif child.tag == SDT:
            inner = child.find(SDT_CONTENT)
            if inner is not None:
                yield from blocks(inner)


def drop_all(root: Element, names: Iterable[str]) -> None:
    """Remove every element below ``root`` whose qualified name is one of ``names``."""
    for element in list(root.iter(*names)):
        drop(element)
