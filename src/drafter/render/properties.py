"""The document's properties: what the caller gives and nothing else, no author, no program, no date."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Final

from lxml import etree

from drafter.render.ooxml import DECLARATION, PACKAGE_RELATIONSHIPS, PACKAGE_TYPES, parse
from drafter.render.package import ROOT_RELATIONSHIPS, TYPES_PART, Package

PART: Final = "docProps/core.xml"
#: Property → element of the core properties part.
_ELEMENTS: Final = {
    "title": "dc:title",
    "subject": "dc:subject",
    "keywords": "cp:keywords",
    "description": "dc:description",
    "category": "cp:category",
    "version": "cp:version",
}
_CORE: Final = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_TITLE: Final = "{http://purl.org/dc/elements/1.1/}title"


def ensure_part(package: Package) -> None:
    """Give ``package`` core properties of the usual name, for the title and the stamp of a draft."""
    if PART in package.parts:
        return
    package.parts[PART] = DECLARATION + f'<cp:coreProperties xmlns:cp="{_CORE}"/>'.encode()
    override = etree.SubElement(package.tree(TYPES_PART), f"{{{PACKAGE_TYPES}}}Override")
    override.set("PartName", f"/{PART}")
    override.set("ContentType", "application/vnd.openxmlformats-package.core-properties+xml")
    relationship = etree.SubElement(
        package.tree(ROOT_RELATIONSHIPS), f"{{{PACKAGE_RELATIONSHIPS}}}Relationship"
    )
    relationship.set("Id", "rIdDrafterCore")
    relationship.set("Type", f"{PACKAGE_RELATIONSHIPS}/metadata/core-properties")
    relationship.set("Target", PART)


def core_part(own_title: str, properties: Mapping[str, str]) -> bytes:
    """The core properties part; without a given title the template's own stays.

    Raises :class:`ValueError` for a property this program does not write.
    """
    unknown = sorted(set(properties) - set(_ELEMENTS))
    if unknown:
        raise ValueError(f"unknown document property: {', '.join(unknown)}")
    values = {"title": own_title, **properties}
    rows = "".join(
        f"<{_ELEMENTS[key]}>{escape(value, quote=False)}</{_ELEMENTS[key]}>"
        for key, value in values.items()
        if value
    )
    core = (
        f'<cp:coreProperties xmlns:cp="{_CORE}"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/">{rows}<dc:creator></dc:creator>'
        "<dc:language>en-US</dc:language></cp:coreProperties>"
    )
    return DECLARATION + core.encode()


def title_of(core: bytes) -> str:
    """The title in the core properties part ``core`` of a template, empty where that is broken."""
    try:
        title = parse(core).findtext(_TITLE) or ""
    except (etree.XMLSyntaxError, ValueError):
        return ""  # the part is replaced as a whole
    # A tag in the template's title would be rendered by docxtpl; here it is not executed, so it goes.
    return "" if "{{" in title or "{%" in title else title
