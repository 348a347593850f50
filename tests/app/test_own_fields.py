"""Fields of the firm's own: asked in every case like any question, printed by the firm's own templates."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import pytest

from drafter.app.backups import Backups, restored
from drafter.app.intake import Intake
from drafter.app.library import Library
from drafter.app.own_fields import proposed_id
from drafter.app.template_check import check
from drafter.core.problem import Unreadable
from drafter.errors import BadInputError
from drafter.practice.documents import fields
from drafter.practice.documents.registry import DOCUMENTS
from drafter.practice.questions.own import KINDS
from drafter.render import isolated
from drafter.render.outline import to_text
from drafter.store.records import OWN_FIELDS

Drafter = Any  # conftest.Drafter
ALL = {
    "officer": ("Who is the probation officer?", "text", ()),
    "plan": ("What is planned", "long_text", ()),
    "hearing": ("When is the hearing?", "date", ()),
    "moved": ("Has the client moved?", "yes_no", ()),
    "outcome": ("Outcome", "choice", ("Granted", "Denied in part", "—")),
    "fee": ("Fee", "amount", ()),
}
GIVEN = {
    "officer": ("Quillon <b>Fairweather & Co.", "Quillon <b>Fairweather & Co."),
    "plan": ("first line\nsecond line", "first line\nsecond line"),
    "hearing": ("3/4/27", "March 4, 2027"),
    "moved": ("no", "No"),
    "outcome": ("denied in part", "Denied in part"),
    "fee": ("1250.5", "$1,250.50"),
}


@pytest.fixture(scope="module", autouse=True)
def _child_ends() -> Any:  # noqa: ANN401 - a generator
    yield
    isolated.close()


@pytest.fixture
def library(data_dir: Path) -> Iterator[Library]:
    opened = Library.open(data_dir)
    yield opened
    opened.close()


def define(library: Library, *names: str) -> None:
    for name in names or ALL:
        library.own_fields.add(name, *ALL[name])


def answer(library: Library, case: int, *names: str) -> None:
    session = library.open_case(case)
    for name in names or GIVEN:
        session.set_answer(f"own.{name}", GIVEN[name][0])


def template(data_dir: Path, *lines: str, name: str = "documents/order.docx") -> Path:
    """A template of the firm with these paragraphs, that of the proposed order if not another."""
    path = data_dir / "my templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(str(path))
    return path


def drafted(library: Library, case: int, out: Path, document: str = "order") -> list[str]:
    report = library.open_case(case).draft(out, documents=[document])
    return [line for line in to_text(report.files[0].read_bytes()).splitlines() if line.strip()]


# ---- in every case


def test_a_field_of_each_kind_is_asked_in_every_case_in_a_section_of_its_own(library: Library) -> None:
    before = library.open_case(library.new()).sections
    define(library)
    assert set(KINDS) == {kind for _, kind, _ in ALL.values()}
    for case in (1, library.new()):
        session = library.open_case(case)
        assert session.sections[:-1] == before
        assert [(one.id, one.ask) for one in session.sections[-1]] == [
            (f"own.{key}", ask) for key, (ask, _, _) in ALL.items()
        ]
        assert session.outline()[-1].title == "Our own fields"
        assert not [one for one in session.flow.missing if one.question.id.startswith("own.")]


def test_an_answer_is_read_by_its_kind_stored_undone_found_and_kept_in_versions(library: Library) -> None:
    define(library)
    case = library.new("Untitled")
    answer(library, case)
    session = library.open_case(case)
    for key, (_, shown) in GIVEN.items():
        question = session.question(f"own.{key}")
        assert question.kind.show(session.answers.value(question)) == shown
    with pytest.raises(Unreadable):
        session.set_answer("own.hearing", "soon")
    with pytest.raises(Unreadable):
        session.set_answer("own.outcome", "maybe")
    assert [line.id for line in library.cases("fairw")] == [case]
    (found,) = library.matches(case, "fairw")
    assert found.ask == "Who is the probation officer?"
    version = session.keep_version("as sent")
    session.set_answer("own.officer", "Someone else")
    (changed,) = session.version_differences(version)
    assert changed.question == "own.officer"
    session.undo()
    assert session.version_differences(version) == ()
    assert library.conflicts(["Quillon Fairweather"]).found[0].role == "Who is the probation officer?"
    assert [one.question for one in session.review() if one.question.startswith("own.")] == [
        f"own.{key}" for key in ALL
    ]
    assert "own.fee" in library.open_case(library.new_from(case)).answers
    assert session.law_beside("own.officer").question == "own.officer"


def test_answers_travel_in_case_files_and_json_and_merge(library: Library, tmp_path: Path) -> None:
    define(library)
    case = library.new("Travelling")
    answer(library, case)
    there = Library(tmp_path / "there")
    arrivals = []
    for ending in ("drafter", "json"):
        path = tmp_path / f"case.{ending}"
        library.transfer.export(case, path)
        arrivals.append(there.transfer.add(there.transfer.read(path)))
        assert not [key for key in there.open_case(arrivals[-1]).answers if key.startswith("own.")]
        assert there.own_fields.answered()["fee"] == len(arrivals), "kept though nobody asks it there"
    define(there)
    for arrived in arrivals:
        assert there.open_case(arrived).answers.stored("own.fee") == "$1,250.50"
    there.open_case(arrivals[0]).set_answer("own.officer", "R. Roe")
    there.transfer.export(arrivals[0], tmp_path / "back.drafter")
    file = library.transfer.read(tmp_path / "back.drafter")
    plan = library.transfer.plan(file)
    assert [one.question for one in plan.taken] == ["own.officer"]
    there.close()


def test_a_table_brings_answers_by_the_same_ids(library: Library, tmp_path: Path) -> None:
    define(library)
    path = tmp_path / "x.csv"
    path.write_text("title,own.officer,own.hearing\nRoe,R. Roe,3/4/27\n", encoding="utf-8")
    report = Intake(library).take(path)
    assert library.open_case(report.cases[0]).answers.stored("own.hearing") == "2027-03-04"
    path.write_text("title,own.hearing\nRoe,soon\n", encoding="utf-8")
    (bad,) = Intake(library).take(path).bad
    assert "soon" in str(bad)


# ---- in templates


def test_a_template_of_the_firm_prints_every_kind(library: Library, data_dir: Path, tmp_path: Path) -> None:
    define(library)
    lines = [f"{key}: {{{{ own.{key} }}}}." for key in ALL]
    template(data_dir, *lines, "{% if own.no.moved %}stayed{% endif %}{% if own.yes.moved %}left{% endif %}")
    case = library.new_sample("complete")
    answer(library, case)
    text = "\n".join(drafted(library, case, tmp_path / "O"))
    for key, (_, shown) in GIVEN.items():
        assert f"{key}: {shown}." in text
    assert text.endswith("stayed")


def test_an_open_field_prints_as_a_marked_blank_and_stops_a_final_at_its_question(
    library: Library, data_dir: Path, tmp_path: Path
) -> None:
    define(library, "officer", "moved")
    template(data_dir, "Officer: {{ own.officer }}. {{ own.moved }}{% if own.has.officer %}!{% endif %}")
    case = library.new_sample("complete")
    session = library.open_case(case)
    assert drafted(library, case, tmp_path / "O") == [
        "Officer: [Who is the probation officer]. [Has the client moved]"
    ]
    html = session.preview(document="order")
    assert 'href="question:own.officer"' in html
    report = session.draft(tmp_path / "F", documents=["order"], final=True)
    assert not report.files
    assert {"own.officer", "own.moved"} <= {problem.question for problem in report.problems}
    session.set_answer("own.officer", "", unknown=True, note="ask")
    assert "[Who is the probation officer]" in drafted(library, case, tmp_path / "P")[0]


def test_a_block_after_a_ground_prints_a_field_too(library: Library, data_dir: Path, tmp_path: Path) -> None:
    define(library, "officer")
    template(data_dir, "Supervised by {{ own.officer }}.", name="blocks/b5.docx")
    case = library.new_sample("complete")
    answer(library, case, "officer")
    assert f"Supervised by {GIVEN['officer'][1]}." in drafted(library, case, tmp_path / "O", "motion")


def test_shipped_papers_do_not_change_with_fields_that_no_template_prints(
    library: Library, tmp_path: Path
) -> None:
    case = library.new_sample("complete")
    before = library.open_case(case).draft(tmp_path / "A")
    printed = library.open_case(case).printed()
    define(library)
    answer(library, case)
    after = library.open_case(case).draft(tmp_path / "B")
    assert after.files[0].read_bytes() == before.files[0].read_bytes()
    assert after.unproved == before.unproved
    assert library.open_case(case).printed().printed == printed.printed


@pytest.mark.parametrize("against", ["motion", "b3D", "record", ""])
def test_the_check_knows_the_fields_and_names_the_nearest(
    library: Library, data_dir: Path, against: str
) -> None:
    path = template(data_dir, "{{ own.oficer }} {{ own.officer }}", name="blocks/x.docx")
    unknown = check(path, against).findings
    assert [one.fault.field for one in unknown if one.fault.rule == "unknown"] == [
        "own.oficer",
        "own.officer",
    ]
    define(library)
    found = check(path, against, library.own_fields.all()).findings
    assert [one.fault.suggestion for one in found if one.fault.rule == "unknown"] == ["own.officer"]


@pytest.mark.parametrize(
    ("tag", "mend"),
    [
        ("{% if own.moved %}x{% endif %}", "ask for own.yes.moved"),
        ("{% if own.officer %}x{% endif %}", "ask for own.has.officer"),
    ],
)
def test_the_check_tells_that_a_field_is_never_empty(
    library: Library, data_dir: Path, tag: str, mend: str
) -> None:
    define(library)
    path = template(data_dir, tag)
    kinds = [one.fault for one in check(path, "motion", library.own_fields.all()).findings]
    assert [fault.mend for fault in kinds if fault.rule == "kind"] == [mend]


def test_no_document_has_a_field_of_the_same_name() -> None:
    for document in DOCUMENTS:
        assert "own" not in fields.example(fields.context_type(document)), document.id


# ---- defining


def test_a_field_taken_away_keeps_its_answers_and_they_are_there_when_it_comes_back(library: Library) -> None:
    define(library)
    case = library.new()
    answer(library, case)
    assert library.own_fields.remove("officer") == 1
    session = library.open_case(case)
    assert "own.officer" not in session.answers
    session.set_answer("own.fee", "1")
    session.undo()
    assert library.own_fields.answered()["officer"] == 1
    define(library, "officer")
    assert library.open_case(case).answers.stored("own.officer") == GIVEN["officer"][0]
    assert [one.id for one in library.own_fields.all()][-1] == "officer"


def test_a_field_that_comes_back_as_another_kind_tells_what_it_cannot_read(library: Library) -> None:
    define(library, "officer")
    case = library.new()
    answer(library, case, "officer")
    library.own_fields.remove("officer")
    library.own_fields.add("officer", "When?", "date")
    session = library.open_case(case)
    assert [one.question for one in session.findings() if "can no longer be read" in one.message] == [
        "own.officer"
    ]
    assert library.own_fields.answered() == {"officer": 1}


def test_another_wording_and_order_change_no_answer(library: Library) -> None:
    define(library, "officer", "plan", "fee")
    case = library.new()
    answer(library, case, "officer")
    library.own_fields.rename("own.officer", "Name of   the officer:")
    library.own_fields.move("fee", 0)
    library.own_fields.move("officer", 99)
    session = library.open_case(case)
    assert [(one.id, one.ask) for one in session.sections[-1]] == [
        ("own.fee", "Fee"),
        ("own.plan", "What is planned"),
        ("own.officer", "Name of the officer:"),
    ]
    assert session.question("own.officer").blank == "Name of the officer"
    assert session.answers.stored("own.officer") == GIVEN["officer"][0]


@pytest.mark.parametrize(
    ("field", "ask", "kind", "options", "why"),
    [
        ("Officer", "x", "text", (), "cannot be the name of a field"),
        ("1st", "x", "text", (), "cannot be the name of a field"),
        ("a" * 41, "x", "text", (), "cannot be the name of a field"),
        ("", "x", "text", (), "cannot be the name of a field"),
        ("has", "x", "text", (), "a meaning of its own"),
        ("fee", "x", "text", (), "There is a field “fee” already"),
        ("x", " \n", "text", (), "needs a wording"),
        ("x", "y" * 301, "text", (), "needs a wording"),
        ("x", "x", "person", (), "is no kind of field"),
        ("x", "x", "choice", ("one", "one "), "at least two options"),
        ("x", "x", "text", ("one", "two"), "Only a choice has options"),
    ],
)
def test_what_cannot_be_asked_is_told_and_nothing_is_kept(  # noqa: PLR0917 - a table of cases
    library: Library, field: str, ask: str, kind: str, options: tuple[str, ...], why: str
) -> None:
    define(library, "fee")
    with pytest.raises(BadInputError, match=why):
        library.own_fields.add(field, ask, kind, options)
    assert [one.id for one in library.own_fields.all()] == ["fee"]


@pytest.mark.parametrize(
    "text", ["{", '{"id": "x"}', '[{"id": "x"}]', '[{"id":"x","ask":"x","kind":"?","options":[]}]']
)
def test_fields_of_a_newer_program_are_told_and_stay(library: Library, text: str) -> None:
    library.new()
    library.keep(OWN_FIELDS, text)
    with pytest.raises(BadInputError, match="own fields cannot be read"):
        library.open_case(1)
    assert library.kept(OWN_FIELDS) == text


def test_options_of_any_script_are_stored_under_different_words(library: Library) -> None:
    labels = ("Ja", "ja!", "—", "да", "нет")
    library.own_fields.add("x", "x", "choice", labels)
    session = library.open_case(library.new())
    for label in labels:
        session.set_answer("own.x", label)
        assert session.question("own.x").kind.show(session.answers.stored("own.x")) == label


@pytest.mark.parametrize(
    ("ask", "name"),
    [("Who is the officer?", "who_is_the_officer"), ("2nd fee", "nd_fee"), ("да", ""), ("Has", "has_")],
)
def test_a_name_is_proposed_from_the_wording(ask: str, name: str) -> None:
    assert proposed_id(ask) == name


def test_fields_lie_inside_the_library_under_its_passphrase_and_in_its_backups(
    library: Library, data_dir: Path
) -> None:
    library.own_fields.add("secret", "Zwetschgenkuchen?", "text")
    case = library.new()
    library.open_case(case).set_answer("own.secret", "Rhabarber")
    library.set_passphrase("correct horse battery")
    assert [one.ask for one in library.own_fields.all()] == ["Zwetschgenkuchen?"]
    library.back_up()
    backup = next(iter(Backups(data_dir).all())).path
    library.close()
    for file in data_dir.rglob("*"):
        assert not file.is_file() or b"Zwetschgen" not in file.read_bytes(), file
    again = Library(restored(backup, data_dir))
    again.unlock("correct horse battery")
    assert again.open_case(case).answers.stored("own.secret") == "Rhabarber"
    again.close()


def test_a_library_that_is_not_there_yet_has_no_fields_and_asking_makes_none(tmp_path: Path) -> None:
    library = Library(tmp_path / "none")
    assert library.own_fields.all() == ()
    assert library.drafting.questions
    assert not (tmp_path / "none").exists()


# ---- on the command line


def test_fields_on_the_command_line(drafter: Drafter, tmp_path: Path, data_dir: Path) -> None:
    assert drafter("fields", "list").out.startswith("There are no fields of your own")
    added = drafter("fields", "add", "officer", "--ask", "Who is the officer?", "--json")
    assert added.json == {"id": "officer", "ask": "Who is the officer?", "kind": "text", "options": []}
    drafter(
        "fields",
        "add",
        "outcome",
        "--ask",
        "Outcome",
        "--kind",
        "choice",
        *("--option", "Granted") * 1,
        "--option",
        "Denied",
    )
    case = drafter.new("complete")
    answers = tmp_path / "a.json"
    answers.write_text(json.dumps({"own.officer": "R. Roe"}), encoding="utf-8")
    assert drafter("fill", case, answers).code == 0
    assert (
        "{{ own.officer }}  Who is the officer? (Text): answered in 1 case\n" in drafter("fields", "list").out
    )
    assert [row["id"] for row in drafter("fields", "move", "outcome", 1, "--json").json] == [
        "outcome",
        "officer",
    ]
    path = template(data_dir, "{{ own.officer }} {{ own.who }}")
    checked = drafter("template", "check", path, "--document", "motion", "--json").json
    assert [one["field"] for one in checked["findings"] if one["rule"] == "unknown"] == ["own.who"]
    listed = drafter("template", "fields", "motion", "--json").json
    assert [row["tag"] for row in listed if row["document"] == "own"][-2:] == [
        "{{ own.officer }}",
        "{% if own.has.officer %}…{% endif %}",
    ]
    tried = drafter("template", "try", path, "--document", "order", "--out", tmp_path / "T", "--json").json
    assert tried["undefined"] == ["who"]
    assert drafter("fields", "rename", "officer", "--ask", "Name?").out.startswith("own.officer asks “Name?”")
    removed = drafter("fields", "remove", "officer")
    assert removed.out == "own.officer is asked no longer; its answers stay: answered in 1 case.\n"
    assert "own.officer  no longer asked: answered in 1 case" in drafter("fields", "list").out
    refused = drafter("fields", "remove", "officer")
    assert (refused.code, "there are: outcome." in refused.err) == (2, True)


def test_the_interview_sheet_asks_them_too(drafter: Drafter, tmp_path: Path) -> None:
    drafter(
        "fields",
        "add",
        "outcome",
        "--ask",
        "How did it end?",
        "--kind",
        "choice",
        "--option",
        "Granted",
        "--option",
        "Denied",
    )
    case = drafter.new("complete")
    made = drafter("draft", case, "--document", "interview_sheet", "--out", tmp_path / "O", "--json").json
    text = to_text(Path(made["files"][0]).read_bytes())
    assert "Our own fields" in text
    assert "☐ Granted" in text
