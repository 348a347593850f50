"""The exhibits: what proves the facts, and who may see it."""

from __future__ import annotations

from drafter.core.kinds import Choice, Date, Number, Text
from drafter.core.question import ALWAYS, Part, Question, Section
from drafter.core.rows import Column, ListOf

LIST = Question(
    id="exhibits.list",
    kind=ListOf(
        "exhibit",
        (
            Column("letter", "Letter", Text(), required=True),
            Column("title", "Title", Text(), required=True),
            Column(
                "status",
                "Status",
                Choice((("have", "in hand"), ("requested", "requested"), ("need", "still needed"))),
                required=True,
            ),
            Column(
                "access",
                "Access",
                Choice((("public", "public"), ("redact", "public with redactions"), ("seal", "under seal"))),
            ),
            Column("pages", "Pages", Number("pages", most=100_000)),
            # Not printed: it helps the file and tells the reader of the paper nothing.
            Column("custodian", "Where it comes from (not printed)", Text()),
            Column("dated", "Dated", Date()),
            Column("asked", "Asked for on (not printed)", Date()),
            Column("due", "Due on (not printed)", Date()),
        ),
    ),
    ask="Which exhibits will be filed with the motion?",
    help="One row for each, from the request to the warden onward: A; Request to the warden; in hand; "
    "public. Medical records, minors, victims and cooperation go under seal. List a paper also while you "
    "still wait for it.",
    why="Every fact in the motion points to one of them, and the court may rule on what is there on the "
    "day of filing.",
    source="Fed. R. Crim. P. 47(b), (d), 49.1",
    blank="list of exhibits",
    needed_when=ALWAYS,
)
LABELS = Question(
    id="exhibits.labels",
    kind=Choice(
        (
            ("listed", "as they are listed"),
            ("letters", "by letters in the order of the list"),
            ("numbers", "by numbers in the order of the list"),
        )
    ),
    ask="How should the papers name the exhibits?",
    help="Leave it open to print the letters that you typed. In the order of the list, the papers letter or number "
    "the exhibits anew whenever you move, add or take one off, and every cite follows.",
    why="Exhibits are filed in an unbroken row, and a cite must still find its page.",
    source="Local rules on exhibits",
    blank="how exhibits are named",
)

SECTION = Section(
    "exhibits",
    "Exhibits",
    "What proves the facts. A motion should be complete when it is filed.",
    (Part("The list", (LIST, LABELS)),),
)
