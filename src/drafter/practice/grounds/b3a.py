"""U.S.S.G. § 1B1.13(b)(3)(A): a child whose caregiver has died or is incapacitated."""

from __future__ import annotations

from drafter.core.kinds import Choice, LongText, Number, Text, YesNo
from drafter.core.question import ALWAYS, Part, Question
from drafter.core.rows import Column, ListOf
from drafter.practice.grounds.ground import Ground
from drafter.practice.grounds.labels import LABELS, TITLES
from drafter.practice.questions.wording import AS_BRIEF, AS_PHRASE

_SOURCE = "U.S.S.G. § 1B1.13(b)(3)(A)"

ASSERTED = Question(
    id="b3A.asserted",
    kind=YesNo(),
    ask="Does the motion assert that the movant’s child has lost his or her caregiver?",
    help="Answer yes if the person who cares for the movant’s minor child, or for an adult child who "
    "cannot care for himself or herself, has died or is incapacitated.",
    why="It opens the ground of child care and the questions that prove it.",
    source=_SOURCE,
    blank="whether care of a child is asserted",
)
_SHOWN = ASSERTED.is_(True)

CHILD_KIND = Question(
    id="b3A.child_kind",
    kind=Choice(
        (
            ("minor", "a minor child"),
            ("adult", "a child aged 18 or older who is incapable of self-care"),
        ),
    ),
    ask="Is the child a minor, or an adult who cannot care for himself or herself?",
    help="For an adult child, the incapacity must come from a mental or physical disability or a medical "
    "condition; have the physician’s letter as an exhibit.",
    why="The policy statement treats the two in different words.",
    source=_SOURCE,
    blank="minor or adult child",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)
CHILDREN = Question(
    id="b3A.children",
    kind=ListOf(
        "child",
        (
            Column("initials", "Initials", Text(), required=True),
            Column("age", "Age", Number("years", most=120)),
            Column("relation", "Relation", Text()),
        ),
    ),
    ask="Who are the children who need care?",
    help="One row for each child: initials only for a minor (“J.R.”), never the name or the birth date; "
    "the age in years; the relation in a word or two (“daughter”, “disabled son”).",
    why="The court must know who needs the care, and a public paper may show only a minor’s initials.",
    source="U.S.S.G. § 1B1.13(b)(3)(A); Fed. R. Crim. P. 49.1(a)(3)",
    blank="children who need care",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)
CHILD_INCAPACITY = Question(
    id="b3A.child_incapacity",
    kind=LongText(),
    ask="What keeps the adult child from caring for himself or herself?",
    help="The mental or physical disability or the medical condition, since when, and what the child cannot do alone, "
    "from the physician’s letter." + AS_BRIEF,
    why="For a child of 18 or older the ground requires incapacity for self-care because of such a disability or condition.",
    source=_SOURCE,
    blank="what keeps the adult child from self-care",
    shown_when=CHILD_KIND.is_("adult"),
    needed_when=ALWAYS,
)
CAREGIVER = Question(
    id="b3A.caregiver",
    kind=Text(),
    ask="Who was caring for the children?",
    help="Name and relation, so that they read in a sentence: Maria Roe, the children’s mother." + AS_PHRASE,
    why="The ground turns on the death or incapacitation of this person.",
    source=_SOURCE,
    blank="name of the caregiver",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)
EVENT = Question(
    id="b3A.event",
    kind=Choice((("death", "the caregiver has died"), ("incapacitation", "the caregiver is incapacitated"))),
    ask="Has the caregiver died, or is the caregiver incapacitated?",
    help="Have the death certificate, or the physician’s letter on the incapacity, as an exhibit.",
    why="These are the two events that the policy statement names.",
    source=_SOURCE,
    blank="death or incapacitation of the caregiver",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)
EVENT_DETAIL = Question(
    id="b3A.event_detail",
    kind=LongText(),
    ask="What happened to the caregiver, and when?",
    help="The date, the cause or the illness, what the caregiver can no longer do for the child, and what "
    "proves it." + AS_BRIEF,
    why="Death or incapacity must be proved, not only stated.",
    source=_SOURCE,
    blank="what happened to the caregiver",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)

PART = Part(
    TITLES["b3A"],
    (ASSERTED, CHILD_KIND, CHILDREN, CHILD_INCAPACITY, CAREGIVER, EVENT, EVENT_DETAIL),
    "The child, the caregiver, and what has happened to the caregiver.",
)
GROUND = Ground(
    id="b3A",
    label=LABELS["b3A"],
    title=TITLES["b3A"],
    asserted=ASSERTED,
    part=PART,
    tags=("family",),
)
