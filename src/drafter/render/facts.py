"""What the styles and the numbering of a document say: heading levels, lists, italics."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from drafter.render.ooxml import (
    ID,
    ILVL,
    NUMID,
    NUMPR,
    PPR,
    PSTYLE,
    RPR,
    VAL,
    Element,
    child_value,
    make,
    w,
)

_STYLE, _STYLE_ID, _NAME, _BASED_ON, _OUTLINE = (
    w("style"),
    w("styleId"),
    w("name"),
    w("basedOn"),
    w("outlineLvl"),
)
_LEVEL, _NUM, _ABSTRACT = w("lvl"), w("num"), w("abstractNum")
_NUM_ID, _ABSTRACT_ID = w("numId"), w("abstractNumId")
#: The outline level, counted from 0, by which Word says that a paragraph is body text.
_NO_HEADING = 9
#: Paragraphs of this style are numbered through the whole document (a declaration's paragraphs).
THROUGHOUT = "numbered paragraph"


@dataclass(frozen=True)
class Level:
    """One level of a numbering: format (``decimal``, ``upperRoman``, ``bullet`` …), text (``%1.``), start."""

    form: str
    text: str
    start: int
    style: str = ""


@dataclass(frozen=True)
class Num:
    """One list: the numbering it follows and, if it restarts, where."""

    abstract: str
    restart: int | None = None


@dataclass
class Facts:
    """What the passes over a document need to know about its styles and numbering."""

    names: dict[str, str] = field(default_factory=dict)
    headings: dict[str, int] = field(default_factory=dict)
    style_nums: dict[str, tuple[str, int]] = field(default_factory=dict)
    italic: frozenset[str] = frozenset()
    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    nums: dict[str, Num] = field(default_factory=dict)
    restarting: frozenset[str] = frozenset()

    def number_of(self, paragraph: Element) -> tuple[str, int] | None:
        """The list (id) and level (from 0) of ``paragraph``, from itself or from its style."""
        properties = paragraph.find(PPR)
        if properties is None:
            return None
        inherited = self.style_nums.get(child_value(properties, PSTYLE))
        own = properties.find(NUMPR)
        if own is None:
            return inherited
        number = child_value(own, NUMID) or (inherited[0] if inherited else "0")
        level = int(child_value(own, ILVL) or (inherited[1] if inherited else 0))
        return None if number == "0" else (number, level)

    def in_list(self, numbered: tuple[str, int]) -> bool:
        """Whether a paragraph so ``numbered`` may stand inside another list: whether it has a bullet."""
        num = self.nums.get(numbered[0])
        level = self.levels.get(num.abstract, {}).get(numbered[1]) if num else None
        return level is not None and level.form == "bullet"

    def name_of(self, style: str) -> str:
        """The name of the style with the id ``style``, in small letters."""
        return self.names.get(style, style.lower())


def read_facts(styles: Element | None, numbering: Element | None) -> Facts:
    """The facts in the two parts, either of which may be absent."""
    facts = Facts()
    if numbering is not None:
        _read_numbering(numbering, facts)
    if styles is not None:
        _read_styles({style.get(_STYLE_ID, ""): style for style in styles.iter(_STYLE)}, facts)
    facts.restarting = frozenset(number for number, num in facts.nums.items() if _restarts(num, facts))
    return facts


def _read_numbering(numbering: Element, facts: Facts) -> None:
    for abstract in numbering.iter(_ABSTRACT):
        facts.levels[abstract.get(_ABSTRACT_ID, "")] = {
            int(level.get(ILVL, "0")): Level(
                child_value(level, w("numFmt")) or "decimal",
                child_value(level, w("lvlText")),
                int(child_value(level, w("start")) or "1"),
                child_value(level, PSTYLE),
            )
            for level in abstract.iter(_LEVEL)
        }
    for num in numbering.iter(_NUM):
        restart = child_value(num, w("lvlOverride"), w("startOverride"))
        facts.nums[num.get(_NUM_ID, "")] = Num(
            child_value(num, _ABSTRACT_ID), int(restart) if restart else None
        )


def _read_styles(styles: Mapping[str, Element], facts: Facts) -> None:
    italic = set()
    for style_id, style in styles.items():
        facts.names[style_id] = child_value(style, _NAME).lower()
        chain = _chain(style_id, styles)
        outline = next((value for one in chain if (value := child_value(one, PPR, _OUTLINE))), "")
        if outline and int(outline) < _NO_HEADING:
            facts.headings[style_id] = int(outline) + 1
        number = next((value for one in chain if (value := child_value(one, PPR, NUMPR, NUMID))), "")
        if number and number != "0":
            level = next((value for one in chain if (value := child_value(one, PPR, NUMPR, ILVL))), "0")
            facts.style_nums[style_id] = (number, int(level))
        slanted = next((one.find(RPR).find(w("i")) for one in chain if _has_italic(one)), None)  # type: ignore[union-attr]
        if slanted is not None and slanted.get(VAL, "1") not in ("0", "false"):
            italic.add(style_id)
    facts.italic = frozenset(italic)


def _has_italic(style: Element) -> bool:
    look = style.find(RPR)
    return look is not None and look.find(w("i")) is not None


def _chain(style_id: str, styles: Mapping[str, Element]) -> list[Element]:
    """The style and all it is based on, nearest first; a circle is cut."""
    chain: list[Element] = []
    while style_id in styles and styles[style_id] not in chain:
        chain.append(styles[style_id])
        style_id = child_value(styles[style_id], _BASED_ON)
    return chain


def _restarts(num: Num, facts: Facts) -> bool:
    """Does an interrupted list of this kind begin anew?  Headings and numbered paragraphs go on."""
    top = facts.levels.get(num.abstract, {}).get(0)
    if top is None or top.form in ("bullet", "none") or top.style in facts.headings:
        return False
    return facts.name_of(top.style) != THROUGHOUT


def restarted_num(number: str, abstract: str, start: int) -> Element:
    """A ``w:num`` with the new id ``number`` whose first level begins at ``start``."""
    num = make("num", numId=number)
    num.append(make("abstractNumId", val=abstract))
    override = make("lvlOverride", ilvl="0")
    override.append(make("startOverride", val=str(start)))
    num.append(override)
    return num


def notes_by_id(footnotes: Element | None) -> dict[str, Element]:
    """The ordinary footnotes of a part by their ids, without the separators."""
    if footnotes is None:
        return {}
    return {note.get(ID, ""): note for note in footnotes if note.get(w("type"), "normal") == "normal"}
