"""What only a motion for reconsideration asks, once the court has ruled on this motion."""

from __future__ import annotations

from drafter.core.kinds import LongText, Text, YesNo
from drafter.core.question import ALWAYS, Part, Question
from drafter.core.rows import Column, ListOf
from drafter.practice.questions.signature import ORDER_RULING
from drafter.practice.questions.wording import AS_BRIEF

_SOURCE = "Fed. R. App. P. 4(b)(1)(A)(i); practice"

WANTED = Question(
    id="reconsideration.wanted",
    kind=YesNo(),
    ask="Should the court be asked to reconsider its order?",
    help="Answer yes where the order overlooked or mistook something that was before it, or where facts have changed since. A "
    "denial without prejudice for want of exhaustion is cured by a new request and a new motion instead. The time is short; "
    "whether asking restarts the time to appeal may differ by circuit, so never rely on it.",
    why="It makes the motion for reconsideration.",
    source=_SOURCE,
    blank="whether reconsideration is asked for",
    shown_when=ORDER_RULING.is_("denied", "in_part"),
)
_WANTED = WANTED.is_(True)

DECIDED = Question(
    id="reconsideration.decided",
    kind=LongText(),
    ask="What did the order decide, and why?",
    help="Its rulings in their order, fairly and with the page of each." + AS_BRIEF,
    why="A court reconsiders the order that it made and not the one that the motion describes.",
    source=_SOURCE,
    blank="what the order decided",
    shown_when=_WANTED,
    needed_when=ALWAYS,
)
ERRORS = Question(
    id="reconsideration.errors",
    kind=ListOf(
        "point",
        (
            Column("point", "Point", Text(), required=True),
            Column("order_says", "What the order says", Text()),
            Column("overlooked", "What it overlooks", Text(), required=True),
            Column("record", "Record", Text()),
        ),
    ),
    ask="What did the order overlook or mistake?",
    help="One row for each: the point, the order’s words with their page, what was before the court and says otherwise, and "
    "where it stands: Ex. E at 14. State it without reproach; an argument that was heard and refused is for the appeal.",
    why="Only what the court missed, and can find in its own record, moves it to look again.",
    source=_SOURCE,
    blank="points that the order overlooked",
    shown_when=_WANTED,
    needed_when=ALWAYS,
)
CHANGED = Question(
    id="reconsideration.changed",
    kind=LongText(),
    ask="Which facts have changed since the order?",
    help="Each with its date and its exhibit. Leave it open where nothing has changed." + AS_BRIEF,
    why="A new fact can ask for a new look where no error does.",
    source=_SOURCE,
    blank="facts changed since the order",
    shown_when=_WANTED,
)
LATE = Question(
    id="reconsideration.late",
    kind=LongText(),
    ask="If the time for it has passed, why should the court still hear the motion?",
    help="When the order reached the movant, what stood in the way and until when. Leave it open while the time runs; the "
    "deadlines show its last day." + AS_BRIEF,
    why="A late motion that does not say why is denied as late.",
    source=_SOURCE,
    blank="why the late motion should be heard",
    shown_when=_WANTED,
)

PART = Part(
    "Reconsideration",
    (WANTED, DECIDED, ERRORS, CHANGED, LATE),
    "Only after an order that denied the motion, whole or in part.",
)
