"""Handing a case over and taking it back: as an encrypted file, as open JSON, merged field by field."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal

from drafter.app.brought_fields import BroughtFields, brought
from drafter.app.differences import NOT_ANSWERED, told
from drafter.core.answers import Evidence
from drafter.core.problem import Unreadable
from drafter.errors import BadInputError, OutputError, StoreError, WrongPassphraseError
from drafter.practice.questions import own

if TYPE_CHECKING:
    from drafter.app.own_fields import OwnFields
    from drafter.core.question import Question, Section
    from drafter.practice.questions.own import OwnField
    from drafter.store.cases import CaseStore
    from drafter.store.contents import CaseContents, KeptField
    from drafter.store.handover import Compared, Handover
    from drafter.store.keys import Key
    from drafter.store.records import StoredAnswer

#: The endings that tell what is written: a case file, or open JSON.
CASE_FILE: Final = ".drafter"
OPEN_JSON: Final = ".json"

Side = Literal["here", "there"]


@dataclass(frozen=True, slots=True)
class Unread:
    """An answer that no question of this program can read; it is kept as it is."""

    question: str
    why: str


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A file that was read; ``here`` is the case of the same identity in this library, None for none.

    ``fields`` are the firm's own ones that it defines; ``taking`` are those of them that this library asks
    as well once the file is taken in.
    """

    path: Path
    title: str
    here: int | None
    unread: tuple[Unread, ...]
    contents: CaseContents = field(repr=False)
    fields: BroughtFields
    taking: tuple[OwnField, ...] = ()


@dataclass(frozen=True, slots=True)
class MergeField:
    """One question that differs, as a person reads it: what both had, what is here, what is there."""

    question: str
    asked: str
    section: str
    base: str
    here: str
    there: str


