"""The passes over a rendered part that keep it a sound and decent Word document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, TypeGuard

from drafter.render.facts import restarted_num
from drafter.render.flow import Bounds, Flow, Group, Node, Paragraph, blocks
from drafter.render.ooxml import Element
from drafter.render.openings import Opening, Openings
from drafter.render.table_rows import rows_of

#: What makes a paragraph without text a part of the page all the same.
_CONTENT: Final = (
    "<w:(?:drawing|pict|object|footnoteReference|endnoteReference|fldChar|fldSimple|sym|ptab)(?=[ />])"
)
#: A no-break space is text; a break of a page or column shows.
_SHOWN: Final = re.compile(rf'<w:t(?: [^>]*)?>[ \n\t]*[^ \n\t<]|{_CONTENT}|<w:br [^>]*?\bw:type="[^"]')
_TOLD: Final = re.compile(rf"<w:t(?: [^>]*)?>\s*[^\s<]|{_CONTENT}")
#: The style of the paragraph that stands between a table and what follows it.
GAP: Final = "table gap"
_EMPTY: Final = Opening(
    "<w:p>", volatile=False, style="", level=0, number=None, restarts=False, in_list=False, stays=False,
    section=False, italic=False, indent=0,
)  # fmt: skip
#: Deeper than any heading: no heading before text is an orphan.
_TEXT: Final = 99


def is_empty(paragraph: Paragraph) -> bool:
    """Whether ``paragraph`` has neither text nor anything else to show."""
    return not paragraph.nodes and _SHOWN.search(paragraph.inside) is None


def tidy(group: Group | Paragraph) -> None:
    """Drop what printed nothing below ``group``, the root of a flow."""
    nodes = group.nodes
    if nodes and type(nodes[0]) is Paragraph and not nodes[0].nodes and _is_alone(nodes):
        return  # such is nearly every cell, and its paragraph has to stay
    kept = _kept(nodes)
    for node in kept:
        if type(node) is Group or (type(node) is Paragraph and node.nodes):
            tidy(node)
    if type(group) is Group and group.name == "tc" and not (kept and type(kept[-1]) is Paragraph):
        # Word calls a file corrupt when a cell does not end with a paragraph.
        kept.append(Paragraph(_EMPTY, ""))
    group.nodes = kept


def _is_alone(nodes: Sequence[Node]) -> bool:
    """Whether the first of ``nodes`` is all that its cell holds."""
    return len(nodes) == 1 or type(nodes[1]) is Bounds


def _kept(nodes: Sequence[Node]) -> list[Node]:
    """The neighbours ``nodes`` without bare tables, empty paragraphs of tags and doubled blanks."""
    left = 0
    for node in nodes:
        left += type(node) is Paragraph
    kept: list[Node] = []
    blank = gap = False  # what came before: a blank paragraph, a table that went
    for node in nodes:
        if type(node) is Paragraph:
            opening = node.opening
            if is_empty(node):
                # Cells, notes and headers need a paragraph; a section's end is kept in one.
                if opening.volatile and left > 1 and not opening.section:
                    left -= 1
                    continue
                if (gap and opening.style == GAP) or (blank and not opening.stays):
                    gap = False
                    continue
                blank = not opening.stays
            else:
                blank = False
        elif _is_table(node):
            if _is_bare(node):
                gap = True
                continue
            if kept and _is_table(kept[-1]):
                # Word would run the two tables into one.
                kept.append(Paragraph(_EMPTY, ""))
            blank = False
        else:
            blank = False
        gap = False
        kept.append(node)
    return kept


def _is_table(node: Node | None) -> TypeGuard[Group]:
    return type(node) is Group and node.name == "tbl"


def _is_bare(table: Group) -> bool:
    """Whether ``table`` has no row, or headers alone."""
    return all(row.is_header for row in rows_of(table))


def drop_orphan_headings(body: Group) -> None:
    """Remove each heading with nothing under it: next is a heading as high or higher, or the end.

    Works from the end, so that a heading whose only sub-headings go is removed with them.
    """
    following = 0  # the level of the next kept heading; 0 at the end, none when text comes next
    orphans: set[Node] = set()
    for block in reversed(list(blocks(body))):
        level = 0 if type(block) is Group else block.opening.level
        if level:
            if following <= level:
                orphans.add(block)
            else:
                following = level
        elif following != _TEXT and _tells(block):
            following = _TEXT
    if orphans:
        drop(body, orphans)


def drop_gaps_before_headings(body: Group) -> None:
    """Remove the gap between a table and a heading, which brings room of its own.

    With it, LibreOffice 7.4 leaves such a heading alone at the foot of a page.
    """
    every = list(blocks(body))
    gaps: set[Node] = {
        block
        for block, following in pairwise(every)
        if type(block) is Paragraph
        and type(following) is Paragraph
        and block.opening.style == GAP
        and following.opening.level
    }
    if gaps:
        drop(body, gaps)


def _tells(block: Paragraph | Group) -> bool:
    """Whether ``block`` is more than breaks and blanks."""
    return bool(block.nodes) or (type(block) is Paragraph and _TOLD.search(block.inside) is not None)


def drop(container: Group, dropped: set[Node]) -> None:
    """Remove ``dropped`` from ``container`` and the content controls in it."""
    container.nodes = [node for node in container.nodes if node not in dropped]
    for node in container.nodes:
        if type(node) is Group and node.name == "sdtContent":
            drop(node, dropped)


class _Lists:
    """Finds the lists that begin anew, paragraph by paragraph."""

    def __init__(self, openings: Openings) -> None:
        self.openings = openings
        self.facts = openings.facts
        self.added: list[Element] = []
        self.used: set[str] = set()
        #: The number of each list that is going on, by the number in the template.
        self.running: dict[str, str] = {}
        self.next_id = 1 + max((int(number) for number in self.facts.nums), default=0)

    def walk(self, nodes: Sequence[Node]) -> None:
        """Look at ``nodes`` in order; two lists never go on across the bounds of a group."""
        self.running = {}
        for node in nodes:
            if type(node) is Paragraph:
                opening = node.opening
                if opening.restarts and opening.number:
                    self._item(node, opening.number[0])
                elif not opening.in_list:
                    self.running = {}
            if not isinstance(node, str) and node.nodes:
                self.walk(node.nodes)
                self.running = {}

    def _item(self, paragraph: Paragraph, number: str) -> None:
        if number not in self.running:
            self.running[number] = self._anew(number) if number in self.used else number
            self.used.add(number)
        if self.running[number] != number:
            paragraph.opening = self.openings.renumbered(paragraph.opening, self.running[number])

    def _anew(self, number: str) -> str:
        num = self.facts.nums[number]
        anew = str(self.next_id)
        self.added.append(restarted_num(anew, num.abstract, self.facts.levels[num.abstract][0].start))
        self.next_id += 1
        return anew


def restart_lists(flow: Flow) -> list[Element]:
    """Number each interrupted list anew; return the ``w:num`` elements to add to the numbering part.

    Two list paragraphs belong to one list when only paragraphs of lists stand between them.
    """
    lists = _Lists(flow.forms.openings)
    lists.walk(flow.root.nodes)
    return lists.added
