"""Prepares a template once: cleaned, fragments spliced, tags compiled, facts read.

A prepared template holds everything a render needs, so that a render is only Jinja, a few passes over
the tree, and a zip file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import CodeType
from typing import TYPE_CHECKING, Final

from jinja2 import TemplateSyntaxError
from lxml import etree

from drafter.render.archive import TIGHTLY, Member, member
from drafter.render.balance import is_balanced
from drafter.render.clean import clean, text_parts
from drafter.render.environment import environment
from drafter.render.facts import Facts, read_facts
from drafter.render.faults import TemplateFault
from drafter.render.flow import broken, known_openings
from drafter.render.numbering import NumberingPart
from drafter.render.ooxml import Element, Namespaces, P, text_of
from drafter.render.openings import VOLATILE, Opening
from drafter.render.package import Package
from drafter.render.properties import PART as CORE_PROPERTIES
from drafter.render.properties import title_of
from drafter.render.splice import splice
from drafter.render.tags import TAG, problems

if TYPE_CHECKING:
    from docxtpl import DocxTemplate

_ROW_OR_PARAGRAPH_TAG: Final = re.compile(r"[{][{%#](?:p|tr|tc|r)\s")
_ORIGIN: Final = re.compile(r"\{#\s*from (.*?) (?=#\})")
#: The same after :func:`patched`, which begins a new line inside the comment.
_ORIGIN_LINE: Final = re.compile(r"\{# from (.*)\n")
_NOTE_CALL: Final = re.compile(r"<w:footnoteReference\b[^>]*?\"note(\d+)\"[^>]*?/>")
_NOTES_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


@dataclass(frozen=True)
class TextPart:
    """A part with tags: its Jinja source, one paragraph a line, and the code that Jinja made of it.

    ``sound`` says that whatever its tags print is well-formed; ``openings`` are those of its paragraphs.
    """

    name: str
    source: str
    code: CodeType
    sound: bool
    namespaces: Namespaces
    openings: dict[str, Opening]


@dataclass(frozen=True)
class NotesPart:
    """The footnotes part: its name, its XML before the first and after the last note of the text."""

    name: str
    begins: str
    ends: str
    namespaces: Namespaces
    openings: dict[str, Opening]


@dataclass(frozen=True)
class Prepared:
    """All that depends on a template alone, as plain data that can be kept on disk.

    ``title`` is the template's own, None where it has no core properties; ``fixed`` are the parts that
    every paper of this template shares.
    """

    name: str
    main: str
    texts: tuple[TextPart, ...]
    notes: NotesPart | None
    numbering: NumberingPart | None
    title: str | None
    fixed: tuple[Member, ...]
    facts: Facts


def prepared(shell: bytes, fragments: Mapping[str, bytes], name: str) -> Prepared:
    """Prepare the template ``shell`` (called ``name``) with its ``fragments``.

    Raises :class:`TemplateFault` when one of them cannot be used.
    """
    # Not before a template is prepared: where there is a kept form, only a paper with tables needs it.
    from drafter.render.contents import mark_tables

    package = _opened(shell, name)
    opened = {key: _opened(file, f"{key}.docx") for key, file in fragments.items()}
    notes: list[list[Element]] = []
    splice(package, opened, notes)
    notes_part = _notes_part(package, opened, notes)
    tree = package.tree(package.main)
    mark_tables(tree, name)
    for root in [
        *(package.tree(part) for part in text_parts(package)),
        *(child for note in notes for child in note),
    ]:
        _mark_volatile(root)
    facts = read_facts(
        *(package.tree(part) if part else None for part in map(package.first, ("styles", "numbering")))
    )
    notes_root = package.tree(notes_part) if notes_part else None
    document = _with_notes(patched(_unicode(tree)), notes, _shared_namespaces(tree, notes_root))
    sources = {package.main: document}
    for part in text_parts(package)[1:]:
        root = package.tree(part)
        if part != notes_part and TAG.search(_visible(root)):
            sources[part] = patched(_unicode(root))
    files = package.finished()
    fixed = {part: member(part, files[part], TIGHTLY) for part in files if part not in (*sources, notes_part)}
    numbering = package.first("numbering")
    return Prepared(
        name,
        package.main,
        tuple(_text_part(part, source, package.tree(part), facts, name) for part, source in sources.items()),
        None if notes_root is None else _notes(notes_part, notes_root, document, facts),
        NumberingPart(numbering, files[numbering], fixed.pop(numbering)) if numbering else None,
        title_of(files[CORE_PROPERTIES]) if fixed.pop(CORE_PROPERTIES, None) else None,
        tuple(fixed.values()),
        facts,
    )


def _opened(file: bytes, name: str) -> Package:
    """The cleaned package; a tag that would silently lose text is refused here, not found in court."""
    package = Package.open(file, name)
    clean(package)
    for part in text_parts(package):
        for paragraph in package.tree(part).iter(P):
            problem = next(problems(paragraph, syntax=False), "")
            if problem:
                raise TemplateFault(name, problem, text_of(paragraph))
    return package


def patched(xml: str) -> str:
    """Docxtpl's own preparation of ``xml`` for Jinja, and ``&`` inside tags as it was typed.

    Each paragraph begins a line, so that Jinja's line numbers find it again.
    """
    xml = _docxtpl().patch_xml(xml)
    xml = TAG.sub(lambda tag: tag.group().replace("&amp;", "&").replace("\n", " "), xml)
    xml = _ORIGIN.sub("{# from \\1\n", xml)
    return broken(xml)


@cache
def _docxtpl() -> DocxTemplate:
    # docxtpl takes a quarter of a second to import; nobody waits for it before the first draft.
    from docxtpl import DocxTemplate

    return DocxTemplate("")


def _unicode(root: Element) -> str:
    return str(etree.tostring(root, encoding="unicode"))


def _visible(root: Element) -> str:
    return "".join(text_of(paragraph) for paragraph in root.iter(P))


def _mark_volatile(root: Element) -> None:
    for paragraph in root.iter(P):
        text = text_of(paragraph)
        if TAG.search(text) and not TAG.sub("", text).strip() and not _ROW_OR_PARAGRAPH_TAG.search(text):
            paragraph.set(VOLATILE, "1")


def _with_notes(xml: str, notes: list[list[Element]], namespaces: Namespaces) -> str:
    """Put the text of each footnote inside its reference, so that it sees the loop it stands in.

    The render lifts it out again: every printed reference then has a footnote of its own.
    """

    def called(reference: re.Match[str]) -> str:
        note = "".join(map(namespaces.written, notes[int(reference.group(1))]))
        return reference.group()[:-2] + f">{patched(note)}</w:footnoteReference>"

    return _NOTE_CALL.sub(called, xml)


def _shared_namespaces(document: Element, notes: Element | None) -> Namespaces:
    """What both declare: a footnote's text is rendered in the one part and stands in the other."""
    declared = Namespaces.of(document).declared
    others = declared if notes is None else Namespaces.of(notes).declared
    return Namespaces({prefix: uri for prefix, uri in declared.items() if others.get(prefix) == uri})