@dataclass(frozen=True, slots=True)
class MergePlan:
    """What a merge would do: nothing is changed before it is carried out.

    ``taken`` was changed in the file alone, ``kept`` here alone; a person decides each of ``conflicts``.
    ``since`` is when the version was made that both went on from, None where there is none.
    """

    case: int
    title: str
    since: datetime | None
    taken: tuple[MergeField, ...]
    kept: tuple[MergeField, ...]
    conflicts: tuple[MergeField, ...]
    compared: Compared = field(repr=False)


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge did: the questions that differ now, and how much was added of each kind."""

    changed: tuple[str, ...]
    added: Mapping[str, int]


class Transfer:
    """Hands the cases of a library over and takes them in."""

    def __init__(
        self,
        store: Callable[[], CaseStore],
        sections: Callable[[], Sequence[Section]],
        back_up: Callable[[], object],
        own_fields: OwnFields,
    ) -> None:
        """Use ``store``; ``sections`` are asked for when answers are shown, ``back_up`` before a merge.

        Definitions of ``own_fields`` go out with the cases that answer them.
        """
        self._store = store
        self._sections = sections
        self._back_up = back_up
        self._own_fields = own_fields

    @property
    def _handover(self) -> Handover:
        from drafter.store.handover import Handover

        return Handover(self._store(), self._defined)

    def _defined(self, questions: Iterable[str]) -> tuple[KeptField, ...]:
        """The definitions of those of ``questions`` that are the firm's own."""
        from drafter.store.contents import KeptField

        asked = set(questions)
        fields = self._own_fields.all() if any(key.startswith(own.PREFIX) for key in asked) else ()
        return tuple(KeptField(one.id, one.ask, one.kind, one.options) for one in fields if one.tag in asked)

    def _questions(self, taking: Sequence[OwnField] = ()) -> dict[str, Question[Any]]:
        sections = (*self._sections(), *own.sections(taking))
        return {question.id: question for section in sections for question in section}

    # --- out -------------------------------------------------------------------------------------------

    def export(self, case: int, path: Path, passphrase: str | None = None, *, replace: bool = False) -> Path:
        """Write the case to ``path`` by its ending, ``.drafter`` or ``.json``, and return the file.

        A case file is encrypted under ``passphrase``, plain where it is None; JSON is always plain.
        What is at ``path`` stays unless ``replace``.  Raises :class:`~drafter.errors.DrafterError`.
        """
        self._store().title(case)
        path = path.expanduser().absolute()
        self._insist_on_place(path, replace=replace)
        known = path.exists()
        try:
            self._export(case, path, passphrase)
        except StoreError:  # the file may be whole, and the library full
            if not known and path.exists():  # on a disk that may only be read there is none
                path.unlink()
            raise
        return path

    def _export(self, case: int, path: Path, passphrase: str | None) -> None:
        if path.suffix.lower() == CASE_FILE:
            from drafter.store.keys import Key

            self._handover.to_file(case, path, Key.derived(passphrase) if passphrase else None)
        elif path.suffix.lower() != OPEN_JSON:
            raise BadInputError(f"{path.name} must end in {CASE_FILE} or {OPEN_JSON}; give it such a name.")
        elif passphrase:
            raise BadInputError("JSON is open to everyone; leave the passphrase out, or end it in .drafter.")
        else:
            self._handover.out(case, lambda contents: _write_json(contents, path))

    def _insist_on_place(self, path: Path, *, replace: bool) -> None:
        if not path.parent.is_dir():
            raise OutputError(f"There is no folder {path.parent}; make it first, or choose another.")
        if path.is_dir() or (path.exists() and (not replace or path.samefile(self._store().path))):
            raise OutputError(f"{path} exists already; choose another name.")

    # --- in --------------------------------------------------------------------------------------------

    def encrypted(self, path: Path) -> bool:
        """Whether the file needs a passphrase."""
        from drafter.store.header import salt_of

        return path.suffix.lower() != OPEN_JSON and path.is_file() and salt_of(path) is not None

    def read(self, path: Path, passphrase: str | None = None) -> CaseFile:
        """Read a case file or JSON; the file is not touched, and nothing is stored.

        Raises :class:`~drafter.errors.WrongPassphraseError` where ``passphrase`` does not open it, and
        another :class:`~drafter.errors.DrafterError` for a file that is none, is damaged or is newer.
        """
        path = path.expanduser().absolute()
        questions = self._questions()
        if path.suffix.lower() == OPEN_JSON:
            from drafter.app.case_json import from_json

            contents = from_json(path, questions)
        else:
            from drafter.store.transfer import read_file

            contents = read_file(path, self._key(path, passphrase))
        here = self._store().with_uid(contents.uid) if contents.uid else None
        unread = _unread(contents.answers, questions)
        return CaseFile(path, contents.title, here, unread, contents, self._brought(contents, path))

    def _brought(self, contents: CaseContents, path: Path) -> BroughtFields:
        from drafter.app.own_fields import fields_of

        try:
            there = fields_of([(one.id, one.ask, one.kind, one.options) for one in contents.fields])
        except ValueError as fault:
            raise BadInputError(f"{path} cannot be read as a case ({fault}); get it again.") from fault
        return brought(there, self._own_fields.all() if there else (), contents.answers)

    def with_fields(self, file: CaseFile) -> CaseFile:
        """Return the file as it is read once this library asks the new fields that it defines.

        Nothing is stored before the file is added or merged.
        """
        new, contents = file.fields.new, file.contents
        questions = self._questions(new)
        if file.path.suffix.lower() == OPEN_JSON:  # a person may have typed it
            from drafter.app.case_json import read_answers

            read = read_answers(contents.answers, {one.tag: one.question for one in new})
            contents = replace(contents, answers=read)
        return replace(file, contents=contents, unread=_unread(contents.answers, questions), taking=new)

    def _key(self, path: Path, passphrase: str | None) -> Key | None:
        from drafter.store.header import salt_of
        from drafter.store.keys import Key

        if not self.encrypted(path):
            return None
        if not passphrase:
            raise WrongPassphraseError(f"{path} is encrypted, or is no case file; give its passphrase.")
        return Key.derived(passphrase, salt_of(path))

    def add(self, file: CaseFile) -> int:
        """Store the case of the file as a new one, with everything that belongs to it, and return its id.

        Where the case is here already the new one is another case: the two are never merged later.
        """
        self._own_fields.take(file.taking)
        return self._handover.as_new(file.contents)

    def plan(self, file: CaseFile, case: int | None = None) -> MergePlan:
        """Return what a merge of the file into the case would do; into that of its identity where None.

        Raises :class:`BadInputError` where the file is of another case, or the case lies in the trash.
        """
        into = file.here if case is None else case
        if into is None:
            raise BadInputError(f"The case of {file.path} is not in this library; import it as a new case.")
        store = self._store()
        title = store.title(into)
        if file.contents.uid not in {"", store.uid(into)}:
            raise BadInputError(
                f"{file.path} is not of case {into} but of “{file.title}”; import it as a new case."
            )
        record = store.catalogue.case(into)
        if record is not None and record.trashed:
            raise BadInputError(f"Case {into} lies in the trash; take it back before you merge.")
        compared = self._handover.compared(into, file.contents)
        decision, base = compared
        shown = _Shown(
            (*self._sections(), *own.sections(file.taking)),
            *(base.answers if base else {}, store.answers(into), file.contents.answers),
        )
        return MergePlan(
            into,
            title,
            base.made if base else None,
            shown.fields(decision.taken),
            shown.fields(decision.kept),
            shown.fields(decision.conflicts),
            compared,
        )

    def merge(self, file: CaseFile, plan: MergePlan, chosen: Mapping[str, Side]) -> Merged:
        """Carry the plan out in one transaction, as one step that can be undone, after a backup.

        ``chosen`` says for each conflict whose answer stands.  Raises :class:`BadInputError` for a conflict
        that is not decided, and :class:`StoreError` where the case has changed since the plan was made or
        there is no room for the backup; nothing is changed then.
        """
        open_ = [one.question for one in plan.conflicts if one.question not in chosen]
        if open_:
            raise BadInputError(f"It is not decided which answer stands: {', '.join(open_)}.")
        decision = plan.compared[0]
        edits = {
            key: one.here if chosen[key] == "here" else one.there for key, one in decision.conflicts.items()
        }
        self._back_up()
        self._own_fields.take(file.taking)
        added = self._handover.merge(plan.case, file.contents, plan.compared, edits)
        changed = (*decision.taken, *(key for key in edits if chosen[key] == "there"))
        return Merged(changed, added)


