"""The verb ``law beside``: the law that bears on a question, as the window shows it beside the form."""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from drafter.cli.command import FINE, shown
from drafter.errors import BadInputError

if TYPE_CHECKING:
    from drafter.app.library import Library
    from drafter.practice.beside.telling import Paragraph

_WIDTH = 100
#: What a link of the window is called on the command line, before what it leads to.
_SHOW, _QUESTION = "drafter law show", "drafter law beside"


def beside(library: Library, options: argparse.Namespace) -> int:
    """Show the law beside a question, on a day and in a district if they are given."""
    from drafter.app.beside import law_beside
    from drafter.practice.beside.telling import telling

    if len(options.words) != 1:
        raise BadInputError("Name one question, such as: drafter law beside warden.received_on.")
    law = law_beside(
        library.drafting,
        options.words[0],
        options.on or library.today(),
        district=(options.district or "").strip().lower(),
    )
    paragraphs = telling(law, every_decision=options.all)
    shown(options, law.as_json(), list(_lines(paragraphs)))
    return FINE


def _lines(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    from drafter.practice.beside.telling import OWN_WORDS, Role

    for one in paragraphs:
        if one.role in {Role.HEADING, Role.LEAD}:
            yield ""
        text = _text(one)
        match one.role:
            case Role.HEADING:
                yield text.upper()
            case Role.QUOTE:
                yield from _wrapped(f"{one.label} “{text}”".strip(), one.depth + 1)
            case Role.OWN:
                yield from _wrapped(f"{one.label} {OWN_WORDS} {text}".strip(), one.depth + 1)
            case Role.POINT:
                yield from _wrapped(f"- {text}", 0)
            case Role.SMALL | Role.DOUBT | Role.CONFIRMED | Role.LEFT_OUT:
                yield from _wrapped(text, one.depth + 1)
            case _:
                yield from _wrapped(text, 0)


def _text(one: Paragraph) -> str:
    from drafter.core.marks import plain

    return " ".join(part for part in (plain(one.text), _leads_to(one)) if part)


def _leads_to(one: Paragraph) -> str:
    """Where a link of the window leads, as a command."""
    kind, _, what = one.link.partition(":")
    if kind == "law":
        return f"[{_SHOW} {what}]"
    if kind == "question":
        return "[--district ID]"
    return f"{one.link_text} [--all]" if kind else ""


def _wrapped(text: str, depth: int) -> list[str]:
    indent = "  " * depth
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
