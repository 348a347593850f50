"""``drafter --self-test``: whether this installation works and its content is sound."""

from __future__ import annotations

import tempfile
from pathlib import Path

from drafter.app.library import Library
from drafter.app.samples import SAMPLES
from drafter.app.spelling import Speller, english
from drafter.errors import DrafterError


def faults() -> list[str]:
    """Open a temporary database, check the content, draft every document of every sample; name the faults."""
    found: list[str] = []
    with tempfile.TemporaryDirectory(prefix="drafter-self-test-") as folder:
        library = Library(Path(folder))
        try:
            for name in SAMPLES:
                found += _sample_faults(library, name, Path(folder) / name)
            if (integrity := library.integrity()) != "ok":
                found.append(f"the temporary database is not sound: {integrity}")
            if Speller(english()).unknown({"sentence", "sentance"}) != {"sentance"}:
                found.append("the English list of words is not sound")
        except (DrafterError, ImportError, OSError, ValueError, LookupError) as fault:
            found.append(f"{type(fault).__name__}: {fault}")
        finally:
            library.close()
    return found


def _sample_faults(library: Library, name: str, out: Path) -> list[str]:
    session = library.open_case(library.new_sample(name))
    report = session.draft(out, documents=session.documents())
    found = [f"{name}: {path.name} is empty" for path in report.files if path.stat().st_size == 0]
    if not report.files:
        found.append(f"{name}: no document was drafted")
    if "<html" not in session.preview():
        found.append(f"{name}: the preview is empty")
    return found
