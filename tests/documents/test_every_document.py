"""Every document of the kit: with nothing, with everything, with hostile text, twice, and as its golden."""

from __future__ import annotations

import dataclasses
import io
import os
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
from drafted import drafted
from every_answer import (
    ROOT,
    THE_DAY,
    TODAY,
    VARIANTS,
    around_citations,
    everything,
    facts,
    fields_of,
    names_in,
    plain,
    texts,
)

from drafter.app.library import Library
from drafter.core import marks
from drafter.practice.documents.document import Document
from drafter.practice.documents.registry import DOCUMENTS
from drafter.practice.questions.kit import TITLES
from drafter.render.outline import to_text

IN_2021 = date(2021, 9, 22)
#: The day on which every golden is drafted.
DRAFTED = date(2026, 11, 23)
WRITE = os.environ.get("DRAFTER_WRITE_GOLDEN") == "1"
HOSTILE = "AT&T <b> {{ x }} {% if %} ]]> “q” \U0001f600 §§ 1–2"
#: Fields of shared parts that a document need not use.
SHARED = frozenset(
    [
        "flags",
        "court",
        "number",
        "movant",
        "running",
        "judge",
        "has_judge",
        "counsel",
        "pro_se",
        "represented",
        "status_known",
        "status",
        "lead",
        "firm",
        "has_firm",
        "has_appearance",
        "appearance_on",
        "replaces_pro_se",
        "dated",
        "place",
        "has_place",
        "name",
        "lines",
        "caption",
        "signature",
        "ref",
        "ref_possessive",
        "register_number",
        "facility",
        "subject",
        "Subject",
        "object_",
        "possessive",
        "Possessive",
        "is_",
        "was",
        "has",
        "does",
        "here",
        "first",
        "rest",
        "yes",
        "no",
        "blank",
        "has_prosecutor",
        "prosecutor",
        "recipients",
        "office",
        "address",
        "method",
        "on",
        "person",
        "by_movant",
        "by_counsel",
        "by_other",
        "relation",
    ]
)
every_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.id)


def shown(part: object) -> Iterator[str]:
    for text in texts(part):
        yield marks.plain(text)


def test_every_title_has_its_document_and_none_stands_twice() -> None:
    assert [document.id for document in DOCUMENTS] == list(TITLES)


@pytest.mark.parametrize("document", DOCUMENTS[1:], ids=lambda document: document.id)
def test_the_template_uses_every_field_of_its_context(document: Document) -> None:
    """The motion has a test of its own, with its fragments."""
    fields = {
        field
        for raw in ({}, *VARIANTS)
        for on in (TODAY, IN_2021)
        for field in fields_of(document.context(facts(raw, on)))
    }
    source = ROOT / "templates" / "source"
    own = source / f"{document.template.removesuffix('.docx')}.md"
    named = names_in(own, *((source / "grounds").glob("*.md") if document.pleads else ()))
    by_the_engine = {"grounds", "fragment"} if document.pleads else set()
    assert fields - named - SHARED - by_the_engine == set()


@every_document
@pytest.mark.parametrize(
    "raw", [{}, {"case.district": "ncwd"}, *VARIANTS], ids=["nothing", "court", "all", "pro se"]
)
@pytest.mark.parametrize("on", [IN_2021, THE_DAY, TODAY], ids=str)
def test_any_answers_give_clean_text(document: Document, raw: dict[str, Any], on: date) -> None:
    for text in shown(document.paper(facts(raw, on)).context):
        assert not re.search(r"\bNone\b(?! of )", text), text
        assert "  " not in text
        assert not re.search(r"\(\s*\)|\s[.,;:]|\[\]", text), text
    body = to_text(drafted(document, raw, on))
    assert "missing:" not in body
    assert not re.search(r"\bNone\b(?! of )|\{\{|\{%| {2,}\S|\(\s*\)", body.replace("    ", "")), body


def own_texts(context: Any) -> Iterator[str]:  # noqa: ANN401 - a context of any document
    """The texts that only this document prints: of the words for the movant it uses what it needs."""
    shared = {"flags", "caption", "movant", "person", "counsel", "signature", "service"}
    for field in dataclasses.fields(context):
        if field.name not in shared:
            for text in texts(getattr(context, field.name)):
                yield from around_citations(text)


@pytest.mark.parametrize("document", DOCUMENTS[1:], ids=lambda document: document.id)
def test_every_text_of_the_context_is_in_the_word_file(document: Document) -> None:
    for raw in VARIANTS:
        case = facts(raw)
        body = re.sub(r"\s+", " ", to_text(drafted(document, raw, strict=True)))
        told = [re.sub(r"\s+", " ", text).strip() for text in own_texts(document.context(case))]
        assert [text for text in told if text and text.upper() not in body.upper()] == []


@every_document
def test_hostile_text_arrives_as_it_was_typed(document: Document) -> None:
    raw = {
        key: HOSTILE if isinstance(value, str) and value.startswith("Tk") else value
        for key, value in everything().items()
    }
    case = facts(raw)
    body = to_text(drafted(document, raw)).replace("\u00a0", " ")
    if HOSTILE in plain(document.context(case)):
        assert HOSTILE in body


@every_document
def test_the_word_file_opens_has_a_title_and_a_language_and_is_made_twice_alike(document: Document) -> None:
    raw = everything()
    first, second = drafted(document, raw), drafted(document, raw)
    assert first == second
    opened = docx.Document(io.BytesIO(first))
    assert opened.paragraphs
    assert re.search(r'w:lang [^>]*w:val="en-US"', opened.styles.element.xml)


@every_document
def test_the_complete_sample_reads_as_before(document: Document, data_dir: Path, tmp_path: Path) -> None:
    library = Library(data_dir, today=lambda: DRAFTED)
    session = library.open_case(library.new_sample("complete"))
    report = session.draft(tmp_path, documents=(document.id,))
    library.close()
    told = [f"==== {path.name}\n{to_text(path.read_bytes())}" for path in report.files]
    golden = Path(__file__).parents[1] / "golden" / "documents" / f"{document.id}.txt"
    if WRITE:
        golden.write_text("\n".join(told), encoding="utf-8", newline="\n")
    assert "\n".join(told) == golden.read_text(encoding="utf-8")
