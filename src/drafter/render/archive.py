"""Writes a Word file's zip container: the same parts give the same bytes, and fixed parts are packed once.

The standard library's ``zipfile`` packs every part anew; here a part that no answer changes keeps its
packed form.  The format is PKWARE's APPNOTE 6.3, of which a Word file needs only deflated members.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from drafter.render.package import ROOT_RELATIONSHIPS, TYPES_PART

_VERSION: Final = struct.pack("<H", 20)  # 2.0, which has deflate
_DEFLATED: Final = 8
_UTF8: Final = 0x800
#: 1 January 1980, the earliest moment a zip file can hold, so that two renders of one text are the same file.
_NO_TIME, _NO_DATE = 0, 1 << 5 | 1
#: Level 1 is a third of the time of zip's usual level for a fifth more bytes.
QUICKLY: Final = 1
TIGHTLY: Final = 9


@dataclass(frozen=True, slots=True)
class Member:
    """One part as it lies in a zip file."""

    name: str
    check: int
    size: int
    packed: bytes


def member(name: str, content: bytes, level: int = QUICKLY) -> Member:
    """The part ``name`` with its ``content`` packed."""
    deflate = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Member(name, zlib.crc32(content), len(content), deflate.compress(content) + deflate.flush())


def unpacked(one: Member) -> bytes:
    """The content of a part that :func:`member` has packed."""
    return zlib.decompress(one.packed, -zlib.MAX_WBITS)


def archive(members: Iterable[Member]) -> bytes:
    """The zip file of ``members``, content types first, as readers of Word files like them."""
    files: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for one in sorted(members, key=_place):
        name, told = one.name.encode(), _told(one)
        files += (b"PK\3\4", told, name, one.packed)
        directory.append(b"PK\1\2" + _VERSION + told + struct.pack("<3H2L", 0, 0, 0, 0, offset) + name)
        offset += 4 + len(told) + len(name) + len(one.packed)
    count, length = len(directory), sum(map(len, directory))
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, count, count, length, offset, 0)
    return b"".join((*files, *directory, end))


def _place(one: Member) -> tuple[bool, bool, str]:
    return one.name != TYPES_PART, one.name != ROOT_RELATIONSHIPS, one.name


def _told(one: Member) -> bytes:
    """What is said of a member both before it and in the directory."""
    name = one.name.encode()
    flags = 0 if one.name.isascii() else _UTF8
    return _VERSION + struct.pack(
        "<4H3L2H", flags, _DEFLATED, _NO_TIME, _NO_DATE, one.check, len(one.packed), one.size, len(name), 0
    )
