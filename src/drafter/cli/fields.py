"""The firm's own fields: what every case of the library asks besides the questions of the program."""

from __future__ import annotations

import argparse
from dataclasses import asdict
from typing import TYPE_CHECKING

from drafter.cli.command import FINE, Argument, Command, shown
from drafter.practice.questions.own import KINDS

if TYPE_CHECKING:
    from drafter.app.library import Library


def _list(library: Library, options: argparse.Namespace) -> int:
    answered = library.own_fields.answered()
    rows = [
        {**asdict(one), "tag": f"{{{{ {one.tag} }}}}", "answered": answered.pop(one.id, 0)}
        for one in library.own_fields.all()
    ]
    lines = [f"{row['tag']}  {row['ask']} ({KINDS[row['kind']]}): {_cases(row['answered'])}" for row in rows]
    lines += [f"own.{name}  no longer asked: {_cases(count)}" for name, count in answered.items()]
    shown(options, rows, lines or ["There are no fields of your own; “drafter fields add” adds one."])
    return FINE


def _add(library: Library, options: argparse.Namespace) -> int:
    one = library.own_fields.add(options.id, options.ask, options.kind, options.option)
    told = (
        f"Every case asks “{one.ask}” from now on; {{{{ {one.tag} }}}} prints the answer in your templates."
    )
    shown(options, asdict(one), [told])
    return FINE


def _rename(library: Library, options: argparse.Namespace) -> int:
    one = library.own_fields.rename(options.id, options.ask)
    shown(options, asdict(one), [f"own.{one.id} asks “{one.ask}” now; its answers stay."])
    return FINE


def _move(library: Library, options: argparse.Namespace) -> int:
    library.own_fields.move(options.id, options.place - 1)
    return _list(library, options)


def _remove(library: Library, options: argparse.Namespace) -> int:
    kept = library.own_fields.remove(options.id)
    told = f"own.{options.id} is asked no longer; its answers stay: {_cases(kept)}."
    shown(options, {"removed": options.id, "answered": kept}, [told])
    return FINE


def _cases(number: int) -> str:
    return f"answered in {'1 case' if number == 1 else f'{number} cases'}"


_ID: Argument = (("id",), {"metavar": "ID", "help": "the name in templates, such as probation_officer"})
_ASK: Argument = (("--ask",), {"required": True, "metavar": "WORDING", "help": "what is asked"})

COMMANDS: dict[str, Command] = {
    "list": (_list, "List the fields of your own, with their tags.", ()),
    "add": (
        _add,
        "Ask one more question in every case.",
        (
            _ID,
            _ASK,
            (("--kind",), {"default": "text", "choices": list(KINDS), "help": "the kind of the answer"}),
            (
                ("--option",),
                {"action": "append", "default": [], "metavar": "LABEL", "help": "an option of a choice"},
            ),
        ),
    ),
    "rename": (_rename, "Give a field another wording.", (_ID, _ASK)),
    "move": (
        _move,
        "Put a field into another place of the order.",
        (_ID, (("place",), {"type": int, "metavar": "PLACE", "help": "the place, the first being 1"})),
    ),
    "remove": (_remove, "Ask a field no longer; its answers stay.", (_ID,)),
}
