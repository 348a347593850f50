"""Which names a template uses that an example context lacks, loops and grounds included."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from jinja2 import nodes

#: The value of something the example says nothing about, e.g. the items of an empty list.
_UNKNOWN: Final = object()
Scope = Mapping[str, object]


def unknown_names(template: nodes.Template, example: Mapping[str, object]) -> list[tuple[str, int]]:
    """Each name (dotted) that ``template`` reads and ``example`` lacks, with its line, in order."""
    found: list[tuple[str, int]] = []
    scope = {"no_fragment": _UNKNOWN, **example}
    for node in template.body:
        _visit(node, scope, found)
    return list(dict.fromkeys(found))


def _visit(node: nodes.Node, scope: Scope, found: list[tuple[str, int]]) -> None:
    if isinstance(node, nodes.For):
        items = _value(node.iter, scope, found)
        inner = {**scope, "loop": _UNKNOWN}
        if isinstance(node.target, nodes.Name):
            inner[node.target.name] = _item(items)
            inner[f"{node.target.name}[]"] = items
        for child in (*node.body, *([node.test] if node.test else [])):
            _visit(child, inner, found)
        for child in node.else_:
            _visit(child, scope, found)
    elif isinstance(node, nodes.If):
        _value(node.test, scope, found)
        _each(node.body, _narrowed(node.test, scope), found)
        _each([*node.elif_, *node.else_], scope, found)
    elif isinstance(node, nodes.Expr):
        _value(node, scope, found)
    else:
        _each(node.iter_child_nodes(), scope, found)


def _each(children: Iterable[nodes.Node], scope: Scope, found: list[tuple[str, int]]) -> None:
    for child in children:
        _visit(child, scope, found)


def _value(node: nodes.Node, scope: Scope, found: list[tuple[str, int]]) -> object:
    """The example's value of an expression; anything but a name or a field of one is not known."""
    if isinstance(node, nodes.Name):
        if node.name not in scope:
            found.append((node.name, node.lineno))
        return scope.get(node.name, _UNKNOWN)
    if isinstance(node, nodes.Getattr):
        owner = _value(node.node, scope, found)
        if isinstance(owner, Mapping):
            if node.attr not in owner:
                found.append((_dotted(node), node.lineno))
            return owner.get(node.attr, _UNKNOWN)
        if owner is not _UNKNOWN:
            found.append((_dotted(node), node.lineno))
        return _UNKNOWN
    _each(node.iter_child_nodes(), scope, found)
    return _UNKNOWN


def _dotted(node: nodes.Node) -> str:
    if isinstance(node, nodes.Getattr):
        return f"{_dotted(node.node)}.{node.attr}"
    return node.name if isinstance(node, nodes.Name) else "…"


def _item(items: object) -> object:
    """One item that stands for all: the fields that any of them has."""
    if not isinstance(items, tuple) or not items:
        return _UNKNOWN
    groups = [item for item in items if isinstance(item, Mapping)]
    if not groups:
        return items[0]
    return {key: value for group in groups for key, value in group.items()}


def _narrowed(test: nodes.Node, scope: Scope) -> Scope:
    """Inside ``if ground.fragment == 'b3D'`` the loop's item is one with that value."""
    if not (isinstance(test, nodes.Compare) and isinstance(test.expr, nodes.Getattr) and len(test.ops) == 1):
        return scope
    owner, wanted = test.expr.node, test.ops[0].expr
    if not (isinstance(owner, nodes.Name) and isinstance(wanted, nodes.Const) and test.ops[0].op == "eq"):
        return scope
    items = scope.get(f"{owner.name}[]")
    if not isinstance(items, tuple):
        return scope
    same = tuple(
        item for item in items if isinstance(item, Mapping) and item.get(test.expr.attr) == wanted.value
    )
    return {**scope, owner.name: _item(same)}
