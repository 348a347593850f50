"""The physician's statement: a form for each patient whose condition a ground rests on, to be filled by hand.

What the file knows is told as what counsel understands, for the physician to confirm or correct: no word is put
into the physician's mouth.
"""

from __future__ import annotations

from dataclasses import dataclass

from drafter.practice.documents.document import PlainDocument
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.grounds_family import NAMES
from drafter.practice.documents.grounds_medical import Activity, Treatment, activities, treatments
from drafter.practice.documents.head import CourtPaper, head
from drafter.practice.documents.patients import patient
from drafter.practice.documents.pleaded import pleaded
from drafter.practice.documents.sections import physician

_OF_MOVANT = ("b1A", "b1B", "b1C", "b2")
#: Ground id → the question that names the condition in a few words.
_CONDITIONS = {"b1A": "b1A.diagnosis", "b1B": "b1B.condition", "b1C": "b1C.condition"}
_DETERIORATION = "b2.deterioration"


@dataclass(frozen=True, slots=True)
class Form:
    """The form for one patient; ``later`` begins a new page.

    ``relation`` is that of a relative, empty where the movant is the patient.  ``told`` are conditions as
    the file has them.  The yes/no fields choose the questions of the grounds pleaded.
    """

    later: bool
    patient: str
    relation: str
    of_movant: bool
    physician: str
    told: tuple[str, ...]
    activities: tuple[Activity, ...]
    treatments: tuple[Treatment, ...]
    terminal: bool
    self_care: bool
    withheld: bool
    aging: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PhysicianStatement(CourtPaper):
    """The forms, the movant's first."""

    forms: tuple[Form, ...]


def _applies(facts: Facts) -> bool:
    """A ground is pleaded that a physician must support."""
    return any(ground in (*_OF_MOVANT, *NAMES) for ground in pleaded(facts).ids)


def _make(facts: Facts) -> PhysicianStatement:
    parts, grounds = head(facts), pleaded(facts).ids
    own = [ground for ground in grounds if ground in _OF_MOVANT]
    relatives = [ground for ground in grounds if ground in NAMES]
    first = (_of_movant(facts, own),) if own or not relatives else ()
    others = (
        _of_relative(facts, ground, later=bool(first) or place > 0) for place, ground in enumerate(relatives)
    )
    return PhysicianStatement(**parts, forms=(*first, *others))


def _of_movant(facts: Facts, grounds: list[str]) -> Form:
    conditions = [_CONDITIONS[ground] for ground in grounds if ground in _CONDITIONS]
    told = [facts.bare(question) for question in conditions if facts.known(question)]
    aging = "b2" in grounds
    if aging and facts.known(_DETERIORATION):
        told += facts.spoken(_DETERIORATION)
    return Form(
        later=False,
        patient=facts.bare("movant.name"),
        relation="",
        of_movant=True,
        physician=_physician(facts, grounds),
        told=tuple(told),
        activities=activities(facts) if "b1B" in grounds and facts.known("b1B.self_care") else (),
        treatments=treatments(facts) if "b1C" in grounds and facts.known("b1C.care") else (),
        terminal="b1A" in grounds,
        self_care="b1B" in grounds,
        withheld="b1C" in grounds,
        aging=aging,
    )


def _of_relative(facts: Facts, ground: str, *, later: bool) -> Form:
    known = patient(facts, ground)
    incapacity = f"{ground}.incapacity"
    return Form(
        later=later,
        patient=known.name,
        relation=known.relation,
        of_movant=False,
        physician=_physician(facts, [ground]),
        told=facts.spoken(incapacity) if facts.known(incapacity) else (),
        activities=(),
        treatments=(),
        terminal=False,
        self_care=False,
        withheld=False,
        aging=False,
    )


def _physician(facts: Facts, grounds: list[str]) -> str:
    """Who has written so far; empty where nobody or more than one has, and the form has a line for the name."""
    known = [ground for ground in grounds if facts.known(f"{ground}.physician")]
    names = {facts.value(f"{ground}.physician") for ground in known}
    return physician(facts, known[0]) if len(names) == 1 else ""


PHYSICIAN_STATEMENT = PlainDocument("physician_statement", _applies, _make, letter=True)
