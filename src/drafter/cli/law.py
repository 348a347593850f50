"""The commands that answer from the law alone, without a case: exhaustion, law."""

from __future__ import annotations

import argparse
from datetime import date
from typing import TYPE_CHECKING

from drafter.cli.command import (
    CONFIRM,
    FINE,
    Command,
    day_option,
    iso,
    number_line,
    refused,
    shown,
    standing,
    told_in_one_sentence,
)
from drafter.errors import BadInputError

if TYPE_CHECKING:
    from drafter.app.library import Library
    from drafter.law import Law
    from drafter.law.entries import Entry
    from drafter.law.model import District, Position

#: The positions of a court of appeals that the thirty days turn on, with their names.
_TOPICS = {
    "exhaustion_rule": "the exhaustion rule",
    "issue_exhaustion": "whether the warden must have had each ground",
}
#: What a renewed motion turns on besides.
_RENEWED = {"new_request_each_motion": "whether a renewed motion needs a new request"}


# ---- exhaustion


def _exhaustion(library: Library, options: argparse.Namespace) -> int:
    from drafter.law.exhaustion import Request, exhaustion, holidays_after, impossibilities

    law, on = library.law, options.filing or library.today()
    request = Request(options.received, options.denied, options.transferred, options.by != "movant")
    with told_in_one_sentence():
        lapse, appeal = law.value("exhaustion.lapse_days", on), law.value("remedy.bp9_days", on)
        lapse_days = lapse.number
        refused(impossibilities(request, lapse_days, options.filing))
        state = _district(law, options.district).state if options.district else ""
        clock = exhaustion(
            request,
            on=options.filing or options.received,
            lapse_days=lapse_days,
            holidays=holidays_after(options.received, lapse_days, state),
            appeal_days=appeal.number,
        )
        topics = {**_TOPICS, **_RENEWED} if options.renewed else _TOPICS
        counted = (lapse, appeal) if options.denied else (lapse,)
        doubted = [number_line(one, on) for one in counted if not one.verified]
        notes = [*clock.notes, *doubted, *_court_notes(law, options.district, on, topics)]
    filed = options.filing is not None
    told = {
        "lapse_day": iso(clock.lapse_day),
        "earliest_filing": iso(clock.earliest_filing),
        "days_elapsed": clock.days_elapsed if filed else None,
        "ripe": clock.ripe if filed else None,
        "notes": notes,
        "working": list(clock.working),
    }
    ripe = f"On {on} day {clock.days_elapsed}: {'ripe' if clock.ripe else 'not ripe'}."
    shown(options, told, [*clock.working, *([ripe] if filed else []), *(f"note: {note}" for note in notes)])
    return FINE


def _district(law: Law, district_id: str) -> District:
    """The district with this id, in capitals or not."""
    found = law.districts.get(district_id.strip().lower())
    if found is None:
        raise BadInputError(
            f"There is no district “{district_id}”; ids are such as ncwd: drafter law search district."
        )
    return found


def _court_notes(law: Law, district_id: str | None, on: date, topics: dict[str, str]) -> list[str]:
    """The holidays counted, and what the circuit holds on the day ``on``."""
    if not district_id:
        return ["No district given: holidays of its state, which count too, are not among those skipped."]
    district = _district(law, district_id)
    court = law.circuit(district.circuit).short_name
    positions = [(words, law.position(topic, district.circuit, on)) for topic, words in topics.items()]
    return [
        f"Holidays skipped: the federal ones and those of {district.state} ({district.abbreviation}).",
        *(f"{court}, {words}: {_position(law, position, on)}" for words, position in positions),
    ]


def _position(law: Law, position: Position, on: date) -> str:
    """What the court holds, on which authority, and whether both were verified."""
    from drafter.core.marks import plain
    from drafter.law.citation import full

    if not position.authority:
        return f"{position.says} Source: {'; '.join(position.source)}; {standing(position)}."
    authority = law.authority(position.authority)
    status = authority.status_on(on)
    limited = "" if status == "good" else f", status {status}"
    weaker = authority if position.verified else position
    return f"{position.says} {plain(full(authority))}{limited}; {standing(weaker)}."


# ---- law


def _law(library: Library, options: argparse.Namespace) -> int:
    if options.what == "beside":
        from drafter.cli.beside import beside

        return beside(library, options)
    if options.district or options.all:
        raise BadInputError("--district and --all go with drafter law beside.")
    if options.what == "status":
        return _status(library, options)
    if options.what == "show":
        return _show(library, options)
    return _search(library, options)


def _brief(entry: Entry) -> dict[str, object]:
    return {
        "ref": entry.ref,
        "title": entry.title,
        "source": list(entry.item.source),
        "confidence": entry.item.confidence,
        "verified": entry.item.vetted,
    }


def _brief_line(entry: Entry) -> str:
    return f"{entry.ref}  {entry.title}  [{standing(entry.item)}]"


