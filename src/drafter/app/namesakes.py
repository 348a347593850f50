"""A person's name as it is asked for, and where it stands in a text: any order, initials, like spellings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from drafter.errors import BadInputError
from drafter.store.search import asked_words, folded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from drafter.core.likeness import Vocabulary

#: What stands beside a name and tells nobody apart.
_BESIDE: Final = frozenset({"jr", "sr", "ii", "iii", "iv", "mr", "mrs", "ms", "dr", "hon", "esq"})
#: What belongs to a name but may be left out of it.
_PARTICLES: Final = frozenset(
    {"de", "la", "las", "los", "del", "della", "van", "von", "der", "den", "da", "di", "dos", "du", "le"}
    | {"el", "al", "bin", "ibn", "st"}
)
#: Other words that may stand between the parts of a name, such as a middle name.
BETWEEN: Final = 2
#: A text of so many words without any capital was typed in a hurry: its words may be names all the same.
_HURRIED: Final = 8
#: Words shown before and after a name in a longer text.
_AROUND: Final = 6
#: How a word of a text is a word of a name, the best first.
EXACT, SIMILAR, INITIAL = 0, 1, 2
_WORD: Final = re.compile(r"[^\W_]+")


class _Ranks(dict[str, int]):
    """How well each word (folded) is one of the ``names``, which ``initials`` may stand for."""

    def __init__(
        self, names: Sequence[str], similar: Mapping[str, frozenset[str]], *, initials: bool
    ) -> None:
        super().__init__()
        for name in names if initials else ():
            self[name[0]] = INITIAL
        for name in names:
            self.update(dict.fromkeys(similar[name], SIMILAR))
        self.update(dict.fromkeys(names, EXACT))
        #: Initials that were asked for: any word that begins so may be meant.
        self._stems = tuple(name for name in names if len(name) == 1)

    def places(self, low: Sequence[str]) -> list[tuple[int, int]]:
        """The place and rank of every word of ``low`` that is one of the names."""
        found = [(place, self[word]) for place, word in enumerate(low) if word in self]
        if self._stems:
            found += [
                (place, SIMILAR)
                for place, word in enumerate(low)
                if word not in self and word.startswith(self._stems)
            ]
            found.sort()
        return found

    def stands_in(self, low: Sequence[str]) -> bool:
        """Whether one of the words ``low`` is one of the names."""
        return not self.keys().isdisjoint(low) or (
            bool(self._stems) and any(word.startswith(self._stems) for word in low)
        )

    @property
    def indexed(self) -> tuple[str, ...]:
        """The words to look for in the index; one that ends with * stands for all that begin so."""
        return (*sorted(self), *(f"{stem}*" for stem in self._stems))


@dataclass(frozen=True, slots=True)
class NameFound:
    """The words of a text that are the name, with some ``around`` them, and how well they are it."""

    around: str
    rank: int


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to read a name: a word of each of ``parts`` must stand near the others, the family name first.

    A ``loose`` one finds a part of what was asked for, which is similar at best.
    """

    parts: tuple[_Ranks, ...]
    loose: bool

    @property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """What a case must hold of the index: one word of each group."""
        return tuple(part.indexed for part in self.parts)

    def stands_in(self, low: Sequence[str]) -> bool:
        """Whether a word of each part is among the words ``low``, wherever."""
        return all(part.stands_in(low) for part in self.parts)

    def best(self, low: Sequence[str], like: Sequence[bool]) -> tuple[int, int, tuple[int, ...]] | None:
        """Return rank, width and places where the name stands best among the words ``low``."""
        alone, wanted = len(self.parts) == 1, []
        for part in self.parts:
            places = _places(part, low, like, alone=alone)
            if not places:
                return None
            wanted.append(places)
        found = [one for first in wanted[0] if (one := _near(first, wanted[1:])) is not None]
        if not found:
            return None
        rank, width, places_ = min(found)
        return max(rank, SIMILAR) if self.loose else rank, width, places_


def _places(part: _Ranks, low: Sequence[str], like: Sequence[bool], *, alone: bool) -> list[tuple[int, int]]:
    """Where the words are ``part``, and how well.

    What is not exact, or stands ``alone`` for a whole name, must be written like a name, else every “center”
    were a “Carter”, and every “will” a person.
    """
    return [(place, rank) for place, rank in part.places(low) if like[place] or (rank == EXACT and not alone)]


