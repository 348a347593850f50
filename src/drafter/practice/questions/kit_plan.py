"""What the release plan tells under seal only."""

from __future__ import annotations

from drafter.core.kinds import Address, LongText, Text
from drafter.core.question import Is, Part, Question
from drafter.core.rows import Column, ListOf
from drafter.practice.questions.wording import AS_BRIEF

#: The question stands in the section's own module, which imports this one.
_SEALED = Is("kit.sealed", (True,))

CONTACTS = Question(
    id="plan.contacts",
    kind=ListOf(
        "contact",
        (
            Column("name", "Name", Text(), required=True),
            Column("role", "Role", Text(), required=True),
            Column("phone", "Telephone", Text()),
            Column("address", "Address", Address(), private="home_address"),
        ),
    ),
    ask="Whom can the probation officer call about the plan?",
    help="One row for each: the person in the home, the owner or landlord, the employer, the clinic. It prints in the "
    "sealed plan only.",
    why="An officer who can call can verify the plan in a day.",
    source="18 U.S.C. § 3603; Fed. R. Crim. P. 49.1(a)(5), (f)",
    blank="persons whom the probation officer can call",
    shown_when=_SEALED,
)
RESIDENTS = Question(
    id="plan.residents_record",
    kind=LongText(),
    ask="Does anyone in the home have a criminal record or serve a term of supervision?",
    help="Who, what and when, or that each adult was asked and has none. It prints in the sealed plan only."
    + AS_BRIEF,
    why="The probation officer will look, and must not be surprised.",
    source="AO 250 (release plan)",
    blank="records of the persons in the home",
    shown_when=_SEALED,
)

PART = Part("Release plan under seal", (CONTACTS, RESIDENTS))
