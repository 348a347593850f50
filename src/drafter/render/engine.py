"""The one wrapper over docxtpl: opens a template, fills it, and vouches for the Word file that results.

>>> template = Template.open(shell, {"b3D": fragment}, name="motion.docx")   # doctest: +SKIP
>>> paper = render(template, context, strict=False)                          # doctest: +SKIP
>>> paper.docx, paper.blanks, paper.undefined                                # doctest: +SKIP
"""

from __future__ import annotations

import hashlib
import re
import threading
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final

from drafter.core.citing import NOTHING_CITED, Citing
from drafter.core.marks import unprinted
from drafter.render import kept
from drafter.render.archive import archive, member
from drafter.render.citations import AUTHORITIES_HERE, CONTENTS_HERE, chosen
from drafter.render.environment import environment
from drafter.render.fill import Text, ledger
from drafter.render.flow import Flow, Forms, lifted_notes, read, read_part
from drafter.render.garbage import put_off
from drafter.render.look import Look, dressed, section_with
from drafter.render.ooxml import DECLARATION, Element, parse, written
from drafter.render.plain import plain_context
from drafter.render.prepare import Prepared, prepared
from drafter.render.preview import html_of
from drafter.render.properties import PART as CORE_PROPERTIES
from drafter.render.properties import core_part
from drafter.render.reading import Story
from drafter.render.tidy import drop_gaps_before_headings, drop_orphan_headings, restart_lists, tidy
from drafter.render.together import keep_together

if TYPE_CHECKING:
    from drafter.render.contents import Tables

#: Prepared templates kept in memory: the documents of one kit, twice over.
_KEPT: Final = 64
#: U+FDD0 to U+FDEF, the range of all marks, in UTF-8; and the byte with which they begin, and little else.
_LEFT_OVER: Final = re.compile(b"\xef\xb7[\x90-\xaf]")
_MARK: Final = b"\xef"
_MISSING: Final = "missing: "


@dataclass(frozen=True)
class Rendered:
    """A finished Word file, the wording of its visible blanks in order, and the names it lacked.

    ``bookmarks`` are those whose pages its tables of contents and authorities print.
    """

    docx: bytes
    blanks: tuple[str, ...]
    undefined: tuple[str, ...]
    bookmarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Preview:
    """The same document as HTML for a ``QTextDocument``; printed answers link to ``question:<id>``."""

    html: str
    blanks: tuple[str, ...]
    undefined: tuple[str, ...]


class Template:
    """A prepared template; get one with :meth:`open`."""

    _cache: ClassVar[OrderedDict[bytes, Template]] = OrderedDict()
    _lock: ClassVar[threading.Lock] = threading.Lock()

    def __init__(self, ready: Prepared) -> None:
        """Make ready to run what :func:`drafter.render.prepare.prepared` made."""
        jinja = environment()
        self.ready = ready
        self.texts = [Text(part, ready.name, ready.facts, jinja) for part in ready.texts]
        self.notes = Forms(ready.facts, ready.notes.namespaces, ready.notes.openings) if ready.notes else None

    @property
    def name(self) -> str:
        """The file name for messages."""
        return self.ready.name

    @classmethod
    def open(
        cls,
        shell: bytes,
        fragments: Mapping[str, bytes] | None = None,
        *,
        name: str = "template",
        keep_in: Path | None = None,
    ) -> Template:
        """The template ``shell`` with ``fragments`` (ground id → Word file) at its ``[[grounds]]``.

        The same bytes are prepared once in the life of the process and, where there is a private folder
        ``keep_in`` for it, once in that of this version of the program.  Raises :class:`TemplateFault`.
        """
        fragments = fragments or {}
        digest = _digest(shell, fragments, name)
        with cls._lock:
            if digest in cls._cache:
                cls._cache.move_to_end(digest)
                return cls._cache[digest]
        template = cls(_prepared(shell, fragments, name, keep_in, digest))
        with cls._lock:
            cls._cache[digest] = template
            while len(cls._cache) > _KEPT:
                cls._cache.popitem(last=False)
        return template


def _prepared(
    shell: bytes, fragments: Mapping[str, bytes], name: str, folder: Path | None, digest: bytes
) -> Prepared:
    if folder is None:
        return prepared(shell, fragments, name)
    key = kept.key_of(digest)
    ready = kept.load(folder, key)
    if ready is None:
        ready = prepared(shell, fragments, name)
        kept.save(folder, key, ready)
    return ready


