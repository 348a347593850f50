"""The factors of 18 U.S.C. § 3553(a), as they stood at sentencing and as they stand now."""

from __future__ import annotations

from drafter.core.kinds import LongText, Text
from drafter.core.question import ALWAYS, Part, Question, Section
from drafter.core.rows import Column, ListOf
from drafter.practice.questions.wording import AS_BRIEF

OFFENSE = Question(
    id="factors.offense",
    kind=LongText(),
    ask="How should the court see the nature and circumstances of the offense now?",
    help="Not the facts again: what they weigh against the time already served." + AS_BRIEF,
    why="It is the first half of the first factor.",
    source="18 U.S.C. § 3553(a)(1)",
    blank="nature and circumstances of the offense",
    needed_when=ALWAYS,
)
HISTORY = Question(
    id="factors.history",
    kind=LongText(),
    ask="What in the movant’s history and characteristics matters?",
    help="Childhood, family, work, service, illness, as the presentence report and the declaration have it."
    + AS_BRIEF,
    why="It is the second half of the first factor.",
    source="18 U.S.C. § 3553(a)(1)",
    blank="history and characteristics",
    needed_when=ALWAYS,
)
SERIOUSNESS = Question(
    id="factors.seriousness",
    kind=LongText(),
    ask="Why would the reduced sentence still reflect the seriousness of the offense and be just?",
    help="What has been served, under what conditions, and what remains after release." + AS_BRIEF,
    why="A strong reason can still fail on just punishment.",
    source="18 U.S.C. § 3553(a)(2)(A)",
    blank="seriousness and just punishment",
    needed_when=ALWAYS,
)
DETERRENCE = Question(
    id="factors.deterrence",
    kind=LongText(),
    ask="Why would the reduced sentence still deter?",
    help="What the time served has meant to the movant and what it says to others." + AS_BRIEF,
    why="The court must weigh the need for adequate deterrence.",
    source="18 U.S.C. § 3553(a)(2)(B)",
    blank="deterrence",
    needed_when=ALWAYS,
)
PROTECTION = Question(
    id="factors.protection",
    kind=LongText(),
    ask="Why does the public need no further protection?",
    help="One or two sentences that point back to the section on danger, with what is special here."
    + AS_BRIEF,
    why="It ties the factor to the finding on danger.",
    source="18 U.S.C. § 3553(a)(2)(C)",
    blank="protection of the public",
)
TREATMENT = Question(
    id="factors.treatment",
    kind=LongText(),
    ask="Where can the movant get training, medical care or treatment best?",
    help="What prison no longer offers and what the plan provides." + AS_BRIEF,
    why="The statute asks for the most effective manner.",
    source="18 U.S.C. § 3553(a)(2)(D)",
    blank="training, care and treatment",
)
KINDS = Question(
    id="factors.kinds",
    kind=LongText(),
    ask="Which other kinds of sentence could take the place of the rest?",
    help="Supervised release, home detention as a condition, community service, treatment." + AS_BRIEF,
    why="The court must consider the kinds of sentences available.",
    source="18 U.S.C. § 3553(a)(3)",
    blank="kinds of sentences available",
)
RANGE = Question(
    id="factors.range",
    kind=LongText(),
    ask="What does the guideline range say about the reduced sentence?",
    help="The range that was adopted and how the time served compares with it. A change in the law since "
    "then has its own questions." + AS_BRIEF,
    why="The court must consider the range established for the offense.",
    source="18 U.S.C. § 3553(a)(4)",
    blank="guideline range and the reduced sentence",
)
POLICY = Question(
    id="factors.policy",
    kind=LongText(),
    ask="Is any policy statement, besides the one on reductions, to be weighed?",
    help="Name it with its number and say what it asks. Leave it open if there is none." + AS_BRIEF,
    why="The court must consider pertinent policy statements.",
    source="18 U.S.C. § 3553(a)(5)",
    blank="pertinent policy statements",
)
DISPARITY = Question(
    id="factors.disparity",
    kind=LongText(),
    ask="Why would the reduced sentence create no unwarranted disparity?",
    help="Compare with defendants of similar record and conduct, with the source of each figure. Do not "
    "offer the comparison as a reason for the reduction." + AS_BRIEF,
    why="The court must weigh the need to avoid unwarranted disparities.",
    source="18 U.S.C. § 3553(a)(6)",
    blank="absence of unwarranted disparity",
    needed_when=ALWAYS,
)
CODEFENDANTS = Question(
    id="factors.codefendants",
    kind=ListOf(
        "co-defendant",
        (
            Column("name", "Name", Text(), required=True),
            Column("role", "Role", Text()),
            Column("sentence", "Sentence", Text(), required=True),
        ),
    ),
    ask="What sentences did the co-defendants receive?",
    help="One row for each from the public docket, with any later reduction. Leave out anyone whose "
    "sentence reflects sealed cooperation.",
    why="The table lets the court compare like with like.",
    source="18 U.S.C. § 3553(a)(6)",
    blank="sentences of co-defendants",
)
RESTITUTION = Question(
    id="factors.restitution",
    kind=LongText(),
    ask="How will the movant pay what is owed to victims?",
    help="What has been paid, what is owed, and from what income it will be paid. Leave it open if no "
    "restitution was ordered." + AS_BRIEF,
    why="The court must consider the need to provide restitution.",
    source="18 U.S.C. § 3553(a)(7)",
    blank="restitution",
)
SINCE_SENTENCING = Question(
    id="factors.since_sentencing",
    kind=LongText(),
    ask="What is different now from the day of sentencing?",
    help="The two or three facts that the sentencing judge did not and could not have before him or her."
    + AS_BRIEF,
    why="The court weighs the factors as they stand today.",
    source="18 U.S.C. §§ 3553(a), 3582(c)(1)(A)",
    blank="what is different since sentencing",
    needed_when=ALWAYS,
)
CONFINEMENT = Question(
    id="factors.confinement",
    kind=LongText(),
    ask="Were the conditions of confinement harsher than the court expected?",
    help="Lockdowns, transfers, lost programs, what they did to this person, with dates." + AS_BRIEF,
    why="Harsher time can count for more toward just punishment.",
    source="18 U.S.C. § 3553(a)(2)(A)",
    blank="conditions of confinement",
)
REMORSE = Question(
    id="factors.remorse",
    kind=LongText(),
    ask="How does the movant see the harm that was done?",
    help="In the movant’s own thoughts, reported from the declaration, with victims named only as the "
    "public record does." + AS_BRIEF,
    why="Remorse that names the harm is believed.",
    source="18 U.S.C. § 3553(a)(1)",
    blank="remorse",
)

SECTION = Section(
    "factors",
    "The § 3553(a) factors",
    "Every factor of the statute in its order; short answers are better than none.",
    (
        Part("The offense and the person", (OFFENSE, HISTORY, REMORSE, SINCE_SENTENCING)),
        Part("The purposes of the sentence", (SERIOUSNESS, DETERRENCE, PROTECTION, TREATMENT, CONFINEMENT)),
        Part("The other factors", (KINDS, RANGE, POLICY, DISPARITY, CODEFENDANTS, RESTITUTION)),
    ),
)
