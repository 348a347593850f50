"""U.S.S.G. § 1B1.13(b)(5): other reasons of similar gravity."""

from __future__ import annotations

from drafter.core.kinds import LongText, Text, YesNo
from drafter.core.question import ALWAYS, Part, Question
from drafter.practice.grounds.ground import Ground
from drafter.practice.grounds.labels import LABELS, TITLES
from drafter.practice.questions.wording import AS_BRIEF, AS_PHRASE

_SOURCE = "U.S.S.G. § 1B1.13(b)(5)"

ASSERTED = Question(
    id="b5.asserted",
    kind=YesNo(),
    ask="Does the motion assert another circumstance of similar gravity?",
    help="Answer yes if a circumstance of the movant’s own, alone or together with the grounds above, is "
    "similar in gravity to them. A change in the law and doubts about the conviction have their own "
    "questions below.",
    why="It opens the ground of other reasons and the questions that prove it.",
    source=_SOURCE,
    blank="whether another reason is asserted",
)
_SHOWN = ASSERTED.is_(True)

CIRCUMSTANCE = Question(
    id="b5.circumstance",
    kind=Text(),
    ask="What is the circumstance?",
    help="A noun phrase for the heading and the first sentence: the death of both parents during this "
    "sentence." + AS_PHRASE,
    why="It names the reason, so that the court need not guess it from the facts.",
    source=_SOURCE,
    blank="the circumstance",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)
FACTS = Question(
    id="b5.facts",
    kind=LongText(),
    ask="What are the facts of this circumstance?",
    help="What happened, when, to whom, and what proves each fact." + AS_BRIEF,
    why="The court weighs facts, not adjectives.",
    source=_SOURCE,
    blank="facts of the circumstance",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)
GRAVITY = Question(
    id="b5.gravity",
    kind=LongText(),
    ask="Why is it similar in gravity to the listed reasons?",
    help="Compare it with the closest of paragraphs (1) to (4), by its effect on the movant, and say how "
    "it weighs together with the other grounds." + AS_BRIEF,
    why="Similar gravity is the element of this ground.",
    source=_SOURCE,
    blank="why the gravity is similar",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)
PERSONAL = Question(
    id="b5.personal",
    kind=LongText(),
    ask="What makes the circumstance personal to the movant?",
    help="What sets the movant apart from other prisoners in the same facility or with the same sentence."
    + AS_BRIEF,
    why="A circumstance that many prisoners share is hard to call extraordinary.",
    source=_SOURCE,
    blank="what is personal to the movant",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)

BEYOND_REHABILITATION = Question(
    id="b5.beyond_rehabilitation",
    kind=YesNo(),
    ask="Is there more to the circumstance than rehabilitation in prison?",
    help="Answer no if all that is told is good conduct, courses, work and remorse. These are asked for in their own "
    "section and count together with another ground.",
    why="Rehabilitation alone is never an extraordinary and compelling reason.",
    source="28 U.S.C. § 994(t); U.S.S.G. § 1B1.13(d)",
    blank="whether there is more than rehabilitation",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)

PART = Part(
    TITLES["b5"],
    (ASSERTED, CIRCUMSTANCE, BEYOND_REHABILITATION, FACTS, GRAVITY, PERSONAL),
    "A circumstance, or several together, as grave as the listed reasons.",
)
GROUND = Ground(
    id="b5",
    label=LABELS["b5"],
    title=TITLES["b5"],
    asserted=ASSERTED,
    part=PART,
    tags=("other_reasons",),
)
