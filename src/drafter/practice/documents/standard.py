"""The standard: the statute, the policy statement of the filing date, the circuit, and what is not argued."""

from __future__ import annotations

from dataclasses import dataclass

from drafter.core.marks import blank, printed
from drafter.law.citation import tied
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.pleaded import ELDER, INVALID, NONRETROACTIVE, POLICY, STATUTE, Pleaded


@dataclass(frozen=True, slots=True)
class Standard:
    """The part on the standard; exactly one of the statement's states is true."""

    statute_cite: str
    reasons_path: bool
    elder_path: bool
    both_paths: bool
    elder_age: str
    elder_served: str
    statement: str
    amendment: str
    statement_mark: str
    current_statement: bool
    danger_cite: str
    reasons_cite: str
    not_applicable: bool
    guides: bool
    binds: bool
    open_question: bool
    not_found: str
    binds_cite: str
    change_permitted: bool
    change_cite: str
    has_not_argued: bool
    change_not_argued: bool
    validity_not_argued: bool
    both_not_argued: bool
    not_argued: tuple[str, ...]


def standard(facts: Facts, grounds: Pleaded) -> Standard:
    """The part on the standard."""
    statement = facts.law.policy_statement(facts.on)
    current = statement.addresses_defendants
    position = facts.sources.citable_position("policy_statement_binds")
    holds = "" if current or position is None else position.holds
    elder = ELDER in grounds.ids
    reasons = not elder or len(grounds.ids) > 1
    change, validity = facts.sources.foreclosed(NONRETROACTIVE), facts.sources.foreclosed(INVALID)
    permitted = facts.sources.citable_position(NONRETROACTIVE) if grounds.changed_law else None
    change_permitted = permitted is not None and permitted.holds == "permitted"
    rulings = dict.fromkeys(one for one in (change, validity) if one is not None)
    return Standard(
        statute_cite=facts.sources.sentence(STATUTE),
        reasons_path=reasons,
        elder_path=elder,
        both_paths=elder and reasons,
        elder_age=facts.sources.number("elder.min_years"),
        elder_served=facts.sources.number("elder.served_years"),
        statement=tied(facts.law.authority(POLICY).cite if current else statement.cite),
        amendment=statement.amendment,
        statement_mark=facts.sources.mark(f"policy:{statement.id}", verified=statement.verified),
        current_statement=current,
        danger_cite=facts.sources.sentence(POLICY, "(a)") if current else "",
        reasons_cite=facts.sources.sentence(POLICY, "(b)") if current else "",
        not_applicable=holds == "not_applicable",
        guides=holds == "guides",
        binds=holds == "binds",
        open_question=holds == "open",
        not_found="" if current or holds else printed("case.district", blank(NOT_FOUND)),
        binds_cite=facts.sources.position_cite(position) if holds and position is not None else "",
        change_permitted=change_permitted,
        change_cite=facts.sources.position_cite(permitted)
        if permitted is not None and change_permitted
        else "",
        has_not_argued=change is not None or validity is not None,
        change_not_argued=change is not None and validity is None,
        validity_not_argued=validity is not None and change is None,
        both_not_argued=change is not None and validity is not None,
        not_argued=tuple(facts.sources.ruling(one) for one in rulings),
    )


#: What stands where no decision was found on whether the old policy statement binds.
NOT_FOUND = "law of this circuit on whether the policy statement binds"
