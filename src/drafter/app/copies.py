"""The copies of a paper: public and sealed twins, each in its style, rendered and named by court habit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter.app.office import never
from drafter.app.paging import paged
from drafter.errors import StoppedError
from drafter.practice.documents.house_style import HouseStyle, house_style, letter_style
from drafter.practice.questions import kit

if TYPE_CHECKING:
    from collections.abc import Callable

    from drafter.app.template_set import TemplateSet
    from drafter.core.answers import Answers
    from drafter.practice.documents.document import Document, Paper
    from drafter.practice.documents.facts import Facts
    from drafter.render.engine import Rendered


@dataclass(frozen=True, slots=True)
class Copy:
    """One file to write: a paper in its style; ``access`` is PUBLIC or SEALED where there are twins."""

    document: Document
    paper: Paper
    style: HouseStyle
    access: str = ""


def copies(document: Document, facts: Facts) -> list[Copy]:
    """The paper, or its public and its sealed twin where part of the filing is under seal."""
    style = letter_style(facts) if document.letter else house_style(facts)
    if not (document.twin and (document.twin_always or facts.yes(kit.SEALED.id))):
        return [Copy(document, document.paper(facts), style)]
    return [
        Copy(document, document.paper(facts), style, "PUBLIC"),
        Copy(document, document.paper(facts.under_seal()), style, "SEALED"),
    ]


def rendered(
    templates: TemplateSet, copy: Copy, *, final: bool, stopped: Callable[[], bool] = never
) -> tuple[Rendered, bool]:
    """The paper, and whether the pages in its tables, if it has any, could be counted.

    Raises :class:`~drafter.errors.StoppedError` where ``stopped`` returns True.
    """
    if stopped():
        raise StoppedError
    from drafter.render.look import Look

    style, title = copy.style, copy.document.title
    look = Look(style.font, style.size, style.note_size, line_numbers=style.line_numbers)
    return paged(
        lambda pages: templates.render(copy.paper, strict=final, title=title, look=look, pages=pages),
        stopped,
    )


def file_name(copy: Copy, answers: Answers, *, final: bool) -> str:
    """Return the name of a paper's file: "Motion … - Doe (DRAFT).docx"."""
    return f"{court_name(copy.document.title, answers, copy.access, final=final)}.docx"


def case_file_name(title: str, answers: Answers, case: int, *, final: bool) -> str:
    """Return a name that no other case has, to be ended: "Manifest - Doe - 2-15-cr-00999 (DRAFT)".

    Two clients may have one family name; the number of the case tells them apart and, while it is not known,
    ``case``, under which the program keeps it.
    """
    number = answers.stored("case.number")
    safe = _safe(re.sub(r"[:/]+", "-", number)) if isinstance(number, str) else ""
    return court_name(title, answers, safe or f"case {case}", final=final)


def court_name(title: str, answers: Answers, more: str = "", *, final: bool) -> str:
    """Return a name by court habit that every file system takes: "Motion … - Doe (DRAFT)", to be ended."""
    stored = answers.stored("movant.name")
    family = _safe(str(stored.get("family", ""))) if isinstance(stored, dict) else ""
    stem = " - ".join(part for part in (title, family, more) if part)
    return stem if final else f"{stem} (DRAFT)"


def _safe(words: str) -> str:
    """``words`` as part of a file name."""
    return re.sub(r"[^\w .,'-]+", "", words).strip(" .")[:40]