def _notes(part: str, root: Element, document: str, facts: Facts) -> NotesPart:
    begins, ends = broken(_unicode(root)), f"</{root.prefix}:footnotes>"
    begins = begins.removesuffix(ends) if begins.endswith(ends) else f"{begins.removesuffix('/>')}>"
    namespaces = Namespaces.of(root)
    return NotesPart(part, begins, ends, namespaces, known_openings(begins + document, facts, namespaces))


def _text_part(part: str, source: str, root: Element, facts: Facts, name: str) -> TextPart:
    jinja, namespaces = environment(), Namespaces.of(root)
    try:
        read = jinja.parse(source)
        code = jinja.compile(read)
    except TemplateSyntaxError as error:
        where, paragraph = place_of(source, error.lineno, name)
        raise TemplateFault(where, f"a tag is wrong ({error.message})", paragraph) from error
    openings = known_openings(source, facts, namespaces)
    return TextPart(part, source, code, is_balanced(read), namespaces, openings)


def place_of(source: str, line: int, name: str) -> tuple[str, str]:
    """The file (shell ``name`` or fragment) and the text of the paragraph on ``line`` of ``source``."""
    lines = source.split("\n")
    line = min(max(line, 1), len(lines))
    origins = _ORIGIN_LINE.findall("\n".join(lines[:line]))
    return (origins[-1] if origins else name), re.sub(r"<[^>]+>|^#\}|\{# from .*", "", lines[line - 1])


def _notes_part(package: Package, fragments: Mapping[str, Package], notes: list[list[Element]]) -> str:
    """The shell's footnotes part; a shell without footnotes takes over a fragment's separators."""
    part = package.first("footnotes")
    if part or not notes:
        return part
    for fragment in fragments.values():
        theirs = fragment.first("footnotes")
        if theirs:
            part = "word/footnotes.xml"
            package.add(part, fragment.tree(theirs), _NOTES_TYPE, "footnotes")
            return part
    return part
