"""The firm's text blocks: what is inserted into long answers, kept once for the whole library."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from drafter.app.spelling import count_words
from drafter.app.text_blocks import TextBlocks
from drafter.cli.command import FINE, Argument, Command, given_text, shown
from drafter.errors import BadInputError

if TYPE_CHECKING:
    from drafter.app.library import Library


def _list(library: Library, options: argparse.Namespace) -> int:
    blocks = TextBlocks(library).all()
    lines = [f"{one.name}  ({_words(one.text)})" for one in blocks]
    nothing = "There are no text blocks; “drafter blocks add” adds one."
    shown(options, [asdict(one) for one in blocks], lines or [nothing])
    return FINE


def _show(library: Library, options: argparse.Namespace) -> int:
    one = TextBlocks(library).found(options.name)
    shown(options, asdict(one), [one.text])
    return FINE


def _add(library: Library, options: argparse.Namespace) -> int:
    one = TextBlocks(library).add(options.name, _text(options.file))
    shown(options, asdict(one), [f"“{one.name}” is a text block now, of {_words(one.text)}."])
    return FINE


def _change(library: Library, options: argparse.Namespace) -> int:
    one = TextBlocks(library).change(options.name, _text(options.file))
    told = f"“{one.name}” has {_words(one.text)} now; answers into which it was inserted stay as they are."
    shown(options, asdict(one), [told])
    return FINE


def _rename(library: Library, options: argparse.Namespace) -> int:
    one = TextBlocks(library).rename(options.name, options.to)
    shown(options, asdict(one), [f"The text block is called “{one.name}” now."])
    return FINE


def _remove(library: Library, options: argparse.Namespace) -> int:
    one = TextBlocks(library).remove(options.name)
    told = f"“{one.name}” is no text block any more; answers into which it was inserted stay as they are."
    shown(options, {"removed": one.name}, [told])
    return FINE


def _words(text: str) -> str:
    number = count_words(text)
    return "1 word" if number == 1 else f"{number:,} words"


def _text(path: Path) -> str:
    try:
        return given_text(path, "text file")
    except UnicodeDecodeError as fault:
        message = f"The text file {path} is no plain text in UTF-8; save it as one and try again."
        raise BadInputError(message) from fault


_NAME: Argument = (("name",), {"metavar": "NAME", "help": "the block’s name, whatever its capitals"})
_FILE: Argument = (
    ("--file",),
    {
        "type": Path,
        "required": True,
        "metavar": "FILE",
        "help": "its text, one paragraph to a line; - reads stdin",
    },
)

COMMANDS: dict[str, Command] = {
    "list": (_list, "List the text blocks by name.", ()),
    "show": (_show, "Print the text of a block.", (_NAME,)),
    "add": (_add, "Keep the text of a file as a text block.", (_NAME, _FILE)),
    "change": (_change, "Give a text block another text.", (_NAME, _FILE)),
    "rename": (
        _rename,
        "Give a text block another name.",
        (_NAME, (("to",), {"metavar": "NEW-NAME", "help": "the name from now on"})),
    ),
    "remove": (_remove, "Forget a text block; answers keep what was inserted.", (_NAME,)),
}
