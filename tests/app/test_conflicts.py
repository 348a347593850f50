"""The search for conflicts of interest: a person is found wherever the name stands, however it is written."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from drafter.app.library import Library
from drafter.core.kinds import LongText, Person, Text
from drafter.core.question import Question
from drafter.core.rows import ListOf
from drafter.errors import BadInputError, StoppedError

Drafter = Any  # conftest.Drafter


@pytest.fixture
def library(data_dir: Path) -> Iterator[Library]:
    opened = Library.open(data_dir)
    yield opened
    opened.close()


def story(library: Library) -> str:
    """A question that takes long text."""
    return next(key for key, one in library.drafting.questions.items() if isinstance(one.kind, LongText))


def holds(library: Library, text: object, question: str = "") -> int:
    """Make a case with one answer and return its id."""
    case = library.new("Untitled")
    library.open_case(case).set_answer(question or story(library), text)
    return case


def found(library: Library, name: str) -> list[str]:
    """How the name was found, place by place."""
    return [one.how or "exact" for one in library.conflicts([name]).found]


def test_every_person_of_the_complete_sample_is_found_in_the_question_that_names_them(
    library: Library,
) -> None:
    session = library.open_case(library.new_sample("complete"))
    persons = [
        (key, name)
        for key, question in library.drafting.questions.items()
        for name in names(question, session.answers.stored(key))
    ]
    assert len(persons) > 5
    report = library.conflicts([name for _, name in persons])
    for key, name in persons:
        assert [one.how for one in report.of(name) if one.question == key] == [""], (key, name)


def names(question: Question[Any], stored: Any) -> list[str]:  # noqa: ANN401 - any kind's JSON
    """The persons in an answer, as they are called."""
    if isinstance(question.kind, Person) and stored:
        return [question.kind.load(stored).full]
    if isinstance(question.kind, ListOf) and stored:
        columns = [column.id for column in question.kind.columns if isinstance(column.kind, Person)]
        return [Person().load(row[column]).full for row in stored for column in columns if row.get(column)]
    return []


def test_a_name_is_found_in_every_question_that_takes_words(library: Library) -> None:
    answers: dict[str, object] = {}
    for key, question in library.drafting.questions.items():
        if isinstance(question.kind, (Text, LongText, Person)):
            answers[key] = "Quillon Fairweather"
        elif isinstance(question.kind, ListOf):
            column = next(
                (one for one in question.kind.columns if isinstance(one.kind, (Text, LongText, Person))), None
            )
            if column is not None:
                answers[key] = [{column.id: "Quillon Fairweather"}]
    case = library.new("Untitled")
    library.open_case(case).fill(answers)
    report = library.conflicts(["Quillon Fairweather"])
    assert {one.question for one in report.found} == set(answers)
    assert {one.how for one in report.found} == {""}
    assert len(answers) > 100


@pytest.mark.parametrize(
    ("asked", "text", "how"),
    [
        ("Jordan Doe", "Her brother Jordan Avery Doe wrote a letter.", "exact"),
        ("Jordan Doe", "DOE, JORDAN", "exact"),
        ("Doe, Jordan", "jordan doe", "exact"),
        ("Doe Jordan", "Jordan Doe", "exact"),
        ("Jordan Doe, Jr.", "Jordan Doe", "exact"),
        ("Mr. Jordan Doe", "Doe, Jordan, III", "exact"),
        ("Jordan Doe", "J. Doe", "similar: an initial"),
        ("J. Doe", "Jordan Doe", "similar"),
        ("Jordan A. Doe", "Jordan Doe", "exact"),
        ("Jordan Doe", "Jorden Doe", "similar"),
        ("Jon Smith", "Jon Smyth and others", "similar"),
        ("José Núñez", "Jose Nunez", "exact"),
        ("Jose Nunez", "José Núñez", "exact"),
        ("Pat O'Brien", "Pat O’Brien", "exact"),
        ("Pat OBrien", "Pat O’Brien", "similar"),
        ("Anna Smith-Jones", "Anna Smith", "similar"),
        ("Anna Smith-Jones", "Anna Smith-Jones", "exact"),
        ("Hillary Rodham Clinton", "Hillary Rodham", "similar"),
        ("de la Cruz, Maria", "Maria Cruz", "exact"),
        ("Maria Cruz", "Maria de la Cruz", "exact"),
        ("Malcolm X", "Malcolm X spoke.", "exact"),
        ("Doe", "the Doe family", "exact"),
        ("Example Sentencing Clinic", "the Example Sentencing Clinic", "exact"),
        ("Jordan Doe", 'He said: "Doe,\nJordan"', "exact"),
        ("Wei Li", "Li Wei", "exact"),
        ("Uwe Groß", "Herr Uwe Groß", "exact"),
        ("Uwe Gross", "Groß, Uwe", "exact"),
        ("Uwe Groß", "Uwe Gross", "exact"),
    ],
)
def test_a_name_is_found_however_it_is_written(library: Library, asked: str, text: str, how: str) -> None:
    holds(library, text)
    assert found(library, asked) == [how]


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        ("Jordan Doe", "Jordan came first. Much later and elsewhere there was a Doe."),
        ("Jordan Doe", "Pat Doe"),
        ("Jordan Doe", "Jordan Roe"),
        ("Anna Carter", "Anna went to the medical center."),
        ("Will", "He will ask again and will not be heard by anybody there."),
        ("Jordan Doe", "Jordanian does"),
    ],
)
def test_other_persons_and_other_words_are_not_found(library: Library, asked: str, text: str) -> None:
    holds(library, text)
    assert found(library, asked) == []


def test_two_persons_of_one_list_do_not_make_a_third(library: Library) -> None:
    holds(library, [{"name": "Anna Smith"}, {"name": "John Jones"}], "counsel.co_counsel")
    assert found(library, "Anna Jones") == found(library, "John Smith") == []
    assert found(library, "Jones, John") == ["exact"]


def test_a_name_is_found_in_title_note_and_proof_and_the_report_says_where(library: Library) -> None:
    case = library.new("United States v. Quillon Fairweather")
    key = story(library)
    library.open_case(case).set_answer(
        key, "nothing", note="Ask Quillon Fairweather.", evidence=["Letter of Q. Fairweather"]
    )
    ask = library.drafting.question(key).ask
    assert [(one.role, one.how) for one in library.conflicts(["Quillon Fairweather"]).found] == [
        ("Title of the case", ""),
        (f"{ask} (note)", ""),
        (f"{ask} (proof)", "similar: an initial"),
    ]


@pytest.mark.parametrize("passphrase", ["", "correct horse battery"])
def test_cases_are_found_in_archive_templates_and_trash_and_not_once_deleted_for_good(
    library: Library, passphrase: str
) -> None:
    if passphrase:
        library.set_passphrase(passphrase)
    cases = [holds(library, "Quillon Fairweather") for _ in range(5)]
    library.archive(cases[0])
    library.delete(cases[1])
    library.make_template(cases[2])
    library.delete(cases[4])
    library.purge(cases[4])
    report = library.conflicts(["Fairweather, Quillon"])
    assert {one.case: one.place for one in report.found} == {
        cases[0]: "archive",
        cases[1]: "trash",
        cases[2]: "template",
        cases[3]: "open",
    }
    assert report.cases == 4


def test_an_answer_that_is_not_asked_is_looked_at_and_one_that_was_changed_is_not(library: Library) -> None:
    case = library.new("Untitled")
    session = library.open_case(case)
    shown = {question.id for question in session.flow.shown}
    hidden = next(
        key
        for key, question in library.drafting.questions.items()
        if isinstance(question.kind, LongText) and key not in shown
    )
    session.set_answer(hidden, "Quillon Fairweather")
    assert found(library, "Quillon Fairweather") == ["exact"]
    session.set_answer(hidden, "nobody")
    assert found(library, "Quillon Fairweather") == []


def test_the_name_itself_stands_before_what_is_similar_and_long_texts_are_cut(library: Library) -> None:
    similar = holds(library, "Quilon Fairwether")
    exact = holds(library, f"{'word ' * 30} Quillon Fairweather {'word ' * 30}")
    holds(library, "Fairwether, Q.")
    first, second, third = library.conflicts(["Quillon Fairweather"]).found
    assert (first.case, second.case, third.how) == (exact, similar, "similar: an initial")
    assert first.words == f"… {'word ' * 6}Quillon Fairweather{' word' * 6} …"


def test_hundreds_of_similar_words_are_looked_for_at_once(library: Library) -> None:
    letters = "abcdefghijklmnopqrstuvwxyz"
    holds(library, " ".join(f"{one}airweathe{two}".title() for one in letters for two in letters))
    assert found(library, "Fairweather") == ["exact"]
    assert found(library, "Fairweathes") == ["exact"]
    assert found(library, "Fairweathess") == ["similar"]


def test_a_search_can_be_stopped(library: Library) -> None:
    for _ in range(3):
        holds(library, "Quillon Fairweather")
    looks = iter((False, False, True))
    with pytest.raises(StoppedError):
        library.conflicts(["Fairweather"], lambda: next(looks))


@pytest.mark.parametrize("names", [[], ["", "  "]])
def test_no_name_is_refused(library: Library, names: list[str]) -> None:
    with pytest.raises(BadInputError, match="No name is given"):
        library.conflicts(names)


@pytest.mark.parametrize("name", ["X", "J. R.", "—", "Jr."])
def test_what_is_no_name_is_refused_by_name(library: Library, name: str) -> None:
    with pytest.raises(BadInputError, match="has no family name"):
        library.conflicts(["Jordan Doe", name])


def test_the_command_line_lists_what_it_found_and_what_it_did_not_look_at(drafter: Drafter) -> None:
    case = drafter.new("complete")
    said = drafter("conflicts", "Jordan Doe", "Nobody Whatsoever")
    assert said.code == 0
    assert f"case {case} “United States v. Doe, a made-up case" in said.out
    assert "What is the movant’s full name?" in said.out or "movant" in said.out
    assert "Nobody Whatsoever: found in no case." in said.out
    assert "Not looked at: " in said.out
    report = drafter("conflicts", "Jordan Doe", "Nobody Whatsoever", "--json").json
    assert report["cases"] == 1
    assert [name["name"] for name in report["names"]] == ["Jordan Doe", "Nobody Whatsoever"]
    assert {one["case"] for one in report["names"][0]["found"]} == {case}
    assert report["names"][1]["found"] == []
    assert report["limits"].startswith("Looked at: ")
    assert json.dumps(report)
    assert drafter("conflicts", "X").code == 2
