"""The proposed order: the choices of form AO 248, every box left to the judge, and no argument.

What the form says after the boxes on the stay has not been read (law/values.toml, ``order_form.later_boxes``), so
those boxes are told in words of the program's own and marked until a named person has compared them.
"""

from __future__ import annotations

from dataclasses import dataclass

from drafter.core.dates import long_date
from drafter.practice.documents import served
from drafter.practice.documents.background import term_of
from drafter.practice.documents.caption import Caption, caption
from drafter.practice.documents.document import PlainDocument
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.opening import flags
from drafter.practice.documents.relief import amount_asked, term_asked
from drafter.practice.documents.words import counted

_TO_FILL = "____________"
_MONTHS = f"{_TO_FILL} months"
_HOME_DETENTION = "home detention"


@dataclass(frozen=True, slots=True)
class Unserved:
    """The unserved portion of the original term, which caps a special term.

    ``here`` is False for a life term, and while it cannot be counted.  ``on`` is the day counted to,
    ``full_term`` the last day.
    """

    here: bool
    on: str
    full_term: str
    term: str
    served: str
    days: str
    length: str
    method: str
    cite: str


@dataclass(frozen=True, slots=True)
class Order:
    """What the order prints.  ``reduced_to`` is the number asked for, or a line to fill."""

    flags: tuple[str, ...]
    caption: Caption
    defendant: str
    imposed: str
    asked: str
    reduced_to: str
    stay: str
    district: str
    special_term: str
    cap: str
    unserved: Unserved
    has_supervised_release: bool
    supervised_release: str
    has_conditions: bool
    conditions: tuple[str, ...]
    lapse_days: str
    unread: str
    judge: str


def _applies(_facts: Facts) -> bool:
    """Every motion: the court needs a form of order to grant it, and many courts ask for one."""
    return True


def _make(facts: Facts) -> Order:
    conditions = _conditions(facts)
    boxes = facts.law.value("order_form.later_boxes", facts.on)
    return Order(
        flags=flags(facts),
        caption=caption(facts),
        defendant=facts.bare("movant.name"),
        imposed=term_of(facts),
        asked=term_asked(facts),
        reduced_to=term_asked(facts) if facts.choice("relief.kind") == "months" else _MONTHS,
        stay=_stay(facts),
        district=facts.bare("plan.district") or _TO_FILL,
        special_term=amount_asked(facts, "relief.special_term", "month") or _MONTHS,
        cap=facts.sources.number("special_term.cap"),
        unserved=unserved(facts),
        has_supervised_release=facts.has("sentence.supervised_release"),
        supervised_release=facts.bare("sentence.supervised_release"),
        has_conditions=bool(conditions),
        conditions=conditions,
        lapse_days=facts.sources.number("exhaustion.lapse_days"),
        unread=facts.sources.mark(f"value:{boxes.id}", verified=boxes.verified),
        judge=facts.bare("case.judge"),
    )


def _stay(facts: Facts) -> str:
    """The days asked for, or the most that the form offers."""
    asked = facts.number("relief.stay_days")
    if asked:
        return facts.as_printed("relief.stay_days", counted(asked, "day"))
    return f"{facts.sources.number('stay.max_days')} days"


def _conditions(facts: Facts) -> tuple[str, ...]:
    """The conditions that the motion proposes, without what they are for; home detention is named once."""
    proposed = tuple(row.text("condition") for row in facts.rows("danger.conditions"))
    named = any(_HOME_DETENTION in condition.casefold() for condition in proposed)
    if named or not facts.has("relief.home_detention"):
        return proposed
    return (*proposed, f"Home detention for {amount_asked(facts, 'relief.home_detention', 'month')}")


def unserved(facts: Facts) -> Unserved:
    """What is left of the original term on the day counted to (18 U.S.C. § 3582(c)(1)(A))."""
    time = served.count(facts)
    if time is None or time.unserved is None or time.full_term_date is None:
        return Unserved(
            here=False, on="", full_term="", term="", served="", days="", length="", method="", cite=""
        )
    return Unserved(
        here=True,
        on=long_date(time.on),
        full_term=long_date(time.full_term_date),
        term=counted(time.term_days or 0, "day"),
        served=counted(time.served_days, "day"),
        days=counted(time.unserved_days or 0, "day"),
        length=time.unserved.words,
        method=facts.sources.number("special_term.unserved"),
        cite=facts.cite("sentence.months", "custody.since", "custody.jail_credit"),
    )


ORDER = PlainDocument("order", _applies, _make)
