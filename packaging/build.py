"""Build the program to hand out: one directory, proved by its own self-test, then this system's package.

``--check`` stops after the self-test.  Everything lands in ``dist/``.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
BUILT = DIST / "drafter"
#: What belongs to the checkout or its environment, and must not help the built program to run.
FOREIGN = ("PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "QT_PLUGIN_PATH", "LD_LIBRARY_PATH")


def build() -> None:
    """Run PyInstaller on the recipe beside this file."""
    if sys.platform.startswith("linux") and not shutil.which("objdump"):
        sys.exit("PyInstaller needs objdump: sudo apt-get install --no-install-recommends binutils")
    shutil.rmtree(BUILT, ignore_errors=True)
    options = ["--noconfirm", "--log-level=WARN", f"--distpath={DIST}", f"--workpath={ROOT / 'build'}"]
    recipe = ROOT / "packaging" / "drafter.spec"
    command = [sys.executable, "-m", "PyInstaller", *options, str(recipe)]
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        sys.exit("PyInstaller could not build the program; its last line above says what is missing.")


def program() -> Path:
    """The built program that can print."""
    return BUILT / ("drafter-cli.exe" if sys.platform == "win32" else "drafter")


def self_test() -> int:
    """Start the built program offscreen, away from the checkout, and let it test itself."""
    with tempfile.TemporaryDirectory() as folder:
        env = {name: value for name, value in os.environ.items() if name not in FOREIGN}
        env |= {"QT_QPA_PLATFORM": "offscreen", "DRAFTER_DATA_DIR": str(Path(folder) / "data")}
        return subprocess.run(
            [program(), "--self-test"], cwd=folder, env=env, check=False, timeout=300
        ).returncode


def size_of(folder: Path) -> float:
    """The size of everything in ``folder``, in MB."""
    return sum(file.lstat().st_size for file in folder.rglob("*")) / 1e6


def hand_out() -> Path:
    """This system's package of the built directory: a .deb on Debian's family, otherwise an archive."""
    if shutil.which("dpkg-deb"):
        script = ROOT / "packaging" / "linux" / "make_deb.py"
        subprocess.run([sys.executable, script, BUILT, DIST], check=True)
        return max(DIST.glob("drafter_*.deb"), key=lambda file: file.stat().st_mtime)
    kind = "zip" if sys.platform in {"win32", "darwin"} else "xztar"
    return Path(shutil.make_archive(str(DIST / f"drafter-{sys.platform}"), kind, DIST, "drafter"))


def main() -> int:
    """Build, test, and unless only checking, make the package."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="only build the directory and run its self-test")
    arguments = parser.parse_args()
    begun = time.monotonic()
    build()
    print(f"Built {BUILT.relative_to(ROOT)}: {size_of(BUILT):.0f} MB in {time.monotonic() - begun:.0f} s")
    begun = time.monotonic()
    if code := self_test():
        print(f"The built program's self-test failed with code {code}.", file=sys.stderr)
        return 1
    print(f"Its self-test passed in {time.monotonic() - begun:.1f} s.")
    if not arguments.check:
        made = hand_out()
        print(f"Made {made.relative_to(ROOT)}: {made.stat().st_size / 1e6:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
