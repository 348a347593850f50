"""Make a .deb of the built directory: ``make_deb.py BUILT_DIRECTORY OUTPUT_FOLDER``; needs dpkg-deb."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from dev import QT_PACKAGES, RENAMED, XCB_PACKAGES  # noqa: E402 - the one list of Qt's system packages

from drafter import __version__  # noqa: E402

CONTROL = """\
Package: drafter
Version: {version}
Architecture: {architecture}
Section: editors
Priority: optional
Installed-Size: {kilobytes}
Depends: {depends}
Recommends: libreoffice-writer
Maintainer: The drafter contributors <drafter@invalid>
Description: drafts federal motions for a sentence reduction
 Asks for the facts of a case in the order in which a judge reads, keeps them in
 a database on this computer, and fills Word templates for a motion under
 18 U.S.C. 3582(c)(1)(A) and the papers filed with it. Works without a network.
"""


def depends() -> str:
    """Qt's system libraries, each under its older and newer name."""
    return ", ".join(
        " | ".join(filter(None, (name, RENAMED.get(name)))) for name in (*QT_PACKAGES, *XCB_PACKAGES)
    )


def lay_out(built: Path, tree: Path) -> None:
    """Put every file where it will lie on the user's system."""
    shutil.copytree(built, tree / "opt" / "drafter", symlinks=True)
    share = tree / "usr" / "share"
    for source, target in (
        ("drafter.desktop", share / "applications" / "drafter.desktop"),
        ("drafter.svg", share / "icons" / "hicolor" / "scalable" / "apps" / "drafter.svg"),
    ):
        target.parent.mkdir(parents=True)
        shutil.copyfile(HERE / source, target)
    copyright_file = share / "doc" / "drafter" / "copyright"
    copyright_file.parent.mkdir(parents=True)
    notices = ((ROOT / name).read_text(encoding="utf-8") for name in ("LICENSE", "packaging/NOTICES.md"))
    copyright_file.write_text("\n\n".join(notices), encoding="utf-8")
    (tree / "usr" / "bin").mkdir()
    (tree / "usr" / "bin" / "drafter").symlink_to("/opt/drafter/drafter")


def control(tree: Path) -> str:
    """The package's description of itself."""
    size = sum(file.lstat().st_size for file in tree.rglob("*") if not file.is_dir())
    print_architecture = ["dpkg", "--print-architecture"]
    architecture = subprocess.run(
        print_architecture, capture_output=True, text=True, check=True
    ).stdout.strip()
    return CONTROL.format(
        version=__version__, architecture=architecture, kilobytes=size // 1024, depends=depends()
    )


def make_deb(built: Path, output: Path) -> Path:
    """Write the package into ``output`` and return its path."""
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "tree"
        lay_out(built, tree)
        written = control(tree)
        (tree / "DEBIAN").mkdir()
        (tree / "DEBIAN" / "control").write_text(written, encoding="utf-8")
        for path in (tree, *tree.rglob("*")):
            if not path.is_symlink():
                runs = path.is_dir() or os.access(path, os.X_OK)
                path.chmod(0o755 if runs else 0o644)
        output.mkdir(parents=True, exist_ok=True)
        command = ["dpkg-deb", "--root-owner-group", "-Zzstd", "--build"]
        subprocess.run([*command, tree, output], check=True, stdout=subprocess.DEVNULL)
    return max(output.glob("drafter_*.deb"), key=lambda file: file.stat().st_mtime)


def main() -> int:
    """Make the package of the directory that is named."""
    built, output = (Path(argument) for argument in sys.argv[1:])
    print(make_deb(built, output))
    return 0


if __name__ == "__main__":
    sys.exit(main())
