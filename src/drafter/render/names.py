"""What the tags ask for, judged by an example of everything that a document has.

The example has the shape of a context: text, yes/no, tuples with one item that stands for all, groups; None
where the kind is not known.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from typing import Any, Final, TypeAlias

from jinja2 import nodes

from drafter.render.findings import MUST, Fault

#: The value of something the example says nothing about.
UNKNOWN: Final = object()
Scope: TypeAlias = Mapping[str, object]
#: Fields that are names for programs and carry no marks, so that they can be compared.
_COMPARABLE: Final = frozenset({"fragment"})
_TEXT_FILTERS: Final = frozenset({"upper", "lower", "capitalize", "trim"})
_LIST_FILTERS: Final = frozenset({"join", "first", "last"})
_KINDS: Final = {bool: "a yes/no", tuple: "a list", dict: "a group of fields", str: "text"}
_DEEPEST: Final = 4
_ALIKE: Final = 0.6
_TELLING: Final = 4


class Judge:
    """Judges expressions against an example; without one, every name is taken as it is."""

    def __init__(self, example: Scope | None, of: str, always: Mapping[str, str]) -> None:
        """Judge by ``example``, which is that of ``of`` ("the motion"); see ``Measure.always``."""
        self.example = example
        self.of = of
        self._always = always

    def value(self, node: nodes.Node, scope: Scope, found: list[Fault]) -> object:
        """The example's value of an expression; its faults are added to ``found``."""
        if isinstance(node, nodes.Name):
            return self._name(node.name, scope, found)
        if isinstance(node, nodes.Getattr | nodes.Getitem):
            return self._field(node, scope, found)
        if isinstance(node, nodes.Filter) and node.node is not None:
            return self._filtered(node, scope, found)
        if isinstance(node, nodes.Compare):
            self._compared(node, scope, found)
            return UNKNOWN
        values = [self.value(child, scope, found) for child in node.iter_child_nodes()]
        if isinstance(node, nodes.CondExpr):  # {{ a if b else c }}: the first child is the test
            alike = len({type(value) for value in values[1:]}) == 1
            return values[1] if alike else UNKNOWN
        return node.value if isinstance(node, nodes.Const) else UNKNOWN

    def printed(self, node: nodes.Node, scope: Scope) -> Iterator[Fault]:
        """The faults of ``{{ node }}``."""
        found: list[Fault] = []
        value = self.value(node, scope, found)
        yield from found
        if isinstance(value, bool | tuple | dict):
            name = dotted(node)
            yield Fault(
                "kind", f"“{name}” is {_kind(value)} and cannot be printed", _for_printing(name, value)
            )

    def test(self, node: nodes.Node, scope: Scope, found: list[Fault]) -> None:
        """Judge what stands in an ``if``."""
        value = self.value(node, scope, found)
        if isinstance(value, dict):
            name = dotted(node)
            yes = next((f"{name}.{key}" for key, part in value.items() if isinstance(part, bool)), "")
            mend = f"ask for one of its fields{f', such as {yes}' if yes else ''}"
            found.append(Fault("kind", f"“{name}” is a group of fields, which is always there", mend))
        elif dotted(node) in self._always:
            name = dotted(node)
            problem = f"“{name}” is always there, as a bracket while it is not answered"
            found.append(Fault("kind", problem, f"ask for {self._always[name]}"))

    def items(self, node: nodes.Node, scope: Scope, found: list[Fault]) -> tuple[object, object]:
        """The list that a ``for`` goes through, and one item that stands for all."""
        value = self.value(node, scope, found)
        if isinstance(value, str | bool | dict):
            name = dotted(node)
            mend = f"write {{{{ {name} }}}} without a loop" if isinstance(value, str) else "loop over a list"
            found.append(Fault("kind", f"“{name}” is {_kind(value)} and not a list", mend))
            return UNKNOWN, UNKNOWN
        return value, _item(value)

    # ---- inside

    def _name(self, name: str, scope: Scope, found: list[Fault]) -> object:
        if name not in scope and self.example is not None:
            found.append(self._unknown(name, scope))
        return _value_in(scope, name)

    def _field(self, node: nodes.Getattr | nodes.Getitem, scope: Scope, found: list[Fault]) -> object:
        key = node.attr if isinstance(node, nodes.Getattr) else getattr(node.arg, "value", None)
        before = len(found)
        owner = self.value(node.node, scope, found)
        if isinstance(owner, Mapping):
            if key not in owner:
                found.append(self._unknown(dotted(node), scope))
            return _value_in(owner, key)
        if isinstance(owner, tuple) and isinstance(key, int):
            return _item(owner)
        if owner is not UNKNOWN and len(found) == before:
            found.append(self._unknown(dotted(node), scope))
        return UNKNOWN

    def _filtered(self, node: nodes.Filter, scope: Scope, found: list[Fault]) -> object:
        assert node.node is not None  # noqa: S101 - only a filter block has none, and no template has it
        value = self.value(node.node, scope, found)
        for part in (*node.args, *node.kwargs):
            self.value(part, scope, found)
        text, many = node.name in _TEXT_FILTERS, node.name in _LIST_FILTERS
        wrong = isinstance(value, (bool, dict, tuple if text else str))
        if (text or many) and wrong:
            wanted = "text" if text else "a list"
            problem = f"the filter {node.name} is for {wanted}, and “{dotted(node.node)}” is {_kind(value)}"
            found.append(Fault("kind", problem, "take the filter away"))
        if node.name in ("first", "last"):
            return _item(value)
        return value if node.name == "default" else "" if text or node.name == "join" else UNKNOWN

    def _compared(self, node: nodes.Compare, scope: Scope, found: list[Fault]) -> None:
        for side in (node.expr, *(operand.expr for operand in node.ops)):
            value = self.value(side, scope, found)
            field = isinstance(side, nodes.Name | nodes.Getattr) and isinstance(value, str)
            name = dotted(side)
            if field and name.rsplit(".", 1)[-1] not in _COMPARABLE:
                problem = (
                    f"the text of “{name}” is compared, and in a case it equals nothing that is typed into a "
                    "template, because it carries the invisible mark of its question"
                )
                mend = "ask a yes/no field, or whether the text is there: {% if … %}"
                found.append(Fault("compared", problem, mend))

    def _unknown(self, name: str, scope: Scope) -> Fault:
        near = nearest(name, scope)
        mend = f"did you mean {near}" if near else "“drafter template fields” lists the names that there are"
        return Fault("unknown", f"“{name}” is no field of {self.of}", mend, MUST, name, near)


