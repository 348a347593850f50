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

from drafter.core import marks
from drafter.render.environment import LEDGER, Ledger, NotTextError
from drafter.render.faults import TemplateFault
from drafter.render.numbering import NumberingPart
from drafter.render.ooxml import BODY, ID, NOTE_REFERENCE, Element, make, parse, written
from drafter.render.package import zipped
from drafter.render.plain import plain_context
from drafter.render.prepare import Prepared, TextPart, place_of, prepared
from drafter.render.preview import html_of
from drafter.render.properties import with_properties
from drafter.render.reading import Story
from drafter.render.runs import resolve
from drafter.render.tidy import drop_orphan_headings, restart_lists, tidy

#: Prepared templates kept in memory: the documents of one kit, twice over.
_KEPT: Final = 64
#: U+FDD0 to U+FDEF, the range of all marks, in UTF-8.
_LEFT_OVER: Final = re.compile(b"\xef\xb7[\x90-\xaf]")
_PRINTED: Final = re.compile(
    f"{marks.PRINTED_ON}[^{marks.PRINTED_SEP}]*{marks.PRINTED_SEP}|{marks.PRINTED_OFF}|{marks.PRINTED_SEP}"
)
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
    filled = _fill(template.ready, context, strict=strict, keep_questions=keep_questions)
    # A mark that a template put into an attribute or a field code has no run to become a look of.
    texts = {part: _LEFT_OVER.sub(b"", written(root)) for part, root in filled.trees.items()}
    parts = {**template.ready.other, **texts}
    NumberingPart(template.ready.numbering_part).extend(parts, filled.added_lists)
    docx = zipped(with_properties(parts, properties or {}))
    return Rendered(docx, filled.blanks, filled.undefined)


def preview(template: Template, context: object) -> Preview:
    """The draft as HTML, without making a Word file; printed answers link to their questions."""
    filled = _fill(template.ready, context, strict=False, keep_questions=True)
    notes = filled.trees.get(template.ready.notes_part)
    story = Story(filled.trees[template.ready.main], notes, template.ready.facts, filled.added_lists)
    return Preview(html_of(story), filled.blanks, filled.undefined)


@dataclass
class _Filled:
    trees: dict[str, Element]
    added_lists: list[Element]
    blanks: tuple[str, ...]
    undefined: tuple[str, ...]


def _fill(ready: Prepared, context: object, *, strict: bool, keep_questions: bool) -> _Filled:
    plain = plain_context(context)
    with _ledger(strict) as ledger:
        trees = {
            text.name: _rendered(text, plain, ready, keep_questions=keep_questions) for text in ready.texts
        }
    document = trees[ready.main]
    if ready.notes_part:
        trees[ready.notes_part] = _lifted_notes(document, ready.notes_shell)
    blanks: list[str] = []
    for root in trees.values():
        blanks += resolve(root, ready.facts, keep_questions=keep_questions)
        tidy(root, ready.facts)
    body = document.find(BODY)
    if body is not None:
        drop_orphan_headings(body, ready.facts)
    printed = tuple(blank for blank in blanks if not blank.startswith(_MISSING))
    added = restart_lists(document, ready.facts)
    return _Filled(trees, added, printed, tuple(dict.fromkeys(ledger.names)))


@contextmanager
def _ledger(strict: bool) -> Iterator[Ledger]:  # noqa: FBT001 - the only argument
    ledger = Ledger(strict)
    token = LEDGER.set(ledger)
    try:
        yield ledger
    finally:
        LEDGER.reset(token)


def _rendered(
    text: TextPart, plain: Mapping[str, object], ready: Prepared, *, keep_questions: bool
) -> Element:
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
    if not keep_questions and marks.PRINTED_ON in xml:
        xml = _PRINTED.sub("", xml)
    # The line ends that number the paragraphs; one in a value is never followed by a tag.
    xml = xml.replace("\n<w:p ", "<w:p ").replace("\n<w:p>", "<w:p>")
    try:
        return parse(xml.encode())
    except etree.XMLSyntaxError as error:
        problem = "a tag begins in one paragraph and ends in another; use {%p … %} in paragraphs of their own"
        raise TemplateFault(ready.name, f"{problem} ({error.msg})") from error


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


def _lifted_notes(document: Element, shell: bytes) -> Element:
    """Take the footnotes out of their references and number both 1..n in the order of the text."""
    notes = parse(shell)
    for number, reference in enumerate(document.iter(NOTE_REFERENCE), 1):
        note = make("footnote", id=str(number))
        note.extend(list(reference))
        reference.text = None
        reference.set(ID, str(number))
        notes.append(note)
    return notes


def _key(shell: bytes, fragments: Mapping[str, bytes], name: str) -> bytes:
    digest = hashlib.sha256()
    for label, file in ((name, shell), *fragments.items()):
        digest.update(f"{label}\0{len(file)}\0".encode())
        digest.update(file)
    return digest.digest()
