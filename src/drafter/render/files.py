"""The Word files that one paper is made from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Files:
    """A template: the shell, called ``name`` in messages, and the fragments that are put into it."""

    name: str
    shell: bytes
    fragments: Mapping[str, bytes]
