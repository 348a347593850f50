"""The list of exhibits as a paper of its own, with its cover sheets."""

from __future__ import annotations

import io
from typing import Any

import docx
import pytest
from drafted import drafted
from every_answer import everything, facts

from drafter.app.copies import copies
from drafter.practice.documents.document import Document
from drafter.practice.documents.exhibit_list import EXHIBIT_LIST
from drafter.practice.documents.registry import DOCUMENTS, kit_of
from drafter.render.outline import to_text

LIST: list[dict[str, Any]] = [
    {
        "letter": "A",
        "title": "Request",
        "status": "have",
        "access": "public",
        "pages": 6,
        "dated": "2026-06-29",
    },
    {"letter": "B", "title": "Records", "status": "need", "access": "seal", "custodian": "the clinic"},
]


def body(raw: dict[str, Any], *, sealed: bool = False) -> str:
    return to_text(drafted(EXHIBIT_LIST, raw, sealed=sealed)).replace("\u00a0", " ")


def test_it_is_made_once_there_are_exhibits() -> None:
    assert EXHIBIT_LIST in kit_of(facts({"exhibits.list": LIST}))
    assert EXHIBIT_LIST not in kit_of(facts({}))


def test_each_exhibit_has_a_row_and_a_cover_sheet_on_a_page_of_its_own() -> None:
    raw: dict[str, Any] = {"exhibits.list": LIST, "case.number": "2:15-cr-00999", "movant.name": "Jo Doe"}
    told = body(raw)
    assert "| A | Request | June 29, 2026 | 6 | Public |" in told
    covers = told[told.index("EXHIBIT A") :]
    assert covers.split("\n")[:5] == [
        "EXHIBIT A",
        "Request",
        "Date: June 29, 2026",
        "Pages: 6",
        "Filing: Public",
    ]
    assert "EXHIBIT B\nDocument filed under seal" in covers
    assert "United States v. Doe\nNo. 2:15-cr-00999" in covers, "each sheet names the case"
    opened = docx.Document(io.BytesIO(drafted(EXHIBIT_LIST, raw)))
    breaks = [one for one in opened.paragraphs if one.style is not None and one.style.name == "Page Break"]
    assert len(breaks) == len(LIST)


def test_an_exhibit_that_is_not_in_hand_keeps_its_bracket_and_its_custodian_stays_in_the_file() -> None:
    told = body({"exhibits.list": LIST})
    assert "Filing: Under seal [to be obtained]" in told
    assert "the clinic" not in told


#: What the title and the date of an exhibit under seal could tell.
SECRET = {**LIST[1], "title": "Letter on cooperation", "dated": "2024-02-03", "pages": 2, "status": "have"}
CASE: dict[str, Any] = {"exhibits.list": [LIST[0], SECRET], "movant.name": "Jo Doe", "kit.sealed": True}


def test_a_public_list_tells_of_an_exhibit_under_seal_its_label_and_length_alone() -> None:
    told = body(CASE)
    assert "| B | Document filed under seal | – | 2 | Under seal |" in told
    assert "EXHIBIT B\nDocument filed under seal\nDate: –\nPages: 2\nFiling: Under seal" in told
    assert "cooperation" not in told
    assert "February 3, 2024" not in told


def test_the_sealed_twin_of_the_list_tells_its_title() -> None:
    assert "| B | Letter on cooperation | February 3, 2024 | 2 | Under seal |" in body(CASE, sealed=True)
    public, sealed = copies(EXHIBIT_LIST, facts(CASE))
    assert (public.access, sealed.access) == ("PUBLIC", "SEALED")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.id)
def test_no_public_paper_of_the_court_tells_what_an_exhibit_under_seal_is(document: Document) -> None:
    """What is ``whole`` goes to its addressee alone, and a sheet stays in the file."""
    if getattr(document, "whole", False) or document.id in {"checklist", "interview_sheet"}:
        pytest.skip("it goes to no court")
    told = to_text(drafted(document, everything(exhibits__list=[LIST[0], SECRET])))
    assert "cooperation" not in told
    assert "February 3, 2024" not in told


TWINS = [one for one in DOCUMENTS if one.twin and not one.twin_always]


@pytest.mark.parametrize("document", TWINS, ids=lambda document: document.id)
def test_a_sealed_twin_says_at_its_top_that_it_is_one(document: Document) -> None:
    raw = everything(kit__sealed=True, kit__separate_memorandum=True)
    public, sealed = (to_text(drafted(document, raw, sealed=sealed)) for sealed in (False, True))
    assert sealed.startswith("UNREDACTED COPY TO BE FILED UNDER SEAL")
    assert "UNREDACTED COPY" not in public


def test_an_exhibit_with_redactions_keeps_its_title_in_public() -> None:
    assert "| B | Letter on cooperation |" in body(
        {"exhibits.list": [LIST[0], {**SECRET, "access": "redact"}]}
    )


def test_without_a_list_there_is_one_row_of_brackets_and_no_cover_sheet() -> None:
    told = body({})
    assert "[title]" in told
    assert "EXHIBIT" not in told.replace("LIST OF EXHIBITS", "")


def test_the_cover_sheets_bear_the_names_that_the_papers_use() -> None:
    told = body({"exhibits.list": LIST[::-1], "exhibits.labels": "numbers"})
    assert "EXHIBIT 1\nDocument filed under seal" in told
    assert "EXHIBIT 2\nRequest" in told
