"""The elements of U.S.S.G. § 1B1.13(b)(1): the movant's own health, and danger to it."""

from __future__ import annotations

from drafter.practice.documents.facts import Facts
from drafter.practice.elements.element import Element, Finding, proved, told, unknown

_EVENT = ("b1D.event", "b1D.event_detail")
#: The event has to be at this facility; that the movant is housed there proves no event.
_HOUSED = "movant.facility"


def _event(facts: Facts) -> Finding:
    return unknown(facts, *_EVENT, _HOUSED) or proved(facts, *_EVENT)


TERMINAL: tuple[Element, ...] = (
    told(
        "illness",
        "A serious and advanced illness",
        ("b1A.diagnosis", "b1A.diagnosed_on"),
        ("the report or note that states the diagnosis",),
    ),
    told(
        "trajectory",
        "An end-of-life trajectory",
        ("b1A.trajectory", "b1A.physician", "b1A.letter_date"),
        ("a dated letter or record of the physician on the course of the illness",),
    ),
)

SELF_CARE: tuple[Element, ...] = (
    told(
        "impairment",
        "A serious condition or impairment, or deterioration because of aging",
        ("b1B.impairment", "b1B.condition", "b1B.physician", "b1B.letter_date"),
        ("a dated letter or record of the physician that names the condition",),
    ),
    told(
        "self_care",
        "It substantially diminishes the ability to provide self-care",
        ("b1B.self_care",),
        ("the physician’s letter on daily activities", "declarations of the movant and of who helps"),
    ),
    told(
        "environment",
        "Within the environment of a correctional facility",
        ("b1B.environment",),
        ("housing and medical-duty records", "a declaration on the unit"),
    ),
    told(
        "recovery",
        "The movant is not expected to recover from it",
        ("b1B.not_recover",),
        ("the physician’s written opinion on recovery",),
    ),
)

CARE_NOT_PROVIDED: tuple[Element, ...] = (
    told(
        "condition",
        "A medical condition",
        ("b1C.condition", "b1C.physician", "b1C.letter_date"),
        ("a dated letter or record of the physician that names the condition",),
    ),
    told(
        "care_needed",
        "It requires long-term or specialized medical care",
        ("b1C.care_needed",),
        ("the orders and recommendations in the medical record",),
    ),
    told(
        "not_provided",
        "That care is not being provided",
        ("b1C.care", "b1C.not_provided"),
        ("the medical record of each order and what became of it", "requests for care and the replies"),
    ),
    told(
        "risk",
        "Without it the movant is at risk of serious deterioration in health or death",
        ("b1C.risk",),
        ("the physician’s written opinion on the risk",),
    ),
)

OUTBREAK: tuple[Element, ...] = (
    Element(
        id="event",
        title="The facility is affected, or about to be, by an ongoing outbreak or declared emergency",
        questions=(*_EVENT, _HOUSED),
        proof=("the counts at the facility as of a day", "the declaration of the authority"),
        test=_event,
        node="b1Di",
    ),
    told(
        "risk",
        "Personal risk factors and custody raise the risk of severe complications or death",
        ("b1D.risk_factors",),
        ("the medical record of each risk factor", "a public health source"),
        node="b1Dii",
    ),
    told(
        "mitigation",
        "The risk cannot be adequately mitigated in a timely manner",
        ("b1D.mitigation",),
        ("records of what the facility has done and cannot do",),
        node="b1Diii",
    ),
)
