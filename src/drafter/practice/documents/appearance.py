"""The notice of appearance of counsel (Fed. R. Crim. P. 49(b)(4) for what the signature block must hold)."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.practice.documents.caption import STATUS, is_pro_se
from drafter.practice.documents.closing import Service, service
from drafter.practice.documents.document import PlainDocument
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.head import CourtPaper, head


@dataclass(frozen=True, slots=True, kw_only=True)
class Appearance(CourtPaper):
    """What the notice prints besides the parts of every paper; a missing attorney or status is a bracket."""

    attorney: str
    status: str
    service: Service


def _applies(facts: Facts) -> bool:
    """Counsel who has not appeared in the case yet; a movant who files alone has no counsel to enter."""
    return not is_pro_se(facts) and facts.known("counsel.status") and not facts.known("counsel.appearance_on")


def _make(facts: Facts) -> Appearance:
    alone = is_pro_se(facts)
    return Appearance(
        **head(facts),
        attorney=facts.bare("counsel.name") or facts.blank("counsel.name"),
        status=facts.blank("counsel.status") if alone else facts.choice_words("counsel.status", STATUS),
        service=service(facts),
    )


APPEARANCE = PlainDocument("appearance", _applies, _make)
