"""The list of exhibits as a paper of its own, with a cover sheet for each exhibit.

Its sealed twin prints the titles of the exhibits under seal, which the public one does not tell.
"""

from __future__ import annotations

from dataclasses import dataclass

from drafter.practice.documents.closing import Exhibit, exhibits
from drafter.practice.documents.document import PlainDocument
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.head import CourtPaper, twin_head


@dataclass(frozen=True, slots=True, kw_only=True)
class ExhibitList(CourtPaper):
    """The exhibits in their order; ``covers`` are those that get a cover sheet."""

    exhibits: tuple[Exhibit, ...]
    covers: tuple[Exhibit, ...]


def _applies(facts: Facts) -> bool:
    return bool(facts.value("exhibits.list"))


def _make(facts: Facts) -> ExhibitList:
    listed = exhibits(facts)
    return ExhibitList(
        **twin_head(facts), exhibits=listed, covers=listed if facts.known("exhibits.list") else ()
    )


EXHIBIT_LIST = PlainDocument("exhibit_list", _applies, _make, twin=True)
