"""The search for conflicts of interest: persons' names in all cases, whoever they are there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from typing import TYPE_CHECKING, Any, Final

from drafter.app.namesakes import BETWEEN, asked
from drafter.core.dates import long_date
from drafter.core.likeness import Vocabulary
from drafter.errors import BadInputError, StoppedError
from drafter.store.names import Names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from drafter.app.namesakes import NameAsked, NameFound
    from drafter.core.question import Question
    from drafter.store.cases import CaseStore
    from drafter.store.names import CaseWithWords
    from drafter.store.records import StoredAnswer

_TITLE: Final = "Title of the case"
#: How a name was found, by the rank of :mod:`drafter.app.namesakes`.
_HOW: Final = ("", "similar", "similar: an initial")
#: What such a search cannot tell; it stands below every result.
LIMITS: Final = (
    "Looked at: the titles of all cases of this library with its archive, its templates and its trash, and"
    " every answer (also to a question that is no longer asked) with its note and its proof. Not looked at:"
    " answers that were changed since, versions, notes on sections, attached and drafted papers, cases that"
    " were deleted for good, other libraries. Nicknames and names before a marriage are other names: ask for"
    " each. A similar spelling counts for names of four letters and more that begin with a capital."
)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A name in a case: where the case lies, in the answer to which question (its ``role``), in which words.

    ``how`` says that the name is only similar; it is empty for the name itself.
    """

    asked: str
    case: int
    title: str
    place: str
    question: str
    role: str
    words: str
    how: str


@dataclass(frozen=True, slots=True)
class ConflictReport:
    """What a search found: the ``names`` asked for, when, in how many ``cases``, and every conflict."""

    names: tuple[str, ...]
    at: datetime
    cases: int
    found: tuple[Conflict, ...]

    def of(self, name: str) -> tuple[Conflict, ...]:
        """Return what was found for one of the names, the name itself before what is similar."""
        return tuple(one for one in self.found if one.asked == name)

    @property
    def heading(self) -> str:
        """When the search was made, and over how many cases."""
        at = self.at.astimezone()
        number = "1 case" if self.cases == 1 else f"{self.cases:,} cases"
        return f"Search for conflicts of interest, {long_date(at.date())}, {at:%H:%M}, over {number}"

    def count(self, name: str) -> str:
        """Say in how many cases a name was found."""
        sure = {one.case for one in self.of(name) if not one.how}
        like = {one.case for one in self.of(name)} - sure
        parts = [f"found in {_cases(len(sure))}"] if sure else []
        parts += [f"something similar in {_cases(len(like))}"] if like else []
        return "; ".join(parts) or "found in no case"

    def lines(self) -> list[str]:
        """The result as plain lines."""
        told = [self.heading]
        for name in self.names:
            told.append(f"{name}: {self.count(name)}.")
            told += [
                f"  case {one.case} “{one.title}” ({one.place}): {one.role}: {_words(one)}"
                for one in self.of(name)
            ]
        return [*told, LIMITS]

    def html(self) -> str:
        """The result as a page to print."""
        body = [f"<h1>{escape(self.heading)}</h1>"]
        for name in self.names:
            body.append(f"<h2>{escape(name)}</h2><p>{escape(self.count(name))}.</p>")
            body += [
                f"<p><b>Case {one.case}, {escape(one.title)}</b> ({escape(one.place)})<br>"
                f"{escape(one.role)}: {escape(_words(one))}</p>"
                for one in self.of(name)
            ]
        return f"<html><body>{''.join(body)}<p>{escape(LIMITS)}</p></body></html>"


def _cases(number: int) -> str:
    return "1 case" if number == 1 else f"{number:,} cases"


def _words(one: Conflict) -> str:
    return f"{one.words} ({one.how})" if one.how else one.words


def searched(
    store: CaseStore,
    questions: Mapping[str, Question[Any]],
    names: Sequence[str],
    stopped: Callable[[], bool],
) -> ConflictReport:
    """Look for every one of ``names`` in all cases of ``store``, whose index must be up to date.

    Raises :class:`BadInputError` where a name has no letters to look for, or no name is given, and
    :class:`StoppedError` once ``stopped`` returns True.
    """
    typed = list(dict.fromkeys(name.strip() for name in names if name.strip()))
    if not typed:
        raise BadInputError("No name is given; write the names to look for, each on a line of its own.")
    holders = Names(store.database)
    library = Vocabulary(holders.words())
    wanted = [asked(name, library) for name in typed]
    found = [one for name in wanted for one in _conflicts(holders, questions, name, stopped)]
    return ConflictReport(tuple(typed), datetime.now(tz=UTC), holders.cases(), tuple(found))


def _conflicts(
    library: Names,
    questions: Mapping[str, Question[Any]],
    name: NameAsked,
    stopped: Callable[[], bool],
) -> list[Conflict]:
    """The best ones first, and of those the cases changed last first."""
    found: list[Conflict] = []
    for case in library.holding([one.groups for one in name.readings], BETWEEN):
        if stopped():
            raise StoppedError
        found += _in_case(questions, name, case)
    return sorted(found, key=lambda one: _HOW.index(one.how))


def _in_case(
    questions: Mapping[str, Question[Any]], name: NameAsked, case: CaseWithWords
) -> Iterator[Conflict]:
    if hit := name.found(case.title):
        yield Conflict(name.typed, case.id, case.title, case.place, "", _TITLE, hit.around, _HOW[hit.rank])
    for key, answer in case.answers.items():
        role = questions[key].ask if key in questions else key
        for part, hit in _in_answer(name, answer):
            yield Conflict(
                *(name.typed, case.id, case.title, case.place),
                *(key, f"{role}{part}", hit.around, _HOW[hit.rank]),
            )


def _in_answer(name: NameAsked, answer: StoredAnswer) -> Iterator[tuple[str, NameFound]]:
    """Every place of an answer that holds the name, and in which part of it."""
    parts = (("", answer.value), (" (note)", answer.note), (" (proof)", list(answer.evidence)))
    for part, value in parts:
        for text in dict.fromkeys(_texts(value)):
            if text and (hit := name.found(text)):
                yield part, hit


def _texts(value: object) -> Iterator[str]:
    """The texts in which a name stands as a whole: the parts of a person's name are one."""
    if isinstance(value, dict) and "family" in value:
        yield " ".join(str(value[part]) for part in ("given", "family", "suffix") if value.get(part))
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _texts(inner)
    elif isinstance(value, str):
        yield value
