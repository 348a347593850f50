"""A draft, what a hand made of it, and what would be drafted now: told paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True, slots=True)
class Difference:
    """One passage that differs: the paragraphs of the draft, and those that stand in their place.

    ``by`` is "hand", "program" or "both"; where both changed the same passage, ``hand`` and ``program`` each
    say what became of it, else one of them repeats ``draft``.
    """

    by: str
    draft: tuple[str, ...]
    hand: tuple[str, ...]
    program: tuple[str, ...]


def compared(draft: str, hand: str, program: str) -> tuple[Difference, ...]:
    """Compare a ``draft`` with what a ``hand`` left of it and with what the ``program`` drafts now."""
    ours, theirs, now = (text.splitlines() for text in (draft, hand, program))
    edits, news = _changes(ours, theirs), _changes(ours, now)
    return tuple(_told(ours, theirs, now, edits, news))


@dataclass(frozen=True, slots=True)
class _Change:
    """Paragraphs ``start`` to ``end`` of the draft became ``new_start`` to ``new_end`` of the other text."""

    start: int
    end: int
    new_start: int
    new_end: int


def _changes(before: Sequence[str], after: Sequence[str]) -> list[_Change]:
    opcodes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return [_Change(a, b, c, d) for kind, a, b, c, d in opcodes if kind != "equal"]


def _told(
    ours: list[str], theirs: list[str], now: list[str], edits: list[_Change], news: list[_Change]
) -> Iterator[Difference]:
    """Yield the differences in the order of the draft; changes that touch each other are one."""
    spans = sorted((*((c.start, c.end, "hand") for c in edits), *((c.start, c.end, "program") for c in news)))
    while spans:
        start, end, who = spans.pop(0)
        by = {who}
        while spans and spans[0][0] <= end:
            _, other, who = spans.pop(0)
            end = max(end, other)
            by.add(who)
        yield Difference(
            by="both" if len(by) > 1 else by.pop(),
            draft=tuple(ours[start:end]),
            hand=tuple(theirs[_at(edits, start) : _at(edits, end, after=True)]),
            program=tuple(now[_at(news, start) : _at(news, end, after=True)]),
        )


def _at(changes: list[_Change], place: int, *, after: bool = False) -> int:
    """Where paragraph ``place`` of the draft stands in the other text, before or ``after`` a change there."""
    moved = 0
    for change in changes:
        done = change.end <= place if after else change.end <= place and change.start < place
        if not done:
            break
        moved += (change.new_end - change.new_start) - (change.end - change.start)
    return place + moved


def lines(differences: Sequence[Difference]) -> list[str]:
    """The differences as lines for a person: what stood there, and what each made of it."""
    if not differences:
        return ["Nothing differs: the file is the draft, and the same would be drafted now."]
    told = []
    for number, one in enumerate(differences, start=1):
        told.append(f"{number}. {_WHO[one.by]}")
        told += [f"   was        {line}" for line in one.draft] or ["   was        (nothing)"]
        if one.by != "program":
            told += [f"   by hand    {line}" for line in one.hand] or ["   by hand    (taken out)"]
        if one.by != "hand":
            told += [f"   now        {line}" for line in one.program] or ["   now        (taken out)"]
    return told


_WHO = {
    "hand": "Changed by hand; a new draft would not have it:",
    "program": "The program would draft otherwise now:",
    "both": "Changed by hand, and the program would draft otherwise too; choose:",
}
