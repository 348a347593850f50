"""A rendered part as text: its paragraphs in reading order, and the tables, cells and notes around them.

Word's XML is not parsed again after Jinja.  :func:`broken` has put :data:`BREAK` before every paragraph of
the template, where no answer can put one (its ``<`` is escaped), so that a part falls into paragraphs by
one ``split``.  What a paragraph is — style, level, list — stands in its opening, everything up to the end
of its properties; a template has a few dozen of those, and each is read once (:mod:`openings`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from typing import Final, TypeAlias, final

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
    """

    __slots__ = ("name", "nodes", "start")

    def __init__(self, name: str, start: str, nodes: Sequence[Node]) -> None:
        """Begin with ``start``."""
        self.name = name
        self.start = start
        self.nodes = nodes


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


def read(xml: str, forms: Forms, *, questions: bool = False) -> Flow:
    """The flow of the rendered part ``xml``, its marks turned into looks.

    With ``questions`` printed answers are links to their questions.
    """
    openings = forms.openings
    blanks: list[str] = []

    def resolved(inside: str, opening: Opening) -> str:
        return forms.runs.resolved(inside, blanks, italic=opening.italic, questions=questions)

    nodes: list[Node] = []
    root = Group("", "", nodes)
    stack: list[_Reading] = [("", nodes, None)]
    first, *pieces = xml.split(BREAK)
    _structure(first, stack, resolved)
    for piece in pieces:
        inside, closing, after = piece.partition(_END)
        begins, properties, inside = inside.partition(PROPERTIES_END)
        if not properties:
            begins, _, inside = begins.partition(">")
        opening = openings[begins]
        if closing:
            if not inside.isprintable():  # neither a mark nor a line end is, and most paragraphs are
                inside = resolved(inside, opening)
            stack[-1][1].append(Paragraph(opening, inside))
        else:  # a text box begins inside it
            nodes = []
            stack[-1][1].append(Paragraph(opening, "", nodes))
            stack.append(("p", nodes, opening))
            after = inside
        if after:
            _structure(after, stack, resolved)
    return Flow(root, forms, blanks)


def _structure(xml: str, stack: list[_Reading], resolved: Callable[[str, Opening], str]) -> None:
    """Open and close the groups in ``xml``; an end without its beginning stays as text."""
    for name, text, ends in _tags(xml):
        top, within, opening = stack[-1]
        if ends and name == top:
            stack.pop()
        elif ends or not name:
            within.append(resolved(text, opening) if opening else text)
        else:
            nodes: list[Node] = []
            within.append(Group(name, text, nodes))
            stack.append((name, nodes, None))


@lru_cache(maxsize=4096)
def _tags(xml: str) -> tuple[tuple[str, str, bool], ...]:
    """The groups that begin or end in ``xml`` (name, text, whether it ends) and, nameless, what is between.

    What follows the beginning of a group, such as a cell's properties, belongs to it.
    """
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
    return tuple(found)


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
