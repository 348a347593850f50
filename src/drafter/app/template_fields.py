"""The list of fields for people who write templates: the tag to copy, and what the sample case has there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from drafter.app.template_check import known
from drafter.core.marks import plain
from drafter.practice.documents import fields
from drafter.practice.documents.registry import DOCUMENTS

if TYPE_CHECKING:
    from drafter.app.library import Library
    from drafter.practice.documents.document import Document

#: The sample in which every fact is present.
SAMPLE: Final = "complete"
_LONGEST_SAMPLE: Final = 80


def sample_context(library: Library, document: Document) -> dict[str, Any]:
    """What ``document`` prints for the sample case, as plain values."""
    from drafter.app.reading import read_row
    from drafter.app.samples import sample
    from drafter.core.answers import Answers
    from drafter.core.flow import follow
    from drafter.render.plain import plain_context

    room = library.drafting
    _, rows = sample(SAMPLE)
    read = {key: read_row(room.question(key), row) for key, row in rows.items()}
    answers = Answers({key: answer for key, answer in read.items() if answer is not None})
    today = library.today()
    return plain_context(room.context(document, follow(room.sections, answers).answers, today, today))


def section_of(context: Mapping[str, Any], fragment: str) -> Mapping[str, Any] | None:
    """The section of ``context`` that ``fragment`` prints; None where it pleads no such ground."""
    found = (section for section in context.get(fields.GROUNDS, ()) if section["fragment"] == fragment)
    return next(found, None)


def field_rows(library: Library, against: str = "") -> list[dict[str, Any]]:
    """Every field of the document or ground ``against``; of all documents where it is empty.

    Raises :class:`~drafter.errors.BadInputError` for an id there is not.
    """
    known(against)
    rows = []
    for document in DOCUMENTS:
        if against in ("", document.id):
            sample = sample_context(library, document)
            found = fields.fields_of(fields.context_type(document))
            rows += [_row(document.id, field, sample) for field in found]
        elif against in fields.SECTION_TYPES and not rows:
            sample = {fields.GROUND: section_of(sample_context(library, document), against)}
            rows += [_row(against, field, sample) for field in fields.fields_of_section(against)]
    return rows


def _row(owner: str, field: fields.Field, sample: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "document": owner,
        "field": field.name,
        "kind": field.kind,
        "tag": field.tag,
        "inside": list(field.inside),
        "sample": _sample(_value(sample, field.path)),
        "note": field.note,
    }


def _value(context: object, path: str) -> object:
    """The value at ``path``; of a list, its first item."""
    for step in path.split("."):
        key = step.removesuffix("[]")
        context = context.get(key) if isinstance(context, Mapping) else None
        if step.endswith("[]"):
            context = context[0] if isinstance(context, tuple) and context else None
    return context


def _sample(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return _sample(value[0]) if value and isinstance(value[0], str) else f"{len(value)} rows"
    text = " ".join(plain(str(value)).split())
    return text if len(text) <= _LONGEST_SAMPLE else text[: _LONGEST_SAMPLE - 1] + "…"
