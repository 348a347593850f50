"""What is shown, masked and missing follows from the answers alone."""

from __future__ import annotations

from typing import Any

import pytest

from drafter.core.answers import Answer, Answers, Evidence
from drafter.core.flow import follow
from drafter.core.kinds import Kind, Text, YesNo
from drafter.core.problem import Problem, Unreadable
from drafter.core.question import ALWAYS, NEVER, AnyOf, Condition, Not, Part, Question, Section
from drafter.core.rows import Column, ListOf


def question(
    key: str, kind: Kind[Any], shown: Condition = ALWAYS, needed: Condition = ALWAYS
) -> Question[Any]:
    """A question whose texts do not matter here."""
    return Question(
        id=key,
        kind=kind,
        ask="?",
        help="h",
        why="w",
        source="s",
        blank=key,
        shown_when=shown,
        needed_when=needed,
    )


SENT = question("sent", YesNo())
RECEIVED = question("received", Text(), SENT.is_(True))
REPLY = question("reply", Text(), RECEIVED.answered)
APPEALS = question(
    "appeals",
    ListOf("appeal", (Column("level", "Level", Text(), required=True),)),
    AnyOf((SENT.is_(True),)),
    NEVER,
)
SECTIONS = (Section("s", "S", "", (Part("", (SENT, RECEIVED, REPLY, APPEALS)),)),)


def answers(**values: object) -> Answers:
    """Answers as they would come from the store."""
    return Answers({key: Answer(value, value) for key, value in values.items()})  # type: ignore[arg-type]


def test_an_empty_case_asks_and_misses_the_first_question_only() -> None:
    """Nothing that depends on an answer is asked before it."""
    flow = follow(SECTIONS, Answers())
    assert [q.id for q in flow.shown] == ["sent"]
    assert [m.question.id for m in flow.missing] == ["sent"]


def test_a_hidden_answer_is_masked_and_so_is_what_hangs_on_it() -> None:
    """Taking back “yes” hides the whole chain, and no hidden answer passes."""
    told = answers(sent=True, received="May 1", reply="denied")
    assert set(follow(SECTIONS, told).answers) == {"sent", "received", "reply"}
    taken_back = told.with_answer("sent", Answer(False, False))
    flow = follow(SECTIONS, taken_back)
    assert [q.id for q in flow.shown] == ["sent"]
    assert set(flow.answers) == {"sent"}
    assert set(taken_back) == {"sent", "received", "reply"}


def test_an_unknown_answer_is_missing_with_its_note() -> None:
    """“Unknown – must obtain” is an answer, and stands on the list of what to obtain."""
    flow = follow(
        SECTIONS, answers(sent=True).with_answer("received", Answer(unknown=True, note="ask the unit team"))
    )
    (item,) = flow.missing
    assert (item.question.id, item.unknown, item.note) == ("received", True, "ask the unit team")
    assert flow.answers.value(RECEIVED) is None


def test_an_empty_required_cell_is_missing() -> None:
    """A row without its required cell lacks a fact."""
    flow = follow(
        SECTIONS,
        answers(sent=False)
        .with_answer("sent", Answer(True, True))
        .with_answer("received", Answer("x", "x"))
        .with_answer("reply", Answer("x", "x"))
        .with_answer("appeals", Answer(({"level": "BP-9"}, {"level": None}), [])),
    )
    assert [item.what for item in flow.missing] == ["Level of appeal 2"]


def test_rules_see_masked_answers() -> None:
    """A check must never speak about an answer that is not asked."""
    seen: list[set[str]] = []

    def rule(shown: Answers) -> tuple[Problem, ...]:
        seen.append(set(shown))
        return (Problem("sent", "wrong"),)

    flow = follow(SECTIONS, answers(sent=False, received="x"), (rule,))
    assert seen == [{"sent"}]
    assert flow.problems == (Problem("sent", "wrong"),)


CONDITIONS: list[tuple[Condition, object, set[str]]] = [
    (ALWAYS, None, set()),
    (NEVER, {"any": []}, set()),
    (SENT.is_(True), {"question": "sent", "is": [True]}, {"sent"}),
    (RECEIVED.answered, {"question": "received", "answered": True}, {"received"}),
    (
        AnyOf((SENT.is_(True), Not(RECEIVED.answered))),
        {
            "any": [
                {"question": "sent", "is": [True]},
                {"not": {"question": "received", "answered": True}},
            ]
        },
        {"sent", "received"},
    ),
]


@pytest.mark.parametrize(("condition", "printed", "looks_at"), CONDITIONS)
def test_conditions_print_as_data_and_name_the_questions_they_look_at(
    condition: Condition, printed: object, looks_at: set[str]
) -> None:
    """The questionnaire tells when a question is asked."""
    assert condition.as_json() == printed
    assert condition.questions() == looks_at


def test_not_holds_while_there_is_no_answer() -> None:
    """An unanswered question is not answered with anything."""
    condition = Not(SENT.is_(True))
    assert condition.holds(Answers())
    assert condition.holds(answers(sent=False))
    assert not condition.holds(answers(sent=True))


@pytest.mark.parametrize(
    ("raw", "cite"),
    [
        ({"exhibit": "B", "page": "12"}, "Ex. B at 12"),
        ({"document": "PSR", "page": "¶ 9"}, "PSR ¶ 9"),
        ("ECF No. 41 at 3", "ECF No. 41 at 3"),
        ("Exhibit C", "Ex. C"),
        ("PSR ¶ 12", "PSR ¶ 12"),
    ],
)
def test_evidence_prints_as_a_record_cite(raw: object, cite: str) -> None:
    """The cite has the court's form, and reads back from itself."""
    piece = Evidence.from_json(raw)
    assert piece.show() == cite
    assert Evidence.from_json(cite) == piece
    assert Evidence.from_json(piece.as_json()) == piece


@pytest.mark.parametrize("raw", [{}, {"exhibit": "A", "document": "PSR"}, {"page": "3"}, {"exhbit": "A"}, 7])
def test_unreadable_evidence_is_refused(raw: object) -> None:
    """A proof that names nothing proves nothing."""
    with pytest.raises(Unreadable):
        Evidence.from_json(raw)
