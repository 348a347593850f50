"""A case handed over comes back: merged field by field, in one step, with no edit of either side lost."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from library_dump import dump

from drafter.app.backups import Backups, restored
from drafter.app.library import Library
from drafter.app.transfer import MergeField, MergePlan
from drafter.errors import BadInputError, DrafterError, OutputError, StoreError, WrongPassphraseError
from drafter.store.records import StoredAnswer

ADDRESS, REGISTER, RELEASE = "movant.name", "movant.register_number", "case.number"
GONE = "asked.by.another.program"


@pytest.fixture
def here(tmp_path: Path) -> Library:
    library = Library(tmp_path / "here")
    library.new_sample("complete")
    return library


@pytest.fixture
def there(tmp_path: Path) -> Library:
    return Library(tmp_path / "there")


def handed(source: Library, target: Library, path: Path) -> int:
    """Hand case 1 over as a file and take it in as a new one."""
    source.transfer.export(1, path, replace=True)
    return target.transfer.add(target.transfer.read(path))


def back(source: Library, target: Library, path: Path) -> MergePlan:
    source.transfer.export(1, path, replace=True)
    return target.transfer.plan(target.transfer.read(path))


def named(fields: tuple[MergeField, ...]) -> list[str]:
    return [one.question for one in fields]


def value(library: Library, question: str, case: int = 1) -> Any:  # noqa: ANN401 - any JSON
    return library.open_case(case).answers.stored(question)


@pytest.mark.parametrize("ending", [".drafter", ".json"])
def test_a_sample_comes_back_in_an_empty_library_with_everything_equal(
    here: Library, there: Library, tmp_path: Path, ending: str
) -> None:
    session = here.open_case(1)
    session.set_answer(RELEASE, "2:16-cr-00111")
    session.keep_version("as filed")
    session.draft(tmp_path / "out")
    here._store.attachments.add(1, "warden’s letter", bytes(range(256)), "C")
    here._store.notes.add(1, "case", "note", "A. Student", "Ask for the PSR.")
    here._store.keep_half_typed(1, "movant.birth_date", "12/")
    handed(here, there, tmp_path / f"case{ending}")
    ours, theirs = dump(here._store), dump(there._store)
    for table in (
        *("answers", "steps", "history", "versions", "drafts", "attachments", "notes", "half_typed"),
        "law_editions",
    ):
        assert ours[table], table
        assert ours[table] == theirs[table], table
    assert there.open_case(1).answers == here.open_case(1).answers
    assert there.cases("00111")[0].title == here.cases()[0].title, "it is found by its words"


def test_edits_on_both_sides_are_merged_in_one_step_that_can_be_undone(
    here: Library, there: Library, tmp_path: Path
) -> None:
    handed(here, there, tmp_path / "out.drafter")
    here.open_case(1).set_answer(RELEASE, "2:16-cr-00111")
    here.open_case(1).set_answer("movant.aliases", None)
    there.open_case(1).set_answer(REGISTER, "12345-678", note="from the sheet")
    there._store.attachments.add(1, "record", b"page")
    there._store.notes.add(1, "case", "sign-off", "A. Supervisor", "Fine.")
    there.open_case(1).keep_version("reviewed")
    plan = back(there, here, tmp_path / "back.drafter")
    assert named(plan.taken) == [REGISTER]
    assert set(named(plan.kept)) <= {RELEASE, "movant.aliases"}
    assert RELEASE in named(plan.kept)
    assert plan.conflicts == ()
    before = here.open_case(1).answers
    file = here.transfer.read(tmp_path / "back.drafter")
    merged = here.transfer.merge(file, plan, {})
    assert merged.changed == (REGISTER,)
    assert merged.added["attachments"] == merged.added["notes"] == 1
    session = here.open_case(1)
    assert session.answers.stored(RELEASE) == "2:16-cr-00111"
    answer = session.answers[REGISTER]
    assert (answer.stored, answer.note) == ("12345-678", "from the sheet")
    assert {one.kind for one in session.versions()} >= {"before merge", "handed over", "named"}
    assert "from the sheet" in {one.after.note for one in session.history(REGISTER) if one.after}
    session.undo()
    assert session.answers == before
    undone = session.next_undo()
    assert undone is not None
    assert REGISTER not in undone.questions, "what was edited there is no step to undo here"
    assert here.open_case(1).answers == before
    session.redo()
    assert here.open_case(1).answers.stored(REGISTER) == "12345-678"


def test_a_conflict_shows_both_values_and_the_one_before_and_stands_as_decided(
    here: Library, there: Library, tmp_path: Path
) -> None:
    first = value(here, RELEASE)
    handed(here, there, tmp_path / "out.drafter")
    here.open_case(1).set_answer(RELEASE, "2:16-cr-00111")
    there.open_case(1).set_answer(RELEASE, "2:16-cr-00222")
    plan = back(there, here, tmp_path / "back.drafter")
    file = here.transfer.read(tmp_path / "back.drafter")
    (one,) = plan.conflicts
    assert one.question == RELEASE
    assert one.asked == here.drafting.question(RELEASE).ask
    assert (one.base.splitlines()[0], one.here.splitlines()[0]) == (first, "2:16-cr-00111")
    assert one.there.splitlines()[0] == "2:16-cr-00222"
    unchanged = dump(here._store)
    with pytest.raises(BadInputError, match=RELEASE):
        here.transfer.merge(file, plan, {})
    assert dump(here._store) == unchanged
    here.transfer.merge(file, plan, {RELEASE: "there"})
    assert value(here, RELEASE) == "2:16-cr-00222"
    again = here.transfer.plan(here.transfer.read(tmp_path / "back.drafter"))
    assert (again.taken, again.conflicts) == ((), ()), "the same file brings nothing twice"
    whole = dump(here._store)
    merged = here.transfer.merge(file, again, {})
    assert (merged.changed, set(merged.added.values())) == ((), {0})
    after = dump(here._store)
    assert [after[table] for table in ("steps", "history")] == [
        whole[table] for table in ("steps", "history")
    ]


def test_every_merge_begins_with_a_backup_of_what_was_there(
    here: Library, there: Library, tmp_path: Path
) -> None:
    handed(here, there, tmp_path / "out.drafter")
    for number in ("2:16-cr-00111", "2:16-cr-00222"):
        before = value(here, RELEASE)
        there.open_case(1).set_answer(RELEASE, number)
        plan = back(there, here, tmp_path / "back.drafter")
        here.transfer.merge(here.transfer.read(tmp_path / "back.drafter"), plan, {})
        newest = Library(restored(Backups(here.folder).all()[0].path, here.folder))
        assert (value(newest, RELEASE), value(here, RELEASE)) == (before, number)


def test_without_room_for_the_backup_nothing_is_merged(here: Library, there: Library, tmp_path: Path) -> None:
    handed(here, there, tmp_path / "out.drafter")
    there.open_case(1).set_answer(RELEASE, "2:16-cr-00111")
    plan = back(there, here, tmp_path / "back.drafter")
    before = dump(here._store)
    (here.folder / "backups").write_text("no folder")
    with pytest.raises(DrafterError):
        here.transfer.merge(here.transfer.read(tmp_path / "back.drafter"), plan, {})
    assert dump(here._store) == before


def test_a_merge_that_was_undone_can_be_done_again(here: Library, there: Library, tmp_path: Path) -> None:
    handed(here, there, tmp_path / "out.drafter")
    there.open_case(1).keep_version("before review")
    there.open_case(1).set_answer(RELEASE, "2:16-cr-00222")
    plan = back(there, here, tmp_path / "back.drafter")
    file = here.transfer.read(tmp_path / "back.drafter")
    here.transfer.merge(file, plan, {})
    here.open_case(1).undo()
    here.open_case(1).set_answer(REGISTER, "12345-678")
    again = here.transfer.plan(file)
    assert named(again.taken) == [RELEASE], "what was taken back does not count as seen"
    assert named(again.kept) == [REGISTER]
    here.transfer.merge(file, again, {})
    assert (value(here, RELEASE), value(here, REGISTER)) == ("2:16-cr-00222", "12345-678")
    assert here.transfer.plan(file).taken == ()


def test_a_merge_undone_there_does_not_turn_our_answers_back(
    here: Library, there: Library, tmp_path: Path
) -> None:
    handed(here, there, tmp_path / "out.drafter")
    here.open_case(1).set_answer(RELEASE, "2:16-cr-00111")
    plan = back(here, there, tmp_path / "again.drafter")
    there.transfer.merge(there.transfer.read(tmp_path / "again.drafter"), plan, {})
    there.open_case(1).undo()
    there.open_case(1).set_answer(REGISTER, "12345-678")
    home = back(there, here, tmp_path / "home.drafter")
    assert named(home.taken) == [REGISTER]
    assert named(home.kept) == [RELEASE]


def test_a_case_goes_to_and_fro_and_each_edit_is_taken_once(
    here: Library, there: Library, tmp_path: Path
) -> None:
    handed(here, there, tmp_path / "0.drafter")
    libraries = (here, there)
    for turn in range(1, 5):
        source, target = libraries[turn % 2], libraries[(turn + 1) % 2]
        source.open_case(1).set_answer(RELEASE, f"2:16-cr-0000{turn}")
        target.open_case(1).set_answer(REGISTER, f"1234{turn}-678")
        plan = back(source, target, tmp_path / f"{turn}.drafter")
        assert named(plan.taken) == [RELEASE] if turn == 1 else RELEASE in named(plan.taken)
        assert plan.conflicts == ()
        target.transfer.merge(target.transfer.read(tmp_path / f"{turn}.drafter"), plan, {})
        assert value(target, RELEASE) == f"2:16-cr-0000{turn}"
        assert value(target, REGISTER) == f"1234{turn}-678"
        plan = back(target, source, tmp_path / f"{turn} back.drafter")
        assert plan.conflicts == ()
        source.transfer.merge(source.transfer.read(tmp_path / f"{turn} back.drafter"), plan, {})
        assert here.open_case(1).answers == there.open_case(1).answers
    assert here.integrity() == there.integrity() == "ok"


def test_a_case_that_was_changed_after_the_plan_is_not_merged(
    here: Library, there: Library, tmp_path: Path
) -> None:
    handed(here, there, tmp_path / "out.drafter")
    there.open_case(1).set_answer(RELEASE, "2:16-cr-00222")
    plan = back(there, here, tmp_path / "back.drafter")
    here.open_case(1).set_answer(RELEASE, "2:16-cr-00111")
    before = dump(here._store)
    with pytest.raises(StoreError, match="look at it again"):
        here.transfer.merge(here.transfer.read(tmp_path / "back.drafter"), plan, {})
    assert dump(here._store) == before


def test_another_case_and_one_in_the_trash_are_not_merged_into(here: Library, tmp_path: Path) -> None:
    here.transfer.export(1, tmp_path / "one.drafter")
    other = here.new("Roe")
    file = here.transfer.read(tmp_path / "one.drafter")
    with pytest.raises(BadInputError, match="not of case 2"):
        here.transfer.plan(file, other)
    here.delete(1)
    with pytest.raises(BadInputError, match="trash"):
        here.transfer.plan(file)
    here.purge(1)
    with pytest.raises(BadInputError, match="as a new case"):
        here.transfer.plan(here.transfer.read(tmp_path / "one.drafter"))


def test_a_file_is_never_written_over_another_or_over_the_library(here: Library, tmp_path: Path) -> None:
    here.transfer.export(1, tmp_path / "one.drafter")
    with pytest.raises(OutputError, match="exists already"):
        here.transfer.export(1, tmp_path / "one.drafter")
    link = tmp_path / "link.drafter"
    link.hardlink_to(here.folder / "drafter.sqlite")
    with pytest.raises(OutputError, match="exists already"):
        here.transfer.export(1, link, replace=True)
    with pytest.raises(OutputError, match="no folder"):
        here.transfer.export(1, tmp_path / "one.drafter" / "x.drafter")
    with pytest.raises(BadInputError, match=r"\.drafter or \.json"):
        here.transfer.export(1, tmp_path / "one.txt")


def test_an_encrypted_file_opens_with_its_own_passphrase_alone(
    here: Library, there: Library, tmp_path: Path
) -> None:
    path = here.transfer.export(1, tmp_path / "one.drafter", "Schlüssel 7")
    assert there.transfer.encrypted(path)
    with pytest.raises(WrongPassphraseError):
        there.transfer.read(path)
    with pytest.raises(WrongPassphraseError, match="does not open"):
        there.transfer.read(path, "schlüssel 7")
    assert there.transfer.read(path, "Schlüssel 7").title == here.cases()[0].title
    with pytest.raises(BadInputError, match="JSON is open"):
        here.transfer.export(1, tmp_path / "one.json", "Schlüssel 7")


# --- open JSON -----------------------------------------------------------------------------------------


def written(path: Path, **keys: object) -> Path:
    path.write_text(json.dumps({"format": "drafter case", "schema": 1, **keys}), encoding="utf-8")
    return path


def test_json_of_another_program_needs_no_more_than_answers(here: Library, tmp_path: Path) -> None:
    path = written(
        tmp_path / "Roe.json",
        answers={
            "movant.name": {"value": "Rob Roe"},
            RELEASE: {"value": "2:15-cr-00999", "evidence": ["ECF No. 1 at 2"]},
            REGISTER: {"unknown": True, "note": "ask"},
            "movant.birth_date": {"value": "the 31st of June"},
            GONE: {"value": {"deep": [1, "x"]}, "note": "n"},
        },
    )
    file = here.transfer.read(path)
    assert [one.question for one in file.unread] == [GONE, "movant.birth_date"]
    case = here.transfer.add(file)
    session = here.open_case(case)
    assert session.title == "Roe"
    assert session.answers.stored("movant.name") == {"given": "Rob", "family": "Roe", "suffix": ""}
    assert session.answers[RELEASE].evidence[0].show() == "ECF No. 1 at 2"
    assert session.answers[REGISTER].unknown
    stored = here._store.answers(case)
    assert stored[GONE] == StoredAnswer({"deep": [1, "x"]}, note="n"), "kept as it is"
    assert stored["movant.birth_date"] == StoredAnswer("the 31st of June")
    here.transfer.export(case, tmp_path / "again.json")
    again = json.loads((tmp_path / "again.json").read_text(encoding="utf-8"))["answers"]
    assert again[GONE]["value"] == {"deep": [1, "x"]}


def test_json_without_identity_merges_where_it_is_told_and_takes_nothing_away(
    here: Library, tmp_path: Path
) -> None:
    before = dict(here._store.answers(1))
    path = written(tmp_path / "x.json", answers={GONE: {"value": 1}, RELEASE: {"value": "2:16-cr-00222"}})
    file = here.transfer.read(path)
    assert file.here is None
    plan = here.transfer.plan(file, 1)
    assert (named(plan.taken), named(plan.conflicts)) == ([GONE], [RELEASE])
    here.transfer.merge(file, plan, {RELEASE: "here"})
    assert here._store.answers(1) == {**before, GONE: StoredAnswer(1)}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "cannot be read"),
        ("[]", "format"),
        ('{"format": "drafter case"}', "schema"),
        ('{"format": "drafter case", "schema": 99}', "newer"),
        ('{"format": "drafter case", "schema": 1, "answers": []}', "answers"),
        ('{"format": "drafter case", "schema": 1, "answers": {"a": 1}}', "answers, a"),
        ('{"format": "drafter case", "schema": 1, "answers": {"a": {"value": NaN}}}', "NaN"),
        ('{"format": "drafter case", "schema": 1, "answers": {"a": {"value": "\\ud800"}}}', "half a char"),
        (
            '{"format": "drafter case", "schema": 1, "answers": {"a": {"value": 1e999}}}',
            "answers, a|Infin|range",
        ),
        (
            '{"format": "drafter case", "schema": 1, "answers": {"a": {"value": '
            + "[" * 99
            + "]" * 99
            + "}}}",
            "deep",
        ),
        ('{"format": "drafter case", "schema": 1, "x": ' + "[" * 99999, "cannot be read"),
        ('{"format": "drafter case", "schema": 1, "uid": "a b"}', "identity"),
        ('{"format": "drafter case", "schema": 1, "attachments": [{"uid": "12345678"}]}', "attachments 1"),
    ],
)
def test_json_that_is_no_case_is_refused_in_one_sentence(
    here: Library, tmp_path: Path, text: str, why: str
) -> None:
    path = tmp_path / "x.json"
    path.write_text(text, encoding="utf-8")
    before = dump(here._store)
    with pytest.raises(DrafterError, match=why):
        here.transfer.read(path)
    assert dump(here._store) == before


# --- versions ------------------------------------------------------------------------------------------


def test_versions_are_named_compared_and_restored_as_a_new_case(here: Library) -> None:
    session = here.open_case(1)
    first = session.keep_version(" as filed ")
    old = value(here, RELEASE)
    session.set_answer(RELEASE, "2:16-cr-00111")
    second = session.keep_version("after review")
    session.set_answer(RELEASE, "2:16-cr-00222")
    assert [(one.id, one.name, one.kind) for one in session.versions()] == [
        (second, "after review", "named"),
        (first, "as filed", "named"),
    ]
    (since,) = session.version_differences(first)
    assert since.before.splitlines()[0] == old
    assert since.after.splitlines()[0] == "2:16-cr-00222"
    (between,) = session.version_differences(first, second)
    assert between.after.splitlines()[0] == "2:16-cr-00111"
    case = here.new_from_version(1, first)
    assert value(here, RELEASE, case) == old
    assert here.open_case(case).title.endswith("(as filed)")
    assert value(here, RELEASE) == "2:16-cr-00222", "the case itself stays as it is"
    with pytest.raises(BadInputError, match="needs a name"):
        session.keep_version(" ")
    with pytest.raises(BadInputError, match="no version 99"):
        here.new_from_version(1, 99)
