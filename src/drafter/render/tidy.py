"""The passes over a rendered tree that keep it a sound and decent Word document."""

from __future__ import annotations

from typing import Final

from drafter.render.facts import Facts, restarted_num
from drafter.render.ooxml import (
    BR,
    NUMPR,
    PPR,
    SECT,
    TBL,
    TC,
    TR,
    Element,
    P,
    blocks,
    drop,
    make,
    style_of,
    text_of,
    w,
)

#: Set on a paragraph whose whole text is tags: when they print nothing, it goes.
VOLATILE: Final = "volatile"
_TABLE_HEADER: Final = f"{w('trPr')}/{w('tblHeader')}"
#: What makes a paragraph without text a part of the page all the same.
_CONTENT: Final = tuple(
    w(name)
    for name in (
        "drawing", "pict", "object", "footnoteReference", "endnoteReference", "fldChar", "fldSimple",
        "sym", "ptab",
    )
)  # fmt: skip
_PAGE_BREAK: Final = w("pageBreakBefore")


#: Deeper than any heading: no heading before text is an orphan.
_TEXT: Final = 99


def is_empty(paragraph: Element) -> bool:
    """Has ``paragraph`` neither text nor anything else to show?  A no-break space is text."""
    if text_of(paragraph).strip(" \n\t") or next(paragraph.iter(*_CONTENT), None) is not None:
        return False
    return all(not line.get(w("type")) for line in paragraph.iter(BR))


def tidy(root: Element, facts: Facts) -> None:
    """Drop what printed nothing, in the document or any other text part ``root``."""
    _drop_volatile(root)
    _drop_bare_tables(root, facts)
    _drop_doubled_blanks(root, facts)
    _end_cells(root)


def _drop_volatile(root: Element) -> None:
    for paragraph in list(root.iter(P)):
        if paragraph.get(VOLATILE) is None:
            continue
        del paragraph.attrib[VOLATILE]
        if is_empty(paragraph):
            parent = paragraph.getparent()
            # Cells, notes and headers need a paragraph; a section's end is kept in one.
            if parent is not None and len(parent.findall(P)) > 1 and paragraph.find(f"{PPR}/{SECT}") is None:
                parent.remove(paragraph)


def _drop_bare_tables(root: Element, facts: Facts) -> None:
    """A table without a row, or with its header alone, goes; so does the gap below it."""
    for table in list(root.iter(TBL)):
        if all(row.find(_TABLE_HEADER) is not None for row in table.findall(f".//{TR}")):
            gap = table.getnext()
            if (
                gap is not None
                and gap.tag == P
                and is_empty(gap)
                and facts.name_of(style_of(gap)) == "table gap"
            ):
                drop(gap)
            drop(table)


def _drop_doubled_blanks(root: Element, facts: Facts) -> None:
    for paragraph in list(root.iter(P)):
        before = paragraph.getprevious()
        if (
            before is not None
            and before.tag == P
            and _is_blank(paragraph, facts)
            and _is_blank(before, facts)
        ):
            drop(paragraph)
    for table in list(root.iter(TBL)):
        following = table.getnext()
        if following is not None and following.tag == TBL:
            # Word would run the two tables into one.
            table.addnext(make("p"))


def _is_blank(paragraph: Element, facts: Facts) -> bool:
    if not is_empty(paragraph) or _keeps_page(paragraph, facts):
        return False
    properties = paragraph.find(PPR)
    return properties is None or (properties.find(NUMPR) is None and properties.find(w("pBdr")) is None)


def _keeps_page(paragraph: Element, facts: Facts) -> bool:
    if facts.name_of(style_of(paragraph)) == "page break":
        return True
    properties = paragraph.find(PPR)
    return properties is not None and (
        properties.find(SECT) is not None or properties.find(_PAGE_BREAK) is not None
    )


def _end_cells(root: Element) -> None:
    """Word calls a file corrupt when a cell does not end with a paragraph."""
    for cell in root.iter(TC):
        if not len(cell) or cell[-1].tag != P:
            cell.append(make("p"))


def drop_orphan_headings(body: Element, facts: Facts) -> None:
    """Remove each heading with nothing under it: next is a heading as high or higher, or the end.

    Works from the end, so that a heading whose only sub-headings go is removed with them.
    """
    following = 0  # the level of the next kept heading; 0 at the end, none when text comes next
    for block in reversed(list(blocks(body))):
        if block.tag == TBL:
            following = _TEXT
            continue
        level = facts.headings.get(style_of(block))
        if level is None:
            if not _only_breaks(block):
                following = _TEXT
        elif following <= level:
            drop(block)
        else:
            following = level


def _only_breaks(paragraph: Element) -> bool:
    return not text_of(paragraph).strip() and next(paragraph.iter(*_CONTENT), None) is None


def restart_lists(root: Element, facts: Facts) -> list[Element]:
    """Number each interrupted list anew; return the ``w:num`` elements to add to the numbering part.

    Two list paragraphs belong to one list when only paragraphs of lists stand between them.
    """
    if not facts.restarting:
        return []
    added: list[Element] = []
    used: set[str] = set()
    running: dict[str, str] = {}
    next_id = 1 + max((int(number) for number in facts.nums), default=0)
    parent: Element | None = None
    for paragraph in root.iter(P):
        if paragraph.getparent() is not parent or _follows_table(paragraph):
            running, parent = {}, paragraph.getparent()
        numbered = facts.number_of(paragraph)
        if numbered is None or numbered[0] not in facts.restarting:
            if not _inside_list(paragraph, numbered, facts):
                running = {}
            continue
        number, level = numbered
        if number not in running:
            running[number] = number
            if number in used:
                num = facts.nums[number]
                running[number] = str(next_id)
                added.append(restarted_num(str(next_id), num.abstract, facts.levels[num.abstract][0].start))
                next_id += 1
            used.add(number)
        if running[number] != number:
            _put_number(paragraph, running[number], level)
    return added


def _inside_list(paragraph: Element, numbered: tuple[str, int] | None, facts: Facts) -> bool:
    """Whether ``paragraph`` may stand inside a numbered list: a bullet, or an item's second paragraph."""
    if numbered is None:
        return facts.name_of(style_of(paragraph)).startswith("list continue")
    level = (
        facts.levels.get(facts.nums[numbered[0]].abstract, {}).get(numbered[1])
        if numbered[0] in facts.nums
        else None
    )
    return level is not None and level.form == "bullet"


def _follows_table(paragraph: Element) -> bool:
    before = paragraph.getprevious()
    return before is not None and before.tag == TBL


_BEFORE_NUMBER: Final = frozenset(
    w(name) for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
)


def _put_number(paragraph: Element, number: str, level: int) -> None:
    properties = paragraph.find(PPR)
    if properties is None:
        return
    for old in properties.findall(NUMPR):
        properties.remove(old)
    numbering = make("numPr")
    numbering.append(make("ilvl", val=str(level)))
    numbering.append(make("numId", val=number))
    properties.insert(sum(1 for child in properties if child.tag in _BEFORE_NUMBER), numbering)
