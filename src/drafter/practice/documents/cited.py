"""Which exhibits the texts of a paper cite."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from drafter.core.marks import plain

_EXHIBIT = re.compile(r"\bEx\.\s(\w+)")


def exhibits_cited(*parts: object) -> frozenset[str]:
    """The letters of the exhibits named in ``parts`` of a context: texts, tuples and dataclasses of them."""
    return frozenset(letter for text in _texts(parts) for letter in _EXHIBIT.findall(plain(text)))


def _texts(part: object) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for item in part:
            yield from _texts(item)
    elif dataclasses.is_dataclass(part):
        for field in dataclasses.fields(part):
            yield from _texts(getattr(part, field.name))
