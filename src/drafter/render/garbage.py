"""Python's search for cyclic garbage, put off while one paper is made.

A paper in the making is tens of thousands of small objects, none of which goes in a circle: each is freed
when the last that holds it lets go.  Python's collector counts them as they come and searches them several
times a paper, now and then with all of the law and the templates, for a tenth of the paper's time, and finds
nothing.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def put_off() -> Iterator[None]:
    """Let the collector wait while the block runs, for a few milliseconds.

    Whoever turned it off turns it on again, so that blocks may lie inside each other and in several threads.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
