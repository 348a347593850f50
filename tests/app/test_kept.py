"""What is kept of a template changes no paper, and lies where no data folder from elsewhere can bring it."""

from __future__ import annotations

import hashlib
import io
import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest

from drafter import paths
from drafter.app.library import Library
from drafter.app.samples import SAMPLES
from drafter.practice.documents.document import Paper
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.motion import MotionContext
from drafter.practice.documents.pleading import Pleading
from drafter.practice.documents.registry import DOCUMENTS
from drafter.render.engine import Template

TODAY = date(2026, 11, 23)


def drafted(folder: Path, name: str, data_dir: Path) -> dict[str, bytes]:
    """Every document of a sample, by its file's name, as a process draws it up that has just started."""
    Template._cache.clear()
    library = Library(data_dir, today=lambda: TODAY)
    case = library.open_case(library.new_sample(name))
    report = case.draft(folder, documents=[document.id for document in DOCUMENTS])
    library.close()
    return {file.name: file.read_bytes() for file in report.files}


@pytest.mark.parametrize("name", SAMPLES)
def test_every_document_is_the_same_file_with_and_without_a_kept_form(
    name: str, data_dir: Path, tmp_path: Path
) -> None:
    fresh = drafted(tmp_path / "fresh", name, data_dir)
    forms = sorted(paths.cache_folder().iterdir())
    assert len(forms) == len(DOCUMENTS)
    times = [form.stat().st_mtime_ns for form in forms]
    kept = drafted(tmp_path / "kept", name, data_dir)
    assert [form.stat().st_mtime_ns for form in sorted(paths.cache_folder().iterdir())] == times
    assert kept == fresh
    for file in kept.values():
        assert len(docx.Document(io.BytesIO(file)).paragraphs) > 5
        with zipfile.ZipFile(io.BytesIO(file)) as package:
            assert package.testzip() is None


def test_kept_forms_lie_outside_the_data_folder(data_dir: Path, tmp_path: Path) -> None:
    drafted(tmp_path, "vailes", data_dir)
    for file in paths.cache_folder().iterdir():
        assert not file.is_relative_to(data_dir)
        content = file.read_bytes()
        assert hashlib.sha256(content[32:]).digest() == content[:32]


def test_findings_and_preview_of_the_same_answers_make_the_motion_once(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Facts] = []
    paper = Pleading.paper

    def counted(motion: Pleading[MotionContext], facts: Facts) -> Paper:
        made.append(facts)
        return paper(motion, facts)

    monkeypatch.setattr(Pleading, "paper", counted)
    library = Library(data_dir, today=lambda: TODAY)
    case = library.open_case(library.new_sample("complete"))
    before = case.findings(), case.preview()
    assert len(made) == 1
    case.set_answer("movant.name", {"given": "Ann", "family": "Roe"})
    assert "Ann Roe" in case.preview()
    assert case.findings() == before[0]
    assert len(made) == 2
    case.preview(date(2026, 12, 1))
    assert len(made) == 3
    library.close()
