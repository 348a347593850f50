"""Dates inside the rows of a list that stand in the wrong order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from drafter.core.answers import Answers
from drafter.core.dates import long_date
from drafter.core.problem import Problem
from drafter.core.question import Question
from drafter.core.rows import ListOf, Row
from drafter.practice.questions import prior, sentence, warden


@dataclass(frozen=True, slots=True)
class RowOrder:
    """In every row of ``question``, column ``earlier`` cannot lie after column ``later``."""

    question: Question[tuple[Row, ...]]
    earlier: str
    later: str


ROW_ORDERS: tuple[RowOrder, ...] = (
    RowOrder(sentence.PROCEEDINGS, "filed", "decided"),
    RowOrder(prior.MOTIONS, "filed", "ruled"),
    RowOrder(warden.APPEALS, "filed", "answered"),
    RowOrder(warden.EARLIER, "sent", "received"),
)


def row_order(answers: Answers) -> Iterator[Problem]:
    """Find every row whose two known dates stand in the wrong order."""
    for order in ROW_ORDERS:
        rows = answers.value(order.question)
        for number, row in enumerate(rows or (), start=1):
            earlier, later = row.get(order.earlier), row.get(order.later)
            if earlier is not None and later is not None and later < earlier:
                yield Problem(
                    order.question.id,
                    f"In {_item(order.question)} {number} the date “{_label(order, order.later)}” "
                    f"({long_date(later)}) lies before “{_label(order, order.earlier)}” ({long_date(earlier)}); "
                    "check both against the papers and correct the wrong one.",
                )


def _item(question: Question[tuple[Row, ...]]) -> str:
    return question.kind.item if isinstance(question.kind, ListOf) else "row"


def _label(order: RowOrder, column: str) -> str:
    kind = order.question.kind
    columns = kind.columns if isinstance(kind, ListOf) else ()
    return next((known.label for known in columns if known.id == column), column)
