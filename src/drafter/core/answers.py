"""The answers of a case: an immutable map from question id to answer, with the evidence for each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar, cast

from drafter.core.marks import cleaned
from drafter.core.problem import Unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from drafter.core.kinds import Json
    from drafter.core.question import Question

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a fact is proved: an exhibit (``exhibit="B"``) or a document ("PSR", "ECF No. 41").

    ``page`` is the place inside it as the paper cites it: a page ("12") or a paragraph ("¶ 9").
    """

    exhibit: str = ""
    document: str = ""
    page: str = ""

    @classmethod
    def from_json(cls, raw: object) -> Evidence:
        """Read a mapping of ``exhibit`` or ``document`` and ``page``, or a text such as ``Ex. B at 12``."""
        if isinstance(raw, str):
            raw = _split(raw)
        if not isinstance(raw, Mapping) or not set(raw) <= {"exhibit", "document", "page"}:
            message = "Evidence is not readable; give an exhibit or a document, and a page."
            raise Unreadable(message)
        parts = {key: " ".join(cleaned(str(value or "")).split()) for key, value in raw.items()}
        if bool(parts.get("exhibit")) == bool(parts.get("document")):
            message = "Evidence needs either an exhibit or a document; name one of the two, and the page."
            raise Unreadable(message)
        return cls(**parts)

    def as_json(self) -> Json:
        """Return the parts that are present."""
        named = {"exhibit": self.exhibit, "document": self.document, "page": self.page}
        return {key: value for key, value in named.items() if value}

    def show(self) -> str:
        """Return the record cite as papers print it: ``Ex. B at 12``, ``PSR ¶ 9``, ``ECF No. 41 at 3``."""
        return record_cite(f"Ex. {self.exhibit}" if self.exhibit else self.document, self.page)


def record_cite(source: str, page: str) -> str:
    """The cite of ``page`` of ``source``, both as a paper names them: ``PSR ¶ 9``, ``ECF No. 41 at 3``."""
    if not page:
        return source
    return f"{source} {page}" if page.startswith("¶") else f"{source} at {page}"


def _split(text: str) -> dict[str, str]:
    source, _, page = cleaned(text).strip().partition(" at ")
    if not page and "¶" in source:
        source, _, page = source.partition("¶")
        page = f"¶ {page.strip()}"
    for prefix in ("Exhibit ", "Ex. ", "Ex "):
        if source.startswith(prefix):
            return {"exhibit": source.removeprefix(prefix).strip(), "page": page.strip()}
    return {"document": source.strip(), "page": page.strip()}


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: a value of the question's kind, or "unknown – must obtain" with a note on how.

    ``stored`` is the value's JSON form, which conditions compare; it is None while unknown.
    """

    value: Any = None
    stored: Json = None
    unknown: bool = False
    note: str = ""
    evidence: tuple[Evidence, ...] = field(default=())


class Answers(Mapping[str, Answer]):
    """An immutable map from question id to :class:`Answer`."""

    __slots__ = ("_by_id",)

    def __init__(self, by_id: Mapping[str, Answer] | None = None) -> None:
        """Take a copy of ``by_id``."""
        self._by_id = dict(by_id or {})

    def __getitem__(self, question: str) -> Answer:
        """Return the answer to the question with this id; raise KeyError if there is none."""
        return self._by_id[question]

    def __iter__(self) -> Iterator[str]:
        """Iterate over the ids of the answered questions."""
        return iter(self._by_id)

    def __len__(self) -> int:
        """Return the number of answers, unknown ones included."""
        return len(self._by_id)

    def answer(self, question: str) -> Answer | None:
        """Return the answer to the question with this id, an unknown one too, None while there is none."""
        return self._by_id.get(question)

    def known(self) -> dict[str, Any]:
        """Return a new map from the id of each question to its known value; unknown answers are left out."""
        return {key: answer.value for key, answer in self._by_id.items() if not answer.unknown}

    def value(self, question: Question[T]) -> T | None:
        """Return the known value of ``question``, typed as its kind says, else None."""
        answer = self._by_id.get(question.id)
        return None if answer is None or answer.unknown else cast("T", answer.value)

    def stored(self, question: str) -> Json:
        """Return the stored form of the answer to the question with this id, None while there is none."""
        answer = self._by_id.get(question)
        return None if answer is None or answer.unknown else answer.stored

    def evidence(self, question: Question[T]) -> tuple[Evidence, ...]:
        """Return the evidence on the answer to ``question``."""
        answer = self._by_id.get(question.id)
        return () if answer is None else answer.evidence

    def with_answer(self, question: str, answer: Answer | None) -> Answers:
        """Return a copy in which ``question`` has ``answer``; None takes the answer away."""
        by_id = dict(self._by_id)
        if answer is None:
            by_id.pop(question, None)
        else:
            by_id[question] = answer
        return Answers(by_id)
