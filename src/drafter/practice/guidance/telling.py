"""What is known about a question as paragraphs of the page that tells its law."""

from __future__ import annotations

from typing import Any

from drafter.core.question import Question
from drafter.practice.beside.telling import Paragraph, Role
from drafter.practice.guidance.about import lines


def paragraphs(question: Question[Any]) -> tuple[Paragraph, ...]:
    """What is known about ``question``, under a heading."""
    return (
        Paragraph(Role.HEADING, "About the question"),
        *(Paragraph(Role.SAID, line) for line in lines(question)),
    )
