"""The form of the papers, where the person who files decides otherwise than the house style or the local rule."""

from __future__ import annotations

from drafter.core.kinds import Choice, LongText, Number, YesNo
from drafter.core.question import Not, Part, Question
from drafter.practice.questions import counsel
from drafter.practice.questions.wording import AS_LINES

_FONTS = ("Times New Roman", "Century Schoolbook", "Book Antiqua", "Garamond", "Georgia")
_SOURCE = "Local rules; Fed. R. Crim. P. 47, 49"

FONT = Question(
    id="form.font",
    kind=Choice(tuple((font, font) for font in _FONTS)),
    ask="In which font should the papers be set?",
    help="Leave it open for the house style. Choose another where the judge or your office asks for it.",
    why="Some courts name fonts, and a paper that looks like the court’s own reads easily.",
    source=_SOURCE,
    blank="font",
    firm=True,
)
SIZE = Question(
    id="form.size",
    kind=Number("points", least=10, most=16),
    ask="In which type size, in points?",
    help="Leave it open: the program takes the size of the local rule where one was found, else 12.",
    why="A paper in a smaller type than the rule allows can be struck.",
    source=_SOURCE,
    blank="type size",
)
LINE_NUMBERS = Question(
    id="form.line_numbers",
    kind=YesNo(),
    ask="Should the lines be numbered in the margin?",
    help="Some courts in California ask for it. Leave it open for what the local rule says.",
    why="A court that cites by line wants the numbers on every page.",
    source=_SOURCE,
    blank="line numbers",
)
TABLES = Question(
    id="form.tables",
    kind=YesNo(),
    ask="Should the motion, or its memorandum, have a table of contents and a table of authorities?",
    help="Say yes where the court or the judge wants them, usually from a certain length on; left open, "
    "there are none. The pages are counted by LibreOffice where it is installed; Word counts them anew when "
    "it opens the paper and you agree to update its fields.",
    why="Some courts return a long motion without them.",
    source="Local rules; Practice",
    blank="whether the motion has tables",
)

LETTERHEAD = Question(
    id="form.letterhead",
    kind=LongText(),
    ask="Which lines stand at the head of the firm’s letters?",
    help="One line each: the firm, its street, its town, its telephone. They stand in the middle of the first page of the "
    "requests to the warden and to the Bureau. Leave it open for the lawyer’s name and office in the order of the "
    "questions on counsel." + AS_LINES,
    why="A letter from an office is known by its head.",
    source="Practice",
    blank="letterhead",
    shown_when=Not(counsel.STATUS.is_("pro_se")),
    firm=True,
)

PART = Part(
    "Form of the papers",
    (FONT, SIZE, LINE_NUMBERS, TABLES, LETTERHEAD),
    "Leave these open for the house style and the local rule.",
)
