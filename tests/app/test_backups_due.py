"""What is changed in a library is backed up, whatever it is; where a person was last needs no backup."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from drafter.app.backups import Backups, restored
from drafter.app.library import Library
from drafter.app.text_blocks import TextBlocks


def notes_of(library: Library, case: int) -> None:
    session = library.open_case(case)
    session.notes.add(session.sections[0].id, "Ask the daughter.", "R. Roe")


def paper_of(library: Library, case: int) -> None:
    paper = library.folder / "record.txt"
    paper.write_text("a record", encoding="utf-8")
    library.open_case(case).kept_papers.attach(paper)


def taken_in(library: Library, _case: int) -> None:
    """A case of another office, whose answers are older than every backup here."""
    there = Library(library.folder.with_name("there"))
    other = there.new("Poe")
    set_back(there)
    there.transfer.export(other, library.folder / "poe.drafter")
    there.close()
    library.transfer.add(library.transfer.read(library.folder / "poe.drafter"))


CHANGES: dict[str, Callable[[Library, int], object]] = {
    "answer": lambda library, case: library.open_case(case).set_answer("case.number", "1:21-cr-1"),
    "note": notes_of,
    "paper": paper_of,
    "version": lambda library, case: library.open_case(case).keep_version("as sent"),
    "drafts": lambda library, case: library.open_case(case).draft(library.folder / "out"),
    "title": lambda library, case: library.rename(case, "Poe"),
    "status": lambda library, case: library.set_status(case, "filed"),
    "tags": lambda library, case: library.set_tags(case, ("medical",)),
    "archive": lambda library, case: library.archive(case),
    "template": lambda library, case: library.make_template(case),
    "trash": lambda library, case: library.delete(case),
    "purge": lambda library, case: library.purge(case),
    "case taken in": taken_in,
    "own field": lambda library, _: library.own_fields.add("officer", "Who is the officer?", "text"),
    "text block": lambda library, _: TextBlocks(library).add("plan", "He will live with his mother."),
}
QUIET: dict[str, Callable[[Library, int], object]] = {
    "where the case was left": lambda library, case: library.remember("window/last", str(case)),
    "the list": lambda library, _: library.cases("roe"),
    "a deadline counted": lambda library, case: library.nearest_deadline(case),
    "the index": lambda library, _: library.reindex(),
    "the same answer again": lambda library, case: library.open_case(case).set_answer(
        "case.number", "1:20-cr-9"
    ),
}


def set_back(library: Library) -> datetime:
    """Let everything have been saved an hour ago."""
    ago = datetime.now(tz=UTC) - timedelta(hours=1)
    with library._store.database.transaction(quiet=True):
        connection = library._store.database.connection
        connection.execute("UPDATE cases SET modified = ?", (ago.isoformat(timespec="microseconds"),))
        connection.execute("DELETE FROM kept WHERE name = 'changed'")
    return datetime.now(tz=UTC)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library(tmp_path / "library")
    yield library
    library.close()


@pytest.fixture
def case(library: Library) -> int:
    case = library.new("Roe")
    library.open_case(case).set_answer("case.number", "1:20-cr-9")
    library.cases()
    return case


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_to_be_backed_up(library: Library, case: int, change: str) -> None:
    before = set_back(library)
    CHANGES[change](library, case)
    saved = library.last_saved()
    assert saved is not None
    assert saved >= before


@pytest.mark.parametrize("look", QUIET)
def test_what_changes_nothing_of_a_case_needs_no_backup(library: Library, case: int, look: str) -> None:
    before = set_back(library)
    QUIET[look](library, case)
    saved = library.last_saved()
    assert saved is not None
    assert saved < before


def test_a_paper_attached_since_the_last_backup_is_in_the_one_before_a_merge(
    library: Library, case: int
) -> None:
    made = library.back_up()
    set_back(library)
    ago = datetime.now(tz=UTC) - timedelta(minutes=5)
    made.rename(made.with_name(f"drafter-{ago:%Y%m%dT%H%M%SZ}.sqlite"))
    assert library.back_up_before_risk() is None
    paper_of(library, case)
    assert library.back_up_before_risk() is not None
    newest: Path = Backups(library.folder).all()[0].path
    again = Library(restored(newest, library.folder))
    assert [paper.name for paper in again.open_case(case).kept_papers.all()] == ["record.txt"]
    again.close()
