"""The commands about the list of cases: status, tags, archive, templates, trash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from drafter.cli.command import CASE, FINE, Command, shown
from drafter.errors import BadInputError

if TYPE_CHECKING:
    import argparse

    from drafter.app.library import Library


def _status(library: Library, options: argparse.Namespace) -> int:
    library.set_status(options.case, options.status)
    return _told(library, options)


def _tags(library: Library, options: argparse.Namespace) -> int:
    library.set_tags(options.case, tuple(options.tags))
    return _told(library, options)


def _archive(library: Library, options: argparse.Namespace) -> int:
    library.archive(options.case, archived=not options.back)
    return _told(library, options)


def _template(library: Library, options: argparse.Namespace) -> int:
    library.make_template(options.case, template=not options.back)
    return _told(library, options)


def _put(library: Library, options: argparse.Namespace) -> int:
    library.delete(options.case)
    return _told(library, options)


def _take_back(library: Library, options: argparse.Namespace) -> int:
    library.take_back(options.case)
    return _told(library, options)


def _told(library: Library, options: argparse.Namespace) -> int:
    """Print how the case stands now."""
    line = library.line(options.case)
    if line is None:
        raise BadInputError(f"There is no case {options.case}; list the cases with “drafter cases”.")
    place = (
        "trash" if line.trashed else "archive" if line.archived else "templates" if line.template else "open"
    )
    as_json = {"case": line.id, "place": place, "status": line.status, "tags": list(line.tags)}
    words = ", ".join(line.tags)
    shown(options, as_json, [f"{line.id}  {line.title}: {line.status}; {place}" + (words and f"; {words}")])
    return FINE


def _list(library: Library, options: argparse.Namespace) -> int:
    from drafter.app.shelf import Shelf

    lines = Shelf(place="trash").every(library)
    as_json = [
        {"case": one.id, "title": one.title, "trashed": one.trashed and one.trashed.isoformat()}
        for one in lines
    ]
    shown(options, as_json, [f"{one.id:>5}  {one.title}" for one in lines])
    return FINE


def _purge(library: Library, options: argparse.Namespace) -> int:
    from drafter.app.receipts import purged

    line = library.line(options.case)
    if line is None or line.trashed is None:
        raise BadInputError(
            f"Only a case in the trash is deleted for good; put case {options.case} there first with"
            " “drafter trash put”."
        )
    receipt = purged(library, options.case)
    shown(options, receipt.as_json(), receipt.text().splitlines())
    return FINE


_BACK = (("--back",), {"action": "store_true", "help": "take it out again"})

COMMANDS: dict[str, Command] = {
    "status": (
        _status,
        "Say how a case stands.",
        (CASE, (("status",), {"metavar": "STATUS", "help": "such as filed, granted or denied"})),
    ),
    "tags": (
        _tags,
        "Give a case these tags and no others.",
        (CASE, (("tags",), {"nargs": "*", "metavar": "TAG", "help": "the tags; none takes all away"})),
    ),
    "archive": (_archive, "Put a case into the archive.", (CASE, _BACK)),
    "make-template": (_template, "Let new cases begin with a case.", (CASE, _BACK)),
}

TRASH: dict[str, Command] = {
    "list": (_list, "List the cases in the trash.", ()),
    "put": (_put, "Put a case into the trash.", (CASE,)),
    "take-back": (_take_back, "Take a case out of the trash.", (CASE,)),
    "purge": (_purge, "Delete a case of the trash for good and print the receipt.", (CASE,)),
}
