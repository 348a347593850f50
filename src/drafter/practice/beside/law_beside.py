"""The law that bears on one question, on one day and in one court, ready to be shown.

Everything is plain text.  Whatever a named person must still confirm carries a :class:`Provenance` with its
doubt; a screen shows that doubt and the ref wherever it shows the item.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from typing import Any

from drafter.law.model import Span
from drafter.law.passage import Line
from drafter.law.showing import Provenance

#: How many decisions are shown at first.
HANDFUL = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """What is shown of one provision: ``cite`` names the place, ``edition`` which text of it this is.

    ``ends_early`` is True where more of the provision follows.  ``whole`` is the ref of the whole of it.
    A line has its own doubt, beside that of the whole.
    """

    cite: str
    title: str
    edition: str
    in_force: Span
    lines: tuple[Line, ...]
    ends_early: bool
    whole: str
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class Unheld:
    """A place in the law whose text the program does not hold; ``provenance`` is None where nothing is known."""

    cite: str
    title: str
    provenance: Provenance | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Absent:
    """What the policy statement of the day does not have, as a sentence; ``whole`` is the ref of its text."""

    says: str
    whole: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """An authority as it is cited: ``name`` is the part in italics.  ``history`` says what limits it."""

    name: str
    cite: str
    decided: date | None
    status: str
    history: str
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A decision that bears on the question; ``proposition`` is the compiler's own summary, not the court's.

    ``court`` says where it stands to the case's court: "this circuit", "Supreme Court", "another court" …
    """

    cited: Cited
    proposition: str
    court: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CircuitNote:
    """What the case's circuit holds on a topic; where nothing was found ``says`` is the cautious course."""

    topic: str
    court: str
    found: bool
    says: str
    cited: Cited | None
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What is foreclosed, since when, by what, and which routes stay open (name and explanation)."""

    says: str
    caution: str
    since: date
    cited: Cited
    routes: tuple[tuple[str, str], ...]
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalNote:
    """What a district's rules say on a topic; ``provenance`` is None where nothing was found.

    ``since`` is the first day the entry knows, often that of the copy and not of the rule.
    """

    topic: str
    court: str
    says: str
    since: date | None
    provenance: Provenance | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number of the law: ``amount`` with its unit, what it counts, and the provision it stands in."""

    amount: str
    says: str
    authority: str
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class LawBeside:
    """The law beside one question.  ``circuit`` and ``district`` are short names, empty while not known.

    ``basis`` says on what other than law the question rests, ``explains`` is the program's own explanation.
    ``absent`` says what the policy statement of the day lacks; ``decisions`` are all that bear, best first, and
    ``not_good`` counts those left out because they are no good law on the day.  ``waiting`` names what is
    left out because the court is not known; ``confirmed`` are refs that a named person confirmed in the case.
    """

    question: str
    ask: str
    why: str
    help: str
    source: str
    on: date
    circuit: str
    district: str
    basis: tuple[str, ...]
    explains: tuple[str, ...]
    rulings: tuple[Ruling, ...]
    passages: tuple[Passage, ...]
    unheld: tuple[Unheld, ...]
    absent: Absent | None
    circuit_notes: tuple[CircuitNote, ...]
    decisions: tuple[Decision, ...]
    not_good: int
    local: tuple[LocalNote, ...]
    numbers: tuple[Number, ...]
    waiting: tuple[str, ...]
    confirmed: frozenset[str]
    as_of: date
    review_by: date

    def is_confirmed(self, ref: str) -> bool:
        """Whether a named person has confirmed ``ref`` in the case, named with its table or without."""
        return ref in self.confirmed or ref.partition(":")[2] in self.confirmed

    @property
    def overdue(self) -> bool:
        """Whether the law was to be reviewed before the day."""
        return self.on >= self.review_by

    def as_json(self) -> dict[str, Any]:
        """Everything as plain JSON, dates as ISO words."""
        return {**_plain(self), "overdue": self.overdue}


def _plain(value: object) -> Any:  # noqa: ANN401 - JSON is what it is
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return value
