"""U.S.S.G. § 1B1.13(b)(4): victim of sexual or physical abuse in custody."""

from __future__ import annotations

from drafter.core.kinds import Choice, LongText, Text, YesNo
from drafter.core.question import ALWAYS, Part, Question
from drafter.practice.grounds.ground import Ground
from drafter.practice.grounds.labels import LABELS, TITLES
from drafter.practice.questions.wording import AS_BRIEF, AS_PHRASE

_SOURCE = "U.S.S.G. § 1B1.13(b)(4)"

ASSERTED = Question(
    id="b4.asserted",
    kind=YesNo(),
    ask="Does the motion assert that the movant was abused in custody by someone who had control over him "
    "or her?",
    help="Answer yes if, while serving this term, the movant was a victim of a sexual act or of physical "
    "abuse with serious bodily injury, by or at the direction of an officer, an employee or contractor, or "
    "another custodian.",
    why="It opens the ground of abuse in custody and the questions that prove it.",
    source=_SOURCE,
    blank="whether abuse in custody is asserted",
)
_SHOWN = ASSERTED.is_(True)

ABUSE = Question(
    id="b4.abuse",
    kind=Choice(
        (
            ("sexual", "sexual abuse involving a sexual act"),
            ("physical", "physical abuse resulting in serious bodily injury"),
        ),
    ),
    ask="Was it sexual abuse or physical abuse?",
    help="If it was both, choose the one with the stronger proof and tell the other in the account. Let "
    "the movant decide how much is told, and do not ask twice for what a record already says.",
    why="The two are defined in different words and need different proof.",
    source="U.S.S.G. § 1B1.13(b)(4); 18 U.S.C. § 2246(2)",
    blank="kind of abuse",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)
PERIOD = Question(
    id="b4.period",
    kind=Text(),
    ask="When did the abuse happen?",
    help="A date or a span, with its preposition, so that it reads after “abused”: between March and June "
    "2022." + AS_PHRASE,
    why="It must fall within custody under the term that the motion asks to reduce.",
    source=_SOURCE,
    blank="dates of the abuse",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)
PLACE = Question(
    id="b4.place",
    kind=Text(),
    ask="At which facility did the abuse happen?",
    help="The name of the facility, so that it reads after “at”: FCI Dublin.",
    why="It shows that the movant was in custody, and who was responsible.",
    source=_SOURCE,
    blank="facility where the abuse happened",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)
ACTOR = Question(
    id="b4.actor",
    kind=Choice(
        (
            ("officer", "a correctional officer"),
            ("employee", "an employee or contractor of the Bureau of Prisons"),
            ("custodian", "another individual who had custody or control over the movant"),
        ),
    ),
    ask="Who committed or directed the abuse?",
    help="Choose by the person’s position at the time. The name, if it is told at all, belongs in the "
    "account.",
    why="The ground covers only persons with custody or control, and those who act at their direction.",
    source=_SOURCE,
    blank="position of the person who committed the abuse",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)
ACCOUNT = Question(
    id="b4.account",
    kind=LongText(),
    ask="What happened?",
    help="Only what the court needs to find the abuse, from the movant’s declaration and the records, with "
    "dates. Keep details that need not be public for the sealed declaration." + AS_BRIEF,
    why="It is the factual basis of the ground.",
    source=_SOURCE,
    blank="account of the abuse",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)
INJURY = Question(
    id="b4.injury",
    kind=LongText(),
    ask="What injury did the abuse cause?",
    help="Injuries and treatment, of body and mind, from the medical and psychological records. For "
    "physical abuse, show that the bodily injury was serious." + AS_BRIEF,
    why="Physical abuse counts only where serious bodily injury resulted.",
    source="U.S.S.G. §§ 1B1.1, 1B1.13(b)(4)",
    blank="injury from the abuse",
    shown_when=_SHOWN,
)
REPORTED = Question(
    id="b4.reported",
    kind=LongText(),
    ask="To whom was the abuse reported, and what followed?",
    help="Each report (staff, PREA, Inspector General, police, counsel) with its date and its outcome. If "
    "it was never reported, say so and say why." + AS_BRIEF,
    why="The government will ask, and the reports lead to the finding that the ground requires.",
    source=_SOURCE,
    blank="reports of the abuse",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)
ESTABLISHED = Question(
    id="b4.established",
    kind=Choice(
        (
            ("conviction", "a conviction in a criminal case"),
            ("civil", "a finding or admission of liability in a civil case"),
            ("administrative", "a finding in an administrative proceeding"),
            ("delayed", "no finding yet: the proceedings are unduly delayed"),
            ("danger", "no finding yet: the movant is in imminent danger"),
        ),
    ),
    ask="How is the misconduct established?",
    help="Choose the strongest that you can prove. The last two are the only ways without a finding.",
    why="The ground requires a conviction, a finding or an admission, unless delay or danger excuses it.",
    source=_SOURCE,
    blank="how the misconduct is established",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)
ESTABLISHED_DETAIL = Question(
    id="b4.established_detail",
    kind=LongText(),
    ask="What is the conviction, finding or admission, or why is there none yet?",
    help="Court or agency, case number, date and what was found. Where there is none, the proceedings, how "
    "long they have lasted, or the danger and its proof." + AS_BRIEF,
    why="Without this the ground fails, however bad the abuse.",
    source=_SOURCE,
    blank="conviction, finding or admission",
    shown_when=_SHOWN,
    needed_when=ALWAYS,
)
SEAL = Question(
    id="b4.seal",
    kind=YesNo(),
    ask="Should the account of the abuse be filed under seal?",
    help="Ask the movant. If yes, prepare the motion to seal, and write the account above so that the "
    "public version can stand.",
    why="It tells which papers the kit needs.",
    source="Fed. R. Crim. P. 49.1(d)",
    blank="whether to ask for sealing",
    shown_when=_SHOWN,
)

PART = Part(
    TITLES["b4"],
    (
        ASSERTED,
        ABUSE,
        PERIOD,
        PLACE,
        ACTOR,
        ACCOUNT,
        INJURY,
        REPORTED,
        ESTABLISHED,
        ESTABLISHED_DETAIL,
        SEAL,
    ),
    "The abuse, who committed it, and the finding that establishes it.",
)
GROUND = Ground(
    id="b4",
    label=LABELS["b4"],
    title=TITLES["b4"],
    asserted=ASSERTED,
    part=PART,
    tags=("abuse",),
)