def _near(
    first: tuple[int, int], others: Sequence[Sequence[tuple[int, int]]]
) -> tuple[int, int, tuple[int, ...]] | None:
    """The best words of ``others`` near the ``first`` one, None where one of them is too far away."""
    chosen, reach = [first], len(others) + BETWEEN
    for places in others:
        taken = {place for place, _ in chosen}
        near = [one for one in places if abs(one[0] - first[0]) <= reach and one[0] not in taken]
        if not near:
            return None
        chosen.append(min(near, key=lambda one: (one[1], abs(one[0] - first[0]))))
    at = sorted(place for place, _ in chosen)
    width = at[-1] - at[0]
    return (max(rank for _, rank in chosen), width, tuple(at)) if width <= reach else None


@dataclass(frozen=True, slots=True)
class NameAsked:
    """A name as somebody ``typed`` it, in every way in which it can be read, the strictest first."""

    typed: str
    readings: tuple[_Reading, ...]

    def found(self, text: str) -> NameFound | None:
        """Return where the name stands best in ``text``, None where it does not."""
        words = _WORD.findall(text)
        low = [*map(str.lower if text.isascii() else folded, words)]
        readings = [reading for reading in self.readings if reading.stands_in(low)]
        if not readings:
            return None
        hurried = len(words) <= _HURRIED and not any(word[0].isupper() for word in words)
        like = [hurried or word[0].isupper() for word in words]
        found = [one for reading in readings if (one := reading.best(low, like)) is not None]
        if not found:
            return None
        rank, _, places = min(found)
        return NameFound(_around(text, places), rank)


def _around(text: str, places: Sequence[int]) -> str:
    """The words of ``text`` at these ``places`` with a few before and after."""
    spans = list(_WORD.finditer(text))
    first, last = places[0] - _AROUND, places[-1] + _AROUND + 1
    begin = spans[first].start() if first > 0 else 0
    end = spans[last - 1].end() if last < len(spans) else len(text)
    around = " ".join(text[begin:end].split())
    return f"{'… ' * (first > 0)}{around}{' …' * (last < len(spans))}"


def asked(typed: str, library: Vocabulary) -> NameAsked:
    """Read a name: “Jordan Doe” or “Doe, Jordan”; raises :class:`BadInputError` for one without letters."""
    before, comma, after = folded(typed).partition(",")
    families, givens = _names(before), _names(after)
    if not givens:  # “Jordan Doe”, or “Jordan Doe, Jr.”
        families, givens, comma = families[-1:], families[:-1], ""
    family = [word for name in families for word in name]
    given = [word for name in givens for word in name]
    middle = _long([word for name in givens[1:] for word in name])
    if given and not _long(family):  # “Malcolm X”
        family, given = given[-1:], given[:-1] + family
    if not _long(family):
        raise BadInputError(
            f"“{typed.strip()}” has no family name to look for; write it as “Jordan Doe” or “Doe, Jordan”."
        )
    similar = {word: library.like(word) for word in (*family, *given)}
    readings = [_reading(family, _long(given) or given, similar, loose=False)]
    readings += [_reading(*way, similar, loose=True) for way in _loose(family, given, middle)]
    if not comma and _long(given[:1]):
        readings.append(_reading(given[:1], family, similar, loose=True))
    return NameAsked(typed.strip(), tuple(readings))


def _reading(
    family: list[str], given: list[str], similar: Mapping[str, frozenset[str]], *, loose: bool
) -> _Reading:
    parts = [_Ranks([word], similar, initials=False) for word in family]
    return _Reading((*parts, *([_Ranks(given, similar, initials=True)] if given else ())), loose)


def _names(text: str) -> list[list[str]]:
    """The names in ``text``, each with the words that hyphens part; of “O’Brien” the longer."""
    found = [[word for word in asked_words(name) if word not in _BESIDE] for name in text.split()]
    names = [_long(name) or name for name in found if name]
    return [name for name in names if not _PARTICLES.issuperset(name)] or names


def _long(words: list[str]) -> list[str]:
    """Those of ``words`` that are no initials."""
    return [word for word in words if len(word) > 1]


def _loose(family: list[str], given: list[str], middle: list[str]) -> list[tuple[list[str], list[str]]]:
    """Read one of several family names alone, and a middle name as the family name."""
    ways = [([word], _long(given) or given) for word in _long(family) if len(family) > 1]
    return ways + [([word], given[:1]) for word in middle]
