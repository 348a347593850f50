"""The extraordinary and compelling reasons: which are raised, and the questions of each ground."""

from __future__ import annotations

from drafter.core.kinds import Choice, LongText, Text
from drafter.core.question import Part, Question, Section
from drafter.core.rows import Column, ListOf
from drafter.practice.grounds import CHANGED_LAW, GROUNDS, ii
from drafter.practice.grounds.labels import GROUND_CHOICES
from drafter.practice.questions import family, medical
from drafter.practice.questions.wording import AS_BRIEF

LEAD = Question(
    id="reasons.lead",
    kind=Choice(GROUND_CHOICES),
    ask="Which reason should lead the motion?",
    help="The one with the strongest proof. Leave it open to keep the order of the policy statement.",
    why="The first reason sets how the others are read.",
    source="U.S.S.G. § 1B1.13(b)",
    blank="leading reason",
)
COMBINATION = Question(
    id="reasons.combination",
    kind=LongText(),
    ask="How do the reasons weigh together?",
    help="Say how one makes the other graver, without repeating the facts. Leave it open where the motion "
    "has one reason only." + AS_BRIEF,
    why="The policy statement lets the court find a combination of circumstances sufficient.",
    source="U.S.S.G. § 1B1.13(b)",
    blank="how the reasons weigh together",
)
NOT_ASSERTED = Question(
    id="reasons.not_asserted",
    kind=ListOf(
        "ground not raised",
        (
            Column("ground", "Ground", Text(), required=True),
            Column("explanation", "Explanation", Text()),
        ),
    ),
    ask="Which grounds does this motion expressly not raise?",
    help="One row for each ground that a reader might expect: COVID-19; the movant has been vaccinated and "
    "does not rely on it. They are stated at the top of the motion, and inside a sentence "
    "of a renewed one: begin them with a small letter.",
    why="It keeps the court from deciding a motion that nobody made.",
    source="Practice",
    blank="grounds not raised",
)

_BEFORE_RECORDS = tuple(ground.part for ground in GROUNDS if ground.id != ii.GROUND.id)

SECTION = Section(
    "reasons",
    "Extraordinary and compelling reasons",
    "Say yes to each ground that the papers can prove; its questions then appear. A ground that is half "
    "proved weakens the others.",
    (
        Part("Which reasons", (LEAD, COMBINATION, NOT_ASSERTED)),
        *_BEFORE_RECORDS,
        medical.PART,
        family.PART,
        ii.PART,
        CHANGED_LAW.part,
    ),
)
