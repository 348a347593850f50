"""Puts the parts of a Word template into one ``.docx``, the same bytes' content every time."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

from wordsource.blocks import Source
from wordsource.lists import numbering_xml
from wordsource.read import read
from wordsource.styles import W, styles_xml
from wordsource.write import document_xml, footer_xml, footnotes_xml, header_xml

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
#: The earliest moment a zip file can hold: no build leaves its date behind.
_NO_DATE = (1980, 1, 1, 0, 0, 0)

#: Part of word/ → (relationship id, kind).
_PARTS = {
    "styles.xml": ("rIdStyles", "styles"),
    "settings.xml": ("rIdSettings", "settings"),
    "numbering.xml": ("rIdNumbering", "numbering"),
    "footnotes.xml": ("rIdFootnotes", "footnotes"),
    "header1.xml": ("rIdHeader", "header"),
    "header2.xml": ("rIdHeaderFirst", "header"),
    "footer1.xml": ("rIdFooter", "footer"),
    "footer2.xml": ("rIdFooterFirst", "footer"),
}


def compile_source(text: str, name: str) -> bytes:
    """The Word template written as ``text``; ``name`` is used in messages.

    Raises :class:`wordsource.blocks.SourceError` when the source is faulty.
    """
    return _zipped(parts(read(text, name)))


def parts(source: Source) -> dict[str, str]:
    """Every part of the template, by its name in the package, in the order in which they are stored."""
    matter = source.matter
    footer = footer_xml(matter.get("footer", ""))
    word = {
        "document.xml": document_xml(source),
        "styles.xml": styles_xml(single=matter.get("spacing") == "single"),
        "settings.xml": _settings(),
        "numbering.xml": numbering_xml(),
        "footnotes.xml": footnotes_xml(source),
        "header1.xml": header_xml(matter.get("header", "")),
        "header2.xml": header_xml(""),
        "footer1.xml": footer,
        "footer2.xml": footer,
    }
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            [
                ("rId1", f"{_OFFICE}/officeDocument", "word/document.xml"),
                ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ]
        ),
        "docProps/core.xml": _core(matter.get("title", "")),
        "word/_rels/document.xml.rels": _relationships(
            [(rid, f"{_OFFICE}/{kind}", part) for part, (rid, kind) in _PARTS.items()]
        ),
        **{f"word/{part}": xml for part, xml in word.items()},
    }


def _zipped(contents: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for part, xml in contents.items():
            info = zipfile.ZipInfo(part, _NO_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(info, _DECLARATION + xml)
    return out.getvalue()


def _content_types() -> str:
    kinds = {"document.xml": "document.main"} | {part: kind for part, (_, kind) in _PARTS.items()}
    overrides = "".join(
        f'<Override PartName="/word/{part}" ContentType="{_WORD}.{kind}+xml"/>'
        for part, kind in kinds.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/docProps/core.xml"'
        ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        f"{overrides}</Types>"
    )


def _relationships(rows: list[tuple[str, str, str]]) -> str:
    written = "".join(
        f'<Relationship Id="{rid}" Type="{kind}" Target="{target}"/>' for rid, kind, target in rows
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{written}</Relationships>'


def _core(title: str) -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator></dc:creator><dc:language>en-US</dc:language></cp:coreProperties>"
    )


def _settings() -> str:
    return (
        f'<w:settings {W}><w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"'
        ' w:val="15"/></w:compat><w:themeFontLang w:val="en-US"/><w:decimalSymbol w:val="."/>'
        '<w:listSeparator w:val=","/></w:settings>'
    )
