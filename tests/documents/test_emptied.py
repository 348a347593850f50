"""Nothing is left in ruins when a fact is taken away: cases without each of them, in every document."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from functools import cache

import pytest
from every_answer import answer, everything
from outline_check import ruins, scars
from papers import facts_of, sample_case, word_file
from taken_away import Case, without_each, without_parts
from word_check import faults

from drafter.app.copies import copies
from drafter.practice.documents.document import Document
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.interview_sheet import INTERVIEW_SHEET
from drafter.practice.documents.registry import DOCUMENTS

DRAFTED = date(2026, 11, 23)
#: The interview sheet is in no kit: it lists each answer by itself.
KIT = [document for document in DOCUMENTS if document is not INTERVIEW_SHEET]
_WORDS = re.compile(rb"(<w:t[^>]*>)[^<]+")


def lessened() -> Iterator[tuple[str, Case]]:
    """The complete sample without each thing, and a case with every ground without each part."""
    complete = sample_case("complete")
    yield from without_each(complete)
    yield from without_parts(complete)
    every_ground = {question: answer(question, value) for question, value in everything().items()}
    yield from ((f"every ground, {done}", case) for done, case in without_parts(every_ground))


@cache
def cases() -> tuple[tuple[str, Facts], ...]:
    return tuple((done, facts_of(case, DRAFTED, DRAFTED)) for done, case in lessened())


def built(docx: bytes) -> int:
    """The same for files that differ in their words alone: their build is the same."""
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return hash(tuple(_WORDS.sub(rb"\1", package.read(name)) for name in package.namelist()))


@pytest.mark.parametrize("document", KIT, ids=lambda document: document.id)
def test_what_is_taken_away_leaves_no_ruin(document: Document) -> None:
    found: dict[str, str] = {}
    seen: set[object] = set()
    known_builds: set[int] = set()
    for done, facts in cases():
        for copy in copies(document, facts):
            if (copy.paper.context, copy.style) in seen:
                continue
            seen.add((copy.paper.context, copy.style))
            docx = word_file(copy, paged=False)
            build = built(docx)
            wrong = scars(docx) if build in known_builds else [*ruins(docx), *faults(docx)]
            known_builds.add(build)
            found |= {what: f"{done} {copy.access}".strip() for what in wrong if what not in found}
    assert found == {}
    assert len(seen) > 1
