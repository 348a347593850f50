"""A motion without a ground: rehabilitation and time served alone do not carry it."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.core.answers import Answers
from drafter.core.problem import Problem
from drafter.practice.grounds import CHANGED_LAW, GROUNDS
from drafter.practice.questions import reasons, warden


def ground_asserted(answers: Answers) -> Iterator[Problem]:
    """Find a motion that asserts no ground, and a leading reason that is not asserted.

    A case is left in peace until the exhaustion or the reasons have been begun.  Whether a change in the
    law may be a reason is for the law of the filing date, so it counts as a ground here.
    """
    asserted = {ground.id for ground in (*GROUNDS, CHANGED_LAW) if answers.value(ground.asserted)}
    if not asserted and _begun(answers):
        yield Problem(
            GROUNDS[0].asserted.id,
            "No ground is asserted, and rehabilitation or time served alone is not enough; answer yes to "
            "each ground that the papers can prove.",
        )
    lead = answers.value(reasons.LEAD)
    if lead is not None and asserted and lead not in asserted:
        yield Problem(
            reasons.LEAD.id,
            f"The leading reason, {reasons.LEAD.kind.show(lead)}, is not asserted; answer yes to that ground, or "
            "choose another to lead.",
        )


def _begun(answers: Answers) -> bool:
    return warden.SENT.id in answers or any(question.id in answers for question in reasons.SECTION)
