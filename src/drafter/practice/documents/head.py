"""What every paper of the case has at its top and its end: flags, caption, movant, counsel, signature."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypedDict

from drafter.practice.documents.caption import Caption, Counsel, Signature, caption, counsel, signature
from drafter.practice.documents.closing import Service, service
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.opening import flags, twin_flags
from drafter.practice.documents.words import Movant, movant


class HeadFields(TypedDict):
    """The fields of :class:`CourtPaper`, to be spread into the context of a document."""

    flags: tuple[str, ...]
    caption: Caption
    movant: Movant
    counsel: Counsel
    signature: Signature


@dataclass(frozen=True, slots=True, kw_only=True)
class CourtPaper:
    """The base of the contexts of papers that stand under the caption of the case."""

    flags: tuple[str, ...]
    caption: Caption
    movant: Movant
    counsel: Counsel
    signature: Signature


def head(facts: Facts) -> HeadFields:
    """The parts that every paper has; made first, as they stand first."""
    return HeadFields(
        flags=flags(facts),
        caption=caption(facts),
        movant=movant(facts),
        counsel=counsel(facts),
        signature=signature(facts),
    )


def twin_head(facts: Facts) -> HeadFields:
    """The parts of a paper that has a sealed twin."""
    made = head(facts)
    made["flags"] = twin_flags(facts)
    return made


#: A line on which the person who signs or serves writes the day.
BY_HAND = "____________________"


def later_head(facts: Facts) -> HeadFields:
    """The parts of a paper that is filed after the motion: nobody has said yet on which day it is signed."""
    made = head(facts)
    made["signature"] = replace(made["signature"], dated=BY_HAND)
    return made


def later_service(facts: Facts) -> Service:
    """The certificate of service of such a paper."""
    return replace(service(facts), on=BY_HAND)
