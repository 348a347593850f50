"""The cases in one data folder: listing, making, opening."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any

from drafter import paths
from drafter.app.library_file import LibraryFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from drafter.app.conflicts import ConflictReport
    from drafter.app.drafting import DraftingRoom
    from drafter.app.firm_profile import FirmProfile
    from drafter.app.found import FoundAnswer
    from drafter.app.lines import CaseLine
    from drafter.app.my_templates import MyTemplates
    from drafter.app.own_fields import OwnFields
    from drafter.app.session import CaseSession
    from drafter.app.transfer import Transfer
    from drafter.law import Law
    from drafter.law.deadlines import Deadline
    from drafter.store.catalogue import Listing
    from drafter.store.records import NewCase, StoredAnswer

_UNTITLED = "Untitled case"
#: Days for which a case stays in the trash before it is purged.
TRASH_DAYS = 30
#: Answers shown for a case that was found.
_MATCHES = 3


class Library(LibraryFile):
    """The cases in one data folder.  Opening is cheap: the database and the law load when first needed."""

    def __init__(self, folder: Path, today: Callable[[], date] = date.today, *, safe: bool = False) -> None:
        """Use ``folder``; ``today`` is the clock, which tests may set; ``safe`` leaves own templates out."""
        super().__init__(folder)
        self.safe = safe
        self.today = today

    @classmethod
    def open(cls, folder: Path | None = None, *, safe: bool = False) -> Library:
        """Return the library in ``folder``, or in the user's own data folder.

        ``safe`` makes every paper with the shipped templates, whatever the folder holds.
        """
        return cls(paths.data_folder(folder), safe=safe)

    def twin(self) -> Library:
        """Return this library once more, to be used and closed in another thread.

        This one is closed, and does not open before :meth:`take_key`: its file may be another by then.
        """
        self.close()
        self._aside = True
        return self.beside()

    def beside(self) -> Library:
        """Return this library once more, to be read in another thread while this one stays open."""
        other = Library(self.folder, self.today, safe=self.safe)
        other._key, other._was_there = self._key, self._was_there
        return other

    def take_key(self, other: Library) -> None:
        """Open from now on with the key of ``other``, which is the same library."""
        self._key, self._aside = other._key, False

    @cached_property
    def drafting(self) -> DraftingRoom:
        """The law, the interview and the templates, loaded when first needed."""
        from drafter.app.drafting import DraftingRoom

        return DraftingRoom(self.law, self.templates, self.own_fields.all)

    @cached_property
    def templates(self) -> MyTemplates:
        """The firm's own templates in this data folder."""
        from drafter.app.my_templates import MyTemplates

        return MyTemplates(None if self.safe else self.folder)

    @cached_property
    def firm(self) -> FirmProfile:
        """What every new case begins with."""
        from drafter.app.firm_profile import NAME, FirmProfile

        return FirmProfile(self.kept_text(NAME), lambda: self.drafting.questions)

    @property
    def own_fields(self) -> OwnFields:
        """The questions that the firm asks besides those of the program."""
        from drafter.app.own_fields import OwnFields

        return OwnFields(self, self._ask_anew)

    def _ask_anew(self) -> None:
        if "drafting" in self.__dict__:
            self.drafting.ask_anew()

    @cached_property
    def transfer(self) -> Transfer:
        """Handing cases over and taking them in."""
        from drafter.app.transfer import Transfer

        return Transfer(
            lambda: self._store, lambda: self.drafting.sections, self.back_up_before_risk, self.own_fields
        )

    @cached_property
    def law(self) -> Law:
        """The law as dated tables; each table loads when first asked for."""
        from drafter.law import Law

        return Law(paths.resource_text)

    def cases(self, search: str = "", listing: Listing | None = None) -> list[CaseLine]:
        """Return the cases with every word of ``search``, newest change first, or as ``listing`` says."""
        from drafter.app.lines import line_of
        from drafter.store.catalogue import Listing

        self.refresh()
        wanted = (listing or Listing())._replace(search=search)
        return [line_of(record, self.today()) for record in self._store.catalogue.cases(wanted)]

    def count(self, search: str = "", listing: Listing | None = None) -> int:
        """Return how many cases there are of which :meth:`cases` may list only the first."""
        from drafter.store.catalogue import Listing

        self.refresh()
        return self._store.catalogue.count((listing or Listing())._replace(search=search))

    def refresh(self) -> None:
        """Bring list and search index up to date with the answers that have changed since."""
        from drafter.app.lines import listed

        store = self._store
        waiting = store.search.waiting()
        if not waiting or store.database.read_only:
            return
        law = self.law
        with store.database.transaction(quiet=True):
            for case in waiting:
                answers = store.answers(case)
                store.search.refresh(case, store.title(case), answers, listed(answers, law))

    def matches(self, case: int, search: str) -> tuple[FoundAnswer, ...]:
        """Return the first answers of the case that hold a word of ``search``, with the words around it."""
        from drafter.app.found import found_answers
        from drafter.store.search import asked_words

        words = asked_words(search)
        rows = self._store.search.matching(case, words, _MATCHES) if words else []
        return found_answers(self.drafting.questions, rows, words)

    def conflicts(self, names: Sequence[str], stopped: Callable[[], bool] | None = None) -> ConflictReport:
        """Look for persons' names in every case; raises :class:`BadInputError` for what is no name.

        Raises :class:`~drafter.errors.StoppedError` once ``stopped`` returns True.
        """
        from drafter.app.conflicts import searched

        self.refresh()
        return searched(self._store, self.drafting.questions, names, stopped or (lambda: False))

    def nearest_deadline(self, case: int) -> Deadline | None:
        """Return the deadline of a case that comes next or is today, None where none is counted and ahead.

        It reads the whole case, so it is asked for case by case once the list is shown; what it finds is kept
        so that the list can be sorted by it.
        """
        from drafter.app.lines import counted_on
        from drafter.app.reading import from_store

        answers, _ = from_store(self.drafting.questions, self._store.answers(case))
        found = self.drafting.nearest_deadline(answers, self.today())
        due = found.due.isoformat() if found is not None and found.due is not None else ""
        self._store.catalogue.keep_due(case, due, found.what if found else "", counted_on(self.today()))
        return found

    def new(self, title: str = "") -> int:
        """Make a case that is empty but for the firm profile, and return its id."""
        return self._store.create(title.strip() or _UNTITLED, self.firm.answers())

    def keep_firm(self, case: int) -> tuple[str, ...]:
        """Let every new case begin with the lawyers and the office of ``case``; return what is kept.

        Raises :class:`~drafter.errors.DrafterError` where the case names none or the disk is full.
        """
        return self.firm.keep(self.open_case(case).flow.answers)

    def new_from(self, case: int, title: str = "", sections: tuple[str, ...] | None = None) -> int:
        """Make a case with the answers of ``case``, or of its ``sections`` alone, and return its id."""
        answers = self._store.answers(case)
        if sections is not None:
            kept = {
                question.id for part in self.drafting.sections if part.id in sections for question in part
            }
            answers = {**self.firm.answers(), **{key: row for key, row in answers.items() if key in kept}}
        return self._store.create(title.strip() or f"{self._store.title(case)} (copy)", answers)

    def new_from_version(self, case: int, version: int, title: str = "") -> int:
        """Make a case with the answers that ``case`` had in one of its versions, and return its id.

        Raises :class:`~drafter.errors.BadInputError` where the case has no such version.
        """
        from drafter.store.records import StoredAnswer

        before, kept = self._store.title(case), self._store.versions.get(case, version)
        answers = {key: StoredAnswer.from_json(row) for key, row in kept.answers.items()}
        told = kept.name or kept.made.astimezone().date().isoformat()
        return self._store.create(title.strip() or f"{before} ({told})", answers)

    def new_all(self, cases: Iterable[NewCase]) -> list[int]:
        """Store many new cases, all or none, and return their ids."""
        return self._store.create_all(cases)

    def new_sample(self, name: str, title: str = "") -> int:
        """Make a case with the answers of the sample ``name`` and return its id."""
        from drafter.app.samples import sample

        sample_title, answers = sample(name)
        return self._store.create(title.strip() or sample_title, self._read(answers), sample=name)

    def _read(self, answers: dict[str, Any]) -> dict[str, StoredAnswer]:
        from drafter.app.reading import read_row, to_store

        read = {key: to_store(read_row(self.drafting.question(key), row)) for key, row in answers.items()}
        return {key: row for key, row in read.items() if row is not None}

    def open_case(self, case: int) -> CaseSession:
        """Open a case; raise :class:`~drafter.errors.BadInputError` if there is none with this id."""
        from drafter.app.session import CaseSession

        return CaseSession(self._store, case, self.drafting, self.today)

    def rename(self, case: int, title: str) -> None:
        """Give a case another title."""
        self._store.title(case)
        self._store.catalogue.rename(case, title.strip() or _UNTITLED)

    def delete(self, case: int) -> None:
        """Put a case into the trash, from which it can be taken back for :data:`TRASH_DAYS` days."""
        self._store.title(case)
        self._store.catalogue.trash(case)

    def take_back(self, case: int) -> None:
        """Take a case out of the trash."""
        self._store.title(case)
        self._store.catalogue.take_back(case)

    def purge(self, case: int) -> dict[str, int]:
        """Delete a case for good and return how many rows of each table went, for the receipt.

        Papers that were drafted from it, and backups of the library, stay where they are.
        """
        self._store.title(case)
        return self._store.catalogue.purge(case)

    def empty_trash(self) -> list[int]:
        """Purge what has lain in the trash for longer than :data:`TRASH_DAYS` days; return those cases."""
        before = (datetime.now(tz=UTC) - timedelta(days=TRASH_DAYS)).isoformat(timespec="milliseconds")
        old = self._store.catalogue.trashed_before(before)
        for case in old:
            self._store.catalogue.purge(case)
        return old

    def set_status(self, case: int, status: str) -> None:
        """Say how the case stands, such as open, filed, granted or denied."""
        self._store.title(case)
        self._store.catalogue.set_status(case, status.strip() or "open")

    def set_tags(self, case: int, tags: tuple[str, ...]) -> None:
        """Give the case these tags and no others."""
        self._store.title(case)
        self._store.catalogue.tag(case, tuple(tag.strip() for tag in tags))

    def archive(self, case: int, *, archived: bool = True) -> None:
        """Put the case into the archive, or take it out."""
        self._store.title(case)
        self._store.catalogue.set_archived(case, archived=archived)

    def make_template(self, case: int, *, template: bool = True) -> None:
        """Let new cases begin with this one; it leaves the list of cases, or comes back to it."""
        self._store.title(case)
        self._store.catalogue.set_template(case, template=template)

    def uid(self, case: int) -> str:
        """Return the identity that the case keeps in every library and case file."""
        self._store.title(case)
        return self._store.uid(case)

    def tags(self) -> list[str]:
        """Return every tag in use."""
        return self._store.catalogue.tags()

    def line(self, case: int) -> CaseLine | None:
        """Return the line of one case, wherever it lies; None where there is none."""
        record = self._store.catalogue.case(case)
        from drafter.app.lines import line_of

        return None if record is None else line_of(record, self.today())

    @property
    def is_empty(self) -> bool:
        """Whether there is no case at all, in no archive and no trash."""
        return self._store.catalogue.is_empty

    def uncounted(self, limit: int) -> list[int]:
        """Return cases whose nearest deadline must be counted before the list can be sorted by it."""
        from drafter.app.lines import counted_on

        if self.read_only:  # what is counted could not be kept, so there would be no end of it
            return []
        return self._store.catalogue.uncounted(counted_on(self.today()), limit)

    def reindex(self) -> None:
        """Make the search index anew."""
        from drafter.store.mending import reindex

        reindex(self._store.database)
        self.refresh()

    def _forget(self) -> None:
        super()._forget()
        self.__dict__.pop("firm", None)  # it may hold the database
        self._ask_anew()  # another file may have other fields
