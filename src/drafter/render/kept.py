"""Keeps prepared templates on disk, so that the first paper after a start need not prepare its template.

A kept form holds the code that Jinja made of a template, as Python's own ``__pycache__`` holds that of a
module, so whoever can write it can run a program as the user.  It is therefore taken only from a folder and a
file that belong to the user and that nobody else can write; its checksum finds damage, not malice.  Every
failure means one thing: the template is prepared anew.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import stat
import sys
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import fields
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import jinja2

import drafter
from drafter.render.archive import Member
from drafter.render.facts import Facts, Level, Num
from drafter.render.numbering import NumberingPart
from drafter.render.ooxml import Namespaces
from drafter.render.openings import Opening
from drafter.render.prepare import NotesPart, Prepared, TextPart

_ENDING: Final = ".kept"
#: The documents of one kit, twice over; the oldest files go.
_MOST_FILES: Final = 64
#: The classes of a prepared template; each is kept as its place here and its fields.
_CLASSES: Final[tuple[type, ...]] = (
    Prepared, TextPart, NotesPart, NumberingPart, Member, Facts, Level, Num, Namespaces, Opening,
)  # fmt: skip
_OTHERS_MAY_WRITE: Final = stat.S_IWGRP | stat.S_IWOTH


def load(folder: Path, key: str) -> Prepared | None:
    """The template kept in ``folder`` under ``key`` (see :func:`key_of`), None where there is none."""
    try:
        with _file(folder, key).open("rb") as file:
            if not (_is_own(folder.stat()) and _is_own(os.fstat(file.fileno()))):
                return None
            check, content = file.read(hashlib.sha256().digest_size), file.read()
        if hashlib.sha256(content).digest() != check:
            return None
        ready: Prepared = _revived(marshal.loads(content))  # noqa: S302 - only what is the user's own
    except (OSError, EOFError, ValueError, TypeError):
        return None
    return ready


def save(folder: Path, key: str, ready: Prepared) -> None:
    """Keep ``ready`` in ``folder`` under ``key``, whole or not at all; where that cannot be, do nothing."""
    content = marshal.dumps(_laid_down(ready))
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _is_own(folder.stat()):
            return
        handle, temporary = tempfile.mkstemp(dir=folder)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(hashlib.sha256(content).digest() + content)
            os.replace(temporary, _file(folder, key))  # noqa: PTH105 - atomic on every system
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
        for old in sorted(folder.iterdir(), key=_age)[_MOST_FILES:]:
            old.unlink(missing_ok=True)


def key_of(template: bytes) -> str:
    """The key of the template with the digest ``template``, as this very program prepares it."""
    return hashlib.sha256(template + _program()).hexdigest()


@cache
def _program() -> bytes:
    """A digest of all that prepares a template: this program, Python, Jinja, docxtpl, zlib."""
    versions = (drafter.__version__, sys.version, sys.platform, jinja2.__version__, zlib.ZLIB_RUNTIME_VERSION)
    sources = [*_sources("drafter.render"), *_sources("docxtpl"), *_sources("jinja2")]
    return hashlib.sha256(repr((versions, sources)).encode()).digest()


def _sources(package: str) -> Iterator[tuple[str, int, int]]:
    """The files of ``package`` by name, size and time; none in a built program, whose version tells all."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        return
    for file in sorted(Path(spec.origin).parent.glob("*.py")):
        status = file.stat()
        yield file.name, status.st_size, status.st_mtime_ns


def _file(folder: Path, key: str) -> Path:
    return folder / f"{key}{_ENDING}"


def _age(file: Path) -> float:
    """The time since ``file`` was written, as far as it is still there; youngest first."""
    with suppress(OSError):
        return -file.stat().st_mtime
    return 0


def _is_own(status: os.stat_result) -> bool:
    """Whether nobody but the user could have written this; Windows guards the folder itself."""
    if not hasattr(os, "geteuid"):
        return True
    return status.st_uid == os.geteuid() and not status.st_mode & _OTHERS_MAY_WRITE


def _laid_down(value: Any) -> Any:  # noqa: ANN401 - every part of a prepared template
    """``value`` of nothing but Python's own kinds."""
    kind = type(value)
    if kind in _CLASSES:
        return [_CLASSES.index(kind), *(_laid_down(getattr(value, part.name)) for part in fields(kind))]
    if kind is tuple:
        return tuple(map(_laid_down, value))
    if kind is dict:
        return {key: _laid_down(part) for key, part in value.items()}
    return value


def _revived(value: Any) -> Any:  # noqa: ANN401
    """What :func:`_laid_down` has laid down."""
    kind = type(value)
    if kind is list:
        return _CLASSES[value[0]](*map(_revived, value[1:]))
    if kind is tuple:
        return tuple(map(_revived, value))
    if kind is dict:
        return {key: _revived(part) for key, part in value.items()}
    return value
