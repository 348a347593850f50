"""Everything that belongs to one case, as it goes from one library to another, checked piece by piece.

What comes in a file was written by someone else: every piece is read by its type, its length and its place
before anything of it reaches a library.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final, TypeVar

from drafter.core.answers import Evidence
from drafter.store.moments import moment
from drafter.store.records import StoredAnswer
from drafter.store.steps import Edit

T = TypeVar("T")

_UID: Final = re.compile(r"[0-9A-Za-z-]{8,64}")
#: Nothing that the program asks for is nested as deep.
_DEEPEST: Final = 24
_STATES: Final = frozenset({"done", "undone", "past"})
_NOTES: Final = frozenset({"note", "sign-off"})
_YEARS: Final = range(1970, 9000)


@dataclass(frozen=True, slots=True)
class KeptStep:
    """A step with its edits; ``at`` is a moment as the tables hold it, here and below."""

    kind: str
    state: str
    at: str
    edits: tuple[Edit, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class KeptVersion:
    """All answers of one moment."""

    uid: str
    name: str
    kind: str
    made: str
    answers: Mapping[str, StoredAnswer] = field(repr=False)


@dataclass(frozen=True, slots=True)
class KeptDraft:
    """A paper that was written; ``version`` is the uid of the answers it was made of, empty for none."""

    document: str
    filing_date: str
    final: bool
    path: str
    sha256: str
    made: str
    version: str
    law: str
    docx: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class KeptLaw:
    """An edition of the law with which drafts were made."""

    digest: str
    as_of: str
    entries: Mapping[str, str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class KeptPaper:
    """A paper kept with the case; ``exhibit`` is the letter of the exhibit that it is, empty for none."""

    uid: str
    name: str
    exhibit: str
    sha256: str
    added: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class KeptNote:
    """A note on a section, or its sign-off."""

    uid: str
    section: str
    kind: str
    who: str
    text: str = field(repr=False)
    at: str = ""


@dataclass(frozen=True, slots=True)
class HalfTyped:
    """What stood in a field and could not be read."""

    question: str
    typed: Any = field(repr=False)
    at: str = ""


@dataclass(frozen=True, slots=True)
class KeptField:
    """A question of the firm's own that the case answers, as it is defined where the case comes from."""

    id: str
    ask: str
    kind: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CaseContents:
    """One case with all that belongs to it; ``uid`` is empty where the file names no identity."""

    uid: str
    title: str
    sample: str
    status: str
    template: bool
    archived: bool
    created: str
    modified: str
    tags: tuple[str, ...]
    answers: Mapping[str, StoredAnswer] = field(repr=False)
    steps: tuple[KeptStep, ...] = field(repr=False)
    versions: tuple[KeptVersion, ...] = field(repr=False)
    laws: tuple[KeptLaw, ...] = field(repr=False)
    drafts: tuple[KeptDraft, ...] = field(repr=False)
    attachments: tuple[KeptPaper, ...] = field(repr=False)
    notes: tuple[KeptNote, ...] = field(repr=False)
    half_typed: tuple[HalfTyped, ...] = field(repr=False)
    fields: tuple[KeptField, ...] = ()


