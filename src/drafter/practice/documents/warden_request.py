"""The request to the warden (28 C.F.R. § 571.61), on the grounds that the motion pleads and in its words."""

from __future__ import annotations

from dataclasses import dataclass, replace

from drafter.practice.documents.background import term_words
from drafter.practice.documents.caption import address_lines
from drafter.practice.documents.cited import exhibits_cited
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.head import CourtPaper, head
from drafter.practice.documents.opening import no_grounds
from drafter.practice.documents.plan import Plan, plan, plan_for_health
from drafter.practice.documents.pleaded import Pleaded, named
from drafter.practice.documents.pleading import Pleading
from drafter.practice.documents.reasons import reasons, sections
from drafter.practice.documents.relief import term_asked
from drafter.practice.documents.sections import Section
from drafter.practice.documents.speaker import Speaker, as_spoken, firm_head, letterhead, speaker, voice
from drafter.practice.documents.words import Movant, joined
from drafter.practice.grounds import MEDICAL_GROUNDS

_MEDICAL = frozenset(ground.id for ground in MEDICAL_GROUNDS)
_TERMINAL = "b1A"
_HAVE = "have"


@dataclass(frozen=True, slots=True)
class Duties:
    """What 18 U.S.C. § 3582(d)(2)(A) asks of the Bureau after a diagnosis of terminal illness."""

    hours: str
    visit_days: str
    process_days: str


_NO_DUTIES = Duties("", "", "")


@dataclass(frozen=True, slots=True)
class Enclosure:
    """An exhibit in hand that the letter cites."""

    letter: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WardenRequest(CourtPaper):
    """What the request prints; ``person`` is the movant as the letter's own sentences say it."""

    speaker: Speaker
    firm_head: tuple[str, ...]
    letterhead: tuple[str, ...]
    person: Movant
    facility_address: tuple[str, ...]
    term: str
    imposed_on: str
    relief: str
    named: str
    grounds: tuple[Section, ...]
    combination: tuple[str, ...]
    since: tuple[str, ...]
    health: bool
    terminal: bool
    duties: Duties
    plan: Plan
    lapse_days: str
    enclosures: tuple[Enclosure, ...]


def _applies(facts: Facts) -> bool:
    """Whether a request is still to be made: none was received, or only one for the motion that was denied."""
    received, denied = facts.day("warden.received_on"), facts.day("prior.denied_on")
    if received is None or not facts.yes("prior.renewed"):
        return received is None
    return denied is None or received < denied


def _make(facts: Facts, grounds: Pleaded) -> WardenRequest:
    who = voice(facts)
    head_lines = firm_head(facts, who)
    health = not _MEDICAL.isdisjoint(grounds.ids)
    terminal = _TERMINAL in grounds.ids
    letter = WardenRequest(
        **head(facts),
        speaker=speaker(facts, who),
        firm_head=head_lines,
        letterhead=() if head_lines else letterhead(facts, who),
        person=as_spoken(facts, who),
        facility_address=address_lines(facts, "movant.facility_address"),
        term=term_words(facts),
        imposed_on=facts.text("sentence.imposed_on"),
        relief=term_asked(facts),
        named=joined([named(facts, ground) for ground in grounds.grounds]) or no_grounds(facts),
        grounds=sections(facts, grounds),
        combination=reasons(facts, grounds).combination if grounds.ids else (),
        since=facts.paragraphs("factors.since_sentencing"),
        health=health,
        terminal=terminal,
        duties=_duties(facts) if terminal else _NO_DUTIES,
        plan=plan_for_health(facts) if health else plan(facts),
        lapse_days=facts.sources.number("exhaustion.lapse_days"),
        enclosures=(),
    )
    return replace(letter, enclosures=_enclosures(facts, letter))


def _duties(facts: Facts) -> Duties:
    hours, visit, process = (
        facts.sources.number(f"notice.terminal_{what}") for what in ("hours", "visit_days", "process_days")
    )
    return Duties(hours, visit, process)


def _enclosures(facts: Facts, letter: WardenRequest) -> tuple[Enclosure, ...]:
    """The exhibits in hand that the letter cites: one that is not in hand cannot be enclosed."""
    cited = exhibits_cited(letter)
    rows = facts.rows("exhibits.list") if facts.known("exhibits.list") else ()
    return tuple(
        Enclosure(row.text("letter"), row.text("title"))
        for row in rows
        if row.value("letter") in cited and row.value("status") == _HAVE
    )


#: For the warden and not for the court, so that private facts print whole.
WARDEN_REQUEST = Pleading("warden_request", _applies, _make, twin=False, whole=True, letter=True)
