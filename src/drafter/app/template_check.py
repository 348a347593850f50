"""The check of a template against the document it is for: what the command line and the window ask for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from drafter import paths
from drafter.app.drafting import MAIN_DOCUMENT
from drafter.app.my_templates import BLOCKS
from drafter.app.template_set import told_faults
from drafter.app.writing import written
from drafter.errors import BadInputError, OutputError
from drafter.practice.documents import fields, own_tags
from drafter.practice.documents.own import GROUP
from drafter.practice.documents.registry import DOCUMENTS
from drafter.practice.grounds.labels import TITLES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from drafter.practice.documents.document import Document
    from drafter.practice.questions.own import OwnField
    from drafter.render.findings import Finding
    from drafter.render.lint import Measure

#: Bytes; a template with pictures is a tenth of it.
_LONGEST_FILE: Final = 60_000_000
#: What the systems add to the name of a copy.
_COPY: Final = re.compile(r"( - copy| \(?copy\)?| \(\d+\)| \d+)+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found; ``against`` is the id of the document or ground, empty for any document."""

    file: Path
    against: str
    findings: tuple[Finding, ...]


def known_ids() -> tuple[str, ...]:
    """The ids that a template can be checked against: documents, and the fragments of the grounds."""
    return (*(document.id for document in DOCUMENTS), *fields.SECTION_TYPES)


def titles() -> dict[str, str]:
    """What each template prints, by its id."""
    shared = {"record": "Medical record that grounds share", "care": "Care that grounds share"}
    return {**{document.id: document.title for document in DOCUMENTS}, **TITLES, **shared}


def check(path: Path, against: str = "", own: Sequence[OwnField] = ()) -> Checked:
    """Check the Word file ``path``, as the template of the document or ground ``against``.

    It may print the firm's ``own`` fields besides.

    Without that it is recognised by the title in its properties, then by its name; otherwise every field of
    any document is taken as known.  Nothing of it is run; it is read in a process apart.  Raises
    :class:`BadInputError` for a file or an id there is not, :class:`~drafter.errors.TemplateError` for a file
    that is no Word document.
    """
    from drafter.render import isolated

    content = read_file(path)
    with told_faults():
        against = known(against) or _recognised(path, isolated.title(content, path.name))
        return Checked(path, against, isolated.lint(content, path.name, measure(against, own)))


def commented(checked: Checked, out: Path) -> Path:
    """Write a copy of the checked file to ``out``, every finding a Word comment in it.

    Raises :class:`OutputError` where ``out`` is there already or cannot be written.
    """
    from drafter.render import isolated

    if out.exists():
        raise OutputError(f"{out} is there already and stays as it is; give another name with --comments.")
    with told_faults():
        copy = isolated.commented(read_file(checked.file), checked.file.name, checked.findings)
    return written(out.parent, out.name, copy, frozenset())


def read_file(path: Path) -> bytes:
    """The content of a file that a person named; raises :class:`BadInputError`."""
    try:
        if path.stat().st_size > _LONGEST_FILE:
            raise BadInputError(f"{path} is larger than any Word template; choose another file.")
        return path.read_bytes()
    except OSError as fault:
        raise BadInputError(f"{path} cannot be read ({fault.strerror}); check the name.") from fault


def measure(against: str, own: Sequence[OwnField] = ()) -> Measure:
    """What a template of the document or ground ``against`` is checked against; empty: any of them.

    The firm's ``own`` fields are known in each.
    """
    from drafter.render.lint import Measure

    besides, always = {GROUP: own_tags.example(own)}, own_tags.instead(own)
    if against and against not in fields.SECTION_TYPES:
        document = document_named(against)
        example = fields.example(fields.context_type(document)) | besides
        return Measure(example, f"the document “{against}”", marker=document.pleads, always=always)
    every = fields.merged([fields.example(fields.context_type(document)) for document in DOCUMENTS])
    if against:
        section = {fields.GROUND: fields.example_section(against)}
        return Measure(
            {**every, **besides, **section}, f"the ground “{against}”", fragment=True, always=always
        )
    return Measure({**every, **besides, fields.GROUND: fields.any_section()}, "any document", always=always)


def known(against: str) -> str:
    """``against`` itself; raises :class:`BadInputError` for an id there is not."""
    if against and against not in known_ids():
        there_are = ", ".join(known_ids())
        raise BadInputError(f"There is no document or ground “{against}”; there are: {there_are}.")
    return against


def _recognised(path: Path, title: str) -> str:
    stem = _COPY.sub("", path.stem).strip().lower()
    if path.parent.name != BLOCKS:
        from drafter.render.lint import title_of

        for document in DOCUMENTS:
            if title and title == title_of(paths.template_bytes(document.template), document.template):
                return document.id
    return next((name for name in known_ids() if name.lower() == stem), "")


def document_named(name: str) -> Document:
    """The document with this id, or for a ground's fragment the main document, into which it is put."""
    known(name)
    return next((one for one in DOCUMENTS if one.id == name), None) or next(
        one for one in DOCUMENTS if one.id == MAIN_DOCUMENT
    )