class Piece:
    """One mapping of a file, read key by key; each fault names its place."""

    def __init__(self, raw: object, place: str) -> None:
        """Read ``raw``, which stands at ``place``; raise ValueError if it is no mapping."""
        if not isinstance(raw, Mapping):
            raise _fault(place, "is not a set of keys and values")
        self._raw = raw
        self._place = place

    def text(self, key: str, default: str | None = None) -> str:
        """Return a text that any program can write again."""
        return as_text(self._raw.get(key, default), self._at(key))

    def among(self, key: str, words: frozenset[str]) -> str:
        """Return a text that is one of ``words``."""
        found = self.text(key)
        if found not in words:
            raise _fault(self._at(key), f"is none of {', '.join(sorted(words))}")
        return found

    def yes(self, key: str) -> bool:
        """Return true or false, which tables hold as 1 and 0."""
        found = self._raw.get(key, False)
        if found not in (True, False) or not isinstance(found, int):
            raise _fault(self._at(key), "is neither true nor false")
        return bool(found)

    def uid(self, key: str = "uid") -> str:
        """Return an identity."""
        found = self.text(key)
        if not _UID.fullmatch(found):
            raise _fault(self._at(key), "is no identity of letters and digits")
        return found

    def moment(self, key: str, default: str | None = None) -> str:
        """Return a moment with its zone."""
        found = self.text(key, default)
        read = moment(found)
        if read.tzinfo is None or read.year not in _YEARS:
            raise _fault(self._at(key), "is no moment with its time zone")
        return found

    def content(self, key: str) -> bytes:
        """Return bytes, which JSON holds in base64; none where there are none."""
        found = self._raw.get(key)
        if found is None:
            return b""
        return found if isinstance(found, bytes) else base64.b64decode(self.text(key), validate=True)

    def value(self, key: str) -> Any:  # noqa: ANN401 - any JSON
        """Return a JSON value."""
        return as_json_value(self._raw.get(key), self._at(key))

    def rows(self, key: str, read: Callable[[Piece], T]) -> tuple[T, ...]:
        """Return a list of mappings, each read by ``read``; none where the key is absent."""
        found = self._raw.get(key, ())
        if not isinstance(found, (list, tuple)):
            raise _fault(self._at(key), "is not a list")
        return tuple(read(Piece(raw, f"{self._at(key)} {number}")) for number, raw in enumerate(found, 1))

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts."""
        found = self._raw.get(key, ())
        if not isinstance(found, (list, tuple)):
            raise _fault(self._at(key), "is not a list")
        return tuple(as_text(one, self._at(key)) for one in found)

    def by_name(self, key: str, read: Callable[[object, str], T]) -> dict[str, T]:
        """Return a mapping whose values are read by ``read``."""
        found = self._raw.get(key, {})
        if not isinstance(found, Mapping):
            raise _fault(self._at(key), "is not a set of keys and values")
        return {
            as_text(name, self._at(key)): read(raw, f"{self._at(key)}, {name}") for name, raw in found.items()
        }

    def _at(self, key: str) -> str:
        return f"{self._place}, {key}" if self._place else key


def contents_from(raw: object) -> CaseContents:
    """Read one case; raise ValueError with the place of the first piece that cannot be one of a case."""
    case = Piece(raw, "")
    created = case.moment("created")
    return CaseContents(
        uid=case.uid() if case.text("uid", "") else "",
        title=case.text("title"),
        sample=case.text("sample", ""),
        status=case.text("status", "open") or "open",
        template=case.yes("template"),
        archived=case.yes("archived"),
        created=created,
        modified=case.moment("modified", created),
        tags=tuple(dict.fromkeys(tag for tag in case.texts("tags") if tag)),
        answers=case.by_name("answers", an_answer),
        steps=case.rows("steps", _step),
        versions=case.rows("versions", _version),
        laws=case.rows("laws", _law),
        drafts=case.rows("drafts", _draft),
        attachments=case.rows("attachments", _paper),
        notes=case.rows("notes", _note),
        half_typed=case.rows("half_typed", _half_typed),
        fields=case.rows("fields", _field),
    )


def an_answer(raw: object, place: str) -> StoredAnswer:
    """Read a whole answer; raise ValueError for one that the store does not hold."""
    row = Piece(raw, place)
    unknown = row.yes("unknown")
    pieces = row.value("evidence") or []
    if not isinstance(pieces, list):
        raise _fault(place, "has evidence that is not a list")
    evidence = tuple(Evidence.from_json(piece).as_json() for piece in pieces)
    return StoredAnswer(None if unknown else row.value("value"), unknown, row.text("note", ""), evidence)


def as_text(raw: object, place: str) -> str:
    """Read text; raise ValueError for what is none, or holds half a character."""
    if not isinstance(raw, str):
        raise _fault(place, "is not text")
    try:
        raw.encode()
    except UnicodeEncodeError:
        raise _fault(place, "holds half a character") from None
    return raw


def as_json_value(raw: object, place: str) -> Any:  # noqa: ANN401 - any JSON
    """Read a JSON value; raise ValueError for one that no JSON file can hold, or a needlessly deep one."""
    if _depth_over(raw, _DEEPEST):
        raise _fault(place, "is nested too deep")
    if not isinstance(raw, (type(None), bool, int, float, str, Mapping, list, tuple)):
        raise _fault(place, "is no value of JSON")
    try:
        json.dumps(raw, ensure_ascii=False, allow_nan=False).encode()
    except UnicodeEncodeError:
        raise _fault(place, "holds half a character") from None
    return raw


def _depth_over(raw: object, most: int) -> bool:
    if not isinstance(raw, (Mapping, list, tuple)):
        return False
    inner = raw.values() if isinstance(raw, Mapping) else raw
    return most == 0 or any(_depth_over(one, most - 1) for one in inner)


def _step(row: Piece) -> KeptStep:
    edits = sorted(row.rows("edits", _edit), key=lambda edit: edit[0])
    if len({question for question, _, _ in edits}) < len(edits):
        raise _fault("a step", "edits one question twice")
    return KeptStep(row.text("kind"), row.among("state", _STATES), row.moment("at"), tuple(edits))


def _edit(row: Piece) -> Edit:
    before, after = row.value("before"), row.value("after")
    return (
        row.text("question"),
        None if before is None else an_answer(before, "before"),
        None if after is None else an_answer(after, "after"),
    )


def _version(row: Piece) -> KeptVersion:
    return KeptVersion(
        row.uid(),
        row.text("name", ""),
        row.text("kind"),
        row.moment("made"),
        row.by_name("answers", an_answer),
    )


def _law(row: Piece) -> KeptLaw:
    as_of = date.fromisoformat(row.text("as_of")).isoformat()
    return KeptLaw(row.text("digest"), as_of, row.by_name("entries", as_text))


def _draft(row: Piece) -> KeptDraft:
    return KeptDraft(
        row.text("document"),
        date.fromisoformat(row.text("filing_date")).isoformat(),
        row.yes("final"),
        row.text("path"),
        row.text("sha256"),
        row.moment("made"),
        row.text("version", ""),
        row.text("law", ""),
        row.content("docx"),
    )


def _paper(row: Piece) -> KeptPaper:
    content = row.content("content")
    digest = row.text("sha256")
    if hashlib.sha256(content).hexdigest() != digest:
        raise _fault(f"the paper {row.text('name')}", "is not what was kept: its SHA-256 differs")
    return KeptPaper(
        row.uid(), row.text("name"), row.text("exhibit", ""), digest, row.moment("added"), content
    )


def _note(row: Piece) -> KeptNote:
    return KeptNote(
        row.uid(),
        row.text("section"),
        row.among("kind", _NOTES),
        row.text("who"),
        row.text("text"),
        row.moment("at"),
    )


def _half_typed(row: Piece) -> HalfTyped:
    return HalfTyped(row.text("question"), row.value("typed"), row.moment("at"))


def _field(row: Piece) -> KeptField:
    return KeptField(row.text("id"), row.text("ask"), row.text("kind"), row.texts("options"))


def _fault(place: str, what: str) -> ValueError:
    return ValueError(f"{place or 'the case'} {what}")
