"""dev.py: what it decides, without installing anything."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent


def load_dev() -> ModuleType:
    spec = importlib.util.spec_from_file_location("drafter_dev", ROOT / "dev.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


dev = load_dev()


def test_changed_lock_makes_the_environment_stale(tmp_path: Path) -> None:
    lock, stamp = tmp_path / "run.txt", tmp_path / "stamp"
    lock.write_text("lxml==6.1.3\n", encoding="utf-8")
    before = dev.fingerprint([lock])
    assert dev.stale(stamp, before)
    stamp.write_text(before + "\n", encoding="utf-8")
    assert not dev.stale(stamp, before)
    lock.write_text("lxml==6.1.4\n", encoding="utf-8")
    assert dev.stale(stamp, dev.fingerprint([lock]))


def test_line_ends_of_a_checkout_do_not_make_it_stale(tmp_path: Path) -> None:
    unix, windows = tmp_path / "a" / "run.txt", tmp_path / "b" / "run.txt"
    for file, text in ((unix, b"one\ntwo\n"), (windows, b"one\r\ntwo\r\n")):
        file.parent.mkdir()
        file.write_bytes(text)
    assert dev.fingerprint([unix]) == dev.fingerprint([windows])


@pytest.mark.parametrize(
    ("platform", "env", "expected"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("darwin", {}, True),
        ("win32", {}, True),
    ],
)
def test_display(platform: str, env: dict[str, str], expected: bool) -> None:
    assert dev.has_display(platform, env) is expected


def test_window_needs_more_packages_than_offscreen() -> None:
    offscreen, window = dev.qt_packages(window=False), dev.qt_packages(window=True)
    assert "libxcb-cursor0" not in offscreen
    assert set(window) == set(offscreen) | set(dev.XCB_PACKAGES)


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("ImportError: libEGL.so.1: cannot open shared object file: No such file or directory", True),
        ('Could not load the Qt platform plugin "xcb" in "" even though it was found.', True),
        ("could not connect to display :7\nCould not load the Qt platform plugin", False),
        ("ModuleNotFoundError: No module named 'PySide6'", False),
        ("", False),
    ],
)
def test_only_missing_libraries_are_installed(message: str, expected: bool) -> None:
    assert dev.lacks_library(message) is expected


def test_what_to_type_is_one_line_with_every_package() -> None:
    line = dev.apt_line(dev.QT_PACKAGES)
    assert "\n" not in line
    assert line.startswith("sudo apt-get update && sudo apt-get install")
    assert all(name in line for name in dev.QT_PACKAGES)


@pytest.mark.parametrize(
    ("root", "apt", "expected"),
    [(False, "/usr/bin/apt-get", "sudo apt-get"), (False, None, "your system"), (True, None, "your system")],
)
def test_without_rights_or_apt_a_person_is_told_what_to_install(
    monkeypatch: pytest.MonkeyPatch, root: bool, apt: str | None, expected: str
) -> None:
    monkeypatch.setattr(dev.shutil, "which", lambda _: apt)
    monkeypatch.setattr(dev.os, "geteuid", lambda: 0 if root else 1000, raising=False)
    monkeypatch.setattr(dev, "run", lambda *_: pytest.fail("nothing may be run"))
    with pytest.raises(dev.CannotError, match=expected) as told:
        dev.install_system(("libgl1",), "A library is missing")
    assert "libgl1" in str(told.value)


def test_newer_package_names_are_tried_when_the_first_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[Sequence[str]] = []

    def refuse_old(command: Sequence[str], _env: object = None) -> int:
        tried.append(command)
        return 100 if "libglib2.0-0" in command else 0

    monkeypatch.setattr(dev.shutil, "which", lambda _: "/usr/bin/apt-get")
    monkeypatch.setattr(dev.os, "geteuid", lambda: 0, raising=False)
    monkeypatch.setattr(dev, "run", refuse_old)
    dev.install_system(("libglib2.0-0", "libgl1"), "A library is missing")
    assert [command[1] for command in tried] == ["update", "install", "install"]
    assert tried[-1][-2:] == ["libglib2.0-0t64", "libgl1"]


def test_summary_names_files_and_missing_facts(tmp_path: Path) -> None:
    made = {
        "files": [str(tmp_path / "out" / "motion.docx"), "/elsewhere/proposed-order.docx"],
        "missing": [{"question": "client.register_number", "ask": "Register number?"}],
        "problems": [],
    }
    assert dev.summary(made, tmp_path) == [
        "Drafted 2 files:",
        f"  {Path('out') / 'motion.docx'}",
        f"  {Path('/elsewhere/proposed-order.docx')}",
        "1 fact still missing: each a bracketed blank.",
    ]


def test_lint_says_what_failed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(dev, "in_venv", lambda *call: 1 if "mypy" in call else 0)
    assert dev.command_lint([]) == 1
    assert capsys.readouterr().out == "lint: mypy found something.\n"
    assert dev.command_lint(["ruff"]) == 0
    with pytest.raises(dev.CannotError, match="not pylint"):
        dev.command_lint(["pylint"])


@pytest.mark.parametrize(
    ("fails", "expected", "calls"), [("", 0, 2), ("run", 1, 1), ("report", 1, 2)], ids=("", "tests", "table")
)
def test_coverage_fails_with_its_tests_and_with_a_branch_that_is_not_tested(
    monkeypatch: pytest.MonkeyPatch, fails: str, expected: int, calls: int
) -> None:
    made: list[tuple[str, ...]] = []

    def in_venv(*call: str) -> int:
        made.append(call)
        return 2 if call[2] == fails else 0

    monkeypatch.setattr(dev, "in_venv", in_venv)
    assert dev.command_coverage(["-x"]) == expected
    assert len(made) == calls
    assert made[0][3:] == ("-m", "pytest", "-p", "no:pytest-qt", "tests/core", "tests/law", "-x")


def test_clean_keeps_the_environment_unless_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    for name in ("build", "out", ".venv", "src/drafter/__pycache__"):
        (tmp_path / name).mkdir(parents=True)
    assert dev.command_clean([]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == [".venv", "out", "src"]
    assert not (tmp_path / "src/drafter/__pycache__").exists()
    assert dev.command_clean(["--all"]) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["src"]


def test_locks_name_no_host_and_agree() -> None:
    pins = []
    for lock in dev.LOCKS:
        text = lock.read_text(encoding="utf-8")
        assert "://" not in text
        assert "--index" not in text
        pins.append({line.rstrip(" \\") for line in text.splitlines() if line[:1].isalnum()})
    run, development = pins
    assert run
    assert run <= development


def test_help_lists_every_command() -> None:
    done = subprocess.run(
        [sys.executable, ROOT / "dev.py", "--help"],
        capture_output=True,
        check=True,
        cwd=os.path.sep,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    assert all(f"  {name} " in done.stdout for name in dev.COMMANDS)
