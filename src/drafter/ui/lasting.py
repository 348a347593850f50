"""Keep Python 3.11 alive under the wheels of PySide6 6.12.

They are built for the stable ABI of Python 3.12, where ``None``, ``True`` and ``False`` are immortal
(PEP 683) and are returned without a new reference.  Python 3.11 takes every such return for one reference
less: after some ten thousand calls of Qt the count of ``None`` is at zero and the interpreter ends the
process with "none_dealloc: deallocating None", in the middle of a person's work.
"""

from __future__ import annotations

import sys
from typing import Final

#: References that no session can use up: at a million calls a second, twelve days.
_PLENTY: Final = 1 << 40


def make_lasting() -> None:
    """Give the three constants so many references that none is ever the last one; later Pythons need none."""
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return
    from ctypes import c_ssize_t

    for constant in (None, True, False):
        count = c_ssize_t.from_address(id(constant))  # the first field of every object in CPython 3.11
        if count.value < _PLENTY:
            count.value += _PLENTY
