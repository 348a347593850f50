"""What only the motion for appointment of counsel asks."""

from __future__ import annotations

from drafter.core.kinds import Choice, LongText
from drafter.core.question import ALWAYS, Part, Question
from drafter.practice.questions import relief
from drafter.practice.questions.wording import AS_BRIEF

_ASKED = relief.COUNSEL.is_(True)

REASONS = Question(
    id="appoint.reasons",
    kind=LongText(),
    ask="Why does the movant need counsel for this motion?",
    help="Only what is true here: records that cannot be had or read from prison, health, schooling, language, experts or "
    "witnesses, a standing order of this court." + AS_BRIEF,
    why="There is no right to counsel on this motion to rely on, so the reasons decide.",
    source="18 U.S.C. § 3006A; practice",
    blank="reasons for appointing counsel",
    shown_when=_ASKED,
    needed_when=ALWAYS,
)
MEANS = Question(
    id="appoint.means",
    kind=Choice(
        (
            ("with", "the financial affidavit is filed with the motion"),
            ("later", "the financial affidavit will be filed when the court asks for it"),
            ("found", "the court has found the movant eligible earlier in this case"),
        )
    ),
    ask="How will the court learn of the movant’s means?",
    help="The affidavit has a form of its own (CJA 23), which the movant signs. For an earlier finding, name its docket entry "
    "as proof.",
    why="Counsel is appointed for a person who is found unable to pay.",
    source="18 U.S.C. § 3006A; CJA 23 (financial affidavit)",
    blank="how the movant’s means are shown",
    shown_when=_ASKED,
    needed_when=ALWAYS,
)

PART = Part("Motion for appointment of counsel", (REASONS, MEANS))
