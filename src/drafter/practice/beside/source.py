"""What a question's ``source`` says: places in the law, local rules, and papers and practice beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from drafter.practice.beside.names import LOCAL_BY_WORDS
from drafter.practice.beside.places import Place, places

_FORM = re.compile(r"(?P<form>(?:AO|CJA) \d+)(?: \((?P<what>.+)\))?")
_LOCAL = re.compile(r"local rules(?: on (?P<what>.+))?", re.IGNORECASE)
_PRACTICE = "practice"


@dataclass(frozen=True, slots=True)
class Named:
    """The parts of a source.

    ``law`` are places; ``cites`` are law too, but no single place; ``local`` are topics of local rules, empty
    where the source only says local rules; ``forms`` federal forms with what they ask, ``papers`` the rest: the docket, the judgment, practice.
    """

    law: tuple[Place, ...]
    cites: tuple[str, ...]
    local: tuple[str, ...]
    forms: tuple[tuple[str, str], ...]
    papers: tuple[str, ...]

    @property
    def is_law(self) -> bool:
        """Whether the source names a statute, a regulation, a rule or the Guidelines."""
        return bool(self.law or self.cites)


def named(source: str) -> Named:
    """Read a question's source."""
    law: list[Place] = []
    cites: list[str] = []
    local: list[str] = []
    forms: list[tuple[str, str]] = []
    papers: list[str] = []
    for part in (piece.strip() for piece in source.split(";")):
        found = places(part)
        law += found
        if found:
            continue
        if form := _FORM.fullmatch(part):
            forms.append((form["form"], form["what"] or ""))
        elif rule := _LOCAL.fullmatch(part):
            local.append(LOCAL_BY_WORDS[rule["what"] or ""])
        elif _is_citation(part):
            cites.append(part)
        elif part:
            papers.append(part)
    return Named(tuple(law), tuple(cites), tuple(local), tuple(forms), tuple(papers))


def _is_citation(part: str) -> bool:
    return part.startswith(("U.S.S.G.", "Fed. R.")) or "U.S.C." in part or "C.F.R." in part


def basis(source: Named) -> tuple[str, ...]:
    """Say on what other than law the question rests; each sentence claims only what the source names."""
    return tuple(_basis(source))


def _basis(source: Named) -> Iterator[str]:
    papers = [paper for paper in source.papers if paper.casefold() != _PRACTICE]
    practice = len(papers) < len(source.papers)
    if not source.is_law and source.local:
        yield "For this answer the program names local rules, and no statute or federal rule that asks for it."
    elif not source.is_law:
        yield "The program names no rule of law that asks for this answer; only practice stands behind it."
    elif practice:
        yield "Practice asks for this answer too, beside the law below."
    if papers:
        yield f"Where the fact is found, or what else governs it: {_listed(papers)}."
    for form, what in source.forms:
        part = f" ({what})" if what else ""
        yield (
            f"Federal form {form}{part} is named as asking for it, but the program does not hold the form: "
            "compare with the current one before filing."
        )


def _listed(words: list[str]) -> str:
    return ", ".join(word[:1].lower() + word[1:] for word in words)
