"""What only the worksheet for a petition for commutation asks."""

from __future__ import annotations

from drafter.core.kinds import Choice, LongText, YesNo
from drafter.core.question import ALWAYS, Part, Question
from drafter.practice.questions.wording import AS_BRIEF

_ELIGIBLE = "28 C.F.R. § 1.3"

WANTED = Question(
    id="clemency.wanted",
    kind=YesNo(),
    ask="Should a worksheet for a petition for commutation be made?",
    help="A petition goes to the President through the Office of the Pardon Attorney, on its own form, and is usually made "
    "when the courts can give nothing more. The worksheet gathers from this case what the form was found to ask.",
    why="Petition and motion must tell the same facts.",
    source=_ELIGIBLE,
    blank="whether a worksheet for a petition is made",
)
RELIEF = Question(
    id="clemency.relief",
    kind=Choice(
        (
            ("term", "a shorter term of imprisonment"),
            ("money", "remission of a fine or of restitution"),
            ("both", "both"),
        )
    ),
    ask="What should the petition ask for?",
    help="Restitution that is paid cannot be remitted. A pardon is another petition, after the sentence.",
    why="It is the first thing that the form asks.",
    source=_ELIGIBLE,
    blank="relief that the petition seeks",
    shown_when=WANTED.is_(True),
    needed_when=ALWAYS,
)
REASONS = Question(
    id="clemency.reasons",
    kind=LongText(),
    ask="Why should the President grant it?",
    help="What mercy sees and no statute asks: the whole life, the change, what a shorter sentence would make possible. Leave "
    "it open to write it on the worksheet by hand." + AS_BRIEF,
    why="A petition is read for other reasons than a motion.",
    source=_ELIGIBLE,
    blank="reasons for clemency",
    shown_when=WANTED.is_(True),
)
EXCEPTIONAL = Question(
    id="clemency.exceptional",
    kind=LongText(),
    ask="If a court could still give relief, which exceptional circumstances call for a petition now?",
    help="Why waiting for the court would come too late or to nothing. Leave it open where no other relief is left."
    + AS_BRIEF,
    why="The regulation closes the way to clemency while other relief is open, except for such circumstances.",
    source=_ELIGIBLE,
    blank="exceptional circumstances",
    shown_when=WANTED.is_(True),
)

PART = Part(
    "Commutation", (WANTED, RELIEF, REASONS, EXCEPTIONAL), "Only where a petition for clemency is planned."
)
