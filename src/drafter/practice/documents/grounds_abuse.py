"""The section on abuse in custody, § 1B1.13(b)(4)."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.practice.documents import pleaded
from drafter.practice.documents.facts import Facts, Passage
from drafter.practice.documents.sections import Section, place

#: The words of the policy statement for the act, for who did it, and for how it is established.
_ACTS = {
    "sexual": "sexual abuse involving a “sexual act,” as defined in 18 U.S.C. § 2246(2)",
    "physical": "physical abuse resulting in “serious bodily injury”",
}
_ACTORS = {
    "officer": "a correctional officer",
    "employee": "an employee or contractor of the Bureau of Prisons",
    "custodian": "another individual who had custody or control over the movant",
}
_ESTABLISHED = {
    "conviction": "The misconduct is established by a conviction in a criminal case.",
    "civil": "The misconduct is established by a finding or admission of liability in a civil case.",
    "administrative": "The misconduct is established by a finding in an administrative proceeding.",
    "delayed": "No finding has been made, because the proceedings are unduly delayed.",
    "danger": "No finding has been made, and the movant is in imminent danger.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Abuse(Section):
    """A victim of abuse in custody."""

    act: str
    period: str
    at: str
    actor: str
    account: tuple[str, ...]
    injury: Passage
    reported: Passage
    established: str
    established_detail: tuple[str, ...]


def abuse(facts: Facts) -> Abuse:
    """The section on abuse in custody."""
    return Abuse(
        fragment="b4",
        label=place(facts, "b4"),
        standard=pleaded.standard(facts, "b4"),
        act=facts.choice_words("b4.abuse", _ACTS),
        period=facts.text("b4.period"),
        at=facts.text("b4.place"),
        actor=facts.choice_words("b4.actor", _ACTORS),
        account=facts.paragraphs("b4.account"),
        injury=facts.passage("b4.injury"),
        reported=facts.passage("b4.reported"),
        established=facts.choice_words("b4.established", _ESTABLISHED),
        established_detail=facts.paragraphs("b4.established_detail"),
    )
