"""The background: the offense, the sentence, what came after, and earlier motions for this relief."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.core.marks import plain, printed
from drafter.practice.documents.facts import Cells, Facts, Passage
from drafter.practice.documents.words import counted


@dataclass(frozen=True, slots=True)
class Count:
    """One count of conviction."""

    count: str
    offense: str
    statute: str
    term: str
    minimum: str


@dataclass(frozen=True, slots=True)
class Enhancement:
    """One enhancement and its basis."""

    kind: str
    basis: str
    has_basis: bool


@dataclass(frozen=True, slots=True)
class Amount:
    """A fine, restitution, or what has been paid."""

    item: str
    amount: str


@dataclass(frozen=True, slots=True)
class Proceeding:
    """One later proceeding."""

    court: str
    number: str
    filed: str
    outcome: str
    decided: str


@dataclass(frozen=True, slots=True)
class Background:
    """The offense and the sentence."""

    has_charged_on: bool
    charged_on: str
    plea: bool
    trial: bool
    stipulated: bool
    disposition_blank: str
    disposition_on: str
    counts: tuple[Count, ...]
    one_count: bool
    counts_cite: str
    conduct: tuple[str, ...]
    plea_terms: Passage
    codefendants: Passage
    imposed_on: str
    imposed_cite: str
    offense_level: str
    criminal_history: str
    range: str
    has_role: bool
    role: str
    enhancements: tuple[Enhancement, ...]
    term: str
    has_structure: bool
    structure: str
    supervised_release: str
    amounts: tuple[Amount, ...]
    departure: Passage
    has_proceedings: bool
    proceedings: tuple[Proceeding, ...]
    proceedings_cite: str


@dataclass(frozen=True, slots=True)
class EarlierMotion:
    """An earlier motion for this relief."""

    filed: str
    relief: str
    ruling: str
    reason: str


@dataclass(frozen=True, slots=True)
class Point:
    """A point the first order did not address, and where this motion answers it."""

    point: str
    answer: str


@dataclass(frozen=True, slots=True)
class Prior:
    """Earlier motions, and for a renewed motion what is different now and what it leaves out."""

    none: bool
    blank: str
    any: bool
    motions: tuple[EarlierMotion, ...]
    motions_cite: str
    renewed: bool
    denied_on: str
    order_reasons: tuple[str, ...]
    has_not_raised: bool
    not_raised_line: str
    not_addressed: tuple[Point, ...]
    not_addressed_cite: str
    new_facts: Passage
    appeal_pending: bool
    appeal: str
    has_appeal: bool


def term_words(facts: Facts) -> str:
    """The term of imprisonment as imposed, with its record cite: ``250 months``, ``life``, or a blank."""
    life = facts.yes("sentence.life")
    known = life or facts.known("sentence.life") or facts.known("sentence.months")
    return term_of(facts) + (facts.cite("sentence.life" if life else "sentence.months") if known else "")


def term_of(facts: Facts) -> str:
    """The same without the cite."""
    if facts.yes("sentence.life"):
        return facts.as_printed("sentence.life", "life")
    months, days = facts.number("sentence.months"), facts.number("sentence.extra_days")
    if months is None and not facts.known("sentence.life"):
        return facts.blank("sentence.months")
    words = (
        facts.as_printed("sentence.months", counted(months, "month"))
        if months
        else facts.bare("sentence.months")
    )
    if days:
        words = f"{words} and {facts.as_printed('sentence.extra_days', counted(days, 'day'))}"
    return words


def background(facts: Facts) -> Background:
    """The offense and the sentence."""
    convicted = counts(facts)
    proceedings = facts.rows("sentence.proceedings")
    disposition = facts.choice("offense.disposition")
    return Background(
        has_charged_on=facts.has("offense.charged_on"),
        charged_on=facts.text("offense.charged_on"),
        plea=disposition == "plea",
        trial=disposition == "trial",
        stipulated=disposition == "stipulated",
        disposition_blank="" if disposition else facts.bare("offense.disposition"),
        disposition_on=facts.text("offense.disposition_on"),
        counts=convicted,
        one_count=len(convicted) == 1,
        counts_cite=facts.cite("offense.counts"),
        conduct=facts.paragraphs("offense.conduct"),
        plea_terms=facts.passage("offense.plea_terms"),
        codefendants=facts.passage("case.codefendants"),
        imposed_on=facts.bare("sentence.imposed_on"),
        imposed_cite=facts.cite("sentence.imposed_on", besides=_docket(facts, "sentence.judgment_docket")),
        offense_level=facts.text("offense.offense_level"),
        criminal_history=facts.text("offense.criminal_history"),
        range=facts.text("offense.guideline_range"),
        has_role=facts.has("offense.role"),
        role=facts.text("offense.role"),
        enhancements=_enhancements(facts),
        term=term_words(facts),
        has_structure=facts.has("sentence.structure"),
        structure=facts.text("sentence.structure"),
        supervised_release=facts.text("sentence.supervised_release"),
        amounts=amounts(facts),
        departure=facts.passage("offense.departure"),
        has_proceedings=bool(proceedings),
        proceedings=tuple(_proceeding(row) for row in proceedings),
        proceedings_cite=facts.cite("sentence.proceedings"),
    )


def counts(facts: Facts) -> tuple[Count, ...]:
    """The counts of conviction."""
    columns = ("count", "offense", "statute", "term", "minimum")
    return tuple(Count(*(row.text(column) for column in columns)) for row in facts.rows("offense.counts"))


def _proceeding(row: Cells) -> Proceeding:
    return Proceeding(*(row.text(column) for column in ("court", "number", "filed", "outcome", "decided")))


def _enhancements(facts: Facts) -> tuple[Enhancement, ...]:
    """Each with its basis; the record cite follows the last, unless its basis already names the place."""
    rows = facts.rows("offense.enhancements")
    cite = facts.cite("offense.enhancements")
    return tuple(_enhancement(row, cite if row is rows[-1] else "") for row in rows)


def _enhancement(row: Cells, cite: str) -> Enhancement:
    basis = row.text("basis", "")
    if cite and plain(cite).replace("\u00a0", " ").strip(" ()") in plain(basis):
        cite = ""
    with_basis = row.has("basis")
    kind = row.text("kind")
    return Enhancement(kind if with_basis else kind + cite, basis + cite if with_basis else "", with_basis)


def amounts(facts: Facts) -> tuple[Amount, ...]:
    """The fine, the restitution and what has been paid."""
    lines = (
        ("Fine", "sentence.fine"),
        ("Restitution", "sentence.restitution"),
        ("Paid so far", "sentence.paid"),
    )
    return tuple(Amount(item, facts.text(question)) for item, question in lines if facts.has(question))


def _docket(facts: Facts, question: str) -> str:
    known = facts.value(question)
    return facts.as_printed(question, facts.docket(known)) if known else facts.bare(question)


def prior(facts: Facts) -> Prior:
    """Earlier motions for this relief."""
    any_before = facts.yes_no("prior.any")
    renewed = facts.yes("prior.renewed")
    not_raised = [row.text("ground") for row in facts.rows("reasons.not_asserted")]
    return Prior(
        none=any_before.no,
        blank=any_before.blank,
        any=any_before.yes,
        motions=tuple(_motion(facts, row) for row in facts.rows("prior.motions")),
        motions_cite=facts.cite("prior.motions"),
        renewed=renewed,
        denied_on=_denied(facts),
        order_reasons=facts.paragraphs("prior.order_reasons"),
        has_not_raised=bool(not_raised),
        not_raised_line="; ".join(not_raised),
        not_addressed=tuple(
            Point(row.text("point"), row.text("answer")) for row in facts.rows("prior.not_addressed")
        ),
        not_addressed_cite=facts.cite("prior.not_addressed"),
        new_facts=facts.passage("prior.new_facts"),
        appeal_pending=facts.yes("prior.pending_appeal"),
        appeal=facts.text("prior.appeal_detail"),
        has_appeal=facts.has("prior.appeal_detail"),
    )


def _denied(facts: Facts) -> str:
    """When the earlier motion was denied, and when the order was entered where that is told."""
    denied = facts.bare("prior.denied_on")
    if not facts.has("prior.entered_on"):
        return denied + facts.cite("prior.denied_on")
    same = facts.day("prior.entered_on") == facts.day("prior.denied_on") is not None
    words = "the same day" if same else f"on {facts.bare('prior.entered_on')}"
    entered = facts.as_printed("prior.entered_on", words) if same else words
    return f"{denied}, by an order entered {entered}{facts.cite('prior.denied_on', 'prior.entered_on')},"


def _motion(facts: Facts, row: Cells) -> EarlierMotion:
    filed = row.text("filed")
    by = f"by {row.text('by')}" if row.has("by") else ""
    docket = row.value("docket")
    ruling = (
        row.text("ruling"),
        row.text("ruled", ""),
        printed(row.question, facts.docket(docket)) if docket else "",
    )
    return EarlierMotion(
        filed=", ".join(part for part in (filed, by) if part),
        relief=row.text("relief"),
        ruling=", ".join(part for part in ruling if part),
        reason=row.text("reason"),
    )
