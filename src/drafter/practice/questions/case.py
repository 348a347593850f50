"""The court, the movant and the other side."""

from __future__ import annotations

from drafter.core.kinds import Address, Choice, Date, LongText, Person, Text, YesNo
from drafter.core.question import ALWAYS, Part, Question, Section
from drafter.practice.questions.wording import AS_BRIEF, KEPT

DISTRICT = Question(
    id="case.district",
    kind=Choice(options=(), table="districts"),
    ask="Which federal district court imposed the sentence?",
    help="Take it from the caption of the judgment. The motion goes to the court that imposed the "
    "sentence, not to the court near the prison.",
    why="It sets the caption, the circuit’s law and the local rules of the paper.",
    source="18 U.S.C. § 3582(c)(1)(A)",
    blank="district",
    needed_when=ALWAYS,
)
DIVISION = Question(
    id="case.division",
    kind=Text(),
    ask="In which division of the district is the case?",
    help="As the caption of the judgment prints it: Charlotte Division. Leave it open where the district "
    "has no divisions.",
    why="Many districts print the division in the caption and assign papers by it.",
    source="Caption of the judgment; local rules",
    blank="division",
)
NUMBER = Question(
    id="case.number",
    kind=Text(),
    ask="What is the criminal case number?",
    help="Copy it from the judgment with every letter and with the defendant’s own number: "
    "3:07-cr-00123-ABC-3. Do not use the number of a § 2255 case or an appeal.",
    why="A motion under another number may never reach the judge.",
    source="Caption of the judgment; AO 250 (caption)",
    blank="case number",
    needed_when=ALWAYS,
)
JUDGE = Question(
    id="case.judge",
    kind=Person(),
    ask="Which judge has the case now?",
    help="The name without a title: Frances A. Roe. Look at the last entries of the docket, because the "
    "case may have been reassigned since sentencing.",
    why="The motion and the letters are addressed to this judge, whose own rules may apply.",
    source="Docket; local rules on assignment",
    blank="name of the judge",
    needed_when=ALWAYS,
)
EMERGENCY = Question(
    id="case.emergency",
    kind=YesNo(),
    ask="Should the motion be marked as an emergency?",
    help="Answer yes only where days matter: an end-of-life prognosis, an operation, a caregiver in the "
    "hospital. Check how the court wants it marked.",
    why="It puts the word in the title and adds the reason for haste.",
    source="Local rules on emergency motions",
    blank="whether the motion is an emergency",
)
EMERGENCY_REASON = Question(
    id="case.emergency_reason",
    kind=LongText(),
    ask="Why can the motion not wait its turn?",
    help="The event, its date, and what would be lost by waiting, in two or three sentences." + AS_BRIEF,
    why="A court that finds the mark unexplained may disregard it.",
    source="Local rules on emergency motions",
    blank="reason for the emergency",
    shown_when=EMERGENCY.is_(True),
    needed_when=ALWAYS,
)
FILING_DATE = Question(
    id="case.filing_date",
    kind=Date(),
    ask="On what date will the motion be filed?",
    help="Leave it open to use the day on which the draft is made. Set it to see the law and the waiting "
    "period as of another day.",
    why="The law of this day decides what the motion may say, and the waiting period must have run by then.",
    source="18 U.S.C. § 3582(c)(1)(A)",
    blank="filing date",
)
RECORD_PREFIX = Question(
    id="case.record_prefix",
    kind=Text(),
    ask="How do this court’s papers cite the docket?",
    help="The words before the number: ECF No., Doc., Dkt., D.E. Leave it open to use the district’s own "
    "form, or ECF No. where none is known.",
    why="Record cites in the court’s own form let the judge find the page.",
    source="Local rules on record citations",
    blank="form of docket citations",
)

