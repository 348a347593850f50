"""The wheel holds everything the program reads, and the program finds it there."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FIND = """
import sys
sys.path.insert(0, sys.argv[1])
import drafter, drafter.paths as paths
print(drafter.__file__)
print(paths.templates())
print(paths.resources())
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "-qq", "--no-deps", "--no-build-isolation"]
    subprocess.run([*command, "--wheel-dir", folder, ROOT], check=True)
    return next(folder.glob("drafter-*.whl"))


def files_below(folder: Path) -> set[str]:
    files = (path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {file.relative_to(folder).as_posix() for file in files}


def test_every_template_and_resource_is_in_the_wheel(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    for room in ("templates", "resources"):
        there = {name for name in files_below(ROOT / room) if not name.startswith("source/")}
        assert there, f"{room}/ is empty"
        assert {f"drafter/{room}/{name}" for name in there} <= inside


def test_the_wheel_carries_its_licences(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert any(name.endswith("NOTICES.md") for name in names)


def test_paths_are_found_in_an_installed_wheel(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    done = subprocess.run(
        [sys.executable, "-c", FIND, tmp_path / "site"],
        check=True,
        capture_output=True,
        cwd=tmp_path,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    package, *folders = (Path(line) for line in done.stdout.splitlines())
    assert package.is_relative_to(tmp_path / "site")
    for folder in folders:
        assert folder.is_relative_to(tmp_path / "site")
        assert any(folder.iterdir())
