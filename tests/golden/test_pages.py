"""The made-up sample's motion keeps to the length that courts read: 12 to 18 pages as LibreOffice sets it."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

from drafter.app.library import Library


def test_the_complete_motion_has_twelve_to_eighteen_pages(
    data_dir: Path, tmp_path: Path, soffice: str, tool: Callable[..., str]
) -> None:
    library = Library(data_dir, today=lambda: date(2026, 11, 23))
    report = library.open_case(library.new_sample("complete")).draft(tmp_path, final=True)
    library.close()
    (paper,) = report.files
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    convert = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(paper)]
    subprocess.run(convert, check=True, capture_output=True, timeout=120)
    told = subprocess.run(
        [tool("pdfinfo"), str(paper.with_suffix(".pdf"))], check=True, capture_output=True, encoding="utf-8"
    )
    pages = re.search(r"^Pages:\s+(\d+)", told.stdout, re.MULTILINE)
    assert pages is not None
    assert 12 <= int(pages[1]) <= 18
