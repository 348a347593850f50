"""Who speaks in a letter or a declaration: the movant, counsel, or another person for the movant."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.practice.documents.caption import address_lines, is_pro_se
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.words import Movant, first_person, movant

MOVANT, COUNSEL, FAMILY = "movant", "counsel", "family"
#: Who sent the request → in whose voice it speaks; another person for the movant speaks as family does.
_VOICES = {MOVANT: MOVANT, COUNSEL: COUNSEL, FAMILY: FAMILY, "other": FAMILY}


@dataclass(frozen=True, slots=True)
class Speaker:
    """One who signs; exactly one of ``by_movant``, ``by_counsel`` and ``by_other`` is true.

    ``relation`` is what another person is to the movant ("the sister").
    """

    by_movant: bool
    by_counsel: bool
    by_other: bool
    name: str
    relation: str


def voice(facts: Facts) -> str:
    """Who asks the warden: who sent the request, else who will, else who files the motion."""
    chosen = _VOICES.get(facts.choice("warden.sent_by")) or facts.choice("request.voice")
    return chosen or (MOVANT if is_pro_se(facts) else COUNSEL)


def speaker(facts: Facts, who: str) -> Speaker:
    """The one who signs as ``who``: MOVANT, COUNSEL or FAMILY."""
    by_other = who == FAMILY
    return Speaker(
        by_movant=who == MOVANT,
        by_counsel=who == COUNSEL,
        by_other=by_other,
        name=_name(facts, who),
        relation=facts.or_blank("request.writer_relation") if by_other else "",
    )


def as_spoken(facts: Facts, who: str) -> Movant:
    """The movant as the one who signs as ``who`` names him or her: ``I`` where the movant does."""
    known = movant(facts)
    return first_person(known) if who == MOVANT else known


def _name(facts: Facts, who: str) -> str:
    questions = {MOVANT: "movant.name", COUNSEL: "counsel.name", FAMILY: "request.writer"}
    return facts.or_blank(questions[who])


def firm_head(facts: Facts, who: str) -> tuple[str, ...]:
    """The firm's own letterhead line by line, over a letter that counsel signs; none where nobody has typed one."""
    return facts.spoken("form.letterhead") if who == COUNSEL else ()


def letterhead(facts: Facts, who: str) -> tuple[str, ...]:
    """What stands under the name at the head of a letter.

    The home of another person is not asked for: there are lines to write on.
    """
    if who == FAMILY:
        return tuple(f"{what}: {'_' * 40}" for what in ("Address", "Telephone"))
    lines: tuple[str, ...]
    if who == MOVANT:
        register = f"Register Number {facts.bare('movant.register_number')}"
        facility = facts.bare("movant.facility")
        lines = (register, facility, *address_lines(facts, "movant.facility_address"))
    else:
        firm, *reach = (facts.bare(f"counsel.{part}") for part in ("firm", "phone", "email"))
        lines = (firm, *address_lines(facts, "counsel.address"), *reach)
    return tuple(line for line in lines if line)
