"""The motion for a reduction in sentence under 18 U.S.C. § 3582(c)(1)(A)."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.practice.documents.argument import Argument, argued_apart, argument, tables
from drafter.practice.documents.caption import caption, counsel, signature
from drafter.practice.documents.closing import Exhibit, Service, exhibits, service
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.opening import Opening, Summary, Title, opening, summary, title, twin_flags
from drafter.practice.documents.pleaded import Pleaded
from drafter.practice.documents.pleading import Pleading
from drafter.practice.documents.relief import Government, Relief, Victims, government, relief, victims
from drafter.practice.documents.words import movant


@dataclass(frozen=True, slots=True, kw_only=True)
class MotionContext(Argument):
    """Everything the motion prints besides the argument, which is ``argued_here`` or in a memorandum.

    It holds the argument in both cases: motion and memorandum are filed together, so that what the one lacks
    stands in the way of the other too.
    """

    title: Title
    tables: bool
    opening: Opening
    summary: Summary
    argued_here: bool
    victims: Victims
    government: Government
    relief: Relief
    conference: tuple[str, ...]
    has_conference: bool
    service: Service
    exhibits: tuple[Exhibit, ...]


def _always(_facts: Facts) -> bool:
    """The one document every case needs."""
    return True


def _make(facts: Facts, grounds: Pleaded) -> MotionContext:
    conference = facts.paragraphs("certificate.conference")
    return MotionContext(
        flags=twin_flags(facts),
        caption=caption(facts),
        title=title(facts, grounds),
        tables=tables(facts) and not argued_apart(facts),
        movant=movant(facts),
        counsel=counsel(facts),
        opening=opening(facts, grounds),
        summary=summary(facts, grounds),
        argued_here=not argued_apart(facts),
        **argument(facts, grounds, this="this"),
        victims=victims(facts),
        government=government(facts),
        relief=relief(facts),
        signature=signature(facts),
        conference=conference,
        has_conference=bool(conference),
        service=service(facts),
        exhibits=exhibits(facts),
    )


MOTION = Pleading("motion", _always, _make)
