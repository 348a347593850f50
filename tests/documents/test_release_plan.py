"""The release plan: public by city and state, and a sealed twin that can be verified."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from drafted import applies, told

from drafter.app.library import Library
from drafter.render.outline import to_text

PLAN: dict[str, Any] = {
    "movant.name": "Jordan A. Doe",
    "movant.pronouns": "she",
    "kit.sealed": True,
    "plan.address": "12 Oak Street, Charlotte, NC 28202",
    "plan.contacts": [
        {
            "name": "Rosa Roe",
            "role": "owner",
            "phone": "704-555-0100",
            "address": "14 Oak Street, Charlotte, NC",
        }
    ],
    "plan.residents_record": "Rosa Roe has no record.",
}
PRIVATE = ("Oak Street", "28202", "704-555-0100", "no record")


def test_no_motion_goes_without_a_plan() -> None:
    assert applies("release_plan", {})


def test_the_public_plan_shows_no_home_no_number_and_no_record() -> None:
    body = told("release_plan", PLAN)
    assert "| Residence | Charlotte, NC |" in body
    for words in PRIVATE:
        assert words not in body
    assert "in the copy to be filed under seal. Fed. R. Crim. P. 49.1(a)(5), (f)." in body
    assert "UNREDACTED" not in body


def test_the_sealed_plan_shows_all_that_an_officer_must_verify() -> None:
    body = told("release_plan", PLAN, sealed=True)
    for words in PRIVATE:
        assert words in body
    assert "UNREDACTED COPY TO BE FILED UNDER SEAL – Fed. R. Crim. P. 49.1(f)" in body
    assert "| Rosa Roe | owner | 704-555-0100 | 14 Oak Street, Charlotte, NC |" in body


def test_a_filing_without_a_seal_promises_no_sealed_copy() -> None:
    body = told("release_plan", PLAN | {"kit.sealed": False})
    assert "under seal" not in body
    assert "Charlotte, NC" in body


def test_the_program_writes_both_twins(data_dir: Path, tmp_path: Path) -> None:
    library = Library(data_dir, today=lambda: date(2026, 11, 23))
    session = library.open_case(library.new_sample("complete"))
    session.set_answer("kit.sealed", raw=True)
    report = session.draft(tmp_path, documents=("release_plan",))
    library.close()
    public, sealed = (to_text(path.read_bytes()) for path in report.files)
    assert [path.name for path in report.files] == [
        "Release plan - Doe - PUBLIC (DRAFT).docx",
        "Release plan - Doe - SEALED (DRAFT).docx",
    ]
    assert "100 Example Street" not in public
    assert "100 Example Street, Charleston, WV 25301" in sealed


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"custody.detainer": True}, "A detainer has been lodged against Ms. Doe."),
        ({"custody.detainer": False}, "No detainer has been lodged against Ms. Doe."),
        ({}, "Detainers: [whether there is a detainer]."),
        ({"custody.removal_order": True}, "She is subject to a final order of removal."),
        ({"sentence.fine": "$2,500"}, "| Fine | $2,500.00 |"),
        ({"b1B.asserted": True}, "| Payment for medical care | [how care will be paid for] |"),
        ({"danger.conditions": [{"condition": "home detention"}]}, "| home detention | – |"),
    ],
)
def test_what_may_stand_in_the_way_is_told(answers: dict[str, Any], said: str) -> None:
    assert said in told("release_plan", PLAN | answers)


def test_the_plan_reads_as_in_the_motion() -> None:
    raw = PLAN | {
        "plan.support": "She has savings.",
        "plan.owner": "owned by Rosa Roe",
        "plan.job": "She will cook.",
    }
    motion, own = told("motion", raw), told("release_plan", raw)
    for line in (
        "| The home | owned by Rosa Roe |",
        "Support. She has savings.",
        "Employment. She will cook.",
    ):
        assert line in motion
        assert line in own
