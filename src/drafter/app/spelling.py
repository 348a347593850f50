"""Which words of a text are looked up, which are known, and what may have been meant by one that is not.

Known are the English list of pyspellchecker, the words of ``resources/words/legal.txt``, the names in the
law's tables, the user's own words, and the names and other short answers of the case in hand.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from drafter.core.kinds import Address, Choice, Person, Text
from drafter.core.rows import ListOf

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from spellchecker import SpellChecker

    from drafter.core.answers import Answers
    from drafter.core.kinds import Kind
    from drafter.core.question import Question
    from drafter.law import Law

#: The shipped list of the words of such motions, for :func:`drafter.paths.resource_text`.
LEGAL_WORDS: Final = "words/legal.txt"
_CHUNK: Final = re.compile(r"\S+")
#: An address of mail or of the web, a docket number.
_WHOLE: Final = re.compile(r"@|://|^\W*www\.|\d:\d", re.IGNORECASE)
#: What stands between blanks, dashes and strokes.
_PIECE: Final = re.compile(r"[^\-‐‑‒–—/…]+")
#: A number, a cite, an abbreviation with points inside, a name of a file.
_NO_WORDS: Final = re.compile(r"[\d§¶_]|\w\.\w")
_WORD: Final = re.compile(r"[^\W\d_][^\W\d_\u0300-\u036f]*(?:[\u0300-\u036f]+[^\W\d_]*)*(?:['’ʼ][^\W\d_]+)*")
#: Capitals that only a name has (McGirt, CorrLinks), or capitals with a plural’s s (PSRs).
_CAPITALS: Final = re.compile(r"[a-z][A-Z]|^[A-Z]{2,}s$")
_ROMAN: Final = re.compile(r"(?=[ivxl])x{0,3}l?x{0,3}(?:ix|iv|v?i{0,3})")
_NAME_PREFIX: Final = re.compile(r"(?:o|d|l)'(?=\w{3})")
_MOST_SUGGESTIONS: Final = 6
#: Letters up to which two mistakes in one word are looked for; in longer words that takes too long.
_SHORT: Final = 6
#: Letters from which a word of our lists, a name or a term, is likelier meant than one of all English.
_TELLING: Final = 4
#: How often a word must stand in the English list’s sources for two of them to be one written together.
_FREQUENT: Final = 100_000


@dataclass(frozen=True, slots=True)
class Spot:
    """A word that is looked up: where it begins in its text, in characters, and how it is written there."""

    start: int
    word: str

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.start + len(self.word)


def spots(text: str) -> tuple[Spot, ...]:
    """Return the words of ``text`` that are looked up, in order.

    Numbers, cites, addresses of the web, abbreviations in capitals or with points inside and single letters
    are none; a word with hyphens is looked up part by part.
    """
    return tuple(_spots(text))


def _spots(text: str) -> Iterator[Spot]:
    for chunk in _CHUNK.finditer(text):
        if _WHOLE.search(chunk[0]):
            continue
        for piece in _PIECE.finditer(chunk[0]):
            if not _NO_WORDS.search(piece[0]):
                for found in _WORD.finditer(piece[0]):
                    if not _passed_over(found[0]):
                        yield Spot(chunk.start() + piece.start() + found.start(), found[0])


def _passed_over(word: str) -> bool:
    bare = _without_possessive(word.replace("’", "'").replace("ʼ", "'"))
    return len(bare) == 1 or bare.isupper() or bool(_CAPITALS.search(bare) or _ROMAN.fullmatch(bare))


def _without_possessive(word: str) -> str:
    return word.removesuffix("'s").removesuffix("'S")


def key(word: str) -> str:
    """Return the form in which ``word`` is looked up: small letters, a straight apostrophe, no possessive."""
    return _without_possessive(_plain(word))


def _plain(word: str) -> str:
    return unicodedata.normalize("NFC", word).replace("’", "'").replace("ʼ", "'").lower()


def count_words(text: str) -> int:
    """Return how many words stand in ``text``, counted as word processors do: what is between blanks."""
    return len(text.split())


def listed(texts: Iterable[str]) -> dict[str, str]:
    """Return the words of ``texts`` by their :func:`key`, each as it is first written."""
    found: dict[str, str] = {}
    for text in texts:
        for spot in spots(text):
            word = _without_possessive(spot.word.replace("’", "'"))
            found.setdefault(key(word), word)
    return found


def listed_lines(text: str) -> dict[str, str]:
    """Return the words of a list with one word to a line, in which lines with # say something of it."""
    lines = (line.strip() for line in text.splitlines())
    return {key(line): line for line in lines if line and not line.startswith("#")}


def law_words(law: Law) -> dict[str, str]:
    """Return the words in the names of authorities, courts, institutions and prosecutors' offices."""
    return listed(_law_names(law))


