"""A minor child named by more than initials."""

from __future__ import annotations

import re
from collections.abc import Iterator

from drafter.core.answers import Answers
from drafter.core.problem import Problem
from drafter.practice.grounds import b3a

#: One to four letters with periods ("J.R."), or as capitals together ("JR") or apart ("J R", "J-R").
_INITIALS = re.compile(r"(?:[^\W\d_]\.[\s-]?){1,4}|[^\W\d_a-z]{1,3}|[^\W\d_a-z](?:[\s-][^\W\d_a-z]){1,3}")


def child_initials(answers: Answers) -> Iterator[Problem]:
    """Find each child in need of care who is called by a name (Fed. R. Crim. P. 49.1(a)(3)).

    A child who is known to be an adult may be named.
    """
    if answers.value(b3a.CHILD_KIND) == "adult":
        return
    children = answers.value(b3a.CHILDREN)
    for number, row in enumerate(children or (), start=1):
        written = row.get("initials")
        if written is not None and not _INITIALS.fullmatch(written.strip()):
            yield Problem(
                b3a.CHILDREN.id,
                f"Child {number} is written as “{written}”, and a public paper may show only a minor’s initials "
                "(Fed. R. Crim. P. 49.1(a)(3)); write the initials, such as J.R.",
            )
