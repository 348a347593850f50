"""Words that are spelt or that sound alike: by the number of edits between them and by the American Soundex.

Soundex is the code of four signs by which the census indexes names (https://www.archives.gov/research/census/soundex).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_CODES: Final = {
    letter: digit
    for digit, letters in enumerate(("bfpv", "cgjkqsxz", "dt", "l", "mn", "r"), start=1)
    for letter in letters
}
_LENGTH: Final = 4
#: Letters that a word has at least to be like another, and from which on two edits leave it like itself.
_SHORTEST: Final = 4
_LONG: Final = 8
#: Edits between two words that sound alike, at most.
_SOUND_EDITS: Final = 3


def soundex(word: str) -> str:
    """Return the code of ``word`` (lower case), empty for one that does not begin with a letter a to z.

    Letters of one code count once, also where h or w stands between them, but not where a vowel does.
    """
    if not word or not "a" <= word[0] <= "z":
        return ""
    code, last = word[0], _CODES.get(word[0])
    for letter in word[1:]:
        digit = _CODES.get(letter)
        if digit is not None and digit != last:
            code += str(digit)
        if letter not in "hw":
            last = digit
    return code[:_LENGTH].ljust(_LENGTH, "0")


def within(one: str, other: str, edits: int) -> bool:
    """Whether at most so many ``edits`` make ``one`` into ``other``; a change of two neighbours is one."""
    if abs(len(one) - len(other)) > edits:
        return False
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, start=1):
        above, row, older = row, [place], before
        for column, against in enumerate(other, start=1):
            least = min(above[column] + 1, row[-1] + 1, above[column - 1] + (letter != against))
            if older and column > 1 and letter == other[column - 2] and one[place - 2] == against:
                least = min(least, older[column - 2] + 1)
            row.append(least)
        before = above
        if min(row) > edits:
            return False
    return row[-1] <= edits


class Vocabulary:
    """The words of a library, to find in them those that are spelt or that sound like a word."""

    def __init__(self, words: Iterable[str]) -> None:
        """Sort ``words`` (lower case) by their length."""
        self._by_length: dict[int, list[str]] = {}
        for word in words:
            self._by_length.setdefault(len(word), []).append(word)

    def like(self, word: str) -> frozenset[str]:
        """Return the words like ``word``, itself left out; none for a word of less than four letters.

        One edit apart, or two from eight letters on; or of the same sound with the same first letter, and at
        most three edits apart, or two where the word has four letters.
        """
        length = len(word)
        if length < _SHORTEST:
            return frozenset()
        edits = 2 if length >= _LONG else 1
        sounds = 2 if length == _SHORTEST else _SOUND_EDITS
        letters, code = set(word), soundex(word)
        found = {
            one
            for one in self._of(length - edits, length + edits)
            if len(letters.difference(one)) <= edits and within(word, one, edits)  # an edit loses one letter
        }
        found |= {
            one
            for one in self._of(length - sounds, length + sounds)
            if code and one[0] == word[0] and soundex(one) == code and within(word, one, sounds)
        }
        return frozenset(found - {word})

    def _of(self, shortest: int, longest: int) -> Iterable[str]:
        for length in range(shortest, longest + 1):
            yield from self._by_length.get(length, ())
