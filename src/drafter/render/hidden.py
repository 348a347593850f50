"""Which text of a Word file is hidden: by its run, its paragraph mark's run or a style."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from drafter.render.faults import TemplateFault
from drafter.render.ooxml import RPR, VAL, Element, child_value, style_of, w
from drafter.render.package import Package

_VANISH, _STYLE, _BASED_ON, _STYLE_ID = w("vanish"), w("style"), w("basedOn"), w("styleId")
_OFF: Final = ("0", "false", "off")
#: No chain of styles in Word is longer; a circle of styles ends here too.
_LONGEST: Final = 12


@dataclass(frozen=True)
class Hidden:
    """The ids of the styles that hide their text."""

    styles: frozenset[str]

    @classmethod
    def of(cls, package: Package) -> Hidden:
        """Read the styles of ``package``; a broken part hides nothing and is told elsewhere."""
        part = package.first("styles")
        try:
            root = package.tree(part) if part else None
        except TemplateFault:
            root = None
        known = {} if root is None else {style.get(_STYLE_ID, ""): style for style in root.iter(_STYLE)}
        return cls(frozenset(name for name in known if _vanishes(name, known)))

    def hides(self, run: Element | None, paragraph: Element) -> bool:
        """Whether the text of ``run`` in ``paragraph`` is hidden."""
        if run is None:
            return False
        own = _own_word(run.find(RPR))
        if own is not None:
            return own
        return child_value(run, RPR, w("rStyle")) in self.styles or style_of(paragraph) in self.styles


def _vanishes(name: str, known: dict[str, Element]) -> bool:
    for _ in range(_LONGEST):
        style = known.get(name)
        if style is None:
            return False
        own = _own_word(style.find(RPR))
        if own is not None:
            return own
        name = child_value(style, _BASED_ON)
    return False


def _own_word(properties: Element | None) -> bool | None:
    """What run properties say themselves: hidden, not hidden, or nothing."""
    found = properties.find(_VANISH) if properties is not None else None
    return None if found is None else found.get(VAL, "1") not in _OFF
