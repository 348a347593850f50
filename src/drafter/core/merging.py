"""Three-way merging: what two sides made of one common state, decided entry by entry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

K = TypeVar("K")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Conflict(Generic[T]):
    """An entry that both sides changed, each otherwise; None where a side does not have it."""

    base: T | None
    here: T | None
    there: T | None


@dataclass(frozen=True, slots=True)
class ThreeWay(Generic[K, T]):
    """The decision: what to take from there, what only here has changed, what a person must decide.

    ``taken`` holds the entry as it is there, None where there it was taken away.  What both sides have alike
    is in none of the three.
    """

    taken: Mapping[K, T | None]
    kept: Mapping[K, T | None]
    conflicts: Mapping[K, Conflict[T]]


def three_way(base: Mapping[K, T], here: Mapping[K, T], there: Mapping[K, T]) -> ThreeWay[K, T]:
    """Compare ``here`` and ``there`` with ``base``, the state that both began with.

    ``base`` is empty where none is known.  Then an entry that only one side has counts as added there, so
    that nothing is ever taken away.
    """
    taken: dict[K, T | None] = {}
    kept: dict[K, T | None] = {}
    conflicts: dict[K, Conflict[T]] = {}
    for key in dict.fromkeys((*base, *here, *there)):
        before, ours, theirs = base.get(key), here.get(key), there.get(key)
        if ours == theirs:
            continue
        if ours == before:
            taken[key] = theirs
        elif theirs == before:
            kept[key] = ours
        else:
            conflicts[key] = Conflict(before, ours, theirs)
    return ThreeWay(taken, kept, conflicts)


def merged(here: Mapping[K, T], decision: ThreeWay[K, T], chosen: Mapping[K, T | None]) -> dict[K, T]:
    """Return ``here`` with what is taken from there and what was ``chosen`` for each conflict.

    Raises KeyError for a conflict that is not decided.
    """
    decided = {key: chosen[key] for key in decision.conflicts}
    changed = {**decision.taken, **decided}
    whole = {**here, **changed}
    return {key: entry for key, entry in whole.items() if entry is not None}
