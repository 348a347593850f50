"""What is pure needs no Qt: its modules and its tests are imported where PySide6 cannot be."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

#: A module that is None in sys.modules cannot be imported: the import raises.
WITHOUT_QT = """
import importlib, pkgutil, sys
sys.modules["PySide6"] = None
try:
    import PySide6
except ImportError:
    pass
else:
    sys.exit("PySide6 could be imported all the same")
names = []
for room in ("drafter.core", "drafter.law", "drafter.practice"):
    path = importlib.import_module(room).__path__
    names += [room, *(found.name for found in pkgutil.walk_packages(path, room + "."))]
for name in names:
    importlib.import_module(name)
print(*names)
import pytest
sys.exit(pytest.main(["--collect-only", "-q", "-p", "no:pytest-qt", "tests/core", "tests/law"]))
"""


def test_core_law_and_practice_and_the_tests_of_the_first_two_are_imported_without_qt() -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_QT], cwd=ROOT, capture_output=True, check=False, encoding="utf-8"
    )
    assert done.returncode == 0, done.stdout + done.stderr
    imported = done.stdout.splitlines()[0].split()
    files = (
        file for room in ("core", "law", "practice") for file in (ROOT / "src/drafter" / room).rglob("*.py")
    )
    modules = [".".join(file.relative_to(ROOT / "src").with_suffix("").parts) for file in files]
    assert sorted(imported) == sorted(module.removesuffix(".__init__") for module in modules)
    assert Path(__file__).name in done.stdout