def _status(library: Library, options: argparse.Namespace) -> int:
    if options.words:
        raise BadInputError("drafter law status takes no words; to look something up: drafter law search.")
    from drafter.law.showing import doubt

    law, on = library.law, options.on or library.today()
    late = set(law.overdue(on))
    overdue = [entry for entry in law.entries if entry.ref in late]
    open_ = [(entry, why) for entry in law.entries if (why := doubt(entry.item))]
    told = {
        "as_of": iso(law.as_of),
        "review_by": iso(law.review_by),
        "unverified": [{**_brief(entry), "why": why} for entry, why in open_],
        "overdue": [{**_brief(entry), "review_by": iso(law.review_day(entry))} for entry in overdue],
    }
    lines = [
        f"Law as of {law.as_of}, to be reviewed by {law.review_by}.",
        f"Unverified: {len(open_)}; past review on {on}: {len(overdue)}.",
        *(f"unverified  {entry.ref}  {entry.title}  [{why}]" for entry, why in open_),
        *(f"overdue     {entry.ref}  {entry.title}  [{_overdue(law, entry)}]" for entry in overdue),
    ]
    shown(options, told, lines)
    return FINE


def _overdue(law: Law, entry: Entry) -> str:
    return f"to be reviewed by {law.review_day(entry)}; {standing(entry.item)}"


def _search(library: Library, options: argparse.Namespace) -> int:
    words = " ".join(options.words).strip()
    if not words:
        raise BadInputError("Say what to look for, such as: drafter law search caregiver.")
    found = library.law.search(words, options.on)
    lines = [_brief_line(entry) for entry in found] or [f"The law has no entry with the words “{words}”."]
    shown(options, [_brief(entry) for entry in found], lines)
    return FINE


def _show(library: Library, options: argparse.Namespace) -> int:
    if len(options.words) != 1:
        raise BadInputError("Name one entry by its ref, such as: drafter law show treatment:rutherford.")
    from drafter.law.showing import shown as shown_on

    law, on = library.law, options.on or library.today()
    with told_in_one_sentence():
        one = shown_on(law, options.words[0], on)
    told = {
        **_brief(law.entry(one.provenance.ref)),
        "text": one.text,
        "quoted": one.quoted,
        "checked": iso(one.provenance.checked),
        "from": iso(one.span.start if one.span else None),
        "until": iso(one.span.end if one.span else None),
        "on": iso(on),
        "in_force": one.in_force,
        "status": one.status,
        "why_open": one.provenance.doubt,
        "note": one.provenance.note,
    }
    shown(options, told, _show_lines(told, one.text, quoted=one.quoted))
    return FINE


def _show_lines(told: dict[str, object], text: str, *, quoted: bool) -> list[str]:
    in_force = ""
    if told["from"]:
        until = f" until {told['until']}" if told["until"] else ""
        held = "" if told["in_force"] else f"; NOT in force on {told['on']}"
        in_force = f"in force from {told['from']}{until}{held}"
    source = told["source"]
    verified = f"{CONFIRM}: {told['why_open']}" if told["why_open"] else "verified"
    lines = [
        f"{told['ref']}  {told['title']}",
        text if quoted else f"In the program's words, not to be quoted: {text}",
        in_force,
        f"status on {told['on']}: {told['status']}" if told["status"] else "",
        f"source: {'; '.join(source) if isinstance(source, list) else source}",
        f"checked {told['checked']}; {verified}; confidence {told['confidence']}",
        f"note: {told['note']}" if told["note"] else "",
    ]
    return [line for line in lines if line]


COMMANDS: dict[str, Command] = {
    "exhaustion": (
        _exhaustion,
        "Count the days from the warden's receipt of the request.",
        (
            day_option("--received", "the day on which the warden received the request", required=True),
            day_option("--denied", "the day of the warden's denial"),
            day_option("--filing", "the day on which the motion is filed"),
            day_option("--transferred", "the day on which the movant was moved to another facility"),
            (
                ("--by",),
                {
                    "choices": ("movant", "counsel", "family", "other"),
                    "default": "movant",
                    "help": "who sent the request",
                },
            ),
            (("--renewed",), {"action": "store_true", "help": "the motion renews one that was decided"}),
            (("--district",), {"metavar": "ID", "help": "the district court's id, such as ncwd"}),
        ),
    ),
    "law": (
        _law,
        "Show the law: what is unverified, one entry, entries with certain words, what bears on a question.",
        (
            (("what",), {"choices": ("status", "show", "search", "beside"), "help": "what to do"}),
            (("words",), {"nargs": "*", "metavar": "WORDS", "help": "a ref, words, or a question's id"}),
            day_option("--on", "the law of this day"),
            (("--district",), {"metavar": "ID", "help": "beside a question: the district court's id"}),
            (("--all",), {"action": "store_true", "help": "beside a question: every decision"}),
        ),
    ),
}
