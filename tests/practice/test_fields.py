"""The list of fields is that of the typed contexts: nothing that a paper has is missing in it."""

from __future__ import annotations

from dataclasses import fields as parts_of
from dataclasses import is_dataclass
from typing import Any

import pytest

from drafter.practice.documents import fields
from drafter.practice.documents.document import Document
from drafter.practice.documents.registry import DOCUMENTS
from drafter.practice.documents.sections import Section


def kinds(kind: type) -> list[type]:
    """A group and every group inside it."""
    inside = [hint for hint in fields._hints(kind).values() if is_dataclass(hint)]
    return [kind, *(one for hint in inside if isinstance(hint, type) for one in kinds(hint))]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.id)
def test_every_document_says_what_its_template_sees(document: Document) -> None:
    context = fields.context_type(document)
    example = fields.example(context)
    assert set(example) == {part.name for part in parts_of(context)}
    listed = {field.path for field in fields.fields_of(context)}
    for kind in kinds(context):
        assert {part.name for part in parts_of(kind)} <= {
            step.removesuffix("[]") for path in listed for step in path.split(".")
        }


@pytest.mark.parametrize("fragment", fields.SECTION_TYPES)
def test_every_section_has_its_own_fields_and_those_of_all(fragment: str) -> None:
    example = fields.example_section(fragment)
    assert example["fragment"] == fragment
    assert {part.name for part in parts_of(Section)} <= set(example)
    assert set(example) <= set(fields.any_section())
    listed = {field.path.split(".")[1].removesuffix("[]") for field in fields.fields_of_section(fragment)}
    assert listed == set(example)


def test_an_example_has_one_value_of_the_kind_of_each_field() -> None:
    motion = next(document for document in DOCUMENTS if document.id == "motion")
    example: Any = fields.example(fields.context_type(motion))
    assert example["movant"]["name"] == "movant.name"
    assert example["counsel"]["pro_se"] is True
    assert example["flags"] == ("flags",)
    assert [section["fragment"] for section in example["grounds"]] == list(fields.SECTION_TYPES)
    assert example["exhibits"] == ({key: f"exhibits.{key}" for key in example["exhibits"][0]},)


def test_examples_are_merged_field_by_field() -> None:
    one = {"a": {"b": "x", "c": True}, "rows": ({"d": "x"},), "kind": "x"}
    other = {"a": {"e": "x"}, "rows": ({"f": "x"},), "kind": True, "g": "x"}
    assert fields.merged([one, other]) == {
        "a": {"b": "x", "c": True, "e": "x"},
        "rows": ({"d": "x"}, {"f": "x"}),
        "kind": None,
        "g": "x",
    }


def test_a_document_that_does_not_say_what_it_prints_is_a_fault_of_the_program() -> None:
    class Silent:
        id = "silent"

        def context(self, _facts: object) -> Any:  # noqa: ANN401 - the fault
            return None

    with pytest.raises(TypeError, match="silent does not say what its context is"):
        fields.context_type(Silent())  # type: ignore[arg-type]
