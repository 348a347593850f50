"""The rows of a table, whether or not its cells share groups."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from drafter.render.flow import Bounds, Group, Paragraph

_HEADER_ROW: Final = re.compile("<w:tblHeader(?=[ />])")


@dataclass(slots=True)
class Row:
    """A row: the XML that it begins with, and its paragraphs, those of tables in its cells too."""

    start: str
    paragraphs: list[Paragraph] = field(default_factory=list)

    @property
    def is_header(self) -> bool:
        """Whether the row is repeated at the top of every page of its table."""
        return _HEADER_ROW.search(self.start) is not None


def rows_of(table: Group) -> list[Row]:
    """Every row in ``table`` in reading order, those of tables in its cells too."""
    rows: list[Row] = []
    _gather(table, rows, [])
    return rows


def _gather(group: Group | Paragraph, rows: list[Row], standing: list[Row]) -> None:
    """Add the rows in ``group``; its paragraphs belong to the rows that are ``standing`` open.

    Where cells share a group, the next row begins inside it, and what follows the group is in that row too.
    """
    for node in group.nodes:
        if isinstance(node, Bounds):
            if node.next_row:
                standing[-1] = Row(node)
                rows.append(standing[-1])
        elif isinstance(node, Paragraph):
            for row in standing:
                row.paragraphs.append(node)
            _gather(node, rows, [])
        elif isinstance(node, Group) and node.name == "tr":
            row = Row(node.start)
            rows.append(row)
            _gather(node, rows, [*standing, row])
        elif isinstance(node, Group):
            _gather(node, rows, standing)
