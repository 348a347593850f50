"""How a paper may cite each authority; the finished paper chooses, in the order in which it is read.

Texts carry the invisible marks of :mod:`drafter.core.marks` for italics.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import astuple, dataclass, field
from typing import Any, Final

from drafter.core.marks import CITED_OFF, CITED_ON, CITED_SEP

_CITED: Final = re.compile(f"{CITED_ON}([^{CITED_SEP}]*){CITED_SEP}([^{CITED_OFF}]*){CITED_OFF}")


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of one authority at one place.

    ``series`` is what *id.* may stand for: two citations of one series may follow each other with *id.*;
    empty where it never may.  ``after_id`` is what *id.* needs beside it when the place is another than
    the one cited just before ("at 12", "§ 3553(a)"); empty where no such form exists.
    """

    full: str
    short: str
    series: str = ""
    after_id: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """An authority's row in a table of authorities.

    ``spellings`` are the words by which a sentence may name it without citing it ("§ 3553(a)").
    """

    group: str
    entry: str
    spellings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Citing:
    """The authorities of one paper.

    ``forms`` by the authority's id and the place cited; ``listed`` by the authority's id; ``groups`` in the
    order of the table; an authority on more than ``passim_above`` pages is listed as *passim* (0: never).
    """

    forms: Mapping[tuple[str, str], Forms] = field(default_factory=dict)
    listed: Mapping[str, Listed] = field(default_factory=dict)
    groups: tuple[str, ...] = ()
    passim_above: int = 0

    def in_full(self, text: str) -> str:
        """``text`` with every citation in its full form, for a screen that shows it without its paper."""
        return _CITED.sub(lambda found: self.forms[found[1], found[2]].full, text)

    def as_json(self) -> dict[str, object]:
        """Itself as JSON can carry it to another process."""
        return {
            "forms": [[*place, *astuple(forms)] for place, forms in self.forms.items()],
            "listed": [[key, one.group, one.entry, list(one.spellings)] for key, one in self.listed.items()],
            "groups": list(self.groups),
            "passim_above": self.passim_above,
        }

    @classmethod
    def from_json(cls, raw: Any) -> Citing:  # noqa: ANN401 - what as_json has made
        """What :meth:`as_json` has made."""
        return cls(
            forms={(authority, pin): Forms(*texts) for authority, pin, *texts in raw["forms"]},
            listed={key: Listed(group, entry, tuple(words)) for key, group, entry, words in raw["listed"]},
            groups=tuple(raw["groups"]),
            passim_above=raw["passim_above"],
        )


#: For a paper that cites nothing.
NOTHING_CITED = Citing()
