"""Finding cases by the words of their title, answers, notes and proof, as they are typed.

The index holds one text per case and no more than its words: the answers stay in their table.  An edit only
notes that its case must be indexed again, which is done before the next search, so that saving stays quick.
What was changed last has the greatest rowid and is found first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from drafter.store.database import Database
    from drafter.store.records import Listed, StoredAnswer

#: What the index itself takes for a word: letters and digits.
_WORD: Final = re.compile(r"[^\W_]+")
#: A sign that may be an accent, once it is taken apart.
_BEYOND: Final = re.compile(r"[^\x00-\x7f]")


def asked_words(typed: str) -> tuple[str, ...]:
    """The words in what a person typed to search for."""
    return tuple(_WORD.findall(typed))


def folded(text: str) -> str:
    """``text`` without case and accents, as the index compares words."""
    if text.isascii():
        return text.lower()
    import unicodedata  # the list of cases does without it, and without the JSON of answers

    apart = unicodedata.normalize("NFKD", text.casefold())
    return _BEYOND.sub(lambda sign: "" if unicodedata.combining(sign[0]) else sign[0], apart)


class Search:
    """The search index of one database; what writes is called inside a transaction."""

    def __init__(self, database: Database) -> None:
        """Keep the index in ``database``."""
        self._database = database

    def forget(self, case: int) -> None:
        """Note that the case must be indexed again."""
        self._database.connection.execute("INSERT OR IGNORE INTO unsearched VALUES (?)", (case,))

    def waiting(self) -> list[int]:
        """Return the cases that must be indexed again, the one changed last at the end."""
        rows = self._database.rows(
            "SELECT case_id FROM unsearched CROSS JOIN cases ON cases.id = case_id "
            "ORDER BY modified, cases.id"
        )
        return [int(str(case)) for (case,) in rows]

    def refresh(self, case: int, title: str, answers: Mapping[str, StoredAnswer], listed: Listed) -> None:
        """Index the case anew, and store what the list shows of it."""
        self.remove(case)
        self.put(case, title, answers)
        self._database.connection.execute(
            "UPDATE cases SET movant = ?, court = ? WHERE id = ?", (listed.movant, listed.court, case)
        )

    def put(self, case: int, title: str, answers: Mapping[str, StoredAnswer]) -> None:
        """Index a case that is not in the index."""
        connection = self._database.connection
        entry = connection.execute("INSERT INTO searched (case_id) VALUES (?)", (case,)).lastrowid
        connection.execute(
            "INSERT INTO search (rowid, text) VALUES (?, ?)", (entry, "\n".join(texts_of(title, answers)))
        )

    def remove(self, case: int) -> None:
        """Take the case out of the index."""
        connection = self._database.connection
        connection.execute(
            "DELETE FROM search WHERE rowid = (SELECT entry FROM searched WHERE case_id = ?)", (case,)
        )
        connection.execute("DELETE FROM searched WHERE case_id = ?", (case,))
        connection.execute("DELETE FROM unsearched WHERE case_id = ?", (case,))

    def rewrite(self) -> None:
        """Write the index anew, so that nothing of what was removed is left in it."""
        from drafter.store.index_words import forget_words  # seldom needed

        self._database.connection.execute("INSERT INTO search (search) VALUES ('optimize')")
        forget_words(self._database)

    def matching(self, case: int, words: tuple[str, ...], most: int) -> list[tuple[str, StoredAnswer]]:
        """Return the answers of the case that hold one of ``words``, at most ``most``, by question."""
        holds = " OR ".join("value LIKE ? OR note LIKE ?" for _ in words)
        rows = self._database.rows(
            f"SELECT question, value, unknown, note, evidence FROM answers WHERE case_id = ? AND ({holds})",  # noqa: S608 - own words
            case,
            *(f"%{word}%" for word in words for _ in range(2)),
        )
        found = [(str(question), rest) for question, *rest in rows] or self._all(case)
        return list(self._holding(found, words))[:most]

    def _all(self, case: int) -> list[tuple[str, list[object]]]:
        """Every answer: LIKE knows no accents, so that nothing found may still be there."""
        rows = self._database.rows(
            "SELECT question, value, unknown, note, evidence FROM answers WHERE case_id = ?", case
        )
        return [(str(question), rest) for question, *rest in rows]

    @staticmethod
    def _holding(
        rows: list[tuple[str, list[object]]], words: tuple[str, ...]
    ) -> Iterator[tuple[str, StoredAnswer]]:
        from drafter.store.values import answer_of  # as in folded

        starts = tuple(folded(word) for word in words)
        for question, row in rows:
            answer = answer_of(row)
            held = (folded(word) for text in _of_answer(answer) for word in _WORD.findall(text))
            if any(word.startswith(starts) for word in held):
                yield question, answer


def query(words: tuple[str, ...]) -> str:
    """The search for cases that hold every one of ``words``, each as the beginning of a word."""
    return " ".join(f'"{word}"*' for word in words)


def texts_of(title: str, answers: Mapping[str, StoredAnswer]) -> Iterator[str]:
    """Return every text of a case that is indexed."""
    yield title
    for answer in answers.values():
        yield from _of_answer(answer)


def _of_answer(answer: StoredAnswer) -> Iterator[str]:
    """Every text of an answer: its value, its note, its proof."""
    yield from _words_in(answer.value)
    if answer.note:
        yield answer.note
    yield from _words_in(answer.evidence)


def _words_in(value: object) -> Iterator[str]:
    """Every text and number in a JSON value, those of its rows and parts too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _words_in(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _words_in(inner)
    elif isinstance(value, (int, float)) and not isinstance(value, bool):
        yield str(value)
