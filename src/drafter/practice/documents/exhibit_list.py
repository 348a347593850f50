"""The list of exhibits as a paper of its own, with a cover sheet for each exhibit."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.practice.documents.closing import Exhibit, exhibits
from drafter.practice.documents.document import PlainDocument
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.head import CourtPaper, head


@dataclass(frozen=True, slots=True, kw_only=True)
class ExhibitList(CourtPaper):
    """The exhibits in their order; ``covers`` are those that get a cover sheet."""

    exhibits: tuple[Exhibit, ...]
    covers: tuple[Exhibit, ...]


def _applies(facts: Facts) -> bool:
    return bool(facts.value("exhibits.list"))


def _make(facts: Facts) -> ExhibitList:
    listed = exhibits(facts)
    return ExhibitList(**head(facts), exhibits=listed, covers=listed if facts.known("exhibits.list") else ())


EXHIBIT_LIST = PlainDocument("exhibit_list", _applies, _make)
