"""Facts of a case, read by wording from pasted text: a docket, a judgment, the Bureau's sentence sheet.

A reader proposes and never decides: each fact comes with the words it was read from, two candidates for one
question are both returned, and wording that could mean something else gives nothing.  One module for each kind
of paper; nothing here is law, and nothing is stored.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from drafter.practice.reading import docket, judgment, sentence_sheet
from drafter.practice.reading.found import LONGEST, Found, plain

__all__ = ["LONGEST", "PAPERS", "Found", "Paper", "kind_of", "read_paper"]


@dataclass(frozen=True, slots=True)
class Paper:
    """A kind of paper: its ``name`` for people, the words by which it is ``known``, and its reader."""

    name: str
    known: re.Pattern[str]
    read: Callable[[str], tuple[Found, ...]]


#: Every kind of paper that can be read, by a short word.
PAPERS: Mapping[str, Paper] = MappingProxyType(
    {
        "docket": Paper("Docket sheet, docket entry or notice of filing", docket.KNOWN, docket.read),
        "judgment": Paper("Judgment in a criminal case", judgment.KNOWN, judgment.read),
        "sheet": Paper("The Bureau’s sentence sheet", sentence_sheet.KNOWN, sentence_sheet.read),
    }
)


def kind_of(text: str) -> str | None:
    """Return the word of the kind of paper that ``text`` is, None where it is none or could be several."""
    clean = plain(text)
    counts = {word: len(set(paper.known.findall(clean))) for word, paper in PAPERS.items()}
    most = max(counts.values())
    likely = [word for word, count in counts.items() if count == most]
    return likely[0] if most and len(likely) == 1 else None


def read_paper(kind: str, text: str) -> tuple[Found, ...]:
    """Return the facts that ``text``, a paper of ``kind`` (a key of :data:`PAPERS`), words clearly."""
    return PAPERS[kind].read(plain(text))
