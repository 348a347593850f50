"""Who signs: counsel, or the movant alone."""

from __future__ import annotations

from drafter.core.kinds import Address, Choice, Date, LongText, Person, Text, YesNo
from drafter.core.question import ALWAYS, Not, Part, Question, Section
from drafter.core.rows import Column, ListOf
from drafter.practice.questions.wording import KEPT

STATUS = Question(
    id="counsel.status",
    kind=Choice(
        (
            ("retained", "retained counsel"),
            ("pro_bono", "counsel acting without fee"),
            ("cja", "counsel appointed under the Criminal Justice Act"),
            ("federal_defender", "the Federal Public Defender"),
            ("pro_se", "no lawyer: the movant files alone"),
        ),
    ),
    ask="Who represents the movant in this motion?",
    help="Choose how counsel comes to the case. The answer stands in the caption and in the first "
    "sentence, so that nobody takes a counseled motion for one filed alone.",
    why="It sets the signature, the certificates and which companion papers are needed.",
    source="Fed. R. Crim. P. 49(b)(4)",
    blank="who represents the movant",
    needed_when=ALWAYS,
)
_ALONE = STATUS.is_("pro_se")
_COUNSELED = Not(_ALONE)  # also while it is not known who represents the movant: a lawyer's blanks must show

NAME = Question(
    id="counsel.name",
    kind=Person(),
    ask="What is the name of the lawyer who will sign?",
    help="As it is registered with the court, without a title: Ann B. Lee.",
    why="An unsigned motion is struck unless the omission is promptly corrected.",
    source="Fed. R. Crim. P. 49(b)(4)",
    blank="name of counsel",
    shown_when=_COUNSELED,
    firm=True,
    needed_when=ALWAYS,
)
FIRM = Question(
    id="counsel.firm",
    kind=Text(),
    ask="What is the name of the firm, office or clinic?",
    help="As it should stand under the lawyer’s name.",
    why="It completes the signature block.",
    source="Local rules on signatures",
    blank="firm or office",
    shown_when=_COUNSELED,
    firm=True,
)
BAR_NUMBER = Question(
    id="counsel.bar_number",
    kind=Text(),
    ask="What is the lawyer’s bar number?",
    help="State and number as this court wants them: N.C. Bar No. 12345.",
    why="Local rules ask for it in the signature block.",
    source="Local rules on signatures",
    blank="bar number",
    shown_when=_COUNSELED,
    firm=True,
    needed_when=ALWAYS,
)
ADDRESS = Question(
    id="counsel.address",
    kind=Address(),
    ask="What is the lawyer’s office address?",
    help="Street, city, state and ZIP code in one line with commas.",
    why="The signer’s address must be stated in the paper.",
    source="Fed. R. Crim. P. 49(b)(4)",
    blank="address of counsel",
    shown_when=_COUNSELED,
    firm=True,
    needed_when=ALWAYS,
)
PHONE = Question(
    id="counsel.phone",
    kind=Text(),
    ask="What is the lawyer’s telephone number?",
    help="A direct line where there is one: (704) 555-0100.",
    why="The signer’s telephone number must be stated in the paper.",
    source="Fed. R. Crim. P. 49(b)(4)",
    blank="telephone number of counsel",
    shown_when=_COUNSELED,
    firm=True,
    needed_when=ALWAYS,
)
EMAIL = Question(
    id="counsel.email",
    kind=Text(),
    ask="What is the lawyer’s e-mail address?",
    help="The address that is registered for electronic filing.",
    why="The signer’s e-mail address must be stated in the paper.",
    source="Fed. R. Crim. P. 49(b)(4)",
    blank="e-mail address of counsel",
    shown_when=_COUNSELED,
    firm=True,
    needed_when=ALWAYS,
)
CO_COUNSEL = Question(
    id="counsel.co_counsel",
    kind=ListOf(
        "lawyer",
        (
            Column("name", "Name", Person(), required=True),
            Column("bar_number", "Bar number", Text()),
            Column("firm", "Firm or office", Text()),
        ),
    ),
    ask="Which other lawyers appear on the motion?",
    help="One row for each, in the order in which they should sign. Local counsel for a lawyer admitted "
    "for this case only belongs here.",
    why="Everyone who appears must be named.",
    source="Fed. R. Crim. P. 49(b)(4); local rules on admission",
    blank="co-counsel",
    shown_when=_COUNSELED,
    firm=True,
)
APPEARANCE_ON = Question(
    id="counsel.appearance_on",
    kind=Date(),
    ask="On what date did counsel enter an appearance?",
    help="The date of the docket entry; leave it open if the notice of appearance will be filed with the "
    "motion.",
    why="A recorded appearance keeps the court from treating the movant as unrepresented.",
    source="Local rules on appearance",
    blank="date of appearance",
    shown_when=_COUNSELED,
)
REPLACES_PRO_SE = Question(
    id="counsel.replaces_pro_se",
    kind=YesNo(),
    ask="Does this motion replace a motion that the movant filed alone?",
    help="Answer yes if such a motion is still pending; the first paragraph then says that this one stands "
    "in its place.",
    why="Two pending motions invite a ruling on the wrong one.",
    source="Practice",
    blank="whether it replaces an earlier paper",
    shown_when=_COUNSELED,
)
HISTORY = Question(
    id="counsel.history",
    kind=LongText(),
    ask="Which lawyers has the movant had in this case, and how did that end?",
    help="Trial, appeal, § 2255 and earlier motions; conflicts and complaints." + KEPT,
    why="It shows conflicts, and where the old files are.",
    source="Practice",
    blank="earlier counsel",
    shown_when=_COUNSELED,
    confidential=True,
)
MOVANT_PHONE = Question(
    id="counsel.movant_phone",
    kind=Text(),
    ask="At which telephone number can the court reach the movant?",
    help="Leave it open if there is none; the signature block then gives the facility’s address alone.",
    why="The rule asks an unrepresented signer for a telephone number.",
    source="Fed. R. Crim. P. 49(b)(4)",
    blank="telephone number of the movant",
    shown_when=_ALONE,
)
MOVANT_EMAIL = Question(
    id="counsel.movant_email",
    kind=Text(),
    ask="At which e-mail address can the court reach the movant?",
    help="Leave it open if there is none that receives mail from outside.",
    why="The rule asks an unrepresented signer for an e-mail address.",
    source="Fed. R. Crim. P. 49(b)(4)",
    blank="e-mail address of the movant",
    shown_when=_ALONE,
)

SECTION = Section(
    "counsel",
    "Representation",
    "Who signs the motion, and how the court reaches that person.",
    (
        Part(
            "Counsel",
            (
                STATUS,
                NAME,
                FIRM,
                BAR_NUMBER,
                ADDRESS,
                PHONE,
                EMAIL,
                CO_COUNSEL,
                APPEARANCE_ON,
                REPLACES_PRO_SE,
                HISTORY,
                MOVANT_PHONE,
                MOVANT_EMAIL,
            ),
        ),
    ),
)
