"""The look of the papers, as the court's rules and the answers ask, in the files themselves."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import pytest

from drafter.app.library import Library

TODAY = date(2026, 11, 25)


def parts(data_dir: Path, out: Path, **answers: object) -> tuple[str, str]:
    library = Library(data_dir, today=lambda: TODAY)
    session = library.open_case(library.new_sample("complete"))
    session.fill({key.replace("__", "."): value for key, value in answers.items()})
    (paper,) = session.draft(out).files
    library.close()
    with zipfile.ZipFile(paper) as package:
        return package.read("word/styles.xml").decode(), package.read("word/document.xml").decode()


@pytest.mark.parametrize(
    ("answers", "size", "numbered"),
    [
        ({}, 24, False),
        ({"case__district": "flmd"}, 26, False),
        ({"case__district": "casd"}, 24, True),
        ({"case__district": "casd", "form__line_numbers": False, "form__size": 14}, 28, False),
    ],
)
def test_a_paper_is_set_as_its_court_asks(
    data_dir: Path, tmp_path: Path, answers: dict[str, object], size: int, numbered: bool
) -> None:
    styles, document = parts(data_dir, tmp_path, **answers)
    assert f'<w:sz w:val="{size}"/>' in styles.split("</w:docDefaults>")[0]
    assert ("<w:lnNumType" in document) == numbered


def test_another_font_is_in_every_style(data_dir: Path, tmp_path: Path) -> None:
    styles, _ = parts(data_dir, tmp_path, form__font="Century Schoolbook")
    assert "Century Schoolbook" in styles
    assert "Times New Roman" not in styles
