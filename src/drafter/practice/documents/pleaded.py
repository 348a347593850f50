"""Which grounds a paper pleads: those asserted, less those that the law of the filing date forecloses."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from drafter.core.problem import Problem
from drafter.law.citation import full, tied
from drafter.law.load import Law
from drafter.law.model import Treatment
from drafter.practice.documents.binding import named_at, unheard
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.words import lowered
from drafter.practice.grounds import CHANGED_LAW, GROUNDS, b5, b6
from drafter.practice.grounds.ground import Ground

#: The marks under which the treatment table knows the two arguments that have no place among the grounds.
NONRETROACTIVE, INVALID = "nonretroactive_change", "invalid_conviction"
#: The mark of a change that is an amendment to the Guidelines Manual.
_GUIDELINE = "nonretroactive_guideline"
#: The ground of other reasons, under whose name a foreclosed argument could come in.
OTHER = b5.GROUND.id
#: The question that asks for it, and the arguments that each of its answers names.
AMONG_REASONS = b6.AMONG_REASONS.id
_ARGUMENTS = {"change": (NONRETROACTIVE,), "conviction": (INVALID,), "both": (NONRETROACTIVE, INVALID)}
#: The mark of another reason that is nothing but rehabilitation.
_REHABILITATION = "rehabilitation_alone"
#: The authorities that name the statute, and the policy statement, whatever its edition.
STATUTE, POLICY = "usc18_3582c1A", "ussg_1b1_13"
#: The ground that rests on the statute itself.
ELDER = "ii"
#: Ground id → its words inside a sentence; "other reasons" are named by their own circumstance.
PHRASES = {
    "b1A": "a terminal illness",
    "b1B": "a serious condition that substantially diminishes self-care",
    "b1C": "needed medical care that is not being provided",
    "b1D": "an outbreak or public health emergency at the facility",
    "b2": "age, deteriorating health, and time served",
    "b3A": "the care of a child whose caregiver has died or is incapacitated",
    "b3B": "the care of a spouse or registered partner",
    "b3C": "the care of a parent",
    "b3D": "the care of another immediate family member",
    "b4": "abuse in custody",
    "ii": "age, time served under 18 U.S.C. § 3559(c), and the Director’s determination",
    "b6": "the length of the sentence compared with current law",
}
_PERMITTED, _REFUSED = "permitted", frozenset({"refused", "foreclosed"})


@dataclass(frozen=True, slots=True)
class Pleaded:
    """The grounds in the order of the paper, and what was refused and why."""

    grounds: tuple[Ground, ...]
    refused: tuple[Problem, ...]

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the grounds."""
        return tuple(ground.id for ground in self.grounds)

    @property
    def changed_law(self) -> bool:
        """Whether a change in the law is among them."""
        return CHANGED_LAW.id in self.ids


def pleaded(facts: Facts) -> Pleaded:
    """What the paper pleads: the leading ground first, the others in statutory order."""
    kept: list[Ground] = []
    refused: list[Problem] = []
    for ground in GROUNDS:
        if not facts.yes(ground.asserted.id):
            continue
        treatment = foreclosed(facts, ground)
        if treatment is not None:
            refused.append(_refusal(facts, _place(facts, ground), treatment, stops=True))
        elif why := unheard(facts, ground.id):
            refused.append(Problem(ground.asserted.id, why))
        else:
            kept.append(ground)
    if change_may_be_pleaded(facts):
        kept.append(CHANGED_LAW)
    lead = facts.choice("reasons.lead")
    kept.sort(key=lambda ground: ground.id != lead)
    return Pleaded(
        tuple(kept), (*refused, *_combined(facts), *_changes(facts, alone=not kept), *_doubts(facts))
    )


def foreclosed(facts: Facts, ground: Ground) -> Treatment | None:
    """What forecloses ``ground`` here and on this day, also by an argument that comes in under its name."""
    own = facts.sources.foreclosed(ground.id, *ground.tags)
    if own is None and ground.id == CHANGED_LAW.id:
        return amended_guideline(facts)
    if own is None and ground.id == OTHER:
        return smuggled(facts) or _rehabilitation(facts)
    return own


def amended_guideline(facts: Facts) -> Treatment | None:
    """What forecloses a change that is an amendment to the Guidelines Manual and was not made retroactive."""
    excepted = facts.choice("change.kind") == "guideline" and facts.choice("change.retroactive") == "no"
    return facts.sources.foreclosed(_GUIDELINE) if excepted else None


def smuggled(facts: Facts) -> Treatment | None:
    """What forecloses an argument that the answers say is among the other reasons or their combination."""
    arguments = _ARGUMENTS.get(facts.choice(AMONG_REASONS), ())
    return facts.sources.foreclosed(*arguments) if arguments else None


