"""The fields that a template may print: read from the typed contexts, so that no list can lag behind.

A context is a frozen dataclass of text (``str``), yes/no (``bool``), tuples and further dataclasses
(docs/decisions/0003).
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, Final, TypeAlias, get_args, get_origin, get_type_hints

from drafter.practice.documents.document import Document
from drafter.practice.documents.grounds_family import care
from drafter.practice.documents.grounds_medical import record
from drafter.practice.documents.reasons import SECTIONS
from drafter.practice.documents.sections import Section

Plain: TypeAlias = "str | bool | tuple[Plain, ...] | dict[str, Plain]"

#: Fragment → the type of the section that it prints: a ground's own, or a record that grounds share.
SECTION_TYPES: Final[Mapping[str, type]] = {
    fragment: get_type_hints(maker)["return"]
    for fragment, maker in {**SECTIONS, "record": record, "care": care}.items()
}
#: The name of the section inside a fragment, and of the list of them in a document.
GROUND, GROUNDS = "ground", "grounds"
TEXT, YES_NO, TEXTS, GROUPS, GROUP = "text", "yes_no", "list of texts", "list", "group"


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its ``name`` in a tag, the ``tag`` to copy, its kind, and the loops it stands in.

    Each line of ``tag`` is a paragraph or a row of its own.  ``path`` leads to its value from the context, with ``[]`` after a list; ``note`` says what the group
    is to which it belongs.
    """

    path: str
    name: str
    kind: str
    tag: str
    inside: tuple[str, ...]
    note: str


def context_type(document: Document) -> type:
    """The dataclass that ``document`` gives to its template.

    Raises :class:`TypeError` where neither its method ``context`` nor its ``make`` says it.
    """
    makers = (type(document).context, getattr(document, "make", None))
    hints = [get_type_hints(maker).get("return") for maker in makers if maker is not None]
    found = next((hint for hint in hints if is_dataclass(hint)), None)
    if not isinstance(found, type):
        raise TypeError(f"the document {document.id} does not say what its context is")
    return found


def example(context: type) -> dict[str, Plain]:
    """One value for every field of a context type: each text is its own name, each list has one item.

    The list of grounds has one section of each kind.
    """
    return {name: _example(hint, name) for name, hint in _hints(context).items()}


def example_section(fragment: str) -> dict[str, Plain]:
    """The same for the section that ``fragment`` prints; KeyError for a fragment there is not."""
    return {**_group(SECTION_TYPES[fragment], GROUND), "fragment": fragment}


def any_section() -> dict[str, Plain]:
    """The fields that any section has."""
    return {key: value for fragment in SECTION_TYPES for key, value in example_section(fragment).items()}


def merged(examples: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The fields that any of ``examples`` has; None for one that is of another kind in each."""
    found: dict[str, Any] = {}
    for one in examples:
        for key, value in one.items():
            found[key] = _both(found[key], value) if key in found else value
    return found


def _both(one: Any, other: Any) -> Any:  # noqa: ANN401 - values of an example
    if isinstance(one, dict) and isinstance(other, dict):
        return merged([one, other])
    if isinstance(one, tuple) and isinstance(other, tuple):
        return one + other
    return one if type(one) is type(other) else None


def _example(hint: Any, name: str) -> Plain:  # noqa: ANN401 - a type hint is of no one type
    if hint is str:
        return name
    if hint is bool:
        return True
    if get_origin(hint) is tuple:
        item = get_args(hint)[0]
        if item is Section:
            return tuple(example_section(fragment) for fragment in SECTION_TYPES)
        return (_example(item, name),)
    return _group(hint, name)


def _group(kind: type, name: str) -> dict[str, Plain]:
    return {key: _example(hint, f"{name}.{key}") for key, hint in _hints(kind).items()}


def _hints(kind: type) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {part.name: hints[part.name] for part in fields(kind)}


def fields_of(context: type) -> tuple[Field, ...]:
    """Every field of a context type, in the order of the paper; the sections of the grounds stand apart."""
    return tuple(_walk(context, "", "", (), _note(context)))


def fields_of_section(fragment: str) -> tuple[Field, ...]:
    """Every field of the section that ``fragment`` prints; KeyError for a fragment there is not."""
    kind = SECTION_TYPES[fragment]
    return tuple(_walk(kind, f"{GROUND}.", f"{GROUND}.", (), _note(kind)))


def _walk(kind: type, path: str, name: str, inside: tuple[str, ...], note: str) -> Iterator[Field]:
    for key, hint in _hints(kind).items():
        here, called = path + key, name + key
        if hint is str:
            yield Field(here, called, TEXT, f"{{{{ {called} }}}}", inside, note)
        elif hint is bool:
            yield Field(here, called, YES_NO, f"{{% if {called} %}}…{{% endif %}}", inside, note)
        elif get_origin(hint) is tuple:
            yield from _list(get_args(hint)[0], here, called, inside, note)
        else:
            yield from _walk(hint, f"{here}.", f"{called}.", inside, _note(hint))


def _list(item: Any, path: str, name: str, inside: tuple[str, ...], note: str) -> Iterator[Field]:  # noqa: ANN401
    if item is str:
        loop = f"{{%p for paragraph in {name} %}}"
        yield Field(path, name, TEXTS, f"{loop}\n{{{{ paragraph }}}}\n{{%p endfor %}}", inside, note)
        return
    one = GROUND if item is Section else item.__name__.lower()
    loop = f"{{%tr for {one} in {name} %}}"
    yield Field(path, name, GROUPS, f"{loop}\n…\n{{%tr endfor %}}", inside, _note(item))
    yield from _walk(item, f"{path}[].", f"{one}.", (*inside, loop), _note(item))


def _note(kind: type) -> str:
    """The first line of a group's docstring."""
    return (inspect.getdoc(kind) or "").split("\n", 1)[0]
