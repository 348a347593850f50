"""What every test stands on: no window on a screen, no file of the user touched, no tool skipped unseen."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest
from disks import Disk, mounted
from hypothesis import settings

# No test is timed: a crowded machine may take as long as it likes for one example.
settings.register_profile("drafter", deadline=None)
settings.load_profile("drafter")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything imports Qt
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"  # nobody's own keyring is ever touched

#: Set by .ci/run: there a missing tool is a fault of the machine and fails the test that needs it.
NO_SKIP = "DRAFTER_NO_SKIP"

#: Where programs look for a user's own files on Linux, macOS and Windows, below one home folder.
HOMES = {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
    "XDG_CACHE_HOME": ".cache",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
}


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """Know the settings of pytest-qt where it is left out: what is pure is tested without Qt installed."""
    if not pluginmanager.has_plugin("pytest-qt"):
        for setting in ("qt_api", "qt_log_level_fail"):
            parser.addini(setting, "a setting of pytest-qt, which is not loaded")


@pytest.fixture
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which the program keeps every file during this test; not inside ``tmp_path``."""
    return tmp_path_factory.mktemp("data")


@pytest.fixture(autouse=True)
def _isolated(data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the test away from the user's own data, settings and home."""
    monkeypatch.setenv("DRAFTER_DATA_DIR", str(data_dir))
    for name, below in HOMES.items():
        monkeypatch.setenv(name, str(data_dir.with_name(f"{data_dir.name}-home") / below))


@pytest.fixture(autouse=True)
def _without_libreoffice(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a paper with tables go uncounted: LibreOffice takes seconds, and only some tests ask for it."""
    if "soffice" not in request.fixturenames:
        monkeypatch.setattr("drafter.paths._OFFICE", ())


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> Iterator[type[Any]]:
    """A system's keyring, tests/lib/fake_ring.py: empty, and in order until a test wants it otherwise."""
    import fake_ring  # it loads keyring, which most tests do without

    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "fake_ring.FakeRing")
    fake_ring.FakeRing.begin()
    yield fake_ring.FakeRing
    fake_ring.FakeRing.talks.set()  # or a thread would wait for ever


@pytest.fixture(scope="session")
def tool() -> Callable[..., str]:
    """Find a program by any of its names, or skip the test; where DRAFTER_NO_SKIP=1, fail it."""

    def find(*names: str) -> str:
        for name in names:
            if path := shutil.which(name):
                return path
        lacking(f"{names[0]} is not installed on this machine")

    return find


def lacking(reason: str) -> NoReturn:
    """Skip the test for what the machine lacks; where DRAFTER_NO_SKIP=1, fail it."""
    if os.environ.get(NO_SKIP) == "1":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture
def disk(tmp_path: Path, tool: Callable[..., str]) -> Iterator[Disk]:
    """A disk of eight megabytes; only an administrator may mount one, and in many containers not even he."""
    tool("mount")
    small = mounted(tmp_path / "disk", 8)
    if small is None:  # no tool that could be installed: skipped, also where nothing else may be
        pytest.skip("no disk may be mounted here")
    yield small
    small.end()


@pytest.fixture(scope="session")
def soffice(tool: Callable[..., str]) -> str:
    """LibreOffice's program, for the tests that look at a paper as pages."""
    return tool("soffice", "libreoffice")
