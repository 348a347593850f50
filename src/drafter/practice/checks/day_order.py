"""Dates that cannot both be right, because the one cannot come before the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from drafter.core.answers import Answers
from drafter.core.dates import long_date
from drafter.core.problem import Problem
from drafter.core.question import Question
from drafter.practice.grounds import b1a, b1b, b1c, b2, b3b, b3c, b3d
from drafter.practice.questions import case, counsel, prior, sentence, signature, victims, warden


@dataclass(frozen=True, slots=True)
class Order:
    """``earlier`` cannot lie after ``later``; both are named in the words of the message.

    ``stops_final`` is False where a rare case can be right.
    """

    earlier: Question[date]
    later: Question[date]
    stops_final: bool = True


_LETTERS = (
    b1a.LETTER_DATE,
    b1b.LETTER_DATE,
    b1c.LETTER_DATE,
    b2.LETTER_DATE,
    b3b.LETTER_DATE,
    b3c.LETTER_DATE,
    b3d.LETTER_DATE,
)

ORDERS: tuple[Order, ...] = (
    Order(sentence.OFFENSE_CHARGED_ON, sentence.OFFENSE_DISPOSITION_ON),
    Order(sentence.OFFENSE_CHARGED_ON, sentence.IMPOSED_ON),
    Order(sentence.OFFENSE_DISPOSITION_ON, sentence.IMPOSED_ON),
    # A resentencing may stand as the date of imposition although the computation began with the first one.
    Order(sentence.IMPOSED_ON, sentence.CUSTODY_SINCE, stops_final=False),
    Order(sentence.CUSTODY_SINCE, sentence.CUSTODY_PROJECTED_RELEASE),
    Order(sentence.CUSTODY_SINCE, sentence.CUSTODY_FULL_TERM_DATE),
    Order(sentence.CUSTODY_PROJECTED_RELEASE, sentence.CUSTODY_FULL_TERM_DATE),
    Order(sentence.CUSTODY_SINCE, sentence.CUSTODY_HOME_CONFINEMENT_DATE),
    Order(sentence.CUSTODY_SINCE, sentence.CUSTODY_PRERELEASE_DATE),
    Order(sentence.CUSTODY_SINCE, case.FILING_DATE),
    # Both dates are the Bureau's own, and its later one can already be out of date.
    Order(sentence.CUSTODY_HOME_CONFINEMENT_DATE, sentence.CUSTODY_PROJECTED_RELEASE, stops_final=False),
    Order(case.FILING_DATE, sentence.CUSTODY_PROJECTED_RELEASE, stops_final=False),
    Order(sentence.IMPOSED_ON, warden.SENT_ON),
    Order(warden.SENT_ON, warden.RECEIVED_ON),
    Order(warden.SENT_ON, warden.RESPONDED_ON),
    Order(warden.RECEIVED_ON, warden.RESPONDED_ON),
    Order(warden.RECEIVED_ON, case.FILING_DATE),
    Order(warden.RESPONDED_ON, case.FILING_DATE),
    Order(sentence.IMPOSED_ON, case.FILING_DATE),
    Order(counsel.APPEARANCE_ON, case.FILING_DATE, stops_final=False),
    Order(victims.GOVERNMENT_CONFERRED_ON, case.FILING_DATE),
    Order(case.FILING_DATE, signature.SERVICE_ON),
    Order(prior.DENIED_ON, prior.ENTERED_ON),
    Order(prior.ENTERED_ON, case.FILING_DATE),
    Order(case.FILING_DATE, signature.ORDER_DATED),
    Order(signature.ORDER_DATED, signature.ORDER_ENTERED_ON),
    Order(case.FILING_DATE, signature.ORDER_ENTERED_ON),
    Order(b1a.DIAGNOSED_ON, b1a.LETTER_DATE),
    *(Order(letter, case.FILING_DATE) for letter in _LETTERS),
)


def day_order(answers: Answers) -> Iterator[Problem]:
    """Find every pair of known dates that stands in the wrong order."""
    for order in ORDERS:
        earlier, later = answers.value(order.earlier), answers.value(order.later)
        if earlier is not None and later is not None and later < earlier:
            yield Problem(
                order.later.id,
                f"The {order.later.blank} ({long_date(later)}) lies before the {order.earlier.blank} "
                f"({long_date(earlier)}); check both against the papers and correct the wrong one.",
                order.stops_final,
            )
