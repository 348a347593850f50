"""What stands in the way of a filing: one rule to a module.

A rule is a pure function from the visible answers to the problems it finds, whatever the law says; a legal
rule looks at the facts of the case under the law of the filing date.  Foreclosed grounds are found where a
paper chooses what it pleads.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from drafter.core.answers import Answers
from drafter.core.problem import Problem
from drafter.practice.checks.blanks_left import blanks_left
from drafter.practice.checks.child_initials import child_initials
from drafter.practice.checks.conviction_doubted import conviction_doubted
from drafter.practice.checks.counts_total import counts_total
from drafter.practice.checks.day_order import day_order
from drafter.practice.checks.discipline_agrees import discipline_agrees
from drafter.practice.checks.exhausted import exhausted
from drafter.practice.checks.exhibits_in_hand import exhibits_in_hand
from drafter.practice.checks.exhibits_listed import exhibits_listed
from drafter.practice.checks.ground_asserted import ground_asserted
from drafter.practice.checks.grounds_requested import grounds_requested
from drafter.practice.checks.local_look import local_look
from drafter.practice.checks.memorandum_form import memorandum_form
from drafter.practice.checks.movant_age import movant_age
from drafter.practice.checks.plan_requested import plan_requested
from drafter.practice.checks.possible_term import possible_term
from drafter.practice.checks.reconsidered_in_time import reconsidered_in_time
from drafter.practice.checks.reply_rule import reply_rule
from drafter.practice.checks.row_order import row_order
from drafter.practice.checks.seal_agrees import seal_agrees
from drafter.practice.checks.sheet_agrees import sheet_agrees
from drafter.practice.checks.smuggled import smuggled
from drafter.practice.checks.special_term import special_term
from drafter.practice.checks.terms import terms
from drafter.practice.documents.facts import Facts

Rule = Callable[[Answers], Iterable[Problem]]
LegalRule = Callable[[Facts], Iterable[Problem]]

#: Every rule, in the order in which a report shows its findings.
RULES: tuple[Rule, ...] = (
    movant_age,
    day_order,
    row_order,
    terms,
    counts_total,
    grounds_requested,
    plan_requested,
    ground_asserted,
    conviction_doubted,
    child_initials,
    discipline_agrees,
    exhibits_listed,
    exhibits_in_hand,
    seal_agrees,
    blanks_left,
)

#: Every rule that needs the law of the filing date.
LEGAL_RULES: tuple[LegalRule, ...] = (
    exhausted,
    possible_term,
    sheet_agrees,
    smuggled,
    local_look,
    memorandum_form,
    reply_rule,
    reconsidered_in_time,
    special_term,
)
