"""What is known about a question besides its law, so that window and command line tell the same."""

from __future__ import annotations

from typing import Any

from drafter.core.question import Question


def about(question: Question[Any]) -> tuple[tuple[str, str], ...]:
    """Each label with its words, some of them empty; why the question is asked needs no label."""
    return (
        ("", question.why),
        ("To the client", question.plain),
        ("Who knows", question.knows),
        ("In the papers", question.found_in),
        ("To expect", question.expects),
        ("Source", question.source),
    )


def lines(question: Question[Any]) -> tuple[str, ...]:
    """The same as lines; what the question does not have is left out."""
    return tuple(f"{label}: {words}" if label else words for label, words in about(question) if words)
