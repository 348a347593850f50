"""A rendered part as text: its paragraphs in reading order, and the tables, cells and notes around them.

Word's XML is not parsed again after Jinja.  :func:`broken` has put :data:`BREAK` before every paragraph of
the template, where no answer can put one (its ``<`` is escaped), so that a part falls into paragraphs by
one ``split``.  What a paragraph is — style, level, list — stands in its opening, everything up to the end
of its properties; a template has a few dozen of those, and each is read once (:mod:`openings`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from typing import Final, Self, TypeAlias, final

from lxml import etree

from drafter.render.facts import Facts
from drafter.render.ooxml import Element, Namespaces, with_usual_prefix
from drafter.render.openings import PROPERTIES_END, Opening, Openings
from drafter.render.runs import Runs

#: Begins each paragraph.  No other element's name goes on with a space after ``w:p``.
BREAK: Final = "\n<w:p "
_END: Final = "</w:p>"
#: The elements whose paragraphs are neighbours of each other only, and those that order them.
_GROUPS: Final = "body|tbl|tr|tc|sdtContent|customXml|txbxContent|footnote"
_STRUCTURE: Final = re.compile(rf"<(/?)w:({_GROUPS}|p)(?=[ />])[^>]*?(/?)>")
_EMPTY_ELEMENT: Final = re.compile(r"<w:p( [^>]*?)?/>")
_PARAGRAPH: Final = re.compile(r"<w:p(?: |(?=>))")
_WORDS: Final = re.compile(r"<w:t(?: [^>]*)?>([^<]*)</w:t>|<w:(br|tab)(?=[ /])")
_SIGNS: Final = {"br": "\n", "tab": "\t"}
#: The groups that end and begin between two cells of a row, and between two rows.
_NEXT_CELL: Final = (("tc", True), ("tc", False))
_NEXT_ROW: Final = (("tc", True), ("tr", True), ("tr", False), ("tc", False))
_CALL: Final = "<w:footnoteReference "
_CALL_END: Final = "</w:footnoteReference>"
_NOTE_ID: Final = re.compile('w:id="[^"]*"')


@final
class Paragraph:
    """One paragraph: its ``opening``, and the XML ``inside`` it, after the properties.

    A paragraph that holds text boxes has nothing ``inside`` but ``nodes``: XML and the boxes' groups.
    """

    __slots__ = ("inside", "nodes", "opening")

    def __init__(self, opening: Opening, inside: str, nodes: Sequence[Node] = ()) -> None:
        """Begin with ``opening``."""
        self.opening = opening
        self.inside = inside
        self.nodes = nodes

    @property
    def text(self) -> str:
        """What a reader sees, text boxes included; breaks and tabs as white space."""
        return unescape("".join([_SIGNS.get(sign, words) for words, sign in _WORDS.findall(self.content)]))

    @property
    def content(self) -> str:
        """The XML inside, that of text boxes included."""
        if not self.nodes:
            return self.inside
        out: list[str] = []
        _write(self.nodes, out)
        return "".join(out)


@final
class Group:
    """A table, row, cell, note or other element ``name`` that paragraphs stand in; the root has no name.

    ``start`` is its tag and whatever comes before its first paragraph or group, such as its properties.
    A cell may hold those after it too, in its row and in the next ones: see :func:`read`.
    """

    __slots__ = ("name", "nodes", "start")

    def __init__(self, name: str, start: str, nodes: Sequence[Node]) -> None:
        """Begin with ``start``."""
        self.name = name
        self.start = start
        self.nodes = nodes


class Bounds(str):
    """The XML between two paragraphs where a group begins or ends.

    ``moves`` are the groups that begin or end (name, text, whether it ends) and, nameless, what is between;
    what follows the beginning of a group, such as a cell's properties, belongs to it.  ``next_cell`` says
    that they lead from one cell of a table into the next, ``next_row`` that this is in the next row, and
    ``ends_cell`` that the first of them ends a cell.
    """

    __slots__ = ("ends_cell", "moves", "next_cell", "next_row")

    moves: tuple[tuple[str, str, bool], ...]
    next_cell: bool
    next_row: bool
    ends_cell: bool

    @classmethod
    def of(cls, xml: str) -> Self:
        """Read ``xml``."""
        bounds = cls(xml)
        bounds.moves = tuple(_moves(xml))
        steps = tuple((name, ends) for name, _, ends in bounds.moves)
        bounds.next_row = steps == _NEXT_ROW
        bounds.next_cell = bounds.next_row or steps == _NEXT_CELL
        bounds.ends_cell = steps[:1] == (("tc", True),)
        return bounds


#: XML that is neither paragraph nor group stands between them as it is.
Node: TypeAlias = "Paragraph | Group | str"
#: A group, or a paragraph with boxes, that is being read: its name, its nodes, and a paragraph's opening.
_Reading: TypeAlias = "tuple[str, list[Node], Opening | None]"


class Forms:
    """What the paragraphs and runs of one part look like, each form read once."""

    def __init__(
        self, facts: Facts, namespaces: Namespaces, known: Mapping[str, Opening] | None = None
    ) -> None:
        """Read by ``facts``; ``namespaces`` are those of the part, ``known`` the openings read before."""
        self.facts = facts
        self.openings = Openings(facts, namespaces)
        self.openings.update(known or {})
        self.runs = Runs(facts, namespaces)


@dataclass
class Flow:
    """The content of one part; ``blanks`` is the wording of its blanks, in order."""

    root: Group
    forms: Forms
    blanks: list[str]

    @property
    def body(self) -> Group:
        """The group of the document's own paragraphs; any other part's is its root."""
        found = (node for node in self.root.nodes if isinstance(node, Group) and node.name == "body")
        return next(found, self.root)

    def paragraphs(self) -> Iterator[Paragraph]:
        """Every paragraph in reading order, those of a text box after the one that holds it."""
        return _paragraphs(self.root.nodes)

    def xml(self) -> str:
        """The part."""
        out: list[str] = []
        _write(self.root.nodes, out)
        return "".join(out)


def within(group: Group) -> Iterator[Node]:
    """What stands directly in ``group``, looking into content controls."""
    for node in group.nodes:
        if isinstance(node, Group) and node.name == "sdtContent":
            yield from within(node)
        else:
            yield node


def blocks(group: Group) -> Iterator[Paragraph | Group]:
    """The paragraphs and tables directly in ``group``, looking into content controls."""
    for node in within(group):
        if isinstance(node, Paragraph) or (isinstance(node, Group) and node.name == "tbl"):
            yield node


def read_part(root: Element, facts: Facts) -> Flow:
    """The flow of a finished part."""
    root = with_usual_prefix(root)
    xml = broken(etree.tostring(root, encoding="unicode"))
    return read(xml, Forms(facts, Namespaces.of(root)))


def broken(xml: str) -> str:
    """``xml`` with :data:`BREAK` before every paragraph, and none of them an empty element."""
    return _PARAGRAPH.sub(BREAK, _EMPTY_ELEMENT.sub(r"<w:p\1></w:p>", xml))


def known_openings(source: str, facts: Facts, namespaces: Namespaces) -> dict[str, Opening]:
    """The openings in the Jinja ``source`` of a part, but those that hold tags."""
    openings = Openings(facts, namespaces)
    for piece in source.split(BREAK)[1:]:
        begins, properties, _ = piece.partition(_END)[0].partition(PROPERTIES_END)
        text = begins if properties else begins.partition(">")[0]
        if "{" not in text:
            openings[text]
    return dict(openings)


def lifted_notes(xml: str) -> tuple[str, list[str]]:
    """Take the footnotes out of their references in ``xml`` and number both 1..n in the order of the text."""
    first, *calls = xml.split(_CALL)
    out, notes = [first], []
    for number, call in enumerate(calls, 1):
        attributes, _, inside = call.partition(">")
        note, _, after = inside.partition(_CALL_END) if not attributes.endswith("/") else ("", "", inside)
        attributes = _NOTE_ID.sub(f'w:id="{number}"', attributes.removesuffix("/"))
        out.append(f"{_CALL}{attributes}/>{after}")
        notes.append(f'<w:footnote w:id="{number}">{note}</w:footnote>')
    return "".join(out), notes


def read(xml: str, forms: Forms, *, questions: bool = False, folded: bool = False) -> Flow:
    """The flow of the rendered part ``xml``, its marks turned into looks.

    With ``questions`` printed answers are links to their questions.  With ``folded`` cells that hold one
    paragraph and nothing else, which are nearly all, make no groups of their own: the first of them holds the
    others too, with the :class:`Bounds` between them.
    """
    reader = _Reader(forms, questions=questions, folded=folded)
    reader.read(xml)
    return Flow(reader.root, forms, reader.blanks)


@final
class _Reader:
    """Reads a part; on the ``stack`` are the groups that are open."""

    def __init__(self, forms: Forms, *, questions: bool, folded: bool) -> None:
        self.forms, self.questions, self.folded = forms, questions, folded
        self.blanks: list[str] = []
        nodes: list[Node] = []
        self.root = Group("", "", nodes)
        self.stack: list[_Reading] = [("", nodes, None)]

    def read(self, xml: str) -> None:
        openings, stack = self.forms.openings, self.stack
        folded = False  # whether the cell that is open holds others before it
        first, *pieces = xml.split(BREAK)
        self._move(_bounds(first))
        for piece in pieces:
            inside, closing, after = piece.partition(_END)
            begins, properties, inside = inside.partition(PROPERTIES_END)
            if not properties:
                begins, _, inside = begins.partition(">")
            opening = openings[begins]
            if folded and (not closing or type(stack[-1][1][-1]) is Paragraph):
                folded = self._unfold()  # the cell holds more than a paragraph
            if not closing:
                self._box(opening, inside)
                continue
            if not inside.isprintable():  # neither a mark nor a line end is, and most paragraphs are
                inside = self._resolved(inside, opening)
            top, here, _ = stack[-1]
            here.append(Paragraph(opening, inside))
            if after:
                bounds = _bounds(after)
                if self._folds(bounds, opening) and (folded or (len(here) == 1 and top == "tc")):
                    here.append(bounds)
                    folded = True
                else:
                    folded = folded and not bounds.ends_cell and self._unfold()
                    self._move(bounds)

    def _folds(self, bounds: Bounds, opening: Opening) -> bool:
        """Whether a cell of one paragraph, which ``opening`` begins, may share a group with the next."""
        return self.folded and bounds.next_cell and not opening.restarts

    def _resolved(self, inside: str, opening: Opening) -> str:
        return self.forms.runs.resolved(inside, self.blanks, italic=opening.italic, questions=self.questions)

    def _box(self, opening: Opening, inside: str) -> None:
        """Begin a paragraph that a text box begins in, after the XML ``inside``."""
        nodes: list[Node] = []
        self.stack[-1][1].append(Paragraph(opening, "", nodes))
        self.stack.append(("p", nodes, opening))
        self._move(_bounds(inside))

    def _unfold(self) -> bool:
        """Give the open cell, and each that it holds, a group of its own; return that none is folded."""
        nodes = self.stack[-1][1]
        others = nodes[1:]
        del nodes[1:]
        for node in others:
            if isinstance(node, Bounds):
                self._move(node)
            else:
                self.stack[-1][1].append(node)
        return False

    def _move(self, bounds: Bounds) -> None:
        """Open and close the groups in ``bounds``; an end without its beginning stays as text."""
        stack = self.stack
        for name, text, ends in bounds.moves:
            top, within, opening = stack[-1]
            if ends and name == top:
                stack.pop()
            elif ends or not name:
                within.append(self._resolved(text, opening) if opening else text)
            else:
                nodes: list[Node] = []
                within.append(Group(name, text, nodes))
                stack.append((name, nodes, None))


@lru_cache(maxsize=4096)
def _bounds(xml: str) -> Bounds:
    return Bounds.of(xml)


def _moves(xml: str) -> list[tuple[str, str, bool]]:
    found: list[tuple[str, str, bool]] = []
    place = 0
    for tag in _STRUCTURE.finditer(xml):
        _add_between(xml[place : tag.start()], found)
        ends, name, empty = tag.groups()
        found.append((name, f"{tag[0][:-2]}>" if empty else tag[0], bool(ends)))
        if empty:
            found.append((name, f"</w:{name}>", True))
        place = tag.end()
    _add_between(xml[place:], found)
    return found


def _add_between(xml: str, found: list[tuple[str, str, bool]]) -> None:
    if not xml.strip():
        return
    if found and found[-1][0] and not found[-1][2]:
        name, start, _ = found.pop()
        found.append((name, start + xml, False))
    else:
        found.append(("", xml, False))


def _paragraphs(nodes: Sequence[Node]) -> Iterator[Paragraph]:
    for node in nodes:
        if isinstance(node, Paragraph):
            yield node
        if not isinstance(node, str):
            yield from _paragraphs(node.nodes)


def _write(nodes: Sequence[Node], out: list[str]) -> None:
    for node in nodes:
        if type(node) is Paragraph:
            out += (node.opening.xml, node.inside)
            if node.nodes:
                _write(node.nodes, out)
            out.append(_END)
        elif type(node) is Group:
            out.append(node.start)
            _write(node.nodes, out)
            out.append(f"</w:{node.name}>")
        else:
            out.append(node)