@put_off()
def render(  # noqa: PLR0913 -- a template, what fills it, and how the paper is dressed
    template: Template,
    context: object,
    *,
    strict: bool,
    citing: Citing = NOTHING_CITED,
    pages: Mapping[str, int] | None = None,
    properties: Mapping[str, str] | None = None,
    keep_questions: bool = False,
    look: Look | None = None,
) -> Rendered:
    """Fill ``template`` with ``context`` (a frozen dataclass or a mapping of plain values).

    What is missing prints as a highlighted ``[missing: name]``; when ``strict`` it raises
    :class:`TemplateFault` instead.  ``citing`` gives the forms of the citations marked in the context, and
    ``pages`` the page of each bookmark that the tables print.  ``properties`` are core properties
    (``title``, ``subject``, ``keywords`` …); no other reaches the file.  ``keep_questions`` leaves links to
    the questions in the file and is for a preview, never for a filing.  ``look`` changes font, sizes and
    line numbers.  Raises :class:`TypeError` for a context with other values than text, yes/no, tuples and
    groups of them.
    """
    ready = template.ready
    filled = _filled(template, context, citing, pages or {}, strict=strict, questions=keep_questions)
    parts = {part: _written(flow) for part, flow in filled.flows.items()}
    fixed, tables = ready.fixed, filled.tables
    if tables:
        document = parse(parts[ready.main])
        tables.fill(document, ready.facts, filled.added_lists)
        parts[ready.main] = written(document)
        fixed = tables.updating(fixed)
    if look is not None:
        parts[ready.main] = section_with(parts[ready.main], look)
        fixed = tuple(dressed(one, look) for one in fixed)
    members = [member(part, xml) for part, xml in parts.items()]
    if ready.numbering:
        members.append(ready.numbering.with_lists(filled.added_lists))
    core = core_part(ready.title or "", properties or {})
    if ready.title is not None:
        members.append(member(CORE_PROPERTIES, core))
    docx = archive((*fixed, *members))
    return Rendered(docx, filled.blanks, filled.undefined, tables.bookmarks if tables else ())


@put_off()
def preview(template: Template, context: object, *, citing: Citing = NOTHING_CITED) -> Preview:
    """The draft as HTML, without making a Word file; printed answers link to their questions."""
    filled = _filled(template, context, citing, None, strict=False, questions=True)
    main, notes = template.ready.main, template.ready.notes
    document = filled.flows[main]
    if filled.tables:
        tree = parse(_written(document))
        filled.tables.fill(tree, template.ready.facts, filled.added_lists)
        document = read_part(tree, template.ready.facts)
    story = Story(document, filled.flows[notes.name] if notes else None, filled.added_lists)
    return Preview(html_of(story), filled.blanks, filled.undefined)


@dataclass
class _Filled:
    flows: dict[str, Flow]
    added_lists: list[Element]
    blanks: tuple[str, ...]
    undefined: tuple[str, ...]
    tables: Tables | None


def _filled(  # noqa: PLR0913 - what a paper is made of
    template: Template,
    context: object,
    citing: Citing,
    pages: Mapping[str, int] | None,
    *,
    strict: bool,
    questions: bool,
) -> _Filled:
    """The paper part by part; ``pages`` are None where it has none, as a preview."""
    plain = plain_context(context)
    with ledger(strict) as missing:
        parts = {text.part.name: text.filled(plain) for text in template.texts}
    forms = {text.part.name: text.forms for text in template.texts}
    main, notes = template.ready.main, template.ready.notes
    if not questions:
        parts = {part: unprinted(xml) for part, xml in parts.items()}
    facts = template.ready.facts
    tables = _tables(parts[main], citing, pages)
    parts = {part: chosen(xml, citing, facts.headings, main=part == main) for part, xml in parts.items()}
    if tables:
        parts[main] = tables.anchored(parts[main], facts)
    if notes and template.notes:
        parts[main], called = lifted_notes(parts[main])
        parts[notes.name] = "".join((notes.begins, *called, notes.ends))
        forms[notes.name] = template.notes
    folded = pages is not None  # a preview looks into each cell
    flows = {part: read(xml, forms[part], questions=questions, folded=folded) for part, xml in parts.items()}
    for flow in flows.values():
        tidy(flow.root)
    drop_orphan_headings(flows[main].body)
    drop_gaps_before_headings(flows[main].body)
    keep_together(flows[main])
    added = restart_lists(flows[main])
    blanks = [blank for flow in flows.values() for blank in flow.blanks if not blank.startswith(_MISSING)]
    return _Filled(flows, added, tuple(blanks), tuple(dict.fromkeys(missing.names)), tables)


def _tables(xml: str, citing: Citing, pages: Mapping[str, int] | None) -> Tables | None:
    """The tables for which the main part ``xml`` has a place; most papers have none."""
    if CONTENTS_HERE not in xml and AUTHORITIES_HERE not in xml:
        return None
    from drafter.render.contents import Tables

    return Tables(citing, pages)


def _written(flow: Flow) -> bytes:
    xml = DECLARATION + flow.xml().encode()
    # A mark that a template put into an attribute or a field code has no run to become a look of.
    return _LEFT_OVER.sub(b"", xml) if _MARK in xml else xml


def _digest(shell: bytes, fragments: Mapping[str, bytes], name: str) -> bytes:
    digest = hashlib.sha256()
    for label, file in ((name, shell), *fragments.items()):
        digest.update(f"{label}\0{len(file)}\0".encode())
        digest.update(file)
    return digest.digest()
