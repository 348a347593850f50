"""What helps to get an answer: the question in the client's words, who knows it, and where it stands."""

from __future__ import annotations

from typing import Final, NamedTuple


class Guide(NamedTuple):
    """``plain`` is the question as it is read to a client, ``knows`` who can answer it.

    ``found_in`` names the paper and the place in it, or says why no paper holds it.  ``expects`` is what the
    government may say about the answer, empty where nothing particular is to be expected: a prompt from
    practice, not a statement of law.
    """

    plain: str
    knows: str
    found_in: str
    expects: str = ""


#: Who knows.
CLIENT: Final = "The client"
COUNSEL: Final = "Counsel"
CLIENT_AND_FAMILY: Final = "The client and the family"
FAMILY: Final = "The family, and whoever gives the care now"
CASE_MANAGER: Final = "The client’s case manager or counselor"
FORMER_COUNSEL: Final = "Former counsel, or the client"
PROBATION: Final = "The probation office, or former counsel"
CLERK: Final = "The clerk’s office"
MEDICAL: Final = "The client, health services at the facility, and the treating physician"
PHYSICIAN: Final = "The physician who wrote the letter or the record"
GOVERNMENT: Final = "The Assistant United States Attorney"

#: Where it stands.
JUDGMENT: Final = "Judgment in a criminal case"
PSR: Final = "Presentence report (under seal)"
REASONS: Final = "Statement of reasons (under seal), or the sentencing transcript"
DOCKET: Final = "Docket sheet"
SHEET: Final = "The Bureau’s sentence computation sheet"
CREDITS: Final = "The Bureau’s time credit assessment sheet"
RECORDS: Final = "Bureau medical record"
LETTER: Final = "The physician’s letter, or the entry in the medical record"
REQUEST: Final = "The client’s copy of the request to the warden"
DISCIPLINE: Final = "The Bureau’s discipline log (inmate discipline data)"
CHOICE: Final = "In no paper: it is for counsel to decide."
LOCAL: Final = "In no paper of the case: read the local rules and the judge’s own rules."
TOLD: Final = "In no paper yet: it must be asked for, and the answer written down."

#: What a client hears where the question is for the lawyer alone.
FOR_THE_LAWYER: Final = "This one is for your lawyer, if you have one. You do not have to answer it."
