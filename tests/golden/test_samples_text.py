"""The whole motion of each sample as text, so that a change in any sentence is seen in review.

``DRAFTER_WRITE_GOLDEN=1 python3 dev.py test tests/golden`` writes the files anew; read the difference before
you commit it.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from drafter.app.library import Library
from drafter.app.samples import SAMPLES
from drafter.render.outline import to_text

#: The day on which every golden is drafted; a sample with a filing date of its own keeps it.
TODAY = date(2026, 11, 23)
WRITE = os.environ.get("DRAFTER_WRITE_GOLDEN") == "1"


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_samples_motion_reads_as_before(sample: str, data_dir: Path, tmp_path: Path) -> None:
    library = Library(data_dir, today=lambda: TODAY)
    report = library.open_case(library.new_sample(sample)).draft(tmp_path)
    library.close()
    text = to_text(report.files[0].read_bytes())
    golden = Path(__file__).parent / f"{sample}.txt"
    if WRITE:
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert text == golden.read_text(encoding="utf-8")
