"""From a case's answers to Word files: the one place where knowledge, law, templates and files meet."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.app.copies import case_file_name, copies, file_name, rendered
from drafter.app.interview import Interview
from drafter.app.manifest import TITLE, Made, answers_hash, noted
from drafter.app.my_templates import MyTemplates
from drafter.app.office import never
from drafter.app.paging import UNCOUNTED
from drafter.app.writing import Together, written
from drafter.core.answers import Answers
from drafter.core.dates import long_date
from drafter.core.marks import plain
from drafter.core.problem import Problem
from drafter.errors import BadInputError
from drafter.law import Law
from drafter.practice.checks import LEGAL_RULES
from drafter.practice.documents.facts import Facts
from drafter.practice.documents.registry import DOCUMENTS, kit_of
from drafter.practice.questions.case import FILING_DATE
from drafter.store.case_records import DraftRecord, LawEdition

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from drafter.app.template_set import TemplateSet, TemplateUse
    from drafter.core.flow import Flow, Missing
    from drafter.law.changes import LawChange
    from drafter.law.deadlines import Deadline
    from drafter.practice.documents.document import Document, Paper
    from drafter.practice.elements import GroundStanding
    from drafter.practice.questions.own import OwnField
    from drafter.practice.sentence_bar import SentenceBar
    from drafter.practice.timeline import TimelineEvent
    from drafter.store.case_records import LastDraft

#: The document that is drafted when none is named, and that the preview shows.
MAIN_DOCUMENT = "motion"
_FILING_DATE = "case.filing_date"
#: Where a finding leads that belongs to no single question: the interview's first page.
MAIN_QUESTION = "case.district"
_CONFIRMATIONS = "confirmations.law"


@dataclass(frozen=True, slots=True)
class DraftReport:
    """What drafting gave: the files, and everything that stands in the way of a final.

    ``final`` is True only for a final that was asked for and written; a refused one has no files.
    ``templates`` are the Word files that the papers were made with.
    ``unproved`` are the ids of the questions whose answers are printed without proof; they stop nothing.
    ``manifest`` is the file beside the papers that says of what they were made, None where none was written.
    """

    files: tuple[Path, ...]
    missing: tuple[Missing, ...]
    problems: tuple[Problem, ...]
    final: bool
    templates: tuple[TemplateUse, ...] = ()
    unproved: tuple[str, ...] = ()
    manifest: Path | None = None


@dataclass(frozen=True, slots=True)
class DraftOrder:
    """What to draft: ``documents`` by id (None means the motion) into ``out``, by the law of ``on``.

    ``ours`` are the SHA-256 hashes of papers written before: a file with another hash was edited by hand
    and is left alone.  ``case`` is the id under which the case is kept.  ``stopped`` returns True once the
    person wants no papers after all.
    """

    out: Path
    documents: Sequence[str] | None
    on: date
    today: date
    final: bool
    ours: frozenset[str]
    case: int
    stopped: Callable[[], bool] = never


class DraftingRoom(Interview):
    """The law, the interview and the templates of this program; each loads when first needed."""

    def __init__(
        self,
        law: Law,
        templates: MyTemplates | None = None,
        own: Callable[[], Sequence[OwnField]] = tuple,
    ) -> None:
        """Work by ``law``, with the firm's own ``templates`` and its ``own`` fields where it has any."""
        super().__init__(law, own)
        self.templates = templates or MyTemplates(None)
        self._made: tuple[Facts, Paper] | None = None

    def ask_anew(self) -> None:
        """Forget which questions there are, and the motion that was made from them."""
        super().ask_anew()
        self._made = None

    def blank_sheet(self, out: Path, today: date) -> Path:
        """Write the whole questionnaire, blank, as the Word file ``out``, and return its path.

        A file of that name that stands there stays, and the new one gets a number.  Raises
        :class:`~drafter.errors.OutputError`.
        """
        sheet = _document("interview_sheet")
        (copy,) = copies(sheet, self._facts(Answers(), today, today))
        made, _ = rendered(self._templates(sheet), copy, final=False)
        return written(out.parent, out.name, made.docx, frozenset())

    def applicable(self, answers: Answers, on: date, today: date) -> tuple[str, ...]:
        """Return the ids of the documents that the case needs: its kit."""
        facts = self.facts_in_law(answers, on, today)
        return tuple(document.id for document in kit_of(facts))

    def paper(self, document: Document, answers: Answers, on: date, today: date) -> Paper:
        """The paper ``document`` of a case: what its template sees, and how it cites."""
        return document.paper(self._facts(answers, on, today))

    def _facts(self, answers: Answers, on: date, today: date) -> Facts:
        return Facts(answers, self.law, on, today, questions=self.questions)

    def facts_in_law(self, answers: Answers, on: date, today: date) -> Facts:
        """The facts on a day whose law the program holds; raise :class:`BadInputError` for an earlier one."""
        self.check_day(on)
        return self._facts(answers, on, today)

    def check_day(self, on: date) -> None:
        """Raise :class:`BadInputError` for a day before the first whose law the program holds."""
        if early := self._before_the_law(on):
            raise BadInputError(early.message)

    def _before_the_law(self, on: date) -> Problem | None:
        begins = self.law.edition.begins
        if on >= begins:
            return None
        message = (
            f"The program’s law begins on {long_date(begins)}, so it holds none of {long_date(on)}; "
            "take a later filing date."
        )
        return Problem(_FILING_DATE, message)

    def problems(self, answers: Answers, on: date, today: date) -> tuple[Problem, ...]:
        """Return what the law of ``on`` has against the motion."""
        if early := self._before_the_law(on):
            return (early,)
        facts, motion = self._motion(answers, on, today)
        return self._legal_problems((motion,), facts, today)

    def _motion(self, answers: Answers, on: date, today: date) -> tuple[Facts, Paper]:
        """The facts of a case and its motion; findings and preview of the same answers share them."""
        made = self._made
        if made is None or made[0].answers is not answers or (made[0].on, made[0].today) != (on, today):
            facts = self._facts(answers, on, today)
            made = self._made = facts, _document(MAIN_DOCUMENT).paper(facts)
        return made

    def grounds(self, answers: Answers, on: date, today: date) -> tuple[GroundStanding, ...]:
        """Return how every ground stands under the law of ``on``, element by element.

        Raises :class:`BadInputError` for a day whose law the program does not hold.
        """
        from drafter.practice import elements

        return elements.grounds(self.facts_in_law(answers, on, today))

    @cached_property
    def law_edition(self) -> LawEdition:
        """The law of this program as it is kept with a draft."""
        from drafter.law.changes import digest, fingerprints

        entries = fingerprints(self.law)
        return LawEdition(digest(entries), self.law.as_of.isoformat(), entries)

    def law_changes(self, answers: Answers, last: LastDraft, today: date) -> tuple[LawChange, ...]:
        """Return what of the law has changed since the draft ``last``, as far as it can concern the case."""
        from drafter.law.changes import Place, changes

        district = answers.stored("case.district")
        known = self.law.districts.get(district) if isinstance(district, str) else None
        return changes(
            last.law.entries if last.law else None,
            self.law,
            since=max(date.fromisoformat(last.filing_date), last.made.astimezone().date()),
            today=today,
            place=Place(known.circuit, known.id) if known else Place("", ""),
        )

    def deadlines(self, answers: Answers, on: date, today: date) -> tuple[Deadline, ...]:
        """Return every deadline of the case as of ``today``, under the law of ``on``.

        Raises :class:`BadInputError` for a day whose law the program does not hold.
        """
        from drafter.practice.deadlines import deadlines

        return deadlines(self.facts_in_law(answers, on, today))

    def timeline(self, answers: Answers, on: date, today: date) -> tuple[TimelineEvent, ...]:
        """Return the dated events of the case in order; raises as :meth:`deadlines`."""
        from drafter.practice.timeline import timeline

        return timeline(self.facts_in_law(answers, on, today))

    def sentence_bar(self, answers: Answers, on: date, today: date) -> SentenceBar | None:
        """Return the sentence in its stretches, None while it is not known; raises as :meth:`deadlines`."""
        from drafter.practice.sentence_bar import sentence_bar

        return sentence_bar(self.facts_in_law(answers, on, today))

    def unproved(self, answers: Answers, on: date, today: date) -> tuple[str, ...]:
        """Return the questions whose answers the motion prints without proof; none before the law begins."""
        if self._before_the_law(on):
            return ()
        return self._motion(answers, on, today)[1].unproved

    def nearest_deadline(self, answers: Answers, today: date) -> Deadline | None:
        """Return the deadline that comes next, None where none is ahead; ``answers`` may hold hidden ones."""
        from drafter.core.flow import follow
        from drafter.practice.deadlines import deadlines, nearest

        shown = follow(self.sections, answers).answers
        on = shown.value(FILING_DATE) or today
        return None if self._before_the_law(on) else nearest(deadlines(self._facts(shown, on, today)))

    def _legal_problems(self, papers: Sequence[Paper], facts: Facts, today: date) -> tuple[Problem, ...]:
        foreclosed = dict.fromkeys(problem for paper in papers for problem in paper.foreclosed)
        unverified = dict.fromkeys(ref for paper in papers for ref in paper.unverified)
        ruled = (problem for rule in LEGAL_RULES for problem in rule(facts.fresh()))
        unconfirmed = (self._unconfirmed(ref) for ref in unverified)
        return (*self._dated(facts, today), *ruled, *foreclosed, *unconfirmed)

    def _dated(self, facts: Facts, today: date) -> Iterator[Problem]:
        on = facts.on
        if on < today:
            changes = len(self.law.changed_between(on, today, facts.sources.circuit))
            since = "no paper can be filed on it"
            if changes:
                since = f"the law has changed since then ({changes} entries)"
            yield Problem(
                _FILING_DATE,
                f"The filing date {long_date(on)} has passed and {since}, so this draft is historical and "
                "can never be final; take a filing date from today on.",
            )
        if max(on, today) >= self.law.review_by:
            yield Problem(
                _FILING_DATE,
                f"The program's law was to be reviewed by {long_date(self.law.review_by)}, so it may be "
                "stale; install a newer version of drafter.",
            )

    def _unconfirmed(self, ref: str) -> Problem:
        entry = self.law.entry(ref)
        return Problem(
            _CONFIRMATIONS,
            f"A paper prints {entry.title}, which nobody has verified; read it at its source "
            f"({entry.item.source[0]}), then enter “{ref}” here with who confirmed it and when.",
        )

    def preview(self, answers: Answers, on: date, today: date, document: str = MAIN_DOCUMENT) -> str:
        """Return the paper ``document`` as HTML; printed answers link to ``question:ID``."""
        if early := self._before_the_law(on):
            return f"<html><body><p>{escape(early.message)}</p></body></html>"
        paper = self.printed(answers, on, today, document)
        return self._templates(_document(document)).preview(paper).html

    def printed(self, answers: Answers, on: date, today: date, document: str) -> Paper:
        """The paper ``document`` of a case on a day whose law the program holds; its public twin, if two."""
        self.check_day(on)
        if document == MAIN_DOCUMENT:
            return self._motion(answers, on, today)[1]
        return self.paper(_document(document), answers, on, today)

    def _templates(self, document: Document) -> TemplateSet:
        return self.templates.set_for(document.template, pleads=document.pleads)

    def draft(self, flow: Flow, order: DraftOrder) -> tuple[DraftReport, tuple[DraftRecord, ...]]:
        """Write what ``order`` asks for; return the report, and the records for the store.

        Raises :class:`~drafter.errors.DrafterError` for an unknown document, a broken template or a folder
        that cannot be written; then no record of this order exists.
        """
        chosen = [_document(name) for name in (order.documents or (MAIN_DOCUMENT,))]
        facts = self.facts_in_law(flow.answers, order.on, order.today)
        if all(document.later for document in chosen):
            facts = facts.afterwards()
        every = [copy for document in chosen for copy in copies(document, facts)]
        problems = (
            *flow.problems,
            *self._legal_problems([copy.paper for copy in every], facts, order.today),
        )
        unproved = tuple(dict.fromkeys(question for copy in every for question in copy.paper.unproved))
        if order.final and (flow.missing or any(problem.stops_final for problem in problems)):
            return DraftReport((), flow.missing, problems, final=False, unproved=unproved), ()
        sets = {document.id: self._templates(document) for document in chosen}
        files = [
            rendered(sets[copy.document.id], copy, final=order.final, stopped=order.stopped) for copy in every
        ]
        left = dict.fromkeys(blank for made, _ in files for blank in (*made.blanks, *made.undefined))
        if not all(counted for _, counted in files):
            problems = (*problems, UNCOUNTED)
        if order.final and left:
            problems = (*problems, *(self._bracket(blank) for blank in left))
            return DraftReport((), flow.missing, problems, final=False, unproved=unproved), ()
        uses, records = {document: one.uses for document, one in sets.items()}, []
        with Together() as kit:
            for copy, (made, _) in zip(every, files, strict=True):
                name = file_name(copy, flow.answers, final=order.final)
                path = kit.written(order.out, name, made.docx, order.ours)
                rest = str(path), hashlib.sha256(made.docx).hexdigest(), made.docx
                records.append(DraftRecord(copy.document.id, order.on.isoformat(), order.final, *rest))
            manifest = self._manifest(order, flow.answers, records, uses)
        report = DraftReport(
            tuple(Path(record.path) for record in records),
            flow.missing,
            problems,
            final=order.final,
            templates=tuple(dict.fromkeys(use for each in uses.values() for use in each)),
            unproved=unproved,
            manifest=manifest,
        )
        return report, tuple(records)

    def _manifest(
        self,
        order: DraftOrder,
        answers: Answers,
        records: Sequence[DraftRecord],
        uses: Mapping[str, tuple[TemplateUse, ...]],
    ) -> Path:
        """Note in the manifest of the case of what the papers were made."""
        law, known = self.law_edition, answers_hash(answers)
        return noted(
            order.out,
            f"{case_file_name(TITLE, answers, order.case, final=order.final)}.json",
            [
                Made(
                    file=Path(record.path).name,
                    document=record.document,
                    sha256=record.sha256,
                    final=record.final,
                    filing_date=record.filing_date,
                    law=law.digest,
                    law_as_of=law.as_of,
                    answers=known,
                    templates=uses[record.document],
                )
                for record in records
            ],
        )

    def redrafted(self, flow: Flow, order: DraftOrder, document: str, name: str) -> bytes:
        """The paper ``document`` as ``order`` would write it under the file name ``name`` now."""
        facts = self.facts_in_law(flow.answers, order.on, order.today)
        every = copies(_document(document), facts)
        named = {file_name(copy, flow.answers, final=order.final): copy for copy in every}
        made, _ = rendered(self._templates(_document(document)), named.get(name, every[0]), final=False)
        return made.docx

    def _bracket(self, blank: str) -> Problem:
        wording = plain(blank)
        of = [question.id for question in self.questions.values() if question.blank == wording]
        message = f"The paper still has the bracket [{wording}]; answer its question."
        return Problem(of[0] if of else MAIN_QUESTION, message)


def _document(name: str) -> Document:
    for document in DOCUMENTS:
        if document.id == name:
            return document
    known = ", ".join(document.id for document in DOCUMENTS)
    raise BadInputError(f"There is no document “{name}”; the documents are: {known}.")
