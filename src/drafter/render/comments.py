"""Writes the faults of a template into a copy of it, as Word comments beside the paragraphs."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final, cast

import docx
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.text.run import Run

from drafter.render.archive import archive, member
from drafter.render.faults import TemplateFault
from drafter.render.findings import Finding
from drafter.render.package import TYPES_PART, Package

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.text.run import CT_R

_AUTHOR, _INITIALS = "drafter", "dr"
_DOCUMENT_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

_MACROS: Final = ("vbaProject", "wordVbaData", "keyMapCustomizations")


def commented(file: bytes, name: str, findings: Sequence[Finding]) -> bytes:
    """A copy of ``file`` in which every finding is a comment on its paragraph.

    Word has no comments in headers, footers, notes, properties: what stands there is told at the first
    paragraph of the text, and says where.  Raises :class:`drafter.render.faults.TemplateFault`.
    """
    package = Package.read(file, name)
    try:
        document = docx.Document(io.BytesIO(_as_document(package)))
    except Exception as error:  # python-docx says nothing of what it raises for a damaged file
        raise TemplateFault(
            name, "comments cannot be written into it, because the file is damaged"
        ) from error
    paragraphs = list(document.element.iter(qn("w:p")))
    for finding in findings:
        here = finding.part == package.main and 0 < finding.number <= len(paragraphs)
        runs = _around(paragraphs[finding.number - 1 if here else 0], document)
        where = "" if here else f"In another place ({finding.place or 'the whole file'}): "
        quote = "" if here or not finding.quote else f" [“{finding.quote}”]"
        problem, mend = finding.fault.problem, finding.fault.mend
        document.add_comment(runs, f"{where}{problem}; {mend}.{quote}", author=_AUTHOR, initials=_INITIALS)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _as_document(package: Package) -> bytes:
    """The file with the content type of a .docx, which python-docx insists on, and so without macros."""
    for override in package.tree(TYPES_PART):
        if override.get("PartName") == f"/{package.main}":
            override.set("ContentType", _DOCUMENT_TYPE)
    for kind in _MACROS:
        for part in package.related(package.main, kind):
            package.remove(part)
    return archive(tuple(member(part, content) for part, content in package.finished().items()))


def _around(paragraph: Any, document: Document) -> list[Run]:  # noqa: ANN401 - python-docx names no type
    """Two empty runs at the ends of the paragraph, which a comment can span whatever lies between."""
    first, last = OxmlElement("w:r"), OxmlElement("w:r")
    paragraph.insert(0 if paragraph.pPr is None else 1, first)
    paragraph.append(last)
    return [Run(cast("CT_R", run), document) for run in (first, last)]
