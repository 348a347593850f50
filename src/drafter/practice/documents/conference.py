"""The certificate of conference as a paper of its own; the motion holds one already."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.practice.documents.closing import wanted_apart
from drafter.practice.documents.document import PlainDocument
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.head import CourtPaper, head
from drafter.practice.documents.relief import Government, government


@dataclass(frozen=True, slots=True, kw_only=True)
class Conference(CourtPaper):
    """The words of the local rule where they were given, else the day and the ``position``: none or one."""

    told: tuple[str, ...]
    position: tuple[Government, ...]


def _applies(facts: Facts) -> bool:
    return wanted_apart(facts, "conference")


def _make(facts: Facts) -> Conference:
    told = facts.paragraphs("certificate.conference")
    return Conference(**head(facts), told=told, position=() if told else (government(facts),))


CONFERENCE = PlainDocument("conference", _applies, _make)
