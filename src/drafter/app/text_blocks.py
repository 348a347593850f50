"""The firm's text blocks: paragraphs that are kept once for the whole library and inserted into long answers.

They lie inside the library, so its passphrase covers them and its backups hold them.  Inserting one copies
its text: an answer is never linked to a block, nothing in it is filled in, and a bracket in it stays one.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Final

from drafter.app.finding import rank, words_of
from drafter.core.kinds import LongText
from drafter.errors import BadInputError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from drafter.app.library_file import LibraryFile

#: The name under which the library keeps them.
NAME: Final = "text blocks"
#: Characters that a name and a text may have.
LONGEST_NAME: Final = 80
LONGEST_TEXT: Final = 20_000
#: How a text is read: as the answers are into which it goes.
_KIND: Final = LongText()
#: Up to how many blocks are named to somebody who asks for one that is not there.
_NAMED_AT_MOST: Final = 15


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A ``text`` of one or more paragraphs, one to a line, under the ``name`` by which it is found."""

    name: str
    text: str


class TextBlocks:
    """The text blocks of one library; a name is the same name whatever its capitals."""

    def __init__(self, library: LibraryFile) -> None:
        """Keep them in ``library``."""
        self._library = library

    def all(self) -> tuple[TextBlock, ...]:
        """Return every block by name; raises :class:`BadInputError` where they cannot be read."""
        if not self._library.exists:
            return ()
        try:
            rows: list[dict[str, Any]] = json.loads(self._library.kept(NAME) or "[]")
            blocks = [_made(row["name"], row["text"]) for row in rows]
            for place, one in enumerate(blocks):
                _insist_on_one(one, blocks[:place])
        except (ValueError, KeyError, TypeError, BadInputError) as fault:
            raise BadInputError(
                f"The text blocks cannot be read ({fault}); open the library with the newest drafter."
            ) from fault
        return tuple(blocks)

    def found(self, name: str) -> TextBlock:
        """Return the block ``name``; raises :class:`BadInputError` where there is none."""
        blocks = self.all()
        return blocks[_place(name, blocks)]

    def add(self, name: str, text: str) -> TextBlock:
        """Keep ``text`` under ``name``; raises :class:`BadInputError` for what cannot be kept."""
        return self._put(_made(name, text), self.all())

    def rename(self, name: str, to: str) -> TextBlock:
        """Keep the text of a block under the name ``to``; raises :class:`BadInputError`."""
        return self.revise(name, to, self.found(name).text)

    def change(self, name: str, text: str) -> TextBlock:
        """Give a block another text; answers that have the former keep it.  Raises :class:`BadInputError`."""
        return self.revise(name, self.found(name).name, text)

    def revise(self, name: str, to: str, text: str) -> TextBlock:
        """Give a block another name and text at once, or neither; raises :class:`BadInputError`."""
        blocks = self.all()
        place = _place(name, blocks)
        return self._put(_made(to, text), (*blocks[:place], *blocks[place + 1 :]))

    def remove(self, name: str) -> TextBlock:
        """Forget a block and return it; raises :class:`BadInputError` where there is none."""
        blocks = self.all()
        place = _place(name, blocks)
        self._keep((*blocks[:place], *blocks[place + 1 :]))
        return blocks[place]

    def _put(self, one: TextBlock, others: tuple[TextBlock, ...]) -> TextBlock:
        _insist_on_one(one, others)
        self._keep((*others, one))
        return one

    def _keep(self, blocks: Iterable[TextBlock]) -> None:
        rows = [asdict(one) for one in sorted(blocks, key=lambda one: _key(one.name))]
        self._library.keep(NAME, json.dumps(rows, ensure_ascii=False) if rows else "")


def matching(blocks: Iterable[TextBlock], typed: str) -> tuple[TextBlock, ...]:
    """Return the blocks with every word of ``typed``, those first whose name has them."""
    words = words_of(typed)
    ranked = [(place, one) for one in blocks if (place := rank(words, one.name, one.text)) is not None]
    return tuple(one for _, one in sorted(ranked, key=lambda pair: pair[0]))


def _key(name: str) -> str:
    return _line(name).casefold()


def _line(text: str) -> str:
    return " ".join(_KIND.parse(text).split())


def _place(name: str, blocks: tuple[TextBlock, ...]) -> int:
    for place, one in enumerate(blocks):
        if _key(one.name) == _key(name):
            return place
    there_are = "; ".join(one.name for one in blocks[:_NAMED_AT_MOST]) or "none yet"
    more = f" and {len(blocks) - _NAMED_AT_MOST} more" if len(blocks) > _NAMED_AT_MOST else ""
    raise BadInputError(f"There is no text block “{_line(name)}”; there are: {there_are}{more}.")


def _made(name: str, text: str) -> TextBlock:
    """A block of what was given, cleaned as a long answer is, or :class:`BadInputError` in one sentence."""
    one = TextBlock(_line(name), _KIND.parse(text))
    if not one.name:
        raise BadInputError("A text block needs a name; write one by which you will find it.")
    if len(one.name) > LONGEST_NAME:
        raise BadInputError(
            f"The name of a text block has at most {LONGEST_NAME} characters, and this one has"
            f" {len(one.name)}; shorten it."
        )
    if not one.text:
        raise BadInputError("A text block needs a text; write or paste what it shall insert.")
    if len(one.text) > LONGEST_TEXT:
        raise BadInputError(
            f"A text block has at most {LONGEST_TEXT:,} characters, and this one has {len(one.text):,};"
            " make two of it."
        )
    return one


def _insist_on_one(one: TextBlock, others: Iterable[TextBlock]) -> None:
    if _key(one.name) in {_key(other.name) for other in others}:
        raise BadInputError(f"There is a text block “{one.name}” already; choose another name.")