MOVANT_NAME = Question(
    id="movant.name",
    kind=Person(),
    ask="What is the movant’s name?",
    help="Exactly as in the caption of the judgment, with any suffix: John Q. Roe, Jr. A later change of "
    "name goes under other names.",
    why="It stands in the caption, the title, the order and every certificate.",
    source="Fed. R. Crim. P. 47(b); AO 250 (caption)",
    blank="name of the movant",
    needed_when=ALWAYS,
)
MOVANT_ALIASES = Question(
    id="movant.aliases",
    kind=Text(),
    ask="Which other names of the movant does the caption carry?",
    help="Only those that the judgment prints, divided by commas: Jack Roe, J.R. Roe. Nicknames from the "
    "investigation do not belong here.",
    why="The caption must match the judgment.",
    source="Caption of the judgment",
    blank="other names",
)
MOVANT_REGISTER_NUMBER = Question(
    id="movant.register_number",
    kind=Text(),
    ask="What is the movant’s register number?",
    help="Eight digits with a hyphen, 12345-067, from the judgment or the Bureau’s inmate locator.",
    why="The Bureau finds the person by it when the order comes.",
    source="AO 250 (name and register number)",
    blank="register number",
    needed_when=ALWAYS,
)
MOVANT_PRONOUNS = Question(
    id="movant.pronouns",
    kind=Choice((("he", "he, him, his"), ("she", "she, her, hers"), ("they", "they, them, theirs"))),
    ask="Which pronouns should the papers use for the movant?",
    help="Ask the movant. The drafts set every sentence in this form.",
    why="Nearly every sentence of the motion uses them.",
    source="Practice",
    blank="pronouns",
    needed_when=ALWAYS,
)
MOVANT_BIRTH_DATE = Question(
    id="movant.birth_date",
    kind=Date(),
    ask="What is the movant’s date of birth?",
    help="The whole date, from the presentence report or the Bureau’s sheet. Only the age on the filing "
    "day prints, because a public paper may show no more than the year.",
    why="Age is an element of some grounds and a factor in all.",
    source="U.S.S.G. § 1B1.13(b)(2); Fed. R. Crim. P. 49.1(a)(2)",
    blank="age of the movant",
    private="birth_date",
)
MOVANT_AGE_STATED = Question(
    id="movant.age_stated",
    kind=Text(),
    ask="What age does a source give, if the date of birth is not known?",
    help="Age and the day to which it belongs: 55 years old in September 2021. It prints only while the "
    "date of birth is unknown.",
    why="It lets the motion state an age without inventing a date.",
    source="Fed. R. Crim. P. 49.1(a)(2)",
    blank="age as stated in a source",
)
MOVANT_CITIZENSHIP = Question(
    id="movant.citizenship",
    kind=Text(),
    ask="Of which country is the movant a citizen?",
    help="From the presentence report; ask before you rely on it. A removal order has its own question "
    "under custody." + KEPT,
    why="It warns you where release could mean removal.",
    source="AO 250 (deportation or immigration detainer)",
    blank="citizenship",
    confidential=True,
)
MOVANT_FACILITY = Question(
    id="movant.facility",
    kind=Text(),
    ask="In which facility is the movant held now?",
    help="The Bureau’s short name: FCI Otisville. Check the inmate locator on the day on which you sign.",
    why="The request must have gone to the warden of the movant’s facility, and the order must reach it.",
    source="18 U.S.C. § 3582(c)(1)(A)",
    blank="facility",
    needed_when=ALWAYS,
)
MOVANT_FACILITY_ADDRESS = Question(
    id="movant.facility_address",
    kind=Address(),
    ask="What is the mailing address of the facility?",
    help="The address for letters to prisoners, from the facility’s page, in one line with commas.",
    why="It is the movant’s address for service, and the signature block needs it when the movant files "
    "alone.",
    source="Fed. R. Crim. P. 49(b)(4)",
    blank="address of the facility",
)
MOVANT_SECURITY = Question(
    id="movant.security",
    kind=Text(),
    ask="What is the movant’s security and custody level?",
    help="From the Bureau’s custody classification form, so that it reads before “security”: low; or in "
    "full: low security, out custody.",
    why="The Bureau’s own rating speaks to danger.",
    source="18 U.S.C. § 3142(g)(3)(A)",
    blank="security level",
)
MOVANT_UNIT = Question(
    id="movant.unit",
    kind=Text(),
    ask="In which unit is the movant housed?",
    help="Unit and, if known, the names of the case manager and counselor." + KEPT,
    why="It tells you whom to write to for records.",
    source="Practice",
    blank="housing unit",
    confidential=True,
)
MOVANT_LANGUAGE = Question(
    id="movant.language",
    kind=Text(),
    ask="In which language does the movant speak and read best?",
    help="Note also whether an interpreter is needed for the declaration." + KEPT,
    why="A declaration must be understood by the person who signs it.",
    source="28 U.S.C. § 1746",
    blank="language",
    confidential=True,
)

