"""U.S.S.G. § 1B1.13(b)(3)(D): another immediate family member, or a person who is like one."""

from __future__ import annotations

from drafter.core.kinds import Choice, LongText, Text, YesNo
from drafter.core.question import ALWAYS, Part, Question
from drafter.practice.grounds.ground import Ground, letter_date, physician
from drafter.practice.grounds.labels import LABELS, TITLES
from drafter.practice.questions.wording import AS_BRIEF

_SOURCE = "U.S.S.G. § 1B1.13(b)(3)(D)"

ASSERTED = Question(
    id="b3D.asserted",
    kind=YesNo(),
    ask="Does the motion assert that another close family member needs the movant’s care?",
    help="Answer yes if a sibling, grandparent, grandchild or a person who is like immediate family is "
    "incapacitated and the movant would be the only available caregiver.",
    why="It opens the ground of care of another family member and the questions that prove it.",
    source=_SOURCE,
    blank="whether care of another family member is asserted",
)
_SHOWN = ASSERTED.is_(True)

RELATIVE_NAME = Question(
    id="b3D.relative_name",
    kind=Text(),
    ask="What is the name of the family member?",
    help="Given and family name, as in the physician’s letter; initials only if the person is a minor.",
    why="It says whom the movant would care for.",
    source=f"{_SOURCE}; Fed. R. Crim. P. 49.1(a)(3)",
    blank="name of the family member",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)
RELATIONSHIP = Question(
    id="b3D.relationship",
    kind=Choice(
        (
            ("sibling", "sibling"),
            ("grandparent", "grandparent"),
            ("grandchild", "grandchild"),
            ("other", "another person whose relationship is similar in kind"),
        ),
    ),
    ask="How is the family member related to the movant?",
    help="Choose the last only if none of the others fits; the motion must then show that the bond is like "
    "that of immediate family.",
    why="The policy statement names three relations, and asks for more proof of any other.",
    source=_SOURCE,
    blank="relationship to the family member",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)
KIN_WORD = Question(
    id="b3D.kin_word",
    kind=Text(),
    ask="What does the movant call this relation?",
    help="One word or a short phrase, so that it reads after “his” or “her”: brother; aunt who raised him.",
    why="It is the word that the motion uses for the person throughout.",
    source=_SOURCE,
    blank="brother, sister, grandmother …",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)
BOND = Question(
    id="b3D.bond",
    kind=LongText(),
    ask="What makes the relationship similar in kind to that of an immediate family member?",
    help="Who raised whom, how long they lived together, who paid, visits and calls since, and what proves "
    "it." + AS_BRIEF,
    why="For a relation that the policy statement does not name, this similarity is an element of the "
    "ground.",
    source=_SOURCE,
    blank="bond between the movant and the person",
    shown_when=RELATIONSHIP.is_("other"),
    needed_when=ALWAYS,
)
INCAPACITY = Question(
    id="b3D.incapacity",
    kind=LongText(),
    ask="How is the family member incapacitated?",
    help="The diagnosis, since when, what the person can no longer do, the hours of help needed in a day, "
    "and what the physician expects. For a child, say what happened to the caregiver." + AS_BRIEF,
    why="The circumstances must be similar to those of the other family paragraphs, and incapacity is the "
    "first.",
    source=_SOURCE,
    blank="incapacity of the family member",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)
PHYSICIAN = physician("b3D", patient="the family member", source=_SOURCE, shown=_SHOWN)
LETTER_DATE = letter_date("b3D", patient="the family member", source=_SOURCE, shown=_SHOWN)

PART = Part(
    TITLES["b3D"],
    (ASSERTED, RELATIVE_NAME, RELATIONSHIP, KIN_WORD, BOND, INCAPACITY, PHYSICIAN, LETTER_DATE),
    "The relationship, the incapacity, and that the movant would be the only available caregiver.",
)
GROUND = Ground(
    id="b3D",
    label=LABELS["b3D"],
    title=TITLES["b3D"],
    asserted=ASSERTED,
    part=PART,
    tags=("family",),
)
