"""The one error that a Word template can cause, worded for the person who edits the template."""

from __future__ import annotations

_LONGEST_QUOTE = 120


class TemplateFault(Exception):  # noqa: N818 - a template has faults; the program has errors
    """A template that cannot be opened or rendered.

    ``str()`` of it is one sentence that names the file and, where there is one, quotes the paragraph.
    """

    def __init__(self, template: str, problem: str, paragraph: str = "", name: str = "") -> None:
        """Report ``problem`` (no full stop) of the file ``template`` in ``paragraph``, about ``name``."""
        self.template = template
        self.problem = problem
        self.paragraph = shortened(paragraph)
        self.name = name
        quoted = f", in the paragraph “{self.paragraph}”" if self.paragraph else ""
        super().__init__(f"{template}: {problem}{quoted}.")


def shortened(paragraph: str) -> str:
    """``paragraph`` on one line, cut to a length that fits a message."""
    flat = " ".join(paragraph.split())
    return flat if len(flat) <= _LONGEST_QUOTE else flat[: _LONGEST_QUOTE - 1] + "…"
