"""What a tag may say: insert a field, loop over a list, test a condition.  Nothing else is compiled.

The sandbox of Jinja refuses what is dangerous when it is run; this refuses everything that no template
needs before anything is run, the constant expressions included, which Jinja computes while it compiles.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from jinja2 import nodes

#: Loops in loops: a ground, its rows, and two to spare.  Six lists of thirty would run for an hour.
MOST_LOOPS: Final = 4
#: Expressions and blocks inside each other; an honest tag has three or four.
MOST_DEPTH: Final = 40

_PLAIN: Final = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Const, nodes.Keyword, nodes.If,
    nodes.Test, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.CondExpr, nodes.Concat,
    nodes.Filter,
)  # fmt: skip
#: The one function there is: what the splicing of fragments writes for a ground without fragment.
NO_FRAGMENT: Final = "no_fragment"

CALLS: Final = "it calls something"
COMPUTES: Final = "it computes something"
REACHES: Final = "it reaches inside the program"
LOOPS: Final = "it loops over something that is not a list of the document"
NESTED: Final = "it is nested too deeply"
OTHER: Final = "it does more than insert, loop and test"


def forbidden(root: nodes.Node) -> Iterator[tuple[str, int]]:
    """What in the template ``root`` no template may do, each with its line; at most a few of them."""
    yield from _forbidden(root, 0, 0)


def _forbidden(node: nodes.Node, depth: int, loops: int) -> Iterator[tuple[str, int]]:
    loops += isinstance(node, nodes.For)
    if depth > MOST_DEPTH or loops > MOST_LOOPS:
        yield NESTED, node.lineno
        return
    what = _refused(node)
    if what:
        yield what, node.lineno
        return
    for child in node.iter_child_nodes():
        # A block's own paragraphs lie beside each other; only what is inside a tag or a block is deeper.
        yield from _forbidden(child, depth + 1, loops)


def _refused(node: nodes.Node) -> str:
    """Why no template may hold ``node``, empty where it may."""
    if isinstance(node, _PLAIN):
        return ""
    if isinstance(node, nodes.Getattr | nodes.Getitem):
        return _refused_field(node)
    if isinstance(node, nodes.For) and not node.recursive:
        return "" if _is_field(node.iter) else LOOPS
    if isinstance(node, nodes.Call):
        return "" if isinstance(node.node, nodes.Name) and node.node.name == NO_FRAGMENT else CALLS
    if isinstance(node, nodes.Tuple | nodes.List):
        simple = all(isinstance(item, nodes.Const | nodes.Name) for item in node.items)
        return "" if simple else OTHER
    return COMPUTES if isinstance(node, nodes.BinExpr | nodes.UnaryExpr) else OTHER


def _refused_field(node: nodes.Getattr | nodes.Getitem) -> str:
    if isinstance(node, nodes.Getattr):
        return REACHES if node.attr.startswith("_") else ""
    if not isinstance(node.arg, nodes.Const):
        return OTHER
    return REACHES if str(node.arg.value).startswith("_") else ""


def _is_field(node: nodes.Node) -> bool:
    """Whether ``node`` is a name or a field of one: nothing that a template could make long by itself."""
    while isinstance(node, nodes.Getattr | nodes.Getitem):
        node = node.node
    return isinstance(node, nodes.Name)
