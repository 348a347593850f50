"""U.S.S.G. § 1B1.13(b)(6): changes in the law, and doubts about the conviction.

What such facts may be used for depends on the law of the filing date, which is dated data and not written
here; the questions gather the facts for every use that the law may still allow.
"""

from __future__ import annotations

from drafter.core.kinds import Choice, LongText, Number, Text, YesNo
from drafter.core.question import ALWAYS, Answered, AnyOf, Is, Part, Question
from drafter.practice.grounds.ground import Ground
from drafter.practice.grounds.labels import LABELS, TITLES
from drafter.practice.questions.wording import AS_BRIEF, AS_PHRASE, KEPT

_SOURCE = "U.S.S.G. § 1B1.13(b)(6), (c)"

ANY = Question(
    id="change.any",
    kind=YesNo(),
    ask="Would the sentence probably be lower if it were imposed today, because the law has changed?",
    help="Answer yes if a statute, a guideline or a decision has changed since sentencing in the movant’s "
    "favor. The program shows what the law of the filing date allows such a change to be used for.",
    why="It decides whether the motion speaks of the change at all, and in which section.",
    source=_SOURCE,
    blank="whether the law has changed",
)
_SHOWN = ANY.is_(True)

WHAT = Question(
    id="change.what",
    kind=LongText(),
    ask="What has changed in the law since sentencing?",
    help="The statute, guideline or decision, its date, and how it bears on this sentence. Cite only what "
    "you have read." + AS_BRIEF,
    why="The court must see exactly which rule differs and how.",
    source=_SOURCE,
    blank="change in the law",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)
KIND = Question(
    id="change.kind",
    kind=Choice(
        (
            ("statute", "a statute"),
            ("guideline", "an amendment to the Guidelines Manual"),
            ("decision", "a decision of a court"),
        ),
    ),
    ask="Is the change one of a statute, of the Guidelines Manual, or of what the courts hold?",
    help="Choose by what the lower sentence would rest on. A mandatory minimum is set by statute, a range by the Manual.",
    why="The policy statement excepts an amendment to the Manual that has not been made retroactive.",
    source="U.S.S.G. §§ 1B1.10(d), 1B1.13(b)(6), (c)",
    blank="kind of change in the law",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)
SENTENCE_NOW = Question(
    id="change.sentence_now",
    kind=Text(),
    ask="What sentence would probably be imposed today?",
    help="A term or a span, so that it reads after “a sentence of”: 120 to 135 months. Leave it open if "
    "you cannot show how you reach it." + AS_PHRASE,
    why="It gives the court the size of the difference.",
    source=_SOURCE,
    blank="sentence today",
    shown_when=_SHOWN,
)
MONTHS_NOW = Question(
    id="change.months_now",
    kind=Number("months", most=12_000),
    ask="In months, what term should the comparison count for today?",
    help="The one figure from which a release date is counted beside the present one: 120. It may be longer than the "
    "term being served, because the law has also become harsher. Leave it open where a span is all you can show.",
    why="It shows on which day the movant would be released under each term, counted in the same way.",
    source=_SOURCE,
    blank="term today in months",
    shown_when=_SHOWN,
)
RANGE_THEN = Question(
    id="change.range_then",
    kind=Text(),
    ask="What was the guideline range at sentencing?",
    help="From the statement of reasons or the transcript: 262 to 327 months." + AS_PHRASE,
    why="It is the first cell of the comparison table.",
    source=_SOURCE,
    blank="guideline range at sentencing",
    shown_when=_SHOWN,
)
RANGE_NOW = Question(
    id="change.range_now",
    kind=Text(),
    ask="What would the guideline range be today?",
    help="Your own computation under the Manual in force on the filing date: 188 to 235 months." + AS_PHRASE,
    why="It is the second cell of the comparison table.",
    source=_SOURCE,
    blank="guideline range today",
    shown_when=_SHOWN,
)
MINIMUM_THEN = Question(
    id="change.minimum_then",
    kind=Text(),
    ask="What was the mandatory minimum at sentencing?",
    help="From the judgment or the presentence report: 20 years; or: none." + AS_PHRASE,
    why="It is the third cell of the comparison table.",
    source=_SOURCE,
    blank="mandatory minimum at sentencing",
    shown_when=_SHOWN,
)
MINIMUM_NOW = Question(
    id="change.minimum_now",
    kind=Text(),
    ask="What would the mandatory minimum be today?",
    help="Under the statute in force on the filing date: 10 years; or: none." + AS_PHRASE,
    why="It is the fourth cell of the comparison table.",
    source=_SOURCE,
    blank="mandatory minimum today",
    shown_when=_SHOWN,
)
RETROACTIVE = Question(
    id="change.retroactive",
    kind=Choice((("no", "no"), ("yes", "yes"), ("unclear", "unclear"))),
    ask="Was the change made retroactive?",
    help="For a statute, read its section on application; for a guideline, see whether § 1B1.10(d) lists "
    "the amendment. Answer unclear until you have read it.",
    why="A retroactive change has its own motion; a change that is not retroactive is limited in what it "
    "can do here.",
    source="18 U.S.C. § 3582(c)(1)(B), (c)(2); U.S.S.G. §§ 1B1.10(d), 1B1.13(c)",
    blank="whether the change is retroactive",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)