class _Shown:
    """Differing answers in the order of the interview, in words."""

    def __init__(
        self,
        sections: Sequence[Section],
        base: Mapping[str, Mapping[str, Any]],
        here: Mapping[str, StoredAnswer],
        there: Mapping[str, StoredAnswer],
    ) -> None:
        self._asked = {question.id: (section, question) for section in sections for question in section}
        self._sides = (
            base,
            {key: row.as_json() for key, row in here.items()},
            {key: row.as_json() for key, row in there.items()},
        )

    def fields(self, questions: Mapping[str, object]) -> tuple[MergeField, ...]:
        known = [key for key in self._asked if key in questions]
        return tuple(self._field(key) for key in (*known, *sorted(set(questions) - set(known))))

    def _field(self, key: str) -> MergeField:
        rows = [side.get(key) for side in self._sides]
        if key not in self._asked:
            return MergeField(key, key, "", *(_plain(row) for row in rows))
        section, question = self._asked[key]
        return MergeField(key, question.ask, section.title, *(told(question, row) for row in rows))


def _plain(row: Mapping[str, Any] | None) -> str:
    """An answer to a question that the program does not have."""
    if row is None:
        return NOT_ANSWERED
    proof = "; ".join(Evidence.from_json(piece).show() for piece in row["evidence"])
    return "\n".join(str(part) for part in (row["value"], row["note"], proof) if part not in ("", None))


def _unread(
    answers: Mapping[str, StoredAnswer], questions: Mapping[str, Question[Any]]
) -> tuple[Unread, ...]:
    found = []
    for key, answer in sorted(answers.items()):
        if key not in questions:
            found.append(Unread(key, "This program has no such question."))
        elif not answer.unknown:
            try:
                questions[key].kind.load(answer.value)
            except Unreadable as fault:
                found.append(Unread(key, str(fault)))
    return tuple(found)


def _write_json(contents: CaseContents, path: Path) -> None:
    from drafter.app.case_json import to_json
    from drafter.app.writing import put

    try:
        put(path, to_json(contents))
    except OSError as fault:
        raise OutputError(f"{path} cannot be written ({fault.strerror}); choose another folder.") from fault
