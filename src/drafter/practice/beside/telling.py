"""The law beside a question as paragraphs, each with its role, so that window and command line tell the same.

A paragraph's text is plain, but for the marks of italics round the names of decisions.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from drafter.core.dates import long_date
from drafter.core.marks import italic
from drafter.law.passage import Line
from drafter.law.showing import Provenance, Shown
from drafter.practice.beside.law_beside import (
    HANDFUL,
    CircuitNote,
    Cited,
    Decision,
    LawBeside,
    LocalNote,
    Number,
    Passage,
    Ruling,
    Unheld,
)

OWN_WORDS = "In the program’s words, not to be quoted:"
CONFIRM = "Confirm before filing"
SUMMARY = "What each decision stands for is the compiler’s own summary, never the court’s words."
NOT_HELD = "The program does not hold this text; read it in the official source"
#: What stands where a part of a provision is not shown, as in any quotation.
LEFT_OUT = "* * *"
#: The link that opens all decisions, and the question that names the court.
ALL_DECISIONS, COURT = "all:decisions", "question:case.district"


class Role(Enum):
    """What a paragraph is on the page."""

    TITLE = "title"
    HEADING = "heading"
    LEAD = "lead"  # the name of what follows: a place in the law, a decision, a topic
    SAID = "said"
    POINT = "point"  # one of a list
    QUOTE = "quote"  # the provision's own words, exactly
    OWN = "own"  # a paraphrase, which may not be quoted
    LEFT_OUT = "left out"
    SMALL = "small"  # source, edition, standing
    DOUBT = "doubt"  # what a named person must confirm
    CONFIRMED = "confirmed"  # what one has confirmed in this case


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph.  ``label`` stands before a piece of a provision, ``depth`` is how deep it stands.

    ``link`` is what the words ``link_text``, which follow the text, lead to: "law:REF", :data:`COURT` or
    :data:`ALL_DECISIONS`.
    """

    role: Role
    text: str
    label: str = ""
    depth: int = 0
    link: str = ""
    link_text: str = ""


def telling(law: LawBeside, *, every_decision: bool = False) -> tuple[Paragraph, ...]:
    """Return ``law`` as paragraphs; of the decisions a handful, or with ``every_decision`` all."""
    return (
        *_head(law),
        *_section("Foreclosed", _rulings(law)),
        *_section("The law", _provisions(law)),
        *_section("In plain words", _plainly(law)),
        *_section(_circuit_heading(law), (p for one in law.circuit_notes for p in _circuit_note(law, one))),
        *_decisions(law, every=every_decision),
        *_section("Local rules", _local(law)),
        *_section("Numbers of the law", (line for one in law.numbers for line in _number(law, one))),
        *_foot(law),
    )


def entry_telling(entry: Shown) -> tuple[Paragraph, ...]:
    """Return one entry of the law in full as paragraphs."""
    return tuple(_entry(entry))


