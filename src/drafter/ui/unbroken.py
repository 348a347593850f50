"""The sign of a section stays on one line with its number."""

from __future__ import annotations

_HARD = "\N{NO-BREAK SPACE}"


def unbroken(text: str) -> str:
    """Return ``text`` so that no line ends between § and the number that follows."""
    return text.replace("§ ", f"§{_HARD}")
