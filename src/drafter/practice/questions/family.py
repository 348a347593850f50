"""Who else could give the care, asked once for all family grounds."""

from __future__ import annotations

from drafter.core.kinds import LongText, Text
from drafter.core.question import ALWAYS, Part, Question
from drafter.core.rows import Column, ListOf
from drafter.practice.grounds import ANY_FAMILY
from drafter.practice.questions.wording import AS_BRIEF, AS_PHRASE

_SOURCE = "U.S.S.G. § 1B1.13(b)(3)"

CARE_NEEDED = Question(
    id="family.care_needed",
    kind=LongText(),
    ask="What care does the family member need, hour by hour?",
    help="What must be done, how often, by day and by night, and what happens when nobody does it; from "
    "the physician and from whoever gives the care." + AS_BRIEF,
    why="The court must see why somebody has to be there.",
    source=_SOURCE,
    blank="care that is needed",
    shown_when=ANY_FAMILY,
    needed_when=ALWAYS,
)
PRESENT_CARER = Question(
    id="family.present_carer",
    kind=LongText(),
    ask="Who gives the care now, and why can that not go on?",
    help="Who, since when, at what cost, and what ends it. If nobody does, say how the family member "
    "manages." + AS_BRIEF,
    why="The first question of the court will be who has done it until now.",
    source=_SOURCE,
    blank="present caregiver",
    shown_when=ANY_FAMILY,
    needed_when=ALWAYS,
)
RELATIVES = Question(
    id="family.relatives",
    kind=ListOf(
        "relative",
        (
            Column("name", "Name", Text(), required=True),
            Column("relation", "Relation", Text(), required=True),
            Column("lives", "Lives in", Text()),
            Column("why_unavailable", "Why not available", Text(), required=True),
            Column("proof", "Proof", Text()),
        ),
    ),
    ask="Which other adults could give the care, and why is each unavailable?",
    help="One row for every adult relative and close friend, also the unlikely ones: relation, city and "
    "state only, the reason (own illness, works nights, no contact for years, dead) and its proof "
    "(declaration, Ex. F at 3).",
    why="The movant must be shown to be the only available caregiver, one person at a time.",
    source=_SOURCE,
    blank="other relatives and why each is unavailable",
    shown_when=ANY_FAMILY,
    needed_when=ALWAYS,
)
ONLY_AVAILABLE = Question(
    id="family.only_available",
    kind=LongText(),
    ask="Why is the movant the only available caregiver?",
    help="Draw the table together: why no relative, no paid aide, no agency and no facility can do it, "
    "with what was tried and what it costs." + AS_BRIEF,
    why="It is the element on which these grounds turn.",
    source=_SOURCE,
    blank="why the movant is the only available caregiver",
    shown_when=ANY_FAMILY,
    needed_when=ALWAYS,
)
PAST_CARE = Question(
    id="family.past_care",
    kind=LongText(),
    ask="What care has the movant given to this person or to others before?",
    help="Care before prison, help from prison (calls, money, letters), training in care." + AS_BRIEF,
    why="It shows that the movant can and will do it.",
    source=_SOURCE,
    blank="care given before",
    shown_when=ANY_FAMILY,
)
DISTANCE = Question(
    id="family.distance",
    kind=Text(),
    ask="How far would the movant live from the family member?",
    help="So that it reads after “would live”: in the same house; four miles away in Charlotte, North "
    "Carolina." + AS_PHRASE,
    why="Care that needs presence needs nearness.",
    source=_SOURCE,
    blank="distance to the family member",
    shown_when=ANY_FAMILY,
)
BENEFITS = Question(
    id="family.benefits",
    kind=LongText(),
    ask="Which benefits and services does the family member receive or lack?",
    help="Medicaid, Medicare, Social Security, home aide hours, waiting lists, with the letters that prove "
    "them." + AS_BRIEF,
    why="It answers the objection that the State could care instead.",
    source=_SOURCE,
    blank="benefits and services",
    shown_when=ANY_FAMILY,
)
PROCEEDINGS = Question(
    id="family.proceedings",
    kind=LongText(),
    ask="Are there custody, guardianship or child-welfare proceedings?",
    help="Court or agency, what was ordered, what comes next. Initials only for a minor." + AS_BRIEF,
    why="An order may decide who may care at all.",
    source=f"{_SOURCE}; Fed. R. Crim. P. 49.1(a)(3)",
    blank="custody or welfare proceedings",
    shown_when=ANY_FAMILY,
)
SAFE = Question(
    id="family.safe",
    kind=LongText(),
    ask="Why would the family member be safe in the movant’s care?",
    help="Take the offense as it was: who was harmed, whether the family was near it, what has changed, "
    "and who would notice if something went wrong." + AS_BRIEF,
    why="A caregiver’s offense is the government’s first answer to this ground.",
    source="U.S.S.G. § 1B1.13(a)(2); 18 U.S.C. § 3142(g)",
    blank="why the care would be safe",
    shown_when=ANY_FAMILY,
    needed_when=ALWAYS,
)

PART = Part(
    "Who else could give the care",
    (
        CARE_NEEDED,
        PRESENT_CARER,
        RELATIVES,
        ONLY_AVAILABLE,
        PAST_CARE,
        DISTANCE,
        BENEFITS,
        PROCEEDINGS,
        SAFE,
    ),
    "Asked once for all family grounds. Every other adult has to be ruled out with a reason and a proof.",
)
