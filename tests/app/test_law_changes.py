"""A case that was drafted tells what the law has become since: real database, real command line."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlcipher3 import dbapi2 as sqlite

from drafter import paths
from drafter.__main__ import main
from drafter.app.library import Library
from drafter.law import Law
from drafter.store.database import FILE_NAME

TODAY = date(2026, 11, 21)
FILING = date(2026, 11, 23)
VALUES = "law/values.toml"
POSITIONS = "treatment/circuit_positions.toml"
APPEAL = 'id = "appeal.days"\nvalue = 14'
Open = Callable[..., Library]


def changed(file: str, old: str, new: str) -> Law:
    """The law of a program that ships another text of ``file``."""

    def read(name: str) -> str:
        text = paths.resource_text(name)
        if name != file:
            return text
        assert old in text, "the test itself is out of date"
        return text.replace(old, new, 1)

    return Law(read)


@pytest.fixture
def opened(data_dir: Path) -> Iterator[Open]:
    """Open the library of the test's data folder, by the shipped law or by another, on some day."""
    libraries = []

    def make(law: Law | None = None, today: date = TODAY) -> Library:
        library = Library(data_dir, today=lambda: today)
        if law is not None:
            library.__dict__["law"] = law
        libraries.append(library)
        return library

    yield make
    for library in libraries:
        library.close()


@pytest.fixture
def drafted(opened: Open, data_dir: Path, tmp_path: Path) -> int:
    """The complete sample, drafted on November 3, 2026 for filing on November 23."""
    library = opened()
    case = library.new_sample("complete")
    library.open_case(case).draft(tmp_path, on=FILING)
    library.close()
    made_on(data_dir, "2026-11-03T15:00:00.000+00:00")
    return case


def made_on(data_dir: Path, moment: str) -> None:
    with closing(sqlite.connect(data_dir / FILE_NAME)) as connection:
        connection.execute("UPDATE drafts SET made = ?", (moment,))
        connection.commit()


def refs(library: Library, case: int) -> list[str]:
    return [one.ref for one in library.open_case(case).law_changes()]


def test_a_case_that_was_never_drafted_tells_nothing(opened: Open) -> None:
    library = opened()
    session = library.open_case(library.new_sample("complete"))
    assert (session.law_changes(), session.drafted_at()) == ((), None)


def test_a_draft_made_with_the_same_law_tells_nothing(opened: Open, drafted: int) -> None:
    assert refs(opened(), drafted) == []


def test_a_number_that_is_another_in_the_next_version_is_told(opened: Open, drafted: int) -> None:
    library = opened(changed(VALUES, APPEAL, APPEAL.replace("14", "21")))
    (one,) = library.open_case(drafted).law_changes()
    assert (one.ref, one.what) == ("value:appeal.days", ("text",))
    assert "(21 days)" in one.says


def test_a_position_of_another_circuit_is_left_out(opened: Open, drafted: int) -> None:
    seventh = 'says = "The ground argued in court must be the same'
    fourth = 'says = "The motion need not repeat'
    assert refs(opened(changed(POSITIONS, seventh, seventh.replace("must", "may"))), drafted) == []
    told = refs(opened(changed(POSITIONS, fourth, fourth.replace("need", "may"))), drafted)
    assert told == ["position:issue_exhaustion:ca4:2022-11-29"]


def test_a_new_draft_is_made_with_the_new_law_and_tells_nothing(
    opened: Open, drafted: int, tmp_path: Path
) -> None:
    library = opened(changed(VALUES, APPEAL, APPEAL.replace("14", "21")))
    session = library.open_case(drafted)
    assert session.law_changes()
    session.draft(tmp_path, on=FILING)
    assert session.law_changes() == ()


def test_law_that_comes_into_force_after_the_filing_date_is_told_from_its_day(
    opened: Open, drafted: int
) -> None:
    coming = changed(
        POSITIONS,
        'authority = "ferguson_4th"\nin_force = {from = 2022-11-29}',
        'authority = "ferguson_4th"\nin_force = {from = 2022-11-29, until = 2026-12-10}',
    )
    ref = "position:issue_exhaustion:ca4:2022-11-29"
    before = opened(coming, date(2026, 12, 9)).open_case(drafted).law_changes()
    after = opened(coming, date(2026, 12, 10)).open_case(drafted).law_changes()
    assert {one.ref: one.what for one in before} == {ref: ("in_force",)}
    assert {one.ref: one.what for one in after} == {ref: ("in_force", "ended")}


def test_a_draft_of_an_old_filing_date_tells_only_what_came_after_it_was_made(
    opened: Open, data_dir: Path, tmp_path: Path
) -> None:
    library = opened()
    case = library.new_sample("vailes-2021")
    library.open_case(case).draft(tmp_path)
    made_on(data_dir, "2026-05-01T15:00:00.000+00:00")
    told = refs(library, case)
    assert "treatment:rutherford" in told
    assert "policy:2023" not in told
    made_on(data_dir, "2026-11-03T15:00:00.000+00:00")
    assert refs(library, case) == []


def test_a_draft_of_version_1_tells_what_the_days_have_brought(opened: Open, data_dir: Path) -> None:
    shutil.copy(Path(__file__).parents[1] / "data" / "v1.sqlite3", data_dir / FILE_NAME)
    made_on(data_dir, "2026-05-27T15:00:00.000+00:00")
    with closing(sqlite.connect(data_dir / FILE_NAME)) as connection:
        connection.execute("UPDATE drafts SET filing_date = '2026-05-27'")
        connection.commit()
    library = opened()
    (line,) = library.cases()
    session = library.open_case(line.id)
    told = {one.ref: one.what for one in session.law_changes()}
    assert told["treatment:rutherford"] == ("began",)
    assert len(session.answers) > 190


# ---- the command line


Told = Callable[..., str]


@pytest.fixture
def told(
    data_dir: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, opened: Open
) -> Told:
    def run(law: Law | None, *call: object) -> str:
        monkeypatch.setattr(Library, "open", classmethod(lambda _cls, _folder=None: opened(law)))
        assert main(["--data-dir", str(data_dir), *map(str, call)]) == 0
        return capsys.readouterr().out

    return run


def test_show_tells_the_changes_as_json_and_in_words(told: Told, drafted: int) -> None:
    law = changed(VALUES, APPEAL, APPEAL.replace("14", "21"))
    as_json: dict[str, Any] = json.loads(told(law, "show", drafted, "--json"))
    (one,) = as_json["law_changes"]
    assert (one["ref"], one["what"], one["verified"]) == ("value:appeal.days", ["text"], True)
    assert one["source"] == ["Fed. R. App. P. 4(b)(1)(A)(i)"]
    lines = told(law, "show", drafted).splitlines()
    place = lines.index("The law changed since the last draft of November 3, 2026:")
    assert lines[place + 1] == f"law      {one['says']}"


def test_show_of_a_case_whose_law_is_the_same_says_nothing_of_it(told: Told, drafted: int) -> None:
    assert json.loads(told(None, "show", drafted, "--json"))["law_changes"] == []
    assert "The law changed" not in told(None, "show", drafted)
