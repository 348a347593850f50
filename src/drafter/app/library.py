"""The cases in one data folder: listing, making, opening."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any

from drafter import paths
from drafter.app.samples import sample

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from drafter.app.drafting import DraftingRoom
    from drafter.app.firm_profile import FirmProfile
    from drafter.app.my_templates import MyTemplates
    from drafter.app.session import CaseSession
    from drafter.law import Law
    from drafter.law.deadlines import Deadline
    from drafter.store.cases import CaseRecord, CaseStore, StoredAnswer

_UNTITLED = "Untitled case"
_LINE_QUESTIONS = ("movant.name", "case.district", "case.number")


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One line of the case list; ``court`` is the district's abbreviation and the docket number."""

    id: int
    title: str
    movant: str
    court: str
    modified: datetime
    drafts: int


class Library:
    """The cases in one data folder.  Opening is cheap: the database and the law load when first needed."""

    def __init__(self, folder: Path, today: Callable[[], date] = date.today, *, safe: bool = False) -> None:
        """Use ``folder``; ``today`` is the clock, which tests may set; ``safe`` leaves own templates out."""
        self.safe = safe
        self.folder = folder
        self.today = today

    @classmethod
    def open(cls, folder: Path | None = None, *, safe: bool = False) -> Library:
        """Return the library in ``folder``, or in the user's own data folder.

        ``safe`` makes every paper with the shipped templates, whatever the folder holds.
        """
        return cls(paths.data_folder(folder), safe=safe)

    @cached_property
    def _store(self) -> CaseStore:
        from drafter.store.cases import CaseStore

        return CaseStore(paths.made_private(self.folder))

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
        from drafter.app.firm_profile import FirmProfile

        return FirmProfile(paths.made_private(self.folder), lambda: self.drafting.questions)

    @cached_property
    def law(self) -> Law:
        """The law as dated tables; each table loads when first asked for."""
        from drafter.law import Law

        return Law(paths.resource_text)

    def cases(self, search: str = "") -> list[CaseLine]:
        """Return the cases that contain every word of ``search``, newest change first."""
        return [self._line(record) for record in self._store.cases(search, _LINE_QUESTIONS)]

    def _line(self, record: CaseRecord) -> CaseLine:
        name: dict[str, Any] = record.answers.get("movant.name") or {}
        movant = " ".join(name[part] for part in ("given", "family", "suffix") if name.get(part))
        district = self.law.districts.get(str(record.answers.get("case.district")))
        number = str(record.answers.get("case.number") or "")
        court = f"{district.abbreviation} {number}".strip() if district else number
        return CaseLine(record.id, record.title, movant, court, record.modified, record.drafts)

    def nearest_deadline(self, case: int) -> Deadline | None:
        """Return the deadline of a case that comes next or is today, None where none is counted and ahead.

        It reads the whole case, so it is asked for case by case once the list is shown.
        """
        from drafter.app.reading import from_store

        answers, _ = from_store(self.drafting.questions, self._store.answers(case))
        return self.drafting.nearest_deadline(answers, self.today())

    def new(self, title: str = "") -> int:
        """Make a case that is empty but for the firm profile, and return its id."""
        return self._store.create(title.strip() or _UNTITLED, self.firm.answers())

    def keep_firm(self, case: int) -> tuple[str, ...]:
        """Let every new case begin with the lawyers and the office of ``case``; return what is kept.

        Raises :class:`~drafter.errors.DrafterError` where the case names none or the disk is full.
        """
        return self.firm.keep(self.open_case(case).flow.answers)

    def new_from(self, case: int, title: str = "") -> int:
        """Make a case with the answers of ``case`` and return its id."""
        answers = self._store.answers(case)
        return self._store.create(title.strip() or f"{self._store.title(case)} (copy)", answers)

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
        self._store.rename(case, title.strip() or _UNTITLED)

    def delete(self, case: int) -> None:
        """Delete a case with its answers; papers that were drafted from it stay where they are."""
        self._store.title(case)
        self._store.delete(case)

    def integrity(self) -> str:
        """Return "ok", or what the database's own check finds wrong."""
        return self._store.integrity()

    def close(self) -> None:
        """Close the database, if it was opened."""
        if "_store" in self.__dict__:
            self._store.close()
            del self.__dict__["_store"]
