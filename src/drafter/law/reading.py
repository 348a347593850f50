"""Reading one row of a TOML table strictly: every mistake names the file and the key in a plain sentence."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import NoReturn

from drafter.errors import DrafterError
from drafter.law.model import Span


class LawFileError(DrafterError, ValueError):
    """A mistake in a file of the law: its message names the file and the key, for a person to correct."""


class NotInLawError(LookupError):
    """Something was asked of the law that it does not hold, or does not hold on that day."""

    def __str__(self) -> str:
        """The plain sentence, without the quotes that LookupError's children may add."""
        return str(self.args[0]) if self.args else ""


class Row:
    """One table of a TOML file, read key by key with the expected type.

    ``defaults`` are the file's own ``[defaults]``, used for a key the row lacks.  Reading is strict both
    ways: a missing or mistyped key raises :class:`LawFileError`, and :meth:`done` raises it for a key
    nobody asked for, so that a slip of the pen in a file cannot pass unseen.
    """

    def __init__(
        self, data: dict[str, object], file: str, where: str, defaults: dict[str, object] | None = None
    ) -> None:
        self._data = data
        self._defaults = defaults or {}
        self._file = file
        self._where = where
        self._read: set[str] = set()

    def fail(self, key: str, what: str) -> NoReturn:
        """Raise LawFileError about ``key``; ``what`` completes "the key … "."""
        raise LawFileError(f"{self._file}: in {self._where}, the key “{key}” {what}.")

    def _get(self, key: str) -> object:
        self._read.add(key)
        return self._data.get(key, self._defaults.get(key))

    def text(self, key: str, default: str | None = None) -> str:
        """The non-empty text under ``key``, or ``default`` where the key is absent and a default given."""
        found = self._get(key)
        if found is None and default is not None:
            return default
        if not isinstance(found, str) or not found.strip():
            self.fail(key, "is missing" if found is None else "must be a text that is not empty")
        return found

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """The list of texts under ``key``; empty where absent, unless ``required``."""
        found = self._get(key)
        if found is None and not required:
            return ()
        if not isinstance(found, list) or not found or not all(isinstance(one, str) and one for one in found):
            self.fail(key, "is missing" if found is None else "must be a list of texts")
        return tuple(found)

    def flag(self, key: str, *, default: bool | None = None) -> bool:
        """The true or false under ``key``."""
        found = self.maybe_flag(key)
        if found is None:
            found = default
        if found is None:
            self.fail(key, "is missing")
        return found

    def maybe_flag(self, key: str) -> bool | None:
        """The true or false under ``key``, or None where absent (not known)."""
        found = self._get(key)
        if found is not None and not isinstance(found, bool):
            self.fail(key, "must be true or false")
        return found

    def maybe_number(self, key: str) -> int | None:
        """The whole number, not below zero, under ``key``, or None where absent."""
        found = self._get(key)
        if found is None:
            return None
        if not isinstance(found, int) or isinstance(found, bool) or found < 0:
            self.fail(key, "must be a whole number, not below zero")
        return found

    def day(self, key: str) -> date:
        """The date under ``key``."""
        found = self.maybe_day(key)
        if found is None:
            self.fail(key, "is missing")
        return found

    def maybe_day(self, key: str) -> date | None:
        """The date under ``key``, or None where absent."""
        found = self._get(key)
        if found is None:
            return None
        if not isinstance(found, date) or isinstance(found, datetime):
            self.fail(key, "must be a date such as 2026-05-28, without quotes")
        return found

    def span(self, key: str = "in_force") -> Span:
        """The half-open span under ``key``: ``{from = 2023-11-01}`` or ``{from = …, until = …}``."""
        found = self._get(key)
        if not isinstance(found, dict):
            self.fail(key, "must be a span such as {from = 2023-11-01}")
        inner = Row(found, self._file, f"{self._where}, {key}")
        span = Span(inner.day("from"), inner.maybe_day("until"))
        inner.done()
        if span.end is not None and span.end <= span.start:
            self.fail(key, "ends before it begins")
        return span

    def rows(self, key: str) -> Iterator[Row]:
        """The tables under ``key`` (none where absent), each read strictly in its turn."""
        found = self._get(key)
        if found is None:
            return
        if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
            self.fail(key, "must be a list of tables")
        for number, one in enumerate(found, start=1):
            name = one.get("id") or one.get("name") or f"no. {number}"
            where = f"{self._where}, {key} {name}" if self._where != "the file" else f"{key} {name}"
            yield Row(one, self._file, where, self._defaults)

    def table(self, key: str) -> Row:
        """The single table under ``key``."""
        found = self._get(key)
        if not isinstance(found, dict):
            self.fail(key, "is missing" if found is None else "must be a table")
        return Row(found, self._file, key)

    def one_of(self, key: str, allowed: frozenset[str]) -> str:
        """The text under ``key``, which must be one of ``allowed``."""
        found = self.text(key)
        if found not in allowed:
            self.fail(key, f"says “{found}”; allowed are {', '.join(sorted(allowed))}")
        return found

    def done(self) -> None:
        """Raise LawFileError if the row has a key that was not read: it is misspelt or out of place."""
        unread = sorted(set(self._data) - self._read)
        if unread:
            self.fail(unread[0], "is not known here")


def read_table(read: Callable[[str], str], file: str, *keys: str) -> Row:
    """The whole of ``file`` (a path below resources/) as one row whose tables inherit ``[defaults]``.

    Only ``keys`` and ``defaults`` may stand at the top.  Raises LawFileError where the file cannot be
    read or is not TOML.
    """
    try:
        data: dict[str, object] = tomllib.loads(read(file))
    except (OSError, UnicodeDecodeError) as error:
        raise LawFileError(f"{file}: the file cannot be read ({error}).") from error
    except tomllib.TOMLDecodeError as error:
        raise LawFileError(f"{file}: not valid TOML: {error}.") from error
    defaults = data.pop("defaults", {})
    if not isinstance(defaults, dict):
        raise LawFileError(f"{file}: [defaults] must be a table.")
    unknown = sorted(set(data) - set(keys))
    if unknown:
        raise LawFileError(f"{file}: the key “{unknown[0]}” is not known at the top of this file.")
    return Row(data, file, "the file", defaults)
