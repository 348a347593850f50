"""A trial render: a template filled with the sample case, everything that was filled in highlighted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from drafter import paths
from drafter.app.my_templates import BLOCKS
from drafter.app.template_check import document_named, read_file
from drafter.app.template_fields import sample_paper, section_of
from drafter.app.template_set import told_faults
from drafter.app.writing import written
from drafter.core.marks import BLANK_OFF, BLANK_ON
from drafter.practice.documents import fields

if TYPE_CHECKING:
    from drafter.app.library import Library

#: Texts that programs compare and no paper prints.
_NOT_PRINTED: Final = frozenset({"fragment"})


@dataclass(frozen=True, slots=True)
class Trial:
    """The paper that came of it, and the names that the template asked for and the document lacks."""

    file: Path
    undefined: tuple[str, ...]


def try_template(library: Library, path: Path, against: str, out: Path) -> Trial:
    """Fill the template ``path`` for the document or ground ``against`` and write the paper into ``out``.

    A ground's file is put into the document that holds the grounds.  Raises
    :class:`~drafter.errors.DrafterError` for a file, an id or a folder that cannot be used.
    """
    from drafter.render import isolated
    from drafter.render.files import Files

    document = document_named(against)
    context, citing = sample_paper(library, document)
    used = library.templates.set_for(document.template, pleads=document.pleads)
    files = Files(path.name, read_file(path), used.files.fragments)
    if against in fields.SECTION_TYPES:
        place = f"{BLOCKS}/{against}" if path.parent.name == BLOCKS else against
        shell = paths.template_bytes(document.template)
        files = Files(document.template, shell, {**used.files.fragments, place: files.shell})
        context = _with_section(context, against)
    with told_faults():
        title = {"title": f"Trial of {path.name}"}
        shown = _highlighted(context)
        made = isolated.render(files, shown, strict=False, properties=title, citing=citing)
    file = written(out, f"{path.stem} (TRIAL).docx", made.docx, frozenset())
    return Trial(file, tuple(dict.fromkeys(made.undefined)))


def _with_section(context: Mapping[str, Any], fragment: str) -> dict[str, Any]:
    """The context with the section of ``fragment`` first, filled with its names where the sample lacks it."""
    own = section_of(context, fragment) or fields.example_section(fragment)
    others = [section for section in context[fields.GROUNDS] if section["fragment"] != fragment]
    return {**context, fields.GROUNDS: (own, *others)}


def _highlighted(value: Any, key: str = "") -> Any:  # noqa: ANN401 - whatever a context holds
    """Every text marked as what is highlighted in a draft."""
    if isinstance(value, str):
        bare = value.replace(BLANK_ON, "").replace(BLANK_OFF, "")
        return f"{BLANK_ON}{bare}{BLANK_OFF}" if bare and key not in _NOT_PRINTED else value
    if isinstance(value, tuple):
        return tuple(_highlighted(item) for item in value)
    if isinstance(value, Mapping):
        return {name: _highlighted(item, name) for name, item in value.items()}
    return value
