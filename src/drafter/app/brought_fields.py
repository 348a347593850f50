"""The firm's own fields as a case file defines them, beside those of this library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter.practice.questions.own import PREFIX

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from drafter.practice.questions.own import OwnField


@dataclass(frozen=True, slots=True)
class OtherField:
    """A field that is ``here`` as well, but of another kind or with other options than ``there``."""

    here: OwnField
    there: OwnField

    @property
    def told(self) -> str:
        """What differs, as one sentence."""
        return (
            f"{self.here.tag} is “{self.here.ask}” ({self.here.kind_told}) here and “{self.there.ask}” "
            f"({self.there.kind_told}) in the file; the field stays as it is here, the answer as it is there."
        )


@dataclass(frozen=True, slots=True)
class BroughtFields:
    """What a file defines that this library does not have (``new``), or has otherwise (``other``).

    A field of the same kind and options is the same, whatever its wording.
    """

    new: tuple[OwnField, ...] = ()
    other: tuple[OtherField, ...] = ()


def brought(there: Sequence[OwnField], here: Sequence[OwnField], answered: Container[str]) -> BroughtFields:
    """Compare the fields of a file with those of this library; what is not ``answered`` does not count."""
    known = {one.id: one for one in here}
    asked = [one for one in there if PREFIX + one.id in answered]
    return BroughtFields(
        tuple(one for one in asked if one.id not in known),
        tuple(
            OtherField(known[one.id], one)
            for one in asked
            if one.id in known and (one.kind, one.options) != (known[one.id].kind, known[one.id].options)
        ),
    )
