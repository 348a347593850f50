"""What is handed out names every library in it, and asks for what it needs."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
#: Asked for by sqlite-utils for a command of its own; packaging/drafter.spec leaves it out.
NOT_SHIPPED = {"pip"}


def test_every_locked_library_is_in_the_notices() -> None:
    lock = (ROOT / "requirements" / "run.txt").read_text(encoding="utf-8")
    notices = (ROOT / "packaging" / "NOTICES.md").read_text(encoding="utf-8").lower()
    names = set(re.findall(r"^([\w.-]+)==", lock, re.MULTILINE)) - NOT_SHIPPED
    assert len(names) > 10
    assert {name for name in names if name not in notices} == set()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="a .deb is made on Linux")
def test_deb_starts_the_program_and_asks_for_qts_libraries(tmp_path: Path, tool: Callable[..., str]) -> None:
    dpkg = tool("dpkg-deb")
    built = tmp_path / "built"
    built.mkdir()
    (built / "drafter").write_text("#!/bin/sh\necho drafter\n", encoding="utf-8")
    (built / "drafter").chmod(0o700)
    script = ROOT / "packaging" / "linux" / "make_deb.py"
    subprocess.run([sys.executable, script, built, tmp_path / "out"], check=True, capture_output=True)
    package = next((tmp_path / "out").glob("drafter_*.deb"))

    fields = subprocess.run([dpkg, "--field", package], check=True, capture_output=True, text=True).stdout
    assert "libglib2.0-0 | libglib2.0-0t64" in fields
    assert "libxcb-cursor0" in fields
    subprocess.run([dpkg, "--extract", package, tmp_path / "root"], check=True)
    link = tmp_path / "root" / "usr" / "bin" / "drafter"
    assert str(link.readlink()) == "/opt/drafter/drafter"
    assert (tmp_path / "root" / "opt" / "drafter" / "drafter").stat().st_mode & 0o777 == 0o755
    copyright_file = tmp_path / "root" / "usr" / "share" / "doc" / "drafter" / "copyright"
    assert "LGPL-2.1" in copyright_file.read_text(encoding="utf-8")
    desktop = tmp_path / "root" / "usr" / "share" / "applications" / "drafter.desktop"
    assert "Exec=/opt/drafter/drafter\n" in desktop.read_text(encoding="utf-8")


def test_the_build_leaves_out_nothing_that_the_program_imports() -> None:
    recipe = (ROOT / "packaging" / "drafter.spec").read_text(encoding="utf-8")
    found = re.search(r"^EXCLUDES = \[(.*?)\]", recipe, re.MULTILINE | re.DOTALL)
    assert found
    excluded = re.findall(r'"([\w.]+)"', found[1])
    assert "pip" in excluded
    sources = "\n".join(file.read_text(encoding="utf-8") for file in (ROOT / "src").rglob("*.py"))
    imports = "\n".join(re.findall(r"^\s*(?:from|import)\s.*", sources, re.MULTILINE))
    assert {name for name in excluded if re.search(rf"\b{name.split('.')[-1]}\b", imports)} == set()


def test_the_build_brings_the_english_list_of_words_and_no_other() -> None:
    from PyInstaller.utils.hooks import collect_data_files  # type: ignore[import-untyped]

    recipe = (ROOT / "packaging" / "drafter.spec").read_text(encoding="utf-8")
    asked = re.search(r'collect_data_files\("spellchecker", includes=\["([^"]+)"\]\)', recipe)
    assert asked
    collected = collect_data_files("spellchecker", includes=[asked[1]])
    assert [(Path(file).name, Path(folder).as_posix()) for file, folder in collected] == [
        ("en.json.gz", "spellchecker/resources")
    ]
    assert Path(collected[0][0]).stat().st_size > 100_000


def test_the_build_and_the_wheel_ship_the_same_folders() -> None:
    recipe = (ROOT / "packaging" / "drafter.spec").read_text(encoding="utf-8")
    found = re.search(r"for room in \((.*?)\):", recipe)
    assert found
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]["only-include"]
    rooms = re.findall(r'"([\w/]+)"', found[1])
    assert ["src/drafter", *rooms] == wheel
    assert all(any((ROOT / room).iterdir()) for room in rooms)
