"""Writes files whole or not at all, and a paper never over one that was edited by hand."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path
from typing import Self

from drafter.errors import OutputError
from drafter.store.abandoned import PART_BEGIN, PART_END, PARTS, remove_abandoned


def put(path: Path, content: bytes) -> None:
    """Write one of the program's own files, in place of what was there, whole or not at all.

    Raises OSError.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    remove_abandoned(path.parent.glob(PARTS))
    handle, part = tempfile.mkstemp(dir=path.parent, prefix=PART_BEGIN, suffix=PART_END)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(part, path)  # noqa: PTH105 - atomic on every system
    except BaseException:
        Path(part).unlink(missing_ok=True)
        raise


class Together:
    """Papers that are written as one: where one cannot be, those that were not there before go again."""

    def __init__(self) -> None:
        """Begin without any."""
        self._new: list[Path] = []

    def __enter__(self) -> Self:
        """Take note of what is written."""
        return self

    def __exit__(self, fault: type[BaseException] | None, *_: object) -> None:
        """Remove what is new where something went wrong."""
        if fault is not None:
            for path in self._new:
                path.unlink(missing_ok=True)

    def written(self, out: Path, name: str, content: bytes, ours: frozenset[str]) -> Path:
        """Write as :func:`written` does."""
        known = set(out.glob("*"))
        path = written(out, name, content, ours)
        if out / path.name not in known:
            self._new.append(path)
        return path


def written(out: Path, name: str, content: bytes, ours: frozenset[str]) -> Path:
    """Write ``content`` as ``name`` into ``out``, whole or not at all, and return the path.

    A file of that name that is neither one of ``ours`` nor the same already stays, and the new one gets a
    number.  Raises :class:`OutputError`.
    """
    ours |= {hashlib.sha256(content).hexdigest()}
    try:
        out.mkdir(parents=True, exist_ok=True)
        path = _free(out / name, ours)
        put(path, content)
    except OSError as fault:
        raise OutputError(
            f"{out / name} cannot be written ({fault.strerror}); choose another folder."
        ) from fault
    return path.absolute()


def _free(path: Path, ours: frozenset[str]) -> Path:
    number, candidate = 1, path
    while candidate.exists() and hashlib.sha256(candidate.read_bytes()).hexdigest() not in ours:
        number += 1
        candidate = path.with_stem(f"{path.stem} {number}")
    return candidate
