"""The cases in one data folder: listing, making, opening."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any

from drafter import paths
from drafter.app.lines import CaseLine, FoundAnswer, line_of
from drafter.app.samples import sample
from drafter.errors import BadInputError, StoreError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from drafter.app.drafting import DraftingRoom
    from drafter.app.firm_profile import FirmProfile
    from drafter.app.kept_text import KeptText
    from drafter.app.my_templates import MyTemplates
    from drafter.app.session import CaseSession
    from drafter.app.transfer import Transfer
    from drafter.law import Law
    from drafter.law.deadlines import Deadline
    from drafter.store.cases import CaseStore
    from drafter.store.catalogue import Listing
    from drafter.store.keys import Key
    from drafter.store.records import NewCase, StoredAnswer

_UNTITLED = "Untitled case"
#: Days for which a case stays in the trash before it is purged.
TRASH_DAYS = 30
#: Answers shown for a case that was found.
_MATCHES = 3


class Library:
    """The cases in one data folder.  Opening is cheap: the database and the law load when first needed."""

    def __init__(self, folder: Path, today: Callable[[], date] = date.today, *, safe: bool = False) -> None:
        """Use ``folder``; ``today`` is the clock, which tests may set; ``safe`` leaves own templates out."""
        self.safe = safe
        self.folder = folder
        self.today = today
        self._key: Key | None = None
        self._aside = False
        #: Asks for the passphrase of a locked library that is needed; None where nobody can be asked.
        self.ask_passphrase: Callable[[], str] | None = None

    @classmethod
    def open(cls, folder: Path | None = None, *, safe: bool = False) -> Library:
        """Return the library in ``folder``, or in the user's own data folder.

        ``safe`` makes every paper with the shipped templates, whatever the folder holds.
        """
        return cls(paths.data_folder(folder), safe=safe)

    @cached_property
    def _store(self) -> CaseStore:
        from drafter.store.cases import CaseStore

        if self._aside:
            raise StoreError("The library is being written anew; wait until that is done.")
        if self.ask_passphrase is not None and self.locked:
            self.unlock(self.ask_passphrase())
            return self._store
        return CaseStore(paths.made_private(self.folder), self._key)

    @cached_property
    def drafting(self) -> DraftingRoom:
        """The law, the interview and the templates, loaded when first needed."""
        from drafter.app.drafting import DraftingRoom

        return DraftingRoom(self.law, self.templates)

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

    def kept_text(self, name: str) -> KeptText:
        """The text ``name`` that is kept beside the cases, encrypted where they are."""
        from drafter.app.kept_text import KeptText

        inside = self._store if self.encrypted else None
        return KeptText(paths.made_private(self.folder), name, inside)

    @cached_property
    def transfer(self) -> Transfer:
        """Handing cases over and taking them in."""
        from drafter.app.transfer import Transfer

        return Transfer(lambda: self._store, lambda: self.drafting.sections)

    @cached_property
    def law(self) -> Law:
        """The law as dated tables; each table loads when first asked for."""
        from drafter.law import Law

        return Law(paths.resource_text)

    # --- the passphrase --------------------------------------------------------------------------------

    @property
    def locked(self) -> bool:
        """Whether the library is encrypted and its passphrase has not been given."""
        return self._key is None and self._salt() is not None

    @property
    def encrypted(self) -> bool:
        """Whether the library is encrypted."""
        return self._key is not None or self._salt() is not None

    def _salt(self) -> bytes | None:
        from drafter.store.database import FILE_NAME
        from drafter.store.keys import salt_of

        return salt_of(self.folder / FILE_NAME)

    def unlock(self, passphrase: str) -> None:
        """Open an encrypted library; raise :class:`~drafter.errors.WrongPassphraseError` if it does not open.

        It takes some tenths of a second, for the key is slow to derive on purpose.
        """
        from drafter.store.keys import Key

        self.close()
        self._key = Key.derived(passphrase, self._salt())
        try:
            self._store.last_saved()
        except BaseException:
            self.lock()
            raise

    def opens_with(self, passphrase: str) -> bool:
        """Whether ``passphrase`` is the one in use."""
        from drafter.store.keys import Key

        return self._key is not None and Key.derived(passphrase, self._key.salt) == self._key

    def twin(self) -> Library:
        """Return this library once more, to be used and closed in another thread.

        This one is closed, and does not open before :meth:`take_key`: its file may be another by then.
        """
        self.close()
        self._aside = True
        other = Library(self.folder, self.today, safe=self.safe)
        other._key = self._key
        return other

    def beside(self) -> Library:
        """Return this library once more, to be read in another thread while this one stays open."""
        other = Library(self.folder, self.today, safe=self.safe)
        other._key = self._key
        return other

    def take_key(self, other: Library) -> None:
        """Open from now on with the key of ``other``, which is the same library."""
        self._key, self._aside = other._key, False

    def lock(self) -> None:
        """Close the library and forget its key."""
        self.close()
        self._key = None

    def set_passphrase(self, passphrase: str | None) -> None:
        """Encrypt the library under ``passphrase``, whatever it was before; None leaves it plain.

        The content is written anew, checked, and put in place in one step.  Backups that lie beside it are
        brought under the same key; one that cannot be is named in the error, and stays as it was.
        """
        from drafter.app.backups import Backups
        from drafter.store.copies import alone, put_in_place, write_under
        from drafter.store.keys import Key

        store, before = self._store, self._key
        kept = {text.path.name: _read(text) for text in self._kept_texts()}
        key = Key.derived(passphrase) if passphrase else None
        new = store.path.with_name(store.path.name + ".new")
        new.unlink(missing_ok=True)
        try:
            with alone(store.database):
                write_under(store.database, new, key)
                put_in_place(store.database, new)
        except BaseException:
            new.unlink(missing_ok=True)
            raise
        self.__dict__.pop("_store")
        self.__dict__.pop("firm", None)
        self._key = key
        for text in self._kept_texts():
            text.write(kept[text.path.name])
        Backups(self.folder).bring_under(before, key)

    def _kept_texts(self) -> list[KeptText]:
        from drafter.app import firm_profile, my_words

        return [self.kept_text(name) for name in (firm_profile.NAME, my_words.NAME)]

    # --- the list --------------------------------------------------------------------------------------

    def cases(self, search: str = "", listing: Listing | None = None) -> list[CaseLine]:
        """Return the cases with every word of ``search``, newest change first, or as ``listing`` says."""
        from drafter.store.catalogue import Listing

        self.refresh()
        wanted = replace(listing or Listing(), search=search)
        return [line_of(record) for record in self._store.catalogue.cases(wanted)]

    def count(self, search: str = "", listing: Listing | None = None) -> int:
        """Return how many cases there are of which :meth:`cases` may list only the first."""
        from drafter.store.catalogue import Listing

        self.refresh()
        return self._store.catalogue.count(replace(listing or Listing(), search=search))

    def refresh(self) -> None:
        """Bring list and search index up to date with the answers that have changed since."""
        from drafter.app.lines import listed

        store = self._store
        waiting = store.search.waiting()
        if not waiting:
            return
        law = self.law
        with store.database.transaction():
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

    def nearest_deadline(self, case: int) -> Deadline | None:
        """Return the deadline of a case that comes next or is today, None where none is counted and ahead.

        It reads the whole case, so it is asked for case by case once the list is shown; what it finds is kept
        so that the list can be sorted by it.
        """
        from drafter.app.reading import from_store

        answers, _ = from_store(self.drafting.questions, self._store.answers(case))
        found = self.drafting.nearest_deadline(answers, self.today())
        due = found.due.isoformat() if found is not None and found.due is not None else ""
        self._store.catalogue.keep_due(case, due, found.what if found else "", self.today().isoformat())
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
        return None if record is None else line_of(record)

    def uncounted(self, limit: int) -> list[int]:
        """Return cases whose nearest deadline must be counted before the list can be sorted by it."""
        return self._store.catalogue.uncounted(self.today().isoformat(), limit)

    def kept(self, name: str) -> str:
        """Return the text that is kept in the library under ``name``, empty where there is none."""
        return self._store.kept(name) or ""

    def keep(self, name: str, text: str) -> None:
        """Keep ``text`` in the library under ``name``; an empty text forgets it."""
        self._store.keep(name, text or None)

    def last_saved(self) -> datetime | None:
        """Return when an answer was saved last, None where there is no case."""
        return self._store.last_saved()

    def wants_backup(self) -> bool:
        """Whether a backup is due and anything was saved since the last."""
        from drafter.app.backups import Backups

        if self.locked or self._aside:
            return False
        saved, backups = self.last_saved(), Backups(self.folder)
        newest = next(iter(backups.all()), None)
        return saved is not None and backups.due() and (newest is None or saved > newest.made)

    def back_up_if_due(self) -> Path | None:
        """Write a backup unless the newest is young enough; return its file."""
        from drafter.app.backups import Backups

        return self.back_up() if Backups(self.folder).due() else None

    def back_up(self) -> Path:
        """Write a checked backup of the whole library and return its file."""
        from drafter.app.backups import Backups

        return Backups(self.folder).make(self._store)

    def integrity(self) -> str:
        """Return "ok", or what the database's own check finds wrong."""
        return self._store.integrity()

    def reindex(self) -> None:
        """Make the search index anew."""
        from drafter.store.mending import reindex

        reindex(self._store.database)
        self.refresh()

    @property
    def key(self) -> Key | None:
        """The key of an unlocked library, None of a plain one."""
        return self._key

    def close(self) -> None:
        """Close the database, if it was opened."""
        if "_store" in self.__dict__:
            self._store.close()
            del self.__dict__["_store"]
        self.__dict__.pop("firm", None)  # it may hold the database


def _read(text: KeptText) -> str | None:
    try:
        return text.read()
    except (OSError, UnicodeDecodeError) as fault:
        raise BadInputError(f"{text.path} cannot be read ({fault}); mend it or remove it first.") from fault
