"""The Jinja environment of all templates: sandboxed, escaping, and strict about what is missing.

Templates insert, loop and test; they cannot call, compute, import or reach into an object.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import NoReturn

from jinja2 import TemplateSyntaxError, Undefined, UndefinedError, nodes
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS
from jinja2.runtime import LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from drafter.core import marks
from drafter.render.grammar import NESTED, forbidden


class NotTextError(UndefinedError):
    """A yes/no, a list or a group of fields was to be printed."""


@dataclass
class Ledger:
    """What one render could not print; with ``strict`` the first such thing is an error."""

    strict: bool
    names: list[str] = field(default_factory=list)

    def note(self, name: str) -> None:
        """Record ``name`` as missing; raises :class:`jinja2.UndefinedError` when strict."""
        if self.strict:
            raise UndefinedError(name)
        self.names.append(name)


#: Compiled templates are shared by all renders; each render finds its own ledger here.
LEDGER: ContextVar[Ledger] = ContextVar("ledger")


class Missing(Undefined):
    """A name the context lacks: a visible blank in a draft, an error in a final."""

    __slots__ = ()

    def _noted(self) -> str:
        if self._undefined_exception is not UndefinedError:
            raise self._undefined_exception(self._undefined_hint or self._undefined_name)
        LEDGER.get().note(str(self._undefined_name))
        return str(self._undefined_name)

    def __str__(self) -> str:
        """The visible blank."""
        return marks.blank(f"missing: {self._noted()}")

    def __bool__(self) -> bool:
        """Missing counts as no, but it is recorded."""
        self._noted()
        return False

    def __iter__(self) -> Iterator[object]:
        """Nothing to loop over; recorded."""
        self._noted()
        return iter(())

    def __len__(self) -> int:
        """Nothing; recorded."""
        self._noted()
        return 0

    def __eq__(self, other: object) -> bool:
        """Equal to nothing; recorded."""
        self._noted()
        return False

    def __ne__(self, other: object) -> bool:
        """Unlike everything; recorded."""
        return not self == other

    __hash__ = Undefined.__hash__

    def __getattr__(self, name: str) -> Missing:
        """A field of what is missing is missing by its longer name."""
        if name.startswith("__"):
            raise AttributeError(name)
        return self[name]

    def __getitem__(self, key: object) -> Missing:  # type: ignore[override]  # the base refuses always
        """Like an attribute."""
        return Missing(name=f"{self._undefined_name}.{key}", exc=self._undefined_exception)


class Sandbox(ImmutableSandboxedEnvironment):
    """The environment; fields of a mapping are its keys alone, never its methods."""

    intercepted_binops = frozenset(ImmutableSandboxedEnvironment.default_binop_table)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Jinja's own hook; what overflows its parser is a fault of the template like any other."""
        try:
            return super()._parse(source, name, filename)
        except RecursionError:
            raise TemplateSyntaxError(NESTED, 1) from None
        except ValueError as error:  # a number with thousands of digits
            raise TemplateSyntaxError(str(error), 1) from None

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,  # noqa: FBT001, FBT002 - Jinja's signature
    ) -> str:
        """Jinja's own hook, before any constant expression is computed: refuse what is not the grammar's."""
        for what, line in forbidden(source):
            raise TemplateSyntaxError(f"{what}, which no template may do", line)
        return super()._generate(source, name, filename, defer_init)

    def getattr(self, obj: object, attribute: str) -> object:
        """``obj.attribute``: a key of a mapping first and last (``case.items`` is a field, not a method)."""
        if type(obj) is dict:  # the usual one is told at once
            try:
                return obj[attribute]
            except KeyError:
                return self.undefined(obj=obj, name=attribute)
        if isinstance(obj, Mapping):
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)

    def getitem(self, obj: object, argument: object) -> object:
        """``obj[argument]``, with the same rule for mappings."""
        if isinstance(obj, Mapping):
            return obj[argument] if argument in obj else self.undefined(obj=obj, name=str(argument))
        return super().getitem(obj, argument)

    def is_safe_callable(self, obj: object) -> bool:
        """Only a loop's own helpers, the template's macros and :func:`no_fragment` may be called."""
        return (
            obj is no_fragment
            or isinstance(obj, Macro)
            or isinstance(getattr(obj, "__self__", None), LoopContext)
        )

    def call_binop(
        self,
        context: object,  # noqa: ARG002 - Jinja's signature
        operator: str,
        left: object,  # noqa: ARG002
        right: object,  # noqa: ARG002
    ) -> NoReturn:
        """What multiplies or formats could fill the memory; nothing is computed in a template."""
        raise SecurityError(f"{operator} is not allowed in a template")


def no_fragment(name: object) -> Missing:
    """What stands in the place of a ground whose fragment was not given to the engine."""
    return Missing(name=f"fragment {name}")


def _printable(value: object) -> object:
    if type(value) in (str, int, Markup) or isinstance(value, Undefined):
        return value
    kind = (
        "a yes/no"
        if isinstance(value, bool)
        else "a list"
        if isinstance(value, tuple | list)
        else "a group of fields"
    )
    ledger = LEDGER.get()
    if ledger.strict:
        raise NotTextError(f"{kind} cannot be printed")
    ledger.note(f"{kind} where text belongs")
    return marks.blank(f"missing: {kind} where text belongs")


#: A printed answer carries its question's id, a citation its authority's, which no filter may change.
_PIECES = re.compile(
    f"({marks.PRINTED_ON}[^{marks.PRINTED_SEP}]*{marks.PRINTED_SEP}"
    f"|{marks.CITED_ON}[^{marks.CITED_OFF}]*{marks.CITED_OFF})"
)


def _outside_ids(change: Callable[[str], str]) -> Callable[[object], str]:
    def changed(value: object) -> str:
        pieces = _PIECES.split(str(value))
        return "".join(piece if place % 2 else change(piece) for place, piece in enumerate(pieces))

    return changed


def _capitalized(value: object) -> str:
    """The first letter as a capital, the rest as it is (Jinja's own filter makes the rest small)."""
    pieces = _PIECES.split(str(value))
    for place in range(0, len(pieces), 2):
        if place and pieces[place - 1].startswith(marks.CITED_ON):
            break
        letter = re.search(r"[^\W\d_]", pieces[place])
        if letter:
            start = letter.start()
            pieces[place] = pieces[place][:start] + pieces[place][start].upper() + pieces[place][start + 1 :]
            break
    return "".join(pieces)


def environment() -> Sandbox:
    """A new environment with the few filters a template needs."""
    made = Sandbox(autoescape=True, undefined=Missing, finalize=_printable, keep_trailing_newline=True)
    made.globals = {"no_fragment": no_fragment}
    made.filters = {
        name: FILTERS[name] for name in ("join", "first", "last", "length", "default", "trim")
    } | {
        "upper": _outside_ids(str.upper),
        "lower": _outside_ids(str.lower),
        "capitalize": _capitalized,
    }
    return made
