#!/usr/bin/env python3
"""The one door for whoever works on drafter: ``python3 dev.py COMMAND``.

A bare machine needs Python 3.11 or newer and this checkout, nothing else.  Every command first makes sure
of its environment: it creates ``.venv`` when there is none, installs the locked packages into it when the
lock files have changed, and, before anything that starts Qt on Linux, looks for Qt's system libraries and
for a font.  What it cannot install itself it names in one line to type, and stops with exit code 2.

Only the standard library is used here, because this runs before anything is installed.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
OUT = ROOT / "out"
LOCKS = (ROOT / "requirements" / "run.txt", ROOT / "requirements" / "dev.txt")
STAMP = VENV / "drafter-stamp.txt"
NEEDS_PYTHON = (3, 11)
OK, FAILED, CANNOT = 0, 1, 2

#: Qt's system libraries and two font families, as Debian names them, for an offscreen program.
QT_PACKAGES = (
    "libglib2.0-0", "libgl1", "libegl1", "libxkbcommon0", "libdbus-1-3", "libfontconfig1",
    "fonts-liberation", "fonts-dejavu-core",
)  # fmt: skip
#: What a window on an X display needs besides.
XCB_PACKAGES = (
    "libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0", "libxcb-xkb1",
    "libxkbcommon-x11-0",
)  # fmt: skip
#: Names that changed in newer releases; tried only when the first names are refused.
RENAMED = {"libglib2.0-0": "libglib2.0-0t64"}

FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
FONT_ENDINGS = (".ttf", ".otf", ".ttc", ".pfb")

CACHES = (".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis", ".import_linter_cache")
RUBBISH = ("build", "dist", *CACHES)

START_QT = "from PySide6.QtWidgets import QApplication; QApplication([])"


class CannotError(Exception):
    """Something outside this checkout is missing; the message is what a person is told."""


# --- running things ----------------------------------------------------------------------------------


def python_of(venv: Path) -> Path:
    """The interpreter inside a virtual environment, on this system."""
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def run(command: Sequence[str | Path], env: Mapping[str, str] | None = None) -> int:
    """Run ``command`` from the top of the checkout, its output going where ours goes."""
    sys.stdout.flush()
    return subprocess.run([str(part) for part in command], cwd=ROOT, env=env, check=False).returncode


def in_venv(*arguments: str | Path) -> int:
    """Run the environment's Python with ``arguments``."""
    return run([python_of(VENV), *arguments])


def must(command: Sequence[str | Path], what: str) -> None:
    """Run ``command``; when it fails, stop with a sentence that says ``what`` did."""
    if run(command) != OK:
        raise CannotError(f"{what} failed; its own message is above.")


def say(*lines: str) -> None:
    """Print lines for a person, at once."""
    print(*lines, sep="\n", flush=True)


# --- the environment ---------------------------------------------------------------------------------


def fingerprint(files: Iterable[Path]) -> str:
    """One hash over the names and contents of ``files``: when it changes, packages are installed anew."""
    total = hashlib.sha256()
    for file in files:
        total.update(file.name.encode())
        total.update(file.read_bytes().replace(b"\r\n", b"\n"))
    return total.hexdigest()


def stale(stamp: Path, wanted: str) -> bool:
    """Whether the environment that wrote ``stamp`` was installed from other files than today's."""
    return not stamp.is_file() or stamp.read_text(encoding="utf-8").strip() != wanted


