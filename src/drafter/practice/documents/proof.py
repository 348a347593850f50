"""Which printed answers nothing proves: a court reads a fact without its place in the record as a claim."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drafter.core.rows import ListOf, Row
from drafter.practice.documents.facts import Facts

#: The columns of a list in which a row names its own proof.
_OWN_PROOF = ("proof", "record", "exhibit", "docket", "basis")
#: Answers that state no fact of the record: the caption, who signs, what is asked for, what the government says,
#: the making of the papers, and which grounds are pleaded; and what a declarant says of his or her own knowledge.
_OF_THE_PAPERS = (
    *(
        "counsel",
        "government",
        "relief",
        "exhibits",
        "signature",
        "service",
        "certificate",
        "confirmations",
        "order",
    ),
    *("kit", "form", "seal", "compliance", "supplemental", "request", "declaration", "caregiver"),
)
_NO_FACT = re.compile(
    rf"(?:{'|'.join(_OF_THE_PAPERS)})\..*"
    r"|case\.(?!codefendants$|emergency_reason$).*"
    r"|movant\.(?:name|aliases|pronouns)|plan\.district|prior\.renewed|reasons\.(?:lead|not_asserted)"
    r"|reply\.(?:response|form)|reconsideration\.wanted|clemency\.(?:wanted|relief)"
    r"|appoint\.means|change\.(?:any|among_reasons|extent)|warden\.(?:waived|not_bop)|\w+\.asserted"
)


def unproved(facts: Facts, printed: Sequence[str]) -> tuple[str, ...]:
    """The questions among ``printed`` whose printed answers carry no evidence, in order.

    An answer is proved by its own evidence, by the cite of the sentence in which it stands, or, in a list, by
    what every row names itself.
    """
    proved = frozenset(facts.ledger.proved)
    return tuple(
        question
        for question in printed
        if question not in proved and facts.known(question) and _wants_proof(facts, question)
    )


def _wants_proof(facts: Facts, question: str) -> bool:
    asked = facts.question(question)
    if facts.answers.evidence(asked) or _NO_FACT.fullmatch(question):
        return False
    rows = facts.value(question) if isinstance(asked.kind, ListOf) else ()
    return not rows or not all(_proves_itself(row) for row in rows)


def _proves_itself(row: Row) -> bool:
    return any(row.get(column) for column in _OWN_PROOF)
