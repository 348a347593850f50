"""A case as open JSON, which any program can read and write; docs/json.md describes every key."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from drafter import __version__
from drafter.app.reading import read_row, to_store
from drafter.core.problem import Unreadable
from drafter.errors import BadInputError, StoreError
from drafter.store.contents import CaseContents, contents_from
from drafter.store.records import StoredAnswer

if TYPE_CHECKING:
    from pathlib import Path

    from drafter.core.question import Question

#: What stands under ``format``, and the version of the keys: a higher one is of a newer program.
FORMAT: Final = "drafter case"
SCHEMA: Final = 1


def to_json(contents: CaseContents) -> bytes:
    """Return the case as JSON in UTF-8, readable by people as well."""
    case = {
        **asdict(replace(contents, answers={}, steps=(), versions=())),
        "answers": _answers(contents.answers),
        "steps": [
            {
                "kind": step.kind,
                "state": step.state,
                "at": step.at,
                "edits": [
                    {"question": question, "before": _answer(before), "after": _answer(after)}
                    for question, before, after in step.edits
                ],
            }
            for step in contents.steps
        ],
        "versions": [
            {**asdict(replace(version, answers={})), "answers": _answers(version.answers)}
            for version in contents.versions
        ],
    }
    whole = {"format": FORMAT, "schema": SCHEMA, "program": __version__, **case}
    return (json.dumps(whole, ensure_ascii=False, indent=1, default=_bytes) + "\n").encode()


def _answers(answers: Mapping[str, StoredAnswer]) -> dict[str, Any]:
    return {question: answer.as_json() for question, answer in answers.items()}


def _answer(answer: StoredAnswer | None) -> dict[str, Any] | None:
    return None if answer is None else answer.as_json()


def _bytes(content: object) -> str:
    if not isinstance(content, bytes):
        raise TypeError(type(content).__name__)
    return base64.b64encode(content).decode()


def from_json(path: Path, questions: Mapping[str, Question[Any]]) -> CaseContents:
    """Read the JSON file; an answer that its question can read is brought into the form of the program.

    Raises :class:`BadInputError` for a file that cannot be read, and :class:`StoreError` for a newer one.
    """
    try:
        raw = json.loads(path.read_bytes(), parse_constant=_no_number)
        _insist(raw, path)
        now = datetime.now(tz=UTC).isoformat(timespec="microseconds")
        contents = contents_from({"title": path.stem, "created": now, **raw})
    except OSError as fault:
        raise BadInputError(f"{path} cannot be read ({fault.strerror}); check its name.") from fault
    except (ValueError, TypeError, LookupError, ArithmeticError, RecursionError) as fault:
        why = " ".join(str(fault).split()).rstrip(".")
        raise BadInputError(f"{path} cannot be read as a case ({why}); see docs/json.md.") from fault
    return replace(contents, answers=read_answers(contents.answers, questions))


def read_answers(
    answers: Mapping[str, StoredAnswer], questions: Mapping[str, Question[Any]]
) -> dict[str, StoredAnswer]:
    """The answers, each that one of ``questions`` can read in the form of the program."""
    return {key: _read(questions.get(key), answer) for key, answer in answers.items()}


def _insist(raw: Any, path: Path) -> None:  # noqa: ANN401 - whatever the file holds
    """Raise ValueError for what is no case, and :class:`StoreError` for one of a newer program."""
    if not isinstance(raw, Mapping) or raw.get("format") != FORMAT:
        raise ValueError(f"it does not say “format”: “{FORMAT}”")
    schema = raw.get("schema")
    if isinstance(schema, bool) or not isinstance(schema, int) or schema < 1:
        raise ValueError("“schema” is not a number")
    if schema > SCHEMA:
        raise StoreError(
            f"{path} was written by a newer drafter; install the newest one and import it again."
        )


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is no number")


def _read(question: Question[Any] | None, answer: StoredAnswer) -> StoredAnswer:
    """The answer as its question stores it; as it is where it cannot be read."""
    if question is None:
        return answer
    try:
        return to_store(read_row(question, answer.as_json())) or answer
    except Unreadable:
        return answer
