"""The pure function behind the law beside a question: a question and the law of a day in, what bears on it out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from drafter.core.answers import Answers
from drafter.core.dates import long_date
from drafter.core.question import Question
from drafter.law.load import Law
from drafter.law.model import ALL_CIRCUITS, Authority, Position, Treatment, Value
from drafter.law.showing import provenance
from drafter.practice.beside.areas import AREAS
from drafter.practice.beside.bearing import Bearing, joined
from drafter.practice.beside.court import local_notes
from drafter.practice.beside.decisions import cited, decisions
from drafter.practice.beside.law_beside import CircuitNote, LawBeside, Number, Ruling
from drafter.practice.beside.names import LOCAL, POSITIONS
from drafter.practice.beside.provisions import Provisions
from drafter.practice.beside.questions import QUESTIONS
from drafter.practice.beside.source import Named, basis, named
from drafter.practice.questions.signature import CONFIRMATIONS_LAW


def bearing(question: str, answers: Answers | None = None) -> Bearing:
    """Return what bears on the question with this id, its own before that of its area."""
    own = [one for one in QUESTIONS.get(question, ()) if one.bears(answers)]
    area = () if any(one.alone for one in own) else AREAS.get(question.partition(".")[0], ())
    return joined(*own, *(one for one in area if one.bears(answers)))


def law_beside(  # noqa: PLR0913 - a question, and the law of a day in a court
    question: Question[Any],
    law: Law,
    on: date,
    *,
    circuit: str = "",
    district: str = "",
    answers: Answers | None = None,
) -> LawBeside:
    """Return the law that bears on ``question`` on the day ``on``, which the law must know.

    ``circuit`` and ``district`` are ids, empty while the court is unknown.  ``answers`` are masked; without
    them everything that may bear on the question in some case does.
    """
    source, bears = named(question.source), bearing(question.id, answers)
    local = tuple(dict.fromkeys(topic for topic in (*bears.local, *source.local) if topic))
    wanted = _provisions(law, on, source, bears, answers)
    found, not_good = decisions(law, on, bears.topics, circuit=circuit, district=district)
    return LawBeside(
        question=question.id,
        ask=question.ask,
        why=question.why,
        help=question.help,
        source=question.source,
        on=on,
        circuit=law.circuit(circuit).short_name if circuit else "",
        district=law.district(district).abbreviation if district else "",
        basis=basis(source),
        explains=bears.explains,
        rulings=tuple(_rulings(law, on, circuit, bears.arguments)),
        passages=wanted.passages(),
        unheld=wanted.unheld(),
        absent=wanted.absent(),
        circuit_notes=tuple(_circuit_note(law, on, topic, circuit) for topic in bears.positions if circuit),
        decisions=found,
        not_good=not_good,
        local=tuple(local_notes(law, on, local, district)) if district else (),
        numbers=tuple(_numbers(law, on, bears.values)),
        waiting=tuple(_waiting(bears.positions, local, circuit=circuit, district=district)),
        confirmed=_confirmed(answers),
        as_of=law.as_of,
        review_by=law.review_by,
    )


def _provisions(law: Law, on: date, source: Named, bears: Bearing, answers: Answers | None) -> Provisions:
    wanted = Provisions(law, on, answers)
    wanted.ask_places(source.law)
    for cite in source.cites:
        wanted.ask_unheld(cite, None)
    wanted.ask_policy(bears.policy)
    for text in bears.texts:
        wanted.ask_text(text)
    for cite in bears.cites:
        authority = law.authority(cite)
        wanted.ask_unheld(authority.cite, authority)
    return wanted


def _rulings(law: Law, on: date, circuit: str, arguments: tuple[str, ...]) -> Iterator[Ruling]:
    """What forecloses one of ``arguments``, in their order; nationwide rulings first for each."""
    treatments = law.treatments(on, circuit) if circuit else _everywhere(law, on)
    hits = {one.id: one for tag in arguments for one in treatments if tag in one.forecloses}
    for one in hits.values():
        yield Ruling(
            says=one.says,
            caution=one.caution,
            since=one.in_force.start,
            cited=cited(law.authority(one.authority), on),
            routes=tuple((route.name, route.says) for route in map(law.route, one.routes)),
            provenance=provenance(f"treatment:{one.id}", one),
        )


def _everywhere(law: Law, on: date) -> tuple[Treatment, ...]:
    return tuple(one for one in law.all_treatments if ALL_CIRCUITS in one.circuits and one.in_force.holds(on))


def _circuit_note(law: Law, on: date, topic: str, circuit: str) -> CircuitNote:
    position: Position = law.position(topic, circuit, on)
    ref = f"position:{topic}:{circuit}:{position.in_force.start}"
    return CircuitNote(
        topic=POSITIONS[topic],
        court=law.circuit(circuit).short_name,
        found=position.found,
        says=position.says,
        cited=cited(law.authority(position.authority), on) if position.authority else None,
        provenance=provenance(ref, position),
    )


def _numbers(law: Law, on: date, values: Iterable[str]) -> Iterator[Number]:
    for name in values:
        value = next((one for one in law.values if one.id == name and one.in_force.holds(on)), None)
        if value is not None:
            yield Number(
                amount=_amount(value),
                says=value.says,
                authority=_authority_cite(law, value),
                provenance=provenance(_value_ref(value), value),
            )


def _amount(value: Value) -> str:
    if isinstance(value.value, date):
        return long_date(value.value)
    if value.unit == "text":
        return str(value.value)
    return f"{value.value} {value.unit.removesuffix('s') if value.value == 1 else value.unit}"


def _value_ref(value: Value) -> str:
    past = f":{value.in_force.start}" if value.in_force.end else ""
    return f"value:{value.id}{past}"


def _authority_cite(law: Law, value: Value) -> str:
    known: Authority | None = law.authorities.get(value.authority)
    return f"{known.name}, {known.cite}".strip(", ") if known else ""


def _confirmed(answers: Answers | None) -> frozenset[str]:
    rows = (answers.value(CONFIRMATIONS_LAW) if answers else None) or ()
    return frozenset(row["item"].strip() for row in rows if row.get("item") and row.get("confirmed_by"))


def _waiting(positions: Iterable[str], local: Iterable[str], *, circuit: str, district: str) -> Iterator[str]:
    if not circuit:
        yield from (f"the circuit’s law on {POSITIONS[topic]}" for topic in positions)
    if not district:
        yield from (f"local rules on {LOCAL[topic].name}" for topic in local)
