"""The look of the papers where it follows a local rule that nobody has checked."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.core.problem import Problem
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.house_style import house_style


def local_look(facts: Facts) -> Iterator[Problem]:
    """Say that the look follows an unverified local rule, until a person has decided the type size."""
    style = house_style(facts)
    if style.rule and not style.rule_verified and not facts.known("form.size"):
        yield Problem(
            "form.size",
            f"The papers are set as a rule of this court was found to ask ({style.rule.rstrip('.')}), which is not "
            "verified; read the local rule, then answer the type size.",
            stops_final=False,
        )
