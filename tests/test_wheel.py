"""The wheel holds everything the program reads, and the program finds it there."""

from __future__ import annotations

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
print(len(paths.template_bytes(sys.argv[2])), len(paths.resource_text(sys.argv[3])))
print(len(paths.manual_text("index")))
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


def shipped(room: str) -> set[str]:
    """What the wheel must hold of a folder: all but the templates' text sources."""
    return {name for name in files_below(ROOT / room) if not name.startswith("source/")}


@pytest.mark.parametrize("room", ["templates", "resources", "docs/manual", "docs/pictures"])
def test_every_template_resource_and_page_of_the_manual_is_in_the_wheel(wheel: Path, room: str) -> None:
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    assert shipped(room), f"{room}/ is empty"
    assert {name for name in inside if name.startswith(f"drafter/{room}/")} == {
        f"drafter/{room}/{name}" for name in shipped(room)
    }


def test_the_wheel_carries_its_licences(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert any(name.endswith("NOTICES.md") for name in names)


def test_templates_resources_and_manual_are_found_in_an_installed_wheel(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    template = min(name for name in shipped("templates") if name.endswith(".docx"))
    resource = min(name for name in shipped("resources") if name.endswith(".toml"))
    done = subprocess.run(
        [sys.executable, "-I", "-c", FIND, tmp_path / "site", template, resource],
        check=True,
        capture_output=True,
        cwd=tmp_path,
        encoding="utf-8",
    )
    package, *sizes = done.stdout.splitlines()
    assert Path(package).is_relative_to(tmp_path / "site")
    assert all(int(size) > 0 for size in " ".join(sizes).split())
