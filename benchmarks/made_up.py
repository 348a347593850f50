"""Made-up cases of about 6 KB: the same ones for the same seed."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, islice
from pathlib import Path

from drafter.app.library import Library
from drafter.app.lines import listed
from drafter.store.records import NewCase, StoredAnswer

BATCH = 1000
WORDS_OF_A_CASE = 700
_SYLLABLES = (
    "ba bo car dan del der en er ford gan gor har il ka kel lan li lo ma mar mi mon na ner ni "
    "o pa per ra ren ri ro sa sen so sta ster ter ti tor un va ver vi wel wick y za "
)


class Writer:
    """Makes cases up: the same ones for the same seed."""

    def __init__(self, seed: int, questions: Sequence[str], districts: Sequence[str]) -> None:
        """Answer ``questions`` with texts of a vocabulary as skewed as that of real texts."""
        self._random = random.Random(seed)  # noqa: S311 - not for secrets
        self._questions = questions
        self._syllables = _SYLLABLES.split()
        self._districts = districts
        self.vocabulary = sorted({self._word() for _ in range(40_000)})
        self._random.shuffle(self.vocabulary)
        self._weights = list(accumulate(1 / (rank + 5) for rank in range(len(self.vocabulary))))

    def _word(self) -> str:
        return "".join(self._random.choice(self._syllables) for _ in range(self._random.randint(1, 4)))

    def answers(self) -> dict[str, object]:
        """The answers of one case."""
        pick = self._random
        words = pick.choices(self.vocabulary, cum_weights=self._weights, k=WORDS_OF_A_CASE)
        rest = iter(words)
        rows: dict[str, object] = {
            "movant.name": {"given": next(rest).title(), "family": self._word().title()},
            "case.district": pick.choice(self._districts),
            "case.number": f"{pick.randint(1, 9)}:{pick.randint(2, 26):02}-cr-{pick.randint(1, 99999):05}",
        }
        for question in self._questions:
            text = " ".join(islice(rest, pick.choice((1, 2, 3, 5, 40))))
            if text:
                rows[question] = text
        return rows


@dataclass(frozen=True, slots=True)
class Filled:
    """An open ``library`` of made-up cases, whose ``plain`` JSON has so many bytes, loaded in ``seconds``."""

    library: Library
    writer: Writer
    seconds: float
    plain: int


def writer_for(library: Library) -> Writer:
    """Return a writer of cases that answer sixty of the questions that take a long text."""
    questions = [
        key
        for key, question in library.drafting.questions.items()
        if type(question.kind).__name__ == "LongText"
    ]
    return Writer(7, questions[:60], sorted(library.law.districts))


def filled(folder: Path, cases: int, passphrase: str = "") -> Filled:
    """Fill a new library in ``folder`` through its store, list lines and search index included."""
    library = Library(folder)
    if passphrase:
        library.set_passphrase(passphrase)
    writer, law, store = writer_for(library), library.law, library._store  # noqa: SLF001 - what is measured
    seconds, plain = 0.0, 0
    for start in range(0, cases, BATCH):
        batch = []
        for number in range(start, min(start + BATCH, cases)):
            values = writer.answers()
            plain += len(json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode())
            answers = {key: StoredAnswer(value) for key, value in values.items()}
            batch.append(NewCase(f"United States v. {number}", answers))
        begun = time.perf_counter()
        store.create_all(one._replace(listed=listed(one.answers, law)) for one in batch)
        seconds += time.perf_counter() - begun
    begun = time.perf_counter()
    store.database.empty_log()
    return Filled(library, writer, seconds + time.perf_counter() - begun, plain)
