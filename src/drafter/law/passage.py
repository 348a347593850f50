"""A stretch of a provision as it may be shown: its own words where they may be quoted, else a paraphrase.

A quotation is the text of a node, whole and unchanged; what lies between two nodes and is not shown is
marked as left out, so that nobody takes the pieces for the whole.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from drafter.law.model import Node, PolicyStatement, Provision

#: What stands where a text may not be quoted and has no paraphrase.
NO_WORDS = "(text not verified)"
#: A node with more parts than this is shown without them.
_MANY_PARTS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One node: ``words`` are the provision's own only where ``quoted`` is True.

    ``depth`` is how deep it stands below the first level, ``left_out`` whether something was left out before
    it.  ``ref`` is what to confirm where ``doubt`` says why; that is empty where the node is verified.
    """

    ref: str
    node: str
    label: str
    heading: str
    words: str
    quoted: bool
    depth: int
    left_out: bool
    doubt: str
    note: str


def words(node: Node) -> str:
    """What may be shown of ``node``: its text where it may be quoted, else its paraphrase."""
    return node.text if node.quote_ok else node.paraphrase or NO_WORDS


Lines = tuple[tuple[Line, ...], bool]


def statement_lines(statement: PolicyStatement, wanted: Collection[str] = ()) -> Lines:
    """Return the lines for the nodes ``wanted`` (all, where none is named), and whether the end is left out.

    With each go the nodes above it, without which it is no sentence, and its parts where they are few.
    """
    return _lines(statement.nodes, wanted, lambda node: f"policy:{statement.id}:{node.id}")


def provision_lines(provision: Provision, wanted: Collection[str] = ()) -> Lines:
    """The same for a statute, regulation or rule, whose nodes have no refs of their own."""
    return _lines(provision.nodes, wanted, lambda _node: f"text:{provision.id}")


def _lines(nodes: Sequence[Node], wanted: Collection[str], ref: Callable[[Node], str]) -> Lines:
    parents = {node.id: node.parent for node in nodes}
    chosen = set(parents) if not wanted else {one for name in wanted for one in _around(name, parents)}
    lines: list[Line] = []
    left_out = False
    for node in nodes:
        if node.id in chosen:
            depth = len(_above(node.id, parents))
            lines.append(_line(node, ref(node), depth, left_out=left_out and bool(lines)))
            left_out = False
        else:
            left_out = True
    return tuple(lines), left_out and bool(lines)


def _line(node: Node, ref: str, depth: int, *, left_out: bool) -> Line:
    return Line(
        ref=ref,
        node=node.id,
        label=node.label,
        heading=node.heading,
        words=words(node),
        quoted=node.quote_ok,
        depth=depth,
        left_out=left_out,
        doubt="" if node.verified else f"confidence {node.confidence}",
        note=node.note,
    )


def _above(name: str, parents: dict[str, str]) -> list[str]:
    found: list[str] = []
    above = parents.get(name, "")
    while above in parents and above not in found:
        found.append(above)
        above = parents[above]
    return found


def _around(name: str, parents: dict[str, str]) -> set[str]:
    below = {one for one in parents if name in _above(one, parents)}
    return {name, *_above(name, parents), *(below if len(below) <= _MANY_PARTS else ())}
