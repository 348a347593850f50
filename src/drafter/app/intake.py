"""Taking in many cases from a table: one row to a case, all rows or none, every bad cell named."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from drafter.app.lines import listed
from drafter.app.reading import read_answer, to_store
from drafter.app.sheets import rows_of
from drafter.core.kinds import Address, Person
from drafter.core.problem import Unreadable
from drafter.core.rows import ListOf
from drafter.errors import BadInputError, OutputError
from drafter.store.records import NewCase, StoredAnswer

if TYPE_CHECKING:
    from drafter.app.library import Library
    from drafter.core.question import Question

#: The column that names the case; the movant's name stands in where it is empty.
TITLE: Final = "title"
#: The parts of answers that have some, as columns “question.part”.
_PARTS: Final[dict[type, tuple[str, ...]]] = {
    Person: ("given", "family", "suffix"),
    Address: ("street", "city", "state", "postal_code"),
}


@dataclass(frozen=True, slots=True)
class BadCell:
    """A cell that cannot be taken in; ``row`` is counted as the table shows it, 0 where none is meant."""

    row: int
    column: str
    why: str


@dataclass(frozen=True, slots=True)
class IntakeReport:
    """The cases that were made, or else every bad cell; never both."""

    cases: tuple[int, ...]
    bad: tuple[BadCell, ...]


@dataclass(frozen=True, slots=True)
class _Column:
    """What a column holds: a question, or one part of its answer, or the title.

    ``holds`` is "answer" or "title", or "nothing" where the heading is empty or says something unknown.
    """

    heading: str
    question: Question[Any] | None = None
    part: str = ""
    holds: str = "answer"

    @property
    def key(self) -> str:
        return self.question.id if self.question else TITLE


class Intake:
    """Reads tables for one library."""

    def __init__(self, library: Library) -> None:
        """Make cases in ``library``."""
        self._library = library
        self._questions = library.drafting.questions

    def write_template(self, path: Path) -> Path:
        """Write a CSV file with the heading of every column and nothing else; a file that is there stays.

        Raises :class:`OutputError`.
        """
        text = io.StringIO(newline="")
        csv.writer(text).writerow(self.headings())
        path = path.expanduser().absolute()
        try:
            with path.open("xb") as file:
                file.write(b"\xef\xbb\xbf" + text.getvalue().encode())
        except FileExistsError as fault:
            raise OutputError(f"{path} exists already; choose another name.") from fault
        except OSError as fault:
            raise OutputError(
                f"{path} cannot be written ({fault.strerror}); choose another folder."
            ) from fault
        return path

    def headings(self) -> tuple[str, ...]:
        """Return the title and every question that fits a cell, those with parts part by part."""
        found = [TITLE]
        for key, question in self._questions.items():
            if not isinstance(question.kind, ListOf):
                parts = _PARTS.get(type(question.kind), ())
                found += [f"{key}.{part}" for part in parts] or [key]
        return tuple(found)

    def take(self, path: Path) -> IntakeReport:
        """Make a case of every row, all or none; each begins with the firm profile.

        Raises :class:`BadInputError` for a file that is no table or has no row.
        """
        rows = rows_of(path)
        if len(rows) < 2:  # noqa: PLR2004 - the headings and one case
            raise BadInputError(
                f"{path} holds no case: its first row names the columns, each further one is a case."
            )
        (_, headings), *cases = rows
        columns, bad = self._columns(headings)
        new: list[NewCase] = []
        begins = self._library.firm.answers()
        for number, cells in cases:
            case, faults = self._case(number, cells, columns, begins)
            new.append(case)
            bad += faults
        if bad:
            return IntakeReport((), tuple(bad))
        return IntakeReport(tuple(self._library.new_all(new)), ())

    # --- columns ---------------------------------------------------------------------------------------

    def _columns(self, headings: list[str]) -> tuple[list[_Column], list[BadCell]]:
        by_words = self._by_words()
        columns: list[_Column] = []
        bad: list[BadCell] = []
        for heading in headings:
            try:
                columns.append(self._column(heading.strip(), by_words))
            except Unreadable as fault:
                columns.append(_Column(heading.strip(), holds="nothing"))
                bad.append(BadCell(0, heading.strip(), str(fault)))
        columns, twice = _once(columns)
        return columns, bad + twice

    def _by_words(self) -> dict[str, list[Question[Any]]]:
        found: dict[str, list[Question[Any]]] = {}
        for question in self._questions.values():
            found.setdefault(_folded(question.ask), []).append(question)
        return found

    def _column(self, heading: str, by_words: Mapping[str, list[Question[Any]]]) -> _Column:
        """What the heading names; raise :class:`Unreadable` where it names nothing."""
        if not heading:
            return _Column("", holds="nothing")
        if heading.casefold() == TITLE:
            return _Column(heading, holds="title")
        if heading in self._questions:
            return _Column(heading, self._questions[heading])
        key, _, part = heading.rpartition(".")
        if key in self._questions and part in _PARTS.get(type(self._questions[key].kind), ()):
            return _Column(heading, self._questions[key], part)
        asked = by_words.get(_folded(heading), [])
        if len(asked) == 1:
            return _Column(heading, asked[0])
        if asked:
            ids = ", ".join(question.id for question in asked)
            raise Unreadable(f"Several questions have these words; name one by its id: {ids}.")
        raise Unreadable("No question has this id or these words; “drafter intake --template” lists them.")

    # --- rows ------------------------------------------------------------------------------------------

    def _case(
        self, number: int, cells: list[str], columns: list[_Column], begins: Mapping[str, StoredAnswer]
    ) -> tuple[NewCase, list[BadCell]]:
        title, raw, bad = _sorted_out(number, cells, columns)
        answers = dict(begins)
        for key, (heading, cell) in raw.items():
            try:
                if (row := self._answer(self._questions[key], cell)) is not None:
                    answers[key] = row
            except Unreadable as fault:
                bad.append(BadCell(number, heading, str(fault)))
        shown = listed(answers, self._library.law)
        return NewCase(title or shown.movant or f"Row {number}", answers, listed=shown), bad

    @staticmethod
    def _answer(question: Question[Any], cell: object) -> StoredAnswer | None:
        if isinstance(question.kind, ListOf) and isinstance(cell, str):
            try:
                cell = json.loads(cell)
            except (ValueError, RecursionError):
                raise Unreadable("A list stands in a cell as JSON, such as [{…}, {…}].") from None
        return to_store(read_answer(question, cell))


def _once(columns: list[_Column]) -> tuple[list[_Column], list[BadCell]]:
    """The columns, and a cell for each whose question or part an earlier one has; it holds nothing."""
    single: list[_Column] = []
    bad: list[BadCell] = []
    seen: dict[str, set[str]] = {}
    for column in columns:
        parts = seen.setdefault(column.key, set()) if column.holds != "nothing" else set[str]()
        if parts and (not column.part or parts & {column.part, ""}):
            bad.append(BadCell(0, column.heading, f"“{column.key}” has two columns; keep one of them."))
            single.append(replace(column, holds="nothing"))
        else:
            parts.add(column.part)
            single.append(column)
    return single, bad


def _sorted_out(
    number: int, cells: list[str], columns: list[_Column]
) -> tuple[str, dict[str, tuple[str, Any]], list[BadCell]]:
    """The title in a row, its cells by question with their heading, parts put together, and bad cells."""
    title = ""
    raw: dict[str, tuple[str, Any]] = {}
    bad: list[BadCell] = []
    for place, cell in enumerate(cells):
        if not cell.strip():
            continue
        column = columns[place] if place < len(columns) else _Column("", holds="nothing")
        if column.holds == "title":
            title = " ".join(cell.split())
        elif column.holds == "answer":
            heading, so_far = raw.get(column.key, (column.key if column.part else column.heading, {}))
            raw[column.key] = heading, {**so_far, column.part: cell} if column.part else cell
        elif not column.heading:
            bad.append(BadCell(number, f"column {place + 1}", "This cell stands under no heading."))
    return title, raw, bad


def _folded(words: str) -> str:
    return " ".join(words.casefold().split()).rstrip("?.: ")
