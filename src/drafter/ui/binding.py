"""Two mends of PySide6 6.12, made before the first widget.

*Lasting constants.*  Its wheels are built for the stable ABI of Python 3.12, where ``None``, ``True`` and
``False`` are immortal (PEP 683) and are returned without a new reference.  Python 3.11 takes every such
return for one reference less: after some ten thousand calls of Qt the count of ``None`` is at zero and the
interpreter ends the process with "none_dealloc: deallocating None", in the middle of a person's work.

*Plain imports.*  It looks through the source text of every module that any statement names from then on, the
standard library's too, for ``from __feature__ import``, which this program nowhere says
(https://doc.qt.io/qtforpython-6/developer/feature-motivation.html).  That is a tenth of the start.
"""

from __future__ import annotations

import builtins
import sys
from typing import Any, Final

import PySide6.QtCore  # noqa: F401 - loading it puts its import statement in the place of Python's
from shiboken6 import VoidPtr

#: References that no session can use up: at a million calls a second, twelve days.
_PLENTY: Final = 1 << 40
#: The count is the first field of every object in CPython 3.11 (Include/object.h).
_COUNT_BYTES: Final = 8


def mend_binding() -> None:
    """Make both mends."""
    _make_lasting()
    _import_plainly()


def _make_lasting() -> None:
    """Give the three constants so many references that none is ever the last one; later Pythons need none."""
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython":
        return
    for constant in (None, True, False):
        field: Any = VoidPtr(id(constant), _COUNT_BYTES, True)  # type: ignore[call-arg]  # the stub has one
        count = memoryview(field).cast("q")
        if count[0] < _PLENTY:
            count[0] += _PLENTY


def _import_plainly() -> None:
    """Put back the import statement that PySide6 had before it began to look for features."""
    before = getattr(builtins, "__orig_import__", None)
    if before is not None:
        builtins.__import__ = before
