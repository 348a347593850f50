"""What only the motion to seal asks: what is sealed, why, for how long, and why nothing less would do."""

from __future__ import annotations

from drafter.core.kinds import Choice, LongText, Text
from drafter.core.question import Is, Not, Part, Question
from drafter.core.rows import Column, ListOf
from drafter.practice.questions.wording import AS_BRIEF, AS_PHRASE

_SEALED = Is("kit.sealed", (True,))
#: Asked until a person says that nothing is under seal: an exhibit alone can be.
_SHOWN = Not(Is("kit.sealed", (False,)))
_RULE = "Fed. R. Crim. P. 49.1(d), (f); local rules on sealing"

CATEGORIES = Question(
    id="seal.categories",
    kind=ListOf(
        "category",
        (
            Column(
                "category",
                "Category",
                Choice(
                    (
                        ("medical", "medical records and facts about health"),
                        ("home", "home addresses"),
                        ("minor", "names of minors"),
                        ("number", "social-security, taxpayer and account numbers"),
                        ("birth", "birth dates"),
                        ("probation", "presentence and probation records"),
                        ("victim", "facts about a victim"),
                        ("other", "other private facts"),
                    )
                ),
                required=True,
            ),
            Column("papers", "Papers and pages", Text(), required=True),
            Column("reason", "Why it must be sealed", Text(), required=True),
        ),
    ),
    ask="What is to be sealed, and why?",
    help="One row for each kind of fact: which exhibits or papers hold it, and what harm the public record would do. The "
    "public version prints the categories alone; papers and reasons print in the sealed version.",
    why="A court seals what it is shown a reason for, item by item.",
    source=_RULE,
    blank="what is to be sealed and why",
    shown_when=_SHOWN,
    needed_when=_SEALED,
)
UNTIL = Question(
    id="seal.until",
    kind=Text(),
    ask="Until when should it stay under seal?",
    help="So that it reads after “until”: further order of the Court; the end of the term of supervised release. It prints in "
    "the public version too." + AS_PHRASE,
    why="A seal without an end is harder to justify.",
    source=_RULE,
    blank="how long the papers stay under seal",
    shown_when=_SHOWN,
    needed_when=_SEALED,
)
ALTERNATIVES = Question(
    id="seal.alternatives",
    kind=LongText(),
    ask="Why would nothing less than sealing do?",
    help="Redaction, a summary, initials: say for each what it would lose or fail to protect. It prints in the sealed version "
    "only." + AS_BRIEF,
    why="The court asks whether something less restrictive protects as much.",
    source=_RULE,
    blank="why less restrictive means do not suffice",
    shown_when=_SHOWN,
    needed_when=_SEALED,
)

PART = Part(
    "Motion to seal",
    (CATEGORIES, UNTIL, ALTERNATIVES),
    "For the motion to seal, whose public version tells no more than the categories.",
)
