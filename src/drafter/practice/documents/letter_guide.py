"""One page for families and friends who write a letter of support: plain words, filled with the case."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.practice.documents.caption import is_pro_se
from drafter.practice.documents.document import PlainDocument
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.head import CourtPaper, head
from drafter.practice.documents.speaker import COUNSEL, MOVANT, letterhead, speaker


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterGuide(CourtPaper):
    """What the guide prints.

    ``judge`` is the family name for the salutation; ``back_to`` gathers the letters, with the lines of
    ``letterhead`` as address.
    """

    court: tuple[str, ...]
    judge: str
    back_to: str
    letterhead: tuple[str, ...]


def _always(_facts: Facts) -> bool:
    """Letters help in every case."""
    return True


def _make(facts: Facts) -> LetterGuide:
    parts, who = head(facts), MOVANT if is_pro_se(facts) else COUNSEL
    known = facts.value("case.judge")
    return LetterGuide(
        **parts,
        court=_court(facts),
        judge=facts.as_printed("case.judge", known.family) if known else facts.bare("case.judge"),
        back_to=speaker(facts, who).name,
        letterhead=letterhead(facts, who),
    )


def _court(facts: Facts) -> tuple[str, ...]:
    """The court as people address it, its division on a line of its own."""
    district = facts.value("case.district")
    if district is None:
        return ("United States District Court", facts.blank("case.district"))
    name = facts.as_printed("case.district", facts.law.district(district).name)
    return (name, facts.bare("case.division")) if facts.has("case.division") else (name,)


LETTER_GUIDE = PlainDocument("letter_guide", _always, _make, letter=True)