def _section(heading: str, paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    found = tuple(paragraphs)
    return (Paragraph(Role.HEADING, heading), *found) if found else ()


def _head(law: LawBeside) -> Iterator[Paragraph]:
    yield Paragraph(Role.TITLE, law.ask)
    court = " · ".join(part for part in (law.district, law.circuit) if part)
    yield Paragraph(Role.SMALL, f"Law of {long_date(law.on)}" + (f" · {court}" if court else ""))
    if law.overdue:
        late = f"This law was to be reviewed by {long_date(law.review_by)}; it may be stale."
        yield Paragraph(Role.DOUBT, late)
    if law.waiting:
        left_out = f"The court is not known yet, so this is left out: {'; '.join(law.waiting)}."
        yield Paragraph(Role.SAID, left_out, link=COURT, link_text="Name the court")


def _foot(law: LawBeside) -> Iterator[Paragraph]:
    yield Paragraph(
        Role.SMALL,
        f"The program’s law is as of {long_date(law.as_of)}, to be reviewed by {long_date(law.review_by)}.",
    )


# ---- where it comes from


def _standing(law: LawBeside, of: Provenance, *before: str) -> Paragraph:
    """What has to be known of the source: confirmed or not, and the ref that leads to the whole entry."""
    known = " · ".join(part for part in before if part)
    known = f"{known[:1].upper()}{known[1:]} · " if known else ""
    link = f"law:{of.ref}"
    if late := _late(law, of):
        doubt = "; ".join(part for part in (of.doubt, late) if part)
        return Paragraph(Role.DOUBT, f"{known}{CONFIRM} ({doubt})", link=link, link_text=of.ref)
    if of.verified:
        return Paragraph(Role.SMALL, f"{known}Verified", link=link, link_text="Details")
    if law.is_confirmed(of.ref):
        words = f"{known}Not verified by the program ({of.doubt}), but confirmed in this case"
        return Paragraph(Role.CONFIRMED, words, link=link, link_text=of.ref)
    return Paragraph(Role.DOUBT, f"{known}{CONFIRM} ({of.doubt})", link=link, link_text=of.ref)


def _late(law: LawBeside, of: Provenance) -> str:
    """Whether a piece with a review day of its own is past it."""
    if of.review_by is None or law.on < of.review_by:
        return ""
    return f"to be reviewed by {long_date(of.review_by)}"


def _source(of: Provenance) -> str:
    return f"Source: {'; '.join(of.source)}"


def _named(of: Cited) -> str:
    return ", ".join(part for part in (italic(of.name) if of.name else "", of.cite) if part)


# ---- what is foreclosed


def _rulings(law: LawBeside) -> Iterator[Paragraph]:
    told: set[str] = set()
    for one in law.rulings:
        yield Paragraph(Role.LEAD, _named(one.cited))
        yield Paragraph(Role.SAID, f"{one.says}{_since(one)}")
        if one.caution:
            yield Paragraph(Role.SAID, f"Caution: {one.caution}")
        yield from _routes(one, told)
        told |= {name for name, _ in one.routes}
        yield _standing(law, one.provenance)
        if not one.cited.provenance.verified:
            yield _standing(law, one.cited.provenance, "The citation")


def _since(one: Ruling) -> str:
    if one.cited.decided is None:
        return f" In force here since {long_date(one.since)}."
    since = "" if one.since == one.cited.decided else f"; in force here since {long_date(one.since)}"
    return f" Decided {long_date(one.cited.decided)}{since}."


def _routes(one: Ruling, told: set[str]) -> Iterator[Paragraph]:
    """The ways that stay open, each explained once."""
    names = [name for name, _ in one.routes]
    if told >= set(names):
        yield Paragraph(Role.SAID, f"What stays open: {'; '.join(names)}.")
        return
    yield Paragraph(Role.SAID, "What stays open:")
    for name, says in one.routes:
        yield Paragraph(Role.POINT, f"{name[:1].upper()}{name[1:]}: {says}")


# ---- the provisions


def _provisions(law: LawBeside) -> Iterator[Paragraph]:
    for one in law.passages:
        yield from _passage(law, one)
    if law.absent is not None:
        whole = f"law:{law.absent.whole}"
        yield Paragraph(Role.SAID, law.absent.says, link=whole, link_text="The whole text")
    for place in law.unheld:
        yield from _unheld(law, place)


def _passage(law: LawBeside, one: Passage) -> Iterator[Paragraph]:
    yield Paragraph(Role.LEAD, one.cite)
    yield from _lines(one.lines, law)
    if one.ends_early:
        yield Paragraph(Role.LEFT_OUT, LEFT_OUT)
    yield Paragraph(
        Role.SMALL,
        f"{one.title.rstrip('.')}. {one.edition} In the program’s law from {long_date(one.in_force.start)}"
        + (f" until {long_date(one.in_force.end)}." if one.in_force.end else "."),
        link=f"law:{one.whole}",
        link_text="The whole text",
    )
    if not one.provenance.verified or _late(law, one.provenance):
        yield _standing(law, one.provenance)
    if one.provenance.note:
        yield Paragraph(Role.SMALL, one.provenance.note)


def _lines(lines: Sequence[Line], law: LawBeside | None) -> Iterator[Paragraph]:
    for line in lines:
        if line.left_out:
            yield Paragraph(Role.LEFT_OUT, LEFT_OUT, depth=line.depth)
        label = " ".join(part for part in (line.label, f"{line.heading}." if line.heading else "") if part)
        if line.quoted:
            yield Paragraph(Role.QUOTE, line.words, label=label, depth=line.depth)
        else:
            yield Paragraph(Role.OWN, line.words, label=label, depth=line.depth)
        if line.doubt:
            yield _line_doubt(line, law)


def _line_doubt(line: Line, law: LawBeside | None) -> Paragraph:
    confirmed = law is not None and law.is_confirmed(line.ref)
    role = Role.CONFIRMED if confirmed else Role.DOUBT
    words = f"{'Confirmed in this case' if confirmed else CONFIRM} ({line.doubt}). {line.note}".strip()
    return Paragraph(role, words, depth=line.depth, link=f"law:{line.ref}", link_text=line.ref)


def _unheld(law: LawBeside, place: Unheld) -> Iterator[Paragraph]:
    title = f": {place.title.rstrip('.')}" if place.title else ""
    yield Paragraph(Role.LEAD, f"{place.cite}{title}")
    of = place.provenance
    if of is None:
        yield Paragraph(Role.SAID, f"{NOT_HELD}.")
        return
    yield Paragraph(
        Role.SAID, f"{NOT_HELD} ({'; '.join(of.source)}).", link=f"law:{of.ref}", link_text="Details"
    )
    if not of.verified:
        yield _standing(law, of)


# ---- in plain words


def _plainly(law: LawBeside) -> Iterator[Paragraph]:
    yield Paragraph(Role.SAID, f"Why it is asked: {law.why}")
    for words in (*law.explains, *law.basis):
        yield Paragraph(Role.SAID, words)
    if law.help:
        yield Paragraph(Role.SAID, f"What to write: {law.help}")


# ---- courts


def _circuit_heading(law: LawBeside) -> str:
    return law.circuit_notes[0].court if law.circuit_notes else ""


def _circuit_note(law: LawBeside, one: CircuitNote) -> Iterator[Paragraph]:
    yield Paragraph(Role.LEAD, f"On {one.topic}")
    if not one.found:
        yield Paragraph(Role.SAID, f"Not found. {one.says}")
        yield _standing(law, one.provenance)
        return
    yield Paragraph(Role.SAID, f"{one.says}{_rests_on(one.cited)}")
    yield _standing(law, one.provenance, "" if one.cited else _source(one.provenance))
    if one.cited is not None and not one.cited.provenance.verified:
        yield _standing(law, one.cited.provenance, "The citation")


def _rests_on(of: Cited | None) -> str:
    """The authority of what a circuit holds, with its status where that is no longer good."""
    if of is None:
        return ""
    if of.status == "good":
        return f" {_named(of)}."
    history = f"; later history: {of.history}" if of.history else ""
    return f" {_named(of)} (status on this day: {_words(of.status)}{history})."


def _words(status: str) -> str:
    return status.replace("_", " ")


def _decisions(law: LawBeside, *, every: bool) -> Iterator[Paragraph]:
    if not law.decisions and not law.not_good:
        return
    shown = law.decisions if every else law.decisions[:HANDFUL]
    number = f"{len(shown)} of {len(law.decisions)}" if len(shown) < len(law.decisions) else str(len(shown))
    yield Paragraph(Role.HEADING, f"Decisions ({number})")
    yield Paragraph(Role.SMALL, SUMMARY)
    for one in shown:
        yield from _decision(law, one)
    if more := len(law.decisions) - len(shown):
        yield Paragraph(Role.SAID, "", link=ALL_DECISIONS, link_text=f"{more} more")
    if law.not_good:
        others = "1 other decision" if law.not_good == 1 else f"{law.not_good} other decisions"
        verb = "is" if law.not_good == 1 else "are"
        words = f"{others} on these topics {verb} left out: no good law on this day, or still to be checked."
        yield Paragraph(Role.SMALL, words)


def _decision(law: LawBeside, one: Decision) -> Iterator[Paragraph]:
    yield Paragraph(Role.LEAD, _named(one.cited))
    yield Paragraph(Role.SAID, one.proposition)
    history = f"Later history: {one.cited.history}" if one.cited.history else ""
    yield _standing(law, one.cited.provenance, one.court, f"status: {_words(one.cited.status)}", history)


# ---- local rules and numbers


def _local(law: LawBeside) -> Iterator[Paragraph]:
    missing = [one for one in law.local if one.provenance is None]
    for one in law.local:
        if one.provenance is not None:
            yield from _local_note(law, one, one.provenance)
    if missing:
        topics = "; ".join(one.topic for one in missing)
        yield Paragraph(Role.SAID, f"{missing[0].court}, on {topics}: {_lowered(missing[0].says)}")


def _local_note(law: LawBeside, one: LocalNote, of: Provenance) -> Iterator[Paragraph]:
    yield Paragraph(Role.LEAD, f"{one.court}, on {one.topic}")
    yield Paragraph(Role.SAID, one.says)
    since = f"known from {long_date(one.since)}" if one.since else ""
    yield _standing(law, of, _source(of), since, f"looked up {long_date(of.checked)}")
    if of.note:
        yield Paragraph(Role.SMALL, of.note)


def _lowered(words: str) -> str:
    return words[:1].lower() + words[1:]


def _number(law: LawBeside, one: Number) -> Iterator[Paragraph]:
    yield Paragraph(Role.POINT, f"{one.amount}: {one.says}")
    yield _standing(law, one.provenance, "; ".join(one.provenance.source))


# ---- one entry


def _entry(entry: Shown) -> Iterator[Paragraph]:
    of = entry.provenance
    yield Paragraph(Role.TITLE, entry.title)
    if entry.lines:
        yield from _lines(entry.lines, None)
    if entry.text and not (entry.lines and (entry.quoted or _is_node(of.ref))):
        yield Paragraph(Role.OWN, entry.text)
    if entry.span is not None:
        until = f" until {long_date(entry.span.end)}" if entry.span.end else ""
        held = "" if entry.in_force else f"; not in force on {long_date(entry.on)}"
        yield Paragraph(Role.SMALL, f"In force from {long_date(entry.span.start)}{until}{held}.")
    if entry.status:
        yield Paragraph(Role.SMALL, f"Status on {long_date(entry.on)}: {_words(entry.status)}.")
    yield Paragraph(Role.SMALL, f"{_source(of)}. Looked up {long_date(of.checked)}.")
    if of.review_by is not None:
        yield Paragraph(Role.SMALL, f"To be reviewed by {long_date(of.review_by)}.")
    standing = f"{CONFIRM}: {of.doubt}." if of.doubt else f"Verified; confidence {entry.confidence}."
    yield Paragraph(Role.DOUBT if of.doubt else Role.SMALL, f"{standing} Ref: {of.ref}")
    if of.note:
        yield Paragraph(Role.SMALL, f"Note: {of.note}")


def _is_node(ref: str) -> bool:
    return ref.startswith("policy:") and ref.count(":") > 1
