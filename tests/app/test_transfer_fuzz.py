"""Files that chance has changed, thousands of them: refused or read, and the library is as before.

What can still be read must make a case that opens, lists and is found like any other.
"""

from __future__ import annotations

import json
import random
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from library_dump import dump
from sqlcipher3 import dbapi2 as sqlite
from workbook import workbook

from drafter.app.intake import Intake
from drafter.app.library import Library
from drafter.errors import DrafterError
from drafter.store.header import salt_of
from drafter.store.keys import Key
from drafter.store.records import OWN_FIELDS
from drafter.store.transfer import read_file

Mutate = Callable[[bytes, random.Random], bytes]


@pytest.fixture
def library(tmp_path: Path) -> Library:
    library = Library(tmp_path / "library")
    library.own_fields.add("officer", "Who is the probation officer?", "text")
    library.own_fields.add("outcome", "Outcome", "choice", ("Granted", "Denied in part"))
    case = library.new("Doe")
    session = library.open_case(case)
    session.fill(
        {
            "movant.name": "Rob Roe",
            "movant.birth_date": "1970-02-03",
            "case.number": {"value": "2:15-cr-00999", "evidence": ["ECF No. 1 at 2"], "note": "n"},
            "movant.register_number": {"unknown": True, "note": "ask"},
            "own.officer": "Q. Roe",
            "own.outcome": "Granted",
        }
    )
    session.set_answer("case.number", "2:16-cr-00111")
    session.keep_version("as filed")
    library._store.attachments.add(case, "letter", b"page " * 400)
    library._store.notes.add(case, "case", "note", "A. Student", "Ask.")
    library.refresh()
    return library


@pytest.fixture
def scratch(tmp_path: Path) -> Library:
    """Where what can still be read is taken in."""
    return Library(tmp_path / "scratch")


def changed(content: bytes, chance: random.Random) -> bytes:
    """Some bytes turned, moved, doubled or cut off, as bad disks, bad lines and bad people do."""
    data = bytearray(content)
    for _ in range(chance.choice((1, 1, 2, 5, 40))):
        if not data:
            break
        at, size = chance.randrange(len(data)), chance.choice((1, 1, 4, 16, 512, 4096))
        match chance.randrange(7):
            case 0:
                data[at] ^= 1 << chance.randrange(8)
            case 1:
                data[at : at + size] = chance.randbytes(min(size, len(data) - at))
            case 2:
                data[at : at + size] = bytes(min(size, len(data) - at))
            case 3:
                other = chance.randrange(len(data))
                data[at : at + size] = data[other : other + size]
            case 4:
                del data[at : at + size]
            case 5:
                data[at:at] = data[at : at + size]
            case _:
                del data[at : at + 1 if chance.random() < 0.8 else None]
    return bytes(data)


def held(library: Library) -> dict[str, Any]:
    """What the library holds, but for the receipts of what these tests purged themselves."""
    return {**dump(library._store), "purged": [], "sqlite_sequence": []}


def told(fault: DrafterError, word: str = "\n") -> bool:
    """Insist that the fault is one sentence without ``word``; return False, since nothing was read."""
    assert str(fault).strip().endswith("."), fault
    assert "\n" not in str(fault)
    assert word not in str(fault)
    return False


def taken_in(scratch: Library, path: Path) -> bool:
    """Take a file in if it can be read, and look at the case as a person does; whether it could."""
    try:
        file = scratch.transfer.read(path)
    except DrafterError as fault:
        return told(fault)
    fields = scratch.kept(OWN_FIELDS)
    case = scratch.transfer.add(scratch.transfer.with_fields(file))
    try:
        assert set(file.fields.new) <= set(scratch.own_fields.all())
        session = scratch.open_case(case)
        session.outline()
        session.versions()
        scratch.cases("Roe")
        assert scratch.transfer.plan(scratch.transfer.read(path), case).conflicts == ()
    finally:
        scratch.purge(case)
        for one in file.fields.new:
            scratch.own_fields.remove(one.id)
    assert scratch.kept(OWN_FIELDS) == fields
    return True


def variants(original: bytes, path: Path, count: int, mutate: Mutate = changed) -> Iterator[int]:
    """Put ``count`` changed files at ``path``, one after the other."""
    for seed in range(count):
        content = mutate(original, random.Random(seed))  # noqa: S311 - the same files each time
        path.write_bytes(content)
        yield seed


def test_plain_case_files(library: Library, scratch: Library, tmp_path: Path) -> None:
    path = tmp_path / "x.drafter"
    original = library.transfer.export(1, path).read_bytes()
    before = held(scratch)
    read = [taken_in(scratch, path) for _ in variants(original, path, 1500)]
    assert 0 < sum(read) < len(read) / 2
    assert held(scratch) == before
    assert scratch.integrity() == "ok"


def test_encrypted_case_files(library: Library, tmp_path: Path) -> None:
    path = tmp_path / "x.drafter"
    original = library.transfer.export(1, path, "horse").read_bytes()
    key = Key.derived("horse", salt_of(path))
    contents, before = read_file(path, key), dump(library._store)
    for seed in variants(original, path, 1000):
        try:
            assert read_file(path, key) == contents, f"seed {seed} was read as another case"
        except DrafterError as fault:
            told(fault, "Roe")
    assert dump(library._store) == before


