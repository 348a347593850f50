"""Two wordings of a passage told as one: what both have, what was taken out, what was put in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

#: The kinds of pieces.
SAME, OUT, IN = "same", "out", "in"
_WORDS: Final = re.compile(r"\S+\s*")
#: Passages that share less than this are told whole, one after the other, because a patchwork is unreadable.
_ALIKE: Final = 0.35


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words that both wordings have (SAME), only the first (OUT) or only the second (IN)."""

    kind: str
    text: str


def pieces(before: str, after: str) -> tuple[Piece, ...]:
    """Tell ``after`` as a change of ``before``, by whole words."""
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    if matcher.ratio() < _ALIKE:
        whole = (Piece(OUT, before.strip()), Piece(IN, after.strip()))
        return tuple(piece for piece in whole if piece.text)
    found: list[Piece] = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            found.append(Piece(SAME, "".join(new[c:d])))
            continue
        found += [Piece(OUT, "".join(old[a:b]))] if a < b else []
        found += [Piece(IN, "".join(new[c:d]))] if c < d else []
    return tuple(found)
