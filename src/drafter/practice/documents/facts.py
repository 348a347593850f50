"""The facts of a case as a paper may print them: every answer with its record cite, or a visible blank.

One rule for every question.  A hidden one prints nothing.  A known answer prints verbatim, followed by its
evidence in parentheses.  An answer "unknown – must obtain" prints a bracketed blank, and so does a needed
question without an answer.  An optional question without an answer prints nothing, and the template
leaves its sentence, row or heading out.  What was printed and what stayed blank is kept, so that tests
and pre-filing checks can ask.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from drafter.core.answers import Answers, Evidence, record_cite
from drafter.core.kinds import Kind
from drafter.core.marks import BLANK_ON, RECORD, blank, plain, printed
from drafter.core.question import Question
from drafter.core.rows import Column, ListOf, Row
from drafter.law.load import Law
from drafter.practice.documents import exhibit_labels
from drafter.practice.documents.exhibit_labels import Labels
from drafter.practice.documents.private import PUBLIC_FORMS
from drafter.practice.documents.sources import Sources

#: What an empty cell of a table shows.
EMPTY = "–"
#: The prefix of docket cites where neither the case nor its district names one.
DOCKET = "ECF No."
#: What no line of a paper may part from the label or number behind it: "Ex. B at 12", "ECF No. 41".
_LEADS_TO_NUMBER = re.compile(r"(?<!\S)(Ex\.|No\.|at|¶) (?=\S)")
#: The end of a sentence, with what may close behind it.
_ENDS_SENTENCE = re.compile(r"[.!?][”’\"')\]]*$")
_NUMBER_ONLY = re.compile(r"[0-9]+(-[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Passage:
    """A long answer after a run-in heading: the paragraph beside the heading, and those that follow.

    ``here`` is False where there is nothing to print, and then the heading goes too.
    """

    here: bool
    first: str
    rest: tuple[str, ...]


#: A passage that prints nothing.
NO_PASSAGE = Passage(here=False, first="", rest=())


@dataclass(frozen=True, slots=True)
class YesOrNo:
    """A yes-or-no answer for a template: one of ``yes``, ``no`` and ``blank``, or none of them."""

    yes: bool
    no: bool
    blank: str


@dataclass(frozen=True, slots=True)
class Cells:
    """One row of a list answer; each cell prints as part of the answer to ``question``."""

    question: str
    columns: Mapping[str, Column]
    values: Mapping[str, Any]
    sealed: bool = False

    def value(self, column: str) -> Any:  # noqa: ANN401 - the column's kind says what it is
        """The typed value of a cell, None where it is empty."""
        return self.values.get(column)

    def has(self, column: str) -> bool:
        """Whether the cell is filled."""
        return self.values.get(column) is not None

    def text(self, column: str, otherwise: str = EMPTY) -> str:
        """The cell as printed: its value, a blank where a required one is empty, else ``otherwise``."""
        known = self.columns[column]
        value = self.values.get(column)
        if value is not None:
            return printed(self.question, _shown(known, value, sealed=self.sealed))
        return printed(self.question, blank(_lowered(known.label))) if known.required else otherwise

    def paragraphs(self, column: str) -> tuple[str, ...]:
        """A cell of long text paragraph by paragraph; a blank where a required one is empty, else nothing."""
        if not self.has(column):
            return (self.text(column),) if self.columns[column].required else ()
        shown = _shown(self.columns[column], self.values[column], sealed=self.sealed)
        return tuple(printed(self.question, line.strip()) for line in shown.split("\n") if line.strip())


@dataclass(slots=True)
class Ledger:
    """What one paper printed, what it left blank and what its cites prove, by question id, in order."""

    shown: list[str] = field(default_factory=list)
    blanks: list[str] = field(default_factory=list)
    proved: list[str] = field(default_factory=list)


class Facts:
    """The answers of a case and the law of the filing date, as one paper may use them.

    ``answers`` are masked: they hold no answer to a hidden question.  ``on`` is the day whose law governs
    and to which time is counted, ``today`` the day on which the draft is made (None where a test does not
    care).  ``questions`` are all questions of the interview by id.  A ``sealed`` paper prints private facts
    whole, a public one only in the form of Fed. R. Crim. P. 49.1(a).
    """

    def __init__(  # noqa: PLR0913 -- the case, the law, two days, and whether the court alone will read it
        self,
        answers: Answers,
        law: Law,
        on: date,
        today: date | None = None,
        *,
        questions: Mapping[str, Question[Any]],
        sealed: bool = False,
    ) -> None:
        self.answers = answers
        self.law = law
        self.on = on
        self.today = today
        self.questions = questions
        self.sealed = sealed
        self._known = answers.known()
        self.ledger = Ledger()
        self.sources = Sources(law, on, self._circuit(), self._confirmed())
        typed = [str(row.get("letter") or "") for row in self.value(exhibit_labels.LIST) or ()]
        self.labels = Labels(typed, self.choice(exhibit_labels.LABELS))

    def fresh(self) -> Facts:
        """The same facts with nothing printed yet: every paper begins with its own."""
        return self._again(sealed=self.sealed)

    def under_seal(self) -> Facts:
        """The same facts for the sealed twin of a paper."""
        return self._again(sealed=True)

    def afterwards(self) -> Facts:
        """The same facts for a paper that is filed after the motion: by the law of the day on which it is made."""
        return self._again(sealed=self.sealed, on=max(self.on, self.today or self.on))

    def _again(self, *, sealed: bool, on: date | None = None) -> Facts:
        known = self.questions
        return Facts(self.answers, self.law, on or self.on, self.today, questions=known, sealed=sealed)

    # ---- what is known

    def question(self, question: str) -> Question[Any]:
        """The question with this id; KeyError if the interview has none."""
        return self.questions[question]

    def value(self, question: str) -> Any:  # noqa: ANN401 - the question's kind says what it is
        """The known value, None while there is none."""
        known = self._known.get(question)
        if known is None:
            self.questions[question]  # a slip of the pen is no open question
        return known

    def known(self, question: str) -> bool:
        """Whether there is a known value."""
        return self.value(question) is not None

    def has(self, question: str) -> bool:
        """Whether there is something to print: a known value or a blank."""
        return self.known(question) or self._is_blank(question)

    def yes(self, question: str) -> bool:
        """Whether the answer is yes."""
        return self.value(question) is True

    def no(self, question: str) -> bool:
        """Whether the answer is no (not merely absent)."""
        return self.value(question) is False

    def choice(self, question: str) -> str:
        """The stored word of a choice, empty while unknown."""
        return self.value(question) or ""

    def day(self, question: str) -> date | None:
        """The known day."""
        known: date | None = self.value(question)
        return known

    def number(self, question: str) -> int | None:
        """The known number."""
        known: int | None = self.value(question)
        return known

    # ---- what prints

    def text(self, question: str) -> str:
        """The answer with its record cite, a blank, or nothing."""
        return self.bare(question) + self.cite(question)

    def bare(self, question: str) -> str:
        """The answer without its record cite, a blank, or nothing."""
        value = self.value(question)
        if value is None:
            return self.blank(question) if self._is_blank(question) else ""
        return self.as_printed(question, _shown(self.question(question), value, sealed=self.sealed))

    def or_blank(self, question: str) -> str:
        """The answer, or its bracket where the paper cannot go without it although the interview can."""
        return self.bare(question) or self.blank(question)

    def as_printed(self, question: str, words: str) -> str:
        """``words``, made from the answer to ``question``, marked as that answer's print."""
        self._allowed(question)
        self.ledger.shown.append(question)
        return printed(question, self._followed(words) if self.labels.by_place else words)

    def blank(self, question: str) -> str:
        """The visible bracket that stands for the missing answer."""
        self._allowed(question)
        self.ledger.blanks.append(question)
        return printed(question, blank(self.question(question).blank))

    def sheet_lines(self, question: str) -> tuple[str, ...]:
        """The answer line by line for a sheet of the file, whole and without record cites; none while open."""
        value = self.value(question)
        if value is None:
            return ()
        lines = self._kind(question).show(value).split("\n")
        return tuple(self.as_printed(question, line) for line in lines if line.strip())

    def choice_words(self, question: str, words: Mapping[str, str]) -> str:
        """The words that a paper uses for the chosen option, a blank, or nothing."""
        chosen = self.choice(question)
        return self.as_printed(question, words[chosen]) if chosen else self.bare(question)

    def yes_no(self, question: str) -> YesOrNo:
        """A yes-or-no answer for a template."""
        if self.known(question):
            self.ledger.shown.append(question)
            return YesOrNo(self.yes(question), self.no(question), "")
        return YesOrNo(yes=False, no=False, blank=self.bare(question))

    def paragraphs(self, question: str) -> tuple[str, ...]:
        """A long answer paragraph by paragraph, the record cite after the last; a blank; or nothing.

        Where the answer ends a sentence, the cite is one too and has its own period: ``… left. (PSR ¶ 9.)``
        """
        told = self._lines(question)
        if not told or not self.known(question):
            return told
        cite = self.cite(question)
        if cite and _ENDS_SENTENCE.search(plain(told[-1])):
            cite = f"{cite[:-1]}.)"
        return (*told[:-1], told[-1] + cite)

    def spoken(self, question: str) -> tuple[str, ...]:
        """The same without record cite: a declaration of own knowledge is itself the proof."""
        self.ledger.proved.append(question)
        return self._lines(question)

    def _lines(self, question: str) -> tuple[str, ...]:
        value = self.value(question)
        if value is None:
            return (self.blank(question),) if self._is_blank(question) else ()
        lines = [line.strip() for line in value.split("\n") if line.strip()]
        return tuple(self.as_printed(question, line) for line in lines)

    def passage(self, question: str) -> Passage:
        """A long answer for a run-in heading."""
        told = self.paragraphs(question)
        return Passage(here=True, first=told[0], rest=told[1:]) if told else NO_PASSAGE

    def rows(self, question: str) -> tuple[Cells, ...]:
        """The rows of a list; one row of blanks where the list is missing; none where it is not needed."""
        kind = self._kind(question)
        if not isinstance(kind, ListOf):
            raise TypeError(f"{question} is not a list.")
        self._allowed(question)
        columns = {column.id: column for column in kind.columns}
        value = self.value(question)
        if value is not None:
            self.ledger.shown.append(question)
            return tuple(
                Cells(question, columns, self._row(question, place, row), self.sealed)
                for place, row in enumerate(value)
            )
        if not self._is_blank(question):
            return ()
        self.ledger.blanks.append(question)
        return (Cells(question, columns, {}, self.sealed),)

    def cite(self, *questions: str, besides: str = "") -> str:
        """The record cite of a sentence with a space before it, e.g. `` (Ex. B at 12; PSR ¶ 9)``.

        It joins the evidence on all ``questions`` of the sentence and names each place once; ``besides``
        is a place that another answer gives in words.  Nothing without evidence.
        """
        places: dict[str, None] = {}
        for question in questions:
            for one in self.answers.evidence(self.questions[question]):
                places[self._place(one)] = None
        if besides:
            places[besides] = None
        if places:
            self.ledger.proved.extend(questions)
        return f" ({RECORD}{'; '.join(places)})" if places else ""

    def docket(self, text: str) -> str:
        """A docket entry as this court cites it: a bare number gets the prefix, anything else stays."""
        return f"{self.record_prefix} {text}" if _NUMBER_ONLY.fullmatch(text) else text

    @property
    def record_prefix(self) -> str:
        """How papers of this court cite the docket."""
        own = self.value("case.record_prefix")
        district = self.value("case.district")
        of_court = self.law.district(district).record_cite_prefix if district else ""
        return own or of_court or DOCKET

    # ---- inside

    def _place(self, proof: Evidence) -> str:
        """Where a fact is proved, as this court and the list of exhibits name it."""
        if proof.exhibit:
            source = f"Ex. {self._bracketed(self.labels.name(proof.exhibit))}"
        else:
            source = self.docket(proof.document)
        return _LEADS_TO_NUMBER.sub("\\1\u00a0", record_cite(source, proof.page))

    def _row(self, question: str, place: int, row: Row) -> Row:
        """A row whose cells name the exhibits as the papers do, an exhibit of the list itself included."""
        if not self.labels.by_place:
            return row
        told = {key: self._followed(cell) if isinstance(cell, str) else cell for key, cell in row.items()}
        return {**told, "letter": self.labels.at(place)} if question == exhibit_labels.LIST else told

    def _followed(self, words: str) -> str:
        return self._bracketed(self.labels.follow(words))

    def _bracketed(self, words: str) -> str:
        """``words``, whose bracket for an exhibit that is not listed is kept like every other."""
        if BLANK_ON in words:
            self.ledger.blanks.append(exhibit_labels.LIST)
        return words

    def _kind(self, question: str) -> Kind[Any]:
        return self.question(question).kind

    def _allowed(self, question: str) -> None:
        if self.questions[question].confidential:
            raise ValueError(f"{question} is confidential and may not be printed.")

    def _is_blank(self, question: str) -> bool:
        asked = self.question(question)
        answer = self.answers.answer(question)
        if answer is not None:
            return answer.unknown
        return asked.shown_when.holds(self.answers) and asked.needed_when.holds(self.answers)

    def _circuit(self) -> str:
        district = self.value("case.district")
        return self.law.district(district).circuit if district else ""

    def _confirmed(self) -> frozenset[str]:
        rows = self.value("confirmations.law") or ()
        return frozenset(row["item"].strip() for row in rows if row.get("item") and row.get("confirmed_by"))


def _shown(asked: Question[Any] | Column, value: object, *, sealed: bool) -> str:
    """A value as the paper may show it: whole, or in its public form where it is private."""
    return asked.kind.show(value) if sealed or not asked.private else PUBLIC_FORMS[asked.private](value)


def _lowered(label: str) -> str:
    """A column's label as it reads inside a bracket."""
    return label[:1].lower() + label[1:] if label[1:2].islower() else label
