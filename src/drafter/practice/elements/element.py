"""What an element of a ground is, and the test that most elements share: told, and proved.

A ground has to be shown element by element, and an element needs two things: the facts, and something
that proves them.  Each element says which questions ask for its facts, what would prove them, and how to
test them; a test is a pure function of the facts of the case on the filing date.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from drafter.core.dates import long_date
from drafter.core.marks import plain
from drafter.core.rows import ListOf, Row
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.words import counted, joined

#: The states of an element.
MET, NOT_MET, UNKNOWN, PROOF_MISSING = "met", "not_met", "unknown", "proof_missing"

#: The columns of a list in which a row names its own proof.
_PROOF_COLUMNS = ("proof", "record")
_EXHIBITS = "exhibits.list"
_IN_HAND = "have"
_CITE = re.compile(r"\bEx(?:hibit|\.)?\s+([A-Za-z]{1,2}[0-9]{0,3}|[0-9]{1,3})\b")


@dataclass(frozen=True, slots=True)
class Finding:
    """The state of an element and why; ``contrary`` where an answer says the opposite of what is needed."""

    state: str
    reason: str
    contrary: bool = False


Test = Callable[[Facts], Finding]


def always(_facts: Facts) -> bool:
    """Say that an element belongs to its ground whatever the facts are."""
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """One thing that a ground requires.

    ``id`` is unique within its ground, ``questions`` are the ids of those that ask for its facts, ``proof``
    says in words what would prove it.  ``node`` is its place in the policy statement where that is finer
    than the ground's.  An element that does not apply to the case is left out.
    """

    id: str
    title: str
    questions: tuple[str, ...]
    proof: tuple[str, ...]
    test: Test
    node: str = ""
    applies: Callable[[Facts], bool] = always


def told(  # noqa: PLR0913 -- one keyword for each part of an element
    id_: str,
    title: str,
    questions: tuple[str, ...],
    proof: tuple[str, ...],
    *,
    node: str = "",
    applies: Callable[[Facts], bool] = always,
) -> Element:
    """Return an element that is met once its questions are answered and the answers are proved."""
    return Element(
        id=id_,
        title=title,
        questions=questions,
        proof=proof,
        test=lambda facts: shown(facts, *questions),
        node=node,
        applies=applies,
    )


def shown(facts: Facts, *questions: str, because: str = "") -> Finding:
    """Find whether every question is answered and at least one answer is proved; ``because`` comes first."""
    return unknown(facts, *questions, because=because) or proved(facts, *questions, because=because)


def unknown(facts: Facts, *questions: str, because: str = "") -> Finding | None:
    """Find what is not known of the questions; None where every one of them is answered."""
    missing = lacking(facts, *questions)
    return Finding(UNKNOWN, sentences(because, f"Not known yet: {joined(missing)}.")) if missing else None


def proved(facts: Facts, *questions: str, because: str = "") -> Finding:
    """Find whether one of the answers, which are known, names a proof that is not still to come."""
    named = list(dict.fromkeys(place for question in questions for place in named_proof(facts, question)))
    held = [place for place in named if in_hand(facts, place)]
    if held:
        places = joined(held)
        return Finding(MET, sentences(because, f"Answered, with proof ({places})."))
    if named:
        places = joined(named)
        return Finding(
            PROOF_MISSING, sentences(because, f"Answered, but the proof is not in hand ({places}).")
        )
    return Finding(PROOF_MISSING, sentences(because, "Answered, but no exhibit or document proves it."))


def lacking(facts: Facts, *questions: str) -> list[str]:
    """Return what is not known of ``questions``, as the blanks name it; questions not asked are left out."""
    return [
        what
        for question in questions
        if facts.question(question).shown_when.holds(facts.answers)
        for what in _lacking(facts, question)
    ]


def _lacking(facts: Facts, question: str) -> Iterator[str]:
    asked, value = facts.question(question), facts.value(question)
    if value is None or value == ():
        yield asked.blank
    elif isinstance(asked.kind, ListOf):
        empty = {
            column.label: [row for row in value if row.get(column.id) is None]
            for column in asked.kind.columns
            if column.required
        }
        for label, rows in empty.items():
            if rows:
                yield f"“{label}” in {counted(len(rows), f'{asked.kind.item} row')}"


def named_proof(facts: Facts, question: str) -> Iterator[str]:
    """Yield each place that proves the answer, as a paper cites it: the answer's own, and those of its rows."""
    asked = facts.question(question)
    if not facts.known(question):
        return
    for one in facts.answers.evidence(asked):
        yield one.show()
    if isinstance(asked.kind, ListOf):
        for row in facts.value(question):
            yield from row_proof(row)


def row_proof(row: Row) -> Iterator[str]:
    """Yield what one row of a list names as its own proof."""
    for column in _PROOF_COLUMNS:
        cell = row.get(column)
        if isinstance(cell, str) and cell:
            yield cell


def in_hand(facts: Facts, place: str) -> bool:
    """Whether ``place`` proves something today: it is false where it rests on exhibits still to come alone."""
    rows = facts.value(_EXHIBITS) or ()
    awaited = {
        str(row.get("letter") or "").upper() for row in rows if row.get("status") not in {None, _IN_HAND}
    }
    cited = {letter.upper() for letter in _CITE.findall(place)}
    return not cited or not cited <= awaited


def sentences(*parts: str) -> str:
    """Join sentences, leaving out the empty ones."""
    return " ".join(part for part in parts if part)


def number(facts: Facts, value: str) -> str:
    """Return a number of the law in digits as a person reads it, marked while nobody has verified it."""
    return plain(facts.sources.number(value))


def on_day(facts: Facts) -> str:
    """Return the day to which everything is counted, as a sentence says it."""
    return f"on {long_date(facts.on)}"
