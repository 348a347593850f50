"""The command line over the test's own folder, and a hand that edits Word files."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from command_line import Drafter, on_a_day_that_stays

from drafter import paths

Edit = Callable[[Path, str, str], None]


@pytest.fixture
def drafter(data_dir: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Drafter:
    """The program on a day that stays the same."""
    on_a_day_that_stays(monkeypatch)
    return Drafter(data_dir, capsys)


@pytest.fixture
def edit() -> Edit:
    """Change words in a file as a person does in Word, and save it."""
    return _edit


def _edit(path: Path, old: str, new: str) -> None:
    """Change words as a person does in Word, and save."""
    document = docx.Document(str(path))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    paragraphs = [*document.paragraphs, *(one for cell in cells for one in cell.paragraphs)]
    found = [run for paragraph in paragraphs for run in paragraph.runs if old in run.text]
    assert found, f"{old} is not in {path}"
    for run in found:
        run.text = run.text.replace(old, new)
    document.save(str(path))


@pytest.fixture
def newer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str, str], None]:
    """A newer program, in one shipped template of which other words stand."""
    later = tmp_path / "later"
    real = paths._shipped
    shutil.copytree(real("templates"), later)

    def change(name: str, old: str, new: str) -> None:
        _edit(later / name, old, new)
        monkeypatch.setattr(
            paths, "_shipped", lambda folder: later if folder == "templates" else real(folder)
        )

    return change
