"""The list of fields for people who write templates: the tag to copy, and what the sample case has there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from drafter.app.template_check import known
from drafter.core.marks import plain
from drafter.practice.documents import fields, own_tags
from drafter.practice.documents.own import GROUP
from drafter.practice.documents.registry import DOCUMENTS

if TYPE_CHECKING:
    from drafter.app.library import Library
    from drafter.core.citing import Citing
    from drafter.practice.documents.document import Document

#: The sample in which every fact is present.
SAMPLE: Final = "complete"
_LONGEST_SAMPLE: Final = 80


def sample_paper(library: Library, document: Document) -> tuple[dict[str, Any], Citing]:
    """What ``document`` prints for the sample case, as plain values, and how it cites."""
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
    paper = room.paper(document, follow(room.sections, answers).answers, today, today)
    return plain_context(paper.whole), paper.citing


def section_of(context: Mapping[str, Any], fragment: str) -> Mapping[str, Any] | None:
    """The section of ``context`` that ``fragment`` prints; None where it pleads no such ground."""
    found = (section for section in context.get(fields.GROUNDS, ()) if section["fragment"] == fragment)
    return next(found, None)


def field_rows(library: Library, against: str = "") -> list[dict[str, Any]]:
    """Every field of the document or ground ``against``; of all documents where it is empty.

    The firm's own fields come last.  Raises :class:`~drafter.errors.BadInputError` for an id there is not.
    """
    known(against)
    rows = []
    for document in DOCUMENTS:
        if against in ("", document.id):
            sample = _told(*sample_paper(library, document))
            found = fields.fields_of(fields.context_type(document))
            rows += [_row(document.id, field, sample) for field in found]
        elif against in fields.SECTION_TYPES and not rows:
            sample = _told(*sample_paper(library, document))
            sample = {fields.GROUND: section_of(sample, against)}
            rows += [_row(against, field, sample) for field in fields.fields_of_section(against)]
    own = own_tags.fields_of(library.own_fields.all())
    return [*rows, *(_row(GROUP, field, {}) for field in own)]


def _told(value: Any, citing: Citing) -> Any:  # noqa: ANN401 - whatever a context holds
    """The values with every citation in full, because the list of fields is no paper."""
    if isinstance(value, str):
        return citing.in_full(value)
    if isinstance(value, tuple):
        return tuple(_told(item, citing) for item in value)
    if isinstance(value, Mapping):
        return {key: _told(item, citing) for key, item in value.items()}
    return value


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
