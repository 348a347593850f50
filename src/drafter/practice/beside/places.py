"""Places in the law as a question's source names them: ``18 U.S.C. § 3142(g)(1), (3)(A)`` is two of them."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BODY = re.compile(
    r"(?P<body>\d+ U\.S\.C\.|\d+ C\.F\.R\.|U\.S\.S\.G\.|Fed\. R\. (?:Crim|App)\. P\.) (?:§§? )?(?P<rest>.+)"
)
_PIECE = re.compile(r"(?P<section>[0-9][0-9A-Z.]*(?:–\.\d+)?)?(?P<path>(?:\([0-9A-Za-z]+\))*)")
_STEP = re.compile(r"\(([0-9A-Za-z]+)\)")
_RANGE = re.compile(r"(?P<part>\d+)\.(?P<first>\d+)–\.(?P<last>\d+)")


@dataclass(frozen=True, slots=True)
class Place:
    """A section of a code and the way down in it: ``("18 U.S.C.", "3142", ("g", "3", "A"))``."""

    body: str
    section: str
    path: tuple[str, ...]

    @property
    def cite(self) -> str:
        """The place as a paper cites it."""
        sign = "" if self.body.startswith("Fed.") else "§ "
        return f"{self.body} {sign}{self.section}{''.join(f'({step})' for step in self.path)}"

    @property
    def node(self) -> str:
        """The id of the node that holds this place in a text of the law: its steps in one word ("g3A")."""
        return "".join(self.path)

    def covers(self, other: Place) -> bool:
        """Whether ``other`` lies in this place, or this one is cited by a range of sections it lies in."""
        if self.body != other.body or not _same_section(self.section, other.section):
            return False
        return other.path[: len(self.path)] == self.path


def places(text: str) -> tuple[Place, ...]:
    """Return the places that ``text`` names, one source without a semicolon; none where it is no citation.

    A piece without a section goes on from the one before it: "(c)(1)(B), (c)(2)", "(g)(1), (3)(A)".
    """
    found = _BODY.fullmatch(text)
    if found is None:
        return ()
    named: list[Place] = []
    for piece in found["rest"].split(", "):
        read = _PIECE.fullmatch(piece)
        if read is None or not piece or not (read["section"] or named):
            return ()
        path = tuple(_STEP.findall(read["path"]))
        section = read["section"] or named[-1].section
        before = () if read["section"] else named[-1].path
        named.append(Place(found["body"], section, (*_kept(before, path), *path)))
    return tuple(named)


def _kept(before: tuple[str, ...], path: tuple[str, ...]) -> tuple[str, ...]:
    """The steps of the place before that a piece of it keeps: those above the first of the same sort."""
    level = next((depth for depth, step in enumerate(before) if _sort(step) == _sort(path[0])), len(before))
    return before[:level]


def _sort(step: str) -> str:
    return "number" if step.isdigit() else "capital" if step.isupper() else "letter"


def _same_section(one: str, other: str) -> bool:
    span = _RANGE.fullmatch(one)
    if span is None:
        return one == other
    part, _, number = other.partition(".")
    return (
        part == span["part"] and number.isdigit() and int(span["first"]) <= int(number) <= int(span["last"])
    )
