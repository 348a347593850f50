"""How values lie in the tables."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from drafter.store.records import StoredAnswer

if TYPE_CHECKING:
    from drafter.store.database import Database


#: Made once: a library is loaded with millions of values.
_COMPACT: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def new_uid() -> str:
    """An identity that no other row in any library has."""
    return os.urandom(16).hex()


def packed(value: object) -> str:
    """``value`` as compact JSON, the same for the same value."""
    return _COMPACT.encode(value)


def columns(answer: StoredAnswer) -> tuple[str | None, int, str | None, str | None]:
    """The columns value, unknown, note and evidence of ``answer``."""
    value = None if answer.unknown else packed(answer.value)
    evidence = packed(answer.evidence) if answer.evidence else None
    return value, int(answer.unknown), answer.note or None, evidence


def answer_of(row: Sequence[Any]) -> StoredAnswer:
    """The answer in the columns value, unknown, note and evidence."""
    value, unknown, note, evidence = row
    return StoredAnswer(
        None if value is None else json.loads(value),
        bool(unknown),
        note or "",
        tuple(json.loads(evidence)) if evidence else (),
    )


def one_answer(database: Database, case: int, question: str) -> StoredAnswer | None:
    """The answer of ``case`` to ``question``, None where there is none."""
    row = database.row(
        "SELECT value, unknown, note, evidence FROM answers WHERE case_id = ? AND question = ?",
        case,
        question,
    )
    return None if row is None else answer_of(row)


def whole(answer: StoredAnswer | None) -> str | None:
    """The whole answer as JSON, NULL for none."""
    return None if answer is None else packed(answer.as_json())


def part(text: object) -> StoredAnswer | None:
    """Read what :func:`whole` wrote."""
    return None if text is None else StoredAnswer.from_json(json.loads(str(text)))
