"""The memorandum in support of the motion, where the argument stands apart from it."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.practice.documents.argument import Argument, argued_apart, argument, tables
from drafter.practice.documents.closing import Service, service
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.head import twin_head
from drafter.practice.documents.opening import no_grounds, subparagraph
from drafter.practice.documents.pleaded import Pleaded, named
from drafter.practice.documents.pleading import Pleading
from drafter.practice.documents.relief import term_asked
from drafter.practice.documents.words import joined


@dataclass(frozen=True, slots=True, kw_only=True)
class Memorandum(Argument):
    """What the memorandum prints besides the argument: the relief and the grounds, in one sentence."""

    tables: bool
    subparagraph: str
    term: str
    rests_on: str
    service: Service


def _make(facts: Facts, grounds: Pleaded) -> Memorandum:
    rests_on = joined([named(facts, ground) for ground in grounds.grounds])
    return Memorandum(
        **twin_head(facts),
        tables=tables(facts),
        subparagraph=subparagraph(grounds),
        term=term_asked(facts),
        rests_on=rests_on or no_grounds(facts),
        **argument(facts, grounds, this="the"),
        service=service(facts),
    )


MEMORANDUM = Pleading("memorandum", argued_apart, _make)
