"""How papers name the exhibits, and how every cite of one follows when they are named by their place.

An exhibit is stored under the label that was typed for it, and every cite names that label.  Papers may name
the exhibits by their place in the list instead (A, B, C … or 1, 2, 3 …); then a cite is told in the new name of
the exhibit that it was typed for, whatever was moved, added or taken off the list.  A label that names no
exhibit of the list, or two, becomes a visible blank as soon as it could be taken for another exhibit.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from string import ascii_uppercase

from drafter.core.marks import blank, printed

#: The question that holds the exhibits, and the one that says how they are named.
LIST, LABELS = "exhibits.list", "exhibits.labels"
LISTED, LETTERS, NUMBERS = "listed", "letters", "numbers"

_LABEL = r"(?:[A-Z]{1,2}[0-9]{0,3}|[0-9]{1,3}[A-Z]?)(?:-[A-Z0-9]{1,3})?"
_UP_TO = r"\s*[–—]\s*|\s+(?:through|to)\s+"
_BETWEEN = rf"{_UP_TO}|,?\s+(?:and|or|&)\s+|,\s+"
_PAPER = (
    "affidavit|agreement|appeal|brief|complaint|declaration|indictment|letter|memorandum|opposition|order|petition|"
    "report|response|transcript"
)
#: What stands before an exhibit of another paper: whose it is, or the docket entry that it belongs to.
_FOREIGN_BEFORE = re.compile(
    r"(?:\b(?:Gov(?:[’']t|\.)|Hr[’']g|Dep\.|(?:Government|Court|Warden|warden|Trial|Hearing|Joint|Sentencing)(?:[’']s)?)"
    r"|\b(?:Nos?\.|Doc\.|Dkt\.|D\.E\.|D\.I\.)\s*[0-9][0-9-]*,?)\s*\(?$"
)
#: What stands behind one: "Ex. 3 to the plea agreement", but not "Exhibit A to this motion".
_FOREIGN_BEHIND = re.compile(
    rf"\s+(?:to|of)\s+(?:(?:the|that|this|his|her|their|its|an?)\s+(?:\w+\s+){{0,2}}(?:{_PAPER})\b|ECF|Doc\.|Dkt\.|D\.E\.|D\.I\.)"
)


class Labels:
    """The names of the exhibits whose typed labels are ``stored``, in the order of the list, by ``scheme``."""

    def __init__(self, stored: Sequence[str], scheme: str) -> None:
        self.by_place = scheme in {LETTERS, NUMBERS}
        self._stored = stored
        if self.by_place:  # the labels as typed follow nothing
            self._names = [_by_place(at, scheme) for at in range(len(stored))]
            keys = [_key(one) for one in stored]
            self._times = Counter(key for key in keys if key)
            self._place = {key: place for place, key in enumerate(keys) if self._times[key] == 1}
            self._taken = frozenset(_key(name) for name in self._names)

    @cached_property
    def _patterns(self) -> tuple[re.Pattern[str], re.Pattern[str]]:
        """A whole cite in running text, and each further label of one; made only where something follows."""
        odd = [one.strip() for one in self._stored if one.strip() and not re.fullmatch(_LABEL, one.strip())]
        typed = sorted(map(re.escape, odd), key=len, reverse=True)
        label = rf"(?:{'|'.join((*typed, _LABEL))})(?!\w)"
        cite = rf"(?<![\w’'])(?P<word>(?:Exhibits?|Exs?\.?)\s+)(?P<first>{label})"
        return re.compile(rf"{cite}(?P<more>(?:(?:{_BETWEEN}){label})*)"), re.compile(
            f"({_BETWEEN})({label})"
        )

    def at(self, place: int) -> str:
        """The name of the exhibit at ``place`` in the list, counted from 0."""
        return self._names[place]

    def name(self, label: str) -> str:
        """The name of the exhibit that was typed as ``label``; a blank where it would name another one."""
        if not self.by_place:
            return label
        key = _key(label)
        if key in self._place:
            return self._names[self._place[key]]
        whole, dash, part = label.partition("-")
        if dash and _key(whole) in self._place:
            return f"{self.name(whole)}-{part}"
        mistaken = self._times[key] > 1 or {key, _key(whole)} & self._taken
        return _unknown(label) if mistaken else label

    def follow(self, text: str) -> str:
        """``text`` with every cite of an exhibit in its present name.

        Exhibits of other papers ("Gov’t Ex. 3", "ECF No. 41, Ex. B", "Ex. 3 to the plea agreement") and those
        inside quotation marks are left as they are.
        """
        return self._patterns[0].sub(self._followed, text) if self.by_place else text

    def _followed(self, found: re.Match[str]) -> str:
        before, behind = found.string[: found.start()], found.string[found.end() :]
        quoted = before.count("“") > before.count("”")
        if quoted or _FOREIGN_BEFORE.search(before) or _FOREIGN_BEHIND.match(behind):
            return found[0]
        several = found["word"].startswith(("Exs", "Exhibits"))
        return found["word"] + self._items(found["first"], found["more"], several=several)

    def _items(self, first: str, more: str, *, several: bool) -> str:
        """The labels of one cite; what follows a single one and names no exhibit is only text."""
        low, dash, high = first.partition("-")
        if several and dash and _key(first) not in self._place and _key(high) in self._place:
            return self._items(low, f"–{high}{more}", several=True)
        told, last = [self.name(first)], first
        for found in self._patterns[1].finditer(more):
            between, label = found.groups()
            if not several and not self._continues(between, label):
                return "".join(told) + more[found.start() :]
            if re.fullmatch(_UP_TO, between):
                told[-1] = self._span(last, label, between)
            else:
                told += between, self.name(label)
            last = label
        return "".join(told)

    def _continues(self, between: str, label: str) -> bool:
        """Whether a label behind "Ex. A" is a further exhibit: "Ex. A and B", not "Ex. A, 12" or "Ex. A and I"."""
        word = between.strip()
        return (
            _key(label) in self._place and label.isalpha() and label != "I" and word not in {"to", "through"}
        )

    def _span(self, first: str, last: str, between: str) -> str:
        """The exhibits from ``first`` to ``last``, which need not stand together any more."""
        low, high = _order(first), _order(last)
        places = sorted(place for key, place in self._place.items() if low <= _order(key) <= high)
        if not {_key(first), _key(last)} <= set(self._place) or not places:
            return _unknown(f"{first}{between}{last}")
        names = [self._names[place] for place in places]
        if places[1:] and places == list(range(places[0], places[-1] + 1)):
            return f"{names[0]}{between}{names[-1]}"
        return ", ".join(names)


def _by_place(place: int, scheme: str) -> str:
    """The letters A to Z, AA, AB and so on; or the numbers from 1."""
    if scheme == NUMBERS:
        return str(place + 1)
    before, letter = divmod(place, len(ascii_uppercase))
    return (_by_place(before - 1, scheme) if before else "") + ascii_uppercase[letter]


def _key(label: str) -> str:
    return label.strip().upper()


def _order(label: str) -> tuple[int, str]:
    """1, 2, 10 and A, B, AA in this order."""
    return len(_key(label)), _key(label)


def _unknown(label: str) -> str:
    return printed(LIST, blank(f"{label}: not in the list of exhibits"))
