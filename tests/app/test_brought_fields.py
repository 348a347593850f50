"""The firm's own fields travel with a case: told, taken with a yes alone, never put in place of others."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from library_dump import dump
from sqlcipher3 import dbapi2 as sqlite

from drafter.app.backups import Backups, restored
from drafter.app.library import Library
from drafter.app.transfer import CaseFile
from drafter.errors import BadInputError, DrafterError, StoreError
from drafter.practice.questions.own import OwnField

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
    "officer": "Quillon <b>Fairweather & Co.",
    "plan": "first line\nsecond line",
    "hearing": "3/4/27",
    "moved": "no",
    "outcome": "—",
    "fee": "1250.5",
}
#: How a case goes: the ending of its file, and its passphrase.
WAYS = [(".drafter", None), (".drafter", "correct horse"), (".json", None)]


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Library]:
    """A library that asks every kind of field, with one case that answers them all."""
    library = Library(tmp_path / "here")
    for name, field in ALL.items():
        library.own_fields.add(name, *field)
    session = library.open_case(library.new("Travelling"))
    for name, value in GIVEN.items():
        session.set_answer(f"own.{name}", value)
    yield library
    library.close()


@pytest.fixture
def there(tmp_path: Path) -> Iterator[Library]:
    library = Library(tmp_path / "there")
    yield library
    library.close()


def sent(
    source: Library, target: Library, path: Path, passphrase: str | None = None, case: int = 1
) -> CaseFile:
    source.transfer.export(case, path, passphrase, replace=True)
    return target.transfer.read(path, passphrase)


def names(library: Library) -> list[str]:
    return [one.id for one in library.own_fields.all()]


def own_answers(library: Library, case: int = 1) -> dict[str, Any]:
    answers = library.open_case(case).answers
    return {key: answers.stored(key) for key in answers if key.startswith("own.")}


@pytest.mark.parametrize(("ending", "passphrase"), WAYS)
def test_every_kind_of_field_is_asked_and_answered_in_an_empty_library_after_a_yes(
    here: Library, there: Library, tmp_path: Path, ending: str, passphrase: str | None
) -> None:
    file = sent(here, there, tmp_path / f"x{ending}", passphrase)
    assert [(one.id, one.ask) for one in file.fields.new] == [(key, ask) for key, (ask, _, _) in ALL.items()]
    assert file.fields.other == ()
    assert names(there) == [], "nothing is asked before the case is taken in"
    taking = there.transfer.with_fields(file)
    assert names(there) == []
    assert taking.unread == ()
    there.transfer.add(taking)
    assert there.own_fields.all() == here.own_fields.all()
    assert own_answers(there) == own_answers(here)
    assert len(own_answers(there)) == len(GIVEN)
    again = sent(there, Library(tmp_path / "third"), tmp_path / f"y{ending}", passphrase)
    assert again.fields.new == file.fields.new
    assert again.contents.answers == file.contents.answers


@pytest.mark.parametrize(("ending", "passphrase"), WAYS)
def test_without_a_yes_the_answers_are_kept_and_come_with_a_later_one(
    here: Library, there: Library, tmp_path: Path, ending: str, passphrase: str | None
) -> None:
    file = sent(here, there, tmp_path / f"x{ending}", passphrase)
    assert {one.question for one in file.unread} == {f"own.{name}" for name in ALL}
    there.transfer.add(file)
    assert (names(there), own_answers(there)) == ([], {})
    assert there.own_fields.answered() == dict.fromkeys(ALL, 1)
    later = there.transfer.with_fields(there.transfer.read(file.path, passphrase))
    plan = there.transfer.plan(later)
    assert (plan.taken, plan.conflicts) == ((), ())
    there.transfer.merge(later, plan, {})
    assert own_answers(there) == own_answers(here)


def test_a_file_that_comes_twice_adds_nothing_twice(here: Library, there: Library, tmp_path: Path) -> None:
    file = there.transfer.with_fields(sent(here, there, tmp_path / "x.drafter"))
    there.transfer.add(file)
    there.transfer.add(file)
    assert names(there) == list(ALL)
    again = there.transfer.read(file.path)
    assert (again.fields.new, again.fields.other) == ((), ())
    assert there.transfer.with_fields(again).taking == ()


def test_only_fields_that_the_case_answers_go_with_it(here: Library, there: Library, tmp_path: Path) -> None:
    case = here.new("Another")
    here.open_case(case).set_answer("own.hearing", "3/4/27")
    file = sent(here, there, tmp_path / "x.json", case=case)
    assert [one.id for one in file.fields.new] == ["hearing"]
    raw = json.loads(file.path.read_bytes())
    assert raw["schema"] == 1
    assert raw["fields"] == [{"id": "hearing", "ask": "When is the hearing?", "kind": "date", "options": []}]
    plain = sent(here, there, tmp_path / "y.json", case=here.new("None"))
    assert json.loads(plain.path.read_bytes())["fields"] == []
    raw["answers"] = {}
    file.path.write_text(json.dumps(raw), encoding="utf-8")
    assert there.transfer.read(file.path).fields.new == (), "what the case does not answer is not asked"


def test_new_fields_come_after_those_that_are_here_and_the_wording_here_stays(
    here: Library, there: Library, tmp_path: Path
) -> None:
    there.own_fields.add("budget", "Budget", "amount")
    there.own_fields.add("officer", "The officer", "text")
    file = sent(here, there, tmp_path / "x.drafter")
    assert "officer" not in [one.id for one in file.fields.new]
    assert file.fields.other == (), "another wording is the same field"
    there.transfer.add(there.transfer.with_fields(file))
    assert names(there) == ["budget", "officer", *list(ALL)[1:]]
    assert there.own_fields.all()[1].ask == "The officer"
    assert own_answers(there) == own_answers(here)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    "mine",
    [
        OwnField("hearing", "Mine", "text"),
        OwnField("fee", "Mine", "date"),
        OwnField("outcome", "Mine", "choice", ("Granted", "Dismissed")),
    ],
)
def test_a_field_of_another_kind_or_other_options_stays_as_it_is_here_and_its_answer_as_it_is_there(
    here: Library, there: Library, tmp_path: Path, way: tuple[str, str | None], mine: OwnField
) -> None:
    ending, passphrase = way
    there.own_fields.add(mine.id, mine.ask, mine.kind, mine.options)
    file = sent(here, there, tmp_path / f"x{ending}", passphrase)
    (other,) = file.fields.other
    assert (other.here, other.there.ask) == (mine, ALL[mine.id][0])
    assert other.told.startswith(f"{mine.tag} is “Mine” (")
    assert mine.id not in [one.id for one in file.fields.new]
    there.transfer.add(there.transfer.with_fields(file))
    assert there.own_fields.all()[0] == mine
    ours, theirs = (library._store.answers(1)[mine.tag].value for library in (here, there))
    assert ours == theirs
    back = sent(there, here, tmp_path / f"back{ending}", passphrase)
    assert back.contents.answers[mine.tag].value == ours, "it goes out again as it came"


def test_a_merge_shows_new_fields_in_their_words_and_asks_them_from_then_on(
    here: Library, there: Library, tmp_path: Path
) -> None:
    blank = here.new("Both")
    there.transfer.add(sent(here, there, tmp_path / "x.drafter", case=blank))
    here.open_case(blank).set_answer("own.outcome", "Denied in part")
    back = sent(here, there, tmp_path / "x.drafter", case=blank)
    file = there.transfer.with_fields(back)
    (taken,) = there.transfer.plan(file).taken
    assert (taken.asked, taken.section, taken.there) == ("Outcome", "Our own fields", "Denied in part")
    assert names(there) == [], "a plan changes nothing"
    there.transfer.merge(file, there.transfer.plan(file), {})
    assert own_answers(there) == {"own.outcome": "denied_in_part"}
    session = there.open_case(1)
    session.undo()
    assert names(there) == ["outcome"], "a field is not the case’s, so it stays when the merge is undone"
    before = Library(restored(Backups(there.folder).all()[0].path, tmp_path))
    assert names(before) == [], "the backup before the merge has the library as it was"
    before.close()


def test_a_merge_that_is_refused_takes_no_field(here: Library, there: Library, tmp_path: Path) -> None:
    there.transfer.add(sent(here, there, tmp_path / "x.drafter"))
    for library, number in ((here, "2:16-cr-00111"), (there, "2:16-cr-00222")):
        library.open_case(1).set_answer("case.number", number)
    file = there.transfer.with_fields(sent(here, there, tmp_path / "x.drafter"))
    before = dump(there._store)
    with pytest.raises(BadInputError, match=r"case\.number"):
        there.transfer.merge(file, there.transfer.plan(file), {})
    assert dump(there._store) == before


def test_a_typed_answer_of_json_is_read_by_the_definition_in_the_file(there: Library, tmp_path: Path) -> None:
    raw = {
        "format": "drafter case",
        "schema": 1,
        "answers": {"own.hearing": {"value": "3/4/27"}, "own.outcome": {"value": "Granted!"}},
        "fields": [
            {"id": "hearing", "ask": " When\tis it? ", "kind": "date"},
            {"id": "outcome", "ask": "Outcome", "kind": "choice", "options": ["Granted", "Denied", "Denied"]},
        ],
    }
    path = tmp_path / "x.json"
    path.write_text(json.dumps(raw), encoding="utf-8")
    file = there.transfer.read(path)
    assert file.contents.answers["own.hearing"].value == "3/4/27", "it stays as it is without a yes"
    file = there.transfer.with_fields(file)
    assert [one.question for one in file.unread] == ["own.outcome"]
    there.transfer.add(file)
    assert own_answers(there) == {"own.hearing": "2027-03-04"}
    assert [(one.ask, one.options) for one in there.own_fields.all()] == [
        ("When is it?", ()),
        ("Outcome", ("Granted", "Denied")),
    ]


FINE = {"id": "officer", "ask": "Who?", "kind": "text", "options": []}


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"officer": "Who?"}, "fields is not a list"),
        ([FINE, "officer"], "fields 2 is not a set"),
        ([{**FINE, "id": None}], "fields 1, id is not text"),
        ([FINE, {"id": "x", "kind": "text"}], "fields 2, ask is not text"),
        ([{**FINE, "ask": "\ud800"}], "fields 1, ask holds half a character"),
        ([{**FINE, "kind": 7}], "fields 1, kind is not text"),
        ([{**FINE, "options": "Granted"}], "fields 1, options is not a list"),
        ([{**FINE, "options": ["a", 1]}], "fields 1, options is not text"),
        ([FINE, FINE], "fields 2: There is a field “officer” already"),
        ([{**FINE, "id": "Officer 1"}], "fields 1: “Officer 1” cannot be the name"),
        ([{**FINE, "id": "own.officer"}], "fields 1: “own.officer” cannot be the name"),
        ([{**FINE, "id": "has"}], "fields 1: “has” has a meaning of its own"),
        ([{**FINE, "ask": " \n"}], "fields 1: A field needs a wording"),
        ([{**FINE, "kind": "colour"}], "fields 1: “colour” is no kind of field"),
        ([{**FINE, "kind": "choice", "options": ["one"]}], "fields 1: A choice needs at least two"),
        ([{**FINE, "options": ["a", "b"]}], "fields 1: Only a choice has options"),
    ],
)
def test_what_is_no_field_is_refused_with_its_place_and_nothing_is_stored(
    there: Library, tmp_path: Path, fields: object, told: str
) -> None:
    there.new("Before")
    before = dump(there._store)
    path = tmp_path / "x.json"
    raw = {
        "format": "drafter case",
        "schema": 1,
        "answers": {"own.officer": {"value": "x"}},
        "fields": fields,
    }
    path.write_text(json.dumps(raw), encoding="utf-8")
    with pytest.raises(BadInputError) as of_json:
        there.transfer.read(path)
    assert told in str(of_json.value)
    case_file = there.transfer.export(1, tmp_path / "x.drafter")
    with sqlite.connect(case_file) as connection:
        connection.execute("INSERT INTO kept VALUES ('own fields', ?)", (json.dumps(fields),))
    connection.close()
    with pytest.raises(DrafterError) as fault:
        there.transfer.read(case_file)
    assert told in str(fault.value)
    assert "\n" not in str(fault.value)
    after = dump(there._store)
    assert (after["kept"], after["answers"]) == (before["kept"], before["answers"])


def test_a_case_file_whose_fields_are_no_json_is_refused(there: Library, tmp_path: Path) -> None:
    case_file = there.transfer.export(there.new("Doe"), tmp_path / "x.drafter")
    with sqlite.connect(case_file) as connection:
        connection.execute("INSERT INTO kept VALUES ('own fields', '[')")
    connection.close()
    with pytest.raises(StoreError, match="fields is no JSON"):
        there.transfer.read(case_file)


def test_a_file_of_before_is_read_as_it_was(here: Library, there: Library, tmp_path: Path) -> None:
    file = sent(here, there, tmp_path / "x.json")
    raw = json.loads(file.path.read_bytes())
    del raw["fields"]
    file.path.write_text(json.dumps(raw), encoding="utf-8")
    case_file = here.transfer.export(1, tmp_path / "x.drafter")
    with sqlite.connect(case_file) as connection:
        connection.execute("DELETE FROM kept")
    connection.close()
    for path in (file.path, case_file):
        old = there.transfer.read(path)
        assert (old.fields.new, len(old.unread)) == ((), len(ALL))
        there.transfer.add(old)
    assert there.own_fields.answered() == dict.fromkeys(ALL, 2)


# ---- on the command line


def office(drafter: Drafter, folder: Path) -> Drafter:
    return lambda *words: drafter("--data-dir", folder, *words)


@pytest.mark.parametrize("ending", [".drafter", ".json"])
def test_the_command_line_names_what_is_not_asked_and_how_it_is_taken(
    drafter: Drafter, here: Library, tmp_path: Path, ending: str
) -> None:
    path, there = tmp_path / f"x{ending}", office(drafter, tmp_path / "there")
    here.transfer.export(1, path)
    told = there("import", path)
    assert told.code == 0
    assert "not asked here: own.outcome: Outcome (Choice: Granted; Denied in part; —)" in told.out
    assert "--merge 1 --take-fields" in told.out
    assert "This program has no such question" not in told.out, "each is told once"
    assert there("fields", "list", "--json").json == []
    done = there("import", path, "--merge", 1, "--take-fields")
    assert (done.code, "asked here as well: own.fee: Fee (Amount of money)" in done.out) == (0, True)
    assert [one["id"] for one in there("fields", "list", "--json").json] == list(ALL)
    assert there("show", 1, "--json").json["answers"]["own.hearing"] == "2027-03-04"
    again = there("import", path, "--as-new", "--take-fields", "--json").json
    assert again["fields"] == {"taken": False, "new": [], "other": []}
    assert [one["answered"] for one in there("fields", "list", "--json").json] == [2] * len(ALL)


def test_the_command_line_tells_a_field_that_is_otherwise_here(
    drafter: Drafter, here: Library, tmp_path: Path
) -> None:
    path, there = tmp_path / "x.drafter", office(drafter, tmp_path / "there")
    here.transfer.export(1, path)
    there("fields", "add", "fee", "--ask", "Waived?", "--kind", "yes_no")
    done = there("import", path, "--take-fields")
    assert "not taken: own.fee is “Waived?” (Yes or no) here and “Fee” (Amount of money)" in done.out
    assert "kept as it is, cannot be read: own.fee" in done.out
    assert there("fields", "list", "--json").json[0]["kind"] == "yes_no"
    as_json = there("import", path, "--as-new", "--json").json
    assert [one["here"]["kind"] for one in as_json["fields"]["other"]] == ["yes_no"]


def test_a_case_beside_the_same_one_is_told_to_add_the_fields(
    drafter: Drafter, here: Library, tmp_path: Path
) -> None:
    path, there = tmp_path / "x.drafter", office(drafter, tmp_path / "there")
    here.transfer.export(1, path)
    there("import", path)
    told = there("import", path, "--as-new")
    assert "drafter fields add" in told.out, (
        "the file is of the first case and cannot be merged into this one"
    )


def test_a_merge_with_conflicts_takes_no_field_before_they_are_decided(
    drafter: Drafter, here: Library, tmp_path: Path
) -> None:
    path, there = tmp_path / "x.drafter", office(drafter, tmp_path / "there")
    here.transfer.export(1, path)
    there("import", path)
    answers = tmp_path / "a.json"
    answers.write_text('{"case.number": "2:16-cr-00222"}', encoding="utf-8")
    there("fill", 1, answers)
    here.open_case(1).set_answer("case.number", "2:16-cr-00111")
    here.transfer.export(1, path, replace=True)
    listed = there("import", path, "--merge", 1, "--take-fields", "--json")
    assert (listed.code, listed.json["merged"], listed.json["fields"]["taken"]) == (1, False, False)
    assert there("fields", "list", "--json").json == []
    done = there("import", path, "--merge", 1, "--take-fields", "--take", "ours", "--json").json
    assert (done["merged"], done["fields"]["taken"]) == (True, True)
    assert len(there("fields", "list", "--json").json) == len(ALL)
