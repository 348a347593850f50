"""The sections on the movant's own health, and the medical record they share."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.practice.documents import pleaded
from drafter.practice.documents.facts import Facts, Passage
from drafter.practice.documents.sections import Section, WithPhysician, letter_cite, physician, place

RECORD = "record"


@dataclass(frozen=True, slots=True, kw_only=True)
class Terminal(WithPhysician):
    """A terminal illness."""

    diagnosis: str
    diagnosed_on: str
    trajectory: tuple[str, ...]
    care: Passage


@dataclass(frozen=True, slots=True)
class Activity:
    """One activity of daily life."""

    activity: str
    limit: str
    help: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfCare(WithPhysician):
    """A condition that substantially diminishes self-care."""

    impairment: str
    condition: str
    activities: tuple[Activity, ...]
    activities_cite: str
    environment: Passage
    not_recover: Passage


@dataclass(frozen=True, slots=True)
class Treatment:
    """One treatment that was ordered."""

    treatment: str
    ordered: str
    status: str
    delay: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CareWithheld(WithPhysician):
    """Care that is needed and not provided."""

    condition: str
    care_needed: tuple[str, ...]
    treatments: tuple[Treatment, ...]
    treatments_cite: str
    not_provided: Passage
    risk: Passage
    complaints: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Outbreak(Section):
    """An outbreak or a declared emergency."""

    event: str
    event_detail: tuple[str, ...]
    risk_factors: Passage
    mitigation: Passage
    vaccination: Passage


@dataclass(frozen=True, slots=True)
class Condition:
    """One diagnosis of the medical record."""

    condition: str
    noted: str
    record: str
    treatment: str
    effect: str


@dataclass(frozen=True, slots=True)
class Stay:
    """One stay in a hospital or visit outside."""

    when: str
    where: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Record(Section):
    """The medical record, told once for all grounds that rest on it."""

    conditions: tuple[Condition, ...]
    conditions_cite: str
    has_hospital: bool
    hospital: tuple[Stay, ...]
    hospital_cite: str
    has_line: bool
    has_both: bool
    has_care_level: bool
    care_level: str
    has_aids: bool
    aids: str
    medicines: Passage
    known: Passage
    refusals: Passage


def terminal(facts: Facts) -> Terminal:
    """The section on a terminal illness."""
    return Terminal(
        fragment="b1A",
        label=place(facts, "b1A"),
        standard=pleaded.standard(facts, "b1A"),
        physician=physician(facts, "b1A"),
        letter_date=facts.bare("b1A.letter_date"),
        letter_cite=letter_cite(facts, "b1A"),
        diagnosis=facts.text("b1A.diagnosis"),
        diagnosed_on=facts.text("b1A.diagnosed_on"),
        trajectory=facts.paragraphs("b1A.trajectory"),
        care=facts.passage("b1A.care"),
    )


#: The three kinds of impairment, in the words of the policy statement.
_IMPAIRMENTS = {
    "physical": "is suffering from a serious physical or medical condition",
    "cognitive": "is suffering from a serious functional or cognitive impairment",
    "aging": "is experiencing deteriorating physical or mental health because of the aging process",
}


def activities(facts: Facts) -> tuple[Activity, ...]:
    """The activities of daily life that can no longer be done alone."""
    columns = ("activity", "limit", "help")
    return tuple(Activity(*(row.text(c) for c in columns)) for row in facts.rows("b1B.self_care"))


def treatments(facts: Facts) -> tuple[Treatment, ...]:
    """The treatments that were ordered."""
    columns = ("treatment", "ordered", "status", "delay")
    return tuple(Treatment(*(row.text(c) for c in columns)) for row in facts.rows("b1C.care"))


def self_care(facts: Facts) -> SelfCare:
    """The section on diminished self-care."""
    return SelfCare(
        fragment="b1B",
        label=place(facts, "b1B"),
        standard=pleaded.standard(facts, "b1B"),
        physician=physician(facts, "b1B"),
        letter_date=facts.bare("b1B.letter_date"),
        letter_cite=letter_cite(facts, "b1B"),
        impairment=facts.choice_words("b1B.impairment", _IMPAIRMENTS),
        condition=facts.text("b1B.condition"),
        activities=activities(facts),
        activities_cite=facts.cite("b1B.self_care"),
        environment=facts.passage("b1B.environment"),
        not_recover=facts.passage("b1B.not_recover"),
    )


def care_withheld(facts: Facts) -> CareWithheld:
    """The section on care that is not provided."""
    return CareWithheld(
        fragment="b1C",
        label=place(facts, "b1C"),
        standard=pleaded.standard(facts, "b1C"),
        physician=physician(facts, "b1C"),
        letter_date=facts.bare("b1C.letter_date"),
        letter_cite=letter_cite(facts, "b1C"),
        condition=facts.text("b1C.condition"),
        care_needed=facts.paragraphs("b1C.care_needed"),
        treatments=treatments(facts),
        treatments_cite=facts.cite("b1C.care"),
        not_provided=facts.passage("b1C.not_provided"),
        risk=facts.passage("b1C.risk"),
        complaints=facts.passage("b1C.complaints"),
    )


#: The two events, in the words of the policy statement.
_EVENTS = {
    "outbreak": "an ongoing outbreak of infectious disease",
    "emergency": "an ongoing public health emergency declared by the appropriate authority",
}


def outbreak(facts: Facts) -> Outbreak:
    """The section on an outbreak or emergency."""
    return Outbreak(
        fragment="b1D",
        label=place(facts, "b1D"),
        standard=pleaded.standard(facts, "b1D"),
        event=facts.choice_words("b1D.event", _EVENTS),
        event_detail=facts.paragraphs("b1D.event_detail"),
        risk_factors=facts.passage("b1D.risk_factors"),
        mitigation=facts.passage("b1D.mitigation"),
        vaccination=facts.passage("b1D.vaccination"),
    )


def record(facts: Facts) -> Record:
    """The medical record."""
    columns = ("condition", "noted", "record", "treatment", "effect")
    conditions = facts.rows("medical.conditions")
    hospital = facts.rows("medical.hospital")
    care_level, aids = facts.has("medical.care_level"), facts.has("medical.aids")
    return Record(
        fragment=RECORD,
        label="",
        standard=(),
        conditions=tuple(Condition(*(row.text(column) for column in columns)) for row in conditions),
        conditions_cite=facts.cite("medical.conditions"),
        has_hospital=bool(hospital),
        hospital=tuple(Stay(row.text("when"), row.text("place"), row.text("reason")) for row in hospital),
        hospital_cite=facts.cite("medical.hospital"),
        has_line=care_level or aids,
        has_both=care_level and aids,
        has_care_level=care_level,
        care_level=facts.text("medical.care_level"),
        has_aids=aids,
        aids=facts.text("medical.aids"),
        medicines=facts.passage("medical.medicines"),
        known=facts.passage("medical.known_at_sentencing"),
        refusals=facts.passage("medical.refusals"),
    )
