"""Letters, forms and sheets: a court's rules on the look of papers do not reach them."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest
from drafted import told

from drafter.app.library import Library
from drafter.practice.documents.registry import DOCUMENTS

COUNSELED = {"counsel.status": "retained", "counsel.name": "Ann Lee", "counsel.phone": "555-0100"}
LETTERS = [one.id for one in DOCUMENTS if one.letter]


def parts(data_dir: Path, out: Path, document: str, district: str) -> tuple[str, str]:
    """The main part and the styles of a paper that the program writes for a court."""
    library = Library(data_dir, today=lambda: date(2026, 11, 23))
    session = library.open_case(library.new_sample("complete"))
    session.set_answer("case.district", district)
    (path,) = session.draft(out, documents=(document,)).files
    library.close()
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
        return package.read("word/document.xml").decode(), package.read("word/styles.xml").decode()


def test_what_no_court_receives_as_a_paper_is_a_letter() -> None:
    assert {"warden_request", "records_request", "letter_guide", "physician_statement"} <= set(LETTERS)
    assert not {"motion", "exhaustion_declaration", "release_plan", "appearance"} & set(LETTERS)


@pytest.mark.parametrize("document", LETTERS)
def test_a_letter_has_no_numbered_lines_where_the_papers_of_the_court_have(
    document: str, data_dir: Path, tmp_path: Path
) -> None:
    assert "lnNumType" not in parts(data_dir, tmp_path, document, "casd")[0]


def test_a_paper_for_that_court_has_them(data_dir: Path, tmp_path: Path) -> None:
    assert "lnNumType" in parts(data_dir, tmp_path, "exhaustion_declaration", "casd")[0]


@pytest.mark.parametrize(("document", "half_points"), [("letter_guide", 24), ("exhaustion_declaration", 26)])
def test_the_size_that_a_court_asks_for_is_that_of_its_papers(
    document: str, half_points: int, data_dir: Path, tmp_path: Path
) -> None:
    styles = parts(data_dir, tmp_path, document, "flmd")[1]
    defaults = styles.partition("</w:docDefaults>")[0]
    assert f'<w:sz w:val="{half_points}"/>' in defaults


@pytest.mark.parametrize("document", ["warden_request", "records_request"])
def test_the_letterhead_of_the_firm_heads_its_letters_in_place_of_name_and_office(document: str) -> None:
    head = ["Example & Example", "300 Example Street"]
    body = told(document, COUNSELED | {"form.letterhead": "\n".join(head)})
    assert body.startswith("\n".join(head))
    assert "555-0100" not in body, "the lines of the firm stand alone"
    plain = told(document, COUNSELED)
    assert plain.startswith("Ann Lee")
    assert "555-0100" in plain


@pytest.mark.parametrize("more", [{"counsel.status": "pro_se"}, {"warden.sent_by": "family"}])
def test_a_letter_that_counsel_does_not_sign_has_no_letterhead_of_the_firm(more: dict[str, str]) -> None:
    raw = COUNSELED | {"form.letterhead": "Example & Example", "warden.sent": True}
    assert "Example & Example" not in told("warden_request", raw | more)
