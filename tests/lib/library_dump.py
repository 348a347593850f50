"""Everything a library holds, row by row, to see that nothing of it changed."""

from __future__ import annotations

from typing import Any

from drafter.store.cases import CaseStore
from drafter.store.database import CHANGED


def dump(store: CaseStore) -> dict[str, list[tuple[Any, ...]]]:
    """Return the rows of every table by its name, without the search index and when anything was changed."""
    tables = store.database.rows(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%' ORDER BY name"
    )
    every = {str(name): store.database.rows(f"SELECT * FROM {name}") for (name,) in tables}  # noqa: S608 - own names
    return {**every, "kept": [row for row in every["kept"] if row[0] != CHANGED]}
