"""The Word files of which one document is made, and where they are filled: here, or in a process apart."""

from __future__ import annotations

import hashlib
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from drafter import paths
from drafter.errors import TemplateError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from drafter.practice.documents.document import Paper
    from drafter.render.engine import Preview, Rendered, Template
    from drafter.render.files import Files
    from drafter.render.look import Look

_SHORT = 12


@dataclass(frozen=True, slots=True)
class TemplateUse:
    """One file that a draft is made with: its id, kind (document, ground, block), whose it is, its hash."""

    id: str
    kind: str
    mine: bool
    sha256: str


@dataclass(frozen=True, slots=True)
class TemplateSet:
    """A document's shell, the fragments of the grounds, the firm's blocks; ``ours`` if all were shipped.

    What is ours was tested before it was shipped and is filled in this process.  What somebody has edited or
    sent is filled in a child process with limits (docs/decisions/0014).
    """

    files: Files
    uses: tuple[TemplateUse, ...]
    ours: bool

    @property
    def stamp(self) -> str:
        """What a draft carries in its properties: the document's id, a hash of its shell, one of the rest."""
        shell, *others = self.uses
        rest = hashlib.sha256("".join(use.sha256 for use in others).encode()).hexdigest()
        return f"{shell.id} {shell.sha256[:_SHORT]} {rest[:_SHORT]}"

    def render(
        self, paper: Paper, *, strict: bool, title: str, look: Look, pages: Mapping[str, int]
    ) -> Rendered:
        """Fill it; raises :class:`TemplateError` for a template that cannot be used.

        ``pages`` are those that its tables print, as far as they are counted.  ``look`` dresses a shipped
        shell only: what a firm has set in Word stays as it was set.
        """
        properties = {"title": title, "version": self.stamp}
        with told_faults():
            if self.ours:
                from drafter.render import engine

                return engine.render(
                    self._opened(),
                    paper.context,
                    strict=strict,
                    citing=paper.citing,
                    pages=pages,
                    properties=properties,
                    look=look,
                )
            from drafter.render import isolated

            return isolated.render(
                self.files,
                paper.whole,
                strict=strict,
                citing=paper.citing,
                pages=pages,
                properties=properties,
                look=None if self.uses[0].mine else look,
            )

    def preview(self, paper: Paper) -> Preview:
        """Fill it as HTML; raises :class:`TemplateError` for a template that cannot be used."""
        with told_faults():
            if self.ours:
                from drafter.render import engine

                return engine.preview(self._opened(), paper.context, citing=paper.citing)
            from drafter.render import isolated

            return isolated.preview(self.files, paper.whole, citing=paper.citing)

    def _opened(self) -> Template:
        from drafter.render.engine import Template

        files = self.files
        return Template.open(files.shell, files.fragments, name=files.name, keep_in=paths.cache_folder())


@contextmanager
def told_faults() -> Iterator[None]:
    """Pass a fault of a template on as the user's error that it is."""
    from drafter.render.faults import TemplateFault

    try:
        yield
    except TemplateFault as fault:
        raise TemplateError(str(fault)) from fault
