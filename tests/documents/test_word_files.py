"""Every Word file that the program makes is built as Word wants it, whatever the answers are."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest
from every_answer import IN_2021, THE_DAY, TODAY, VARIANTS, facts
from papers import facts_of, hostile, papers, sample_case
from word_check import faults

from drafter import paths
from drafter.app.samples import SAMPLES
from drafter.practice.documents.document import Document
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.registry import DOCUMENTS

CASES: dict[str, Callable[[date], Facts]] = {
    "nothing": lambda on: facts({}, on),
    "the court alone": lambda on: facts({"case.district": "ncwd"}, on),
    "everything": lambda on: facts(VARIANTS[0], on),
    "everything, without counsel": lambda on: facts(VARIANTS[1], on),
    "hostile": lambda on: facts(hostile(), on),
    "hostile, without counsel": lambda on: facts(hostile(counsel__status="pro_se"), on),
    "everything unknown": lambda on: facts(dict.fromkeys(VARIANTS[0]), on),
    **{name: partial(facts_of, sample_case(name)) for name in SAMPLES},
}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.id)
@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("on", [IN_2021, THE_DAY, TODAY], ids=str)
def test_the_word_file_is_sound(document: Document, case: str, on: date) -> None:
    for access, docx in papers(document, CASES[case](on)):
        assert faults(docx) == [], access


@pytest.mark.parametrize("name", [*paths.template_names("documents"), *paths.template_names("grounds")])
def test_the_template_is_sound(name: str) -> None:
    """But for the rows that hold one tag: they are narrower than their table, and no paper has them."""
    assert [one for one in faults(paths.template_bytes(name)) if not one.startswith("grid: ")] == []
