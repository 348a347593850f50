"""The list of exhibits as a paper of its own, with its cover sheets."""

from __future__ import annotations

import io
from typing import Any

import docx
from drafted import drafted
from every_answer import facts

from drafter.practice.documents.exhibit_list import EXHIBIT_LIST
from drafter.practice.documents.registry import kit_of
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


def body(raw: dict[str, Any]) -> str:
    return to_text(drafted(EXHIBIT_LIST, raw)).replace("\u00a0", " ")


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
    assert "EXHIBIT B\nRecords" in covers
    assert "United States v. Doe\nNo. 2:15-cr-00999" in covers, "each sheet names the case"
    opened = docx.Document(io.BytesIO(drafted(EXHIBIT_LIST, raw)))
    breaks = [one for one in opened.paragraphs if one.style is not None and one.style.name == "Page Break"]
    assert len(breaks) == len(LIST)


def test_an_exhibit_that_is_not_in_hand_keeps_its_bracket_and_its_custodian_stays_in_the_file() -> None:
    told = body({"exhibits.list": LIST})
    assert "Filing: Under seal [to be obtained]" in told
    assert "the clinic" not in told


def test_without_a_list_there_is_one_row_of_brackets_and_no_cover_sheet() -> None:
    told = body({})
    assert "[title]" in told
    assert "EXHIBIT" not in told.replace("LIST OF EXHIBITS", "")


def test_the_cover_sheets_bear_the_names_that_the_papers_use() -> None:
    told = body({"exhibits.list": LIST[::-1], "exhibits.labels": "numbers"})
    assert "EXHIBIT 1\nRecords" in told
    assert "EXHIBIT 2\nRequest" in told
