"""Finds every fault of a Word template at once, wherever it stands, and runs nothing of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

from drafter.render.blocks import Blocks
from drafter.render.clean import REVISIONS, text_parts
from drafter.render.dangers import dangers, fetching_fields, field_codes
from drafter.render.faults import TemplateFault, shortened
from drafter.render.findings import MUST, WARN, Fault, Finding
from drafter.render.names import Judge
from drafter.render.ooxml import BODY, Element, P, w
from drafter.render.package import Package
from drafter.render.passages import NOTE_CALLED, Passage, Reading, read_passages
from drafter.render.prepare import prepared
from drafter.render.splice import unfit
from drafter.render.tags import AUTHORITIES, CONTENTS, EDGE, MARKER

#: A fault and where it stands; None where it is the whole file's.
Told: TypeAlias = "Iterator[tuple[Passage | None, Fault]]"

#: What is to be done with a tag in a place that is never filled, by how the place's name begins.
_OTHER_WAY: Final = {
    "endnote": "make a footnote of the endnote",
    "comment": "delete the comment, or write the tag into the text",
    "header": "write it into the text, since only the text of a ground’s own file is printed",
    "footer": "write it into the text, since only the text of a ground’s own file is printed",
}
_STALE: Final = frozenset({"TOC", "TOA", "INDEX"})
#: How the places of what stands in the text itself begin.
_IN_TEXT: Final = ("body", "table", "content control")


@dataclass(frozen=True, slots=True)
class Measure:
    """What a template is checked against.

    ``example`` has every field there is (None: the names are not looked at), ``of`` says of what ("the
    motion").  A ``fragment`` is put into a shell; a shell with ``marker`` needs a place for the grounds.
    ``always`` are the texts that are never empty, each with the yes/no to test in its place.
    """

    example: Mapping[str, Any] | None = None
    of: str = "this document"
    fragment: bool = False
    marker: bool = False
    always: Mapping[str, str] = field(default_factory=dict)


def lint(file: bytes, name: str, measure: Measure) -> tuple[Finding, ...]:
    """Everything wrong with the template ``file``, called ``name``; empty when it is sound.

    Raises :class:`TemplateFault` for a file that cannot be read as a Word document at all.
    """
    package = Package.read(file, name)
    package.tree(package.main)
    reading = read_passages(package, body_only=measure.fragment)
    passages = _all([*reading.streams, *reading.notes.values()])
    places = {passage.paragraph: passage for passage in passages if passage.paragraph is not None}
    told = [
        *_of_file(package, reading),
        *_of_tags(reading, measure),
        *_of_passages(passages),
        *_of_paragraphs(package, places, measure),
        *_of_marker(passages, measure),
        *_of_tables(passages),
    ]
    findings = [_finding(name, passage, fault) for passage, fault in told]
    if not any(finding.fault.severity == MUST for finding in findings):
        findings += _last_look(file, name)
    # The two copies of a text box say the same twice.
    return tuple({(one.place, one.quote, one.fault): one for one in findings}.values())


def _all(streams: Iterable[list[Passage]]) -> list[Passage]:
    return [passage for stream in streams for passage in stream]


def _finding(name: str, passage: Passage | None, fault: Fault) -> Finding:
    if passage is None:
        return Finding(name, "", "", 0, "", fault)
    quote = shortened(passage.text.replace(NOTE_CALLED, ""))
    return Finding(name, passage.place, passage.part, passage.number, quote, fault)


def _of_file(package: Package, reading: Reading) -> Told:
    for danger in dangers(package):
        yield None, danger
    for part, problem in reading.unreadable:
        yield None, Fault("unreadable", f"{problem} [{part}]", "open the file in Word and save it anew")
    if package.is_word_template:
        yield (
            None,
            Fault("dotx", "this is a Word template (.dotx)", "save it in Word as a document (.docx)", WARN),
        )
    settings = package.first("settings")
    root = package.tree(settings) if settings and settings not in dict(reading.unreadable) else None
    for setting in root if root is not None else ():
        if setting.tag in _SETTINGS:
            yield None, _SETTINGS[str(setting.tag)]


_SETTINGS: Final = {
    w("attachedTemplate"): Fault(
        "attached",
        "another template is attached to it, which Word fetches when it opens the file",
        "attach Normal.dotm in its place (Developer, Document Template); drafts leave it out",
        WARN,
    ),
    w("mailMerge"): Fault(
        "mail_merge",
        "it is set up for a mail merge with a file elsewhere",
        "make it a normal document (Mailings, Start Mail Merge); drafts leave it out",
        WARN,
    ),
    w("updateFields"): Fault(
        "update_fields",
        "every paper made from it asks on opening whether its fields may be updated",
        "take the setting updateFields out by saving the file in Word anew",
        WARN,
    ),
}


def _of_tags(reading: Reading, measure: Measure) -> Told:
    judge = Judge(measure.example, measure.of, measure.always)
    scope = measure.example or {}
    for stream in reading.streams:
        yield from Blocks(judge, scope, reading.notes).read(stream)
    called = {note for passage in _all(reading.streams) for note in passage.notes}
    for number, note in reading.notes.items():
        if number not in called:
            yield from Blocks(judge, scope, {}).read(note)


def _of_passages(passages: Iterable[Passage]) -> Told:
    """What is wrong with where the tags stand."""
    for passage in passages:
        for one in (passage, *passage.inner):
            if EDGE.search(one.text) and not one.filled:
                yield one, _never_filled(one)
            if one.place.startswith(("field code", "attribute", "drawing")):
                kind = one.place.split(",")[0]
                problem = f"a tag in this place ({kind}) stands outside the text, where no blank is seen"
                yield one, Fault("unseen", problem, "write it into the text")
        if passage.hidden.strip():
            severity = MUST if EDGE.search(passage.hidden) else WARN
            mend = "delete it, or show it (in Word: Font, take the tick from Hidden)"
            yield passage, Fault("hidden", "hidden text is filed with the paper and seen", mend, severity)
        if passage.bound and EDGE.search(passage.text):
            problem = "the content control is bound to data, with which Word overwrites what is filled in"
            yield passage, Fault("bound", problem, "remove the content control (Developer, right click)")


def _never_filled(passage: Passage) -> Fault:
    place = passage.place.split(",")[0].split(" “")[0]
    mend = _OTHER_WAY.get(place, "take it out, or write it into the text")
    return Fault("never_filled", f"a tag in this place ({place}) is never filled", mend)


def _of_paragraphs(package: Package, places: Mapping[Element, Passage], measure: Measure) -> Told:
    """Tracked changes, fields and what a fragment cannot hold."""
    notes = [part for part in package.related(package.main, "endnotes") if part in package.parts]
    for part in (*text_parts(package), *notes):
        try:
            root = package.tree(part)
        except TemplateFault:
            continue
        for paragraph in {_paragraph_of(revision): None for revision in root.iter(*REVISIONS)}:
            fault = Fault("revisions", "it holds tracked changes", "accept or reject them in Word (Review)")
            yield places.get(paragraph), fault
        for fault, paragraph in fetching_fields(root):
            yield places.get(paragraph), fault
    for paragraph, passage in places.items():
        for name in {code.split()[0].upper() for code in field_codes(paragraph)} & _STALE:
            problem = f"its field {name} is not made anew when a draft is written"
            yield passage, Fault("stale", problem, "press F9 on it in Word before the paper is filed", WARN)
    body = package.tree(package.main).find(BODY)
    if measure.fragment and body is not None:
        for problem, paragraph in unfit(body):
            yield places.get(paragraph), Fault("fragment", problem, "put it into the document itself")


def _paragraph_of(revision: Element) -> Element:
    """The paragraph in which a change stands, or for a changed row the first one in it."""
    above = next(revision.iterancestors(P), None)
    if above is not None:
        return above
    row = next(revision.iterancestors(w("tr")), revision)
    return next(row.iter(P), revision)


def _of_marker(passages: Iterable[Passage], measure: Measure) -> Told:
    held = [passage for passage in passages if MARKER in passage.text]
    if measure.marker and not held:
        mend = f"write {MARKER} alone in a paragraph where the grounds belong"
        yield None, Fault("marker", f"it has no paragraph {MARKER} for the grounds", mend)
    for number, passage in enumerate(held):
        if measure.fragment:
            yield passage, Fault("marker", f"a fragment cannot hold {MARKER} itself", "take it out")
        elif passage.text.strip() != MARKER:
            mend = "put the other text of the paragraph into the next"
            yield passage, Fault("marker", f"{MARKER} needs a paragraph of its own", mend)
        elif number or not passage.place.startswith(_IN_TEXT):
            mend = "take it out, since the grounds can stand in one place of the text only"
            yield passage, Fault("marker", f"{MARKER} stands here as well and would be printed", mend)


def _of_tables(passages: Iterable[Passage]) -> Told:
    for passage in passages:
        for place in (CONTENTS, AUTHORITIES):
            if place not in passage.text:
                continue
            if passage.text.strip() != place:
                mend = "put the other text of the paragraph into the next"
                yield passage, Fault("marker", f"{place} needs a paragraph of its own", mend)
            elif not passage.place.startswith(_IN_TEXT):
                yield (
                    passage,
                    Fault("marker", f"{place} stands outside the text and is printed", "take it out"),
                )


def _last_look(file: bytes, name: str) -> list[Finding]:
    """What shows only when the whole is put together; nothing is rendered."""
    try:
        prepared(file, {}, name)
    except TemplateFault as fault:
        mend = "mend or take out what is named"
        return [Finding(name, "", "", 0, fault.paragraph, Fault("refused", fault.problem, mend))]
    return []


def title_of(file: bytes, name: str) -> str:
    """The title in the properties of a Word file, or an empty string; raises :class:`TemplateFault`."""
    package = Package.read(file, name)
    for part in package.related("", "core-properties"):
        with suppress(TemplateFault):  # a broken part is told by the check
            return package.tree(part).findtext(_TITLE) or ""
    return ""


_TITLE: Final = "{http://purl.org/dc/elements/1.1/}title"
