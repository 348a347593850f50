"""What the templates of a firm see of its own questions: the group ``own`` beside what the program itself says.

``own.officer`` prints the answer, or its bracket while it is open, so it is never empty.  ``own.has.officer``
tells whether it is answered; of a yes-or-no ``own.yes.moved`` and ``own.no.moved`` tell which it is.
"""

from __future__ import annotations

from typing import Any, Final

from drafter.practice.documents.facts import Facts
from drafter.practice.questions.own import PREFIX, YES_NO

#: The name of the group in a template.
GROUP: Final = PREFIX.rstrip(".")
HAS, YES, NO = "has", "yes", "no"
#: What no field can be called.
RESERVED: Final = frozenset({HAS, YES, NO})


def own_answers(facts: Facts) -> dict[str, Any]:
    """The group ``own`` for a case, empty where the firm has no questions.

    What it holds is not in the ledger of ``facts``: whether any of it prints, the template alone decides.
    """
    own = {
        key.removeprefix(PREFIX): question
        for key, question in facts.questions.items()
        if key.startswith(PREFIX)
    }
    if not own:
        return {}
    apart = facts.fresh()
    group: dict[str, Any] = {name: apart.or_blank(question.id) for name, question in own.items()}
    for test, holds in ((HAS, apart.known), (YES, apart.yes), (NO, apart.no)):
        group[test] = {
            name: holds(question.id)
            for name, question in own.items()
            if test == HAS or question.kind.name == YES_NO
        }
    return group
