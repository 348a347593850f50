"""Proves of a template that whatever its tags print, the part is well-formed XML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from jinja2 import nodes

from drafter.render.plain import NOT_XML

#: Stands for a printed value.  One may stand in text or inside the quotes of an attribute, nowhere else.
_VALUE: Final = "\0"
_TAG: Final = re.compile(r'<(/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<>]*")*)\s*(/?)>')
#: The names of the elements that are open, outermost first.
_Open: TypeAlias = tuple[str, ...]


class _UnbalancedError(Exception):
    """No proof: an end without its beginning, a block inside a tag, or a node that is not known here."""


def is_balanced(template: nodes.Template) -> bool:
    """Whether every block of ``template`` leaves open what was open before it, and nothing else.

    Then any choice of its blocks, any number of times, nests elements properly, as an answer can bring no
    tag of its own.  False also where that is not certain.
    """
    if any(NOT_XML.search(str(constant.value)) for constant in template.find_all(nodes.Const)):
        return False
    try:
        return not _after(template.body, ())
    except _UnbalancedError:
        return False


def _after(body: Sequence[nodes.Node], before: _Open) -> _Open:
    """What is open after ``body``, which begins with ``before`` open."""
    now = before
    for node in body:
        if isinstance(node, nodes.Output):
            now = _after_text("".join(map(_printed, node.nodes)), now)
        elif any(_after(block, now) != now for block in _blocks(node)):
            raise _UnbalancedError
    return now


def _blocks(node: nodes.Node) -> Iterator[Sequence[nodes.Node]]:
    if isinstance(node, nodes.If):
        yield from (node.body, node.elif_, node.else_)
    elif isinstance(node, nodes.For):
        yield from (node.body, node.else_)
    else:
        raise _UnbalancedError


def _printed(node: nodes.Node) -> str:
    return node.data if isinstance(node, nodes.TemplateData) else _VALUE


def _after_text(xml: str, before: _Open) -> _Open:
    now = list(before)
    place = 0
    for tag in _TAG.finditer(xml):
        ends, name, _, empty = tag.groups()
        if _has_tag(xml[place : tag.start()]) or (ends and (not now or now.pop() != name)):
            raise _UnbalancedError
        if not ends and not empty:
            now.append(name)
        place = tag.end()
    if _has_tag(xml[place:]):
        raise _UnbalancedError
    return tuple(now)


def _has_tag(text: str) -> bool:
    return "<" in text or ">" in text
