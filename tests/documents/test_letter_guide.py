"""The guide for letters of support: one page, plain words, the right court, and nothing private."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from drafted import applies, document, drafted, told
from every_answer import everything, sample_answers

LONG: dict[str, Any] = {
    "case.district": "ncwd",
    "case.division": "Charlotte Division",
    "case.number": "3:07-cr-00162-ABC-DEF-3",
    "case.judge": "Maximiliana Alexandrina Worthington-Featherstone III",
    "movant.name": "Bartholomew Christopherson Montgomery-Fitzgerald",
    "movant.pronouns": "they",
    "counsel.status": "cja",
    "counsel.name": "Wilhelmina Hargreaves-Pemberton",
    "counsel.firm": "The Law School Clinic on Sentencing, Clemency, and Reentry of a Long University Name",
    "counsel.address": "12345 Long Boulevard of the Americas, Suite 1200, Charlotte, NC 28202-1234",
    "counsel.phone": "(704) 555-0100, extension 4321",
    "counsel.email": "wilhelmina.hargreaves-pemberton@clinic.example.org",
}


def test_every_case_can_use_it() -> None:
    assert applies("letter_guide", {})


def test_it_is_filled_with_the_court_the_judge_and_the_movant_and_goes_to_counsel() -> None:
    body = told("letter_guide", sample_answers("complete"))
    for words in (
        "for Jordan Avery Doe",
        "The Honorable Xavier Y. Zoe",
        "Dear Judge Zoe:",
        "United States District Court for the Southern District of West Virginia",
        "United States v. Doe, No. 2:15-cr-00999-XYZ-1",
        "to Morgan Poe, Example Sentencing Clinic, 300 Example Street, Suite 2, Charleston, WV 25301",
    ):
        assert words in body
    assert "send nothing to the court" in body


def test_a_movant_without_counsel_gathers_the_letters() -> None:
    body = told(
        "letter_guide",
        {"movant.name": "Jo Doe", "movant.facility": "FCI Exampleton", "counsel.status": "pro_se"},
    )
    assert "to Jo Doe, Register Number [register number], FCI Exampleton." in body


@pytest.mark.parametrize(
    "kept_out",
    [
        "Social Security, tax, and account numbers",
        "birth dates",
        "home addresses (city and state",
        "names of children",
    ],
)
def test_it_names_what_the_rule_keeps_out_of_public_papers(kept_out: str) -> None:
    body = told("letter_guide", {})
    assert kept_out in body
    assert "Fed. R. Crim. P. 49.1" in body


def test_it_tells_no_fact_of_the_offense_the_health_or_the_home() -> None:
    body = told("letter_guide", everything())
    tokens = set(re.findall(r"Tk\w+", body))
    allowed = ("Tkmovantname", "Tkcasejudge", "Tkcasenumber", "Tkcasedivision", "Tkcounsel")
    assert tokens
    assert not [token for token in tokens if not token.startswith(allowed)]


@pytest.mark.parametrize("raw", [sample_answers("complete"), LONG], ids=["complete", "long names"])
def test_it_is_one_page(raw: dict[str, Any], tmp_path: Path, soffice: str, tool: Callable[..., str]) -> None:
    paper = tmp_path / "guide.docx"
    paper.write_bytes(drafted(document("letter_guide"), raw))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(paper)]
    subprocess.run(convert, check=True, capture_output=True, timeout=120)
    told_by = subprocess.run(
        [tool("pdfinfo"), str(paper.with_suffix(".pdf"))], check=True, capture_output=True, encoding="utf-8"
    )
    assert re.search(r"^Pages:\s+1$", told_by.stdout, re.MULTILINE)
