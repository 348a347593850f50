"""Fits the styles and lists of a fragment to those of the shell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import Final

from lxml import etree

from drafter.render.ooxml import NUMID, VAL, WORD, Element, child_value, w
from drafter.render.package import Package

_STYLE, _STYLE_ID, _NAME, _BASED_ON = w("style"), w("styleId"), w("name"), w("basedOn")
_NUM, _NUM_ID, _ABSTRACT, _ABSTRACT_ID = w("num"), w("numId"), w("abstractNum"), w("abstractNumId")
_STYLE_REFERENCES: Final = tuple(w(name) for name in ("pStyle", "rStyle", "tblStyle"))
_STYLE_LINKS: Final = tuple(w(name) for name in ("basedOn", "next", "link"))
_NUMBERING_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"


class Merging:
    """The shell's styles and lists, growing with what the fragments bring."""

    def __init__(self, shell: Package) -> None:
        """Merge into ``shell``."""
        self.shell = shell
        part = shell.first("styles")
        self.styles = shell.tree(part) if part else None
        self.ids = {style.get(_STYLE_ID, ""): style for style in _styles(self.styles)}
        self.by_name = {child_value(style, _NAME).lower(): key for key, style in self.ids.items()}
        part = shell.first("numbering")
        self.numbering = shell.tree(part) if part else None

    def take(self, fragment: Package, elements: Iterable[Element]) -> None:
        """Rewrite the style and list ids of ``elements``, which come from ``fragment``, to the shell's."""
        part = fragment.first("styles")
        own = {style.get(_STYLE_ID, ""): style for style in _styles(fragment.tree(part) if part else None)}
        part = fragment.first("numbering")
        lists = _Lists(fragment.tree(part) if part else None, self)
        for element in elements:
            for reference in element.iter(*_STYLE_REFERENCES):
                reference.set(VAL, self._style(reference.get(VAL, ""), own, lists))
            for number in element.iter(NUMID):
                number.set(VAL, lists.number(number.get(VAL, "")))

    def _style(self, style_id: str, own: dict[str, Element], lists: _Lists) -> str:
        """The shell's id for the fragment's ``style_id``; a style that the shell lacks is copied."""
        style = own.get(style_id)
        if style is None:
            return style_id
        name = child_value(style, _NAME).lower()
        if name in self.by_name or self.styles is None:
            return self.by_name.get(name, style_id)
        new_id = style_id
        while new_id in self.ids:
            new_id += "X"
        copied = deepcopy(style)
        copied.set(_STYLE_ID, new_id)
        if copied.get(w("default")) is not None:
            del copied.attrib[w("default")]
        self.ids[new_id], self.by_name[name] = copied, new_id
        self.styles.append(copied)
        for link in copied.iter(*_STYLE_LINKS):
            link.set(VAL, self._style(link.get(VAL, ""), own, lists))
        for number in copied.iter(NUMID):
            number.set(VAL, lists.number(number.get(VAL, "")))
        return new_id

    def add_list(self, num: Element, abstract: Element) -> str:
        """Add a copy of ``num`` and of the numbering it follows to the shell; return its new id."""
        if self.numbering is None:
            self.numbering = etree.Element(w("numbering"), nsmap={"w": WORD})
            self.shell.add("word/numbering.xml", self.numbering, _NUMBERING_TYPE, "numbering")
        abstract, num = deepcopy(abstract), deepcopy(num)
        abstract_id = str(
            1 + max((int(one.get(_ABSTRACT_ID, "0")) for one in self.numbering.iter(_ABSTRACT)), default=0)
        )
        number = str(1 + max((int(one.get(_NUM_ID, "0")) for one in self.numbering.iter(_NUM)), default=0))
        abstract.set(_ABSTRACT_ID, abstract_id)
        num.set(_NUM_ID, number)
        num.find(_ABSTRACT_ID).set(VAL, abstract_id)  # type: ignore[union-attr]
        # The schema wants every numbering before the first list.
        self.numbering.insert(sum(1 for one in self.numbering if one.tag == _ABSTRACT), abstract)
        self.numbering.insert(sum(1 for one in self.numbering if one.tag in (_ABSTRACT, _NUM)), num)
        return number


class _Lists:
    """The lists of one fragment, each with its place in the shell."""

    def __init__(self, numbering: Element | None, merging: Merging) -> None:
        self.merging = merging
        self.own = dict(_described(numbering))
        self.known: dict[str, str] = {}

    def number(self, number: str) -> str:
        if number not in self.own:
            return number
        if number not in self.known:
            description, num, abstract = self.own[number]
            same = [
                there for there, (look, _, _) in _described(self.merging.numbering) if look == description
            ]
            self.known[number] = same[0] if same else self.merging.add_list(num, abstract)
        return self.known[number]


def _described(numbering: Element | None) -> Iterator[tuple[str, tuple[bytes, Element, Element]]]:
    """Each list by its id: what it looks like, itself, and the numbering it follows."""
    if numbering is None:
        return
    abstracts = {one.get(_ABSTRACT_ID, ""): one for one in numbering.iter(_ABSTRACT)}
    for num in numbering.iter(_NUM):
        abstract = abstracts.get(child_value(num, _ABSTRACT_ID))
        if abstract is not None:
            levels = [
                etree.tostring(one, method="c14n")
                for one in (*abstract.iter(w("lvl")), *num.iter(w("lvlOverride")))
            ]
            yield num.get(_NUM_ID, ""), (b"".join(levels), num, abstract)


def _styles(styles: Element | None) -> Iterator[Element]:
    return iter(()) if styles is None else styles.iter(_STYLE)
