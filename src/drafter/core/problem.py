"""What is wrong with a typed value or with a case, in one plain sentence."""

from __future__ import annotations

from typing import NamedTuple


class Unreadable(ValueError):  # noqa: N818 - reads as the field's own word: the value is unreadable
    """A typed value that its kind cannot read.

    The message is one plain sentence for the person who typed it: what was found, what is expected.
    """


class Problem(NamedTuple):
    """Something that a case's answers get wrong.

    ``question`` is the id of the question to go to, ``message`` one plain sentence.  ``stops_final``
    is False for a warning that a final may carry.
    """

    question: str
    message: str
    stops_final: bool = True
