"""Finding the words of names in all cases at once, wherever the cases lie.

The index tells in which cases a word stands, not in which answer.  Of a case that holds a word of every part
of a name only those answers are read that hold its word of the rarest part.
"""

from __future__ import annotations

import json
import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from drafter.store.index_words import words_of_index
from drafter.store.search import asked_words, folded
from drafter.store.values import answer_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from drafter.store.database import Database
    from drafter.store.records import StoredAnswer

#: The words of which one must stand there; one that ends with * stands for all that begin so.
Group = tuple[str, ...]
#: Cases that are read with one query, and words of one case for which its answers are looked through there.
_AT_ONCE, _WORDS = 200, 8
#: What stands for a character in the text of JSON.
_ESCAPED: Final = re.compile(r"\\(?:u[0-9a-f]{4}|.)")
#: What tells that a person's name lies in an answer, part by part, in another order than it is read.
_PERSON: Final = '"family"'
#: A sign beyond ASCII that may be a letter, or become one without its accent; the others are those of print.
_LETTER: Final = re.compile("[^\x00-\x7f\xa0§¶“”‘’–—]")
#: The answers that hold the word of their case.  LIKE knows the capitals of ASCII alone, so that a text with
#: other signs is read whatever it holds.
_HOLDS: Final = "{0} IS NOT NULL AND ({0} LIKE pattern OR length({0}) <> octet_length({0}))"
_ANSWERS: Final = f"""
WITH asked (case_id, pattern) AS MATERIALIZED
    (SELECT value ->> 0, '%' || (value ->> 1) || '%' FROM json_each(?))
SELECT asked.case_id, question, value, unknown, note, evidence
FROM asked CROSS JOIN answers ON answers.case_id = asked.case_id
WHERE ({") OR (".join(map(_HOLDS.format, ("value", "note", "evidence")))})
"""  # noqa: S608 - own words


class CaseWithWords(NamedTuple):
    """A case with the answers in which words of a name stand, by question; ``place`` is where it lies."""

    id: int
    title: str
    place: str
    answers: Mapping[str, StoredAnswer]


class Names:
    """The names in the cases of one database, whose index must be up to date."""

    def __init__(self, database: Database) -> None:
        """Search ``database``."""
        self._database = database

    def cases(self) -> int:
        """Return how many cases the index holds, wherever they lie."""
        row = self._database.row("SELECT count(*) FROM searched")
        return 0 if row is None else int(str(row[0]))

    def words(self) -> list[str]:
        """Return every word of the index, as it is compared: without capitals and accents."""
        return words_of_index(self._database)

    def holding(self, readings: Sequence[Sequence[Group]], between: int) -> Iterator[CaseWithWords]:
        """Return the cases with a word of every group of one of ``readings``, and their answers that do.

        At most ``between`` other words are wanted between them; a few answers may come where it is more.
        Cases of the first reading come before the others, of each the one changed last first.
        """
        wanted: dict[int, set[str]] = {}
        for groups in readings:
            for case, words in self._cases(groups).items():
                wanted.setdefault(case, set()).update(words)
        tests = [_Test(groups, between) for groups in readings]
        cases = list(wanted)
        for start in range(0, len(cases), _AT_ONCE):
            yield from self._read({case: wanted[case] for case in cases[start : start + _AT_ONCE]}, tests)

    def _cases(self, groups: Sequence[Group]) -> dict[int, list[str]]:
        """The cases with a word of every group, the one changed last first, each with its rarest words."""
        cases: dict[int, list[str]] = {case: [] for case in self._matching(" AND ".join(map(_any, groups)))}
        for word in min(groups, key=self._weight):
            for case in self._matching(_any((word,))):
                if case in cases:
                    cases[case].append(word if _is_whole(word) else "")
        return cases

    def _weight(self, group: Group) -> tuple[int, int]:
        """How many cases hold an initial of the group, of which every answer is read, and any word of it."""
        initials = tuple(word for word in group if not _is_whole(word))
        return self._count(initials), self._count(group)

    def _matching(self, match: str) -> list[int]:
        rows = self._database.rows(
            "SELECT case_id FROM search CROSS JOIN searched ON entry = search.rowid "
            "WHERE search MATCH ? ORDER BY search.rowid DESC",
            match,
        )
        return [int(str(case)) for (case,) in rows]

    def _count(self, group: Group) -> int:
        if not group:
            return 0
        row = self._database.row("SELECT count(*) FROM search WHERE search MATCH ?", _any(group))
        return 0 if row is None else int(str(row[0]))

    def _read(self, wanted: Mapping[int, set[str]], tests: Sequence[_Test]) -> Iterator[CaseWithWords]:
        """The cases with their answers that hold the words ``wanted`` of them and pass one of ``tests``."""
        asked = [
            (case, word)
            for case, words in wanted.items()
            for word in (words if "" not in words and 0 < len(words) <= _WORDS else ("",))
        ]
        found: dict[int, dict[str, StoredAnswer]] = {case: {} for case in wanted}
        for case, question, *row in self._database.rows(_ANSWERS, json.dumps(asked)):
            answers = found[int(str(case))]
            if question not in answers and _passes(row, tests):
                answers[str(question)] = answer_of(row)
        for case, title, place in self._titles(list(wanted)):
            yield CaseWithWords(case, title, place, dict(sorted(found[case].items())))

    def _titles(self, cases: Sequence[int]) -> Iterator[tuple[int, str, str]]:
        rows = self._database.rows(
            "SELECT id, title, CASE WHEN trashed <> '' THEN 'trash' WHEN archived THEN 'archive' "
            "WHEN template THEN 'template' ELSE status END FROM cases "
            "WHERE id IN (SELECT value FROM json_each(?))",
            json.dumps(cases),
        )
        lines = {int(str(case)): (str(title), str(place)) for case, title, place in rows}
        return ((case, *lines[case]) for case in cases if case in lines)


