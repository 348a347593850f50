"""Rehabilitation and conduct: discipline first, and never as a reason by itself."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.core.marks import printed
from drafter.practice.documents.facts import Cells, Facts, Passage, YesOrNo
from drafter.practice.documents.words import counted, in_words

#: The authority that rehabilitation alone is no reason.
_REHABILITATION = "usc28_994t"


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

    rehabilitation_cite: str
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


def incidents(facts: Facts) -> tuple[Incident, ...]:
    """The incident reports."""
    columns = ("date", "code", "finding", "sanction", "gct_lost", "response")
    return tuple(Incident(*(row.text(c) for c in columns)) for row in facts.rows("conduct.incidents"))


def programs(facts: Facts) -> tuple[Program, ...]:
    """The programs completed."""
    return tuple(
        Program(row.text("title"), _hours(row), row.text("completed"), row.text("exhibit"))
        for row in facts.rows("conduct.programs")
    )


def _hours(row: Cells) -> str:
    """The hours of a program as their sum is told: 2,000."""
    hours: int | None = row.value("hours")
    return row.text("hours") if hours is None else printed(row.question, f"{hours:,}")


def conduct(facts: Facts) -> Conduct:
    """The part on conduct in custody."""
    completed, letters = (facts.rows(question) for question in ("conduct.programs", "conduct.letters"))
    hours = sum(row.value("hours") or 0 for row in completed)
    every_hour = bool(completed) and all(row.has("hours") for row in completed)
    sustained = incidents(facts)
    return Conduct(
        rehabilitation_cite=facts.sources.sentence(_REHABILITATION),
        incidents_any=facts.yes_no("conduct.incidents_any"),
        has_incidents=bool(sustained),
        incidents=sustained,
        incidents_cite=facts.cite("conduct.incidents"),
        explanation=facts.paragraphs("conduct.explanation"),
        has_clear_since=facts.has("conduct.clear_since"),
        clear_since=facts.text("conduct.clear_since"),
        has_programs=bool(completed),
        programs_known=facts.known("conduct.programs"),
        programs=programs(facts),
        program_count=f"{in_words(len(completed))} program{'' if len(completed) == 1 else 's'}",
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
