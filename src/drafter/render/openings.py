"""What the opening of a paragraph says: its style, level and list; each is read once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from drafter.render.facts import Facts
from drafter.render.ooxml import NUMPR, PPR, SECT, Element, Namespaces, make, style_of, w

PROPERTIES_END: Final = "</w:pPr>"
#: Set on a paragraph whose whole text is tags: when they print nothing, it goes.
VOLATILE: Final = "volatile"
_VOLATILE_SET: Final = f'{VOLATILE}="1"'
_PAGE_BREAK, _BORDER = w("pageBreakBefore"), w("pBdr")
_INDENT, _LEFT = f"{PPR}/{w('ind')}", w("left")
_BEFORE_NUMBER: Final = frozenset(
    w(name) for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
)


@dataclass(frozen=True, slots=True)
class Opening:
    """A paragraph's start tag and properties, and what they say.

    ``style`` is the style's name in small letters, ``level`` that of a heading (0: none), ``number`` the
    list (id) and level (from 0).  ``restarts`` says that such a list begins anew after other text,
    ``in_list`` that the paragraph may stand inside one, ``stays`` that it is no blank even when empty,
    ``section`` that it ends a section, ``italic`` that its style is; ``indent`` is its own left indent in
    twips.
    """

    xml: str
    volatile: bool
    style: str
    level: int
    number: tuple[str, int] | None
    restarts: bool
    in_list: bool
    stays: bool
    section: bool
    italic: bool
    indent: int


class Openings(dict[str, Opening]):
    """Every opening met so far by its text.

    That is what follows :data:`~drafter.render.flow.BREAK`, up to the end of the properties or, where the
    paragraph has none, of its tag.
    """

    def __init__(self, facts: Facts, namespaces: Namespaces) -> None:
        """Read openings by ``facts``; ``namespaces`` are those of the part."""
        super().__init__()
        self.facts = facts
        self.namespaces = namespaces

    def __missing__(self, text: str) -> Opening:
        """Read the opening ``text``."""
        attributes, told, properties = text.partition(">")
        attributes = attributes.replace(_VOLATILE_SET, "").strip()
        xml = f"<w:p {attributes}>" if attributes else "<w:p>"
        if told:
            xml += properties + PROPERTIES_END
        read = self[text] = self._read(xml, volatile=_VOLATILE_SET in text)
        return read

    def _read(self, xml: str, *, volatile: bool) -> Opening:
        facts = self.facts
        paragraph = self.namespaces.parsed(f"{xml}</w:p>")
        style = style_of(paragraph)
        name = facts.name_of(style)
        number = facts.number_of(paragraph)
        properties = paragraph.find(PPR)
        indent = paragraph.find(_INDENT)
        held = {child.tag for child in properties} if properties is not None else set()
        return Opening(
            xml=xml,
            volatile=volatile,
            style=name,
            level=facts.headings.get(style, 0),
            number=number,
            restarts=number is not None and number[0] in facts.restarting,
            in_list=facts.in_list(number) if number else name.startswith("list continue"),
            stays=name == "page break" or bool(held & {SECT, _PAGE_BREAK, NUMPR, _BORDER}),
            section=SECT in held,
            italic=style in facts.italic,
            indent=int(indent.get(_LEFT, "0")) if indent is not None else 0,
        )

    def renumbered(self, opening: Opening, number: str) -> Opening:
        """``opening`` as one of the list ``number``."""
        paragraph = self.namespaces.parsed(f"{opening.xml}</w:p>")
        properties = paragraph.find(PPR)
        if properties is None or opening.number is None:
            return opening
        _put_number(properties, number, opening.number[1])
        start = opening.xml.partition(">")[0]
        xml = f"{start}>{self.namespaces.written(properties)}"
        return replace(opening, xml=xml, number=(number, opening.number[1]))


def _put_number(properties: Element, number: str, level: int) -> None:
    for old in properties.findall(NUMPR):
        properties.remove(old)
    numbering = make("numPr")
    numbering.append(make("ilvl", val=str(level)))
    numbering.append(make("numId", val=number))
    properties.insert(sum(1 for child in properties if child.tag in _BEFORE_NUMBER), numbering)
