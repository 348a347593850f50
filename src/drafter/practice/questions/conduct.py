"""Rehabilitation and conduct in prison."""

from __future__ import annotations

from drafter.core.kinds import Date, LongText, Number, Text, YesNo
from drafter.core.question import ALWAYS, Part, Question, Section
from drafter.core.rows import Column, ListOf
from drafter.practice.questions.wording import AS_BRIEF

_SOURCE = "28 U.S.C. § 994(t); U.S.S.G. § 1B1.13(d)"

PROGRAMS = Question(
    id="conduct.programs",
    kind=ListOf(
        "program",
        (
            Column("title", "Program", Text(), required=True),
            Column("hours", "Hours", Number("hours", most=20_000)),
            Column("completed", "Completed on", Date()),
            Column("exhibit", "Exhibit and page", Text()),
        ),
    ),
    ask="Which programs has the movant completed?",
    help="One row for each certificate or transcript line, with the Bureau’s own title. Leave out what was "
    "only begun, or say so in the title.",
    why="The table shows how the years were used, and each line can be checked.",
    source=_SOURCE,
    blank="programs completed",
)
EDUCATION = Question(
    id="conduct.education",
    kind=LongText(),
    ask="What education has the movant gained in prison?",
    help="GED, college courses, trades, languages, with dates and what it took to get there." + AS_BRIEF,
    why="Education shows change and prepares for work.",
    source=_SOURCE,
    blank="education in prison",
)
WORK = Question(
    id="conduct.work",
    kind=LongText(),
    ask="What work has the movant done in prison?",
    help="Each assignment with its years, pay grade and evaluations; name supervisors only with their "
    "consent." + AS_BRIEF,
    why="A steady work record answers doubts about life outside.",
    source=_SOURCE,
    blank="work in prison",
)
TREATMENT = Question(
    id="conduct.treatment",
    kind=LongText(),
    ask="What treatment has the movant completed in prison?",
    help="Drug, alcohol, anger, trauma or mental health treatment, with dates and results; sensitive "
    "details belong in a sealed exhibit." + AS_BRIEF,
    why="Treatment goes to the cause of the offense.",
    source=_SOURCE,
    blank="treatment in prison",
)
MENTORING = Question(
    id="conduct.mentoring",
    kind=LongText(),
    ask="How has the movant helped other prisoners or staff?",
    help="Tutoring, suicide watch, hospice, chapel, emergencies, with who can confirm it." + AS_BRIEF,
    why="Help that nobody ordered says most about character.",
    source=_SOURCE,
    blank="help given to others",
)
INCIDENTS_ANY = Question(
    id="conduct.incidents_any",
    kind=YesNo(),
    ask="Does the discipline record show any incident reports?",
    help="Get the Bureau’s discipline log for the whole term. Answer from the log and not from memory.",
    why="The government will file the log; the motion must speak first.",
    source="18 U.S.C. § 3142(g)(3)(A); practice",
    blank="whether there are incident reports",
    needed_when=ALWAYS,
)
_ANY = INCIDENTS_ANY.is_(True)

INCIDENTS = Question(
    id="conduct.incidents",
    kind=ListOf(
        "incident",
        (
            Column("date", "Date", Date()),
            Column("code", "Code", Text()),
            Column("finding", "Finding", Text(), required=True),
            Column("sanction", "Sanction", Text()),
            Column("gct_lost", "Good time lost (days)", Number("days", most=10_000)),
            Column("response", "The movant’s response", Text()),
        ),
    ),
    ask="Which incidents does the discipline record show?",
    help="One row for every report that was sustained: the prohibited act code, what was found, the "
    "sanction, days of good time lost, and the answer in a line. Leave none out.",
    why="Candor on discipline earns trust for the rest.",
    source="18 U.S.C. § 3142(g)(3)(A); practice",
    blank="incidents in the discipline record",
    shown_when=_ANY,
    needed_when=ALWAYS,
)
EXPLANATION = Question(
    id="conduct.explanation",
    kind=LongText(),
    ask="What should the court know about these incidents?",
    help="What led to them, what the movant has learned, how long ago they were. No excuses." + AS_BRIEF,
    why="It puts the incidents in their place before the government does.",
    source="Practice",
    blank="explanation of the incidents",
    shown_when=_ANY,
)
CLEAR_SINCE = Question(
    id="conduct.clear_since",
    kind=Date(),
    ask="Since what date has the record been clear?",
    help="The date of the last sustained incident, or the beginning of custody if there is none.",
    why="The length of clear conduct is computed from it.",
    source="Practice",
    blank="date since which the record is clear",
)
LETTERS = Question(
    id="conduct.letters",
    kind=ListOf(
        "letter",
        (
            Column("writer", "Writer", Text(), required=True),
            Column("role", "Role", Text()),
            Column("date", "Date", Date()),
            Column("exhibit", "Exhibit and page", Text()),
            Column("says", "What it says", Text()),
        ),
    ),
    ask="Who has written letters in support?",
    help="One row for each letter: writer, what the writer is to the movant (chaplain, sister, employer), "
    "and the fact that it proves, in a line.",
    why="The motion cites each letter for a fact, so that it is read.",
    source="Practice",
    blank="letters of support",
)
ACCEPTANCE = Question(
    id="conduct.acceptance",
    kind=LongText(),
    ask="How does the movant take responsibility for the offense?",
    help="What the movant says and does, from the declaration. Before it prints, counsel checks it against "
    "any pending appeal or § 2255 motion." + AS_BRIEF,
    why="It shows how the movant sees the offense now.",
    source="18 U.S.C. § 3553(a)(1)",
    blank="acceptance of responsibility",
)

SECTION = Section(
    "conduct",
    "Rehabilitation and conduct",
    "What the movant has done with the time. Rehabilitation alone is never enough, but it strengthens "
    "every other reason.",
    (
        Part("Rehabilitation", (PROGRAMS, EDUCATION, WORK, TREATMENT, MENTORING)),
        Part("Discipline", (INCIDENTS_ANY, INCIDENTS, EXPLANATION, CLEAR_SINCE)),
        Part("Voices", (LETTERS, ACCEPTANCE)),
    ),
)
