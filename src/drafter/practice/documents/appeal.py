"""The notice of appeal (Fed. R. App. P. 3(c)(1), 4(b)), with the declaration of a movant who files by prison mail.

The notice names who appeals, from which order and to which court, and nothing else: a word more could narrow it.
"""

from __future__ import annotations

from dataclasses import dataclass

from drafter.core.marks import blank, printed
from drafter.practice.documents.caption import is_pro_se
from drafter.practice.documents.closing import Service
from drafter.practice.documents.document import PlainDocument
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.head import BY_HAND, CourtPaper, later_head, later_service

#: The rulings from which a movant may have something to appeal.
AGAINST = frozenset({"denied", "in_part"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Appeal(CourtPaper):
    """What the notice prints; of ``denied``, ``in_part`` and ``other`` one is true.

    ``by_mail`` is true for a movant without counsel, whose notice is timely by its deposit in the institution's
    mail system (Fed. R. App. P. 4(c)(1)); ``deposited`` is a line for that day.
    """

    court: str
    denied: bool
    in_part: bool
    other: bool
    dated: str
    entered: str
    docket: str
    by_mail: bool
    deposited: str
    service: Service


def _applies(facts: Facts) -> bool:
    return facts.choice("order.ruling") in AGAINST


def _make(facts: Facts) -> Appeal:
    ruling = facts.choice("order.ruling")
    return Appeal(
        **later_head(facts),
        court=_court(facts),
        denied=ruling == "denied",
        in_part=ruling == "in_part",
        other=ruling not in AGAINST,
        dated=facts.or_blank("order.dated"),
        entered=facts.or_blank("order.entered_on"),
        docket=order_docket(facts),
        by_mail=is_pro_se(facts),
        deposited=BY_HAND,
        service=later_service(facts),
    )


def _court(facts: Facts) -> str:
    """The court of appeals of the district's circuit."""
    circuit = facts.sources.circuit
    if circuit:
        return facts.as_printed("case.district", facts.law.circuit(circuit).name)
    facts.ledger.blanks.append("case.district")
    return printed("case.district", blank("court of appeals"))


def order_docket(facts: Facts) -> str:
    """Where the order on the motion stands on the docket, or a bracket."""
    known = facts.value("order.docket")
    return facts.as_printed("order.docket", facts.docket(known)) if known else facts.blank("order.docket")


APPEAL = PlainDocument("appeal", _applies, _make, later=True)
