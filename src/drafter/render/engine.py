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
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import ClassVar, Final

from jinja2 import UndefinedError
from jinja2.exceptions import SecurityError
from lxml import etree

from drafter.core.marks import unprinted
from drafter.render.archive import archive, member
from drafter.render.environment import LEDGER, Ledger, NotTextError
from drafter.render.faults import TemplateFault
from drafter.render.flow import Flow, lifted_notes, read
from drafter.render.ooxml import DECLARATION, Element, parse
from drafter.render.plain import plain_context
from drafter.render.prepare import Prepared, TextPart, place_of, prepared
from drafter.render.preview import html_of
from drafter.render.properties import PART as CORE_PROPERTIES
from drafter.render.properties import core_part
from drafter.render.reading import Story
from drafter.render.tidy import drop_orphan_headings, restart_lists, tidy

#: Prepared templates kept in memory: the documents of one kit, twice over.
_KEPT: Final = 64
#: U+FDD0 to U+FDEF, the range of all marks, in UTF-8; and how each of them begins.
_LEFT_OVER: Final = re.compile(b"\xef\xb7[\x90-\xaf]")
_MARK: Final = b"\xef\xb7"
_MISSING: Final = "missing: "


@dataclass(frozen=True)
class Rendered:
    """A finished Word file, the wording of its visible blanks in order, and the names it lacked."""

    docx: bytes
    blanks: tuple[str, ...]
    undefined: tuple[str, ...]


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
        """Wrap what :func:`drafter.render.prepare.prepared` made."""
        self.ready = ready

    @property
    def name(self) -> str:
        """The file name for messages."""
        return self.ready.name

    @classmethod
    def open(
        cls, shell: bytes, fragments: Mapping[str, bytes] | None = None, *, name: str = "template"
    ) -> Template:
        """The template ``shell`` with ``fragments`` (ground id → Word file) at its ``[[grounds]]``.

        The same bytes are prepared once in the life of the process.  Raises :class:`TemplateFault`.
        """
        fragments = fragments or {}
        key = _key(shell, fragments, name)
        with cls._lock:
            if key in cls._cache:
                cls._cache.move_to_end(key)
                return cls._cache[key]
        template = cls(prepared(shell, fragments, name))
        with cls._lock:
            cls._cache[key] = template
            while len(cls._cache) > _KEPT:
                cls._cache.popitem(last=False)
        return template


def render(
    template: Template,
    context: object,
    *,
    strict: bool,
    properties: Mapping[str, str] | None = None,
    keep_questions: bool = False,
) -> Rendered:
    """Fill ``template`` with ``context`` (a frozen dataclass or a mapping of plain values).

    What is missing prints as a highlighted ``[missing: name]``; when ``strict`` it raises
    :class:`TemplateFault` instead.  ``properties`` are core properties (``title``, ``subject``,
    ``keywords`` …); no other reaches the file.  ``keep_questions`` leaves links to the questions in the
    file and is for a preview, never for a filing.  Raises :class:`TypeError` for a context with other
    values than text, yes/no, tuples and groups of them.
    """
    ready = template.ready
    filled = _filled(ready, context, strict=strict, questions=keep_questions)
    members = [member(part, _written(flow)) for part, flow in filled.flows.items()]
    if ready.numbering:
        members.append(ready.numbering.with_lists(filled.added_lists))
    core = core_part(ready.title or "", properties or {})
    if ready.title is not None:
        members.append(member(CORE_PROPERTIES, core))
    docx = archive((*ready.fixed, *members))
    return Rendered(docx, filled.blanks, filled.undefined)


def preview(template: Template, context: object) -> Preview:
    """The draft as HTML, without making a Word file; printed answers link to their questions."""
    ready = template.ready
    filled = _filled(ready, context, strict=False, questions=True)
    document = parse(_written(filled.flows[ready.main]))
    notes = parse(_written(filled.flows[ready.notes.name])) if ready.notes else None
    story = Story(document, notes, ready.facts, filled.added_lists)
    return Preview(html_of(story), filled.blanks, filled.undefined)


@dataclass
class _Filled:
    flows: dict[str, Flow]
    added_lists: list[Element]
    blanks: tuple[str, ...]
    undefined: tuple[str, ...]


def _filled(ready: Prepared, context: object, *, strict: bool, questions: bool) -> _Filled:
    plain = plain_context(context)
    with _ledger(strict) as ledger:
        rendered = [_rendered(text, plain, ready) for text in ready.texts]
    if not questions:
        rendered = [unprinted(xml) for xml in rendered]
    notes = ready.notes
    if notes:
        rendered[0], called = lifted_notes(rendered[0])
    flows = {
        text.name: read(xml, text.forms, questions=questions)
        for text, xml in zip(ready.texts, rendered, strict=True)
    }
    if notes:
        flows[notes.name] = read(
            "".join((notes.begins, *called, notes.ends)), notes.forms, questions=questions
        )
    for flow in flows.values():
        tidy(flow.root)
    document = flows[ready.main]
    drop_orphan_headings(document.body)
    added = restart_lists(document, ready.texts[0].forms.openings)
    blanks = [blank for flow in flows.values() for blank in flow.blanks if not blank.startswith(_MISSING)]
    return _Filled(flows, added, tuple(blanks), tuple(dict.fromkeys(ledger.names)))


def _written(flow: Flow) -> bytes:
    xml = DECLARATION + flow.xml().encode()
    # A mark that a template put into an attribute or a field code has no run to become a look of.
    return _LEFT_OVER.sub(b"", xml) if _MARK in xml else xml


@contextmanager
def _ledger(strict: bool) -> Iterator[Ledger]:  # noqa: FBT001 - the only argument
    ledger = Ledger(strict)
    token = LEDGER.set(ledger)
    try:
        yield ledger
    finally:
        LEDGER.reset(token)


def _rendered(text: TextPart, plain: Mapping[str, object], ready: Prepared) -> str:
    try:
        xml = text.compiled.render(plain)
    except NotTextError as error:
        raise _fault(error, text, ready, f"{error.message}") from error
    except UndefinedError as error:
        raise _fault(error, text, ready, f"“{error.message}” is missing", str(error.message)) from error
    except SecurityError as error:
        raise _fault(error, text, ready, f"a tag does what no template may do ({error})") from error
    except (TypeError, ValueError, ArithmeticError, LookupError, RecursionError) as error:
        raise _fault(error, text, ready, f"a tag cannot be rendered ({error})") from error
    if not text.sound:
        _check(xml, ready.name)
    return xml


def _check(xml: str, name: str) -> None:
    try:
        parse(xml.encode())
    except etree.XMLSyntaxError as error:
        problem = "a tag begins in one paragraph and ends in another; use {%p … %} in paragraphs of their own"
        raise TemplateFault(name, f"{problem} ({error.msg})") from error


def _fault(error: Exception, text: TextPart, ready: Prepared, problem: str, name: str = "") -> TemplateFault:
    line = _line_of(error.__traceback__)
    where, paragraph = place_of(text.source, line, ready.name) if line else (ready.name, "")
    return TemplateFault(where, problem, paragraph, name)


def _line_of(trace: TracebackType | None) -> int:
    """The template's line in the traceback (Jinja has rewritten it so), 0 where there is none."""
    line = 0
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _key(shell: bytes, fragments: Mapping[str, bytes], name: str) -> bytes:
    digest = hashlib.sha256()
    for label, file in ((name, shell), *fragments.items()):
        digest.update(f"{label}\0{len(file)}\0".encode())
        digest.update(file)
    return digest.digest()
