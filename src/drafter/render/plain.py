"""The context as a template may see it: dictionaries, tuples, text and yes/no, nothing with methods."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType
from typing import Any, TypeAlias, cast

Plain: TypeAlias = "str | bool | tuple[Plain, ...] | dict[str, Plain]"
#: What no XML file can hold; ``core.marks.cleaned`` has removed it from all that was typed, and every line
#: end but ``\\n``, as a reader of XML does.
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_END = re.compile("\r\n?")
_ODD = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


class _NotPlainError(TypeError):
    """A value that no template may see; the message goes on from its place in the context."""


def plain_context(context: object) -> dict[str, Plain]:
    """``context``, a frozen dataclass or a mapping, as nested plain values.

    Raises :class:`TypeError` naming the field for ``None``, a number, a list, a mutable dataclass or
    any other object: whatever is printed was made into words by the code that knows what it means.
    """
    try:
        converted = _plain(context)
    except _NotPlainError as refused:
        raise TypeError(f"{_place(context).lstrip('.') or 'the context'} {refused}") from None
    if not isinstance(converted, dict):
        raise TypeError(f"a context is a frozen dataclass or a mapping, not {type(context).__name__}")
    return converted


def _plain(value: Any) -> Any:  # noqa: ANN401 - anything may be in a context; what returns is plain
    # Exact types: a subclass of str could bring methods, or an __html__ that is not escaped.
    kind: type = type(value)
    if kind is str:
        return NOT_XML.sub("\ufffd", _LINE_END.sub("\n", value)) if _ODD.search(value) else value
    if kind is bool:
        return value
    if kind is tuple:
        return tuple([_plain(item) for item in value])
    names = None if kind is dict else _fields(kind)
    if names is None:
        return {_key(key): _plain(item) for key, item in value.items()}
    return {name: _plain(getattr(value, name)) for name in names}


def _key(key: object) -> str:
    if type(key) is not str:
        raise _NotPlainError(f"has a key that is not text: {key!r}")
    return key


@cache
def _fields(kind: type) -> tuple[str, ...] | None:
    """The names of the fields of a frozen dataclass; None for a mapping."""
    if not is_dataclass(kind):
        if issubclass(kind, Mapping):
            return None
        named = "None" if kind is NoneType else f"of type {kind.__name__}"
        raise _NotPlainError(f"is {named}; a template takes only text, yes/no, tuples")
    if not cast("Any", kind).__dataclass_params__.frozen:
        raise _NotPlainError(f"is a {kind.__name__}, which is not frozen")
    return tuple(part.name for part in fields(kind))


def _place(value: object) -> str:
    """Where in ``value`` the first part is that is not plain."""
    parts: Iterable[tuple[str, object]] = ()
    if isinstance(value, tuple):
        parts = [(f"[{place}]", item) for place, item in enumerate(value)]
    elif isinstance(value, Mapping):
        parts = [(f".{key}", item) for key, item in value.items()]
    elif is_dataclass(value):
        parts = [(f".{part.name}", getattr(value, part.name)) for part in fields(value)]
    for step, part in parts:
        try:
            _plain(part)
        except _NotPlainError:
            return step + _place(part)
    return ""