def ensure_environment() -> None:
    """Make ``.venv`` when it is absent, and install the lock into it when the lock has changed."""
    wanted = fingerprint([*LOCKS, ROOT / "pyproject.toml"])
    if not python_of(VENV).exists():
        create_environment()
    elif not stale(STAMP, wanted):
        return
    say("Installing the locked packages into .venv (once per change of the lock; a minute or two) …")
    pip: list[str | Path] = [python_of(VENV), "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    must([*pip, "--require-hashes", "--requirement", LOCKS[-1]], "Installing the locked packages")
    must([*pip, "--no-deps", "--no-build-isolation", "--editable", ROOT], "Installing drafter itself")
    STAMP.write_text(wanted + "\n", encoding="utf-8")


def create_environment() -> None:
    """Make an empty virtual environment, first getting Debian's separate ``venv`` package if need be."""
    if importlib.util.find_spec("ensurepip") is None:
        install_system(("python3-venv",), "This Python cannot make virtual environments")
        importlib.invalidate_caches()
    say("Making the virtual environment .venv …")
    must([sys.executable, "-m", "venv", "--clear", VENV], "Making the virtual environment")


# --- the system's packages ---------------------------------------------------------------------------


def apt_line(packages: Sequence[str]) -> str:
    """The one line that a person types to install ``packages``."""
    return "sudo apt-get update && sudo apt-get install --no-install-recommends " + shlex.join(packages)


def renamed(packages: Sequence[str]) -> list[str]:
    """``packages`` under the names that newer releases use."""
    return [RENAMED.get(name, name) for name in packages]


def install_system(packages: Sequence[str], why: str) -> None:
    """Install system packages as root on Debian's family; otherwise stop and say what to type."""
    if not shutil.which("apt-get"):
        raise CannotError(f"{why}. Install what your system calls:\n{' '.join(packages)}")
    if not hasattr(os, "geteuid") or os.geteuid() != 0:
        raise CannotError(f"{why}. Install it with this line, then run this again:\n{apt_line(packages)}")
    say(f"{why}; installing: {' '.join(packages)}")
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["apt-get", "install", "--yes", "--quiet", "--no-upgrade", "--no-install-recommends"]
    run(["apt-get", "update", "--quiet"], env)
    if run([*install, *packages], env) != OK and run([*install, *renamed(packages)], env) != OK:
        raise CannotError(f"{why}, and apt-get could not install it. By hand:\n{apt_line(packages)}")


def has_display(platform: str, env: Mapping[str, str]) -> bool:
    """Whether a window can be shown: always on Windows and macOS, on Linux when a display is named."""
    return not platform.startswith("linux") or bool(env.get("DISPLAY") or env.get("WAYLAND_DISPLAY"))


def qt_packages(*, window: bool) -> tuple[str, ...]:
    """The system packages that Qt needs: for a window, also those of its X plugin."""
    return QT_PACKAGES + (XCB_PACKAGES if window else ())


def lacks_library(message: str) -> bool:
    """Whether what Qt said on failing means that a system library is missing."""
    message = message.lower()
    if "could not connect to display" in message:
        return False
    return "cannot open shared object" in message or "could not load the qt platform plugin" in message


def qt_failure(*, window: bool) -> str:
    """What Qt says when it cannot start here, with a window or offscreen; empty when it starts."""
    env = dict(os.environ) if window else {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [str(python_of(VENV)), "-c", START_QT]
    tried = subprocess.run(command, env=env, capture_output=True, text=True, errors="replace", check=False)
    if tried.returncode == OK:
        return ""
    return tried.stderr.strip() or f"it ended with code {tried.returncode}"


def has_font() -> bool:
    """Whether any font is installed: without one, Qt draws every letter as a box and says nothing."""
    if fc_list := shutil.which("fc-list"):
        found = subprocess.run([fc_list], capture_output=True, check=False).stdout.strip()
        if found:
            return True
    folders = [Path(folder).expanduser() for folder in FONT_FOLDERS]
    return any(file.suffix.lower() in FONT_ENDINGS for folder in folders for file in folder.rglob("*"))


def ensure_qt(*, window: bool) -> None:
    """On Linux, make sure that Qt can start and has a font to draw with."""
    if not sys.platform.startswith("linux"):
        return
    failure = qt_failure(window=window)
    if lacks_library(failure):
        install_system(qt_packages(window=window), "Qt's system libraries are missing")
        failure = qt_failure(window=window)
    elif not failure and not has_font():
        install_system(QT_PACKAGES, "No font is installed, so every letter would be a box")
    if failure:
        raise CannotError(f"Qt does not start on this machine. It says:\n{failure}")


# --- the commands ------------------------------------------------------------------------------------


def command_run(arguments: Sequence[str]) -> int:
    """Open the sample case in the window; without a display, draft its whole kit into out/."""
    if has_display(sys.platform, os.environ):
        return in_venv("-m", "drafter", "--open-sample", "vailes", *arguments)
    say("No display here, so the sample case is drafted without the window.")
    return draft_sample()


def draft_sample() -> int:
    """Draft every paper of the sample case into ``out/`` and say what came of it."""
    case = drafter_json("new", "--sample", "vailes")["case"]
    made = drafter_json("draft", str(case), "--kit", "--out", str(OUT))
    say(*summary(made, ROOT))
    return OK


def drafter_json(*arguments: str) -> dict[str, Any]:
    """What ``drafter … --json`` answers, with the sample's data kept in ``out/data``."""
    program = [str(python_of(VENV)), "-m", "drafter", "--data-dir", str(OUT / "data"), *arguments, "--json"]
    done = subprocess.run(program, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8", check=False)
    if done.returncode != OK:
        raise CannotError(f"drafter {arguments[0]} failed; its own message is above.")
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def summary(made: Mapping[str, Any], root: Path) -> list[str]:
    """What ``drafter draft`` answered, in sentences for a person."""
    files, missing, problems = made["files"], made["missing"], made["problems"]
    lines = [f"Drafted {counted(len(files), 'file')}:"]
    lines += [f"  {shown(Path(file), root)}" for file in files]
    lines.append(
        f"{counted(len(missing), 'fact')} still missing{': each a bracketed blank.' if missing else '.'}"
    )
    if problems:
        lines.append(f"{counted(len(problems), 'problem')} to look at; “drafter show” lists them.")
    return lines


def counted(number: int, noun: str) -> str:
    """``1 file``, ``2 files``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def shown(file: Path, root: Path) -> Path:
    """``file`` as a person reads it: relative to the checkout when it lies inside."""
    return file.relative_to(root) if file.is_relative_to(root) else file


def command_test(arguments: Sequence[str]) -> int:
    """Run the tests; further arguments go to pytest."""
    return in_venv("-m", "pytest", *arguments)


#: What is pure is tested without Qt, so pytest's plugin for Qt stays out.
PURE_TESTS = ("tests/core", "tests/law")


def command_coverage(arguments: Sequence[str]) -> int:
    """Run the tests of what is pure; fail while a branch of it is not tested.  Arguments go to pytest."""
    tested = in_venv("-m", "coverage", "run", "-m", "pytest", "-p", "no:pytest-qt", *PURE_TESTS, *arguments)
    return OK if tested == OK and in_venv("-m", "coverage", "report") == OK else FAILED


def command_lint(arguments: Sequence[str]) -> int:
    """Check style, format, types, who imports whom, and that the Word templates match their sources."""
    if unknown := set(arguments) - set(LINTERS):
        raise CannotError(f"lint knows {', '.join(LINTERS)}; not {', '.join(sorted(unknown))}.")
    results = {name: in_venv(*call) for name, call in LINTERS.items() if not arguments or name in arguments}
    failed = [name for name, result in results.items() if result != OK]
    say(f"lint: {', '.join(failed)} found something." if failed else f"lint: {', '.join(results)}: all fine.")
    return FAILED if failed else OK


LINTERS: dict[str, tuple[str, ...]] = {
    "ruff": ("-m", "ruff", "check"),
    "format": ("-m", "ruff", "format", "--check"),
    "mypy": ("-m", "mypy"),
    "imports": ("-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"),
    "templates": ("tools/compile_templates.py", "--check"),
}


def command_format(arguments: Sequence[str]) -> int:
    """Put the code into its format and mend what can be mended safely."""
    mended = in_venv("-m", "ruff", "check", "--fix", "--quiet", *arguments)
    return in_venv("-m", "ruff", "format", *arguments) or mended


#: For every system and Python at once, with hashes, and naming neither a host nor a folder of this machine.
UV_COMPILE = (
    *("-m", "uv", "pip", "compile", "pyproject.toml", "--quiet", "--universal", "--python-version=3.11"),
    *("--generate-hashes", "--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"),
)


def command_lock(arguments: Sequence[str]) -> int:
    """Write the lock files anew, for every system and Python; ``--upgrade`` takes newer versions."""
    with tempfile.TemporaryDirectory() as folder:
        tools = Path(folder) / "venv"
        must([sys.executable, "-m", "venv", tools], "Making a throwaway environment")
        must([python_of(tools), "-m", "pip", "install", "-qq", "uv"], "Installing uv")
        compiler: list[str | Path] = [python_of(tools), *UV_COMPILE, *arguments]
        run_lock, dev_lock = (lock.relative_to(ROOT) for lock in LOCKS)
        must([*compiler, "--output-file", run_lock], "Locking")
        must([*compiler, "--extra=dev", "--constraint", run_lock, "--output-file", dev_lock], "Locking")
    if named := [lock.name for lock in LOCKS if "://" in lock.read_text(encoding="utf-8")]:
        raise CannotError(
            f"A host or a folder of this machine is named in {', '.join(named)}; do not commit it."
        )
    return OK


def command_clean(arguments: Sequence[str]) -> int:
    """Remove what was built; with ``--all`` also .venv and out/."""
    names = [*RUBBISH, *((".venv", "out") if "--all" in arguments else ())]
    for path in [*(ROOT / name for name in names), *(ROOT / "src").rglob("__pycache__")]:
        shutil.rmtree(path, ignore_errors=True)
    return OK


def script(path: str) -> Callable[[Sequence[str]], int]:
    """A command that is a script of this checkout, run in the environment."""
    return lambda arguments: in_venv(path, *arguments)


@dataclass(frozen=True)
class Command:
    """One subcommand: what it says of itself, what it does, and what it needs first."""

    help: str
    do: Callable[[Sequence[str]], int]
    needs_environment: bool = True
    needs_qt: bool = False
    shows_window: bool = False


COMMANDS: dict[str, Command] = {
    "run": Command(
        "open the sample case; without a display, draft it into out/",
        command_run,
        needs_qt=True,
        shows_window=True,
    ),
    "test": Command("run the tests; further arguments go to pytest", command_test, needs_qt=True),
    "coverage": Command("run the tests of core and law; each branch must be tested", command_coverage),
    "lint": Command("check style, format, types, imports and templates", command_lint),
    "format": Command("put the code into its format", command_format),
    "bench": Command("measure the program", script("benchmarks/run.py"), needs_qt=True),
    "package": Command("build the program to hand out", script("packaging/build.py"), needs_qt=True),
    "screenshots": Command(
        "take the pictures of the documentation", script("tools/screenshots.py"), needs_qt=True
    ),
    "templates": Command(
        "compile the Word templates; --check compares", script("tools/compile_templates.py")
    ),
    "lock": Command("write the lock files anew; --upgrade", command_lock, needs_environment=False),
    "clean": Command(
        "remove what was built; --all: .venv and out/ too", command_clean, needs_environment=False
    ),
}


def parser() -> argparse.ArgumentParser:
    """The command line: a command, and arguments that are the command's own business."""
    listing = "\n".join(f"  {name:<12} {command.help}" for name, command in COMMANDS.items())
    result = argparse.ArgumentParser(
        prog="dev.py", epilog=f"commands:\n{listing}", formatter_class=argparse.RawDescriptionHelpFormatter
    )
    result.add_argument("command", choices=COMMANDS, metavar="COMMAND")
    result.add_argument("arguments", nargs=argparse.REMAINDER, metavar="…", help="handed on to the command")
    return result


def main(argv: Sequence[str] | None = None) -> int:
    """Prepare what the command needs, and do it."""
    if sys.version_info < NEEDS_PYTHON:
        say(f"drafter needs Python 3.11 or newer; this is {sys.version.split()[0]}.")
        return CANNOT
    parsed = parser().parse_args(argv)
    command = COMMANDS[parsed.command]
    try:
        if command.needs_environment:
            ensure_environment()
        if command.needs_qt:
            ensure_qt(window=command.shows_window and has_display(sys.platform, os.environ))
        return command.do(parsed.arguments)
    except CannotError as reason:
        print(reason, file=sys.stderr)
        return CANNOT
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
