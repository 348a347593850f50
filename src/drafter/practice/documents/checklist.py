"""The checklist before filing: what the kit holds, what is still open in it, and what is done on the day."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from drafter.core.dates import long_date
from drafter.law.model import LocalRule
from drafter.practice.documents.caption import filed_on, is_pro_se, running
from drafter.practice.documents.document import Document, Paper, PlainDocument
from drafter.practice.documents.facts import EMPTY, Facts
from drafter.practice.documents.open_points import (
    Due,
    ExhibitState,
    Gaps,
    GroundSheet,
    dues,
    exhibit_states,
    findings,
    gaps,
    ground_sheets,
)
from drafter.practice.documents.words import counted

CHECKLIST_ID = "checklist"


@dataclass(frozen=True, slots=True)
class InKit:
    """One paper of the kit, and how many of its facts are still missing."""

    title: str
    open: str


@dataclass(frozen=True, slots=True)
class Found:
    """One finding of the checks; ``weight`` says whether it stops a final."""

    says: str
    weight: str


@dataclass(frozen=True, slots=True)
class LocalStep:
    """A rule or habit of the district as it was found, and where."""

    says: str
    source: str


@dataclass(frozen=True, slots=True)
class Served:
    """One person to be served."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Filing:
    """How and where the papers are filed and served."""

    court: str
    site: str
    number: str
    on_paper: bool
    sealed: bool
    home: bool
    none_found: bool
    rules: tuple[LocalStep, ...]
    recipients: tuple[Served, ...]


@dataclass(frozen=True, slots=True)
class Checklist:
    """The whole sheet; it shows states and open points and repeats no fact of the case."""

    name: str
    running: str
    number: str
    made_on: str
    filed_on: str
    papers: tuple[InKit, ...]
    gaps: tuple[Gaps, ...]
    grounds: tuple[GroundSheet, ...]
    no_ground: bool
    exhibits: tuple[ExhibitState, ...]
    findings: tuple[Found, ...]
    filing: Filing
    dues: tuple[Due, ...]


def checklist(kit_of: Callable[[Facts], Iterable[Document]]) -> PlainDocument:
    """The document; ``kit_of`` gives the papers of the kit, which only their registry knows."""

    def make(facts: Facts) -> Checklist:
        made = [(one, one.paper(facts)) for one in kit_of(facts) if one.id != CHECKLIST_ID]
        sheets = ground_sheets(facts)
        return Checklist(
            name=facts.bare("movant.name"),
            running=running(facts),
            number=facts.bare("case.number"),
            made_on=long_date(facts.today or facts.on),
            filed_on=filed_on(facts),
            papers=tuple(_in_kit(facts, document, paper) for document, paper in made),
            gaps=gaps(facts),
            grounds=sheets,
            no_ground=not sheets,
            exhibits=exhibit_states(facts),
            findings=tuple(
                Found(one.message, "stops a final" if one.stops_final else "to be looked at")
                for one in findings(facts, (paper for _, paper in made))
            ),
            filing=_filing(facts, sealed=facts.yes("kit.sealed") or any(one.twin_always for one, _ in made)),
            dues=dues(facts),
        )

    return PlainDocument(CHECKLIST_ID, _always, make)


def _always(_facts: Facts) -> bool:
    """Every case needs one."""
    return True


def _in_kit(facts: Facts, document: Document, paper: Paper) -> InKit:
    twins = document.twin_always or (document.twin and facts.yes("kit.sealed"))
    title = f"{document.title} (public and sealed)" if twins else document.title
    return InKit(title, counted(len(paper.blanks), "fact") if paper.blanks else EMPTY)


def _filing(facts: Facts, *, sealed: bool) -> Filing:
    """The court's own door, and what was found of its rules on the filing date; ``sealed`` where a part is."""
    alone, name = is_pro_se(facts), facts.value("case.district")
    court = facts.law.district(name) if name else None
    rules = court.rules_on(facts.on) if court else ()
    return Filing(
        court=court.name if court else "",
        site=court.ecf_url if court and not alone else "",
        number=facts.bare("case.number"),
        on_paper=alone,
        sealed=sealed,
        home=facts.known("plan.address"),
        none_found=not rules,
        rules=tuple(LocalStep(rule.says, _source(rule)) for rule in rules),
        recipients=_recipients(facts),
    )


def _source(rule: LocalRule) -> str:
    """Where the rule was found, with every reason to read it before relying on it."""
    parts = ("; ".join(rule.source), rule.note.rstrip("."), "" if rule.verified else "not verified")
    return "; ".join(part for part in parts if part)


def _recipients(facts: Facts) -> tuple[Served, ...]:
    if not facts.known("service.recipients"):
        return ()
    return tuple(
        Served(", ".join(row.text(part) for part in ("name", "office") if row.has(part)), row.text("address"))
        for row in facts.rows("service.recipients")
    )
