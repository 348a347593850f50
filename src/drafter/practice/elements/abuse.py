"""The elements of U.S.S.G. § 1B1.13(b)(4): abuse in custody, by whom, and the finding that establishes it."""

from __future__ import annotations

from drafter.practice.documents.facts import Facts
from drafter.practice.elements.element import Element, Finding, shown, told

#: The two answers that stand in for a finding.
_WITHOUT_FINDING = {
    "delayed": "There is no finding; the ground rests on proceedings that are unduly delayed.",
    "danger": "There is no finding; the ground rests on imminent danger to the movant.",
}
_FINDING = "The misconduct is established by a conviction, a finding or an admission."
_ESTABLISHED = ("b4.established", "b4.established_detail")


def _physical(facts: Facts) -> bool:
    return facts.choice("b4.abuse") != "sexual"


def _established(facts: Facts) -> Finding:
    chosen = facts.choice("b4.established")
    return shown(facts, *_ESTABLISHED, because=_WITHOUT_FINDING.get(chosen, _FINDING) if chosen else "")


ELEMENTS: tuple[Element, ...] = (
    told(
        "act",
        "Sexual abuse involving a sexual act, or physical abuse",
        ("b4.abuse", "b4.account"),
        ("the movant’s declaration", "incident, medical and investigation records"),
    ),
    told(
        "custody",
        "While in custody serving the term that the motion asks to reduce",
        ("b4.period", "b4.place"),
        ("a record that dates and places the abuse", "the record of the facilities and dates of custody"),
    ),
    told(
        "custodian",
        "By, or at the direction of, a person with custody or control over the movant",
        ("b4.actor",),
        ("the finding or a record that names the person’s position",),
    ),
    told(
        "injury",
        "Serious bodily injury, for physical abuse",
        ("b4.injury",),
        ("the medical record of the injury and its treatment",),
        applies=_physical,
    ),
    Element(
        id="finding",
        title="A conviction, finding or admission, or undue delay or imminent danger instead",
        questions=_ESTABLISHED,
        proof=(
            "the judgment, verdict, settlement with admission, or agency finding",
            "where there is none: the record of the delayed proceedings, or of the danger",
        ),
        test=_established,
    ),
)
