"""What the check of a template says: the fault, where it stands, and how to mend it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

#: The template is refused, or text is lost, wrong or seen by the wrong eyes.
MUST: Final = "must"
#: It works today and is better mended.
WARN: Final = "warn"


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault by itself: ``problem`` and ``mend`` are clauses without capital and full stop.

    ``rule`` names the kind of fault for programs.  ``field`` is the name a tag asks for, and
    ``suggestion`` the nearest one that exists; both are empty where the fault is not about a name.
    """

    rule: str
    problem: str
    mend: str
    severity: str = MUST
    field: str = ""
    suggestion: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault in its place: file, part of the package, kind of place, paragraph (from 1; 0: none), quote."""

    template: str
    place: str
    part: str
    number: int
    quote: str
    fault: Fault

    def __str__(self) -> str:
        """The finding as one sentence."""
        where = ", ".join(piece for piece in (self.template, self.place) if piece)
        quoted = f", in “{self.quote}”" if self.quote else ""
        return f"{where}: {self.fault.problem}{quoted}; {self.fault.mend}."

    def as_json(self) -> dict[str, Any]:
        """The finding as one flat row."""
        row = {key: value for key, value in asdict(self).items() if key != "fault"}
        return {**row, **asdict(self.fault), "message": str(self)}

    @classmethod
    def from_json(cls, row: Mapping[str, Any]) -> Finding:
        """The finding that :meth:`as_json` made ``row`` from."""
        places = ("template", "place", "part", "number", "quote")
        faults = ("rule", "problem", "mend", "severity", "field", "suggestion")
        return cls(**{key: row[key] for key in places}, fault=Fault(**{key: row[key] for key in faults}))
