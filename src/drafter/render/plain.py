"""The context as a template may see it: dictionaries, tuples, text and yes/no, nothing with methods."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import TypeAlias, cast

Plain: TypeAlias = "str | bool | tuple[Plain, ...] | dict[str, Plain]"

#: What no XML file can hold; ``core.marks.cleaned`` has removed it from all that was typed.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def plain_context(context: object) -> dict[str, Plain]:
    """``context``, a frozen dataclass or a mapping, as nested plain values.

    Raises :class:`TypeError` naming the field for ``None``, a number, a list, a mutable dataclass or
    any other object: whatever is printed was made into words by the code that knows what it means.
    """
    converted = _plain(context, "")
    if not isinstance(converted, dict):
        raise TypeError(f"a context is a frozen dataclass or a mapping, not {type(context).__name__}")
    return converted


def _plain(value: object, where: str) -> Plain:
    # Exact types: a subclass of str could bring methods, or an __html__ that is not escaped.
    if type(value) is str:
        return _NOT_XML.sub("\ufffd", value) if _NOT_XML.search(value) else value
    if type(value) is bool:
        return value
    if type(value) is tuple:
        return tuple(_plain(item, f"{where}[{place}]") for place, item in enumerate(value))
    if isinstance(value, Mapping):
        return {_key(key, where): _plain(item, f"{where}.{key}") for key, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return _fields(value, where)
    raise TypeError(
        f"{where.lstrip('.') or 'the context'} is {_named(value)}; a template takes only text, yes/no, tuples"
    )


def _fields(value: object, where: str) -> dict[str, Plain]:
    if not cast("object", getattr(value, "__dataclass_params__")).frozen:  # type: ignore[attr-defined]  # noqa: B009
        raise TypeError(
            f"{where.lstrip('.') or 'the context'} is a {type(value).__name__}, which is not frozen"
        )
    return {part.name: _plain(getattr(value, part.name), f"{where}.{part.name}") for part in fields(value)}  # type: ignore[arg-type]


def _key(key: object, where: str) -> str:
    if type(key) is not str:
        raise TypeError(f"{where.lstrip('.') or 'the context'} has a key that is not text: {key!r}")
    return key


def _named(value: object) -> str:
    return "None" if value is None else f"of type {type(value).__name__}"
