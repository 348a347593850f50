"""What can be seen of an open case: its answers, how it stands under the law, its papers as they would be."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from drafter.app.beside import law_beside, law_entry
from drafter.app.drafting import MAIN_DOCUMENT
from drafter.app.notes import CaseNotes
from drafter.app.reading import from_store
from drafter.app.typed import with_typed
from drafter.core.flow import Flow, follow
from drafter.core.problem import Problem
from drafter.practice.checks import RULES
from drafter.practice.questions.case import FILING_DATE
from drafter.practice.questions.kit import TITLES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from drafter.app.differences import AnswerDifference
    from drafter.app.drafting import DraftingRoom
    from drafter.app.evidence import EvidenceMap
    from drafter.app.notes import NoteLine
    from drafter.app.review import ReviewLine
    from drafter.app.typed import Typed
    from drafter.core.answers import Answers
    from drafter.core.question import Question, Section
    from drafter.law.changes import LawChange
    from drafter.law.deadlines import Deadline
    from drafter.law.showing import Shown
    from drafter.practice.beside import LawBeside
    from drafter.practice.documents.document import Paper
    from drafter.practice.elements import GroundStanding
    from drafter.practice.sentence_bar import SentenceBar
    from drafter.practice.timeline import TimelineEvent
    from drafter.store.case_records import DraftedPaper, PastAnswer, Version
    from drafter.store.cases import CaseStore


@dataclass(frozen=True, slots=True)
class SectionState:
    """How far a section is.

    ``state`` is "done", "missing", "problem" or "empty" (nothing answered and nothing needed).  ``signed``
    is the latest sign-off, None while nobody stands behind the section.
    """

    id: str
    title: str
    state: str
    missing: int
    problems: int
    signed: NoteLine | None = None


class CaseView:
    """A case that is open, to be looked at.  Use it from the thread that made it."""

    def __init__(
        self,
        store: CaseStore,
        case: int,
        drafting: DraftingRoom,
        today: Callable[[], date],
    ) -> None:
        """Open the case with the id ``case``; raise :class:`BadInputError` if there is none."""
        self.id = case
        self.title = store.title(case)
        self.sections: tuple[Section, ...] = drafting.sections
        self._questions = drafting.questions
        self._store = store
        self._drafting = drafting
        self._today = today
        self._drafted = store.drafts.documents(case)
        self.answers, self._unreadable = from_store(self._questions, store.answers(case))
        self.flow = self._follow(self.answers)
        #: The findings of this flow by filing date and today: outline and to-do list ask for the same.
        self._found: dict[tuple[date, date], tuple[Problem, ...]] = {}

    def _follow(self, answers: Answers) -> Flow:
        return follow(self.sections, answers, (lambda _answers: self._unreadable, *RULES))

    def question(self, question: str) -> Question[Any]:
        """Return the question with this id; raise :class:`BadInputError` if there is none."""
        return self._drafting.question(question)

    def own_words(self) -> dict[str, str]:
        """Return the words of the case's names and other short answers, for the spelling check."""
        from drafter.app.spelling import case_words

        return case_words(self._questions, self.answers)

    def _in_order(self, questions: set[str]) -> tuple[str, ...]:
        return tuple(key for key in self._questions if key in questions) if questions else ()

    def outline(self) -> tuple[SectionState, ...]:
        """Return the state of every section, in order."""
        shown = {question.id for question in self.flow.shown}
        lacking = [item.question.id for item in self.flow.missing]
        wrong = [problem.question for problem in self.findings() if problem.stops_final]
        signed = self.notes.signed()
        states = (self._state(section, shown, lacking, wrong) for section in self.sections)
        return tuple(replace(state, signed=signed.get(state.id)) for state in states)

    def _state(self, section: Section, shown: set[str], lacking: list[str], wrong: list[str]) -> SectionState:
        asked = {question.id for question in section} & shown
        missing = sum(key in asked for key in lacking)
        problems = sum(key in asked for key in wrong)
        started = any(key in self.answers for key in asked)
        state = "problem" if problems else "missing" if missing else "done" if started else "empty"
        return SectionState(section.id, section.title, state, missing, problems)

    def filing_date(self, on: date | None = None) -> date:
        """Return the day whose law applies: ``on``, else the case's filing date, else today."""
        return on or self.flow.answers.value(FILING_DATE) or self._today()

    @property
    def today(self) -> date:
        """The day on which the case is looked at."""
        return self._today()

    def findings(self, on: date | None = None) -> tuple[Problem, ...]:
        """Return every problem of the case on the filing date, those that the law makes included."""
        dates = self.filing_date(on), self._today()
        if dates not in self._found:
            self._found[dates] = (*self.flow.problems, *self._drafting.problems(self.flow.answers, *dates))
        return self._found[dates]

    def grounds(self, on: date | None = None) -> tuple[GroundStanding, ...]:
        """Return how every ground of the case stands on the filing date, element by element."""
        return self._drafting.grounds(self.flow.answers, self.filing_date(on), self._today())

    def deadlines(self, on: date | None = None) -> tuple[Deadline, ...]:
        """Return every deadline of the case as of today: ahead, waiting for a date, passed.

        ``on`` stands in for the filing date, on which letters are measured and whose law applies.
        """
        return self._drafting.deadlines(self.flow.answers, self.filing_date(on), self._today())

    def drafted_at(self) -> datetime | None:
        """Return when the last paper of the case was written, None where none ever was."""
        last = self._store.drafts.last(self.id)
        return None if last is None else last.made

    def law_changes(self) -> tuple[LawChange, ...]:
        """Return what of the law differs now from that of the last draft, as far as it can concern the case.

        Entries that were added, removed or changed in the program, and those that began or ended between
        that draft and today.  Nothing for a case that was never drafted.
        """
        last = self._store.drafts.last(self.id)
        return () if last is None else self._drafting.law_changes(self.answers, last, self._today())

    def law_beside(self, question: str, on: date | None = None) -> LawBeside:
        """Return the law that bears on ``question`` in this case, on the filing date and in its court.

        Raises :class:`BadInputError` for an unknown question or a day whose law the program does not hold.
        """
        return law_beside(self._drafting, question, self.filing_date(on), answers=self.flow.answers)

    def law_entry(self, ref: str, on: date | None = None) -> Shown:
        """Return the entry of the law with this ref on the filing date; raises :class:`BadInputError`."""
        return law_entry(self._drafting, ref, self.filing_date(on))

    def review(self) -> tuple[ReviewLine, ...]:
        """Return every question that is asked now with its answer, its proof and what is open about it."""
        from drafter.app.review import reviewed

        on, today = self.filing_date(), self._today()
        unproved = self._drafting.unproved(self.flow.answers, on, today)
        changed = [one.question for one in self.changes_since_draft() or ()]
        return reviewed(self.sections, self.flow, unproved=unproved, changed=changed)

    def changes_since_draft(self) -> tuple[AnswerDifference, ...] | None:
        """Return which answers differ from those of the last draft; None where nothing was ever drafted."""
        from drafter.app.differences import differences, kept

        before = self._store.drafts.last_answers(self.id)
        return None if before is None else differences(self.sections, before, kept(self.answers))

    def evidence(self, on: date | None = None) -> EvidenceMap:
        """Return what would prove each element of the grounds, what is there, and what must be obtained."""
        from drafter.app.evidence import evidence_of

        return evidence_of(self._drafting, self.flow.answers, self.filing_date(on), self._today())

    @property
    def notes(self) -> CaseNotes:
        """The notes and sign-offs of the case's sections."""
        return CaseNotes(self._store, self.id, self.sections)

    def versions(self) -> list[Version]:
        """Return the versions of the case, named ones and those of drafts and merges, the latest first."""
        return self._store.versions.of(self.id)

    def drafted_papers(self) -> list[DraftedPaper]:
        """Return every paper drafted from the case, each with the version that it was made from."""
        return self._store.drafts.papers(self.id)

    def version_differences(self, version: int, other: int | None = None) -> tuple[AnswerDifference, ...]:
        """Return which answers of ``version`` differ from those of ``other``, or from those of now.

        Raises :class:`BadInputError` where the case has no such version.
        """
        from drafter.app.differences import differences

        before = self._store.versions.get(self.id, version).answers
        if other is not None:
            return differences(self.sections, before, self._store.versions.get(self.id, other).answers)
        now = {key: row.as_json() for key, row in self._store.answers(self.id).items()}
        return differences(self.sections, before, now)

    def history(self, question: str) -> list[PastAnswer]:
        """Return every change of the answer to ``question``, the latest first."""
        self.question(question)
        return self._store.steps.history(self.id, question)

    def timeline(self, on: date | None = None) -> tuple[TimelineEvent, ...]:
        """Return the dated events of the case in order, as of today and by the law of the filing date.

        Raises :class:`BadInputError` for a day whose law the program does not hold.
        """
        return self._drafting.timeline(self.flow.answers, self.filing_date(on), self._today())

    def sentence_bar(self, on: date | None = None) -> SentenceBar | None:
        """Return the sentence in its stretches as of the filing date; None while it cannot be counted.

        Raises :class:`BadInputError` for a day whose law the program does not hold.
        """
        return self._drafting.sentence_bar(self.flow.answers, self.filing_date(on), self._today())

    def preview(
        self,
        on: date | None = None,
        *,
        document: str = MAIN_DOCUMENT,
        typed: Mapping[str, Typed] | None = None,
    ) -> str:
        """Return the motion, or ``document``, as it would be drafted now, as HTML with links ``question:ID``.

        ``typed`` is what stands on the form and is not stored yet.
        """
        answers = self.flow.answers
        if typed:
            answers = follow(self.sections, with_typed(self.answers, self._questions, typed)).answers
        on = on or answers.value(FILING_DATE) or self._today()
        return self._drafting.preview(answers, on, self._today(), document)

    def papers(self) -> list[tuple[str, str]]:
        """Return the id and the title of each document of the kit, the motion first; it is always there."""
        names = (MAIN_DOCUMENT, *(name for name in self.documents() if name != MAIN_DOCUMENT))
        return [(name, TITLES[name]) for name in names]

    def printed(self, document: str = MAIN_DOCUMENT) -> Paper:
        """Return what the paper ``document`` prints now, and which of it nothing proves."""
        return self._drafting.printed(self.flow.answers, self.filing_date(), self._today(), document)

    def documents(self) -> tuple[str, ...]:
        """Return the ids of the documents that apply to the case: its kit."""
        return self._drafting.applicable(self.flow.answers, self.filing_date(), self._today())
