"""The firm's own fields for people who write templates: an example for the check, and the tags to copy."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from drafter.practice.documents.fields import TEXT, Field
from drafter.practice.documents.fields import YES_NO as TEST
from drafter.practice.documents.own import GROUP, HAS, NO, YES
from drafter.practice.questions.own import YES_NO, OwnField


def example(fields: Iterable[OwnField]) -> dict[str, Any]:
    """The group ``own`` for a check, in which each text is its own name."""
    fields = tuple(fields)
    tests = {name: {one.id: True for one in fields if one.kind == YES_NO} for name in (YES, NO)}
    return {**{one.id: one.tag for one in fields}, HAS: {one.id: True for one in fields}, **tests}


def instead(fields: Iterable[OwnField]) -> dict[str, str]:
    """What a template that tests a field must ask instead, by the name of the field, which is never empty."""
    return {one.tag: f"{GROUP}.{YES if one.kind == YES_NO else HAS}.{one.id}" for one in fields}


def fields_of(own: Iterable[OwnField]) -> tuple[Field, ...]:
    """The fields of the group, as they are listed with their tags."""
    rows = []
    for one in own:
        rows.append(Field(one.tag, one.tag, TEXT, f"{{{{ {one.tag} }}}}", (), one.ask))
        for name in (HAS, YES, NO) if one.kind == YES_NO else (HAS,):
            called = f"{GROUP}.{name}.{one.id}"
            rows.append(Field(called, called, TEST, f"{{% if {called} %}}…{{% endif %}}", (), one.ask))
    return tuple(rows)
