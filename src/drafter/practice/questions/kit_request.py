"""Who writes the request to the warden, asked only while the interview does not say who sent it."""

from __future__ import annotations

from drafter.core.kinds import Choice, Person, Text
from drafter.core.question import AnyOf, Not, Part, Question
from drafter.practice.questions.warden import SENT_BY
from drafter.practice.questions.wording import AS_PHRASE

_SOURCE = "28 C.F.R. § 571.61(a), (b)"

VOICE = Question(
    id="request.voice",
    kind=Choice((("counsel", "counsel"), ("movant", "the movant"), ("family", "a family member"))),
    ask="Who will sign the request to the warden?",
    help="Leave it open and the request speaks for counsel, or for the movant where no lawyer acts. The Bureau "
    "processes a request by another person in the same manner.",
    why="The request is written in the voice of the person who signs it.",
    source=_SOURCE,
    blank="who will sign the request",
    shown_when=Not(SENT_BY.answered),
)
_BY_ANOTHER = AnyOf((SENT_BY.is_("family", "other"), VOICE.is_("family")))

WRITER = Question(
    id="request.writer",
    kind=Person(),
    ask="What is the name of the person who signs the request for the movant?",
    help="Given and family name: Maria Roe. The same person declares when and how the request was sent.",
    why="The warden must know who asks, and the court who can prove it.",
    source="28 C.F.R. § 571.61(b)",
    blank="name of the person who signs the request",
    shown_when=_BY_ANOTHER,
)
WRITER_RELATION = Question(
    id="request.writer_relation",
    kind=Text(),
    ask="What is that person to the movant?",
    help="So that it reads before “of” and the movant’s name: the sister; a friend." + AS_PHRASE,
    why="It shows on whose behalf and with what knowledge the person writes.",
    source="28 C.F.R. § 571.61(b)",
    blank="what that person is to the movant",
    shown_when=_BY_ANOTHER,
)

PART = Part(
    "Request to the warden",
    (VOICE, WRITER, WRITER_RELATION),
    "The request pleads the grounds of the motion in the motion’s own words. It gives the warden the whole home "
    "address: black out the street before a copy goes to the court as an exhibit.",
)