def _law_names(law: Law) -> Iterator[str]:
    for authority in law.authorities.values():
        yield from (authority.name, authority.short_name, authority.title, authority.court)
    for circuit in law.circuits.values():
        yield from (circuit.name, *circuit.states)
    for district in law.districts.values():
        yield from (district.name, district.state, *district.places)
        for division in district.divisions:
            yield from (division.name, division.held)
    for facility in law.facilities.values():
        yield from (facility.name, facility.full_name, facility.city, facility.street_address)
    for office in law.offices.values():
        yield from (office.city, *office.address_lines)


def case_words(questions: Mapping[str, Question[Any]], answers: Answers) -> dict[str, str]:
    """Return the words of the case's names, addresses, choices and other answers of one line."""
    known = answers.known()
    return listed(
        text
        for name, value in known.items()
        if name in questions
        for text in _short(questions[name].kind, value)
    )


def _short(kind: Kind[Any], value: Any) -> Iterator[str]:  # noqa: ANN401 - of whatever kind
    if isinstance(kind, ListOf):
        for row in value:
            for column in kind.columns:
                if row.get(column.id) is not None:
                    yield from _short(column.kind, row[column.id])
    elif isinstance(kind, Address):
        yield value.one_line
    elif isinstance(kind, (Text, Person, Choice)):
        yield kind.show(value)


@cache
def english() -> SpellChecker:
    """Return the English list, loaded when first asked for, which takes some 100 ms and 30 MB."""
    from spellchecker import SpellChecker

    return SpellChecker(language="en", distance=1)


class Speller:
    """Knows words; it only reads, so any thread may ask it."""

    def __init__(self, english_list: SpellChecker, *lists: Mapping[str, str]) -> None:
        """Know the words of ``english_list``, and those of ``lists``, which are by :func:`key`."""
        self._english = english_list
        self._often: Mapping[str, int] = english_list.word_frequency.dictionary
        self._lists = lists

    def with_words(self, *lists: Mapping[str, str]) -> Speller:
        """Return one that knows ``lists`` too."""
        return Speller(self._english, *lists, *self._lists)

    def knows(self, word: str) -> bool:
        """Whether ``word``, however it is capitalised, is known as it stands or as a name such as O’Brien."""
        plain = key(word)
        if self._has(plain) or self._has(_NAME_PREFIX.sub("", plain)):
            return True
        return _plain(word) in self._often  # the English list has some words with their possessive alone

    def _has(self, plain: str) -> bool:
        return plain in self._often or any(plain in words for words in self._lists)

    def unknown(self, words: Iterable[str]) -> frozenset[str]:
        """Return those of ``words`` that are not known."""
        return frozenset(word for word in words if not self.knows(word))

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Return what may be meant by ``word``, the likeliest first, written as it is; perhaps nothing.

        Words with one mistake are found; with two, only short ones.
        """
        plain = key(word)
        near = {one for one in self._english.edit_distance_1(plain) if self._has(one)}
        if not near and len(plain) <= _SHORT:
            near = {
                two
                for one in self._english.edit_distance_1(plain)
                for two in self._english.edit_distance_1(one)
                if self._has(two)
            }
        best = sorted(near, key=lambda one: (self._rank(one), one))[:_MOST_SUGGESTIONS]
        found = [self._as_listed(one) for one in best]
        found[1:1] = self._parted(plain)
        return tuple(dict.fromkeys(_written_like(one, word) for one in found))

    def _rank(self, plain: str) -> tuple[int, int]:
        ours = plain not in self._often and len(plain) >= _TELLING
        return 0 if ours else 1, -self._often.get(plain, 0)

    def _as_listed(self, plain: str) -> str:
        if plain in self._often:
            return plain
        return next(words[plain] for words in self._lists if plain in words)

    def _parted(self, plain: str) -> list[str]:
        """``plain`` as the two frequent words that it may be, without their blank."""
        places = range(1, len(plain))
        parted = [(plain[:place], plain[place:]) for place in places]
        often = {pair: min(self._often.get(pair[0], 0), self._often.get(pair[1], 0)) for pair in parted}
        best = max(often, key=lambda pair: often[pair], default=None)
        return [" ".join(best)] if best is not None and often[best] >= _FREQUENT else []


def _written_like(suggested: str, word: str) -> str:
    """``suggested`` with the first capital, the apostrophe and the possessive of ``word``."""
    curly = "’" in word
    tail = word[-2:] if _without_possessive(word.replace("’", "'")) != word.replace("’", "'") else ""
    if word[:1].isupper():
        suggested = suggested[:1].upper() + suggested[1:]
    return (suggested.replace("'", "’") if curly else suggested) + tail
