"""What every paper of the case has at its top and its end: flags, caption, movant, counsel, signature."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict

from drafter.practice.documents.caption import Caption, Counsel, Signature, caption, counsel, signature
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.opening import flags
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
