"""Compiles the templates' text sources (``templates/source/**/*.md``) to Word files.

    python tools/compile_templates.py            write every template whose source has changed
    python tools/compile_templates.py --check    write nothing; exit 1 when a Word file is not its source's
    python tools/compile_templates.py FILE.md …  only these

The Word file keeps the source's relative path: ``source/documents/motion.md`` is compiled to
``documents/motion.docx``.  The dialect is described in ``docs/templates.md``.
"""

from __future__ import annotations

import argparse
import io
import re
import sys
import zipfile
from collections.abc import Iterable
from pathlib import Path

from wordsource.blocks import SourceError
from wordsource.package import compile_source

_INCLUDE = re.compile(r"^\[\[include ([\w-]+)\]\]$", re.MULTILINE)
ROOT = Path(__file__).resolve().parent.parent / "templates"


def target_of(source: Path, root: Path) -> Path:
    """Where the Word template of ``source`` belongs, below ``root``."""
    return (root / source.relative_to(root / "source")).with_suffix(".docx")


def compilable(root: Path) -> list[Path]:
    """Every source that is a template of its own: all but the shared texts."""
    every = sorted((root / "source").rglob("*.md"))
    return [path for path in every if path.parent.name != "shared"]


def with_shared(source: Path, root: Path) -> str:
    """The text of ``source`` with each ``[[include NAME]]`` replaced by ``source/shared/NAME.md``.

    A shared text may include others, but never itself.
    """
    return _included(source.read_text(encoding="utf-8"), (source,), root / "source" / "shared")


def _included(text: str, inside: tuple[Path, ...], shared: Path) -> str:
    """``text``, which stands ``inside`` these files, with everything that it includes."""

    def put(found: re.Match[str]) -> str:
        path = shared / f"{found[1]}.md"
        if not path.is_file():
            raise SourceError(f"{inside[0].name}: there is no shared text “{found[1]}” in source/shared")
        if path in inside:
            raise SourceError(f"{inside[0].name}: the shared text “{found[1]}” includes itself")
        return _included(path.read_text(encoding="utf-8").strip("\n"), (*inside, path), shared)

    return _INCLUDE.sub(put, text)


def same_parts(one: bytes, other: bytes) -> bool:
    """Do two packages hold the same parts?  Compressed bytes may differ between zlib versions."""
    try:
        return _parts(one) == _parts(other)
    except zipfile.BadZipFile:
        return False


def _parts(package: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(package)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def compile_all(sources: Iterable[Path], root: Path, *, check: bool) -> tuple[list[str], list[str]]:
    """Compile ``sources``; return the names that changed (or would change) and the messages of faults."""
    changed, faults = [], []
    for source in sources:
        target = target_of(source, root)
        shown = source.relative_to(root).as_posix()
        try:
            compiled = compile_source(with_shared(source, root), shown)
        except SourceError as fault:
            faults.append(str(fault))
            continue
        if target.exists() and same_parts(target.read_bytes(), compiled):
            continue
        changed.append(shown)
        if not check:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(compiled)
    return changed, faults


def orphans(root: Path) -> list[str]:
    """Word templates below ``root`` whose source is gone."""
    return [
        path.relative_to(root).as_posix()
        for path in sorted(root.rglob("*.docx"))
        if not (root / "source" / path.relative_to(root)).with_suffix(".md").exists()
    ]


def main(arguments: list[str] | None = None) -> int:
    """Run the command line; 0 fine, 1 something is stale or faulty."""
    parser = argparse.ArgumentParser(description="Compile the templates' text sources to Word files.")
    parser.add_argument("sources", nargs="*", type=Path, help="only these sources")
    parser.add_argument("--check", action="store_true", help="compare only, write nothing")
    parser.add_argument("--root", type=Path, default=ROOT, help="the templates folder")
    options = parser.parse_args(arguments)
    root: Path = options.root.resolve()
    sources = [path.resolve() for path in options.sources] or compilable(root)
    changed, faults = compile_all(sources, root, check=options.check)
    lost = orphans(root) if options.check and not options.sources else []
    for line in faults:
        print(f"fault: {line}", file=sys.stderr)
    for line in changed:
        print(f"{'stale' if options.check else 'compiled'}: {line}")
    for line in lost:
        print(f"no source: {line}")
    return 1 if faults or lost or (options.check and changed) else 0


if __name__ == "__main__":
    sys.exit(main())
