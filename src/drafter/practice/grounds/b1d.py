"""U.S.S.G. § 1B1.13(b)(1)(D): an outbreak or a declared public health emergency."""

from __future__ import annotations

from drafter.core.kinds import Choice, LongText, YesNo
from drafter.core.question import ALWAYS, Part, Question
from drafter.practice.grounds.ground import Ground
from drafter.practice.grounds.labels import LABELS, TITLES
from drafter.practice.questions.wording import AS_BRIEF

_SOURCE = "U.S.S.G. § 1B1.13(b)(1)(D)"

ASSERTED = Question(
    id="b1D.asserted",
    kind=YesNo(),
    ask="Does the motion assert a risk from an outbreak or a public health emergency at the facility?",
    help="Answer yes only if there is an ongoing outbreak of infectious disease or an ongoing declared "
    "emergency that affects this facility or is about to, and the movant’s own health makes it more "
    "dangerous.",
    why="It opens the ground of outbreak or emergency and the questions that prove it.",
    source=_SOURCE,
    blank="whether an outbreak or emergency is asserted",
)
_SHOWN = ASSERTED.is_(True)

EVENT = Question(
    id="b1D.event",
    kind=Choice(
        (
            ("outbreak", "an ongoing outbreak of infectious disease"),
            ("emergency", "an ongoing public health emergency declared by an authority"),
        ),
    ),
    ask="Is it an outbreak of disease or a declared public health emergency?",
    help="Choose the emergency only if a federal, state or local authority has declared it and the "
    "declaration still stands.",
    why="The policy statement names these two events.",
    source=_SOURCE,
    blank="outbreak or emergency",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)
EVENT_DETAIL = Question(
    id="b1D.event_detail",
    kind=LongText(),
    ask="What is happening at the facility?",
    help="The disease or declaration, its dates, the counts at this facility and their source (the "
    "Bureau’s page, a health department), each as of a day." + AS_BRIEF,
    why="The event must be ongoing, and must affect the facility where the movant is housed.",
    source=_SOURCE,
    blank="the event and its dates",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)
RISK_FACTORS = Question(
    id="b1D.risk_factors",
    kind=LongText(),
    ask="Which personal risk factors put the movant at greater risk of severe complications or death?",
    help="Age, diagnoses and how each raises the risk of this disease, from the medical record and a "
    "public health source, and what custody adds." + AS_BRIEF,
    why="Conditions that every prisoner shares do not meet this ground; the personal risk does.",
    source=_SOURCE,
    blank="personal risk factors",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)
MITIGATION = Question(
    id="b1D.mitigation",
    kind=LongText(),
    ask="Why can the risk not be adequately reduced in time?",
    help="What the facility has done, what it cannot do, and why a transfer, isolation or treatment would "
    "not be enough or would come too late." + AS_BRIEF,
    why="The ground requires that the risk cannot be adequately mitigated in a timely manner.",
    source=_SOURCE,
    blank="why the risk cannot be reduced in time",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)
VACCINATION = Question(
    id="b1D.vaccination",
    kind=LongText(),
    ask="Has the movant been vaccinated or refused a vaccine, and why?",
    help="Each dose or refusal with its date, from the immunization record, and the reason for a refusal."
    + AS_BRIEF,
    why="It answers in advance what the government may say about how the risk can be reduced.",
    source=_SOURCE,
    blank="vaccination",
    shown_when=_SHOWN,
)

PART = Part(
    TITLES["b1D"],
    (ASSERTED, EVENT, EVENT_DETAIL, RISK_FACTORS, MITIGATION, VACCINATION),
    "Three things must be shown: the event at this facility, the personal risk, and that it cannot be "
    "reduced in time.",
)
GROUND = Ground(
    id="b1D",
    label=LABELS["b1D"],
    title=TITLES["b1D"],
    asserted=ASSERTED,
    part=PART,
    tags=("medical",),
)
