"""One open case: the only way in to its answers, and the way out to its papers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from drafter.app.beside import law_beside, law_entry
from drafter.app.drafting import MAIN_DOCUMENT, DraftOrder
from drafter.app.office import never
from drafter.app.reading import from_store, read_answer, read_evidence, read_row, to_store
from drafter.app.typed import with_typed
from drafter.core.flow import Flow, Missing, follow
from drafter.core.problem import Problem, Unreadable
from drafter.errors import BadInputError
from drafter.practice.checks import RULES
from drafter.practice.questions.case import FILING_DATE
from drafter.practice.questions.kit import TITLES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from drafter.app.comparison import Difference
    from drafter.app.differences import AnswerDifference
    from drafter.app.drafting import DraftingRoom, DraftReport
    from drafter.app.evidence import CasePapers, EvidenceMap
    from drafter.app.proposals import Proposal
    from drafter.app.review import ReviewLine
    from drafter.app.typed import Typed
    from drafter.core.answers import Answer, Answers
    from drafter.core.question import Question, Section
    from drafter.law.changes import LawChange
    from drafter.law.deadlines import Deadline
    from drafter.law.showing import Shown
    from drafter.practice.beside import LawBeside
    from drafter.practice.documents.document import Paper
    from drafter.practice.elements import GroundStanding
    from drafter.practice.sentence_bar import SentenceBar
    from drafter.practice.timeline import TimelineEvent
    from drafter.store.cases import CaseStore
    from drafter.store.records import DraftRecord, Edits, PastAnswer, Step, Version


class UnreadableRowsError(BadInputError):
    """An answers file has bad rows; ``rows`` names each with its fault, and nothing was stored."""

    def __init__(self, rows: tuple[tuple[str, str], ...]) -> None:
        """Name every bad row."""
        super().__init__(
            "Nothing was filled in, because of: " + "; ".join(f"{key}: {why}" for key, why in rows)
        )
        self.rows = rows


@dataclass(frozen=True, slots=True)
class Change:
    """What one edit did: every pane redraws itself from it.

    ``changed`` are the questions whose answers differ now, ``shown`` and ``hidden`` those that the edit
    brought up or put away; ``missing`` and ``problems`` are the whole new lists; ``stale_drafts`` are the
    documents that were drafted from older answers.
    """

    changed: tuple[str, ...]
    shown: tuple[str, ...]
    hidden: tuple[str, ...]
    missing: tuple[Missing, ...]
    problems: tuple[Problem, ...]
    stale_drafts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SectionState:
    """How far a section is.

    ``state`` is "done", "missing", "problem" or "empty" (nothing answered and nothing needed).
    """

    id: str
    title: str
    state: str
    missing: int
    problems: int


class CaseSession:
    """A case that is open.  Use it from the thread that made it."""

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

    def set_answer(  # noqa: PLR0913 - each keyword is a part of one answer
        self,
        question: str,
        raw: object,
        *,
        unknown: bool = False,
        note: str | None = None,
        evidence: Sequence[object] | None = None,
        joins: bool = False,
    ) -> Change:
        """Store an answer, durably when this returns, and tell what changed.

        ``raw`` is text as typed or a JSON value; a blank one takes the answer away.  ``unknown`` says that
        the fact must still be obtained.  A ``note`` or ``evidence`` of None keeps what there is.
        With ``joins`` it goes on with the latest step where that was about the same question.  Raises
        :class:`Unreadable` (nothing is stored then) or :class:`~drafter.errors.StoreError`.
        """
        asked = self.question(question)
        before = self.answers.get(question)
        answer = read_answer(
            asked,
            raw,
            unknown=unknown,
            note=(before.note if before else "") if note is None else note,
            evidence=(before.evidence if before else ()) if evidence is None else read_evidence(evidence),
        )
        return self._put({question: answer}, joins=joins)

    def half_typed(self) -> dict[str, object]:
        """Return what stood in fields and could not be read when the case was left, by question."""
        return self._store.half_typed(self.id)

    def keep_half_typed(self, question: str, typed: object | None) -> None:
        """Keep what stands in a field and cannot be read; None forgets it."""
        self._store.keep_half_typed(self.id, question, typed)

    def fill(self, rows: Mapping[str, object]) -> Change:
        """Store many answers, all or nothing; raise :class:`UnreadableRowsError` naming each bad row."""
        edits: dict[str, Answer | None] = {}
        faults: list[tuple[str, str]] = []
        for key, row in rows.items():
            if key not in self._questions:
                faults.append((key, "there is no such question; “drafter questions” lists them"))
                continue
            try:
                edits[key] = read_row(self._questions[key], row)
            except Unreadable as fault:
                faults.append((key, str(fault)))
        if faults:
            raise UnreadableRowsError(tuple(faults))
        return self._put(edits, "fill")

    def own_words(self) -> dict[str, str]:
        """Return the words of the case's names and other short answers, for the spelling check."""
        from drafter.app.spelling import case_words

        return case_words(self._questions, self.answers)

    def read_paper(self, paper: str, text: str) -> tuple[Proposal, ...]:
        """Return the answers that ``text``, pasted from a paper of a known kind, proposes; none is stored."""
        from drafter.app.proposals import proposals

        return proposals(self._questions, self.answers, paper, text)

    def _put(self, edits: Mapping[str, Answer | None], kind: str = "edit", *, joins: bool = False) -> Change:
        changed = {key: answer for key, answer in edits.items() if self.answers.get(key) != answer}
        if changed:
            rows = {key: to_store(answer) for key, answer in changed.items()}
            self._store.write(self.id, rows, kind, joins=joins)
        return self._changed(changed)

    def _changed(self, changed: Mapping[str, Answer | None]) -> Change:
        """Take over answers that are stored, and tell what that changed."""
        before = {question.id for question in self.flow.shown}
        if changed:
            answers = self.answers
            for key, answer in changed.items():
                answers = answers.with_answer(key, answer)
            self.answers = answers
            self._unreadable = tuple(fault for fault in self._unreadable if fault.question not in changed)
            self.flow = self._follow(answers)
            self._found.clear()
        after = {question.id for question in self.flow.shown}
        return Change(
            changed=tuple(changed),
            shown=self._in_order(after - before),
            hidden=self._in_order(before - after),
            missing=self.flow.missing,
            problems=self.flow.problems,
            stale_drafts=tuple(sorted(self._drafted)) if changed else (),
        )

    # --- taking back ---------------------------------------------------------------------------------

    def undo(self) -> Change:
        """Take the latest step back, in whatever section and session it was done, if there is one."""
        return self._restored(self._store.undo(self.id))

    def redo(self) -> Change:
        """Do again the step that was undone last; nothing where there is none."""
        return self._restored(self._store.redo(self.id))

    def next_undo(self) -> Step | None:
        """Return the step that :meth:`undo` would take back, None where there is none."""
        return self._store.steps.next_undo(self.id)

    def next_redo(self) -> Step | None:
        """Return the step that :meth:`redo` would do again, None where there is none."""
        return self._store.steps.next_redo(self.id)

    def history(self, question: str) -> list[PastAnswer]:
        """Return every change of the answer to ``question``, the latest first."""
        self.question(question)
        return self._store.steps.history(self.id, question)

    def _restored(self, edits: Edits) -> Change:
        rows = {key: row for key, row in edits.items() if row is not None}
        answers, faults = from_store(self._questions, rows)
        change = self._changed({key: answers.get(key) for key in edits})
        if faults:
            self._unreadable = (*self._unreadable, *faults)
            self.flow = self._follow(self.answers)
        return change

    def _in_order(self, questions: set[str]) -> tuple[str, ...]:
        return tuple(key for key in self._questions if key in questions) if questions else ()

    def outline(self) -> tuple[SectionState, ...]:
        """Return the state of every section, in order."""
        shown = {question.id for question in self.flow.shown}
        lacking = [item.question.id for item in self.flow.missing]
        wrong = [problem.question for problem in self.findings() if problem.stops_final]
        return tuple(self._state(section, shown, lacking, wrong) for section in self.sections)

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

    @property
    def today(self) -> date:
        """The day on which the case is looked at."""
        return self._today()

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
    def kept_papers(self) -> CasePapers:
        """The papers kept with the case."""
        from drafter.app.evidence import CasePapers

        return CasePapers(self._store.attachments, self.id)

    # --- versions --------------------------------------------------------------------------------------

    def keep_version(self, name: str) -> int:
        """Keep the answers of this moment under ``name`` and return the version's id."""
        if not name.strip():
            raise BadInputError("A version needs a name, such as “as sent to the supervisor”; give it one.")
        with self._store.database.transaction():
            return self._store.versions.keep(self.id, name.strip(), "named")

    def versions(self) -> list[Version]:
        """Return the versions of the case, named ones and those of drafts and merges, the latest first."""
        return self._store.versions.of(self.id)

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

    def draft(
        self,
        out: Path,
        *,
        documents: Sequence[str] | None = None,
        on: date | None = None,
        final: bool = False,
    ) -> DraftReport:
        """Write the papers into the folder ``out``; a final with findings writes nothing and names them.

        ``documents`` are document ids, None means the motion.  Raises :class:`~drafter.errors.DrafterError`
        for a broken template, an unknown document or a folder that cannot be written.
        """
        report, records = self.making(out, documents=documents, on=on, final=final)(never)
        self.keep(records)
        return report

    def making(
        self,
        out: Path,
        *,
        documents: Sequence[str] | None = None,
        on: date | None = None,
        final: bool = False,
    ) -> Callable[[Callable[[], bool]], tuple[DraftReport, tuple[DraftRecord, ...]]]:
        """Return what writes the papers of this moment, for another thread: it uses no connection.

        It is given what tells whether to stop, and raises :class:`~drafter.errors.StoppedError` then.
        What it returns beside the report is for :meth:`keep`, in the thread of the case.
        """
        ours, room, flow = self._store.drafts.hashes(self.id), self._drafting, self.flow
        order = DraftOrder(out, documents, self.filing_date(on), self._today(), final, ours, self.id)
        return lambda stopped: room.draft(flow, replace(order, stopped=stopped))

    def keep(self, records: tuple[DraftRecord, ...]) -> None:
        """Keep in the case that the papers of ``records`` were written."""
        if records:
            self._store.drafts.add(self.id, records, self._drafting.law_edition)
            self._drafted = self._drafted | {record.document for record in records}

    def compare(self, file: Path) -> tuple[Difference, ...]:
        """Compare the draft that was written to ``file`` with what stands there now and with a new draft.

        Raises :class:`BadInputError` where no draft of this case is kept for the file, or it cannot be read.
        """
        from drafter.app.comparison import compared
        from drafter.render.faults import TemplateFault
        from drafter.render.outline import to_text

        path = file.absolute()
        kept = self._store.drafts.at(self.id, str(path))
        if kept is None:
            raise BadInputError(
                f"No draft of this case is kept for {path}; give the path to which it was written."
            )
        order = DraftOrder(
            path.parent,
            None,
            date.fromisoformat(kept.filing_date),
            self._today(),
            kept.final,
            frozenset(),
            self.id,
        )
        try:
            by_hand = to_text(path.read_bytes())
        except OSError as fault:
            raise BadInputError(
                f"The file {path} cannot be read ({fault.strerror}); check the name."
            ) from fault
        except TemplateFault as fault:
            raise BadInputError(f"The file {path} is no Word file that can be read ({fault}).") from fault
        now = self._drafting.redrafted(self.flow, order, kept.document, path.name)
        return compared(to_text(kept.docx), by_hand, to_text(now))
