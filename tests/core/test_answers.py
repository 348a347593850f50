"""The answers of a case are an immutable map: what is unknown or hidden never passes for a value."""

from __future__ import annotations

from drafter.core.answers import Answer, Answers, Evidence
from drafter.core.kinds import Number, Text
from drafter.core.question import Question

MONTHS = Question(
    id="sentence.months", kind=Number("months"), ask="?", help="h", why="w", source="s", blank="term"
)
JUDGE = Question(id="case.judge", kind=Text(), ask="?", help="h", why="w", source="s", blank="judge")
JUDGMENT = Evidence(document="ECF No. 41", page="3")
KNOWN = Answers({"sentence.months": Answer(120, 120, evidence=(JUDGMENT,))})
UNKNOWN = Answers(
    {"sentence.months": Answer(120, 120, unknown=True, note="ask the clerk", evidence=(JUDGMENT,))}
)


def test_a_known_answer_has_its_value_its_stored_form_and_its_evidence() -> None:
    assert KNOWN.value(MONTHS) == 120
    assert KNOWN.stored(MONTHS.id) == 120
    assert KNOWN.evidence(MONTHS) == (JUDGMENT,)


def test_an_unknown_answer_has_no_value_but_keeps_its_evidence() -> None:
    assert UNKNOWN.value(MONTHS) is None
    assert UNKNOWN.stored(MONTHS.id) is None
    assert UNKNOWN.evidence(MONTHS) == (JUDGMENT,)
    assert UNKNOWN[MONTHS.id].note == "ask the clerk"


def test_a_question_without_an_answer_has_nothing() -> None:
    assert KNOWN.value(JUDGE) is None
    assert KNOWN.stored(JUDGE.id) is None
    assert KNOWN.evidence(JUDGE) == ()
    assert JUDGE.id not in KNOWN


def test_an_answer_given_or_taken_away_leaves_the_first_map_as_it_was() -> None:
    both = KNOWN.with_answer(JUDGE.id, Answer("Roe", "Roe"))
    assert (len(KNOWN), len(both), list(both)) == (1, 2, [MONTHS.id, JUDGE.id])
    assert list(both.with_answer(MONTHS.id, None)) == [JUDGE.id]
    assert both.with_answer("no.such", None) == both
    assert list(both) == [MONTHS.id, JUDGE.id]


def test_a_map_given_in_may_change_later_without_changing_the_answers() -> None:
    given = {MONTHS.id: Answer(120, 120)}
    answers = Answers(given)
    given.clear()
    assert answers.value(MONTHS) == 120


def test_the_known_values_are_a_map_of_their_own_without_unknown_ones() -> None:
    answers = Answers({"a.b": Answer("x", "x"), "a.c": Answer(unknown=True, note="ask")})
    known = answers.known()
    assert known == {"a.b": "x"}
    known.clear()
    assert answers.known() == {"a.b": "x"}
    assert [answers.answer(key) for key in ("a.c", "a.d")] == [Answer(unknown=True, note="ask"), None]