PROSECUTOR = Question(
    id="case.prosecutor",
    kind=Person(),
    ask="Which Assistant United States Attorney has the case?",
    help="The name on the last government paper or in the docket’s list of counsel; ask the office if the "
    "person has left.",
    why="Service, conferral and the certificate name this person.",
    source="Fed. R. Crim. P. 49(a)",
    blank="name of the Assistant United States Attorney",
)
PROSECUTOR_OFFICE = Question(
    id="case.prosecutor_office",
    kind=Text(),
    ask="Which United States Attorney’s Office is it?",
    help="As its letterhead has it: United States Attorney’s Office for the Western District of North "
    "Carolina.",
    why="The certificate of service names the office.",
    source="Fed. R. Crim. P. 49(a)",
    blank="United States Attorney’s Office",
)
PROSECUTOR_ADDRESS = Question(
    id="case.prosecutor_address",
    kind=Address(),
    ask="What is the address of that office?",
    help="The mailing address of the branch that has the case, in one line with commas.",
    why="A paper served by mail must go to the right place.",
    source="Fed. R. Crim. P. 49(a)",
    blank="address of the United States Attorney’s Office",
)
CODEFENDANTS = Question(
    id="case.codefendants",
    kind=LongText(),
    ask="Who were the co-defendants, and how do their cases stand?",
    help="Names as in the public docket, roles in a word, and how each case ended. Their sentences belong "
    "in the § 3553(a) section. Leave out anyone who cooperated under seal." + AS_BRIEF,
    why="It tells the court where the movant stood among the others.",
    source="18 U.S.C. § 3553(a)(6)",
    blank="co-defendants",
)
CONTACT_RULES = Question(
    id="case.contact_rules",
    kind=Text(),
    ask="Are there orders or conditions on whom the movant may contact?",
    help="No-contact orders, protective orders, separation from co-defendants, and where each is recorded."
    + KEPT,
    why="The release plan and the letters must not break them.",
    source="Judgment; protective orders",
    blank="limits on contact",
    confidential=True,
)

SECTION = Section(
    "case",
    "Case and court",
    "What the caption and the first paragraph need. Most of it is on the first page of the judgment.",
    (
        Part(
            "The court",
            (
                DISTRICT,
                DIVISION,
                NUMBER,
                JUDGE,
                EMERGENCY,
                EMERGENCY_REASON,
                FILING_DATE,
                RECORD_PREFIX,
            ),
        ),
        Part(
            "The movant",
            (
                MOVANT_NAME,
                MOVANT_ALIASES,
                MOVANT_REGISTER_NUMBER,
                MOVANT_PRONOUNS,
                MOVANT_BIRTH_DATE,
                MOVANT_AGE_STATED,
                MOVANT_CITIZENSHIP,
                MOVANT_FACILITY,
                MOVANT_FACILITY_ADDRESS,
                MOVANT_SECURITY,
                MOVANT_UNIT,
                MOVANT_LANGUAGE,
            ),
        ),
        Part(
            "The other side", (PROSECUTOR, PROSECUTOR_OFFICE, PROSECUTOR_ADDRESS, CODEFENDANTS, CONTACT_RULES)
        ),
    ),
)