EXTENT = Question(
    id="change.extent",
    kind=YesNo(),
    ask="Should the motion ask the court to weigh the change only on the extent of a reduction and under § "
    "3553(a)?",
    help="Yes prints a separate, conditional section which says that the change is not offered as a "
    "reason. No leaves the change out of the argument.",
    why="It keeps the change apart from the extraordinary and compelling reasons.",
    source="U.S.S.G. § 1B1.13(c); 18 U.S.C. § 3553(a)",
    blank="whether to argue the change on the extent",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)
DOUBTS = Question(
    id="change.doubts",
    kind=YesNo(),
    ask="Does the movant doubt the conviction itself?",
    help="Innocence, an unfair trial, ineffective counsel, an error at sentencing. Such claims have their "
    "own motion and their own time limit; answer honestly so that they are not lost.",
    why="It sends the claim to the place where a court can hear it.",
    source="28 U.S.C. § 2255",
    blank="whether the conviction is doubted",
)
DOUBTS_NOTE = Question(
    id="change.doubts_note",
    kind=LongText(),
    ask="What are the doubts about the conviction, for the file?",
    help="A short note for whoever reviews the case under 28 U.S.C. § 2255." + KEPT,
    why="It keeps the point for the review without letting it into this motion.",
    source="28 U.S.C. § 2255",
    blank="doubts about the conviction",
    shown_when=DOUBTS.is_(True),
    confidential=True,
)

AMONG_REASONS = Question(
    id="change.among_reasons",
    kind=Choice(
        (
            ("no", "no"),
            ("change", "yes: on a change in sentencing law"),
            ("conviction", "yes: on doubt about the conviction or the sentence"),
            ("both", "yes: on both"),
        ),
    ),
    ask="Does the other circumstance, or the way the reasons weigh together, rest on a change in sentencing law or "
    "on doubt about the conviction?",
    help="Read again what is written there. What the law of the filing date does not let be a reason cannot come in "
    "under “other reasons” either; the program then leaves it out and names the ways that stay open.",
    why="It keeps a foreclosed argument out of the reasons by whatever name it comes.",
    source="U.S.S.G. § 1B1.13(b)(5), (c)",
    blank="whether a change in law or doubt is among the reasons",
    shown_when=AnyOf((Is("b5.asserted", (True,)), Answered("reasons.combination"))),
    needed_when=ALWAYS,
)

PART = Part(
    "Changes in the law, and doubts about the conviction",
    (
        ANY,
        WHAT,
        KIND,
        SENTENCE_NOW,
        MONTHS_NOW,
        RANGE_THEN,
        RANGE_NOW,
        MINIMUM_THEN,
        MINIMUM_NOW,
        RETROACTIVE,
        EXTENT,
        DOUBTS,
        DOUBTS_NOTE,
        AMONG_REASONS,
    ),
    "The law of the filing date decides what a change in the law may be used for; the program shows it "
    "beside these questions. The answers are kept whatever that law says.",
)
GROUND = Ground(
    id="b6",
    label=LABELS["b6"],
    title=TITLES["b6"],
    asserted=ANY,
    part=PART,
    tags=("nonretroactive_change",),
)