def _rehabilitation(facts: Facts) -> Treatment | None:
    """What forecloses another reason that by its answers consists of rehabilitation alone."""
    return facts.sources.foreclosed(_REHABILITATION) if facts.no(b5.BEYOND_REHABILITATION.id) else None


def _place(facts: Facts, ground: Ground) -> str:
    """The question whose answer has ``ground`` foreclosed."""
    if facts.sources.foreclosed(ground.id, *ground.tags) is not None:
        return ground.asserted.id
    return AMONG_REASONS if smuggled(facts) is not None else b5.BEYOND_REHABILITATION.id


def change_may_be_pleaded(facts: Facts) -> bool:
    """Whether the answers name a change in sentencing law that this circuit lets be a reason on this day.

    A retroactive change has a motion of its own.  Before the policy statement spoke of such a change, only
    a circuit's own decision opened the way; where a decision or a treatment refuses it, it stays shut.
    """
    if not facts.yes("change.any") or facts.choice("change.retroactive") == "yes":
        return False
    if foreclosed(facts, CHANGED_LAW) is not None:
        return False
    position = facts.sources.position(NONRETROACTIVE)
    holds = position.holds if position else ""
    statement = facts.law.policy_statement(facts.on)
    in_statement = statement.addresses_defendants and statement.node(CHANGED_LAW.id) is not None
    return holds == _PERMITTED or (in_statement and holds not in _REFUSED)


def _combined(facts: Facts) -> tuple[Problem, ...]:
    """The refusal of a combination that rests on a foreclosed argument; its text is left out of the paper."""
    treatment = smuggled(facts)
    if treatment is None or facts.yes(f"{OTHER}.asserted"):
        return ()
    return (_refusal(facts, AMONG_REASONS, treatment, stops=True),)


def _changes(facts: Facts, *, alone: bool) -> tuple[Problem, ...]:
    treatment = foreclosed(facts, CHANGED_LAW)
    if treatment is None or not facts.yes("change.any"):
        return ()
    leads = facts.choice("reasons.lead") == CHANGED_LAW.id
    where = "reasons.lead" if leads else "change.any"
    return (_refusal(facts, where, treatment, stops=alone or leads),)


def _doubts(facts: Facts) -> tuple[Problem, ...]:
    treatment = facts.sources.foreclosed(INVALID)
    if treatment is None or not facts.yes("change.doubts"):
        return ()
    return (_refusal(facts, "change.doubts", treatment, stops=False),)


def _refusal(facts: Facts, question: str, treatment: Treatment, *, stops: bool) -> Problem:
    authority = facts.law.authority(treatment.authority)
    named = ", ".join(part for part in (authority.name, authority.cite) if part)
    said = treatment.says.rstrip(".")
    message = (
        f"{said} ({named}); it is not pleaded as a reason. Open instead: {facts.sources.routes(treatment)}."
    )
    return Problem(question, message, stops_final=stops)


def label(facts: Facts, ground: str) -> str:
    """The place of ``ground`` in the law of the day: ``U.S.S.G. § 1B1.13(b)(3)(D)``; empty where it has none."""
    if ground == ELDER:
        return tied(f"{facts.law.authority(STATUTE).cite}({ELDER})")
    node = named_at(facts, ground)
    return "" if node is None else _in_policy_statement(facts.law, node.label)


@lru_cache(maxsize=128)
def _in_policy_statement(law: Law, place: str) -> str:
    return tied(full(law.authority(POLICY), place))


def short_label(facts: Facts, ground: str) -> str:
    """The same without the name of the code: ``§ 1B1.13(b)(3)(D)``."""
    words = label(facts, ground)
    return words[words.index("§") :] if "§" in words else words


def named(facts: Facts, ground: Ground) -> str:
    """The ground in a list: its words, and its place in the law in parentheses."""
    words = facts.bare("b5.circumstance") if ground.id == "b5" else PHRASES[ground.id]
    place = label(facts, ground.id)
    return f"{words} ({place})" if place else words


def standard(facts: Facts, ground: str) -> tuple[str, ...]:
    """What the policy statement of the day says of ``ground``: one paragraph, or none.

    A text that may be quoted is quoted; any other is told in substance and marked until it is confirmed.
    """
    statement = facts.law.policy_statement(facts.on)
    node = named_at(facts, ground)
    if node is None or (ground == "b5" and not statement.addresses_defendants):
        return ()
    if not node.quote_ok:
        mark = facts.sources.mark(f"policy:{statement.id}:{node.id}", verified=node.verified)
        return (f"{label(facts, ground)} covers, in substance: {lowered(node.paraphrase)}{mark}",)
    who = (
        "The policy statement names"
        if statement.addresses_defendants
        else "The commentary on motions by the Director describes"
    )
    cite = facts.sources.sentence(POLICY, node.label)
    return (f"{who} this circumstance: “{tied(node.text)}” {cite}",)
