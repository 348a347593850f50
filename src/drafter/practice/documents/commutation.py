"""The worksheet for a petition for commutation (28 C.F.R. § 1.3): the facts of the motion in another order.

It is no form of the Office of the Pardon Attorney, whose present form was not read, and says so.
"""

from __future__ import annotations

from dataclasses import dataclass

from drafter.practice.documents.background import Count, counts, term_of
from drafter.practice.documents.conduct import Incident, Program, incidents, programs
from drafter.practice.documents.danger import Conviction, priors
from drafter.practice.documents.document import PlainDocument
from drafter.practice.documents.facts import EMPTY, Cells, Facts
from drafter.practice.documents.head import BY_HAND
from drafter.practice.documents.opening import flags
from drafter.practice.documents.pleaded import named, pleaded
from drafter.practice.documents.relief import term_asked
from drafter.practice.documents.words import Movant, joined, movant

_RULE = "cfr28_1_3"
#: A line to write a day on in a narrow column.
_SHORT = "__________"
_RELIEF = {
    "term": "a shorter term of imprisonment",
    "money": "remission of a fine or of restitution",
    "both": "a shorter term of imprisonment, and remission of a fine or of restitution",
}
_RULING = {"granted": "granted", "in_part": "granted in part", "denied": "denied"}
_CONVICTED = {
    "plea": "guilty plea",
    "trial": "verdict after trial",
    "stipulated": "trial on stipulated facts",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line to copy: what is asked, and the answer or a line to write on."""

    asked: str
    answer: str


@dataclass(frozen=True, slots=True)
class Challenge:
    """One appeal, motion or petition against the conviction or the sentence."""

    what: str
    number: str
    filed: str
    outcome: str
    decided: str


@dataclass(frozen=True, slots=True)
class Petition:
    """What the law and the Office were found to say, each with its mark while nobody has confirmed it."""

    form: str
    office: str
    number: str
    rule: str
    pending: str


@dataclass(frozen=True, slots=True)
class Commutation:
    """The whole worksheet; the account of the offense is for the petitioner to write."""

    flags: tuple[str, ...]
    movant: Movant
    petition: Petition
    relief: str
    motion_asks: str
    identity: tuple[Line, ...]
    convicted: tuple[Line, ...]
    counts: tuple[Count, ...]
    sentence: tuple[Line, ...]
    challenges: tuple[Challenge, ...]
    not_ruled: bool
    account: tuple[str, ...]
    history: str
    priors: tuple[Conviction, ...]
    grounds: str
    reasons: tuple[str, ...]
    acceptance: tuple[str, ...]
    programs: tuple[Program, ...]
    incidents: tuple[Incident, ...]
    plan: tuple[Line, ...]
    exceptional: tuple[str, ...]


def _applies(facts: Facts) -> bool:
    return facts.yes("clemency.wanted")


def _make(facts: Facts) -> Commutation:
    grounds = pleaded(facts).grounds
    return Commutation(
        flags=flags(facts),
        movant=movant(facts),
        petition=_petition(facts),
        relief=facts.choice_words("clemency.relief", _RELIEF) or BY_HAND,
        motion_asks=term_asked(facts),
        identity=_identity(facts),
        convicted=_convicted(facts),
        counts=counts(facts),
        sentence=_sentence(facts),
        challenges=_challenges(facts),
        not_ruled=not facts.known("order.ruling"),
        account=facts.spoken("offense.conduct"),
        history=facts.bare("offense.criminal_history"),
        priors=priors(facts),
        grounds=joined([named(facts, ground) for ground in grounds]) or BY_HAND,
        reasons=facts.spoken("clemency.reasons"),
        acceptance=facts.spoken("conduct.acceptance"),
        programs=programs(facts),
        incidents=incidents(facts),
        plan=_plan(facts),
        exceptional=facts.spoken("clemency.exceptional"),
    )


def _petition(facts: Facts) -> Petition:
    sources = facts.sources
    return Petition(
        form=sources.number("clemency.form"),
        office=sources.number("clemency.office"),
        number=sources.number("clemency.ssn"),
        rule=sources.cite(_RULE),
        pending=sources.number("clemency.pending_challenge"),
    )


def _line(facts: Facts, asked: str, question: str) -> Line:
    """The answer, the bracket of a needed one, or a line to write on."""
    return Line(asked, facts.bare(question) or BY_HAND)


def _identity(facts: Facts) -> tuple[Line, ...]:
    """What is private prints whole; citizenship is never printed, and the rest is not asked for."""
    return (
        _line(facts, "Name", "movant.name"),
        _line(facts, "Other names used", "movant.aliases"),
        _line(facts, "Register number", "movant.register_number"),
        Line(
            "Date of birth", facts.bare("movant.birth_date") if facts.known("movant.birth_date") else BY_HAND
        ),
        Line("Place of birth", BY_HAND),
        Line("Citizenship", BY_HAND),
        _line(facts, "Institution", "movant.facility"),
        _line(facts, "Address of the institution", "movant.facility_address"),
    )


def _convicted(facts: Facts) -> tuple[Line, ...]:
    district = facts.value("case.district")
    court = facts.law.district(district).name if district else facts.blank("case.district")
    return (
        Line("Court", court),
        _line(facts, "Case number", "case.number"),
        Line("Convicted by", facts.choice_words("offense.disposition", _CONVICTED) or BY_HAND),
        _line(facts, "Date of the plea or verdict", "offense.disposition_on"),
    )


def _sentence(facts: Facts) -> tuple[Line, ...]:
    return (
        _line(facts, "Imposed on", "sentence.imposed_on"),
        Line("Term of imprisonment", term_of(facts)),
        _line(facts, "How the terms run", "sentence.structure"),
        _line(facts, "Supervised release", "sentence.supervised_release"),
        _line(facts, "Fine", "sentence.fine"),
        _line(facts, "Restitution", "sentence.restitution"),
        _line(facts, "Paid so far", "sentence.paid"),
        _line(facts, "In custody since", "custody.since"),
        _line(facts, "Projected release, as stated by the Bureau of Prisons", "custody.projected_release"),
    )


def _challenges(facts: Facts) -> tuple[Challenge, ...]:
    """Every appeal and motion that the answers hold; the motion of this case comes last."""
    return (
        *(_proceeding(row) for row in facts.rows("sentence.proceedings")),
        *(_motion(facts, row) for row in facts.rows("prior.motions")),
        Challenge(
            what="Motion of this case under 18 U.S.C. § 3582(c)(1)(A)",
            number=facts.bare("case.number"),
            filed=facts.bare("case.filing_date") or _SHORT,
            outcome=facts.choice_words("order.ruling", _RULING) or EMPTY,
            decided=facts.bare("order.dated") or EMPTY,
        ),
    )


def _proceeding(row: Cells) -> Challenge:
    return Challenge(*(row.text(column) for column in ("court", "number", "filed", "outcome", "decided")))


def _motion(facts: Facts, row: Cells) -> Challenge:
    number = row.value("docket")
    return Challenge(
        what=row.text("relief"),
        number=facts.docket(number) if number else EMPTY,
        filed=row.text("filed"),
        outcome=row.text("ruling"),
        decided=row.text("ruled"),
    )


def _plan(facts: Facts) -> tuple[Line, ...]:
    """The home whole, and the first words on support and work, as the plan of the motion has them."""
    return (
        _line(facts, "Home", "plan.address"),
        Line("Support", " ".join(facts.spoken("plan.support")) or BY_HAND),
        Line("Work", " ".join(facts.spoken("plan.job")) or BY_HAND),
    )


COMMUTATION = PlainDocument("commutation", _applies, _make, whole=True)
