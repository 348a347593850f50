"""Papers as Word files: any document over any answers, drafted as the program drafts it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from every_answer import TODAY, facts

from drafter import paths
from drafter.practice.documents.document import Document
from drafter.practice.documents.registry import DOCUMENTS
from drafter.render.engine import Template, render
from drafter.render.outline import to_text


def document(name: str) -> Document:
    """The document of the kit with this id."""
    return next(one for one in DOCUMENTS if one.id == name)


def fragments(one: Document) -> dict[str, bytes]:
    """The fragments of the grounds, for a document that pleads."""
    if not one.pleads:
        return {}
    return {Path(name).stem: paths.template_bytes(name) for name in paths.template_names("grounds")}


def drafted(
    one: Document, raw: Mapping[str, Any], on: date = TODAY, *, strict: bool = False, sealed: bool = False
) -> bytes:
    """The Word file of ``one`` over the answers ``raw``."""
    template = Template.open(paths.template_bytes(one.template), fragments(one), name=one.template)
    case = facts(raw, on)
    paper = one.paper(case.under_seal() if sealed else case)
    return render(template, paper.context, strict=strict, citing=paper.citing).docx


def told(name: str, raw: Mapping[str, Any], on: date = TODAY, *, sealed: bool = False) -> str:
    """What a reader of the document with the id ``name`` reads, without no-break spaces."""
    return to_text(drafted(document(name), raw, on, sealed=sealed)).replace("\u00a0", " ")


def applies(name: str, raw: Mapping[str, Any], on: date = TODAY) -> bool:
    """Whether a case with the answers ``raw`` needs the document."""
    return document(name).applies(facts(raw, on))