def dotted(node: nodes.Node) -> str:
    """An expression as its name with points."""
    if isinstance(node, nodes.Getattr):
        return f"{dotted(node.node)}.{node.attr}"
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        return f"{dotted(node.node)}.{node.arg.value}"
    if isinstance(node, nodes.Filter) and node.node is not None:
        return dotted(node.node)
    return node.name if isinstance(node, nodes.Name) else "…"


def nearest(name: str, scope: Scope) -> str:
    """The name in ``scope`` that ``name`` was most likely meant to be, or an empty string."""
    known = list(dict.fromkeys(_names(scope, "", 0)))
    plain = {_plain(candidate): candidate for candidate in reversed(known)}
    if _plain(name) in plain:  # another case, or _ in place of the point
        return plain[_plain(name)]
    same_end = [candidate for candidate in known if candidate.rsplit(".", 1)[-1] == name.rsplit(".", 1)[-1]]
    alike = difflib.get_close_matches(name, known, 1, _ALIKE)
    # movant.register for movant.register_number: what begins alike, in the group that was named.
    longer = [candidate for candidate in known if candidate.startswith(name) and len(name) >= _TELLING]
    candidates = (*longer[:1], *alike, *difflib.get_close_matches(name, same_end, 1, 0.0))
    if same_end and (not alike or _likeness(name, alike[0]) < _likeness(name, same_end[0])):
        return difflib.get_close_matches(name, same_end, 1, 0.0)[0]
    return candidates[0] if candidates else ""


def _value_in(group: Mapping[Any, object], key: object) -> object:
    """The example's value of a field; None in the example says that there it is of any kind."""
    value = group.get(key, UNKNOWN)
    return UNKNOWN if value is None else value


def _likeness(one: str, other: str) -> float:
    return difflib.SequenceMatcher(None, one, other).ratio()


def _plain(name: str) -> str:
    return name.lower().replace("_", "").replace(".", "").replace(" ", "")


def _names(scope: Scope, before: str, depth: int) -> Iterator[str]:
    for key, value in scope.items():
        if not key.replace("_", "a").isalnum() or value is UNKNOWN:
            continue
        yield before + key
        if isinstance(value, Mapping) and depth < _DEEPEST:
            yield from _names(value, f"{before}{key}.", depth + 1)


def _kind(value: object) -> str:
    return next((words for kind, words in _KINDS.items() if isinstance(value, kind)), "something else")


def _for_printing(name: str, value: object) -> str:
    if isinstance(value, bool):
        return f"write {{% if {name} %}}…{{% endif %}} around the words"
    if isinstance(value, tuple):
        return f"write {{%p for item in {name} %}}, {{{{ item }}}} and {{%p endfor %}} in three paragraphs"
    texts = [key for key, part in value.items() if isinstance(part, str)] if isinstance(value, dict) else []
    return f"write one of its fields, such as {name}.{texts[0]}" if texts else "write one of its fields"


def _item(items: object) -> object:
    """One item that stands for all: the fields that any of them has."""
    if not isinstance(items, tuple) or not items:
        return UNKNOWN
    groups = [item for item in items if isinstance(item, Mapping)]
    if not groups:
        return items[0]
    return {key: value for group in groups for key, value in group.items()}


def narrowed(test: nodes.Node, scope: Scope) -> Scope:
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


def looped(name: str, items: object, item: object, scope: Scope) -> Scope:
    """The names inside ``for name in items``."""
    return {**scope, "loop": UNKNOWN, name: item, f"{name}[]": items}
