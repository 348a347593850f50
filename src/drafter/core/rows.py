"""Repeating items: a table with typed columns, such as programmes, incident reports or relatives."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias

from drafter.core.kinds import Json, Kind, is_blank
from drafter.core.problem import Unreadable

if TYPE_CHECKING:
    from collections.abc import Mapping

Row: TypeAlias = "Mapping[str, Any]"  # column id → value of the column's kind, or None for an empty cell


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a :class:`ListOf`: ``id`` in lower case, ``label`` as its heading.

    ``required`` cells that are empty are missing facts and print as blanks; a list column is not allowed.
    ``private`` is as for a question.
    """

    id: str
    label: str
    kind: Kind[Any]
    required: bool = False
    private: str = ""


@dataclass(frozen=True, slots=True)
class ListOf(Kind[tuple[Row, ...]]):
    """A list of rows with the same columns; ``item`` names one row ("programme", "relative")."""

    item: str
    columns: tuple[Column, ...]
    name: ClassVar[str] = "list"

    def parse(self, raw: object) -> tuple[Row, ...]:
        """Read a list of mappings from column id to cell; empty rows are dropped, all bad cells named."""
        if not isinstance(raw, (list, tuple)):
            message = f"This is not a list of {self.item} rows; give one mapping of column to value for each."
            raise Unreadable(message)
        rows, faults = [], []
        for number, item in enumerate(raw, start=1):
            if is_blank(item):
                continue
            row, bad = self._row(number, item)
            rows.append(row)
            faults += bad
        if faults:
            raise Unreadable("; ".join(faults))
        return tuple(rows)

    def _row(self, number: int, item: object) -> tuple[Row, list[str]]:
        if not isinstance(item, (dict, MappingProxyType)):
            return {}, [f"Row {number} is not a mapping of column to value"]
        known = {column.id for column in self.columns}
        faults = [
            f"Row {number} has an unknown column “{key}”; the columns are {', '.join(sorted(known))}"
            for key in item
            if key not in known
        ]
        cells: dict[str, Any] = {}
        for column in self.columns:
            raw = item.get(column.id)
            try:
                cells[column.id] = None if is_blank(raw) else column.kind.parse(raw)
            except Unreadable as fault:
                faults.append(f"Row {number}, {column.label}: {fault}")
        return MappingProxyType(cells), faults

    def show(self, value: tuple[Row, ...]) -> str:
        """Return one line to a row, the cells divided by semicolons, for reading only."""
        return "\n".join(
            "; ".join(
                c.kind.show(row[c.id]).replace("\n", " ") for c in self.columns if row.get(c.id) is not None
            )
            for row in value
        )

    def dump(self, value: tuple[Row, ...]) -> Json:
        """Return a list of mappings; empty cells are left out."""
        return [
            {c.id: c.kind.dump(row[c.id]) for c in self.columns if row.get(c.id) is not None} for row in value
        ]
