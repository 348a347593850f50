"""The interview: the one place where the questions of the house and those of the firm come together."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from drafter.errors import BadInputError
from drafter.practice import registry

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from drafter.core.question import Question, Section
    from drafter.law import Law
    from drafter.practice.questions.own import OwnField


class Interview:
    """Every section and every question, with the choices that the law's tables fill."""

    def __init__(self, law: Law, own: Callable[[], Sequence[OwnField]] = tuple) -> None:
        """Ask by ``law``, and the firm's ``own`` fields last."""
        self.law = law
        self._own = own

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The interview, in the order in which a judge reads; the firm's own fields, if any, come last."""
        districts = tuple(
            (district.id, f"{district.abbreviation} – {district.name}")
            for district in self.law.districts.values()
        )
        return registry.interview({"districts": districts}, self._own())

    @cached_property
    def questions(self) -> dict[str, Question[Any]]:
        """Every question by id."""
        return {question.id: question for section in self.sections for question in section}

    def question(self, question: str) -> Question[Any]:
        """Return the question with this id; raise :class:`BadInputError` if there is none."""
        if question not in self.questions:
            raise BadInputError(f"There is no question “{question}”; list them with “drafter questions”.")
        return self.questions[question]

    def questionnaire(self) -> list[dict[str, Any]]:
        """Return the whole questionnaire, ready for JSON."""
        return registry.questionnaire(self.sections)

    def ask_anew(self) -> None:
        """Forget which questions there are, because the firm has changed its own."""
        self.__dict__.pop("sections", None)
        self.__dict__.pop("questions", None)
