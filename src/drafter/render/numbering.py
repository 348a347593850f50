"""Lists added at render: into the numbering part, and counted out for a reader."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from drafter.render.archive import Member, member
from drafter.render.facts import Facts, Num
from drafter.render.ooxml import NUMID, Element, child_value, w

_AFTER_LISTS = b"<w:numIdMacAtCleanup"
_END = b"</w:numbering>"
_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
          (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip


@dataclass(frozen=True)
class NumberingPart:
    """The numbering part of a template, by its ``name``: its XML, and packed as it is."""

    name: str
    xml: bytes
    packed: Member

    def with_lists(self, added: list[Element]) -> Member:
        """The part with the ``w:num`` elements ``added`` where the schema wants them."""
        if not added:
            return self.packed
        place = self.xml.find(_AFTER_LISTS)
        place = self.xml.rfind(_END) if place < 0 else place
        return member(self.name, self.xml[:place] + b"".join(map(etree.tostring, added)) + self.xml[place:])


class Counter:
    """Counts numbered paragraphs as Word does: lists of one numbering go on unless one restarts."""

    def __init__(self, facts: Facts, added: Iterable[Element] = ()) -> None:
        """Count by ``facts`` and the lists ``added`` at render."""
        self.levels = facts.levels
        self.nums = dict(facts.nums)
        for num in added:
            restart = child_value(num, w("lvlOverride"), w("startOverride"))
            self.nums[num.get(NUMID, "")] = Num(child_value(num, w("abstractNumId")), int(restart or 1))
        self.counts: dict[str, dict[int, int]] = {}
        self.begun: set[str] = set()

    def label(self, number: str, level: int) -> str:
        """The label of the next paragraph of the list ``number`` at ``level``, e.g. ``II.`` or ``(b)``."""
        num = self.nums.get(number)
        if num is None:
            return ""
        levels = self.levels.get(num.abstract, {})
        counts = self.counts.setdefault(num.abstract, {})
        if num.restart is not None and number not in self.begun:
            counts.clear()
            counts[0] = num.restart - 1
        self.begun.add(number)
        start = levels[level].start if level in levels else 1
        counts[level] = counts.get(level, start - 1) + 1
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        if level not in levels:
            return f"{counts[level]}."
        text = levels[level].text
        for place in range(level + 1):
            if place in levels:
                text = text.replace(
                    f"%{place + 1}", formatted(counts.get(place, levels[place].start), levels[place].form)
                )
        return text


def formatted(count: int, form: str) -> str:
    """``count`` in the number format ``form`` of WordprocessingML; unknown formats count in figures."""
    if form in ("upperRoman", "lowerRoman"):
        roman = ""
        for value, letters in _ROMAN:
            roman += letters * (count // value)
            count %= value
        return roman if form == "upperRoman" else roman.lower()
    if form in ("upperLetter", "lowerLetter"):
        # Word goes on with AA, BB, CC after Z.
        letter = chr(ord("A") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter if form == "upperLetter" else letter.lower()
    return "" if form == "none" else str(count)
