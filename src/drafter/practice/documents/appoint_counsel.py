"""The motion for appointment of counsel: no right is assumed, and the reasons are those that were given."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.practice.documents.caption import is_pro_se
from drafter.practice.documents.closing import Service, service
from drafter.practice.documents.document import PlainDocument
from drafter.practice.documents.facts import Facts, Passage
from drafter.practice.documents.head import CourtPaper, head
from drafter.practice.documents.opening import no_grounds
from drafter.practice.documents.pleaded import named, pleaded
from drafter.practice.documents.words import joined


@dataclass(frozen=True, slots=True, kw_only=True)
class AppointCounsel(CourtPaper):
    """What the motion prints; of the ways to show the movant's means one is true, or ``means_blank`` prints."""

    alone: bool
    grounds: str
    statute: str
    reasons: Passage
    with_affidavit: bool
    affidavit_later: bool
    found_before: bool
    means_blank: str
    means_cite: str
    form: str
    service: Service


def _applies(facts: Facts) -> bool:
    return facts.yes("relief.counsel")


def _make(facts: Facts) -> AppointCounsel:
    means = facts.choice("appoint.means")
    pleads = [named(facts, ground) for ground in pleaded(facts).grounds]
    return AppointCounsel(
        **head(facts),
        alone=is_pro_se(facts),
        grounds=joined(pleads) or no_grounds(facts),
        statute=facts.sources.cite("usc18_3006A"),
        reasons=_reasons(facts),
        with_affidavit=means == "with",
        affidavit_later=means == "later",
        found_before=means == "found",
        means_blank="" if means else facts.or_blank("appoint.means"),
        means_cite=facts.cite("appoint.means"),
        form=facts.sources.number("counsel.affidavit_form"),
        service=service(facts),
    )


def _reasons(facts: Facts) -> Passage:
    told = facts.passage("appoint.reasons")
    return told if told.here else Passage(here=True, first=facts.blank("appoint.reasons"), rest=())


APPOINT_COUNSEL = PlainDocument("appoint_counsel", _applies, _make)
