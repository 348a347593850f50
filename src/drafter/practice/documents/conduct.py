"""Rehabilitation and conduct: discipline first, and never as a reason by itself."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.practice.documents.facts import Facts, Passage, YesOrNo
from drafter.practice.documents.words import counted, in_words


@dataclass(frozen=True, slots=True)
class Incident:
    """One incident report."""

    date: str
    code: str
    finding: str
    sanction: str
    lost: str
    response: str


@dataclass(frozen=True, slots=True)
class Program:
    """One program completed."""

    title: str
    hours: str
    completed: str
    exhibit: str


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter of support."""

    writer: str
    role: str
    date: str
    says: str
    exhibit: str


@dataclass(frozen=True, slots=True)
class Conduct:
    """The part on conduct in custody."""

    incidents_any: YesOrNo
    has_incidents: bool
    incidents: tuple[Incident, ...]
    incidents_cite: str
    explanation: tuple[str, ...]
    has_clear_since: bool
    clear_since: str
    has_programs: bool
    programs_known: bool
    programs: tuple[Program, ...]
    program_count: str
    has_hours: bool
    hours: str
    programs_cite: str
    education: Passage
    work: Passage
    treatment: Passage
    mentoring: Passage
    has_letters: bool
    letters: tuple[Letter, ...]
    letters_cite: str
    acceptance: Passage


def conduct(facts: Facts) -> Conduct:
    """The part on conduct in custody."""
    incidents, programs, letters = (
        facts.rows(question) for question in ("conduct.incidents", "conduct.programs", "conduct.letters")
    )
    hours = sum(row.value("hours") or 0 for row in programs)
    every_hour = bool(programs) and all(row.has("hours") for row in programs)
    return Conduct(
        incidents_any=facts.yes_no("conduct.incidents_any"),
        has_incidents=bool(incidents),
        incidents=tuple(
            Incident(*(row.text(c) for c in ("date", "code", "finding", "sanction", "gct_lost", "response")))
            for row in incidents
        ),
        incidents_cite=facts.cite("conduct.incidents"),
        explanation=facts.paragraphs("conduct.explanation"),
        has_clear_since=facts.has("conduct.clear_since"),
        clear_since=facts.text("conduct.clear_since"),
        has_programs=bool(programs),
        programs_known=facts.known("conduct.programs"),
        programs=tuple(
            Program(*(row.text(c) for c in ("title", "hours", "completed", "exhibit"))) for row in programs
        ),
        program_count=f"{in_words(len(programs))} program{'' if len(programs) == 1 else 's'}",
        has_hours=every_hour and hours > 0,
        hours=counted(hours, "hour"),
        programs_cite=facts.cite("conduct.programs"),
        education=facts.passage("conduct.education"),
        work=facts.passage("conduct.work"),
        treatment=facts.passage("conduct.treatment"),
        mentoring=facts.passage("conduct.mentoring"),
        has_letters=bool(letters),
        letters=tuple(
            Letter(*(row.text(c) for c in ("writer", "role", "date", "says", "exhibit"))) for row in letters
        ),
        letters_cite=facts.cite("conduct.letters"),
        acceptance=facts.passage("conduct.acceptance"),
    )
