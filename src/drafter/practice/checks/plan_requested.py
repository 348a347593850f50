"""A request to the warden without a release plan."""

from __future__ import annotations

from collections.abc import Iterator

from drafter.core.answers import Answers
from drafter.core.problem import Problem
from drafter.practice.questions import plan, warden


def plan_requested(answers: Answers) -> Iterator[Problem]:
    """Warn where the request left the plan out, or is to be written and has none yet."""
    if answers.value(warden.PLAN_INCLUDED) is False:
        yield Problem(
            warden.PLAN_INCLUDED.id,
            "The request to the warden had no release plan, and 28 C.F.R. § 571.61(a)(2) asks for one; "
            "send the plan after it, or a new request with the plan.",
            stops_final=False,
        )
    if answers.value(warden.SENT) is not False:
        return
    for question in (plan.ADDRESS.id, plan.SUPPORT.id):
        if answers.stored(question) is None:
            yield Problem(
                question,
                "The request to the warden needs a release plan: where the movant will live and how he or "
                "she will be supported; answer this before you send the request.",
                stops_final=False,
            )