def test_fields_of_case_files(library: Library, scratch: Library, tmp_path: Path) -> None:
    """Files that SQLite finds sound, with anything at all in place of the firm's own fields."""
    original, path = tmp_path / "original.drafter", tmp_path / "x.drafter"
    library.transfer.export(1, original)
    before, read = held(scratch), []
    rows = library.kept(OWN_FIELDS)
    for seed in range(300):
        chance = random.Random(seed)  # noqa: S311 - the same files each time
        shutil.copy(original, path)
        broken = changed(rows.encode(), chance).decode(errors="replace")
        with sqlite.connect(path) as connection:
            text = broken if chance.random() < 0.5 else json.dumps(other_json(json.loads(rows), chance))
            connection.execute("UPDATE kept SET text = ? WHERE name = ?", (text, OWN_FIELDS))
        connection.close()
        read.append(taken_in(scratch, path))
    assert 0 < sum(read) < len(read)
    assert held(scratch) == before


def test_rows_of_case_files(library: Library, scratch: Library, tmp_path: Path) -> None:
    """Files that SQLite finds sound, with any value in any column."""
    original, path = tmp_path / "original.drafter", tmp_path / "x.drafter"
    library.transfer.export(1, original)
    before = held(scratch)
    values = ("NULL", "''", "'x'", "7", "-1", "1e99", "x'00ff'", "'[]'", "'{}'", "'\"\\ud800\"'", "'null'")
    read = []
    for seed in range(700):
        chance = random.Random(seed)  # noqa: S311 - the same files each time
        shutil.copy(original, path)
        with sqlite.connect(path) as connection:
            connection.execute("PRAGMA ignore_check_constraints = ON")
            tables = [
                name
                for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
                if not name.startswith(("search", "sqlite", "_"))
            ]
            for _ in range(chance.choice((1, 1, 3))):
                table = chance.choice(tables)
                columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
                statement = f"UPDATE {table} SET {chance.choice(columns)} = {chance.choice(values)}"  # noqa: S608 - own words
                try:
                    connection.execute(statement)
                except sqlite.IntegrityError:
                    continue
        connection.close()
        read.append(taken_in(scratch, path))
    assert 0 < sum(read) < len(read)
    assert held(scratch) == before


def other_json(raw: Any, chance: random.Random) -> Any:  # noqa: ANN401 - any JSON
    """The value with one of its pieces, at any depth, put in place of another."""
    if isinstance(raw, dict) and raw and chance.random() < 0.85:
        key = chance.choice(sorted(raw))
        return {**raw, key: other_json(raw[key], chance)}
    if isinstance(raw, list) and raw and chance.random() < 0.85:
        place = chance.randrange(len(raw))
        return [*raw[:place], other_json(raw[place], chance), *raw[place + 1 :]]
    strange: tuple[Any, ...] = (
        None,
        True,
        0,
        -1,
        10**40,
        1.5,
        "",
        "x",
        "\ud800",
        [],
        [[]],
        {},
        {"x": 1},
        [None],
    )
    return chance.choice(strange)


def with_other_piece(content: bytes, chance: random.Random) -> bytes:
    raw = json.loads(content)
    for _ in range(chance.choice((1, 1, 2))):
        raw = other_json(raw, chance)
    return json.dumps(raw).encode()


def with_other_field(content: bytes, chance: random.Random) -> bytes:
    raw = json.loads(content)
    fields = other_json(raw["fields"], chance)
    return json.dumps({**raw, "fields": fields}).encode()


@pytest.mark.parametrize(
    ("mutate", "count"), [(changed, 700), (with_other_piece, 1500), (with_other_field, 400)]
)
def test_json(library: Library, scratch: Library, tmp_path: Path, mutate: Mutate, count: int) -> None:
    path = tmp_path / "x.json"
    original = library.transfer.export(1, path).read_bytes()
    before = held(scratch)
    read = [taken_in(scratch, path) for _ in variants(original, path, count, mutate)]
    assert 0 < sum(read) < len(read)
    assert held(scratch) == before


TABLE = (
    'title,movant.name,movant.birth_date,case.number\n"Roe, ""R""",Rob Roe,1970-02-03,2:15-cr-00999\n'
    "Doe,Zoë Doe,,\n"
).encode()
SHEET = workbook([("title", "movant.name", "case.number"), ("Roe", "Rob Roe", "2:15-cr-00999"), ("Doe",)])


@pytest.mark.parametrize(("name", "original", "count"), [("x.csv", TABLE, 1000), ("x.xlsx", SHEET, 1000)])
def test_tables(library: Library, tmp_path: Path, name: str, original: bytes, count: int) -> None:
    intake, path = Intake(library), tmp_path / name
    library.law.districts  # noqa: B018 - loaded before the library is looked at
    before = held(library)
    made = 0
    for _ in variants(original, path, count):
        try:
            report = intake.take(path)
        except DrafterError as fault:
            told(fault)
            continue
        assert not (report.cases and report.bad)
        made += bool(report.cases)
        for case in report.cases:
            library.open_case(case)
            library.purge(case)
    assert 0 < made < count
    assert held(library) == before
