"""The manual: its pages in order, and where words stand in them."""

from __future__ import annotations

import re
from typing import Final

from drafter import paths

#: The page that lists the others in their order.
CONTENTS: Final = "index"
#: Stands in a page for the list of keys, which the window knows.
KEYS: Final = "[[keys]]"
_LINK: Final = re.compile(r"^- \[(.+)\]\((.+)\.md\)$", re.MULTILINE)


def titles() -> dict[str, str]:
    """Return the title of each page by its name, in the order of the manual.

    Raises :class:`drafter.errors.StoreError` where the manual cannot be read.
    """
    return {name: title for title, name in _LINK.findall(paths.manual_text(CONTENTS))}


def page(name: str, keys: list[tuple[str, str]]) -> str:
    """Return the page ``name`` as Markdown, with ``keys`` (the key and what it does) where it lists them.

    Raises :class:`drafter.errors.StoreError` where it cannot be read.
    """
    text = paths.manual_text(name)
    return text.replace(KEYS, _table(keys)) if KEYS in text else text


def _table(keys: list[tuple[str, str]]) -> str:
    rows = [f"| {_cell(key)} | {_cell(does)} |" for key, does in keys]
    return "\n".join(("| Keys | What they do |", "|---|---|", *rows))


def _cell(text: str) -> str:
    return re.sub(r"([\\`*_|<>\[\]])", r"\\\1", text)
