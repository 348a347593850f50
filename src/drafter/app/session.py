"""One open case: the only way in to its answers, and the way out to its papers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from drafter.app.drafting import DraftOrder
from drafter.app.office import never
from drafter.app.reading import from_store, read_answer, read_evidence, read_row, to_store
from drafter.core.flow import Missing
from drafter.core.problem import Problem, Unreadable
from drafter.errors import BadInputError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from drafter.app.comparison import Difference
    from drafter.app.drafting import DraftReport
    from drafter.app.evidence import CasePapers
    from drafter.app.proposals import Proposal
    from drafter.core.answers import Answer
    from drafter.store.case_records import DraftRecord, Step
    from drafter.store.records import Edits
from drafter.app.case_view import CaseView


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


class CaseSession(CaseView):
    """A case that is open, to be worked on.  Use it from the thread that made it."""

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

    @property
    def kept_papers(self) -> CasePapers:
        """The papers kept with the case."""
        from drafter.app.evidence import CasePapers

        return CasePapers(self._store.attachments, self.id)

    def keep_version(self, name: str) -> int:
        """Keep the answers of this moment under ``name`` and return the version's id."""
        if not name.strip():
            raise BadInputError("A version needs a name, such as “as sent to the supervisor”; give it one.")
        with self._store.database.transaction():
            return self._store.versions.keep(self.id, name.strip(), "named")

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

    def _restored(self, edits: Edits) -> Change:
        rows = {key: row for key, row in edits.items() if row is not None}
        answers, faults = from_store(self._questions, rows)
        change = self._changed({key: answers.get(key) for key in edits})
        if faults:
            self._unreadable = (*self._unreadable, *faults)
            self.flow = self._follow(self.answers)
        return change