class _Test:
    """Whether a word of each group of a reading stands in a text, and two of them within ``reach`` words."""

    def __init__(self, groups: Sequence[Group], between: int) -> None:
        self._groups = [
            (
                frozenset(word for word in group if not word.endswith("*")),
                tuple(word[:-1] for word in group if word.endswith("*")),
            )
            for group in groups
        ]
        alone = len(groups) == 1 or any(stems for _, stems in self._groups)
        self._known = None if alone else frozenset().union(*(words for words, _ in self._groups))
        self._reach = len(groups) - 1 + between

    def passes(self, held: Sequence[str], *, in_order: bool) -> bool:
        """Whether the words ``held`` pass; ``in_order`` says that they follow each other as in the text."""
        for words, stems in self._groups:
            if words.isdisjoint(held) and not (stems and any(word.startswith(stems) for word in held)):
                return False
        if self._known is None or not in_order:
            return True
        known = self._known
        places = [place for place, word in enumerate(held) if word in known]
        return any(after - place <= self._reach for place, after in pairwise(places))


def _is_whole(word: str) -> bool:
    """Whether it is worth while to look for the word letter by letter: an initial stands in every text."""
    return len(word) > 1 and not word.endswith("*")


def _passes(row: Sequence[object], tests: Sequence[_Test]) -> bool:
    """Whether value, note and proof of an answer, as they lie in the table, hold words of every group."""
    value, _, note, evidence = row
    text = f"{value or ''} {evidence or ''}"
    if "\\" in text:
        text = _ESCAPED.sub(" ", text)
    text = f"{text} {note or ''}"
    if text.isascii() or not _LETTER.search(text):
        held, in_order = asked_words(text.lower()), _PERSON not in text
    else:  # an accent may be a sign of its own, which parts words
        held, in_order = (*asked_words(folded(text)), *map(folded, asked_words(text))), False
    return any(test.passes(held, in_order=in_order) for test in tests)


def _any(group: Group) -> str:
    """The search for cases with a word of the group.

    The index keeps ß as it is, where words that are compared have ss.
    """
    spelt = dict.fromkeys(form for word in group for form in (word, word.replace("ss", "ß")))
    words = (f'"{word[:-1]}"*' if word.endswith("*") else f'"{word}"' for word in spelt)
    return f"({' OR '.join(words)})"
