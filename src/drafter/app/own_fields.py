"""The firm's own fields: defined once for all its cases, kept inside the library and so in its backups.

A field is one more question of every case.  Taking it away takes no answer away: it stays in its case, and is
there again when the field is defined again.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from drafter.core.marks import cleaned
from drafter.errors import BadInputError
from drafter.practice.documents.own import RESERVED
from drafter.practice.questions.own import CHOICE, KINDS, PREFIX, OwnField
from drafter.store.records import OWN_FIELDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from drafter.app.library_file import LibraryFile

_ID: Final = re.compile(r"[a-z][a-z0-9_]{0,39}")
_LONGEST: Final = 300
_FEWEST_OPTIONS: Final = 2


class OwnFields:
    """The fields of one library, in their order."""

    def __init__(self, library: LibraryFile, changed: Callable[[], None]) -> None:
        """Keep them in ``library``; ``changed`` is called when others are asked from then on."""
        self._library = library
        self._changed = changed

    def all(self) -> tuple[OwnField, ...]:
        """Return every field in order; raises :class:`BadInputError` where they cannot be read."""
        if not self._library.exists:
            return ()
        try:
            rows: list[dict[str, Any]] = json.loads(self._library.kept(OWN_FIELDS) or "[]")
            fields = [OwnField(row["id"], row["ask"], row["kind"], tuple(row["options"])) for row in rows]
            for place, one in enumerate(fields):
                _check(one, fields[:place])
        except (ValueError, KeyError, TypeError, BadInputError) as fault:
            raise BadInputError(
                f"The firm’s own fields cannot be read ({fault}); open the library with the newest drafter."
            ) from fault
        return tuple(fields)

    def answered(self) -> dict[str, int]:
        """Return in how many cases, wherever they lie, each field is answered, by its id."""
        if not self._library.exists:
            return {}
        counts = self._library.answered(PREFIX)
        return {question.removeprefix(PREFIX): count for question, count in counts.items()}

    def add(self, field: str, ask: str, kind: str, options: Sequence[str] = ()) -> OwnField:
        """Ask one more question from now on; raises :class:`BadInputError` for what cannot be asked."""
        one, fields = _field(field.strip().removeprefix(PREFIX), ask, kind, options), self.all()
        _check(one, fields)
        self._keep((*fields, one))
        return one

    def take(self, fields: Iterable[OwnField]) -> tuple[OwnField, ...]:
        """Ask those of ``fields`` as well whose names are not here, after all others; return them.

        None that is here is changed.
        """
        here = self.all()
        known = {one.id for one in here}
        new = tuple(one for one in fields if one.id not in known)
        if new:
            self._keep((*here, *new))
        return new

    def rename(self, field: str, ask: str) -> OwnField:
        """Give a field another wording; its answers and its tag stay.  Raises :class:`BadInputError`."""
        fields, place = self._found(field)
        one = replace(fields[place], ask=_line(ask))
        _check(one, ())
        self._keep((*fields[:place], one, *fields[place + 1 :]))
        return one

    def move(self, field: str, to: int) -> None:
        """Put a field into the place ``to`` of the order (the first is 0); raises :class:`BadInputError`."""
        fields, place = self._found(field)
        rest = [*fields[:place], *fields[place + 1 :]]
        rest.insert(max(0, to), fields[place])
        self._keep(tuple(rest))

    def remove(self, field: str) -> int:
        """Ask a field no longer; return in how many cases its answers stay; raises :class:`BadInputError`."""
        fields, place = self._found(field)
        self._keep((*fields[:place], *fields[place + 1 :]))
        return self.answered().get(fields[place].id, 0)

    def _found(self, field: str) -> tuple[tuple[OwnField, ...], int]:
        fields, wanted = self.all(), field.strip().removeprefix(PREFIX)
        for place, one in enumerate(fields):
            if one.id == wanted:
                return fields, place
        there_are = ", ".join(one.id for one in fields) or "none yet"
        raise BadInputError(f"There is no field of your own “{wanted}”; there are: {there_are}.")

    def _keep(self, fields: tuple[OwnField, ...]) -> None:
        rows = [
            {"id": one.id, "ask": one.ask, "kind": one.kind, "options": list(one.options)} for one in fields
        ]
        self._library.keep(OWN_FIELDS, json.dumps(rows, ensure_ascii=False) if rows else "")
        self._changed()


def fields_of(rows: Sequence[tuple[str, str, str, tuple[str, ...]]]) -> tuple[OwnField, ...]:
    """Read id, wording, kind and options of fields that another library defined.

    Raises :class:`ValueError` with the place of the first that no library can ask.
    """
    fields: list[OwnField] = []
    for place, row in enumerate(rows, 1):
        one = _field(*row)
        try:
            _check(one, fields)
        except BadInputError as fault:
            raise ValueError(f"fields {place}: {str(fault).rstrip('.')}") from fault
        fields.append(one)
    return tuple(fields)


def proposed_id(ask: str) -> str:
    """Return an id made of the words of a question, empty where it has no Latin letter."""
    words = re.findall(r"[a-z0-9]+", cleaned(ask).lower())
    found = re.sub(r"^[0-9_]+", "", "_".join(words))[:40].rstrip("_")
    return f"{found}_" if found in RESERVED else found


def _field(name: str, ask: str, kind: str, options: Iterable[str]) -> OwnField:
    labels = dict.fromkeys(label for option in options if (label := _line(option)))
    return OwnField(name, _line(ask), kind, tuple(labels))


def _line(text: str) -> str:
    return " ".join(cleaned(text).split())


def _check(one: OwnField, others: Sequence[OwnField]) -> None:
    """Raise :class:`BadInputError` with one sentence for a field that cannot be asked beside ``others``."""
    if not _ID.fullmatch(one.id):
        raise BadInputError(
            f"“{one.id}” cannot be the name of a field; write up to 40 small letters a to z, digits and"
            " underscores, a letter first, such as probation_officer."
        )
    if one.id in RESERVED:
        raise BadInputError(f"“{one.id}” has a meaning of its own in templates; choose another name.")
    if one.id in {other.id for other in others}:
        raise BadInputError(f"There is a field “{one.id}” already; choose another name.")
    if not 0 < len(one.ask) <= _LONGEST:
        raise BadInputError(f"A field needs a wording of 1 to {_LONGEST} letters; write what is asked.")
    if one.kind not in KINDS:
        raise BadInputError(f"“{one.kind}” is no kind of field; choose one of: {', '.join(KINDS)}.")
    if one.kind == CHOICE and len(one.options) < _FEWEST_OPTIONS:
        raise BadInputError("A choice needs at least two options; write each of them.")
    if one.kind != CHOICE and one.options:
        raise BadInputError("Only a choice has options; choose that kind, or leave the options out.")
