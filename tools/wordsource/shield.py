"""Keeps Jinja tags out of Markdown's sight: each tag becomes one private character and back again.

So do the lines of underscores that a form has to write on, which Markdown would read as emphasis.
"""

from __future__ import annotations

import re

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|_{4,}", re.DOTALL)
#: One character of a plane kept for private use stands for one tag, so Markdown sees a mere letter.
_FIRST = 0xF0000
_STAND_IN = re.compile("[\U000f0000-\U000ffffd]")
_OPEN_TAG = re.compile(r"\{\{|\{%|\}\}|%\}")


class Shield:
    """The tags of one source, in order of appearance."""

    def __init__(self) -> None:
        """Start with no tag."""
        self.tags: list[str] = []

    def hide(self, text: str) -> str:
        """``text`` with every tag replaced by its stand-in; a tag over several lines is joined.

        Raises :class:`ValueError` when a tag is opened and never closed, or the other way round.
        """
        hidden = _TAG.sub(self._keep, text)
        stray = _OPEN_TAG.search(hidden)
        if stray:
            line = hidden.count("\n", 0, stray.start()) + 1
            raise ValueError(f"line {line}: {stray.group()} has no partner")
        return hidden

    def show(self, text: str) -> str:
        """``text`` with every stand-in replaced by its tag again."""
        return _STAND_IN.sub(lambda found: self.tags[ord(found.group()) - _FIRST], text)

    def only_tag(self, text: str) -> str:
        """The tag that is the whole of ``text``, or an empty string."""
        bare = text.strip()
        return self.show(bare) if len(bare) == 1 and _STAND_IN.match(bare) else ""

    def _keep(self, found: re.Match[str]) -> str:
        self.tags.append(re.sub(r"\s*\n\s*", " ", found.group()))
        return chr(_FIRST + len(self.tags) - 1)
