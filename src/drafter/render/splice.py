"""Puts the fragments of the grounds into the shell's body, before any tag is rendered.

Styles are matched by name, lists by what they look like, footnotes are taken along; so the result is
one document with one set of styles, whichever fragment a case needs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Final

from drafter.render.clean import drop_bookmark
from drafter.render.facts import notes_by_id
from drafter.render.faults import TemplateFault
from drafter.render.merging import Merging
from drafter.render.ooxml import (
    BODY,
    HYPERLINK,
    ID,
    NOTE_REFERENCE,
    SECT,
    SPACE,
    Element,
    P,
    make,
    text_of,
    unwrap,
    w,
)
from drafter.render.package import Package
from drafter.render.tags import MARKER

#: Before the name of a fragment: the firm's own paragraphs, printed after that fragment.
BLOCKS: Final = "blocks/"
_NAME: Final = re.compile(r"[A-Za-z0-9._-]+")
#: Pictures, endnotes and embedded objects live in parts of their own, which a fragment cannot bring along.
_NOT_IN_FRAGMENTS: Final = {
    w("drawing"): "a picture",
    w("pict"): "a picture",
    w("object"): "an embedded object",
    w("endnoteReference"): "an endnote",
    w("altChunk"): "an embedded file",
}


def splice(shell: Package, fragments: Mapping[str, Package], notes: list[list[Element]]) -> None:
    """Replace the marker paragraph of ``shell`` by a loop over ``grounds`` that chooses a fragment.

    A fragment ``blocks/b3D`` is no choice of its own: it is printed after ``b3D``, and sees what that sees.
    ``notes`` takes up the footnotes of shell and fragments (see :func:`shelve_notes`).  Raises
    :class:`TemplateFault` when fragments are given and the marker is missing, or when a fragment holds
    what cannot be spliced.
    """
    shelve_notes(shell, notes)
    marker = _marker(shell)
    if marker is None:
        if fragments:
            raise TemplateFault(shell.name, f"it has no paragraph {MARKER} for the grounds")
        return
    merging = Merging(shell)
    spliced: list[Element] = []
    chosen = {name: fragment for name, fragment in fragments.items() if not name.startswith(BLOCKS)}
    for place, (name, fragment) in enumerate(chosen.items()):
        if not _NAME.fullmatch(name):
            raise TemplateFault(fragment.name, f"“{name}” is no name for a fragment")
        word = "elif" if place else "if"
        spliced.append(_tag(f"{{%p {word} ground.fragment == '{name}' %}}"))
        for piece in (fragment, fragments.get(BLOCKS + name)):
            if piece is not None:
                spliced.append(_tag(origin(piece.name)))
                spliced += _body(piece, merging, notes)
        spliced.append(_tag(origin(shell.name)))
    if spliced:
        unknown = _tag("{{ no_fragment(ground.fragment) }}")
        spliced = [
            _tag("{%p for ground in grounds %}"),
            *spliced,
            _tag("{%p else %}"),
            unknown,
            _tag("{%p endif %}"),
        ]
        spliced.append(_tag("{%p endfor %}"))
    parent = marker.getparent()
    assert parent is not None  # noqa: S101 - a paragraph found below the body has a parent
    place = parent.index(marker)
    parent[place : place + 1] = spliced


def origin(name: str) -> str:
    """The comment after which the paragraphs of the file ``name`` stand."""
    return f"{{#p from {re.sub(r'[{}#]', ' ', name)} #}}"


def shelve_notes(package: Package, notes: list[list[Element]]) -> None:
    """Move the footnotes that the body of ``package`` calls to ``notes``.

    Each reference then has as its id ``note<place in notes>``.  Raises :class:`TemplateFault` for a
    reference without footnote.
    """
    part = package.first("footnotes")
    known = notes_by_id(package.tree(part) if part else None)
    for reference in package.tree(package.main).iter(NOTE_REFERENCE):
        note = known.get(reference.get(ID, ""))
        if note is None:
            raise TemplateFault(package.name, "a footnote reference has no footnote")
        reference.set(ID, f"note{len(notes)}")
        notes.append([deepcopy(child) for child in note])
    for note in known.values():
        note.getparent().remove(note)  # type: ignore[union-attr]


def _marker(shell: Package) -> Element | None:
    for paragraph in shell.tree(shell.main).iter(P):
        if MARKER in text_of(paragraph):
            if text_of(paragraph).strip() != MARKER:
                raise TemplateFault(shell.name, f"{MARKER} needs a paragraph of its own", text_of(paragraph))
            return paragraph
    return None


def _body(fragment: Package, merging: Merging, notes: list[list[Element]]) -> list[Element]:
    first_note = len(notes)
    shelve_notes(fragment, notes)
    body = fragment.tree(fragment.main).find(BODY)
    if body is None:
        raise TemplateFault(fragment.name, "the document has no body")
    for paragraph in body.iter(P):
        if MARKER in text_of(paragraph):
            raise TemplateFault(fragment.name, f"a fragment cannot hold {MARKER} itself", text_of(paragraph))
    kept = [child for child in body if child.tag != SECT]
    own_notes = [paragraph for note in notes[first_note:] for paragraph in note]
    for element in (*kept, *own_notes):
        _check(element, fragment.name)
        _unlink(element)
    merging.take(fragment, [*kept, *own_notes])
    return kept


def _check(element: Element, name: str) -> None:
    for problem, paragraph in unfit(element):
        raise TemplateFault(name, problem, text_of(paragraph))


def unfit(element: Element) -> Iterator[tuple[str, Element]]:
    """What below ``element`` a fragment cannot hold, each with its paragraph."""
    for tag, what in _NOT_IN_FRAGMENTS.items():
        for found in element.iter(tag):
            yield f"a fragment cannot hold {what}", next(found.iterancestors(P), found)


def _unlink(element: Element) -> None:
    """A fragment may be printed twice, so it has no bookmark; and its links belong to another file."""
    for link in list(element.iter(HYPERLINK)):
        unwrap(link)
    for section in list(element.iter(SECT)):
        section.getparent().remove(section)  # type: ignore[union-attr]
    for start in list(element.iter(w("bookmarkStart"))):
        drop_bookmark(element, start)


def _tag(text: str) -> Element:
    paragraph, run, holder = make("p"), make("r"), make("t")
    holder.text = text
    holder.set(SPACE, "preserve")
    run.append(holder)
    paragraph.append(run)
    return paragraph
