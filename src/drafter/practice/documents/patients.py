"""The adult relatives who need care, by name and relation, as declarations and forms name them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drafter.practice.documents.facts import Facts
from drafter.practice.documents.grounds_family import NAMES, PARTNERS


@dataclass(frozen=True, slots=True)
class Patient:
    """A relative: ``relation`` is what he or she is to the movant ("mother")."""

    name: str
    relation: str


def patients(facts: Facts, grounds: Sequence[str]) -> tuple[Patient, ...]:
    """The relative of each of ``grounds`` that rests on one, in their order."""
    return tuple(patient(facts, ground) for ground in grounds if ground in NAMES)


def patient(facts: Facts, ground: str) -> Patient:
    """The relative of ``ground`` (b3B, b3C or b3D)."""
    words = {
        "b3B": lambda: facts.choice_words("b3B.relationship", PARTNERS),
        "b3C": lambda: facts.bare("b3C.relationship"),
        "b3D": lambda: facts.bare("b3D.kin_word"),
    }
    return Patient(facts.bare(NAMES[ground]), words[ground]())
